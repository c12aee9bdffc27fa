"""The facts of an item's sections read once more, after text has come or gone."""

from dataclasses import fields, replace
from typing import Any

from reader import facts
from reader.parsing.closure import Closure
from reader.parsing.headings import Headings
from reader.parsing.items import item_of
from reader.parsing.outline import ItemBlocks
from reader.reading import TextBlock

# The lists of an item that are told by its text. Its obligations are found anew once all corrections are applied.
TOLD = tuple(
    one.name
    for one in fields(facts.ItemFacts)
    if one.default_factory is list and one.name not in ("sections", "written", "corrected", *facts.OBLIGATIONS)
)


def read_again(sections: list[facts.SectionFacts], minutes: facts.Minutes) -> facts.ItemFacts:
    """An item with what `sections` tell: its case number, decision and lists. Its own number and title are empty."""
    blocks = [block for section in sections for block in _blocks(section)]
    heading = TextBlock("heading", "", 1, 1, 1)
    numbers = {item.number for item in minutes.items if item.number is not None}
    item, _warnings = item_of(ItemBlocks(heading, None, "", "", blocks, Closure()), Headings(blocks), minutes.meeting, numbers)
    text = next((section.text for section in sections if item.decision and _words(section.text) == _words(item.decision)), None)
    item.decision = text or item.decision
    return item


def is_in(fact: Any, others: list[Any]) -> bool:
    """Tells whether `others` have the same fact, wherever it stands."""
    return any(_placeless(fact) == _placeless(other) for other in others)


def with_places(told: list[Any], known: list[Any]) -> list[Any]:
    """`told`, each as `known` has it where that is the same fact: there its place in the document is known exactly."""
    return [next((one for one in known if _placeless(one) == _placeless(fact)), fact) for fact in told]


def _placeless(fact: Any) -> Any:
    return replace(fact, at=None) if hasattr(fact, "at") else fact


def _words(text: str) -> list[str]:
    return text.split()


def _blocks(section: facts.SectionFacts) -> list[TextBlock]:
    at = section.at or facts.TextPlace(1, 1, 1)
    blocks = [TextBlock("heading", section.heading, at.page, at.line, at.line, 1)] if section.heading else []
    apart = True
    for line in section.text.split("\n"):
        if not line.strip():
            apart = True
            continue
        if "\t" in line:
            blocks.append(TextBlock("table_row", line, at.page, at.line, at.end_line, 0, tuple(line.split("\t")), apart))
        elif line.startswith("- "):
            blocks.append(TextBlock("list_item", line[2:], at.page, at.line, at.end_line, apart=apart))
        else:
            blocks.append(TextBlock("paragraph", line.strip(), at.page, at.line, at.end_line, apart=apart))
        apart = False
    return blocks
