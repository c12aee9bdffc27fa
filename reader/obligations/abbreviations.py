"""Bodies called by their initials: "ØU" where the same document names Økonomiudvalget, or says "Økonomiudvalget (ØU)"."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from reader.parsing.names import BODY, presentable

# A body's initials end with what it is, udvalg, råd, bestyrelse, nævn, or begin with it: Udvalget for Kultur og Fritid.
_SHORT = re.compile(r"(?<![\w-])(?:[A-ZÆØÅ]{1,5}[URBN]|[UR][A-ZÆØÅ]{1,5})(?=s?(?![\w-]))")
_SAID_SO = re.compile(r"\s\((?:i det følgende |herefter )?(?P<short>[A-ZÆØÅ]{2,6})\)")
_KINDS = ("dvalget", "rådet", "Rådet", "bestyrelsen", "nævnet", "kommissionen", "forsamlingen", "repræsentationen")
_GOES_ON = re.compile(r"s?[a-rt-zæøå]|ss")
_LONGEST = 100
_WORD = re.compile(r"[^\W\d_]+")
_SMALL = frozenset({"og", "for", "af", "i", "samt"})
# A compound has an initial for what it is about and one for what it is: Økonomi-udvalget.
_KIND = re.compile(r"(?<=.)(?=(?:udvalg|råd|bestyrelse|nævn|kommission|repræsentation|forsamling)\w*$)", re.IGNORECASE)


def short_names(texts: Iterable[str], *names: str | None) -> dict[str, str]:
    """The short names in the texts of one document, each with the body meant: one that the texts or `names` name in full, and no other has."""
    texts = list(texts)
    used = {short for text in texts for short in _SHORT.findall(text)}
    if not used:
        return {}
    said: dict[str, str] = {}
    meant: dict[str, set[str]] = {}
    for name in filter(None, names):
        meant.setdefault(_initials(name), set()).add(presentable(name))
    for text in texts:
        for name, end in _named(text):
            name = presentable(name)
            meant.setdefault(_initials(name), set()).add(name)
            if so := _SAID_SO.match(text, end):
                said[so["short"]] = name
    sure = {short: next(iter(bodies)) for short, bodies in meant.items() if short in used and len(bodies) == 1}
    return sure | said


def _named(text: str) -> Iterator[tuple[str, int]]:
    """Every body named in full, and where its name ends. Looking only where a word says what a body is goes many times faster than everywhere."""
    for kind in _KINDS:
        at = text.find(kind)
        while at >= 0:
            end = at + len(kind)
            if not _GOES_ON.match(text, end):
                begins = max(0, at - _LONGEST)
                word = max(text.rfind(" ", begins, at), text.rfind("\n", begins, at), begins - 1) + 1
                word += text[word] in '("”'
                if text.startswith(" for ", end) or text.endswith((" og", " &", "-"), begins, max(begins, word - 1)):
                    match = next((match for match in BODY.finditer(text, begins, end + _LONGEST) if match.end() >= end), None)
                else:
                    match = BODY.match(text, word)
                if match:
                    yield match.group(), match.end()
            at = text.find(kind, end)


def in_full(text: str, short: Mapping[str, str]) -> str:
    """The text with the full names in place of the short ones."""
    return _any_of(tuple(short)).sub(lambda match: short[match.group()], text) if short else text


def shorts_in(text: str, short: Mapping[str, str]) -> Iterable[re.Match[str]]:
    return _any_of(tuple(short)).finditer(text) if short else ()


@lru_cache(maxsize=16)
def _any_of(shorts: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(shorts)})(?=s?(?![\w-]))")


def _initials(name: str) -> str:
    words = [word for word in _WORD.findall(name) if word.lower() not in _SMALL]
    return "".join(part[0].upper() for word in words for part in _KIND.split(word))
