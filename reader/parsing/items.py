"""One item: its heading, case number and parts, and every fact its parts tell."""

import re
from dataclasses import replace

from reader.facts import Absence, AttachmentFacts, EarlierTreatment, ItemFacts, MeetingFacts, Warning
from reader.reading import TextBlock

from .absences import absences_of, brought_to_council_of, substitutes_of
from .case_numbers import case_number_in, case_number_in_title, rest_of_case_line
from .closed import lines_are_closed
from .headings import Heading, Headings
from .names import lists_people, same_body, split_names
from .outcomes import outcome_in, outcomes_of
from .outline import ItemBlocks
from .people import appointments_of, guests_of
from .recommendations import recommendations_of, recommended_to
from .references import references_of
from .sections import ItemPart, parts_of, place_of
from .vocabulary import one_line_label
from .votes import votes_of

_BRACKETED = re.compile(r"^\((lukket[^()]*)\)$", re.IGNORECASE)
_AFTER_FILE_NAME = re.compile(r";\s+|(?<=\.\w\w\w),\s+|(?<=\.\w\w\w\w),\s+")
_NO_ATTACHMENTS = re.compile(r"\W*(?:ingen(?:\s+bilag)?|intet|der er ingen bilag.*|-)\W*$", re.IGNORECASE)
_SHORT_DECISION, _SHORT_SENTENCE = 120, 60
_OWN_NUMBER = re.compile(r"(?:punkt|pkt\.?|sag)\s*(?:nr\.?\s*)?\d{1,4}\s*[:.]?", re.IGNORECASE)
_COUNCILS = re.compile(r"\b(?:[Bb]yrådet?|[Kk]ommunalbestyrelsen?|[Bb]orgerrepræsentationen?|[Rr]egionsrådet)\b")


def item_of(
    cut: ItemBlocks, headings: Headings, meeting: MeetingFacts, numbers: set[int], *, bare: bool = False
) -> tuple[ItemFacts, list[Warning]]:
    """The item, and what in it could not be understood. `bare`: the minutes have no headings over decisions."""
    title = " ".join(cut.title.split())
    case_number = case_number_in_title(title)
    title = _BRACKETED.sub(r"\1", title)
    item = ItemFacts(cut.number, title, cut.label, case_number, cut.standing.closed, at=place_of([cut.heading]))
    parts = parts_of(_without_case_number(item, cut.blocks), headings)
    if len(parts) == 1 and (_is_bare_decision(parts[0]) or (bare and not parts[0].heading.text and not lines_are_closed(parts[0].blocks))):
        parts[0].heading = Heading("", "decision")
    own, quoted = _decisions(parts, meeting)
    item.sections = [part.section() for part in parts]
    _read_recommendations(item, parts)
    _read_decision(item, own)
    item.attachments = [attachment for part in parts for attachment in attachments_of(part)]
    item.earlier_treatments = [
        EarlierTreatment(part.heading.body, part.heading.date, part.heading.item, part.text, part.at)
        for part in quoted
        if part.heading.body
    ]
    council = _council_named(parts)
    for part in parts:
        if part.role in ("decision", "dissent", "absence"):
            named = part.heading.body if part in quoted else None
            item.votes += votes_of(part.blocks, body=meeting.body, quoted=named, council=council)
    told = own + [part for part in parts if part.role in ("absence", "presence") or not part.heading.text]
    item.absences = absences_of(told)
    item.absences += _away_by_name(parts, meeting, {absence.name for absence in item.absences})
    item.substitutes = substitutes_of([part for part in parts if part.role in ("decision", "absence", "presence", "dissent")])
    item.brought_to_council = brought_to_council_of([part for part in parts if part.role in ("decision", "dissent")])
    item.guests = [
        guest for guest in guests_of(parts) if guest.name not in meeting.attendees and guest.name not in {s.name for s in item.substitutes}
    ]
    item.appointments = appointments_of(own)
    item.references = references_of(parts, body=meeting.body, own_items=numbers)
    return item, _not_understood(item, parts)


def _away_by_name(parts: list[ItemPart], meeting: MeetingFacts, known: set[str]) -> list[Absence]:
    """Those whose names stand under the title with nothing else, where the front page has all of them as away."""
    away = {absence.name for absence in meeting.absent}
    found = []
    for block in parts[0].blocks[:2] if parts and not parts[0].heading.text else ():
        names = split_names(block.text) if away and lists_people(block.text) else []
        if names and set(names) <= away:
            found += [Absence(name, "absent", place_of([block])) for name in names if name not in known]
    return found


def _is_bare_decision(part: ItemPart) -> bool:
    """Tells whether an item without any heading says no more than what was decided."""
    text = part.text
    if part.heading.text or len(text) > _SHORT_DECISION or lines_are_closed(part.blocks):
        return False
    alone = len(part.blocks) == 1 and len(text) <= _SHORT_SENTENCE and text.endswith(".") and ":" not in text
    return outcome_in(text) != "other" or alone


