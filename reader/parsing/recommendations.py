"""The clauses of an indstilling, and the bodies it goes to."""

import re

from reader.facts import RecommendationFacts
from reader.reading import TextBlock

from .names import find_bodies
from .sections import ItemPart, place_of

_MONTHS = r"(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)"
_NUMBERED = re.compile(rf"(?P<mark>\d{{1,2}}|[A-Za-z])\s?[.):]\s*(?!\d)(?!{_MONTHS}\b)(?P<text>\S.*)", re.DOTALL)
_AT = re.compile(r"[Aa]t\s+\S")
_INTRO = re.compile(r"\b(?:indstiller|indstilles|anbefaler|anbefales|foreslår|foreslås)\b")
_TO = re.compile(
    r"\b(?:indstiller|indstilles|anbefaler|anbefales|foreslår|foreslås|over\s?for|sendes)\b(?P<middle>[^.:]{0,60}?)\btil\b(?P<bodies>.{0,600})",
    re.DOTALL,
)
_ONE = re.compile(r"\b(?:indstiller|indstilles|anbefaler|anbefales|foreslår|foreslås)\b[^.]{0,200}?[,:]?\s+(?P<text>at\s+\S.*)", re.DOTALL)
_STOP = re.compile(r"[,:]?\s*\bat\b\s|\.\s|[:]\s*$")


def recommendations_of(part: ItemPart) -> list[RecommendationFacts]:
    """Numbered clauses; else one for each "at …" line; else the one clause of the sentence itself."""
    clauses = _numbered(part.blocks) or _lines_with_at(part.blocks) or _sentence(part.blocks) or _under_intro(part)
    return [RecommendationFacts(number, text, place_of(blocks)) for number, (text, blocks) in enumerate(clauses, 1)]


def recommended_to(part: ItemPart) -> list[str]:
    """The bodies the recommendation goes to, in the order printed."""
    for block in part.blocks:
        match = _TO.search(block.text)
        if match:
            stop = _STOP.search(match["bodies"])
            return find_bodies(" ".join((match["bodies"][: stop.start()] if stop else match["bodies"]).split()))
    return []


def _numbered(blocks: list[TextBlock]) -> list[tuple[str, list[TextBlock]]]:
    clauses: list[tuple[str, list[TextBlock]]] = []
    expected = None
    for block in blocks:
        match = _NUMBERED.match(block.text.replace("\t", " ")) if block.kind != "list_item" else None
        value = _value(match["mark"]) if match else None
        if match and value is not None and (value == expected if expected is not None else value == 1):
            clauses.append((match["text"], [block]))
            expected = value + 1
        elif clauses and (block.kind == "list_item" or not block.apart or block.text[:1].islower()) and not _INTRO.search(block.text[:60]):
            text, own = clauses[-1]
            clauses[-1] = (f"{text}\n- {block.text}" if block.kind == "list_item" else f"{text} {block.text}", [*own, block])
        elif clauses:
            expected = expected or None
    return clauses


def _value(mark: str) -> int:
    return int(mark) if mark.isdigit() else ord(mark.lower()) - ord("a") + 1


def _lines_with_at(blocks: list[TextBlock]) -> list[tuple[str, list[TextBlock]]]:
    return [(block.text, [block]) for block in blocks if _AT.match(block.text)]


def _under_intro(part: ItemPart) -> list[tuple[str, list[TextBlock]]]:
    """The list below a heading that is itself the beginning of the sentence: "Direktionen indstiller:"."""
    intro = _INTRO.search(part.heading.text.lower())
    return [(block.text, [block]) for block in part.blocks if block.kind == "list_item"] if intro else []


def _sentence(blocks: list[TextBlock]) -> list[tuple[str, list[TextBlock]]]:
    for i, block in enumerate(blocks):
        match = _ONE.search(block.text)
        if match:
            return [(match["text"], [block])]
        if _INTRO.search(block.text) and block.text.rstrip().endswith(("at", "at:", ":")):
            listed = [other for other in blocks[i + 1 :] if other.kind == "list_item"]
            if listed:
                return [(other.text, [other]) for other in listed]
    return []
