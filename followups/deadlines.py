"""The deadlines of what was promised: for the secretaries, the chair and whoever is responsible; and whether others owe it."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from cases.access import Actor
from followups.models import FollowUp, Occurrence
from meetings.models import AgendaItem, Body
from reminders.addressees import BodyPeople, comparison_key, name_addressee, people_named, people_of, readers_of
from reminders.deadlines import Addressee, Deadline, DeadlineKind, Description, Duty
from reminders.keys import deadline_key, rows_of
from reminders.sources import LetterSource

# Whoever is named so in minutes is the chair, or the body and its secretaries themselves.
CHAIR = {comparison_key(name) for name in ("formanden", "formand")}
OWN = {
    comparison_key(name)
    for name in ("sekretæren", "sekretær", "sekretariatet", "rådet", "udvalget", "rådets sekretær", "udvalgets sekretær")
}
# The planner has no reader: it asks as somebody who may read everything, and then who may read what.
_ALL = Actor(is_administrator=True)
_REPEATED = Q(duplicate_of__isnull=False) | Exists(Occurrence.objects.filter(duplicate_of=OuterRef("pk")))


class ReportSource(LetterSource):
    """A follow-up that is open, has a last day and is no history.

    It does not stand while it is on the agenda of a coming meeting, since it has been seen to. Of what nobody has reviewed only the
    secretaries are told. The answer to a hearing that the register knows is reminded of with the hearing (`hearings.deadlines`). Each
    reading of a promise that has been read more than once is a deadline, for those who are told of no earlier one.
    """

    name = "report"

    def deadlines(self, *, today: date, keys: Collection[str] | None = None) -> Iterator[Deadline]:
        """Six queries at most."""
        asked = None if keys is None else set(rows_of(self.name, keys))
        rows = list(_readings(asked, today=today))
        named = [row.follow_up.responsible for row in rows if row.follow_up.responsible]
        bodies = {comparison_key(body.name): body.pk for body in Body.objects.with_meetings()} if named else {}
        persons = people_named(named) if named else {}
        people = people_of({key for row in rows for key in (row.body_id, row.item.body_id)} | {*bodies.values()}, seats=True)
        readers = readers_of([row.item for row in rows], people, today=today)
        told_by_another: dict[tuple, set[str]] = defaultdict(set)
        for row in rows:
            told = people.secretaries_of(row.body_id)
            if row.follow_up.review != FollowUp.Review.UNREVIEWED:
                told += responsible_for(row, people, bodies, persons, today) + people.chairs_of(row.body_id, today)
            addressees = readers.among(told, row.item_id)
            told_before = told_by_another[_same(row)]
            new = tuple(one for one in addressees if row.is_touched or one.key not in told_before)
            told_before |= {one.key for one in addressees}
            if row.due_end and not row.is_placed and (asked is None or row.pk in asked):
                opens = row.due_start if row.due_start < row.due_end else None  # a single day has no period that begins before it
                key = deadline_key(self.name, row.pk)
                yield Deadline(key, DeadlineKind.REPORT, row.body_id, opens, row.due_end, new, is_taken_up=row.is_touched)

    def waits_for(self, key: str) -> bool:
        """One query."""
        return Occurrence.objects.visible_to(_ALL).open().filter(pk__in=rows_of(self.name, [key])).exists()

    def letter_address(self, key: str, letter: int) -> str:
        [pk] = rows_of(self.name, [key])
        return reverse("occurrence-letter", kwargs={"pk": pk, "letter": letter})

    def describe(self, keys: Collection[str], *, actor: Actor) -> dict[str, Description]:
        """One query."""
        rows = Occurrence.objects.visible_to(actor).filter(pk__in=rows_of(self.name, keys)).select_related("item", "follow_up")
        return {deadline_key(self.name, row.pk): _description(row) for row in rows if row.follow_up}


def _readings(asked: Collection[int] | None, *, today: date) -> QuerySet[Occurrence]:
    """Returns the open occurrences that count and have a last day, and the other readings of the same promise, the first one first; with `asked` those of these rows."""
    agenda = AgendaItem.objects.taking_place().filter(pk=OuterRef("placed_on"), meeting__date__gte=today)
    rows = Occurrence.objects.visible_to(_ALL).open().counting().filter(follow_up__hearing=None, follow_up__isnull=False)
    rows = rows.annotate(is_placed=Exists(agenda)).filter(Q(due_end__isnull=False) | _REPEATED)
    if asked is not None:
        firsts = Occurrence.objects.filter(pk__in=asked, duplicate_of__isnull=False).values("duplicate_of")
        rows = rows.filter(Q(pk__in=asked) | Q(pk__in=firsts) | Q(duplicate_of__in=firsts))
    rows = rows.select_related("follow_up", "item__meeting").defer("item__search_decision", "item__search_text")
    return rows.order_by("duplicate_rank", "pk")


def is_owed_by_others(row: Occurrence) -> bool:
    """Tells whether the sentence names somebody else than the body itself as responsible; its body and follow-up are at hand."""
    name = row.follow_up.responsible if row.follow_up else ""
    return bool(name) and comparison_key(name) not in {*OWN, comparison_key(row.body.name)}


def responsible_for(
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


def _same(row: Occurrence) -> tuple:
    """Returns a key that two readings of one promise share; one that has come to another matter or body since is a promise of its own."""
    return row.duplicate_of_id or row.pk, row.body_id, row.item.matter_id


def _description(row: Occurrence) -> Description:
    if row.item.closed:
        return Description(_("A closed item"), "", row.get_absolute_url())
    told = row.follow_up
    sentence = f"{row.item.get_absolute_url()}#opfoelgning-{told.pk}" if told.quote else ""
    return Description(capfirst(told.text), told.quote, row.get_absolute_url(), sentence)
