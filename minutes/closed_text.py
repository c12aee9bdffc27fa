"""Closed text of the register that comes back in a later document: which open items of it may hold some. Pure.

A later document may move, renumber, retitle or unmark what the register has as closed, or run it together with something open. Its
doubts are warnings as those of the reader (`reader.parsing.doubts`), with these codes:

    closed_came_back  words  words of a closed item stand in the item
    closed_went_away  words  a closed item, or some of its text, has gone, and the item is new or has these new words
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from danish.folding import fold, name_key
from minutes.corrections.values import TEXT
from minutes.pairing import pair
from minutes.titles import without_marks
from reader import facts
from reader.headlines import is_supplement
from reader.parsing.sentences import sentences

CAME_BACK, WENT_AWAY = "closed_came_back", "closed_went_away"
REGISTER_CODES = (CAME_BACK, WENT_AWAY)

_WORD = re.compile(r"\w+")
_WHOLE = 8  # words; of a longer sentence each run of so many is looked for
_FEWEST_WORDS, _FEWEST_LETTERS = 5, 30  # a shorter sentence is anybody's, unless it is a title
_SHORTEST_TITLE = 8
# words that any item's decision may have, which alone tell nothing of a case
_SAYS_NOTHING = frozenset({"godkendt", "godkendes", "blev", "er", "taget", "tages", "til", "efterretning", "udsat", "udsættes", "drøftet", "drøftes", "intet", "ingen", "indstillingen", "indstilling", "beslutning", "orienteringen", "orientering", "tiltrådt", "tiltrædes", "punktet", "sagen", "og", "som", "indstillet", "anbefales", "anbefalet", "at", "det", "den", "eventuelt"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Held:
    """The texts of closed items: runs of folded words, and the lengths they have."""

    runs: frozenset[tuple[str, ...]]
    lengths: tuple[int, ...]


def doubts_against(register: facts.Minutes, reading: facts.Minutes) -> list[facts.Warning | None]:
    """For each item of `reading` the doubt about it, if any: it is open, or would be by the reader's own words, and new or open in `register`."""
    closed = [item for item in register.items if item.closed]
    if not closed:
        return [None] * len(reading.items)
    origins = pair(register.items, reading.items, adds=is_supplement(reading))
    held, known = _held(closed, register), _sentences(item for item in register.items if not item.closed)
    has_gone = not is_supplement(reading) and _has_gone(register, reading, origins)
    found: list[facts.Warning | None] = []
    for item, origin in zip(reading.items, origins, strict=True):
        found.append(None)
        old = None if origin is None else register.items[origin]
        if item.row is not None or (old and old.closed) or (item.closed and not item.in_doubt and "closed" not in item.corrected):
            continue
        own = _sentences([old]) if old else set()
        words = next(_came_back(item, held, own), "")
        if words:
            found[-1] = _warning(CAME_BACK, item, words)
        elif has_gone and (gained := item.title if old is None else next(_gained(item, known), "")):
            found[-1] = _warning(WENT_AWAY, item, gained)
    return found


def titles_came_back(register: facts.Minutes, reading: facts.Minutes) -> bool:
    """Tells whether the time plan of `reading` has words of a closed item that the register's own has not."""
    held = _held([item for item in register.items if item.closed], register)
    known = {name_key(row.title) for row in register.time_plan}
    return any(_run_in(row.title, held) for row in reading.time_plan if name_key(row.title) not in known)


def is_answered(item: facts.ItemFacts) -> bool:
    """Tells whether somebody has said of the item, as its text is now, whether it is closed."""
    said = item.corrected
    return "closed" in said and (TEXT not in said or said.index("closed") > said.index(TEXT))


def _warning(code: str, item: facts.ItemFacts, words: str) -> facts.Warning:
    return facts.Warning(code, item.number, {"words": words}, words, item.at)


def _came_back(item: facts.ItemFacts, held: _Held, own: set[str]) -> Iterator[str]:
    for sentence in _said(item):
        if name_key(sentence) not in own and _run_in(sentence, held):
            yield sentence
    # A sentence that is broken into lines says what it said.
    for text in _texts(item):
        if "\n" in text and not {name_key(one) for one in sentences(text)} <= own and _run_in(text, held):
            yield next(iter(sentences(text)))


def _gained(item: facts.ItemFacts, known: set[str]) -> Iterator[str]:
    """The sentences that no open item of the register has, beyond those that anybody's decision has."""
    return (one for one in _said(item) if name_key(one) not in known and not _says_nothing(one))


def _has_gone(register: facts.Minutes, reading: facts.Minutes, origins: list[int | None]) -> bool:
    """Tells whether a closed item is left out, or some of its text stands neither in the same item nor in another closed one."""
    pairs = {origin: item for item, origin in zip(reading.items, origins, strict=True) if origin is not None}
    closed = _sentences(item for item in reading.items if item.closed and not item.in_doubt)
    for place, item in enumerate(register.items):
        if item.closed:
            if place not in pairs:
                return True
            texts = {name_key(one) for text in _texts(item)[1:] for one in sentences(text) if not _says_nothing(one)}
            if not texts <= closed | _sentences([pairs[place]]):
                return True
    return False


def _held(closed: list[facts.ItemFacts], register: facts.Minutes) -> _Held:
    runs = {run for item in closed for run in _runs(item)}
    lengths = tuple(sorted({len(run) for run in runs}))
    public = {run for item in register.items if not item.closed for text in _texts(item) for run in _windows(text, lengths)}
    left = frozenset(runs - public)
    return _Held(left, tuple(sorted({len(run) for run in left})))


def _runs(item: facts.ItemFacts) -> Iterator[tuple[str, ...]]:
    title = _words(without_marks(item.title))
    if len(title) > 1 and sum(map(len, title)) >= _SHORTEST_TITLE:
        yield from _windows_of(title, min(len(title), _WHOLE))
    for sentence in _said(item)[1:]:
        words = _words(sentence)
        if len(words) >= _FEWEST_WORDS or len(sentence) >= _FEWEST_LETTERS:
            yield from _windows_of(words, min(len(words), _WHOLE))


def _run_in(text: str, held: _Held) -> bool:
    return any(run in held.runs for run in _windows(text, held.lengths))


def _windows(text: str, lengths: Iterable[int]) -> Iterator[tuple[str, ...]]:
    words = _words(text)
    for length in lengths:
        yield from _windows_of(words, length)


def _windows_of(words: list[str], length: int) -> Iterator[tuple[str, ...]]:
    return (tuple(words[at : at + length]) for at in range(len(words) - length + 1)) if length else iter(())


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))


def _says_nothing(sentence: str) -> bool:
    return _SAYS_NOTHING.issuperset(_words(sentence))


def _sentences(items: Iterable[facts.ItemFacts]) -> set[str]:
    return {name_key(one) for item in items for one in _said(item)}


def _said(item: facts.ItemFacts) -> list[str]:
    """The item's title, and the sentences of its texts."""
    return [item.title, *(one for text in _texts(item)[1:] for one in sentences(text))]


def _texts(item: facts.ItemFacts) -> list[str]:
    """All that an item says in words of its own, the title first."""
    return [
        item.title,
        item.case_number or "",
        *(text for section in item.sections for text in (section.heading, section.text)),
        item.decision or "",
        *(one.text for one in item.recommendations),
        *(one.title for one in item.attachments),
        *(one.decision for one in item.earlier_treatments),
        *(f"{one.name}, {one.title or ''}" for one in item.guests),
        *(f"{one.name}, {one.to or ''}" for one in item.appointments),
    ]
