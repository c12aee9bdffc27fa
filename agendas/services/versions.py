"""An agenda approved, sent and supplemented. Numbers are given when it is sent, under the body's lock, so there are neither gaps nor doubles."""

from datetime import datetime, time

from django.db.models import Max

from accounts.models import User
from agendas.exceptions import AgendaRefused
from agendas.models import AgendaVersion
from agendas.selectors.candidates import AgendaCandidate
from agendas.selectors.plan import meeting_to_plan
from agendas.services.candidates import bodies_of_candidate, tie
from agendas.services.changes import refuse_unless_made
from agendas.snapshot import as_now, snapshot
from agendas.timeplan import make_plan
from agendas.versions import Row
from cases.access import Actor
from cases.models import Case, Matter
from meetings.locking import bodies_of, holding
from meetings.models import AgendaItem, Body, Meeting, TimePlanRow
from meetings.ordering import next_position
from meetings.services import place_item

Kind = AgendaVersion.Kind
EVERYTHING = Actor(is_administrator=True)  # a version holds the whole agenda


def approve(*, meeting: Meeting, by: User | None, now: datetime) -> AgendaVersion:
    """Keep the agenda as the one that the chair approved. Approved as it stands already, it is that one. Raises `AgendaRefused` when it is empty."""
    with holding(bodies_of(meeting)):
        refuse_unless_made(meeting)
        if not meeting.items.exists():
            raise AgendaRefused("empty")
        last = _last_version(meeting)
        if last and last.kind == Kind.APPROVED and as_now(last.agenda) == snapshot(meeting):
            return last
        return _freeze(meeting, Kind.APPROVED, by, now)


def freeze_sent(*, meeting: Meeting, by: User | None, now: datetime) -> AgendaVersion | None:
    """Number the items of an agenda that has just gone out, write down its time plan and keep it as it was sent.

    One that goes out after the meeting, such as one read from a document of old, is its document's to keep: None.
    """
    if meeting.state != Meeting.State.PLANNED:
        return None
    give_numbers(meeting)
    version = _freeze(meeting, Kind.SENT, by, now)
    _write_time_plan(meeting, version.rows)
    return version


def send_supplement(
    *,
    meeting: Meeting,
    title: str,
    minutes: int | None,
    case: Case | None,
    closed: bool,
    reason: str,
    by: User | None,
    now: datetime,
    candidate: AgendaCandidate | None = None,
    matter: Matter | None = None,
    legal_ground: str = "",
    legal_ground_text: str = "",
) -> AgendaVersion:
    """Add an item to an agenda that was sent, with the next number, and say why it cannot wait. What came on without a number gets one too.

    The item is closed from its first moment when it is closed. `candidate` is what wanted a place and comes on instead of one with `title`.
    Sent twice it is one. Raises `AgendaRefused` without a reason, with nothing to add, and when the agenda has not been sent.
    """
    with holding(bodies_of(meeting, also=bodies_of_candidate(candidate) if candidate else ())):
        meeting.refresh_from_db()
        if not meeting.agenda_published_at or meeting.state != Meeting.State.PLANNED:
            raise AgendaRefused("not_sent")
        if not reason.strip():
            raise AgendaRefused("reason_missing")
        last = _last_version(meeting)
        is_again = last is not None and (last.kind, last.reason) == (Kind.SUPPLEMENT, reason.strip())
        ground = {"legal_ground": legal_ground, "legal_ground_text": legal_ground_text}
        if candidate:
            item = tie(meeting=meeting, candidate=candidate, by=by, now=now)
            if item.lacks_ground and legal_ground:
                item.legal_ground, item.legal_ground_text = legal_ground, legal_ground_text
                item.save(update_fields=[*ground])
        elif title:
            values = {"title": title, "minutes": minutes, "case": case, "matter": matter, "closed": closed} | (ground if closed else {})
            if is_again and AgendaItem.objects.filter(meeting=meeting, source=None, **values).exists():
                return last
            place_item(item=AgendaItem(**values), meeting=meeting, position=next_position(meeting), number=None)
        if not give_numbers(meeting):
            if is_again:
                return last
            raise AgendaRefused("empty")
        version = _freeze(meeting, Kind.SUPPLEMENT, by, now, reason.strip())
        _write_time_plan(meeting, version.rows)
    return version


