"""Documents whose file is named, or tells of itself, that what it holds is closed: `Lukket referat 2024-03.docx`."""

import re

from reader.facts import Minutes, Warning

from .clues import clue_in
from .remote_marks import LEFT_OUT

_PARTS = re.compile(r"[_\W]+")
_BOTH = re.compile(r"\b(?:åb|aab)(?:en|ent|ne)\b", re.IGNORECASE)
_ENDING = re.compile(r"\.(?:pdf|docx?|txt)$", re.IGNORECASE)


def doubt_by_name(minutes: Minutes, *names: str) -> None:
    """Put every open item in doubt where a name of the file says so; one that names the open half, too, tells of no item."""
    for name in names:
        words = _PARTS.sub(" ", _ENDING.sub("", name)).strip()
        if clue_in(words) and not LEFT_OUT.search(words) and not _BOTH.search(words):
            for item in minutes.items:
                if not item.closed:
                    item.closed = item.in_doubt = True
                    minutes.warnings.append(Warning("maybe_closed", item.number, {"words": name}, name, item.at))
