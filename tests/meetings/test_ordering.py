"""Items change places whatever order is asked for, and nothing is written that stands right already."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from meetings.models import AgendaItem
from meetings.ordering import next_position, reorder
from tests import factories as f


def places(meeting) -> list[tuple[int, int]]:
    return list(AgendaItem.objects.filter(meeting=meeting).order_by("position").values_list("pk", "position"))


class TestAnyOrder(TestCase):
    @given(order=st.permutations(range(6)), asked=st.integers(0, 6))
    def test_the_items_asked_for_come_first_and_the_others_keep_theirs(self, order, asked):
        meeting = f.MeetingFactory()
        items = [f.AgendaItemFactory(meeting=meeting).pk for _ in range(6)]
        wanted = [items[place] for place in order[:asked]]
        reorder(meeting=meeting, keys=wanted)
        expected = wanted + [key for key in items if key not in wanted]
        assert places(meeting) == list(zip(expected, range(1, 7), strict=True))


@pytest.mark.django_db
def test_only_items_that_move_are_written():
    meeting = f.MeetingFactory()
    first, second, third = (f.AgendaItemFactory(meeting=meeting) for _ in range(3))
    assert reorder(meeting=meeting, keys=[first.pk, third.pk, second.pk])
    first.refresh_from_db()
    assert first.version == 1
    assert not reorder(meeting=meeting, keys=[first.pk, third.pk, 4711])
    assert next_position(meeting) == 4
