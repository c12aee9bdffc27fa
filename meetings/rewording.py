"""An item says each thing in one wording: a fact that is changed by hand changes in the sections that print it too.

Minutes print decision, recommendations, attachments and what others decided as text; the register keeps them as facts beside that text.
"""

import re
from dataclasses import dataclass, field

from cases.models import Matter
from danish.folding import fold, name_key
from meetings import texts
from meetings.models import AgendaItem, Reviewed, Section, TimePlanRow

_PARTS = {"recommendations": "text", "attachments": "title", "earlier_treatments": "decision"}
_TELLING = 20  # letters: a shorter text, such as "Godkendt", may stand anywhere without being the same


@dataclass(frozen=True, slots=True)
class ItemTexts:
    """The texts of an item: `parts` are those of each kind of part by key, in order."""

    title: str = ""
    decision: str = ""
    parts: dict[str, dict[int, str]] = field(default_factory=dict)
    sections: tuple[str, ...] = ()


def texts_of(item: AgendaItem) -> ItemTexts:
    """The texts of the item in the register now: five queries."""
    row = AgendaItem.objects.get(pk=item.pk)
    parts = {name: dict(getattr(row, name).order_by("position").values_list("pk", column)) for name, column in _PARTS.items()}
    return ItemTexts(row.title, row.decision, parts, tuple(row.sections.values_list("text", flat=True)))


def follow(*, item: AgendaItem, before: ItemTexts) -> list[str]:
    """Let sections, time plan and matter say what `item` says since it was changed from `before`.

    Returns the texts in which the old words still stand, for somebody to look at. Call it in the transaction that makes the change.
    """
    now = texts_of(item)
    for section in item.sections.all():
        text = _reworded(section, before, now)
        if text != section.text:
            section.text = text
            section.save(update_fields=["text"])
    if now.title != before.title:
        _retitle(item, before.title, now.title)
    return _left_behind(item, before, texts_of(item))


def _reworded(section: Section, before: ItemTexts, now: ItemTexts) -> str:
    if section.is_decision or (before.decision and section.text == before.decision):
        return now.decision
    for name, old in before.parts.items():
        changed = [(text, now.parts[name].get(key, text)) for key, text in old.items()]
        if all(text == new for text, new in changed):
            continue
        repeats = texts.around if name == "recommendations" else texts.is_only
        wanted = [[*old.values()]] if name != "earlier_treatments" else [[text] for text in old.values()]
        if any(repeats(section.text, [part for part in some if part]) for some in wanted):
            return _replaced(section.text, changed)
    return section.text


def _replaced(text: str, changed: list[tuple[str, str]]) -> str:
    """`text` with each old part in turn replaced by the new one, whatever white space it is printed with."""
    done, rest = "", text
    for old, new in changed:
        found = re.search(r"\s+".join(map(re.escape, old.split())), rest) if old.strip() else None
        if found:
            done, rest = done + rest[: found.start()] + new, rest[found.end() :]
    return done + rest


def _retitle(item: AgendaItem, old: str, new: str) -> None:
    """Gives the new title to rows that are called by the item's title and by nothing else."""
    TimePlanRow.objects.filter(item=item, title=old).update(title=new[: TimePlanRow._meta.get_field("title").max_length])
    others = AgendaItem.objects.filter(matter=item.matter_id, title=old).exclude(pk=item.pk)
    if item.matter_id and not others.exists():
        title = new[: Matter._meta.get_field("title").max_length]
        Matter.objects.filter(pk=item.matter_id, title=old, titled_at=None).update(title=title, search_text=fold(title))


def _left_behind(item: AgendaItem, before: ItemTexts, now: ItemTexts) -> list[str]:
    gone = [before.decision] if before.decision != now.decision else []
    gone += [text for name, old in before.parts.items() for key, text in old.items() if now.parts[name].get(key, text) != text]
    old_keys = [key for text in gone if len(key := name_key(text)) >= _TELLING]
    held = [name_key(text) for text in (now.decision, *now.sections)]
    known = [name_key(text) for text in (before.decision, *before.sections)]
    found = [str(section) for section in item.sections.all() if any(key in name_key(section.text) for key in old_keys)]
    kept = [relation for relation in item._meta.related_objects if issubclass(relation.related_model, Reviewed)]
    for relation in kept:
        for row in getattr(item, relation.get_accessor_name()).all():
            quote = name_key(row.quote)
            if quote and any(quote in text for text in known) and not any(quote in text for text in held):
                found.append(f"{row._meta.verbose_name}: {row.quote}")
    return found
