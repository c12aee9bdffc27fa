"""A deadline put off: the old one and the reason are kept."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from hearings.dependents import hearing_changed
from hearings.exceptions import HearingRefused
from hearings.models import Extension, Hearing, HearingStep
from hearings.services.acceptance import accept_in_use, lock
from hearings.services.transitions import take_hearing_step


def extend(*, hearing: Hearing, new: date, reason: str, by: User, now: datetime, version: int | None = None) -> Extension:
    """Put the deadline off until `new`, because of `reason`.

    Raises `HearingRefused` ("changed") when the hearing has another `version` than the page told of it, and ValidationError, by field, for
    a day that is not later than the deadline in force, and for no reason.
    """
    with transaction.atomic():
        lock(hearing=hearing)
        if version not in (None, hearing.version):
            raise HearingRefused("changed")
        in_force = hearing.deadline
        errors = {}
        if in_force and new <= in_force:
            errors["new"] = _("The new deadline must be later than the one in force.")
        if not reason.strip():
            errors["reason"] = _("Write why the deadline is put off.")
        if errors:
            raise ValidationError(errors)
        accept_in_use(hearing=hearing, by=by, now=now)
        extension = Extension.objects.create(hearing=hearing, old=in_force, new=new, reason=reason.strip(), by=by, at=now)
        take_hearing_step(hearing, HearingStep.What.EXTENDED, lambda row: {"deadline": new}, by=by, now=now, why=extension.reason)
        hearing.refresh_from_db()
        hearing_changed(hearing=hearing)
    return extension


def undo_extension(*, hearing: Hearing, by: User, now: datetime) -> None:
    """Take the latest extension back, as a wrong click: the deadline is what it was before, and the history says so.

    Raises ValidationError when there is none, or the deadline has been corrected since.
    """
    with transaction.atomic():
        lock(hearing=hearing)
        latest = hearing.extensions.order_by("-pk").first()
        if latest is None or latest.new != hearing.deadline:
            raise ValidationError(_("The deadline has been changed since, so this cannot be undone."))
        latest.delete()
        hearing.deadline = latest.old
        hearing.save(update_fields=["deadline"])
        hearing_changed(hearing=hearing)
        put_off = HearingStep.objects.filter(hearing=hearing, what=HearingStep.What.EXTENDED, at=latest.at, undone_at=None)
        put_off.filter(after__deadline=latest.new.isoformat()).update(undone_by=by, undone_at=now)


def put_off_to(*, hearing: Hearing) -> date | None:
    """The deadline that the latest extension gave it; None when it was never put off."""
    latest = hearing.extensions.order_by("-pk").first()
    return latest.new if latest else None
