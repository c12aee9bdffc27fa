"""Holds what the importer read of one document against its hand-made key.

The key has the shape of the reference keys. Its own additions, all of them leeway where careful readers differ:

    title_also, decision_also,
    case_number_also                other texts that are as right as the first
    body_also                       other names of the body that are as right
    recommendations_also            other counts that are as right
    decision_open                   no decision heading is printed, so the text may also stand in a section
    one_of                          other kinds of absence that are as right
    guests_open                     the time plan has no column for guests, so its guests are not compared
    position                        which item a fact belongs to, from 1, where items have no printed numbers
    optional                        the fact may be found or left

`away` holds those printed as away from the whole meeting (the facts' `Meeting.absent`).
A meeting key that is left out is not compared: attendees where only members are listed, a place told only under the items.
Everything else is exact: a fact missed and a fact invented both count.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher

STRUCTURE = ("meeting", "items", "recommendations", "decisions", "attachments", "time_plan")
FACTS = ("away", "earlier_treatments", "votes", "absences", "substitutes", "brought_to_council", "guests", "appointments", "references")
SAME_TEXT = 0.97
SAME_ITEM = 0.6


@dataclass
class Tally:
    """One class of facts: how many were found, and which were missed or invented."""

    found: int = 0
    missed: list[str] = field(default_factory=list)
    invented: list[str] = field(default_factory=list)

    def add(self, other: "Tally") -> None:
        self.found += other.found
        self.missed += other.missed
        self.invented += other.invented


def squeeze(text: str | None) -> str:
    """Lower-case letters and digits only: spacing, hyphenation and punctuation never decide."""
    return re.sub(r"[^0-9a-zæøåéü]+", "", (text or "").lower())


def likeness(a: str | None, b: str | None) -> float:
    a, b = squeeze(a), squeeze(b)
    return 1.0 if a == b else SequenceMatcher(None, a, b, autojunk=False).ratio() if a and b else 0.0


def name(text: str | None) -> str:
    """A person's name without party letter or organisation after it, a party's letter without the word list before it."""
    return squeeze(
        re.split(r"\s*[,(]", text or "")[0]
        .removeprefix("Borgmester ")
        .removeprefix("Formand ")
        .removeprefix("Liste ")
        .removeprefix("liste ")
    )


def names(people: list[str] | None) -> list[str]:
    return sorted(map(name, people or []))


def body(text: str | None) -> str:
    """A body's name without spelling variants of doubled letters."""
    return re.sub(r"(.)\1", r"\1", squeeze(text))


def pair_items(got: list[dict], want: list[dict]) -> dict[int, int]:
    """Which read item answers which wanted one, as wanted index -> read index: by number, else by title, else by place."""
    pairs: dict[int, int] = {}
    free = set(range(len(got)))

    def take(w: int, rule: Callable[[dict, dict], bool]) -> None:
        g = next((g for g in sorted(free) if rule(got[g], want[w])), None)
        if w not in pairs and g is not None:
            pairs[w] = g
            free.discard(g)

    for w in range(len(want)):
        take(
            w, lambda g, i: i["number"] is not None and g.get("number") == i["number"] and likeness(g.get("title"), i["title"]) >= SAME_ITEM
        )
    for w in range(len(want)):
        if w not in pairs:
            take(w, lambda g, i: likeness(g.get("title"), i["title"]) >= SAME_ITEM)
    for w in range(len(want)):
        if w not in pairs:
            take(w, lambda g, i: i["number"] is not None and g.get("number") == i["number"])
    if len(got) == len(want):
        for w in range(len(want)):
            if w not in pairs and w in free:
                pairs[w] = w
                free.discard(w)
    return pairs


def compare(document: dict, key: dict) -> dict[str, Tally]:
    """One tally per class of facts."""
    got, want = document.get("items") or [], key["items"]
    pairs = pair_items(got, want)
    tallies = {"meeting": _meeting(document, key), "items": _items(got, want, pairs), "time_plan": _time_plan(document, key)}
    tallies["away"] = _sets((document.get("meeting") or {}).get("absent") or [], key["away"], _same_name)
    tallies["decisions"] = _one_each(got, want, pairs, "decision", _right_decision)
    tallies["recommendations"] = _one_each(got, want, pairs, "recommendations", _right_count)
    tallies["attachments"] = _one_each(got, want, pairs, "attachments", _right_count)
    place = {g: w + 1 for w, g in pairs.items()}
    for kind in FACTS[1:]:
        read = [dict(fact, position=place.get(g, -g - 1)) for g, item in enumerate(got) for fact in item.get(kind) or []]
        tallies[kind] = _sets(read, list(_placed(key.get(kind) or [], want)), _SAME[kind])
    return tallies


def _meeting(document: dict, key: dict) -> Tally:
    tally, read = Tally(), document.get("meeting") or {}
    wanted = dict(key["meeting"], kind=key.get("kind", "minutes"))
    read = dict(read, kind=document.get("kind"))
    for what, value in wanted.items():
        seen = read.get(what)
        if what == "attendees":
            same = names(seen) == names(value)
        else:
            same = body(seen) in map(body, [value, *(key.get("body_also", []) if what == "body" else [])])
        if same:
            tally.found += 1
        else:
            tally.missed.append(f"{what}: {value!r}, read as {seen!r}")
    return tally


