"""The demo minutes are read as a careful secretary reads them: `demo_minutes.txt` has what was taken by hand."""

import re
from collections import Counter
from pathlib import Path

from reader.obligations import Obligations
from reader.pipeline import understand
from tests.conftest import ROOT
from tests.obligations.table import Fact, days_of, facts_read, facts_said

BY_HAND = Path(__file__).resolve().parent / "demo_minutes.txt"
AT_LEAST = 0.95


def test_what_the_demo_minutes_ask_for_and_promise_is_read():
    found, missed, invented = 0, [], []
    by_hand = taken_by_hand()
    for file in sorted((ROOT / "demo" / "minutes").iterdir()):
        _, minutes = understand(file.read_bytes(), file.name)
        for item in minutes.items:
            required, optional, any_party = by_hand.pop((file.stem, item.number), (Counter(), set(), False))
            required = Counter({Fact(fact.kind, fact.what.replace("TITLE", item.title).casefold()): n for fact, n in required.items()})
            facts = Obligations(item.hearings, item.follow_ups, item.planned_treatments)
            read = Counter(Fact(fact.kind, fact.what.casefold()) for fact in facts_read(facts, item.title))
            found += (required & read).total()
            missed += (required - read).elements()
            extra = (read - required).elements()
            invented += [fact for fact in extra if fact.kind not in optional and not (any_party and fact.kind == "parties")]
    assert not by_hand
    assert 2 * found / (2 * found + len(missed) + len(invented)) >= AT_LEAST, (missed, invented)


def taken_by_hand() -> dict[tuple[str, int], tuple[Counter[Fact], set[str], bool]]:
    """Per document and item: the facts, the kinds that may be found or left, and whether the parties are left uncounted."""
    items: dict[tuple[str, int], tuple[Counter[Fact], set[str], bool]] = {}
    document = ""
    for line in BY_HAND.read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            document = line[3:]
        elif line and not line.startswith("#"):
            number, said = line.split(" ", 1)
            required, optional, any_party = items.get((document, int(number)), (Counter(), set(), False))
            plain = re.sub(r"from (\S+)", lambda days: f"from {days_of(days[1])}", said.strip("()").removesuffix(" by *"))
            facts = facts_said(plain, "TITLE")
            if said.startswith("("):
                optional |= {fact.kind for fact in facts}
            else:
                required.update(facts)
            items[document, int(number)] = (required, optional, any_party or said.endswith(" by *"))
    return items
