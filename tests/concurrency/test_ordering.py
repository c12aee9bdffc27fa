"""Rows of any list get their places one way, and those that stand right already are left alone."""

from dataclasses import dataclass

import pytest

from concurrency.ordering import in_places, write_places
from hearings.models import HearingParty
from tests import factories as f


@dataclass
class Row:
    name: str
    position: int


A, B, C = ("a", 1), ("b", 2), ("c", 3)


@pytest.mark.parametrize(
    ("listed", "moved"),
    [
        ([A, B, C], {}),
        ([B, A, C], {"b": 1, "a": 2}),
        ([A, None, B], {"b": 3}),
        ([C], {"c": 1}),
        ([], {}),
    ],
    ids=["as they stand", "two trade places", "one is to come in between", "those before are gone", "nobody"],
)
def test_only_rows_that_stand_elsewhere_are_moved(listed, moved):
    assert {row.name: row.position for row in in_places([row and Row(*row) for row in listed])} == moved


@pytest.mark.django_db
def test_rows_of_several_lists_trade_places_in_two_queries(django_assert_num_queries):
    lists = [[f.HearingPartyFactory(hearing=hearing) for _ in range(3)] for hearing in (f.HearingFactory(), f.HearingFactory())]
    moved = [row for rows in lists for row in in_places(reversed(rows))]
    with django_assert_num_queries(2):  # out of the way, then to their places
        write_places(moved)
    for rows in lists:
        assert list(HearingParty.objects.filter(hearing=rows[0].hearing).order_by("position")) == rows[::-1]
    with django_assert_num_queries(0):
        write_places([])
