"""The sentences the weights are trained on, each with whether it is an obligation: tables of sentences, and whole documents. Not for reading.

Of a document the sentences that the rules took are obligations and the others are none: it shows how seldom one is.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from reader import facts
from reader.obligations import Setting, obligations_of
from reader.obligations.abbreviations import short_names
from reader.obligations.passages import Passage, passages_of
from reader.pipeline import understand
from reader.proposals import is_read_alone
from reader.proposals.interpretation import when_told
from reader.proposals.rows import SentenceRow, told_in

ROOT = Path(__file__).resolve().parents[2]
TABLES = (ROOT / "tests/obligations/sentences", ROOT / "tests/proposals/sentences")
DOCUMENTS = (*sorted((ROOT / "tests/layouts").glob("*.txt")), *sorted((ROOT / "demo/minutes").glob("*.*")))


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence as it is weighed; `group`: what was written together, so that nothing is measured on what it was trained on."""

    sentence: str
    part: str
    when: str
    is_one: bool
    group: str = ""


def of_tables(folders: Iterable[Path] = TABLES) -> Iterator[Example]:
    for folder in folders:
        for row in told_in(folder):
            yield from of_row(row)


def of_row(row: SentenceRow) -> Iterator[Example]:
    """The row's sentences. Of several, those the rules take are the obligations; where they take none, nobody has said which it is."""
    item, setting = row.item(), row.setting()
    passages = _passages(item, setting)
    found = obligations_of(item, setting)
    told: list[facts.Obligation] = [*found.hearings, *found.follow_ups, *found.planned_treatments]
    taken = {fact.quote for fact in told}
    if row.said and len(passages) > 1 and not taken:
        return
    for passage in passages:
        is_one = bool(row.said) and (len(passages) == 1 or passage.text in taken)
        yield _example(passage, setting, is_one, f"{row.file} {row.body} {row.date}")


def of_documents(files: Iterable[Path] = DOCUMENTS) -> Iterator[Example]:
    for file in files:
        _document, minutes = understand(file.read_bytes(), file.name)
        texts = [section.text for item in minutes.items for section in item.sections]
        setting = Setting(minutes.meeting.body, minutes.meeting.date, short=short_names(texts, minutes.meeting.body))
        for item in minutes.items:
            if setting.date and not item.closed:
                yield from _of_item(item, setting, file.stem)


def _of_item(item: facts.ItemFacts, setting: Setting, group: str) -> Iterator[Example]:
    taken = {fact.quote for fact in item.obligations}
    for passage in _passages(item, setting):
        is_told = passage.opener is not None and passage.opener.text in taken
        if passage.text in taken or not (is_told or is_read_alone(passage, item, setting)):
            yield _example(passage, setting, passage.text in taken, group)


def _passages(item: facts.ItemFacts, setting: Setting) -> list[Passage]:
    return [passage for passage in passages_of(item, setting.short) if passage.role != "recommendation" and not passage.cells]


def _example(passage: Passage, setting: Setting, is_one: bool, group: str) -> Example:
    return Example(passage.text, passage.role, when_told(passage, setting), is_one, group)
