"""A meeting in the register as facts: what it would be read as, were it a document."""

from meetings.models import AgendaItem, Meeting
from minutes.pairing import NUMBER
from minutes.storing.obligations import OBLIGATIONS
from minutes.storing.rows import Rows, printed_number, rows_of
from minutes.storing.sources import place_of
from minutes.storing.tables import TABLES
from reader import facts

_WRITTEN = ("sections", "recommendations", "attachments")  # what an agenda that is made here can hold of an item


def snapshot(meeting: Meeting) -> facts.Minutes:
    """The facts that `meeting` holds now, each with its place in the document it was read from."""
    rows = rows_of(meeting)
    document = meeting.source
    source = facts.SourceFile(document.name, document.sha256, document.format) if document else facts.SourceFile(str(meeting), "", "txt")
    is_held = meeting.state == Meeting.State.HELD
    return facts.Minutes(
        source=source,
        kind="minutes" if is_held else "agenda",
        meeting=facts.MeetingFacts(
            body=meeting.body.name,
            date=meeting.date,
            start=meeting.start,
            end=meeting.end,
            place=meeting.place or None,
            attendees=[row.name for row in rows.attendances if not row.absent],
            absent=[facts.Absence(row.name, "absent", place_of(row)) for row in rows.attendances if row.absent],
            corrected=list(meeting.corrected_parts),
            at=place_of(meeting),
        ),
        time_plan=[
            facts.TimePlanRowFacts(
                row.start,
                row.end,
                row.title,
                printed_number(row.item.number, row.item.label) if row.item else None,
                list(row.guests),
                row.is_break,
                place_of(row),
            )
            for row in rows.time_plan
        ],
        items=[_item(item, rows) for item in rows.items],
    )


def _item(item: AgendaItem, rows: Rows) -> facts.ItemFacts:
    result = facts.ItemFacts(
        number=printed_number(item.number, item.label),
        title=item.title,
        label=item.label,
        case_number=item.case.number if item.case else None,
        closed=item.closed,
        in_doubt=item.in_doubt,
        decision=item.decision or None,
        row=item.pk,
        written=_written(item, rows),
        corrected=list(item.corrected_parts),
        votes=[_vote(vote, rows) for vote in rows.votes.get(item.pk, [])],
        at=place_of(item),
    )
    for table in TABLES:
        kept = rows.facts[table.attribute].get(item.pk, [])
        setattr(result, table.attribute, [_with_place(table.fact(row), row, table.is_sourced) for row in kept])
    for table in OBLIGATIONS:
        kept = rows.obligations[table.attribute].get(item.pk, [])
        setattr(result, table.attribute, [table.fact(row) for row in kept])
    return result


def _written(item: AgendaItem, rows: Rows) -> list[str]:
    """The parts of the item that were written for the agenda and read from no document."""
    written = [part for part in _WRITTEN if any(row.source_id is None for row in rows.facts[part].get(item.pk, []))]
    return [NUMBER, *written] if item.source_id is None else written


def _vote(vote, rows: Rows) -> facts.VoteFacts:
    names = rows.names.get(vote.pk, [])
    return facts.VoteFacts(
        vote.votes_for,
        vote.votes_against,
        vote.abstained,
        [name.name for name in names if name.side == "for"],
        [name.name for name in names if name.side == "against"],
        vote.on,
        place_of(vote),
    )


def _with_place(fact, row, is_sourced: bool):
    if is_sourced:
        fact.at = place_of(row)
    return fact
