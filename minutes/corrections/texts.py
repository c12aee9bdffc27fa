"""The border between two items: an item split in two, joined with the one above, its last text moved to the next.

No word is lost: it stands in one item or the other. Nothing that was closed becomes open: a piece of a closed item is closed, and an item
that takes closed text in is closed too.
"""

from dataclasses import replace

from minutes.corrections.exceptions import DoesNotApply
from minutes.corrections.keys import find_item
from minutes.corrections.rereading import TOLD, is_in, read_again, with_places
from minutes.corrections.values import TEXT, number_of
from reader import facts

Point = dict[str, int | str]


def point_at(item: facts.ItemFacts, section: int, line: int) -> Point:
    """The place before line `line` of section `section`, both from 0, as a correction keeps it. Line 0 takes the heading along."""
    if not 0 <= section < len(item.sections):
        raise DoesNotApply("section")
    lines = item.sections[section].text.split("\n")
    if not 0 <= line < len(lines):
        raise DoesNotApply("line")
    return {"section": section, "line": line, "text": lines[line]}


def split(minutes: facts.Minutes, key: str, value: dict) -> None:
    """Part the item at the point of `value`, which holds the new item's `key`, `title`, `number` and `case_number`, too."""
    item = _item(minutes, key)
    if not value["key"] or find_item(minutes, value["key"]):
        raise DoesNotApply("key")
    new = facts.ItemFacts(*number_of(value["number"]), closed=item.closed, in_doubt=item.in_doubt, key=value["key"])
    new.title = value["title"]
    _give(minutes, item, new, value)
    new.case_number = value["case_number"] or new.case_number
    new.corrected = ["number", "title", "case_number", TEXT]
    minutes.items.insert(_place(minutes, item) + 1, new)


def move(minutes: facts.Minutes, key: str, value: dict) -> None:
    """Move the text from the point of `value` on to the beginning of the item below, whose key is `to`."""
    item = _item(minutes, key)
    below = minutes.items[_place(minutes, item) + 1 :][:1]
    if not below or below[0].key != value["to"]:
        raise DoesNotApply("to")
    _close_with(below[0], item)
    _give(minutes, item, below[0], value)


def join(minutes: facts.Minutes, key: str, value: dict) -> None:
    """Make the item a part of the one above, whose key is `into`: its heading becomes a line of that one's text."""
    item = _item(minutes, key)
    place = _place(minutes, item)
    if not place or minutes.items[place - 1].key != value["into"]:
        raise DoesNotApply("into")
    above = minutes.items[place - 1]
    _close_with(above, item)
    _add_sections(above, _with_heading(item, above))
    told = read_again(above.sections, minutes)
    for name in TOLD:
        setattr(above, name, getattr(above, name) + [one for one in getattr(item, name) if not is_in(one, getattr(above, name))])
    above.case_number = above.case_number or item.case_number
    above.decision = told.decision or "\n\n".join(filter(None, (above.decision, item.decision))) or None
    _mark(above)
    minutes.items.remove(item)
    for row in minutes.time_plan:
        if row.item is not None and row.item == item.number:
            row.item = above.number


def _item(minutes: facts.Minutes, key: str) -> facts.ItemFacts:
    item = find_item(minutes, key)
    if item is None:
        raise DoesNotApply("item")
    return item


def _place(minutes: facts.Minutes, item: facts.ItemFacts) -> int:
    return next(place for place, one in enumerate(minutes.items) if one is item)


def _mark(item: facts.ItemFacts) -> None:
    if TEXT not in item.corrected:
        item.corrected.append(TEXT)


def _close_with(target: facts.ItemFacts, source: facts.ItemFacts) -> None:
    """Close `target` when `source`, whose text it takes in, is closed; whether all of it must be is then in doubt."""
    if source.closed and not target.closed:
        target.closed = target.in_doubt = True
    elif target.in_doubt and source.closed and not source.in_doubt:
        target.in_doubt = True


