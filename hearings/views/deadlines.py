"""Putting a deadline off, and taking the latest of these back."""

from datetime import date

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from hearings import services
from hearings.forms import ExtensionForm
from hearings.models import Hearing
from hearings.views.access import back_to, those_who_serve


@those_who_serve
@require_http_methods(["GET", "HEAD", "POST"])
def extend(request: HttpRequest, hearing: Hearing) -> HttpResponse:
    """The form, filled in with the day proposed in `?til=2018-09-14`. The button `fortryd` takes the latest extension back."""
    if "fortryd" in request.POST:
        return _undo(request, hearing)
    form = ExtensionForm(request.POST if request.method == "POST" else None, initial={"new": _day(request.GET.get("til", ""))})
    if form.is_bound and form.is_valid() and not _is_done(request, hearing, form.cleaned_data["new"]):
        try:
            if _day(request.POST.get("shown", "")) != hearing.deadline:
                text = _("Somebody has changed the deadline meanwhile. Look at the one in force, and then say whether it is put off.")
                raise ValidationError({"new": text})
            services.extend(hearing=hearing, **form.cleaned_data, by=request.user, now=request.now)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, _("The deadline has been put off."))
    if form.is_bound and not form.errors:
        return back_to(hearing)
    context = {"heading": _("Put the deadline off"), "hearing": hearing, "form": form}
    return render(request, "hearings/extend.html", context)


def _is_done(request: HttpRequest, hearing: Hearing, new: date) -> bool:
    """Whether the form was sent twice: the deadline is no longer the one it was shown with, but the one asked for."""
    return hearing.deadline == new and _day(request.POST.get("shown", "")) != new


def _undo(request: HttpRequest, hearing: Hearing) -> HttpResponse:
    """The button names the extension it stood beside, so that a second click does not take another one back."""
    latest = hearing.extensions.all().last()
    if latest is None or str(latest.pk) != request.POST["fortryd"]:
        messages.info(request, _("The deadline has been put back already."))
        return back_to(hearing)
    try:
        services.undo_extension(hearing=hearing)
    except ValidationError as error:
        messages.error(request, error.messages[0])
    else:
        messages.success(request, _("The deadline is what it was before."))
    return back_to(hearing)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
