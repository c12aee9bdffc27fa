"""Text cut into sentences, minding Danish abbreviations, so that a fact can be shown with the sentence it came from."""

import re

_END = re.compile(r"[.!?]['\"”)]?\s+(?=[A-ZÆØÅ\"”(»0-9-])|\n+")
_NEVER_ENDS = re.compile(r"(?:\b(?:nr|pkt|kl|ca|bl\.a|f\.eks|jf|pr|stk|afs|vedr|hhv|ang|gl|d|[A-ZÆØÅ]))\.$|^\W*(?:\d{1,2}|[A-Za-z])\.$")
_LONGEST = 1_500  # letters; the patterns that read sentences look far ahead, and a text without full stops must not make that costly


def sentences(text: str) -> list[str]:
    """The sentences of a text, in order, each without white space at its ends; none is longer than any sentence of prose."""
    found: list[str] = []
    start = 0
    for match in _END.finditer(text):
        end = match.start() + 1 if text[match.start()] != "\n" else match.start()
        if text[match.start()] == "." and _NEVER_ENDS.search(text[max(start, end - 8) : end]):
            continue
        piece = text[start:end].strip()
        if piece:
            found += _cut(piece)
        start = end
    piece = text[start:].strip()
    return found + _cut(piece) if piece else found


def _cut(sentence: str) -> list[str]:
    return [sentence[at : at + _LONGEST] for at in range(0, len(sentence), _LONGEST)]
