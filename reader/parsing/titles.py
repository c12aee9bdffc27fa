"""Which blocks read as an item's title: alone, or with a number before it."""

import re

from reader.reading import TextBlock

from .case_numbers import case_number_in
from .headings import Headings

# What follows a number that counts, dates or goes on rather than begins an item.
NO_TITLE = re.compile(
    r"(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|at|(?:og|til|samt)(?= \d)|kvartal|halvår|pct|kr|mio|stk|ff)\b|%",
    re.IGNORECASE,
)
# A line between a heading and its parts: "Sagsbehandler: …", "Åben sag".
PARTICULAR = re.compile(r"[A-ZÆØÅ][\wæøå./ -]{2,40}:|(?:åben|lukket|åbent)\b.{0,30}$", re.IGNORECASE)
LONGEST_TITLE = 350
_SHORT = 100
_PARTED = re.compile(r"[ :]*(?P<title>[^:]{3,110}?):\s+(?P<text>\S.{2,})$", re.DOTALL)
_LONG_TEXT = 60


def reads_as_title(title: str) -> bool:
    return not title.endswith((".", ";", ",", ":")) and not title[:1].islower()


def parted(title: str) -> tuple[str, str]:
    """A title and what is told of it, where both stand on one line: `Julekoncert: Koret synger den 9. december.`; else the title and ""."""
    match = _PARTED.match(title)
    if match and (match["text"].endswith((".", "!")) or len(match["text"]) > _LONG_TEXT):
        return match["title"].strip(), match["text"].strip()
    return title.removeprefix(":").strip(), ""


def looks_like_title(block: TextBlock) -> bool:
    text = block.text
    return (
        block.kind in ("paragraph", "heading")
        and 4 <= len(text) <= 200
        and not text.endswith((".", ":", ";", ","))
        and text[:1] not in "-–☐☒☑□"
        and text.count("?") <= 1  # more are a text
    )


def title_stands_above(blocks: list[TextBlock], index: int, headings: Headings) -> bool:
    """Tells whether a heading that is only a number has its title above it rather than below: nothing that could be one stands below."""
    if index + 1 >= len(blocks):
        return True
    below = blocks[index + 1]
    if index + 2 < len(blocks) and len(below.text) <= _SHORT and case_number_in(blocks[index + 2].text) and not case_number_in(below.text):
        return False  # "Punkt 2.", "Ny forening.", and the case number below both
    return (
        not blocks[index].apart or not looks_like_title(below) or headings.of(below) is not None or case_number_in(below.text) is not None
    )
