"""Votes: the counts, who was on which side, and whose vote it was.

A committee or advisory body is small. Where its minutes hold a vote of more people than such a body ever has, the council's later
vote has been copied into them, and it is booked on the council: kommunestyrelsesloven § 17 fills committees from the council's own
9 to 31 members (§ 5), and none we know of has more than fifteen.
"""

import re
from dataclasses import dataclass

from minutes.facts import Vote
from minutes.reading import Block

from .names import NAME_LIST_PATTERN, is_council, is_party, split_names
from .sections import place_of
from .sentences import sentences

_LARGEST_COMMITTEE = 15
_NUMBER_WORDS = {
    "ingen": 0, "en": 1, "én": 1, "et": 1, "ét": 1, "to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6, "syv": 7, "otte": 8, "ni": 9, "ti": 10,
    "elleve": 11, "tolv": 12, "tretten": 13, "fjorten": 14, "femten": 15,
}  # fmt: skip
_N = rf"(?:\d{{1,3}}|{'|'.join(_NUMBER_WORDS)})"
_MEMBERS = r"(?:\s+(?:stemmer|stemme|medlemmer|medlem|af\s+udvalgets\s+medlemmer))?"
_SIDE = r"\s*(?:\([^()]{0,300}\)\s*)?"
_AGAINST = r"(?:imod|mod)"

# 6 stemmer for og 1 stemme imod · 8 for, 1 imod · 5 stemmer mod 2 · 5 stemte for, og 2 stemte imod
_FOR_AND_AGAINST = re.compile(
    rf"\b(?P<yes>{_N}){_MEMBERS}{_SIDE}(?:\s*stemte)?\s*for{_SIDE}(?:\s*(?:forslaget|indstillingen|ændringsforslaget))?\s*(?:,|og|,\s*og|mens|\.)?\s*(?:mens\s+)?(?P<no>{_N}){_MEMBERS}{_SIDE}(?:\s*stemte)?\s*{_AGAINST}\b"
    rf"|\b(?P<yes2>{_N})\s+stemmer?{_SIDE}\s*{_AGAINST}\s+(?P<no2>{_N})\b(?:\s+stemmer?)?"
    rf"|\b(?P<no3>{_N}){_MEMBERS}{_SIDE}\s*(?:stemte\s+)?{_AGAINST}\s*(?:og|,)\s*(?P<yes3>{_N}){_MEMBERS}{_SIDE}\s*(?:stemte\s+)?for\b",
    re.IGNORECASE,
)
_NAMES = NAME_LIST_PATTERN
# For stemte: A, B (2) · Imod stemte C og D. · For stemte 5 (A, B)
_FOR_STEMTE = re.compile(
    rf"\b(?P<side>[Ff]or|[Ii]mod|[Mm]od)\s+(?:(?:indstillingen|forslaget|ændringsforslaget)\s+)?(?:stemte|stemmer)\b\s*:?\s*(?:(?P<count>{_N})\b)?\s*(?:stemmer|medlemmer)?\s*[(:]?\s*(?P<names>{_NAMES})?"
)
# A og B stemte imod · Et flertal på 5 (A, B) stemte for · Liste A stemmer imod
_STEMTE_FOR = re.compile(rf"(?P<names>{_NAMES}?)\s*(?:\((?P<count>\d{{1,3}})\)\s*)?\b(?:stemte|stemmer)\s+(?P<side>for|imod|mod)\b")
_GROUP = re.compile(
    rf"\b(?:flertal|mindretal)(?:let)?\s*(?:på\s*(?P<count>{_N})|bestående af)?\s*(?:stemmer|medlemmer)?\s*(?:\((?P<names>[^()]{{2,400}})\)|[:,]?\s*(?P<more>{_NAMES}?))?\s*,?\s*(?:stemte|stemmer)\s+(?P<side>for|imod|mod)\b",
    re.IGNORECASE,
)
_ABSTAINED = re.compile(
    rf"(?:(?P<count>{_N})\s+(?:stemmer\s+|medlemmer\s+)?)?(?:undlod|undlader)\s+at\s+stemme|\b(?P<count2>{_N})\s+(?:stemmer\s+)?(?:hverken\s+for\s+eller\s+imod|blanke?)|[Uu]ndlod\s+at\s+stemme:?\s*(?P<count3>{_N})?|[Hh]verken\s+for\s+eller\s+imod\s+stemte",
    re.IGNORECASE,
)
_ABSTAINERS = re.compile(
    rf"(?P<names>{_NAMES}?)\s+(?:undlod|undlader)\s+at\s+stemme|[Uu]ndlod\s+at\s+stemme\s*:?\s*(?P<after>{_NAMES})|[Hh]verken\s+for\s+eller\s+imod\s+stemte\s*:?\s*(?P<later>{_NAMES})"
)
_AMENDMENT = re.compile(r"ændringsforslag|modforslag|underændringsforslag", re.IGNORECASE)
_TALKS_OF_VOTES = re.compile(r"stem(?:te|me|mer|mes)\b|\d\s+(?:for|imod)\b|hverken for", re.IGNORECASE)
_SIZE = re.compile(r"\((\d{1,3})\)\s*\.?$")


@dataclass(slots=True)
class _Tally:
    vote: Vote
    counted: bool