def _items(got: list[dict], want: list[dict], pairs: dict[int, int]) -> Tally:
    tally = Tally()
    for w, item in enumerate(want):
        if w not in pairs:
            tally.missed.append(f"{_label(item, w)} not found")
            continue
        read, wrong = got[pairs[w]], []
        if read.get("number") != item["number"]:
            wrong.append(f"number {read.get('number')}")
        if max(likeness(read.get("title"), title) for title in [item["title"], *item.get("title_also", [])]) < SAME_TEXT:
            wrong.append(f"title {read.get('title')!r}")
        if squeeze(read.get("case_number")) not in map(squeeze, [item["case_number"], *item.get("case_number_also", [])]):
            wrong.append(f"case number {read.get('case_number')!r}, not {item['case_number']!r}")
        if bool(read.get("closed")) != item["closed"]:
            wrong.append(f"closed {read.get('closed')}")
        if wrong:
            tally.missed.append(f"{_label(item, w)}: read with {', '.join(wrong)}")
        else:
            tally.found += 1
    tally.invented += [f"item {i.get('number')} {i.get('title')!r}" for g, i in enumerate(got) if g not in pairs.values()]
    return tally


def _one_each(got: list[dict], want: list[dict], pairs: dict[int, int], what: str, right: Callable[[dict, dict, str], bool]) -> Tally:
    tally = Tally()
    for w, item in enumerate(want):
        read = got[pairs[w]] if w in pairs else {}
        if w in pairs and right(read, item, what):
            tally.found += 1
        else:
            seen = read.get(what)
            seen = [x.get("text") or x.get("title") for x in seen] if isinstance(seen, list) else seen
            tally.missed.append(f"{_label(item, w)}: {item[what]!r}, read as {seen!r}")
    return tally


def _right_count(read: dict, item: dict, what: str) -> bool:
    return len(read.get(what) or []) in (item[what], *item.get(what + "_also", []))


def _right_decision(read: dict, item: dict, what: str) -> bool:
    if not read.get(what):
        return item[what] is None or bool(item.get("decision_open") and read)
    return any(likeness(read[what], text) >= SAME_TEXT for text in [item[what], *item.get("decision_also", [])])


def _time_plan(document: dict, key: dict) -> Tally:
    def same(g: dict, w: dict) -> bool:
        times = (g.get("start"), g.get("end"), bool(g.get("is_break"))) == (w["start"], w["end"], bool(w.get("is_break")))
        return times and (bool(w.get("guests_open")) or names(g.get("guests")) == names(w["guests"]))

    return _sets(document.get("time_plan") or [], key["time_plan"], same)


def _placed(facts: list[dict], items: list[dict]) -> Iterator[dict]:
    numbers = {item["number"]: position for position, item in enumerate(items, 1)}
    for fact in facts:
        yield fact if "position" in fact else dict(fact, position=numbers[fact["item"]])


def _sets(got: list[dict], want: list[dict], same: Callable[[dict, dict], bool]) -> Tally:
    """One to one, required facts first."""
    tally, left = Tally(), list(got)
    for w in sorted(want, key=lambda fact: bool(fact.get("optional"))):
        match = next((g for g in left if g.get("position") == w.get("position") and same(g, w)), None)
        if match is not None:
            left.remove(match)
            tally.found += 0 if w.get("optional") else 1
        elif not w.get("optional"):
            tally.missed.append(_say(w))
    tally.invented += map(_say, left)
    return tally


def _same_vote(g: dict, w: dict) -> bool:
    """Where only names are printed, a count taken from the names is as right as none."""
    for count, people in (("votes_for", "for"), ("votes_against", "against")):
        allowed = {w[count]} if w[count] is not None else {None, len(w.get(people) or []), 0 if not w.get(people) else None}
        if g.get(count) not in allowed or ((w.get("for") or w.get("against")) and names(g.get(people)) != names(w.get(people))):
            return False
    return "abstained" not in w or g.get("abstained") == w["abstained"]


def _same_absence(g: dict, w: dict) -> bool:
    return name(g.get("name")) == name(w["name"]) and g.get("kind") in (w["kind"], *w.get("one_of", []))


def _same_name(g: dict, w: dict) -> bool:
    return name(g.get("name")) == name(w["name"])


_SAME: dict[str, Callable[[dict, dict], bool]] = {
    "earlier_treatments": lambda g, w: (
        body(g.get("body")) == body(w["body"]) and (g.get("date"), g.get("item_number")) == (w["date"], w["item_number"])
    ),
    "votes": _same_vote,
    "absences": _same_absence,
    "substitutes": lambda g, w: _same_name(g, w) and name(g.get("for")) == name(w["for_"]),
    "brought_to_council": _same_name,
    "guests": _same_name,
    "appointments": _same_name,
    "references": lambda g, w: sorted(g.get("item_numbers") or []) == sorted(w["item_numbers"]),
}


def _label(item: dict, index: int) -> str:
    return f"item {item['number'] if item['number'] is not None else f'no. {index + 1} in order'} {item['title'][:40]!r}"


def _say(fact: dict) -> str:
    return ", ".join(
        f"{k} {v!r}" for k, v in fact.items() if k not in ("quote", "at", "place", "optional", "item") and v not in (None, [], False)
    )
