"""The front page: which body met, when, where and who was there; and whether these are minutes or an agenda."""

import datetime as dt
import re
from dataclasses import dataclass, field

from danish.dates import DATE_PATTERN, find_dates, find_times
from reader.facts import Absence, GuestFacts, MeetingFacts
from reader.reading import TextBlock

from .absences import AWAY, STOOD_IN, names_before
from .disqualification import speaks_of_it
from .front_page_labels import LabelledEntry, entries_of
from .names import body_in_title, clean_name, is_council, is_party, presentable, split_names
from .people import people_with_titles
from .sections import place_of, text_of
from .sentences import sentences

KIND = re.compile(
    r"\b(?P<minutes>referat(?:et)?|beslutningsprotokol(?:len)?|beslutningsreferat|mødereferat|protokol|beslutninger|møde\s?protokol|udskrift)\b"
    r"|\b(?P<agenda>dagsorden|tillægsdagsorden|mødeindkaldelse|indkaldelse)\b",
    re.IGNORECASE,
)
FILLER = re.compile(
    r"\b(?:referat|fra|af|for|i|på|til|møde|mødet|ordinært|ekstraordinært|åben|åbent|lukket|dagsorden|beslutningsprotokol|protokol|d|den|kl|nr|"
    r"mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag)\b\.?",
    re.IGNORECASE,
)
_DATE = re.compile(rf"(?:\b(?:d\.|den)\s*)?{DATE_PATTERN}", re.IGNORECASE)
_CLOSE = re.compile(r"(?:hævet|sluttede?|slut|afsluttet|hævedes)\b", re.IGNORECASE)
_AFTER_TIME = re.compile(
    r"(?:\bkl\.?\s*\d{1,2}(?:[.:]\d\d)?|\b\d{1,2}[.:]\d\d)(?:\s*[-–]\s*\d{1,2}[.:]\d\d)?\s*(?:,|\bi\b|\bpå\b)\s*(?:i\s+|på\s+)?(?!kl\b)(?P<place>[A-ZÆØÅ].{2,80})$",
    re.IGNORECASE,
)
_IS_PLACE = re.compile(
    r"(?:i\s+|på\s+)?(?P<place>(?:[A-ZÆØÅ].{0,80}?(?:sal|lokale|rådhus|huset?|salen|center|skole|værelse|kontor|teams|virtuelt|plejehjem|bibliotek)|Teams|Zoom|Skype|Virtuelt|Online)\b.{0,60})$",
    re.IGNORECASE,
)
_IN_PLACE = re.compile(r"(?:i|på)\s+(?P<place>[A-ZÆØÅ][^.:]{2,80})$")
_FOR_ITEMS = re.compile(
    r"\b(?:sag(?:er)?|punkt(?:er(?:ne)?)?|pkt\.?)\s*(?:nr\.?\s*)?(?P<first>\d{1,4})(?:\s*(?:-|–|til)\s*(?P<last>\d{1,4}))?", re.IGNORECASE
)
# "Publiceret 15-12-2015": a day on which there was no meeting.
_OTHER_DAY = re.compile(
    r"\W*(?:publiceret|offentliggjort|udskrevet|udsendt|sendt|trykt|senest ændret|opdateret|næste møde)\b", re.IGNORECASE
)
# "24.11.20 - Referat af …", as files are named so that they stand in order: the year comes first.
_YEAR_FIRST = re.compile(
    r"(?P<year>\d\d)[.-](?P<month>0\d|1[0-2])[.-](?P<day>[0-3]\d)\s*[-–]\s*(?=referat|dagsorden|mødereferat|beslutning)", re.IGNORECASE
)
_WHOLE_HOURS = re.compile(r"\bkl(?:\.|okken)?\s*\d{1,2}\s*[-–—]\s*(?P<end>[01]?\d|2[0-3])\b(?![.:-]?\d)", re.IGNORECASE)  # "kl. 9-11"
_HELD_IN = re.compile(
    r"\b(?:afholdt|afholder|holdt|holder)\b.{3,120}?\bmøde\b.{0,40}?\b(?:i|på)\s+(?P<place>[^.,:]{3,80}?)\.?$", re.IGNORECASE
)
_MEETING_OF = re.compile(r"\b(?P<body>[A-ZÆØÅa-zæøå-]*(?:udvalg|råd|nævn|bestyrelse))s?møde\b")
_BARE_PLACE = 40  # characters of a line that is nothing but a place
_LISTED = re.compile(r"\d{1,3}[.)]\s+[A-ZÆØÅ]")  # an item in a contents list without page numbers
_STAYED_AWAY = re.compile(r"\s*[-–(,]\s*(?:afbud|fraværende)\)?\s*$", re.IGNORECASE)
_WHERE = re.compile(
    r"\s+(?:deltager|deltog)\s+under\s+(?P<item>(?:punkt|pkt\.?|sag)\s*(?:nr\.?\s*)?\d+).*$|\((?:under|til|ved|deltog under|deltager under)?\s*(?P<where>[^()]{3,120})\)\s*$"
)


