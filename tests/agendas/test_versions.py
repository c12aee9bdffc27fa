"""The differences between two versions of an agenda: what came, went, moved and changed, and no more."""

from hypothesis import given
from hypothesis import strategies as st

from agendas.versions import VersionChange, differences


def row(key: int | None, **columns) -> dict:
    return {
        "key": key,
        "title": f"Punkt {key}",
        "start": "",
        "minutes": 5,
        "guests": [],
        "responsible": "",
        "closed": False,
        "case": "",
    } | columns


@given(before=st.lists(st.integers(1, 9), unique=True), after=st.lists(st.integers(1, 9), unique=True))
def test_each_item_is_told_once_and_what_is_not_told_stands_as_before(before, after):
    found = differences([row(key) for key in before], [row(key) for key in after])
    told = {change: {one.row["key"] for one in found if one.change == change} for change in VersionChange}
    assert told[VersionChange.ADDED] == set(after) - set(before)
    assert told[VersionChange.REMOVED] == set(before) - set(after)
    assert told[VersionChange.CHANGED] == set()
    still = [[key for key in keys if key in before and key in after and key not in told[VersionChange.MOVED]] for keys in (before, after)]
    assert still[0] == still[1]


def test_an_item_that_went_up_past_many_is_the_one_that_moved():
    found = differences([row(key) for key in (1, 2, 3, 4)], [row(key) for key in (4, 1, 2, 3)])
    assert [(one.change, one.row["key"]) for one in found] == [(VersionChange.MOVED, 4)]


def test_the_columns_that_changed_are_told_and_breaks_are_left_out():
    [one] = differences([row(1), row(None)], [row(1, title="Torvet", closed=True)])
    assert (one.change, one.columns) == (VersionChange.CHANGED, (("title", "Punkt 1", "Torvet"), ("closed", False, True)))
