"""The one place that decides what a paper shows to its reader: rows fetched through `visible_to`, made into plain values."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from agendas.selectors.answers import Answered, answers_of
from agendas.selectors.board import BoardRow, board_of
from cases.access import PUBLIC, Actor
from meetings import timeline
from meetings.models import AgendaItem, Meeting
from meetings.selectors import closed_between
from meetings.templatetags.danish import clock, day, hours, item_number, outcome_told, telling
from papers.values import PaperItem, PaperMeeting, PaperSection, PaperTime
from papers.wording import attachment_told, part_told, vote_told

OF_AGENDA = ("sections", "recommendations", "attachments", "attachment_files", "invited")
OF_MINUTES = ("sections", "recommendations", "attachments", "attachment_files", "outcomes", "votes", "participations")


def paper_of_agenda(meeting: Meeting, actor: Actor) -> PaperMeeting:
    """The meeting with what its agenda says to the actor. It was fetched with its parts, its items with those of `OF_AGENDA`.

    At most eight queries for what the items answer, and as many for which of it everybody may read where somebody else is told any of it;
    one where a number is missing, and five for the clock of an agenda that has not been sent.
    """
    items = meeting.readable_items
    if meeting.readable_time_plan or meeting.agenda_published_at or not items:
        plan = [_planned(row) for row in meeting.readable_time_plan]
        answers: Mapping[int, Sequence[Answered]] = answers_of(items, actor)
    else:
        board = board_of(meeting, items, actor)
        plan = [_on_board(row) for row in board.rows] if board.has_clock else []
        answers = {row.item.pk: row.answers for row in board.rows if row.item}
    public = answers_of(items, PUBLIC) if actor != PUBLIC and any(answers.values()) else answers
    return _meeting(meeting, plan, [_item(item, answers.get(item.pk, ()), public.get(item.pk, ())) for item in items], [])


def paper_of_minutes(meeting: Meeting) -> PaperMeeting:
    """The meeting with what its minutes say to the actor for whom it was fetched, its items with the parts of `OF_MINUTES`. At most one query."""
    return _meeting(meeting, [], [_item(item) for item in meeting.readable_items], meeting.readable_attendances)


def paper_of_item(item: AgendaItem) -> tuple[PaperMeeting, PaperItem]:
    """The item with the parts of `OF_MINUTES`, and its meeting, without queries."""
    told = _item(item)
    return _meeting(item.meeting, [], [told], []), told


def _meeting(meeting: Meeting, plan: list[PaperTime], items: list[PaperItem], attendances: Sequence) -> PaperMeeting:
    shown = getattr(meeting, "readable_items", None)
    return PaperMeeting(
        body=str(meeting.body),
        slug=meeting.body.slug,
        date=meeting.date,
        hours=hours(meeting),
        place=meeting.place,
        is_extraordinary=meeting.kind == Meeting.Kind.EXTRAORDINARY,
        is_cancelled=meeting.state == Meeting.State.CANCELLED,
        agenda_is_sent=meeting.agenda_published_at is not None,
        minutes_are_out=meeting.minutes_published_at is not None,
        present=[one.name for one in attendances if not one.absent],
        absent=[one.name for one in attendances if one.absent],
        time_plan=plan,
        items=items,
        closed_numbers=closed_between(meeting, shown) if shown else [],
    )


def _planned(row) -> PaperTime:
    ends = f"–{clock(row.end)}" if row.end else ""
    number = item_number(row.item) if row.item else ""
    return PaperTime(f"{clock(row.start)}{ends}", number, row.title or (row.item.title if row.item else ""), row.guests)


def _on_board(row: BoardRow) -> PaperTime:
    if row.item is None:
        return PaperTime(f"{row.start}–{row.end}", "", _("Break"))
    return PaperTime(f"{row.start}–{row.end}", item_number(row.item), row.item.title, [guest.name for guest in row.item.readable_invited])


def _item(item: AgendaItem, answers: Sequence[Answered] = (), public: Sequence[Answered] = ()) -> PaperItem:
    """Of the parts that were not asked for, nothing is told. Of the `answers`, `public` are those that everybody may read."""
    told = _answers(answers)
    files = [attachment_told(file.title, is_closed=file.closed) for file in item.readable_attachment_files]
    return PaperItem(
        mark=f"punkt-{item.position}",
        number=item_number(item),
        title=item.title,
        case_number=item.case.number if item.case else "",
        is_closed=item.closed,
        ground=item.ground_told,
        responsible=item.responsible,
        guests=[guest.name for guest in _part(item, "invited")],
        answers=told,
        has_hidden_answers=not {*told} <= {*_answers(public)},
        sections=[PaperSection(one.heading, one.text, one.is_decision) for one in item.readable_sections],
        recommendations=[(one.number, one.text) for one in item.readable_recommendations],
        attachments=[*(one.title for one in item.readable_attachments), *files],
        has_closed_files=any(file.closed for file in item.readable_attachment_files),
        decision=item.readable_decision,
        outcomes=[outcome_told(one) for one in telling(_part(item, "outcomes"))],
        votes=[vote_told(one) for one in timeline.own_votes(item)] if hasattr(item, "readable_votes") else [],
        parts=[part_told(one) for one in _part(item, "participations")],
    )


def _answers(answers: Sequence[Answered]) -> list[tuple[str, str]]:
    """What is printed of them. One that was asked for in a closed item is left out."""
    return [(one.text, f"d. {day(one.asked_on)}") for one in answers if one.text and not one.is_closed]


def _part(item: AgendaItem, name: str) -> Sequence:
    return getattr(item, f"readable_{name}", ())
