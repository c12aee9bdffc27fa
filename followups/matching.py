"""Matching of items of later meetings with the occurrences that they seem to answer, with the reasons.

Better silent than wrong: the secretary looks at each. An item counts only at the body that waits, after the day it was asked or last
delivered, and when it is about the same thing: the same matter or case, or a title that is like the one that asked or like what was
asked for. What a time was told for is not answered long before it.

Pure: no Django, no clock.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Literal

from danish.folding import fold
from danish.likeness import like_titles

_STRENGTH = {"placed": 10, "matter": 4, "case": 3, "title": 3, "wording": 2, "date": 5}
_EARLY = timedelta(days=31)  # so long before its time a report can come
_TELLING = 9  # letters: a word so long says much
RECENT = timedelta(days=366)  # so long after it was asked, words alone can tell an answer

# Items every meeting has, under which anything can be told.
_STANDING = re.compile(
    r"godkendelse af (?:\w+ ){0,2}(?:dagsorden|tidsplan|referat)|(?:gensidig )?orientering(?:er)?$|meddelelser|sagsstyringsliste|eventuelt"
    r"|(?:gensidig |kort )?orientering(?:er)? (?:fra|ved) |bordet rundt|nyt fra |lukket|punkter til (?:næste|kommende) |næste møde|underskrift"
)
_WORD = re.compile(r"[a-zæøåéü]{4,}")
# Words that say what is done with a topic, or who does it, and not what the topic is: by how they begin, and whole with their endings.
_EMPTY = (
    "status",
    "orienter",
    "redegør",
    "redegjort",
    "opfølg",
    "evaluer",
    "behandl",
    "udkast",
    "resultat",
    "årlig",
    "kvartal",
    "halvår",
    "udvalgsmøde",
    "rådsmøde",
    "byrådsmøde",
    "rådsmedlem",
    "kommunalbestyrelse",
    "ønske",
    "undersøg",
    "forelæg",
    "fremlæg",
    "vender",
    "tilbage",
    "derefter",
    "begyndelse",
    "efterår",
    "forår",
    "skriftlig",
    "modtag",
    "vedrør",
    "omkring",
    "fortsat",
)
_EMPTY_WHOLE = re.compile(
    r"(?:forslag|svar|høring|høringssvar|måned|møde|sag|råd|udvalg|byråd|forvaltning|kommune|borger|slutning|gang"
    r"|januar|februar|marts|april|juni|juli|august|september|oktober|november|december)(?:e|n|r|s|t|en|er|et|ens|ers|ets|ene|erne|ernes|ne|nes|rne|rnes)?"
    r"|bede[rs]?|spørg(?:e|er|es|smål|smålet)?|mange|hvor(?:dan|når|for)?|hvad|senest|inden|efter|første|næste|blev|bliver|være|skal|ville|dette|denne|disse|deres|også"
    r"|eller|samt|igen"
)


@dataclass(frozen=True)
class Waiting:
    """An occurrence that waits at `body`, since the day it was asked or last delivered, within `first` and `last` if a time was told.

    `has_deadline`: the days say until when, not at when. `awaits`: the case itself treated again, a report on it, or something else.
    `title` is that of the item that asked, `text` what was asked for, or the case that is expected; `was_put_off`: it is a case put off,
    which ends there when it is put off anew, since that is a promise of its own.
    """

    item: int
    body: int
    since: date
    first: date | None
    last: date | None
    has_deadline: bool
    awaits: Literal["case", "report", "other"]
    matter: int | None
    case: int | None
    title: str
    text: str
    was_put_off: bool = False

    @cached_property
    def words(self) -> list[str]:
        return _words(self.text)

    @cached_property
    def roots(self) -> frozenset[str]:
        return _roots(self.words)

    @cached_property
    def title_roots(self) -> frozenset[str]:
        return _roots(_words(self.title))

    @cached_property
    def tells_topic(self) -> bool:
        """True if the item that asked has a topic: a request under a standing item may be about anything."""
        return not is_standing(self.title)


@dataclass(frozen=True)
class AnswerCandidate:
    """An item that may answer. `case` is None where the number is not one topic's; `is_put_off`: nothing was decided, it was put off."""

    item: int
    body: int
    date: date
    matter: int | None
    case: int | None
    title: str
    is_put_off: bool = False

    @cached_property
    def words(self) -> list[str]:
        return _words(self.title)

    @cached_property
    def roots(self) -> frozenset[str]:
        return _roots(self.words)

    @cached_property
    def tells_topic(self) -> bool:
        return not is_standing(self.title)


@dataclass(frozen=True)
class LikelyAnswer:
    """An item with the reasons why it seems to be the answer."""

    item: int
    date: date
    reasons: list[str]

    @property
    def strength(self) -> int:
        return sum(_STRENGTH[code] for code in self.reasons)


