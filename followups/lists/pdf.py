"""The list of expected cases as PDF."""

import json
from dataclasses import asdict
from datetime import UTC, datetime, time
from pathlib import Path

from followups.lists.facts import ExpectedCases
from followups.lists.outline import outline

TEMPLATE = Path(__file__).with_name("sagsstyringsliste.typ")


def pdf_bytes(cases: ExpectedCases) -> bytes:
    """A tagged PDF, with the same bytes for the same list: fonts are the typesetter's own, and the time is the list's day.

    The texts travel as data and are never read as markup.
    """
    import typst  # large, and needed only where a list is printed

    set_as = {
        "input": TEMPLATE.read_bytes(),
        "format": "pdf",
        "ignore_system_fonts": True,
        "sys_inputs": {"list": json.dumps(asdict(outline(cases)), ensure_ascii=False)},
        "timestamp": datetime.combine(cases.as_of, time(12), UTC),
    }
    try:
        return typst.compile(**set_as, pdf_standards=["ua-1"])
    except typst.TypstError:  # the standard refuses a character no font has; a box in its place is better than no list
        return typst.compile(**set_as)
