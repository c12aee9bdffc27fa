"""The deadlines of what was promised: for the secretaries, the chair and whoever is responsible."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date

from django.db.models import Exists, OuterRef
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from cases.access import Viewer
from followups.models import FollowUp, Occurrence
from meetings.models import AgendaItem, Body
from reminders.addressees import BodyPeople, comparison_key, name_addressee, people_named, people_of, readers_of
from reminders.deadlines import Addressee, Deadline, Description, Duty, Kind
from reminders.keys import deadline_key, rows_of

# Whoever is named so in minutes is the chair, or the body and its secretaries themselves.
CHAIR = {comparison_key(name) for name in ("formanden", "formand")}
OWN = {
    comparison_key(name)
    for name in ("sekretæren", "sekretær", "sekretariatet", "rådet", "udvalget", "rådets sekretær", "udvalgets sekretær")
}
# A list tells the same promise once; the planner has no reader, so it asks as somebody who may read all of them.
_ALL = Viewer(is_administrator=True)


class ReportSource:
    """A follow-up that is open and has a last day.

    It does not stand while it is on the agenda of a coming meeting, since it has been seen to. Of what nobody has reviewed only the secretaries are told. The
    answer to a hearing that the register knows is reminded of with the hearing (`hearings.deadlines`).
    """

    name = "report"

    def deadlines(self, *, today: date, keys: Collection[str] | None = None) -> Iterator[Deadline]:
        """Six queries at most."""
        agenda = AgendaItem.objects.taking_place().filter(pk=OuterRef("placed_on"), meeting__date__gte=today)
        rows = Occurrence.objects.visible_to(_ALL).open().filter(follow_up__hearing=None, follow_up__isnull=False, due_end__isnull=False)
        rows = rows.exclude(Exists(agenda)).told_once(_ALL)
        if keys is not None:
            rows = rows.filter(pk__in=rows_of(self.name, keys))
        rows = list(rows.select_related("follow_up", "item__meeting").defer("item__search_decision", "item__search_text").order_by("pk"))
        named = [row.follow_up.responsible for row in rows if row.follow_up.responsible]
        bodies = {comparison_key(body.name): body.pk for body in Body.objects.with_meetings()} if named else {}
        persons = people_named(named) if named else {}
        people = people_of({key for row in rows for key in (row.body_id, row.item.body_id)} | {*bodies.values()}, seats=True)
        readers = readers_of([row.item for row in rows], people, today=today)
        for row in rows:
            told = people.secretaries_of(row.body_id)
            if row.follow_up.review != FollowUp.Review.UNREVIEWED:
                told += _responsible(row, people, bodies, persons, today) + people.chairs_of(row.body_id, today)
            addressees = tuple(readers.among(told, row.item_id))
            opens = row.due_start if row.due_start < row.due_end else None  # a single day has no period that begins before it
            yield Deadline(deadline_key(self.name, row.pk), Kind.REPORT, row.body_id, opens, row.due_end, addressees)

    def describe(self, keys: Collection[str], *, viewer: Viewer) -> dict[str, Description]:
        """One query."""
        rows = Occurrence.objects.visible_to(viewer).filter(pk__in=rows_of(self.name, keys)).select_related("item", "follow_up")
        return {deadline_key(self.name, row.pk): _description(row) for row in rows if row.follow_up}


def _responsible(
    row: Occurrence, people: BodyPeople, bodies: Mapping[str, int], persons: Mapping[str, str], today: date
) -> list[Addressee]:
    """The chair, the body's own secretaries, another body's, a person, or else a unit known by its name."""
    name = row.follow_up.responsible
    key = comparison_key(name)
    if not name or key in OWN or bodies.get(key) == row.body_id:
        return []
    if key in CHAIR:
        return people.chairs_of(row.body_id, today, Duty.RESPONSIBLE)
    if key in bodies:
        return people.secretaries_of(bodies[key], Duty.RESPONSIBLE)
    return [Addressee(persons[key], Duty.RESPONSIBLE)] if key in persons else [name_addressee(name, Duty.RESPONSIBLE)]


def _description(row: Occurrence) -> Description:
    if row.item.closed:
        return Description(_("A closed item"), "", row.get_absolute_url())
    return Description(capfirst(row.follow_up.text), row.follow_up.quote, row.get_absolute_url())
