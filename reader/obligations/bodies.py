"""The bodies a sentence names, and which of them is the one whose minutes these are."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from reader.obligations.abbreviations import shorts_in
from reader.obligations.passages import Setting
from reader.obligations.prefilter import KINDS, has
from reader.parsing.names import BODY, presentable

_OWN = frozenset({"udvalget", "rådet", "bestyrelsen", "nævnet", "kommissionen", "udvalg", "råd"})
# "MED-udvalget for Social og Sundhed": what follows `for` begins with capitals, and is no body itself.
_WORD = r"(?!\w*(?:udvalg|råd|bestyrelse|nævn))[A-ZÆØÅ][\wæøåé-]*"
_FIELD = re.compile(rf" for {_WORD}(?:(?:, | og | & |,? og | ){_WORD}){{0,5}}")
_NAMED_FOR = re.compile(r" for (?=[A-ZÆØÅ])")
# A sentence may begin with the short name.
_SHORT = re.compile(r"\b(?:Udvalget|Rådet|Bestyrelsen|Nævnet|Kommissionen)")


@dataclass(frozen=True, slots=True)
class Named:
    """A body as it is named in `text[start:end]`."""

    name: str
    start: int
    end: int


def bodies_in(text: str, short: Mapping[str, str] | None = None) -> list[Named]:
    """Every body named in the text, in full or by one of the `short` names, in order. A genitive ("Byrådets") names it too, without its `s`."""
    short = short or {}
    shorts = [Named(short[match.group()], *match.span()) for match in shorts_in(text, short)]
    return sorted([*_in_full(text), *shorts], key=lambda named: named.start)


def _in_full(text: str) -> list[Named]:
    found: list[Named] = []
    if not has(text.lower(), KINDS):
        return found
    at, plain = 0, _SHORT.sub(lambda short: short.group().lower(), text)
    while match := BODY.search(plain, at):
        end = _end(text, match)
        found.append(Named(text[match.start() : end], match.start(), end))
        at = max(end, match.start() + 1)
    return found


def _end(text: str, match: re.Match[str]) -> int:
    """Gives the end of the name: with its field of work when one is told, and before the next body of a list."""
    fields = _NAMED_FOR.search(match.group())
    head = match.start() + fields.start() if fields else match.end()
    told = _FIELD.match(text, head)
    return told.end() if told else head


def is_own(name: str, setting: Setting) -> bool:
    """Tells whether a body's name in running text means the meeting's own body."""
    if name.casefold() in _OWN:
        return True
    # "Lokaludvalget" is what Møllebyens Lokaludvalg calls itself, and no other.
    return setting.body is not None and _key(name) in {
        _key(setting.body),
        _key(setting.body.split()[-1]),
        _key(setting.body.partition(" i ")[0]),
    }


def body_meant(name: str, setting: Setting) -> str:
    """The name the body goes by: its own for "udvalget" and "rådet"."""
    return setting.body if is_own(name, setting) and setting.body else presentable(name)


def _key(name: str) -> str:
    # Udsatterådet and Udsatteråd, udvalg and udvalget: doubled letters and the definite ending do not count.
    return re.sub(r"(.)\1", r"\1", re.sub(r"[\W_]", "", name.casefold())).removesuffix("et").removesuffix("s")
