"""Other meetings' items that a text refers to: `sag nr. 99`, `(sag 99 og sag 124)`, `pkt. 70`."""

import re

from danish.dates import FoundDate, find_dates
from reader.facts import ReferenceFacts
from reader.reading import TextBlock

from .names import BODY, presentable
from .sections import ItemPart, place_of
from .sentences import sentences

_ITEMS = re.compile(
    r"\b(?P<word>[Ss]ag(?:\s*nr\.?)?|[Pp]kt\.?(?:\s*nr\.?)?|[Pp]unkt(?:\s*nr\.?)?|[Dd]agsordenspunkt)\s*(?P<numbers>\d{1,4}(?:(?:\s*,\s*|\s+og\s+|\s*-\s*)(?:(?:sag|pkt\.?|punkt)\s*(?:nr\.?\s*)?)?\d{1,4}){0,8})(?![\d/]|[.-]\d|\s*(?:pct|%|kr))"
)
_MEETING = re.compile(r"møde|dagsorden|udvalg|råd\b|rådet|bestyrelse", re.IGNORECASE)
# udvalgsmødet, socialudvalgsmødet, byrådsmødet: the body named by the meeting
_BODYS_MEETING = re.compile(r"\b(?P<body>[A-Za-zÆØÅæøå-]*(?:udvalg|råd|bestyrelse))s(?:møde|rådet)", re.IGNORECASE)


_ANY_BODY = {"udvalget", "rådet", "bestyrelsen", "udvalgsrådet"}


def references_of(parts: list[ItemPart], *, body: str | None, own_items: set[int]) -> list[ReferenceFacts]:
    """References in the item's running text; the attachments' titles and a mere "punkt 6" of some plan are none.

    Two dates and two numbers in a sentence go together in order. A number of this very agenda without a date is no other meeting's.
    """
    found: list[ReferenceFacts] = []
    for part in parts:
        if part.role == "attachments":
            continue
        for block in part.blocks:
            if "ag" in block.text or "kt" in block.text:
                for sentence in sentences(block.text) if _ITEMS.search(block.text) else ():
                    found += _in_sentence(sentence, block, body, own_items)
    return found


def _in_sentence(sentence: str, block: TextBlock, body: str | None, own_items: set[int]) -> list[ReferenceFacts]:
    mentions = list(_ITEMS.finditer(sentence))
    if not mentions:
        return []
    dates = find_dates(sentence)
    found = []
    for mention in mentions:
        numbers = [int(number) for number in re.findall(r"\d+", mention["numbers"])]
        near = _dates_near(dates, mention)
        if not near and (mention["word"].lower().startswith(("punkt", "dagsorden")) or set(numbers) <= own_items):
            continue
        if near and not _MEETING.search(sentence):
            continue
        named = _body_in(sentence, mention.start()) or body
        if len(near) == len(numbers) > 1:
            found += [
                ReferenceFacts(named, day.date, [number], sentence, place_of([block])) for day, number in zip(near, numbers, strict=True)
            ]
        else:
            found.append(ReferenceFacts(named, near[-1].date if near else None, numbers, sentence, place_of([block])))
    return found


def _dates_near(dates: list[FoundDate], mention: re.Match[str]) -> list[FoundDate]:
    """The dates a mention goes with: those before it in the sentence, else the one after it."""
    before = [day for day in dates if day.end <= mention.start()]
    count = len(re.findall(r"\d+", mention["numbers"]))
    return before[-count:] if before else dates[:1]


def _body_in(sentence: str, before: int) -> str | None:
    found = list(BODY.finditer(sentence))
    meeting = _BODYS_MEETING.search(sentence)
    if meeting and meeting["body"].lower() not in ("udvalg", "råd", "bestyrelse"):
        return presentable(meeting["body"] + ("en" if meeting["body"].endswith("bestyrelse") else "et"))
    named = [match for match in found if match.group().lower() not in _ANY_BODY]
    ahead = [match for match in named if match.start() < before]
    chosen = (ahead or named)[-1:] if ahead else named[:1]
    return presentable(chosen[0].group()) if chosen else None
