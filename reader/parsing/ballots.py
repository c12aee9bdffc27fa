"""The sentences of a vote, taken apart into counts, sides and abstentions."""

import re
from dataclasses import dataclass

from .names import NAME_LIST_PATTERN, split_names

_NUMBER_WORDS = {
    "ingen": 0, "en": 1, "én": 1, "et": 1, "ét": 1, "to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6, "syv": 7, "otte": 8, "ni": 9, "ti": 10,
    "elleve": 11, "tolv": 12, "tretten": 13, "fjorten": 14, "femten": 15,
}  # fmt: skip
_N = rf"(?:\d{{1,3}}|{'|'.join(_NUMBER_WORDS)})"
_OF = r"(?:\s+(?:stemmer|stemme|medlemmer|medlem))?"
_WHO = r"(?:\s*\((?:[^()]|\([^()]*\)){0,300}\))?"
_WHAT = r"(?:\s+(?:forslaget|indstillingen|ændringsforslaget))?"
_AND = r"\s*(?:,|og|,\s*og|,?\s*mens|\.)?\s*"
_NAMES = NAME_LIST_PATTERN
_IN_BRACKETS = r"\((?P<names>(?:[^()]|\([^()]*\)){1,400})\)"
_NEXT_SIDE = r"(?=,?\s*(?:og\s+|mens\s+)?(?:[Ii]mod|[Mm]od|[Ff]or)\s+(?:stemte|stemmer)\b|[.;\n]|$)"

