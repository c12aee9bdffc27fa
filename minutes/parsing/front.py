"""The front page: which body met, when, where and who was there; and whether these are minutes or an agenda."""

import re

from danish.dates import DATE_PATTERN, find_dates, find_times
from minutes.facts import Absence, Meeting
from minutes.reading import Block

from .names import BODY, body_in_title, presentable, split_names
from .sections import place_of, text_of

_KIND = re.compile(
    r"\b(?P<minutes>referat(?:et)?|beslutningsprotokol(?:len)?|beslutningsreferat|mødereferat|protokol|beslutninger|møde\s?protokol|udskrift)\b"
    r"|\b(?P<agenda>dagsorden|tillægsdagsorden|mødeindkaldelse|indkaldelse)\b",
    re.IGNORECASE,
)
_LABELS = {
    "date": "mødedato|dato|mødedag|dato og tid|tid og sted|tidspunkt og sted|dato/tid|mødedato og tid|mødedato og -tidspunkt",
    "start": "mødetidspunkt|tidspunkt|tid|starttidspunkt|start|mødestart|mødet startede|mødet begyndte|møde start|klokkeslæt|mødetid|mødet åbnet|kl",
    "end": "sluttidspunkt|slut|mødet sluttede|mødet slut|mødet hævet|møde slut|afsluttet|mødet blev hævet|mødeslut|hævet",
    "place": "mødested|sted|lokale|mødelokale|mødet afholdes|adresse",
    "attendees": (
        "mødedeltagere|deltagere|medlemmer|til stede|tilstede|tilstedeværende|fremmødte|mødte|deltagende|"
        "deltagere i mødet|medlemmer til stede|tilstede var|til stede var|til stede fra udvalget"
    ),
    "absent": "fraværende|afbud|ikke til stede|ikke tilstede|afbud fra|fraværende med afbud|fraværende uden afbud|forfald|ikke mødt",
    "body": "udvalg|organ|råd|navn|mødeforum|forum|udvalg/råd|udvalgsnavn|møde i",
    "other": (
        "referent|mødeleder|ordstyrer|sekretær|formand|næstformand|dirigent|protokolfører|bemærkninger|dagsorden|side|mødetype|møde nr|"
        "fra forvaltningen|forvaltningen|endvidere deltog|øvrige deltagere|gæster|udsendt|underskrift|status|mødenummer|øvrige"
    ),
}
_ROLE = {word: role for role, words in _LABELS.items() for word in words.split("|")}
_WORDS = "|".join(sorted(map(re.escape, _ROLE), key=len, reverse=True))
_LABELLED = re.compile(rf"(?P<label>{_WORDS})(?![\w/])\s*(?P<colon>[:.]?)\s*(?P<rest>.*)$", re.IGNORECASE | re.DOTALL)
_NEEDS_COLON = {
    "tid",
    "start",
    "slut",
    "kl",
    "navn",
    "udvalg",
    "råd",
    "organ",
    "forum",
    "hævet",
    "sted",
    "medlemmer",
    "mødte",
    "forfald",
    "dato",
}
_FILLER = re.compile(
    r"\b(?:referat|fra|af|for|i|på|til|møde|mødet|ordinært|ekstraordinært|åben|lukket|dagsorden|beslutningsprotokol|protokol|d|den|kl|nr|mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag)\b\.?",
    re.IGNORECASE,
)
_DATE = re.compile(rf"(?:\b(?:d\.|den)\s*)?{DATE_PATTERN}", re.IGNORECASE)
_CLOSE = re.compile(r"(?:hævet|sluttede?|slut|afsluttet|hævedes)\b", re.IGNORECASE)


def meeting_of(front: list[Block], close: list[Block]) -> Meeting:
    """What the front page and the close of the document say of the sitting."""
    meeting = Meeting(at=place_of(front))
    titles: list[Block] = []
    role = None
    for block in front:
        line = block.text.replace("\t", " ")
        match = _label(block)
        if match:
            role = match[0]
            _take(meeting, role, match[1], block)
        elif (role in ("attendees", "absent") and _lists_people(block, line)) or (role in ("date", "start", "place", "body") and _empty(meeting, role)):
            _take(meeting, role, line, block)
        else:
            role = None
            titles.append(block)
    _from_titles(meeting, titles)
    for block in close:
        times = find_times(block.text)
        if times and _CLOSE.search(block.text):
            meeting.end = meeting.end or times[-1]
    meeting.title_line = next((block.text for block in titles if _KIND.search(block.text) or _DATE.search(block.text)), "")
    meeting.front_page = text_of([*front, *close])
    return meeting


