"""The only way for a view to one mail, one letter, one reminder or one contact."""

from collections.abc import Callable
from functools import wraps

from django.db.models import Exists, OuterRef, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from accounts.login_first import login_first
from reminders.models import Contact, FormerToken, Letter, Mail, Reminder


def get_mail(request: HttpRequest, pk: int) -> Mail:
    """The mail with its contact if and only if it says something of a body that the actor manages. Raises `Http404`."""
    mails = Mail.objects.visible_to(request.actor).select_related("contact__user", "contact__person")
    return get_object_or_404(mails, pk=pk)


def get_letter(request: HttpRequest, pk: int) -> Letter:
    """The letter if and only if the actor manages its body. Raises `Http404`."""
    return get_object_or_404(Letter.objects.visible_to(request.actor), pk=pk)


def get_contact_to_leave(token: str) -> Contact:
    """The contact to whom a mail with that token was sent, also under another spelling: whoever has the mail may turn its like off. Raises `Http404`."""
    former = FormerToken.objects.filter(contact=OuterRef("pk"), unsubscribe_token=token)
    return get_object_or_404(Contact, Q(unsubscribe_token=token) | Exists(former))


def get_reminder(request: HttpRequest, pk: int, *, manage: bool = False) -> Reminder:
    """The reminder if and only if it is the actor's own or of a body that he or she manages; with `manage` the latter alone. Raises `Http404`."""
    rows = Reminder.objects.visible_to(request.actor).select_related("body", "contact__user", "contact__person", "mail")
    found = get_object_or_404(rows, pk=pk)
    if manage and not request.actor.manages(found.body_id):
        raise Http404
    return found


def get_contact(request: HttpRequest, pk: int) -> Contact:
    """The contact without a log-in if and only if somebody is reminded there for a body that the actor manages. Raises `Http404`."""
    contacts = Contact.objects.filter(user=None).select_related("person")
    if not request.actor.is_administrator:
        of_bodies = Reminder.objects.filter(contact=OuterRef("pk"), body__in=request.actor.managed_bodies)
        contacts = contacts.filter(Exists(of_bodies))
    return get_object_or_404(contacts, pk=pk)


def known_required(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Lets in whoever has a role. Raises `Http404` for others; the anonymous are asked to log in first."""

    @wraps(view)
    def guarded(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if request.actor.user_id is None:
            raise Http404
        return view(request, *args, **kwargs)

    return login_first(guarded)


def get_own_contact(request: HttpRequest) -> Contact:
    """The contact of the user who is logged in, made when there is none."""
    Contact.objects.get_or_create(user_id=request.actor.user_id)
    return Contact.objects.select_related("user").get(user_id=request.actor.user_id)


def get_contact_of_calendar(token: str) -> Contact:
    """The user's contact whose calendar has that secret address. Raises `Http404`, also for a user who may not log in any more."""
    return get_object_or_404(Contact.objects.select_related("user"), calendar_token=token, user__is_active=True)
