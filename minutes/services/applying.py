"""Apply: a reviewed reading becomes part of the register."""

from contextlib import nullcontext
from datetime import datetime

from accounts.models import User
from meetings.body_creation import create_body
from meetings.confidentiality import propose_shut_outs
from meetings.locking import holding
from meetings.models import Body, Document, Meeting, SecretaryAssignment
from meetings.services import publish_agenda, publish_minutes
from meetings.unsettled import NotSettled, Unsettled
from minutes.differences import accept, defaults, differences, newly_open
from minutes.doubts import unplaced
from minutes.known_rows import known_body_id
from minutes.matching import MeetingChoice
from minutes.models import Import
from minutes.register_checks import WHICH_MEETING
from minutes.services.attached_rows import beside
from minutes.services.closed_protection import held_back
from minutes.services.dependents import rewriting
from minutes.services.doubts import keep_doubts
from minutes.services.exceptions import ImportRefused
from minutes.services.import_headings import find_headings
from minutes.services.locking import one_import_at_a_time
from minutes.services.lookup import look_up, reading_of
from minutes.services.obligation_answers import accept_all
from minutes.services.removals import to_confirm
from minutes.services.safeguards import nothing_done_is_lost
from minutes.storing import snapshot, store
from minutes.storing.new_rows import make_newcomers
from minutes.wording import say
from reader import format


def apply(
    *,
    import_: Import,
    by: User | None,
    now: datetime,
    publish: bool,
    accepted: set[str] | None = None,
    clean: bool = False,
    confirmed: bool = False,
    may_be_public: bool = False,
    shown: int | None = None,
) -> Import:
    """Put the reading in the register. A second call does nothing.

    `accepted`: paths of the differences to take over when the meeting is there already; None takes those that remove nothing and open nothing
    (`minutes.differences.defaults`). `publish` publishes what the document is: the agenda, or the minutes. `clean` accepts every
    obligation that was read, too. Raises `ImportRefused` when the document names no body or date, or the import is in no state for it,
    `NotSettled` when something must be answered before it is published. Removing what is closed or published is `confirmed` by
    itself. What everybody could read at once, since the meeting is published, must be allowed: `publish` does, else `may_be_public`. Which
    of two meetings a day it is about must be said (`say_which`). `shown` is the import's version that was looked
    through; one corrected since is refused. One transaction, one import at a time (`one_import_at_a_time`).
    """
    with one_import_at_a_time(), holding(lambda: [_body_id(import_.pk)]):
        import_ = Import.objects.select_for_update(of=("self",)).select_related("document").get(pk=import_.pk)
        if import_.state == Import.State.APPLIED:
            return import_
        if import_.state != Import.State.REVIEW:
            raise ImportRefused("not_for_review")
        if shown not in (None, import_.version):
            raise ImportRefused("reading_corrected_since")
        minutes = reading_of(import_)
        if not minutes.meeting.body or not minutes.meeting.date:
            raise ImportRefused("no_body_or_date")
        created: dict[str, list[int]] = {}
        held: dict[str, int | None] = {}
        taken_over: set[str] = set()
        read = minutes
        if known_body_id(minutes.meeting.body) is None:
            created["meetings.body"] = [_found(minutes.meeting.body, by).pk]
        matches, warnings, meeting, taken = look_up(minutes, import_.said)
        if any(one.code == WHICH_MEETING for one in warnings):
            raise ImportRefused(WHICH_MEETING)
        body = Body.objects.get(pk=matches.body.id)
        _check_manages(by, body)
        import_.before = import_.before_source = import_.beside_before = None
        if meeting:
            before = snapshot(meeting)
            import_.beside_before = beside(meeting)
            import_.before, import_.before_source = format.to_json(before, places=True, say=say), meeting.source
            held = held_back(read, before, meeting)
            found = differences(before, minutes, held.keys())
            taken_over = defaults(found) if accepted is None else accepted
            if to_confirm(found, taken_over, meeting) and not confirmed:
                raise ImportRefused("removal_not_confirmed")
            minutes = accept(before, minutes, taken_over)
            if meeting.is_public and not (publish or may_be_public):
                _refuse_unseen(newly_open(before, minutes, decided=bool(meeting.minutes_published_at)))
            matches, _warnings, _meeting, taken = look_up(minutes, MeetingChoice(meeting.pk))
        created |= make_newcomers(minutes, matches)
        with rewriting(body) as in_step:
            with nothing_done_is_lost(meeting) if meeting else nullcontext():
                stored = store(minutes, body=body, meeting=meeting, matches=matches, document=import_.document, taken=taken)
            keep_doubts(stored.meeting, import_, read)
            propose_shut_outs(items=stored.meeting.items.order_by("position"), by=by, now=now)
            in_step(stored.meeting)
            if clean:
                accept_all(meeting=stored.meeting, by=by, now=now)
            if publish:
                if unplaced(read):
                    raise NotSettled(Unsettled([], [], document=True))
                if waiting := [row for path, row in held.items() if row and not _is_taken(path, taken_over)]:
                    raise NotSettled(Unsettled(list(stored.meeting.items.filter(pk__in=waiting).order_by("position")), []))
                is_agenda = "agenda" in (minutes.kind, read.kind)
                turn = publish_agenda if is_agenda else publish_minutes
                turn(meeting=stored.meeting, by=by, now=now)
        _finish(import_, stored.meeting, created, by, now)
    return import_


def _is_taken(path: str, taken: set[str]) -> bool:
    return any(one.startswith(f"{path}/") for one in taken)


def _body_id(pk: int) -> int | None:
    """The body whose meeting the reading tells of; None when the register has none of that name."""
    read, corrected = Import.objects.filter(pk=pk).values_list("reading__meeting", "corrected__meeting").get()
    told = corrected or read
    return known_body_id(told["body"] or "") if told else None


def _found(name: str, by: User | None) -> Body:
    """A body the register did not have; the secretary who brings its minutes manages it."""
    body = create_body(name=name)
    find_headings(body)
    if by is not None and not by.is_administrator:
        SecretaryAssignment.objects.create(body=body, user=by)
    return body


def _check_manages(by: User | None, body: Body) -> None:
    if by is not None and not by.is_administrator and not SecretaryAssignment.objects.filter(body=body, user=by).exists():
        raise ImportRefused("not_your_body", name=body.name)


def _refuse_unseen(newly_open: list) -> None:
    if newly_open:
        raise ImportRefused("public_at_once", count=len(newly_open))


def _finish(import_: Import, meeting: Meeting, created: dict, by: User | None, now: datetime) -> None:
    Document.objects.filter(pk=import_.document_id).update(meeting=meeting)
    fresh = Meeting.objects.select_related("body", "source").get(pk=meeting.pk)
    import_.state, import_.meeting, import_.created = Import.State.APPLIED, meeting, created
    import_.beside_after = beside(meeting)
    import_.after = format.to_json(snapshot(fresh), places=True, say=say)
    import_.applied_by, import_.applied_at = by, now
    columns = (
        "before",
        "before_source",
        "beside_before",
        "beside_after",
        "state",
        "meeting",
        "created",
        "after",
        "applied_by",
        "applied_at",
    )
    import_.save(update_fields=columns)
