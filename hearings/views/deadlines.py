"""Putting a deadline off, and taking the latest of these back."""

from datetime import date

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from concurrency.forms import is_stale, version_sent
from hearings import services
from hearings.exceptions import HearingRefused
from hearings.forms import ExtensionForm
from hearings.models import Hearing
from hearings.views.permissions import back_to, hearing_secretary_required


@hearing_secretary_required
@require_http_methods(["GET", "HEAD", "POST"])
def extend(request: HttpRequest, hearing: Hearing) -> HttpResponse:
    """The form, filled in with the day proposed in `?til=2018-09-14`. The button `fortryd` takes the latest extension back."""
    if "fortryd" in request.POST:
        return _undo(request, hearing)
    form = ExtensionForm(request.POST if request.method == "POST" else None, initial={"new": _day(request.GET.get("til", ""))})
    if form.is_bound and form.is_valid() and not _is_done(request, hearing, form.cleaned_data["new"]):
        try:
            said = {"by": request.user, "now": request.now, "version": version_sent(request)}
            services.extend(hearing=hearing, **form.cleaned_data, **said)
        except ValidationError as error:
            form.add_error(None, error)
        except HearingRefused:
            text = _("Somebody has changed the hearing meanwhile. Look at the deadline in force, and then say whether it is put off.")
            form.add_error("new", text)
        else:
            messages.success(request, _("The deadline has been put off."))
    if form.is_bound and not form.errors:
        return back_to(hearing)
    context = {"heading": _("Put the deadline off"), "hearing": hearing, "form": form}
    return render(request, "hearings/extend.html", context)


def _is_done(request: HttpRequest, hearing: Hearing, new: date) -> bool:
    """Tells whether the form was sent twice: the hearing is no longer as it was shown, but has the deadline asked for."""
    return hearing.deadline == new and is_stale(request, hearing)


def _undo(request: HttpRequest, hearing: Hearing) -> HttpResponse:
    """The button names the extension it stood beside, so that a second click does not take another one back."""
    latest = hearing.readable_extensions[-1] if hearing.readable_extensions else None
    if latest is None or str(latest.pk) != request.POST["fortryd"]:
        messages.info(request, _("The deadline has been put back already."))
        return back_to(hearing)
    try:
        services.undo_extension(hearing=hearing, by=request.user, now=request.now)
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
