"""The table of sentences is read as a careful secretary reads it: kind by kind, in both halves."""

import pytest

from tests.obligations.report import HALVES, differences, scores
from tests.obligations.table import Row, rows

TABLE = rows()
# What each kind of fact must reach over the whole table, recall and precision alike.
FLOORS = dict.fromkeys(
    ("deferred", "extra_meeting", "hearing", "hearing_response", "hearings", "parties", "planned_treatments", "question", "return",
     "status_report", "task", "all"),
    0.95,
)  # fmt: skip


def test_the_table_is_long_enough_to_tell_anything():
    assert len(TABLE) >= 300
    assert sum(not row.expected for row in TABLE) >= len(TABLE) / 3, "what is no obligation counts as much as what is one"


@pytest.mark.parametrize("row", TABLE, ids=lambda row: f"{row.file}:{row.line}")
def test_a_sentence_tells_what_the_table_says(row: Row):
    _, missed, invented = differences(row)
    if row.known_miss:
        assert missed or invented, "it is read now: take the mark away"
    else:
        assert (sorted(missed, key=str), sorted(invented, key=str)) == ([], []), row.text


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("kind", FLOORS)
def test_every_kind_reaches_its_floor(half, kind):
    score = scores([row for row in TABLE if HALVES[half](row)])[kind]
    least = FLOORS[kind] - (0.08 if kind == "task" and half != "all" else 0)
    assert score.recall >= least
    assert score.precision >= least
