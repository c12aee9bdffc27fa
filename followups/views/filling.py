"""The forms of one occurrence, with what can be chosen in them."""

from datetime import date

from django.forms import Form
from django.utils.translation import gettext as _

from cases.access import Viewer
from followups.forms import DropForm, MeetForm, PlaceForm, PostponeForm
from followups.models import Occurrence
from followups.selectors.agendas import alike, coming_agendas, past_agendas
from meetings.typed_periods import days_of_body, read_typed_period

PLACE, MEET, POSTPONE, DROP = "dagsorden", "besvaret", "udskudt", "lukket"


def forms_for(found: Occurrence, viewer: Viewer, *, today: date) -> dict[str, Form]:
    """Each by its name in addresses, not filled in."""
    return {name: form_for(name, found, viewer, today=today) for name in (PLACE, MEET, POSTPONE, DROP)}


def form_for(name: str, found: Occurrence, viewer: Viewer, *, today: date, data=None) -> Form:
    return _MAKERS[name](found, viewer, today, {"data": data, "prefix": name})


def _place(found: Occurrence, viewer: Viewer, today: date, given: dict) -> Form:
    form = PlaceForm(**given)
    new_in = [found.body_id] if viewer.manages(found.body_id) else []
    form.fields["item"].offer(coming_agendas([found.body_id], viewer, today=today), new_in=new_in)
    return form


def _meet(found: Occurrence, viewer: Viewer, today: date, given: dict) -> Form:
    form = MeetForm(**given)
    agendas = past_agendas([found.body_id], viewer, today=today, since=found.item.meeting.date)
    form.fields["item"].offer(agendas, first=alike([found.item], viewer, today=today), none=_("outside a meeting"))
    return form


def _postpone(found: Occurrence, viewer: Viewer, today: date, given: dict) -> Form:
    return PostponeForm(**given, today=today, read_phrase=lambda text: read_typed_period(text, today, days_of_body(found.body_id, today)))


def _drop(found: Occurrence, viewer: Viewer, today: date, given: dict) -> Form:
    form = DropForm(**given)
    if not (found.follow_up and found.follow_up.every):
        del form.fields["for_good"]
    return form


_MAKERS = {PLACE: _place, MEET: _meet, POSTPONE: _postpone, DROP: _drop}
