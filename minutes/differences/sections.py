"""The sections of an item beside its decision: the one that holds the decision is told, taken and refused with it. Pure."""

from copy import deepcopy

from danish.folding import name_key
from minutes.differences.lists import woven
from reader import facts


def without_decision(old: facts.ItemFacts, new: facts.ItemFacts) -> tuple[list[facts.SectionFacts], list[facts.SectionFacts]]:
    """The sections of both that are compared as sections."""
    mine, theirs = _deciding(old, new), _deciding(new, old)
    return [one for one in old.sections if one not in mine], [one for one in new.sections if one not in theirs]


def with_decision(
    sections: list[facts.SectionFacts], item: facts.ItemFacts, old: facts.ItemFacts, new: facts.ItemFacts
) -> list[facts.SectionFacts]:
    """`sections` with the one that holds the decision of `item` in its place: that of `old`, or of `new` where its decision was taken."""
    mine, theirs = _deciding(old, new), _deciding(new, old)
    holds_old = any(_holds(one, old) for one in mine)
    if item.decision != old.decision and not holds_old and theirs:
        put, order = theirs, new.sections
    else:
        put, order = mine, old.sections
    put = deepcopy(put)
    for section in put:
        if holds_old and section.text == old.decision:
            section.text = item.decision or ""
    known = {name_key(one.heading) for one in put}
    return _placed([one for one in sections if one.text.strip() or name_key(one.heading) not in known], put, order)


def _deciding(item: facts.ItemFacts, other: facts.ItemFacts) -> list[facts.SectionFacts]:
    """The sections that hold the item's decision; where none does, those headed as the one that does in the other version."""
    holding = [one for one in item.sections if _holds(one, item)]
    headed = {name_key(one.heading) for one in other.sections if _holds(one, other)} - {""}
    return holding or [one for one in item.sections if name_key(one.heading) in headed]


def _holds(section: facts.SectionFacts, item: facts.ItemFacts) -> bool:
    return bool(item.decision) and section.text == item.decision


def _placed(sections: list[facts.SectionFacts], put: list[facts.SectionFacts], order: list[facts.SectionFacts]) -> list[facts.SectionFacts]:
    """`sections` with those of `put` after what they follow in `order`."""
    known = {("section", place): one for place, one in enumerate(sections)}
    by_heading = {name_key(one.heading): key for key, one in known.items()}
    left = list(enumerate(put))
    names = []
    for section in order:
        mine = next((one for one in left if name_key(one[1].heading) == name_key(section.heading)), None)
        if mine:
            left.remove(mine)
            known["decision", mine[0]] = mine[1]
            names.append(("decision", mine[0]))
        elif name_key(section.heading) in by_heading:
            names.append(by_heading[name_key(section.heading)])
    return [known[name] for name in woven([key for key in known if key[0] == "section"], names)]