def give_numbers(meeting: Meeting) -> int:
    """Give the items that have none their numbers, in order. Returns how many got one. The meeting's body is held.

    A body that counts through the year goes on after its highest number of the meeting's year; one that counts from 1 has a label alone.
    """
    waiting = list(AgendaItem.objects.filter(meeting=meeting, number=None, label="").order_by("position"))
    is_running = meeting.body.numbering == Body.Numbering.RUNNING
    given = AgendaItem.objects.filter(body=meeting.body_id, year=meeting.date.year).aggregate(last=Max("number"))["last"] or 0
    count = given if is_running else AgendaItem.objects.filter(meeting=meeting).exclude(label="").count()
    for number, item in enumerate(waiting, start=count + 1):
        item.number, item.label = number if is_running else None, str(number)
        item.save(update_fields=["number", "label"])
    return len(waiting)


def _last_version(meeting: Meeting) -> AgendaVersion | None:
    return AgendaVersion.objects.filter(meeting=meeting).order_by("-number").first()


def _freeze(meeting: Meeting, kind: Kind, by: User | None, now: datetime, reason: str = "") -> AgendaVersion:
    last = _last_version(meeting)
    kept = {"agenda": snapshot(meeting), "rows": _rows(meeting), "reason": reason, "by": by, "at": now}
    return AgendaVersion.objects.create(meeting=meeting, number=last.number + 1 if last else 1, kind=kind, **kept)


def _rows(meeting: Meeting) -> list[Row]:
    """The rows of the agenda with what is printed of them; of a break the key is None."""
    items = AgendaItem.objects.filter(meeting=meeting).select_related("case").order_by("position")
    found = list(items.with_parts(EVERYTHING, "invited", "sections", "recommendations", "attachment_files"))
    by_key = {item.pk: item for item in found}
    plan = make_plan(meeting_to_plan(meeting, found, EVERYTHING))
    rows = []
    for row in plan.rows:
        item = by_key.get(row.key)
        times = {"start": _clock(row.start), "end": _clock(row.end)} if meeting.start else {"start": "", "end": ""}
        rows.append({"key": row.key, "minutes": row.end - row.start} | times | (_of_item(item) if item else {}))
    return rows


def _of_item(item: AgendaItem) -> Row:
    return {
        "number": item.number or item.label,
        "title": item.title,
        "case": item.case.number if item.case else "",
        "closed": item.closed,
        "ground": item.ground_told,
        "responsible": item.responsible,
        "guests": [guest.name for guest in item.readable_invited],
        "sections": [[one.heading, one.text] for one in item.readable_sections if not one.is_decision],
        "recommendations": [one.text for one in item.readable_recommendations],
        "files": [one.title for one in item.readable_attachment_files if not one.closed],
        "shut_out": sorted(item.shut_out.values_list("pk", flat=True)) if item.closed else [],
    }


def _clock(minutes: int) -> str:
    return f"{minutes // 60 % 24:02}.{minutes % 60:02}"


def _time(clock: str) -> time:
    return time.fromisoformat(clock.replace(".", ":"))


def _write_time_plan(meeting: Meeting, rows: list[Row]) -> None:
    """Make the meeting's time plan that of `rows`. One that was read from a document stays."""
    old = TimePlanRow.objects.filter(meeting=meeting)
    if not meeting.start or old.exclude(source=None).exists():
        return
    old.delete()
    TimePlanRow.objects.bulk_create(
        TimePlanRow(
            meeting=meeting,
            item_id=row["key"],
            position=place,
            start=_time(row["start"]),
            end=_time(row["end"]),
            title=row.get("title", "")[:500],
            guests=row.get("guests", []),
            is_break=row["key"] is None,
        )
        for place, row in enumerate(rows, start=1)
    )
