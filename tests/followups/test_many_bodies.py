"""Whoever serves many bodies gets one list of them all in one short query, with the rows that each body's own would give."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from followups.models import Occurrence
from followups.selectors import paging
from tests import factories as f

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("last_first", [False, True])
def test_many_bodies_are_asked_for_at_once_and_give_what_each_would_give(monkeypatch, last_first):
    rows = [f.OccurrenceFactory(due_start=day, due_end=day) for day in (dt.date(2018, 9, n % 5 + 1) for n in range(9)) for _ in range(2)]
    others = f.OccurrenceFactory(due_start=None, due_end=None)
    bodies = sorted({row.body_id for row in rows})
    assert len(bodies) > paging.FEW_BODIES
    with CaptureQueriesContext(
        connection,
    ) as asked:
        at_once = paging.first_in_time(Occurrence.objects.all(), bodies, 10, last_first=last_first)
    assert len(asked) == 1
    assert "UNION" not in asked[0]["sql"]
    monkeypatch.setattr(paging, "FEW_BODIES", len(bodies))
    assert at_once == paging.first_in_time(Occurrence.objects.all(), bodies, 10, last_first=last_first)
    assert len(at_once) == 10
    assert others.pk not in at_once
