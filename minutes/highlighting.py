"""Sentences marked in the text they stand in. Pure."""

import re
from dataclasses import dataclass

from reader.parsing.sentences import sentences


@dataclass(frozen=True, slots=True)
class Highlighted:
    """A text parted at a sentence in it: `sentence` with `lead` and `rest` of its own line round it, and the text `before` and `after`."""

    before: str
    lead: str
    sentence: str
    rest: str
    after: str


@dataclass(frozen=True, slots=True)
class Span:
    """`text` stands at `start`–`end` of the text it was cut from."""

    text: str
    start: int
    end: int


def highlight(text: str, quote: str) -> Highlighted | None:
    """`text` with `quote` marked where it first stands; None where it stands nowhere."""
    start = text.find(quote) if quote else -1
    if start < 0:
        return None
    end = start + len(quote)
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    return Highlighted(text[:line_start].strip("\n"), text[line_start:start], quote, text[end:line_end], text[line_end:].strip("\n"))


def parted_at(text: str, words: str) -> tuple[str, str, str]:
    """`text` before, at and after `words`; all of it is marked where the words are not in it."""
    before, found, after = text.partition(words) if words else ("", "", "")
    return (before, found, after) if found else ("", text, "")


def pieces_of(sentence: str, words: list[str]) -> list[tuple[str, bool]]:
    """The sentence in pieces, each with whether it is one of `words`, which stand in it in this order."""
    found, at = [], 0
    for word in words:
        match = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)").search(sentence, at)
        if match:
            found += [(sentence[at : match.start()], False), (word, True)]
            at = match.end()
    return [(text, is_word) for text, is_word in [*found, (sentence[at:], False)] if text]


def lines_of(text: str) -> list[list[Span]]:
    """The sentences of each line that has any, with their places in `text`."""
    found, at = [], 0
    for line in text.split("\n"):
        spans, here = [], at
        for sentence in sentences(line):
            start = text.index(sentence, here)
            here = start + len(sentence)
            spans.append(Span(sentence, start, here))
        if spans:
            found.append(spans)
        at += len(line) + 1
    return found
