"""Whoever serves many bodies gets what each body's own query would give, from queries that do not grow with the bodies."""

import datetime as dt

import pytest
from django.db import connection
from django.db.models import OuterRef
from django.test.utils import CaptureQueriesContext

from agendas.selectors.candidates import candidates_for, candidates_of
from agendas.selectors.plan import meetings_to_plan
from cases.access import Actor
from followups.selectors.case_list import unanswered_hearings, unanswered_parties
from followups.selectors.hearings import hearings_of_each
from meetings.models import AgendaItem, Body, Meeting
from meetings.rows_of_each import rows_of_each
from tests import factories as f

pytestmark = pytest.mark.django_db
D, TODAY = dt.date, dt.date(2018, 9, 3)
ADMINISTRATOR = Actor(is_administrator=True)


@pytest.fixture
def meetings():
    return [_body_with_work(number) for number in range(4)]


def _body_with_work(number: int) -> Meeting:
    """A meeting to plan, with promises due by then and later, hearings that end before and after, and minutes used before."""
    body = f.BodyFactory(in_use_since=D(2018, 5, 1))
    asked = [
        f.AgendaItemFactory(meeting__body=body, meeting__published=True, meeting__date=D(2018, 6, day), minutes=10 * day) for day in (6, 7)
    ]
    for due in (D(2018, 9, 10 + number), D(2018, 9, 30), D(2019, 9, 1)):
        f.OccurrenceFactory(follow_up__item=asked[0], follow_up__kind="return", body=body, due_start=due, due_end=due)
    for deadline in (D(2018, 9, 28 - number), D(2018, 9, 21), D(2018, 8, 1), D(2018, 4, 1), None):
        hearing = f.HearingFactory(item=asked[1], body=body, role="consulted", deadline=deadline)
        f.HearingPartyFactory(hearing=hearing, body=body, position=1)
        f.HearingPartyFactory(hearing=hearing, body=body, position=2)
    return f.MeetingFactory(body=body, date=D(2018, 9, 19 + number), start=dt.time(15))


def _queries(asked) -> tuple[int, int]:
    return len(asked), max(len(query["sql"]) for query in asked)


def test_candidates_are_those_of_each_and_the_queries_hardly_longer(meetings):
    candidates_for(meetings[1], ADMINISTRATOR, today=TODAY)  # what is looked up once is known
    with CaptureQueriesContext(connection) as of_one:
        alone = candidates_for(meetings[0], ADMINISTRATOR, today=TODAY)
    with CaptureQueriesContext(connection) as of_all:
        together = candidates_of(meetings, ADMINISTRATOR, today=TODAY)
    keys = [(one.kind, one.key, one.turn) for one in alone.wanting]
    assert len(keys) == 4
    assert [[(one.kind, one.key, one.turn) for one in together[meeting.pk].wanting] for meeting in meetings] == [
        [(one.kind, one.key, one.turn) for one in candidates_for(meeting, ADMINISTRATOR, today=TODAY).wanting] for meeting in meetings
    ]
    (few, short), (many, long) = _queries(of_one), _queries(of_all)
    assert many == few
    assert long < short + 200 * len(meetings)


def test_hearings_are_those_that_each_body_is_to_answer_and_end_first(meetings):
    bodies = [meeting.body for meeting in meetings]
    running = unanswered_parties(ADMINISTRATOR, today=TODAY).filter(hearing__deadline__gte=TODAY)
    with CaptureQueriesContext(connection) as asked:
        found = hearings_of_each([body.pk for body in bodies], running, ADMINISTRATOR, at_most=1)
    assert len(asked) == 4
    for body in bodies:
        own = unanswered_hearings(body, ADMINISTRATOR, today=TODAY)
        assert [hearing.deadline for hearing in own] == [*sorted((one.deadline for one in own if one.deadline), reverse=True), None]
        assert [one.pk for one in found[body.pk]] == [own.filter(deadline__gte=TODAY).order_by("deadline", "pk")[0].pk]
        assert {party.body_id for one in found[body.pk] for party in one.readable_parties} == {body.pk}


def test_hearings_from_before_the_body_s_start_or_told_when_over_are_nobody_s(meetings):
    found = unanswered_hearings(meetings[0].body, ADMINISTRATOR, today=TODAY)
    assert [one.deadline for one in found] == [D(2018, 9, 28), D(2018, 9, 21), D(2018, 8, 1), None]


def test_the_minutes_are_guessed_from_each_body_s_own_history(meetings):
    agendas = [(meeting, [AgendaItem(title=AgendaItem.objects.filter(body=meeting.body).first().title)]) for meeting in meetings]
    for _meeting, [item] in agendas:
        item.readable_invited = []
    together = meetings_to_plan(agendas, ADMINISTRATOR)
    assert together == [meetings_to_plan([agenda], ADMINISTRATOR)[0] for agenda in agendas]
    assert all(one.items[0].minutes for one in together)


def test_rows_of_each_are_cut_for_each_and_keep_their_order(meetings):
    rows = AgendaItem.objects.filter(body=OuterRef("pk")).order_by("-minutes")
    each = Body.objects.filter(pk__in=[meetings[0].body_id, meetings[1].body_id])
    with CaptureQueriesContext(connection) as asked:
        assert dict(rows_of_each(each, rows[:1], "minutes")) == {meetings[0].body_id: 70, meetings[1].body_id: 70}
        assert [row[1] for row in rows_of_each(each.filter(pk=meetings[0].body_id), rows, "minutes", "meeting__date")] == [70, 60]
    assert len(asked) == 2
    assert rows_of_each(each, rows.filter(minutes=0), "pk") == []
