"""Names of people and bodies spelled in two nearly alike ways within one document."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from reader.facts import Absence, Appointment, BroughtToCouncil, GuestFacts, Minutes, Substitute, TextPlace, Warning
from reader.parsing.names import BODY, PERSON_PATTERN, is_party, presentable

from .texts import sentence_at, texts_of

_ENDS_LIKE_BODY = re.compile(r"(?:udvalget|rådet|nævnet|bestyrelsen|kommissionen)(?![a-zæøå])")
_PERSON = re.compile(PERSON_PATTERN)
_REACH = 70  # letters before a body's last word that may belong to its name


@dataclass(slots=True)
class _Seen:
    """The count of a name and its first place: item, text, place and extent."""

    first: tuple[int | None, str, TextPlace | None, int, int]
    count: int = 1


@dataclass(slots=True)
class _Names:
    bodies: dict[str, _Seen] = field(default_factory=dict)
    people: dict[str, _Seen] = field(default_factory=dict)


def check_spelling(minutes: Minutes) -> Iterator[Warning]:
    """One warning for each rarer spelling. A genitive or a capital letter makes no other name."""
    known = _people(minutes)
    first_and_last = {word for name in known for word in (name.split()[0], name.split()[-1])}
    names = _Names()
    for item, text, at in texts_of(minutes):
        _gather_bodies(names.bodies, item, text, at)
        if first_and_last:
            _gather_people(names.people, first_and_last, item, text, at)
    yield from _variants("body", names.bodies, list(_near_bodies(list(names.bodies))))
    yield from _variants("person", names.people, list(_near_people(known, list(names.people))))


def _people(minutes: Minutes) -> set[str]:
    """The people the facts name."""
    found = {*minutes.meeting.attendees, *(absence.name for absence in minutes.meeting.absent)}
    for row in minutes.time_plan:
        found.update(row.guests)
    for item in minutes.items:
        for vote in item.votes:
            found.update(vote.for_names, vote.against_names)
        named: list[Absence | GuestFacts | Appointment | BroughtToCouncil | Substitute] = [*item.absences, *item.guests, *item.appointments]
        named += [*item.brought_to_council, *item.substitutes]
        found.update(fact.name for fact in named)
        found.update(substitute.for_name for substitute in item.substitutes if substitute.for_name)
    return {name for name in found if not is_party(name)}


def _gather_bodies(seen: dict[str, _Seen], item: int | None, text: str, at: TextPlace | None) -> None:
    for end in _ENDS_LIKE_BODY.finditer(text):
        begin = max(0, end.start() - _REACH)
        match = next((m for m in BODY.finditer(text, begin, end.end()) if m.end() == end.end()), None)
        if match:
            _count(seen, presentable(match.group()), (item, text, at, match.start(), match.end()))


def _gather_people(seen: dict[str, _Seen], words: set[str], item: int | None, text: str, at: TextPlace | None) -> None:
    for match in _PERSON.finditer(text):
        own = match.group().rstrip(".").split()
        if own[0] in words or own[-1] in words or own[-1].removesuffix("s") in words:
            _count(seen, " ".join(own), (item, text, at, match.start(), match.end()))


def _count(seen: dict[str, _Seen], name: str, first: tuple[int | None, str, TextPlace | None, int, int]) -> None:
    if name in seen:
        seen[name].count += 1
    else:
        seen[name] = _Seen(first)


def _near_bodies(names: list[str]) -> Iterator[tuple[str, str]]:
    for i, one in enumerate(names):
        for other in names[i + 1 :]:
            if abs(len(one) - len(other)) <= 1 and min(len(one), len(other)) >= 8 and _one_letter_apart(one.lower(), other.lower()):
                yield one, other


def _near_people(known: set[str], names: list[str]) -> Iterator[tuple[str, str]]:
    """A known name and one of as many words that differs by a letter in a single word."""
    by_word: dict[str, set[str]] = defaultdict(set)
    for name in known:
        for word in name.split():
            by_word[word].add(name)
    done: set[frozenset[str]] = set()
    for name in names:
        words = name.split()
        for other in {other for word in words for other in by_word.get(word, ())}:
            theirs = other.split()
            different = [(a, b) for a, b in zip(words, theirs, strict=False) if a != b]
            if (
                len(words) == len(theirs)
                and len(different) == 1
                and _same_but_for_a_slip(*different[0])
                and frozenset((name, other)) not in done
            ):
                done.add(frozenset((name, other)))
                yield name, other


def _same_but_for_a_slip(one: str, other: str) -> bool:
    genitive = one in (f"{other}s", f"{other}'s", f"{other}’s") or other in (f"{one}s", f"{one}'s", f"{one}’s")
    return min(len(one), len(other)) >= 4 and not genitive and _one_letter_apart(one.lower(), other.lower())


def _one_letter_apart(one: str, other: str) -> bool:
    """Tells whether one letter put in, left out or changed makes the one the other."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    start = 0
    shortest = min(len(one), len(other))
    while start < shortest and one[start] == other[start]:
        start += 1
    if len(one) == len(other):
        return one[start + 1 :] == other[start + 1 :]
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    return longer[start + 1 :] == shorter[start:]


def _variants(kind: str, seen: dict[str, _Seen], pairs: list[tuple[str, str]]) -> Iterator[Warning]:
    told: Counter[str] = Counter()
    for one, other in pairs:
        ranked = sorted(
            (one, other), key=lambda name: (-seen[name].count if name in seen else 0, seen[name].first[3] if name in seen else 0)
        )
        usual, name = ranked
        if name not in seen:
            usual, name = name, usual
        if told[name]:
            continue
        told[name] += 1
        item, text, at, start, end = seen[name].first
        yield Warning("name_variant", item, {"kind": kind, "name": name, "usual": usual}, sentence_at(text, start, end), at)