@dataclass(slots=True)
class FrontPage:
    """The meeting, and what the front page says of single items: who was away from which, and who came for one of the name given."""

    meeting: MeetingFacts
    away_from: list[tuple[Absence, range]] = field(default_factory=list)
    guests: list[tuple[GuestFacts, str]] = field(default_factory=list)


def front_page_of(front: list[TextBlock], close: list[TextBlock]) -> FrontPage:
    """Gives the facts of the meeting from the front page and the close of the document."""
    found = FrontPage(MeetingFacts(at=place_of(front)))
    meeting = found.meeting
    entries, titles = entries_of(front)
    for entry in entries:
        _TAKERS[entry.role](found, entry)
    _from_titles(meeting, titles)
    for entry in entries_of(close)[0]:
        if entry.role == "absent":
            _take_absent(found, entry)
    for block in close:
        times = find_times(block.text)
        if times and _CLOSE.search(block.text):
            meeting.end = meeting.end or times[-1]
    meeting.title_line = next((block.text for block in titles if KIND.search(block.text) or _DATE.search(block.text)), "")
    meeting.front_page = text_of([*front, *close])
    return found


def kind_of(front: list[TextBlock], *, decided: bool) -> str:
    """`minutes` or `agenda`: by the first word on the front page that tells, else by whether anything was decided."""
    for block in front[:12]:
        words = KIND.findall(block.text) if len(block.text) < 200 else []
        if words and any(minutes for minutes, _ in words):
            return "minutes"
        if words:
            break
    return "minutes" if decided else "agenda"


def _take_time(found: FrontPage, entry: LabelledEntry) -> None:
    meeting, text = found.meeting, entry.text
    dates, times = find_dates(text), find_times(text)
    if dates and meeting.date is None:
        meeting.date = dates[0].date
    if times and entry.role == "end":
        meeting.end = meeting.end or times[-1]
    elif times:
        meeting.start = meeting.start or times[0]
        hours = _WHOLE_HOURS.search(text)
        times += [dt.time(int(hours["end"]))] if hours and len(times) == 1 else []
        meeting.end = meeting.end or (times[1] if len(times) > 1 and times[1] > times[0] else None)
    place = _AFTER_TIME.search(text)
    meeting.place = meeting.place or (place["place"].strip() if place else None)


def _take_place(found: FrontPage, entry: LabelledEntry) -> None:
    found.meeting.place = found.meeting.place or " ".join(entry.text.split())


def _take_body(found: FrontPage, entry: LabelledEntry) -> None:
    named = body_in_title(entry.text)
    found.meeting.body = found.meeting.body or (
        named if named and named not in ("Udvalget", "Rådet", "Bestyrelsen") else presentable(entry.text)
    )


def _take_attendees(found: FrontPage, entry: LabelledEntry) -> None:
    known = found.meeting.attendees
    here = [line for line in entry.lines if not _STAYED_AWAY.search(line)]
    known += [name for name in _people(here) if name not in known]
    _take_absent(found, LabelledEntry("absent", [_STAYED_AWAY.sub("", line) for line in entry.lines if line not in here], entry.blocks))


def _take_absent(found: FrontPage, entry: LabelledEntry) -> None:
    lines = [STOOD_IN.sub("", line) for line in entry.lines]
    whole = [line for line in lines if not _FOR_ITEMS.search(line)]
    found.meeting.absent += [Absence(name, "absent", place_of(entry.blocks)) for name in _people(whole) if not is_party(name)]
    for line in lines:
        items = _FOR_ITEMS.search(line)
        if items and AWAY.search(line):
            for sentence in sentences(line):
                _take_remarks(found, LabelledEntry("other", [sentence], entry.blocks))
        elif items:
            found.away_from += [
                (Absence(name, "absent", place_of(entry.blocks)), _span(items)) for name in split_names(line[: items.start()])
            ]


def _take_guests(found: FrontPage, entry: LabelledEntry) -> None:
    for line in entry.lines:
        where = _WHERE.search(line)
        for name, title in people_with_titles(line[: where.start()] if where else line):
            found.guests.append((GuestFacts(name, title, place_of(entry.blocks)), (where["where"] or where["item"]) if where else ""))


