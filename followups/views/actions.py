"""The actions on what is waited for, on one occurrence or on several rows of the desk: for each the form, the words, and the service."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.forms import Form
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from cases.access import Actor
from followups import services
from followups.forms import DropForm, MeetForm, PlaceForm, PostponeForm, RejectForm, TakeUpForm
from followups.models import Occurrence, Step
from followups.selectors.agendas import alike, coming_agendas, past_agendas
from meetings.typed_periods import days_of_body, read_typed_period

PLACE, MEET, POSTPONE, DROP, REJECT, TAKE_UP = "dagsorden", "besvaret", "udskudt", "lukket", "afvist", "taget-op"  # in addresses
OF_ONE = (PLACE, MEET, POSTPONE, DROP, TAKE_UP)
Rows = Sequence[Occurrence]
Given = dict[str, Any]  # who, when, why, and the versions of the page
Options = dict[str, Any]  # of a form: `data` and `prefix`


@dataclass(frozen=True, slots=True)
class Action:
    """`form` gives it filled with data or not; `act` does it and gives the steps; `done_with` tells of so many, `done` of one on its own page."""

    heading: object
    button: object
    form: Callable[[Rows, Actor, date, Options], Form]
    act: Callable[[Rows, Form, Given], list[Step]]
    done_with: Callable[[int], str]
    done: object = ""


def form_of(name: str, rows: Rows, actor: Actor, *, today: date, data: Any = None, prefix: str | None = None) -> Form:
    """Returns the form of the action `name`, filled with `data` if there is any."""
    return ACTIONS[name].form(rows, actor, today, {"data": data, "prefix": prefix})


def forms_of(found: Occurrence, actor: Actor, *, today: date) -> dict[str, Form]:
    """Returns the empty forms of one occurrence by their names in addresses."""
    return {name: form_of(name, [found], actor, today=today, prefix=name) for name in OF_ONE}


def _place_form(rows: Rows, actor: Actor, today: date, options: Options) -> Form:
    bodies, form = {row.body_id for row in rows}, PlaceForm(**options)
    form.fields["item"].offer(coming_agendas(bodies, actor, today=today), new_in=[body for body in bodies if actor.manages(body)])
    return form


def _meet_form(rows: Rows, actor: Actor, today: date, options: Options) -> Form:
    form, asked = MeetForm(**options), [row.item for row in rows]
    agendas = past_agendas({row.body_id for row in rows}, actor, today=today, since=min(item.meeting.date for item in asked))
    form.fields["item"].offer(agendas, first=alike(asked, actor, today=today), none=_("outside a meeting"))
    return form


def _postpone_form(rows: Rows, actor: Actor, today: date, options: Options) -> Form:
    """The calendar of the body that waits, if all wait at one, reads words such as the next meeting."""
    bodies = {row.body_id for row in rows}

    def read(text: str):
        return read_typed_period(text, today, days_of_body(*bodies, today) if len(bodies) == 1 else [])

    return PostponeForm(**options, today=today, read_phrase=read)


def _drop_form(rows: Rows, actor: Actor, today: date, options: Options) -> Form:
    form = DropForm(**options)
    if not any(row.follow_up and row.follow_up.every for row in rows):
        del form.fields["for_good"]
    return form


def _reject_form(rows: Rows, actor: Actor, today: date, options: Options) -> Form:
    return RejectForm(**options)


def _take_up_form(rows: Rows, actor: Actor, today: date, options: Options) -> Form:
    return TakeUpForm(**options)


def _place(rows: Rows, form: Form, given: Given) -> list[Step]:
    """On the item chosen; where a new one was, each on an item of its own case."""
    field, wanted = form.fields["item"], form.cleaned_data["item"]
    if wanted in field.items:
        return services.place_all(occurrences=rows, item=field.items[wanted], **given)
    return services.place_on_new_items(occurrences=rows, meeting=field.meetings[wanted], **given)


def _meet(rows: Rows, form: Form, given: Given) -> list[Step]:
    item = form.fields["item"].items.get(form.cleaned_data["item"])
    on = item.meeting.date if item else form.cleaned_data["on"]
    return services.meet_all(occurrences=rows, item=item, on=on, **given)


def _postpone(rows: Rows, form: Form, given: Given) -> list[Step]:
    return services.postpone_all(occurrences=rows, first=form.cleaned_data["first"], last=form.cleaned_data["last"], **given)


def _drop(rows: Rows, form: Form, given: Given) -> list[Step]:
    return services.drop_all(occurrences=rows, for_good=form.cleaned_data.get("for_good", False), **given)


def _reject(rows: Rows, form: Form, given: Given) -> list[Step]:
    return services.reject_sentences(occurrences=rows, **given)


def _take_up(rows: Rows, form: Form, given: Given) -> list[Step]:
    return services.take_up(occurrences=rows, **given)


ACTIONS = {
    PLACE: Action(
        gettext_lazy("Place on an agenda"),
        gettext_lazy("Place on the agenda"),
        _place_form,
        _place,
        lambda count: ngettext("%(count)d stands on the agenda now.", "%(count)d stand on the agenda now.", count),
        gettext_lazy("It stands on the agenda now."),
    ),
    MEET: Action(
        gettext_lazy("Note as answered"),
        gettext_lazy("Note as answered"),
        _meet_form,
        _meet,
        lambda count: ngettext("%(count)d is answered now.", "%(count)d are answered now.", count),
        gettext_lazy("It is answered now."),
    ),
    POSTPONE: Action(
        gettext_lazy("Postpone"),
        gettext_lazy("Postpone them"),
        _postpone_form,
        _postpone,
        lambda count: ngettext("%(count)d has its new time now.", "%(count)d have their new time now.", count),
        gettext_lazy("It has its new time now."),
    ),
    DROP: Action(
        gettext_lazy("Let go"),
        gettext_lazy("Let them go"),
        _drop_form,
        _drop,
        lambda count: ngettext("%(count)d is not waited for any more.", "%(count)d are not waited for any more.", count),
        gettext_lazy("It is not waited for any more."),
    ),
    REJECT: Action(
        gettext_lazy("Reject as misread"),
        gettext_lazy("Reject them"),
        _reject_form,
        _reject,
        lambda count: ngettext("%(count)d is rejected as misread.", "%(count)d are rejected as misread.", count),
    ),
    TAKE_UP: Action(
        gettext_lazy("Take up"),
        gettext_lazy("Take them up"),
        _take_up_form,
        _take_up,
        lambda count: ngettext("%(count)d is taken up and counts now.", "%(count)d are taken up and count now.", count),
        gettext_lazy("It is taken up and counts now."),
    ),
}