def votes_of(blocks: list[Block], *, body: str | None, quoted: str | None, council: str) -> list[Vote]:
    """The votes a decision tells of.

    `body` is whose minutes these are, `quoted` the earlier body when the blocks quote one, `council` what the document calls the
    council. A vote without any count or name is none: "enstemmigt" stays text.
    """
    tallies: list[_Tally] = []
    amending = False
    for block in blocks:
        if "stem" not in block.text and " imod" not in block.text and "Imod" not in block.text:
            amending = amending or bool(_AMENDMENT.search(block.text))
            continue
        for sentence in sentences(block.text):
            if _AMENDMENT.search(sentence):
                amending = True
            if _TALKS_OF_VOTES.search(sentence):
                _read(sentence, block, tallies, amendment=bool(_AMENDMENT.search(sentence)) or (amending and not tallies), quoted=quoted)
    for tally in tallies:
        _complete(tally.vote)
        if tally.vote.on == "decision" and _too_many(tally.vote) and not is_council(body):
            tally.vote.on = council
    return [tally.vote for tally in tallies]


def _read(sentence: str, block: Block, tallies: list[_Tally], *, amendment: bool, quoted: str | None) -> None:
    """Take what one sentence says of a vote: new counts begin a new vote, names join the one before."""
    counts = _FOR_AND_AGAINST.search(sentence)
    if counts:
        groups = counts.groupdict()
        yes, no = (_value(groups[key] or groups[f"{key}2"] or groups[f"{key}3"]) for key in ("yes", "no"))
        tallies.append(_Tally(Vote(yes, no, on=quoted or ("amendment" if amendment else "decision"), at=place_of([block])), True))
    abstained = _ABSTAINED.search(sentence)
    sides = _sides(sentence) if not counts or re.search(r"[Ii]mod\s+stemte|[Ff]or\s+stemte", sentence) else []
    if not counts and not sides and not abstained:
        return
    current = tallies[-1].vote if tallies and not _begins_anew(tallies[-1], sides) else None
    if current is None:
        if not sides:
            return
        current = Vote(None, None, on=quoted or ("amendment" if amendment else "decision"), at=place_of([block]))
        tallies.append(_Tally(current, False))
    for side, names, count in sides:
        own = current.for_names if side == "for" else current.against_names
        own += [name for name in names if name not in own]
        if count is not None and not tallies[-1].counted:
            if side == "for":
                current.votes_for = count
            else:
                current.votes_against = count
    if abstained and current.abstained is None:
        current.abstained = _abstentions(sentence, abstained)


def _sides(sentence: str) -> list[tuple[str, list[str], int | None]]:
    """Who stood on which side, as (for or against, names, count)."""
    found = []
    grouped = list(_GROUP.finditer(sentence))
    for match in grouped:
        names = split_names(match["names"] or match["more"] or "")
        found.append((_side(match["side"]), names, _value(match["count"]) if match["count"] else None))
    if grouped:
        return found
    for match in _FOR_STEMTE.finditer(sentence):
        listed = match["names"] or ""
        size = _SIZE.search(listed.strip())
        names = split_names(
            re.split(r"\b(?:og\s+)?(?:for|imod|mod)\s+stemte\b|,?\s+(?:og|mens)\s+tilslutter", listed, flags=re.IGNORECASE)[0]
        )
        count = _value(match["count"]) if match["count"] else int(size.group(1)) if size else None
        if names or match["count"]:
            found.append((_side(match["side"]), names, count))
    if found:
        return found
    for match in _STEMTE_FOR.finditer(sentence):
        names = split_names(_NAMES_BEFORE.sub("", match["names"]))
        if names:
            found.append((_side(match["side"]), names, int(match["count"]) if match["count"] else None))
    return found


_NAMES_BEFORE = re.compile(r"^.*\b(?:idet|mens|hvor|da|at)\s+", re.DOTALL)


def _side(word: str) -> str:
    return "for" if word.lower() == "for" else "against"


def _begins_anew(tally: _Tally, sides: list[tuple[str, list[str], int | None]]) -> bool:
    """Whether these sides belong to another vote: the same side has been told already."""
    vote = tally.vote
    return any((vote.for_names if side == "for" else vote.against_names) for side, names, _ in sides if names) and not tally.counted


def _abstentions(sentence: str, match: re.Match[str]) -> int | None:
    count = match["count"] or match["count2"] or match["count3"]
    if count:
        return _value(count)
    who = _ABSTAINERS.search(sentence)
    names = split_names(who["names"] or who["after"] or who["later"] or "") if who else []
    return len(names) or None


def _complete(vote: Vote) -> None:
    """Where a side is told only by its members, their number is its count; of party lists it is unknown."""
    if vote.votes_for is None:
        vote.votes_for = _people(vote.for_names)
    if vote.votes_against is None:
        vote.votes_against = _people(vote.against_names)


def _people(names: list[str]) -> int | None:
    return len(names) if names and not any(is_party(name) for name in names) else None


def _too_many(vote: Vote) -> bool:
    return (vote.votes_for or 0) + (vote.votes_against or 0) + (vote.abstained or 0) > _LARGEST_COMMITTEE


def _value(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBER_WORDS[word.lower()]
