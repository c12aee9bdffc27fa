"""An item repeats its meeting's day, in step with it, so that the newest of a case are found by an index however many there are."""

import datetime as dt
import json

import pytest
from django.db import connection

from cases.access import PUBLIC
from meetings.case_search import ids_by_meeting
from meetings.models import AgendaItem
from meetings.selectors import belonging
from meetings.services import move_meeting, place_item
from tests import factories as f

pytestmark = pytest.mark.django_db
FIRST, LATER = dt.date(2018, 9, 3), dt.date(2018, 10, 1)


def test_the_day_follows_the_meeting_and_the_item():
    item = f.AgendaItemFactory(meeting__date=FIRST)
    assert item.date == FIRST
    move_meeting(meeting=item.meeting, body=item.body, date=LATER)
    item.refresh_from_db()
    assert item.date == LATER
    place_item(item=item, meeting=f.MeetingFactory(date=FIRST), position=7, number=None)
    item.refresh_from_db()
    assert item.date == FIRST


@pytest.fixture
def standing():
    """A case of a thousand items, and one of a single item that is older."""
    other = f.AgendaItemFactory(meeting__published=True, meeting__date=FIRST - dt.timedelta(days=1))
    meetings = f.MeetingFactory.create_batch(50, published=True)
    case = f.AgendaItemFactory(meeting=meetings[0]).case
    for day, meeting in enumerate(meetings):
        meeting.date = FIRST + dt.timedelta(days=day)
    type(meetings[0]).objects.bulk_update(meetings, ["date"])
    AgendaItem.objects.filter(case=case).update(date=FIRST)
    AgendaItem.objects.bulk_create(
        AgendaItem(meeting=meeting, body=meeting.body, year=2018, position=place + 2, title=f"Punkt {place}", case=case)
        for meeting in meetings for place in range(20)
    )  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return case, other.case


def test_each_case_is_listed_once_by_its_newest_item(standing):
    assert list(ids_by_meeting("", PUBLIC, body=None, year=None)) == [case.pk for case in standing]


@pytest.mark.postgres
def test_the_newest_of_a_case_is_found_without_holding_each_of_its_items_against_each(standing):
    with connection.cursor() as cursor:
        for way in ("seqscan", "hashjoin", "mergejoin", "sort"):  # of what the planner takes for few rows
            cursor.execute(f"SET LOCAL enable_{way} = off")
    plan = json.loads(ids_by_meeting("", PUBLIC, body=None, year=None)[:25].explain(format="json", analyze=True))
    assert 1_000 <= items_looked_at(plan[0]["Plan"]) < 20_000  # each against each would be half a million


def items_looked_at(node: dict) -> int:
    """The rows of items that the plan's node and those below it took up, kept or not."""
    seen = 0
    if node.get("Relation Name") == AgendaItem._meta.db_table:
        removed = node.get("Rows Removed by Filter", 0) + node.get("Rows Removed by Index Recheck", 0)
        seen = round((node["Actual Rows"] + removed) * node["Actual Loops"])
    return seen + sum(items_looked_at(one) for one in node.get("Plans", []))


@pytest.mark.postgres
def test_what_belongs_to_a_case_is_found_by_indexes_without_a_look_at_every_item(standing):
    _large, small = standing
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
    rows = belonging(small, PUBLIC)
    assert "Seq Scan on meetings_agendaitem" not in rows.explain()
    assert [row.case for row in rows] == [small]
