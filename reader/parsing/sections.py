"""An item's blocks gathered under their headings, and their texts as they are read."""

import re
from dataclasses import dataclass, field, replace

from reader.facts import SectionFacts, TextPlace
from reader.reading import TextBlock

from .headings import Heading, Headings
from .names import lists_people
from .vocabulary import role_of

# A heading left out: a lone dash in its place, or nothing, and then the recommendation straight away.
_INDENTS = re.compile(
    r"(?:[A-ZÆØÅ][\wæøåÆØÅ,&.-]*(?:\s+(?:-+\s*)?(?:og\s+)?[\wæøåÆØÅ,&][\wæøåÆØÅ,&-]*){0,6}\s+(?:indstiller|anbefaler|foreslår)|Det\s+(?:indstilles|anbefales|foreslås)|Indstilles\s+til)\b",
)
_AWAY = re.compile(r"(?:der\s+(?:er|var)\s+)?(?:meldt\s+)?(?:afbud|forfald)\b", re.IGNORECASE)
_FILE = re.compile(r"\S\s+\((?:pdf|docx?|xlsx?|xls|pptx?|jpe?g|word|excel)\b[^()]{0,30}\)$", re.IGNORECASE)
_ONLY_NUMBER = re.compile(r"\d{1,2}[.)]?")
_LONE_DASH = {"-", "–", "—"}
_SENTENCE_END = (".", ":", "?", "!", ";", "”", '"', "»", ")")
_LONG_LINE = 40
_BOLD_LEVEL = 9  # the readers' level for headings set apart by their weight alone


@dataclass(slots=True)
class ItemPart:
    """A heading and its blocks."""

    heading: Heading
    blocks: list[TextBlock] = field(default_factory=list)
    opened: TextBlock | None = None

    @property
    def role(self) -> str:
        return self.heading.role

    @property
    def text(self) -> str:
        return text_of(self.blocks, rejoin=self.role != "attachments")

    @property
    def at(self) -> TextPlace | None:
        return place_of(([self.opened] if self.opened else []) + self.blocks)

    def section(self) -> SectionFacts:
        return SectionFacts(self.heading.text, self.text, self.at)


def parts_of(blocks: list[TextBlock], headings: Headings) -> list[ItemPart]:
    """The item's parts in order. What stands before the first heading has the heading ""; empty, it is left out."""
    repeated = _sub_headings(blocks, headings)
    has_own_heading = any((heading := headings.of(block)) and heading.role == "recommendation" for block in blocks)
    parts = [ItemPart(Heading("", "other"))]
    for i, block in enumerate(blocks):
        found = None if i in repeated else headings.of(block)
        if found is None and not has_own_heading and _begins_recommendation(block, parts):
            found = Heading("Indstilling", "recommendation", block.text)
        if found is not None and _is_sub_heading(found, block, parts[-1]):
            found = None
        if found is None:
            _taking(parts, block).blocks.append(block)
            continue
        parts.append(ItemPart(found, opened=block))
        parts[-1].blocks += [replace(block, kind="paragraph", text=line, cells=(), level=0) for line in found.rest.split("\n") if line]
    _set_files_apart(parts)
    for part in parts:
        while part.blocks and part.blocks[-1].text in _LONE_DASH:
            part.blocks.pop()
    return [part for part in parts if part.blocks or (part.heading.text and part.role != "absence")]


def _set_files_apart(parts: list[ItemPart]) -> None:
    """Lines that end in a kind of file, last in the item, are its attachments though nothing heads them; a number may stand above each."""
    last = parts[-1]
    files = [i for i, block in enumerate(last.blocks) if _FILE.search(block.text)]
    if last.role == "attachments" or not files:
        return
    first = files[0] - (files[0] > 0 and _ONLY_NUMBER.fullmatch(last.blocks[files[0] - 1].text) is not None)
    attached = last.blocks[first:]
    if all(_FILE.search(block.text) or _ONLY_NUMBER.fullmatch(block.text) for block in attached):
        last.blocks = last.blocks[:first]
        parts.append(ItemPart(Heading("", "attachments"), attached))


def _is_sub_heading(found: Heading, block: TextBlock, last: ItemPart) -> bool:
    """Tells whether a heading we do not know, set apart by its weight alone, heads a passage of the part it stands in."""
    known = role_of(found.text) is not None or role_of(block.text) is not None or found.body is not None or found.rest
    return not known and block.level >= _BOLD_LEVEL and last.role not in ("recommendation", "decision", "attachments")


def _taking(parts: list[ItemPart], block: TextBlock) -> ItemPart:
    """The part a block goes to: the last, but for a list of those away, which only takes names and leaves the part above it open."""
    last = parts[-1]
    if (
        last.role != "absence"
        or "inhabil" in last.heading.text.lower()
        or lists_people(block.text)
        or _AWAY.match(block.text)
        or len(parts) < 2
    ):
        return last
    return parts[-2]


def _begins_recommendation(block: TextBlock, parts: list[ItemPart]) -> bool:
    if block.kind != "paragraph" or any(part.role in ("recommendation", "decision") for part in parts):
        return False
    before = parts[-1].blocks
    return (not before or before[-1].text in _LONE_DASH or not parts[-1].heading.text) and bool(_INDENTS.match(block.text))


def _sub_headings(blocks: list[TextBlock], headings: Headings) -> set[int]:
    """Of a heading that comes twice in an item all but the last are sub-headings: an item's own parts come once, in a fixed order."""
    seen: dict[str, int] = {}
    earlier = set()
    for i, block in enumerate(blocks):
        found = headings.of(block)
        if found and found.role in ("other", "summary"):
            if found.text in seen:
                earlier.add(seen[found.text])
            seen[found.text] = i
    return earlier


def text_of(blocks: list[TextBlock], *, rejoin: bool = True) -> str:
    """Blocks as text: paragraphs parted by a blank line, list items and rows on lines of their own.

    `rejoin` puts a paragraph together that a page break cut in two.
    """
    lines: list[str] = []
    last: TextBlock | None = None
    for block in blocks:
        line = f"- {block.text}" if block.kind == "list_item" else _row(block) if block.kind == "table_row" else block.text
        if last is None:
            lines.append(line)
        elif rejoin and goes_on(last, block):
            lines[-1] += " " + line
        else:
            together = not block.apart or (last.kind == block.kind and block.kind != "paragraph")
            lines.append(("\n" if together else "\n\n") + line)
        last = block
    return "".join(lines)


def goes_on(last: TextBlock, block: TextBlock) -> bool:
    """Tells whether the block is the rest of the paragraph before: that one is broken off in mid-sentence, this one begins small."""
    return (
        block.kind == "paragraph"
        and last.kind in ("paragraph", "list_item")
        and block.text[:1].islower()
        and len(last.text) >= _LONG_LINE
        and not last.text.endswith(_SENTENCE_END)
        and not block.text.startswith(("at ", "a) ", "b) "))
        and (len(block.text) > 1 and block.text[1] not in ").")
    )


def place_of(blocks: list[TextBlock]) -> TextPlace | None:
    """The lines the blocks cover, told on the page where they begin."""
    if not blocks:
        return None
    first = blocks[0]
    same_page = [block for block in blocks if block.page == first.page]
    return TextPlace(first.page, first.line, max(first.line, same_page[-1].end_line))


def _row(block: TextBlock) -> str:
    return "\t".join(cell.replace("\n", " ") for cell in block.cells)
