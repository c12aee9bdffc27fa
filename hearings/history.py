"""The history of a hearing and of its parties, the latest step first, with what can be undone."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import DateField, Field, Q, TextField
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from concurrency.transitions import Transition
from hearings.models import Hearing, HearingResponse, HearingStep, PartyStep
from meetings.templatetags.danish import day
from reminders.models import Letter

HEARING, PARTY = "hoering", "part"  # the kinds of steps, as addresses and forms call them
_OF_AN_ANSWER = ("given_on", "text", "file_name", "decided_at_id", "considered_at_id", "is_public")
_NOT_IN_WORDS = ("body_id", "duplicate_of_id", "is_dropped")  # keys, and what the name of the step says already


@dataclass(frozen=True, slots=True)
class ColumnChange:
    """A column that a step changed: its name, and its value before and after in words."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """A step as the page shows it.

    `of` is the party it was taken with, or the hearing when that is not the page's own but was joined with it. `with_` is the party that
    a party was joined with.
    """

    kind: str
    step: Transition
    of: str
    with_: str
    changes: tuple[ColumnChange, ...]
    may_undo: bool

    @property
    def key(self) -> str:
        """`part-12`: the step in a form."""
        return f"{self.kind}-{self.step.pk}"


def history_of(hearing: Hearing) -> list[HistoryEntry]:
    """The steps of the hearing, of the hearings that were joined with it, and of its parties: two queries.

    None is left out, since a step that is not shown could not be taken back.
    """
    same = Q(hearing=hearing) | Q(hearing__duplicate_of=hearing)
    steps = HearingStep.objects.filter(same).select_related("hearing__item", "by", "undone_by")
    of_parties = PartyStep.objects.filter(party__hearing=hearing).select_related("party__duplicate_of", "by", "undone_by", "letter__mail")
    found = [(HEARING, step) for step in steps] + [(PARTY, step) for step in of_parties]
    found.sort(key=lambda entry: (entry[1].at, entry[1].pk), reverse=True)
    latest: set[tuple[str, int]] = set()
    entries = []
    for kind, step in found:
        may_undo = not step.undone_at and (kind, step.row_id) not in latest and can_be_taken_back(step)
        if not step.undone_at:
            latest.add((kind, step.row_id))
        entries.append(_entry(hearing, kind, step, may_undo))
    return entries


def can_be_taken_back(step: Transition) -> bool:
    """Tells whether a step can be undone: nothing has left the house with it."""
    letter = getattr(step, "letter", None)
    return letter is None or letter.can_be_taken_back


def letters_in_force(entries: Iterable[HistoryEntry]) -> dict[int, Letter]:
    """The latest letter to each party, by the party's key, as long as its step stands."""
    steps = [entry.step for entry in entries if entry.kind == PARTY and not entry.step.undone_at]
    return {step.party_id: step.letter for step in reversed(steps) if step.letter}


def _entry(hearing: Hearing, kind: str, step: Transition, may_undo: bool) -> HistoryEntry:
    of, with_ = "", ""
    if kind == PARTY:
        of = step.party.name
        with_ = step.party.duplicate_of.name if step.what == PartyStep.What.JOINED and step.party.duplicate_of else ""
    elif step.hearing_id != hearing.pk:
        of = step.hearing.label
    return HistoryEntry(kind, step, of, with_, _changes(step), may_undo)


def _changes(step: Transition) -> tuple[ColumnChange, ...]:
    if step.what in getattr(step, "OF_ANSWERS", ()):
        changed, columns = step.moved.get("changed", {}), HearingResponse._meta
        # Of one item and then another the step's own name says it.
        pairs = {name: changed[name] for name in _OF_AN_ANSWER if name in changed and not (name.endswith("_at_id") and all(changed[name]))}
    else:
        columns = type(step)._meta.get_field(step.row_field).related_model._meta
        names = [name for name in step.recorded if step.before[name] != step.after[name] and name not in _NOT_IN_WORDS]
        pairs = {name: [step.before[name], step.after[name]] for name in names}
    fields = [(columns.get_field(name), *pair) for name, pair in pairs.items()]
    return tuple(ColumnChange(str(field.verbose_name), _words(field, before), _words(field, after)) for field, before, after in fields)


def _words(field: Field, value: str | bool | int | None) -> str:
    """A value as the history keeps it, in words. Of an answer's text the length alone: one that was removed is shown to nobody."""
    if value in (None, ""):
        return "–"
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(field, DateField):
        return day(parse_date(value))
    if field.is_relation:
        return _("noted")
    if isinstance(field, TextField):
        return ngettext("%(count)d character", "%(count)d characters", len(value)) % {"count": len(value)}
    return str(dict(field.choices or ()).get(value, value))
