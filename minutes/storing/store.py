"""Makes a meeting in the register say what the facts say. Rows that say so already are left alone."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import Max

from meetings.models import AgendaItem, Attendance, Body, Document, Meeting, TimePlanRow, Vote, VoteName
from minutes.matching import Matches
from minutes.storing.column_limits import fitted
from minutes.storing.items import store_items
from minutes.storing.obligations import OBLIGATIONS, store_obligations
from minutes.storing.rows import Rows, rows_of
from minutes.storing.sources import KnownSources, source_columns
from minutes.storing.tables import TABLES
from reader import facts
from reader.headlines import is_extraordinary


@dataclass(slots=True)
class Stored:
    """The meeting, and the rows made on the way by model label: `{"cases.case": [ids]}`."""

    meeting: Meeting
    created: dict[str, list[int]] = field(default_factory=dict)


def store(
    minutes: facts.Minutes, *, body: Body, meeting: Meeting | None, matches: Matches, document: Document | None, taken: set[int]
) -> Stored:
    """Store `minutes` as `meeting` of `body`, a new one when None. Call it in a transaction that holds the lock on the body.

    `matches` must know every person, case and matter by now (`minutes.storing.new_rows`). `taken`: item numbers that other meetings
    of the body have this year; an item with one of those keeps it as its printed label only. Facts that change get their place in
    `document` as provenance; facts that stay keep the one they had.
    """
    stored = Stored(meeting or _new_meeting(minutes, body, document))
    meeting_is_new = meeting is None
    if not meeting_is_new:
        _update_meeting(stored.meeting, minutes, document)
    rows = _no_rows() if meeting_is_new else rows_of(stored.meeting)
    items = store_items(minutes, stored.meeting, rows, matches, document, taken)
    _store_lists(minutes.items, items, rows, matches, document)
    _store_votes(minutes.items, items, rows, matches, document)
    store_obligations(minutes.items, items, rows.obligations, matches, document)
    _store_time_plan(minutes, stored.meeting, items, rows, document)
    _store_attendances(minutes, stored.meeting, rows, matches, document)
    return stored


def _no_rows() -> Rows:
    return Rows(facts={table.attribute: {} for table in TABLES}, obligations={table.attribute: {} for table in OBLIGATIONS})


def _meeting_columns(minutes: facts.Minutes) -> dict:
    meeting = minutes.meeting
    columns = {"start": meeting.start, "end": meeting.end, "place": meeting.place or "", "corrected_parts": meeting.corrected}
    columns["state"] = Meeting.State.HELD if minutes.kind == "minutes" else Meeting.State.PLANNED
    return fitted(Meeting, columns)


def _new_meeting(minutes: facts.Minutes, body: Body, document: Document | None) -> Meeting:
    place = source_columns(minutes.meeting.at, document.pk if document else None)
    if document:
        place["source_id"] = document.pk
    kind = Meeting.Kind.EXTRAORDINARY if is_extraordinary(minutes.meeting) else Meeting.Kind.ORDINARY
    latest = Meeting.objects.filter(body=body, date=minutes.meeting.date).aggregate(Max("sequence"))["sequence__max"] or 0
    own = {"body": body, "date": minutes.meeting.date, "sequence": latest + 1, "kind": kind}
    return Meeting.objects.create(**own, **_meeting_columns(minutes), **place)


def _update_meeting(meeting: Meeting, minutes: facts.Minutes, document: Document | None) -> None:
    wanted = _meeting_columns(minutes)
    if minutes.kind == "agenda":
        del wanted["state"]  # an agenda neither undoes the meeting nor has a cancelled meeting take place
    if document and meeting.source_id is None:
        wanted |= source_columns(minutes.meeting.at, document.pk) | {"source_id": document.pk}
    _save_changes(meeting, wanted)


def _save_changes(row, wanted: dict) -> None:
    changed = [name for name, value in wanted.items() if getattr(row, name) != value]
    if changed:
        for name in changed:
            setattr(row, name, wanted[name])
        row.save(update_fields=[name.removesuffix("_id") for name in changed])


def _store_lists(items: list[facts.ItemFacts], rows_for: list[AgendaItem], rows: Rows, matches: Matches, document: Document | None) -> None:
    wanted = defaultdict(list)
    for fact_item, item in zip(items, rows_for, strict=True):
        for table in TABLES:
            values = [fitted(table.model, table.row(fact, fact_item, matches)) for fact in getattr(fact_item, table.attribute)]
            kept = rows.facts[table.attribute].get(item.pk, [])
            if [_columns(row, table.columns) for row in kept] == [_values(value, table.columns) for value in values]:
                continue
            if kept:
                table.model.objects.filter(pk__in=[row.pk for row in kept]).delete()
            places = KnownSources((row, _columns(row, table.columns)) for row in kept if table.is_sourced)
            for position, (fact, value) in enumerate(zip(getattr(fact_item, table.attribute), values, strict=True), start=1):
                said = _values(value, table.columns)
                source = places.columns(said, fact.at, document and document.pk) if table.is_sourced else {}
                wanted[table.model].append(table.model(item=item, position=position, **value, **source))
    for model, new in wanted.items():
        model.objects.bulk_create(new)


def _columns(row, columns: tuple[str, ...]) -> list:
    return [getattr(row, column) for column in columns]


def _values(value: dict, columns: tuple[str, ...]) -> list:
    return [value[column] for column in columns]


def _store_votes(items: list[facts.ItemFacts], rows_for: list[AgendaItem], rows: Rows, matches: Matches, document: Document | None) -> None:
    new_votes, new_names = [], []
    for fact_item, item in zip(items, rows_for, strict=True):
        kept = rows.votes.get(item.pk, [])
        if [_vote_values(vote, rows) for vote in kept] == [_fact_values(vote) for vote in fact_item.votes]:
            continue
        if kept:
            Vote.objects.filter(pk__in=[vote.pk for vote in kept]).delete()
        places = KnownSources((vote, _vote_values(vote, rows)) for vote in kept)
        for position, fact in enumerate(fact_item.votes, start=1):
            source = places.columns(_fact_values(fact), fact.at, document and document.pk)
            vote = Vote(item=item, position=position, **_ballot(fact), **source)
            new_votes.append(vote)
            for side, names in (("for", fact.for_names), ("against", fact.against_names)):
                new_names += [
                    VoteName(vote=vote, side=side, position=place, person_id=matches.person_id(name), **fitted(VoteName, {"name": name}))
                    for place, name in enumerate(names, start=1)
                ]
    Vote.objects.bulk_create(new_votes)
    VoteName.objects.bulk_create(new_names)


def _ballot(fact: facts.VoteFacts) -> dict:
    counts = {"votes_for": fact.votes_for, "votes_against": fact.votes_against, "abstained": fact.abstained}
    return fitted(Vote, {"on": fact.on, **counts})


def _vote_values(vote: Vote, rows: Rows) -> tuple:
    names = rows.names.get(vote.pk, [])
    sides = [[name.name for name in names if name.side == side] for side in ("for", "against")]
    return (vote.on, vote.votes_for, vote.votes_against, vote.abstained, *sides)


def _fact_values(fact: facts.VoteFacts) -> tuple:
    sides = [[fitted(VoteName, {"name": name})["name"] for name in names] for names in (fact.for_names, fact.against_names)]
    return (*_ballot(fact).values(), *sides)


def _store_time_plan(minutes: facts.Minutes, meeting: Meeting, items: list[AgendaItem], rows: Rows, document: Document | None) -> None:
    by_number = {fact.number: item for fact, item in zip(minutes.items, items, strict=True) if fact.number is not None}
    wanted = [
        {
            "start": row.start,
            "end": row.end,
            "title": row.title,
            "item_id": by_number[row.item].pk if row.item in by_number else None,
            "guests": row.guests,
            "is_break": row.is_break,
        }
        for row in minutes.time_plan
    ]
    _replace_list(TimePlanRow, meeting, rows.time_plan, wanted, [row.at for row in minutes.time_plan], document)


def _store_attendances(minutes: facts.Minutes, meeting: Meeting, rows: Rows, matches: Matches, document: Document | None) -> None:
    named = [(name, False, minutes.meeting.at) for name in minutes.meeting.attendees]
    named += [(entry.name, True, entry.at) for entry in minutes.meeting.absent]
    wanted = [{"name": name, "absent": absent, "person_id": matches.person_id(name)} for name, absent, _at in named]
    _replace_list(Attendance, meeting, rows.attendances, wanted, [at for _name, _absent, at in named], document)


def _replace_list(
    model, meeting: Meeting, kept: list, wanted: list[dict], places: list[facts.TextPlace | None], document: Document | None
) -> None:
    wanted = [fitted(model, value) for value in wanted]
    said = [{name: getattr(row, name) for name in wanted[0]} for row in kept] if wanted else []
    if said == wanted and len(kept) == len(wanted):
        return
    known = KnownSources(zip(kept, said, strict=False))
    if kept:
        model.objects.filter(pk__in=[row.pk for row in kept]).delete()
    model.objects.bulk_create(
        model(meeting=meeting, position=position, **value, **known.columns(value, place, document and document.pk))
        for position, (value, place) in enumerate(zip(wanted, places, strict=True), start=1)
    )
