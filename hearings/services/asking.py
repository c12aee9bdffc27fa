"""The parties on their way: who is asked, reminded, declines; and what was said of the wrong one is mended."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from accounts.models import User
from danish.folding import name_key
from hearings.models import Hearing, HearingParty
from hearings.services.accepting import accept_in_use, lock
from meetings.naming import body_ids


def send_out(*, hearing: Hearing, on: date, by: User, now: datetime) -> int:
    """Everybody who is not asked yet is asked `on` that day. Returns how many."""
    return _note(hearing, hearing.parties.filter(asked_on=None), {"asked_on": on}, by, now)


def ask(*, hearing: Hearing, parties: Sequence[HearingParty], on: date, by: User, now: datetime) -> int:
    """Those of `parties` who are not asked yet are asked `on` that day. Returns how many."""
    return _note(hearing, _among(hearing, parties).filter(asked_on=None), {"asked_on": on}, by, now)


def remind(*, hearing: Hearing, parties: Sequence[HearingParty], on: date, by: User, now: datetime) -> int:
    """Those of `parties` who have neither answered nor declined are reminded `on` that day. Returns how many."""
    return _note(hearing, _waited_for(hearing, parties), {"reminded_on": on}, by, now)


def decline(*, hearing: Hearing, parties: Sequence[HearingParty], on: date, by: User, now: datetime) -> int:
    """Those of `parties` who have not answered say `on` that day that they will not. Returns how many."""
    return _note(hearing, _waited_for(hearing, parties), {"declined_on": on}, by, now)


def add_parties(*, hearing: Hearing, names: Sequence[str], by: User | None = None, now: datetime | None = None) -> int:
    """Hear those of `names` who are not heard yet, after the others. Returns how many. With `by` the hearing counts as accepted."""
    with transaction.atomic():
        if by:
            accept_in_use(hearing=hearing, by=by, now=now)
        else:
            lock(hearing=hearing)
        heard = {name_key(name) for name in hearing.parties.values_list("name", flat=True)}
        new = [name for key, name in {name_key(name): name for name in reversed(names)}.items() if key not in heard][::-1]
        known = body_ids(new)
        last = hearing.parties.aggregate(last=Max("position"))["last"] or 0
        HearingParty.objects.bulk_create(
            HearingParty(hearing=hearing, position=position, name=name, body_id=known.get(name))
            for position, name in enumerate(new, start=last + 1)
        )
    return len(new)


def correct_party(*, party: HearingParty, values: dict[str, Any], by: User, now: datetime) -> None:
    """Give a party another name or other days; a day of None takes back what was noted by mistake."""
    with transaction.atomic():
        accept_in_use(hearing=party.hearing, by=by, now=now)
        if "name" in values and values["name"] != party.name:
            values = values | {"body_id": body_ids([values["name"]]).get(values["name"])}
        HearingParty.objects.filter(pk=party.pk).update(**values)


def remove_party(*, party: HearingParty, by: User, now: datetime) -> None:
    """Hear a party no more. Raises ValidationError when it has an answer: that is removed first, by itself."""
    with transaction.atomic():
        accept_in_use(hearing=party.hearing, by=by, now=now)
        if party.responses.exists():
            raise ValidationError(_("The party has an answer. Remove the answer first if it is wrong."))
        party.delete()


def _among(hearing: Hearing, parties: Sequence[HearingParty]):
    return hearing.parties.filter(pk__in=[party.pk for party in parties])


def _waited_for(hearing: Hearing, parties: Sequence[HearingParty]):
    return _among(hearing, parties).filter(answered_on=None, declined_on=None)


def _note(hearing: Hearing, parties, said: dict[str, date], by: User, now: datetime) -> int:
    with transaction.atomic():
        accept_in_use(hearing=hearing, by=by, now=now)
        return parties.update(**said)