def _take_remarks(found: FrontPage, entry: LabelledEntry) -> None:
    """Of the other labelled lines only who took no part in which item."""
    for line in entry.lines:
        away, items = AWAY.search(line), _FOR_ITEMS.search(line)
        if away and items and away.end() <= items.start():
            names = names_before(line, away.start())
            at, disqualified = place_of(entry.blocks), speaks_of_it(line)
            found.away_from += [(Absence(name, "did_not_participate", at, disqualified), _span(items)) for name in names]


def _span(items: re.Match[str]) -> range:
    return range(int(items["first"]), int(items["last"] or items["first"]) + 1)


_TAKERS = {
    "date": _take_time, "start": _take_time, "end": _take_time, "place": _take_place, "body": _take_body,
    "attendees": _take_attendees, "absent": _take_absent, "guests": _take_guests, "other": _take_remarks,
}  # fmt: skip


def _people(lines: list[str]) -> list[str]:
    """The people listed. With a person a line what follows the name is where he comes from; else the line lists several."""
    one_a_line = len(lines) > 1 and sum(line.count(",") for line in lines) <= 2 * len(lines)
    if not one_a_line:
        return [name for line in lines for name in split_names(line)]
    names = (clean_name(re.split(r"\s*[,(]|\s+[-–]\s+", line, maxsplit=1)[0]) for line in lines)
    return [name for name in names if name]


def _from_titles(meeting: MeetingFacts, titles: list[TextBlock]) -> None:
    """Body, date, time and place from the lines without a label: the title line first of all."""
    told = [block for block in titles[:15] if len(block.text) < 200 and not _LISTED.match(block.text) and not _OTHER_DAY.match(block.text)]
    ranked = sorted(told, key=lambda block: (not KIND.search(block.text), not _DATE.search(block.text)))
    for block in ranked:
        text = block.text.replace("\t", " ")
        meeting.body = meeting.body or body_in_title(text) or _body_of_meeting(text)
        if meeting.date is None:
            days = find_dates(text)
            meeting.date = _year_first(text) or (days[0].date if days else None)
    meeting.body = _below_letterhead(meeting.body, told) or meeting.body or _body_left_over(ranked)
    for i, block in enumerate(told):
        times = find_times(block.text)
        if times and meeting.start is None:
            meeting.start = times[0]
            meeting.end = meeting.end or (times[1] if len(times) > 1 and times[1] > times[0] else None)
        if meeting.place is None and (times or find_dates(block.text)):
            place = _AFTER_TIME.search(block.text) or _HELD_IN.search(block.text)
            place = place or (_place_below(told[i + 1].text) if i + 1 < len(told) else None)
            meeting.place = place["place"].strip() if place else None
            if place is None and times and i + 1 < len(told) and _is_bare_place(block, told[i + 1]):
                meeting.place = told[i + 1].text.strip()


def _year_first(text: str) -> dt.date | None:
    match = _YEAR_FIRST.match(text)
    try:
        return dt.date(2000 + int(match["year"]), int(match["month"]), int(match["day"])) if match else None
    except ValueError:
        return None


def _body_of_meeting(text: str) -> str | None:
    """`Referat af skolebestyrelsesmøde` is of Skolebestyrelsen."""
    match = _MEETING_OF.search(text)
    return presentable(match["body"] + ("n" if match["body"].endswith("bestyrelse") else "et")) if match else None


def _below_letterhead(body: str | None, told: list[TextBlock]) -> str | None:
    """The body on the line below, where the council's name in capitals only heads the paper."""
    lines = [block.text.strip() for block in told]
    heads = [line.isupper() and is_council(body) and body_in_title(line) == body for line in lines[:-1]]
    below = lines[heads.index(True) + 1] if True in heads else None
    return below if below and body_in_title(below) == below != body else None


def _is_bare_place(block: TextBlock, below: TextBlock) -> bool:
    """Tells whether the line right below the hour is nothing but a place: a few words in the same lines."""
    text = below.text
    return (
        below.kind == "paragraph"
        and not below.apart
        and below.page == block.page
        and below.line == block.end_line + 1
        and len(text) <= _BARE_PLACE
        and text[:1].isupper()
        and not text.endswith((".", ":"))
        and not KIND.search(text)
        and not find_dates(text)
        and body_in_title(text) is None
    )


def _place_below(text: str) -> re.Match[str] | None:
    return None if find_times(text) else _IS_PLACE.match(text) or _IN_PLACE.match(text)


def _body_left_over(titles: list[TextBlock]) -> str | None:
    """Gives the rest of a title line besides its kind and date, where no word in it is the word for a body."""
    for block in titles:
        if KIND.search(block.text):
            rest = FILLER.sub(" ", _DATE.sub(" ", block.text)).strip(" ,.:-–\t")
            if re.search(r"[A-Za-zÆØÅæøå]{3}", rest):
                return presentable(rest)
    return None