def _give(minutes: facts.Minutes, source: facts.ItemFacts, target: facts.ItemFacts, point: Point) -> None:
    """Take the text of `source` from `point` on, and what it tells, to the beginning of `target`."""
    kept, taken = _cut(source.sections, point)
    was = {name: list(getattr(source, name)) for name in TOLD}
    # What is taken from a decision is read as one, though its heading stays.
    headed = [replace(taken[0], heading=taken[0].heading or (kept[-1].heading if kept else "")), *taken[1:]]
    left, went = read_again(kept, minutes), read_again(headed, minutes)
    for name in TOLD:
        if name in source.corrected:
            continue  # somebody has said what the item has
        stays = [one for one in was[name] if is_in(one, getattr(left, name)) or not is_in(one, getattr(went, name))]
        setattr(source, name, stays)
        setattr(target, name, with_places(getattr(went, name), was[name]) + getattr(target, name))
    if _says_otherwise(source.decision, left.decision):
        source.decision = left.decision
        if "outcomes" not in source.corrected:
            source.outcomes = with_places(left.outcomes, was["outcomes"])
    target.decision = "\n\n".join(filter(None, (went.decision, target.decision))) or None
    target.case_number = target.case_number or went.case_number
    source.sections = kept
    _add_sections_before(target, taken)
    _mark(source)
    _mark(target)


def _says_otherwise(one: str | None, other: str | None) -> bool:
    return (one or "").split() != (other or "").split()


def _cut(sections: list[facts.SectionFacts], point: Point) -> tuple[list[facts.SectionFacts], list[facts.SectionFacts]]:
    """The sections before and after `point`. A point whose line has another text by now is looked for by its text."""
    index, line = _found(sections, point)
    lines = sections[index].text.split("\n")
    if line == 0:
        return sections[:index], sections[index:]
    above = replace(sections[index], text="\n".join(lines[:line]).rstrip())
    below = facts.SectionFacts("", "\n".join(lines[line:]), sections[index].at)
    return [*sections[:index], above], [below, *sections[index + 1 :]]


def _found(sections: list[facts.SectionFacts], point: Point) -> tuple[int, int]:
    places = [(i, j) for i, section in enumerate(sections) for j, line in enumerate(section.text.split("\n")) if line == point["text"]]
    same = [place for place in places if place == (point["section"], point["line"])]
    if len(same or places) != 1:
        raise DoesNotApply("text")
    return (same or places)[0]


def _with_heading(item: facts.ItemFacts, above: facts.ItemFacts) -> list[facts.SectionFacts]:
    """The item's sections under its own heading, unless its text begins with that."""
    first = item.sections[0] if item.sections else None
    begins = (first.heading or first.text.split("\n")[0]) if first else ""
    lines = [] if item.title and item.title in begins else [f"{item.label} {item.title}".strip()]
    if item.case_number and item.case_number != above.case_number and not any(item.case_number in one.text for one in item.sections):
        lines.append(item.case_number)
    return [*([facts.SectionFacts("", "\n".join(lines), item.at)] if any(lines) else []), *item.sections]


def _add_sections(item: facts.ItemFacts, sections: list[facts.SectionFacts]) -> None:
    """Put `sections` behind the item's own; what has no heading goes on under the last one there is."""
    for section in sections:
        last = item.sections[-1] if item.sections else None
        if last and not section.heading:
            item.sections[-1] = replace(last, text="\n\n".join(filter(None, (last.text, section.text))))
        else:
            item.sections.append(section)


def _add_sections_before(item: facts.ItemFacts, sections: list[facts.SectionFacts]) -> None:
    """Put `sections` before the item's own."""
    own, item.sections = item.sections, list(sections)
    _add_sections(item, own) if own and not own[0].heading and not (sections and sections[-1].heading) else item.sections.extend(own)


OPERATIONS = {"split": split, "join": join, "move": move}