# 6 stemmer for og 1 stemme imod · 8 for, 1 imod · 5 stemte for, og 2 stemte imod · med 4 stemmer mod 1
_COUNTS = re.compile(
    rf"\b(?P<yes>{_N}){_OF}{_WHO}(?:\s*stemte)?\s*for\b{_WHO}{_WHAT}{_AND}(?P<no>{_N}){_OF}{_WHO}(?:\s*stemte)?\s*i?mod\b"
    rf"|\b(?P<yes2>{_N})\s+stemmer?{_WHO}\s*i?mod\s+(?P<no2>{_N})\b(?:\s+stemmer?)?"
    rf"|\bstemmerne\s+(?P<yes4>\d{{1,3}})\s*[-–]\s*(?P<no4>\d{{1,3}})"
    rf"|\b(?P<no3>{_N}){_OF}{_WHO}\s*(?:stemte\s+)?i?mod\s*(?:og|,)\s*(?P<yes3>{_N}){_OF}{_WHO}\s*(?:stemte\s+)?for\b",
    re.IGNORECASE,
)
# Et flertal på 5 (A, B …) stemte for · Et mindretal bestående af liste C stemte imod
_GROUP = re.compile(
    rf"\b[Ee]?t?\s*(?:[Ff]lertal|[Mm]indretal)(?:let)?\s*(?:på\s*(?P<count>{_N}){_OF}|bestående\s+af)?\s*"
    rf"(?:{_IN_BRACKETS}|[:,]?\s*(?P<more>{_NAMES}?))?\s*,?\s*(?:stemte|stemmer)\s+(?P<side>for|imod|mod)\b"
)
# For stemte: A, B (2) · Imod stemte C og D. · For forslaget stemte 5 (A, B)
_SIDE_FIRST = re.compile(
    rf"(?<!eller )\b(?P<side>[Ff]or|[Ii]mod|[Mm]od){_WHAT}\s+(?:stemte|stemmer)\b\s*:?\s*(?:(?P<count>{_N})\b{_OF})?\s*:?\s*(?:{_IN_BRACKETS}|(?P<more>{_NAMES}?){_NEXT_SIDE})"
)
# For: 4 (A, B) · Imod: C, D
_SIDE_LABEL = re.compile(
    rf"^(?:[Ss]temmer\s+)?(?P<side>For|Imod|for|imod)\s*:\s*(?:(?P<count>\d{{1,3}})\b{_OF})?\s*(?:{_IN_BRACKETS}|(?P<more>[A-ZÆØÅ].{{0,400}}?)?)\s*\.?$"
)
# A og B stemte imod
_NAMES_FIRST = re.compile(rf"(?P<names>{_NAMES}?)\s*(?:\((?P<count>\d{{1,3}})\)\s*)?\b(?:stemte|stemmer)\s+(?P<side>for|imod|mod)\b")
_ABSTAINED = re.compile(
    rf"(?:\b(?P<count>{_N}){_OF}(?:,?\s+der)?\s+|(?P<names>{_NAMES}?)\s+)?\b(?:undlod|undlader)\b(?:\s+at\s+stemme)?"
    rf"|\b(?P<count2>{_N}){_OF}\s+(?:hverken\s+for\s+eller\s+imod|blank[et]?)"
    rf"|\b(?:[Uu]ndlod(?:\s+at\s+stemme)?|[Hh]verken\s+for\s+eller\s+imod\s+stemte|[Bb]lankt?\s+stemte)\s*:?\s*(?:(?P<count3>\d{{1,3}})\b)?\s*\(?(?P<later>{_NAMES})?"
)
_BRACKETS = re.compile(r"\(((?:[^()]|\([^()]*\))*)\)")
_FELL = re.compile(r"forkast|nedstemt|faldt|afvist", re.IGNORECASE)  # "forkastet med 7 stemmer mod 4": the larger side was against
_CLAUSE = re.compile(r"^.*\b(?:idet|mens|hvor|da|at|herefter|derefter)\s+", re.DOTALL)
_SIZE = re.compile(r"\((\d{1,3})\)\s*\.?$")
TALKS_OF_VOTES = re.compile(r"stem(?:merne|te|me|mer|mes)\b|\bimod\b|\bundlod\b|^For:|^Imod:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class BallotCounts:
    yes: int
    no: int


@dataclass(frozen=True, slots=True)
class Side:
    """The members on one side, `for` or `against`, and their number, where it is said."""

    side: str
    names: tuple[str, ...]
    count: int | None


@dataclass(frozen=True, slots=True)
class Abstention:
    count: int | None


Ballot = BallotCounts | Side | Abstention


def ballots_in(sentence: str) -> list[Ballot]:
    """Gives the parts of a vote in the sentence, counts first."""
    found: list[Ballot] = []
    counts = _COUNTS.search(sentence)
    rest = sentence
    if counts:
        groups = counts.groupdict()
        yes, no = (_value(groups[key] or groups[f"{key}2"] or groups[f"{key}3"] or groups[f"{key}4"]) for key in ("yes", "no"))
        fell = groups["yes2"] and _FELL.search(sentence[: counts.start()])
        found.append(BallotCounts(no, yes) if fell else BallotCounts(yes, no))
        rest = sentence[counts.end() :]
        found += _in_brackets(sentence, counts)
    found += _sides(rest)
    abstained = _ABSTAINED.search(rest)
    if abstained and ("stem" in sentence or counts or abstained["count3"]):
        found.append(Abstention(_abstentions(abstained)))
    return found


def _in_brackets(sentence: str, counts: re.Match[str]) -> list[Side]:
    """The names set in brackets after each count: 5 stemmer for (A, B), 2 imod (C)."""
    first, second = ("for", "against") if counts["no3"] is None else ("against", "for")
    border = max(counts.start(group) for group in ("no", "no2", "yes3", "no4"))
    found = []
    for match in _BRACKETS.finditer(sentence, counts.start()):
        names = tuple(split_names(match.group(1)))
        if names and (match.end() <= counts.end() or not sentence[counts.end() : match.start()].strip()):
            found.append(Side(first if match.start() < border else second, names, None))
    return found


def _sides(text: str) -> list[Side]:
    for pattern in (_GROUP, _SIDE_LABEL, _SIDE_FIRST, _NAMES_FIRST):
        sides = [side for side in map(_side, pattern.finditer(text)) if side.names or side.count is not None]
        if pattern is _GROUP and sides:
            sides += [
                side for side in map(_side, _SIDE_FIRST.finditer(text)) if side.names and side.side not in {one.side for one in sides}
            ]
        if sides:
            return sides
    return []


def _side(match: re.Match[str]) -> Side:
    groups = match.groupdict()
    listed = groups["names"] or groups.get("more") or ""
    size = _SIZE.search(listed.strip())
    count = _value(groups["count"]) if groups["count"] else int(size.group(1)) if size else None
    return Side("for" if groups["side"].lower() == "for" else "against", tuple(split_names(_CLAUSE.sub("", listed))), count)


def _abstentions(match: re.Match[str]) -> int | None:
    count = match["count"] or match["count2"] or match["count3"]
    if count:
        return _value(count)
    return len(split_names(match["names"] or match["later"] or "")) or None


def _value(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBER_WORDS[word.lower()]
