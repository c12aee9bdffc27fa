"""The features that a sentence is weighed by: its words, their stems, pairs and parts, and what the grammar tells. Pure.

Names of people and numbers are taken for what they are and not for which, so that no weight knows a person or a day.
"""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from reader.proposals.marks import NAME, marks_of, tense_of

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d+|[?:]")
# Each kind of feature counts so much: the grammar tells most, and parts of words are many.
VALUES = {
    "role": 1.0,
    "long": 1.0,
    "when": 2.0,
    "w": 1.0,
    "s": 1.0,
    "ww": 1.0,
    "ss": 1.0,
    "c": 0.3,
    "v": 1.0,
    "m": 2.0,
    "mr": 1.0,
    "mm": 1.0,
}
_ENDINGS = (
    "erne", "ernes", "ende", "ede", "edes", "erer", "ere", "eres", "ens", "ets", "ene", "es", "er", "en", "et", "te", "s", "e", "r", "t",
)  # fmt: skip
_SHORTEST_STEM = 4
_PARTS = (3, 4, 5)
_LONGEST_WORD = 40  # letters; what is longer has no parts worth knowing
_FIRST_WORDS = 6


@dataclass(slots=True)
class Features:
    """The features of one sentence, each with the places of the words that bear it; none for what the whole sentence tells."""

    words: list[str]
    places: dict[str, tuple[int, ...]] = field(default_factory=dict)

    @property
    def length(self) -> float:
        """By this the weights are divided, so that a long sentence counts no more than a short one."""
        return math.sqrt(sum(VALUES[kind_of(name)] ** 2 for name in self.places))


def kind_of(feature: str) -> str:
    """The kind of a feature, a key of `VALUES`."""
    return feature.partition(" ")[0]


def features_of(sentence: str, role: str, when: str) -> Features:
    """The features of a sentence in the part of an item that is for `role`; `when`: its times are ahead or behind, or it tells none."""
    printed = [(match.group(), match.start()) for match in WORD.finditer(sentence)]
    words = [_plain(word, sentence[max(0, start - 2) : start]) for word, start in printed]
    if len(words) > 1 and words[1] == NAME and printed[0][0][0].isupper() and not marks_of(words[0]):
        words[0] = NAME
    found = Features([word for word, _start in printed])
    for name, *places in (*_of_sentence(len(words), role, when), *_of_words(words), *_of_grammar(words, role)):
        found.places[name] = found.places.get(name, ()) + tuple(places)
    return found


def _of_sentence(length: int, role: str, when: str) -> Iterator[tuple]:
    yield (f"role {role}",)
    yield (f"long {min(length // 6, 6)}",)
    yield (f"when {when}",)
    yield (f"mr {when} {role}",)


def _of_words(words: list[str]) -> Iterator[tuple]:
    stems = [_stem(word) for word in words]
    for place, word in enumerate(words):
        yield f"w {word}", place
        yield f"s {stems[place]}", place
        for part in _parts(word):
            yield f"c {part}", place
        if place:
            yield f"ww {words[place - 1]} {word}", place - 1, place
            yield f"ss {stems[place - 1]} {stems[place]}", place - 1, place


def _of_grammar(words: list[str], role: str) -> Iterator[tuple]:
    """Gives the features of each first word with a mark by itself, with the role, and with the others."""
    first: dict[str, int] = {}
    for place, word in enumerate(words):
        for mark in marks_of(word):
            first.setdefault(mark, place)
        tense = tense_of(word)
        if tense and place < _FIRST_WORDS:
            yield f"v {min(place, 3)} {tense}", place
        if tense and place and "doer" in marks_of(words[place - 1]):
            first.setdefault(f"doer {tense}", place)
    for mark, place in first.items():
        yield f"m {mark}", place
        yield f"mr {mark} {role}", place
        for other, there in first.items():
            if mark < other:
                yield f"mm {mark} + {other}", place, there


def _plain(word: str, before: str) -> str:
    """The word in small letters; a name or a number as what it is. A capital tells a name only within a sentence."""
    if word[0].isdigit():
        return "0" * min(len(word), 4)
    if word[0].isupper() and before and before.rstrip()[-1:] not in (".", ":", "–", "-") and (word[1:].islower() or len(word) == 1):
        return NAME
    return word.lower()


@lru_cache(maxsize=20_000)
def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word


@lru_cache(maxsize=20_000)
def _parts(word: str) -> tuple[str, ...]:
    whole = f"<{word}>"
    if len(word) > _LONGEST_WORD:
        return ()
    return tuple({whole[start : start + length] for length in _PARTS for start in range(len(whole) - length + 1)})