def attachments_of(part: ItemPart) -> list[AttachmentFacts]:
    """One attachment for each line, item or row of the part for them; elsewhere one for a line such as "Bilag: Udkast"."""
    if part.role != "attachments":
        labelled = [(one_line_label(block.text), block) for block in part.blocks]
        return [
            AttachmentFacts(title, place_of([block]))
            for label, block in labelled
            if label and label[0] == "attachments" and label[1]
            for title in _AFTER_FILE_NAME.split(label[1])
        ]
    found: list[tuple[str, list[TextBlock]]] = []
    for block in part.blocks:
        text = max(block.cells, key=lambda cell: sum(map(str.isalpha, cell))) if block.kind == "table_row" else block.text
        text = re.sub(r"^(?:bilag\s+)?\d{1,2}[.)]\s+", "", text) if re.match(r"\d", text) else text
        if not text or _NO_ATTACHMENTS.match(text) or not any(map(str.isalpha, text)):
            continue
        found.append((text, [block]))
    return [AttachmentFacts(text, place_of(blocks)) for text, blocks in found]


def _without_case_number(item: ItemFacts, blocks: list[TextBlock]) -> list[TextBlock]:
    """The item's blocks without the case number, which stands among the first few or last; what its line says besides is kept."""
    for i, block in enumerate(blocks[:4]):
        number = case_number_in(block.text)
        if number:
            item.case_number = item.case_number or number
            rest = rest_of_case_line(block.text, number)
            return blocks[:i] + ([replace(block, kind="paragraph", text=rest, cells=())] if rest else []) + blocks[i + 1 :]
    last = case_number_in(blocks[-1].text, labelled=True) if blocks else None
    if last:
        item.case_number = item.case_number or last
        return blocks[:-1]
    return blocks


def _decisions(parts: list[ItemPart], meeting: MeetingFacts) -> tuple[list[ItemPart], list[ItemPart]]:
    """This body's own decision, and the other bodies' quoted ones (its own from an earlier meeting among them).

    A decision of the meeting's own day is this body's even under another name, where the item has no other: bodies change names.
    """
    decisions = [part for part in parts if part.role == "decision"]
    own = [part for part in decisions if part.blocks and _is_own(part.heading, meeting, by_name=True)]
    if any(part.heading.date is None for part in own):  # told again in the case's course
        decisions = [part for part in decisions if not (part in own and part.heading.text[:1].isdigit())]
        own = [part for part in own if not part.heading.text[:1].isdigit()]
    own = own or [part for part in decisions if part.heading.date and _is_own(part.heading, meeting, by_name=False)]
    quoted = [part for part in decisions if (part.heading.body or part.heading.date) and not any(part is mine for mine in own)]
    for part in quoted:
        if part.heading.body is None:
            part.heading = replace(part.heading, body=meeting.body)
    return own, quoted


def _is_own(heading: Heading, meeting: MeetingFacts, *, by_name: bool) -> bool:
    same_day = heading.date is None or meeting.date is None or heading.date == meeting.date
    return same_day and (not by_name or same_body(heading.body, meeting.body))


def _read_recommendations(item: ItemFacts, parts: list[ItemPart]) -> None:
    for part in parts:
        if part.role == "recommendation" and not item.recommendations:
            item.recommendations = recommendations_of(part)
            item.recommended_to = recommended_to(part) or item.recommended_to


def _read_decision(item: ItemFacts, own: list[ItemPart]) -> None:
    for part in own:
        if len(part.blocks) > 1 and _OWN_NUMBER.fullmatch(part.blocks[0].text):
            part.blocks = part.blocks[1:]
    texts = [part.text for part in own if part.blocks]
    item.decision = "\n\n".join(texts) or None
    item.outcomes = outcomes_of([block for part in own for block in part.blocks], len(item.recommendations)) if texts else []


def _council_named(parts: list[ItemPart]) -> str:
    """Gives the item's name for the council; Byrådet where it names none."""
    for part in parts:
        for block in part.blocks:
            found = _COUNCILS.search(block.text)
            if found:
                name = found.group()[:1].upper() + found.group()[1:]
                return name if name.endswith(("et", "en")) else name + ("n" if name.endswith("e") else "et")
    return "Byrådet"


def _not_understood(item: ItemFacts, parts: list[ItemPart]) -> list[Warning]:
    """Parts whose reader found nothing though something stands there."""
    found = []
    for part in parts:
        if (part.role == "recommendation" and part.text and not item.recommendations) or (
            part.role == "absence" and part.text and not (item.absences or item.substitutes) and not _NO_ATTACHMENTS.match(part.text)
        ):
            found.append(Warning("not_understood", item.number, {"part": part.heading.text}, _short(part.text), part.at))
    return found


def _short(text: str) -> str:
    return text if len(text) <= 300 else text[:297].rsplit(" ", 1)[0] + " …"
