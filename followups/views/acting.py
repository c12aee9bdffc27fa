"""What can be done with several rows of the desk at once: for each the form, the words, and the deed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.forms import Form
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from cases.access import Viewer
from followups import services
from followups.forms import DropForm, MeetForm, PlaceForm, PostponeForm, RejectForm
from followups.models import Occurrence, Step
from followups.selectors.agendas import alike, coming_agendas, past_agendas
from followups.services.adding import add_item
from followups.services.transitions import lock_occurrences
from followups.views.filling import DROP, MEET, PLACE, POSTPONE
from meetings.typed_periods import days_of_body, read_typed_period

REJECT = "afvist"
Rows = Sequence[Occurrence]
Given = dict[str, Any]  # who, when, why, and the versions of the page


@dataclass(frozen=True, slots=True)
class Action:
    """`form` gives it filled with data or not; `act` does it and gives the steps; `said` tells of so many."""

    heading: object
    button: object
    form: Callable[[Rows, Viewer, date, Any], Form]
    act: Callable[[Rows, Form, Given], list[Step]]
    said: Callable[[int], str]


def _place_form(rows: Rows, viewer: Viewer, today: date, data: Any) -> Form:
    bodies, form = {row.body_id for row in rows}, PlaceForm(data)
    form.fields["item"].offer(coming_agendas(bodies, viewer, today=today), new_in=[body for body in bodies if viewer.manages(body)])
    return form


def _meet_form(rows: Rows, viewer: Viewer, today: date, data: Any) -> Form:
    form, asked = MeetForm(data), [row.item for row in rows]
    agendas = past_agendas({row.body_id for row in rows}, viewer, today=today, since=min(item.meeting.date for item in asked))
    form.fields["item"].offer(agendas, first=alike(asked, viewer, today=today), none=_("outside a meeting"))
    return form


def _postpone_form(rows: Rows, viewer: Viewer, today: date, data: Any) -> Form:
    """Words such as the next meeting are read by the calendar of the body that waits, where it is one and the same."""
    bodies = {row.body_id for row in rows}
    days = days_of_body(bodies.pop(), today) if len(bodies) == 1 else []
    return PostponeForm(data, today=today, read_phrase=lambda text: read_typed_period(text, today, days))


def _drop_form(rows: Rows, viewer: Viewer, today: date, data: Any) -> Form:
    form = DropForm(data)
    if not any(row.follow_up and row.follow_up.every for row in rows):
        del form.fields["for_good"]
    return form


def _place(rows: Rows, form: Form, given: Given) -> list[Step]:
    """On the item chosen; where a new one was, each on an item of its own case."""
    field, wanted = form.fields["item"], form.cleaned_data["item"]
    if wanted in field.items:
        return services.place_all(occurrences=rows, item=field.items[wanted], **given)
    lock_occurrences([row.pk for row in rows], also=[field.meetings[wanted].body_id])  # all their bodies at once
    made = [(row, add_item(occurrence=row, meeting=field.meetings[wanted])) for row in rows]
    return [step for row, item in made for step in services.place_all(occurrences=[row], item=item, **given)]


def _meet(rows: Rows, form: Form, given: Given) -> list[Step]:
    item = form.fields["item"].items.get(form.cleaned_data["item"])
    on = item.meeting.date if item else form.cleaned_data["on"]
    return services.meet_all(occurrences=rows, item=item, on=on, **given)


def _postpone(rows: Rows, form: Form, given: Given) -> list[Step]:
    return services.postpone_all(occurrences=rows, first=form.cleaned_data["first"], last=form.cleaned_data["last"], **given)


def _drop(rows: Rows, form: Form, given: Given) -> list[Step]:
    lock_occurrences([row.pk for row in rows])  # all their bodies at once
    ends = [row for row in rows if form.cleaned_data.get("for_good") and row.follow_up and row.follow_up.every]
    dropped = services.drop_all(occurrences=[row for row in rows if row not in ends], **given)
    return dropped + services.end_all(occurrences=ends, **given)


def _reject(rows: Rows, form: Form, given: Given) -> list[Step]:
    return services.reject_sentences(occurrences=rows, **given)


ACTIONS = {
    PLACE: Action(
        gettext_lazy("Place on an agenda"),
        gettext_lazy("Place on the agenda"),
        _place_form,
        _place,
        lambda count: ngettext("%(count)d stands on the agenda now.", "%(count)d stand on the agenda now.", count),
    ),
    MEET: Action(
        gettext_lazy("Note as answered"),
        gettext_lazy("Note as answered"),
        _meet_form,
        _meet,
        lambda count: ngettext("%(count)d is answered now.", "%(count)d are answered now.", count),
    ),
    POSTPONE: Action(
        gettext_lazy("Postpone"),
        gettext_lazy("Postpone them"),
        _postpone_form,
        _postpone,
        lambda count: ngettext("%(count)d has its new time now.", "%(count)d have their new time now.", count),
    ),
    DROP: Action(
        gettext_lazy("Let go"),
        gettext_lazy("Let them go"),
        _drop_form,
        _drop,
        lambda count: ngettext("%(count)d is not waited for any more.", "%(count)d are not waited for any more.", count),
    ),
    REJECT: Action(
        gettext_lazy("Reject as misread"),
        gettext_lazy("Reject them"),
        lambda rows, viewer, today, data: RejectForm(data),
        _reject,
        lambda count: ngettext("%(count)d is rejected as misread.", "%(count)d are rejected as misread.", count),
    ),
}