def reasons_for(waiting: Waiting, item: AnswerCandidate) -> list[str]:
    """Returns the reasons for `item` to answer what is `waiting`: codes among matter, case, title, wording and date. Empty if it does not."""
    if item.body != waiting.body or item.item == waiting.item or item.date <= waiting.since or not item.tells_topic:
        return []
    if item.is_put_off and not waiting.was_put_off:
        return []
    in_time = _in_time(waiting, item.date)
    about = _about(waiting, item)
    return [*about, *(["date"] if in_time else [])] if about and _fits(waiting, item, set(about), in_time) else []


def likeliest(found: Sequence[LikelyAnswer], before: Sequence[LikelyAnswer]) -> list[LikelyAnswer]:
    """Of each meeting what has most to say for it; and none that an earlier meeting, among `before` too, has as much to say for."""
    kept = list(before)
    for day in sorted({one.date for one in found}):
        of_day = [one for one in found if one.date == day]
        most = max(one.strength for one in of_day)
        if all(one.strength < most for one in kept if one.date < day):
            kept += [one for one in of_day if one.strength == most]
    return kept[len(before) :]


def is_standing(title: str) -> bool:
    """Tells whether an item is one that every meeting has: the agenda's approval, mutual information, announcements."""
    return bool(_STANDING.match(fold(title)))


def _about(waiting: Waiting, item: AnswerCandidate) -> list[str]:
    """Returns the reasons to think that both are about the same."""
    same = {
        "matter": waiting.tells_topic and item.matter is not None and item.matter == waiting.matter,
        "case": waiting.tells_topic and item.case is not None and item.case == waiting.case,
        # Likeness takes long to tell, so it is asked only of titles that have a word in common.
        "title": waiting.tells_topic and not item.roots.isdisjoint(waiting.title_roots) and like_titles(item.title, waiting.title),
        "wording": not item.roots.isdisjoint(waiting.roots) and _tells_of(item, waiting),
    }
    return [code for code, holds in same.items() if holds]


def _fits(waiting: Waiting, item: AnswerCandidate, about: set[str], in_time: bool) -> bool:
    """Tells whether the reasons are enough on that day."""
    if in_time:
        return True
    is_same = bool(about & {"matter", "case"})
    if waiting.first is None or waiting.last is None:
        is_told = "wording" in about or (is_same and about != {"case"} and _is_awaited(waiting, about))
        return item.date - waiting.since <= RECENT and is_told
    if item.date < waiting.first:
        return waiting.first - item.date <= _EARLY and is_same and bool(about & {"title", "wording"})
    return is_same and ("wording" in about or _is_awaited(waiting, about))


def _is_awaited(waiting: Waiting, about: set[str]) -> bool:
    """Tells whether the same topic once more answers the request: a case does, a report if it has the same title, a task does not."""
    return waiting.awaits == "case" or (waiting.awaits == "report" and "title" in about)


def _in_time(waiting: Waiting, day: date) -> bool:
    if waiting.first is None or waiting.last is None:
        return False
    return day <= waiting.last and (waiting.has_deadline or waiting.first <= day)


def _tells_of(item: AnswerCandidate, waiting: Waiting) -> bool:
    """Tells whether the item's title names the task that was asked for, and not only the title of the item that asked.

    It has most of its words from there, and more than one unless that is a telling one.
    """
    found = _same_words(item.words, waiting.words)
    if waiting.tells_topic and len(_same_words(found, _words(waiting.title))) == len(found):
        return False
    most = 3 * len(found) >= 2 * len(item.words) and (len(found) >= 2 or any(len(word) >= _TELLING for word in found))
    return most or like_titles(item.title, waiting.text)


def _same_words(words: Sequence[str], others: Sequence[str]) -> list[str]:
    return [word for word in words if any(_is_same_word(word, other) for other in others)]


def _words(text: str) -> list[str]:
    return list(dict.fromkeys(word for word in _WORD.findall(fold(text)) if not _is_empty(word)))


def _is_empty(word: str) -> bool:
    return word.startswith(_EMPTY) or bool(_EMPTY_WHOLE.fullmatch(word))


def _is_same_word(a: str, b: str) -> bool:
    """Tells whether the words differ in their endings only: bolig, boliger."""
    shortest = min(len(a), len(b))
    return abs(len(a) - len(b)) <= 4 and a[: max(4, shortest - 2)] == b[: max(4, shortest - 2)]


def _roots(words: list[str]) -> frozenset[str]:
    """Returns the roots of the words: words that differ in their endings share one."""
    return frozenset(word[:4] for word in words)
