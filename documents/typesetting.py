"""A PDF set in type from a template and plain data, which is never read as markup."""

import json
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any


def pdf_of(template: Path, data: dict[str, Any], *, day: date) -> bytes:
    """A tagged PDF, with the same bytes for the same data: fonts are the typesetter's own, and the time is noon of the `day`.

    The template reads the data as JSON from `sys.inputs.data`.
    """
    import typst  # large, and needed only where something is printed

    set_as: dict[str, Any] = {
        "input": template.read_bytes(),
        "format": "pdf",
        "ignore_system_fonts": True,
        "sys_inputs": {"data": json.dumps(data, ensure_ascii=False)},
        "timestamp": datetime.combine(day, time(12), UTC),
    }
    try:
        made: bytes = typst.compile(**set_as, pdf_standards=["ua-1"])
    except typst.TypstError:  # the standard refuses a character no font has; a box in its place is better than no paper
        made = typst.compile(**set_as)
    return made
