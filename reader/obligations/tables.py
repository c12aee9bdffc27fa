"""Tables and lists of what a body will treat when: a procedure's meetings, and a list of cases expected (sagsstyringsliste)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reader import facts
from reader.obligations.passages import Passage

_DAY_HEAD = re.compile(
    r"(?:forventet |planlagt |næste )?(?:\w*dato|\w*møde\w*|behandl\w+|tidspunkt|hvornår|måned|termin)(?: \w+)?$", re.IGNORECASE
)
_MEETING_HEAD = re.compile(r"møde|behandl", re.IGNORECASE)
_CASE_HEAD = re.compile(
    r"(?:sag(?:en|er|s?titel|sbetegnelse)?|emne[rt]?|punkt(?:er)?|titel|overskrift|sag/emne|dagsordenspunkt(?:er)?)$", re.IGNORECASE
)
_BODY_HEAD = re.compile(r"(?:organ|udvalg|råd|forum|politisk (?:udvalg|organ|forum)|behandles i|instans|fagudvalg)$", re.IGNORECASE)
_LONGEST_HEAD = 40
_DATE_OR_SUM = re.compile(r"[0-9][-./ ,][0-9]")
# The list of cases expected is an item of its own; its title says what it is.
_CASE_LIST = re.compile(
    r"sagsstyring|sagsliste|sagsoversigt|kommende (?:sager|møder|dagsorden\w*|punkter)|sager til|årshjul|årsplan|mødeplan|fremtidige (?:sager|punkter)|arbejdsplan",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class CaseListRow:
    """A row of a table whose columns are known: `case`, `day` and `body` are its cells, empty where it has no such column."""

    passage: Passage
    case: str
    day: str
    body: str


def is_case_list(item: facts.ItemFacts) -> bool:
    """Tells whether the item is the body's list of cases expected at coming meetings."""
    return bool(_CASE_LIST.search(item.title))


def rows_of(passages: list[Passage], *, case_list: bool) -> Iterator[CaseListRow]:
    """The rows of the tables that tell when something is treated, each under its own heading row."""
    columns: dict[str, int] = {}
    for passage in passages:
        if not passage.cells:
            columns = {}
        elif headed := _columns(passage.cells, case_list=case_list):
            columns = headed
        elif columns and len(passage.cells) > columns["day"]:
            yield CaseListRow(
                passage,
                *(passage.cells[columns[name]] if columns.get(name, 99) < len(passage.cells) else "" for name in ("case", "day", "body")),
            )


def _columns(cells: list[str], *, case_list: bool) -> dict[str, int]:
    """Which column holds what, when the cells are a heading row of such a table; else nothing."""
    if max(map(len, cells)) > _LONGEST_HEAD or _DATE_OR_SUM.search("\t".join(cells)):
        return {}
    found: dict[str, int] = {}
    for number, cell in enumerate(cells):
        for name, head in (("body", _BODY_HEAD), ("case", _CASE_HEAD), ("day", _DAY_HEAD)):
            if name not in found and head.match(cell.strip(" :")):
                found[name] = number
                break
    if "day" not in found or len(found) < 2:
        return {}
    if "body" not in found and not (case_list or _MEETING_HEAD.search(cells[found["day"]])):
        return {}
    return found
