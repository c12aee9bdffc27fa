"""Text cut into sentences, minding Danish abbreviations, so that a fact can be shown with the sentence it came from."""

import re

_END = re.compile(r"[.!?]['\"”)]?\s+(?=[A-ZÆØÅ\"”(»0-9-])|\n+")
_NEVER_ENDS = re.compile(r"(?:\b(?:nr|pkt|kl|ca|bl\.a|f\.eks|jf|pr|stk|afs|vedr|hhv|ang|gl|d|[A-ZÆØÅ]))\.$|^\W*(?:\d{1,2}|[A-Za-z])\.$")


def sentences(text: str) -> list[str]:
    """The sentences of a text, in order, each without white space at its ends."""
    found, start = [], 0
    for match in _END.finditer(text):
        end = match.start() + 1 if text[match.start()] != "\n" else match.start()
        if text[match.start()] == "." and _NEVER_ENDS.search(text[max(start, end - 8) : end]):
            continue
        piece = text[start:end].strip()
        if piece:
            found.append(piece)
        start = end
    piece = text[start:].strip()
    return [*found, piece] if piece else found
