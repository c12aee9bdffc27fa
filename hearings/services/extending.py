"""A deadline put off: the old one and the reason are kept."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from hearings.models import Extension, Hearing
from hearings.services.accepting import accept_in_use


def extend(*, hearing: Hearing, new: date, reason: str, by: User, now: datetime) -> Extension:
    """Put the deadline off until `new`, because of `reason`.

    Raises ValidationError, by field, for a day that is not later than the deadline in force, and for no reason.
    """
    with transaction.atomic():
        in_force = Hearing.objects.select_for_update(of=("self",)).values_list("deadline", flat=True).get(pk=hearing.pk)
        errors = {}
        if in_force and new <= in_force:
            errors["new"] = _("The new deadline must be later than the one in force.")
        if not reason.strip():
            errors["reason"] = _("Write why the deadline is put off.")
        if errors:
            raise ValidationError(errors)
        accept_in_use(hearing=hearing, by=by, now=now)
        extension = Extension.objects.create(hearing=hearing, old=in_force, new=new, reason=reason.strip(), by=by, at=now)
        _set(hearing, new)
    return extension


def undo_extension(*, hearing: Hearing) -> None:
    """Take the latest extension back, as a wrong click: the deadline is what it was before.

    Raises ValidationError when there is none, or the deadline has been corrected since.
    """
    with transaction.atomic():
        in_force = Hearing.objects.select_for_update(of=("self",)).values_list("deadline", flat=True).get(pk=hearing.pk)
        latest = hearing.extensions.order_by("-pk").first()
        if latest is None or latest.new != in_force:
            raise ValidationError(_("The deadline has been changed since, so this cannot be undone."))
        latest.delete()
        _set(hearing, latest.old)


def put_off_to(*, hearing: Hearing) -> date | None:
    """The deadline that the latest extension gave it; None when it was never put off."""
    latest = hearing.extensions.order_by("-pk").first()
    return latest.new if latest else None


def _set(hearing: Hearing, deadline: date | None) -> None:
    hearing.deadline = deadline
    hearing.save(update_fields=["deadline"])