def kind_of(front: list[Block], *, decided: bool) -> str:
    """`minutes` or `agenda`: by the first word on the front page that tells, else by whether anything was decided."""
    for block in front[:12]:
        words = _KIND.findall(block.text) if len(block.text) < 200 else []
        if words and any(minutes for minutes, _ in words):
            return "minutes"
        if words:
            return "minutes" if decided else "agenda"
    return "minutes" if decided else "agenda"


def _label(block: Block) -> tuple[str, str] | None:
    """The label's role and what follows it, of a labelled line or row."""
    if block.kind == "table_row":
        filled = [cell for cell in block.cells if cell]
        role = _ROLE.get(filled[0].strip(" :.").lower()) if filled else None
        if role:
            return role, "\n".join(filled[1:])
    text = block.text.replace("\t", " ")
    match = _LABELLED.match(text)
    if not match:
        return None
    label = match["label"].lower()
    if match["rest"] and not match["colon"] and (label in _NEEDS_COLON or _ROLE[label] == "other"):
        return None
    return _ROLE[label], match["rest"]


def _take(meeting: Meeting, role: str, text: str, block: Block) -> None:
    dates, times = find_dates(text), find_times(text)
    if role in ("date", "start", "end"):
        if dates and meeting.date is None:
            meeting.date = dates[0].date
        if times and role != "end":
            meeting.start = meeting.start or times[0]
            meeting.end = meeting.end or (times[1] if len(times) > 1 and times[1] > times[0] else None)
        elif times:
            meeting.end = meeting.end or times[-1]
        place = _place_after(text, dates[0].end) if role == "date" and dates else None
        meeting.place = meeting.place or place
    elif role == "place" and text.strip():
        meeting.place = meeting.place or " ".join(text.split())
    elif role == "attendees":
        meeting.attendees += [name for name in split_names(_one_line(text)) if name not in meeting.attendees]
    elif role == "absent":
        known = {absence.name for absence in meeting.absent}
        meeting.absent += [Absence(name, "absent", place_of([block])) for name in split_names(_one_line(text)) if name not in known]
    elif role == "body" and text.strip():
        meeting.body = meeting.body or body_in_title(text) or presentable(text)


def _place_after(text: str, after: int) -> str | None:
    """The place in "3. marts 2020 kl. 15.00 i Byrådssalen": what follows the last time, after "i", "på" or a comma."""
    match = re.search(r"\b\d{1,2}[.:]\d\d\s*,?\s*(?:i|på|,)\s+(?P<place>[A-ZÆØÅ].{2,80})$", text[after:])
    return match["place"].strip() if match else None


def _from_titles(meeting: Meeting, titles: list[Block]) -> None:
    """Body, date and time from the lines without a label: the title line first of all."""
    told = [block for block in titles[:15] if len(block.text) < 200]
    ranked = sorted(told, key=lambda block: (not _KIND.search(block.text), not _DATE.search(block.text)))
    for block in ranked:
        text = block.text.replace("\t", " ")
        meeting.body = meeting.body or body_in_title(text)
        days = find_dates(text)
        if days and meeting.date is None:
            meeting.date = days[0].date
            times = find_times(text)
            if times and meeting.start is None:
                meeting.start = times[0]
                meeting.end = meeting.end or (times[1] if len(times) > 1 else None)
    if meeting.body is None:
        for block in ranked:
            if _KIND.search(block.text):
                rest = _FILLER.sub(" ", _DATE.sub(" ", block.text)).strip(" ,.:-–\t")
                if re.search(r"[A-Za-zÆØÅæøå]{3}", rest):
                    meeting.body = presentable(rest)
                    break
    if meeting.start is None:
        start = next((time for block in told for time in find_times(block.text)), None)
        meeting.start = start


def _empty(meeting: Meeting, role: str) -> bool:
    return getattr(meeting, role) is None


def _lists_people(block: Block, line: str) -> bool:
    return len(line) < 300 and not BODY.fullmatch(line) and bool(split_names(_one_line(line))) and not find_dates(line)


def _one_line(text: str) -> str:
    return re.sub(r"\s*[\n\t]\s*", ", ", text)
