"""The calendar of meetings, and one meeting."""

import datetime as dt

import pytest

from meetings.models import Meeting
from tests import factories as f
from tests.pages.conftest import member_of, secretary_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def body():
    return f.BodyFactory(name="Rådet for Udsatte")


@pytest.fixture
def calendar(body):
    """Two meetings held and two to come; one of them today."""
    return [
        f.MeetingFactory(body=body, date=day, published=published)
        for day, published in (
            (dt.date(2017, 6, 6), True),
            (dt.date(2018, 8, 1), True),
            (dt.date(2018, 9, 3), False),
            (dt.date(2018, 10, 3), False),
        )
    ]


def addresses(page: str, meetings: list[Meeting]) -> list[Meeting]:
    """Those of `meetings` that the page links to, in its order."""
    return sorted((m for m in meetings if m.get_absolute_url() in page), key=lambda m: page.index(m.get_absolute_url()))


def test_coming_meetings_stand_nearest_first_and_today_is_one(look, calendar):
    assert addresses(look("/moeder/"), calendar) == calendar[2:]


def test_held_meetings_stand_newest_first(look, calendar):
    assert addresses(look("/moeder/", vis="afholdte"), calendar) == [calendar[1], calendar[0]]


def test_the_calendar_is_narrowed_by_body_and_year(look, calendar):
    f.BodyFactory(name="Byrådet")
    assert addresses(look("/moeder/", vis="afholdte", aar="2017"), calendar) == [calendar[0]]
    assert addresses(look("/moeder/", vis="afholdte", organ="byraadet"), calendar) == []


def test_a_row_says_what_is_out_of_the_ordinary(look, body):
    f.MeetingFactory(body=body, date=dt.date(2018, 9, 5), kind="extraordinary", agenda_published=True)
    f.MeetingFactory(body=body, date=dt.date(2018, 9, 6), state="cancelled")
    page = look("/moeder/")
    for badge in ("Ekstraordinært", "Dagsorden offentliggjort", "Aflyst"):
        assert badge in page


def test_a_meeting_shows_its_items_in_order_with_outcomes(look, body):
    meeting = f.MeetingFactory(body=body, published=True)
    later = f.AgendaItemFactory(meeting=meeting, position=2, title="Budget")
    f.AgendaItemFactory(meeting=meeting, position=1, title="Dagsorden")
    f.OutcomeFactory(item=later, outcome="deferred")
    page = look(meeting.get_absolute_url())
    assert "onsdag d. 6. juni 2018" in page
    assert "kl. 15.30–18.00" in page
    assert page.index("Dagsorden</a>") < page.index("Budget</a>") < page.index('badge-warning">Udsat')


def test_the_time_plan_tells_how_long_each_item_takes(look, body):
    meeting = f.MeetingFactory(body=body, published=True)
    item = f.AgendaItemFactory(meeting=meeting)
    f.TimePlanRowFactory(meeting=meeting, item=item, start=dt.time(15, 30), end=dt.time(16, 15), guests=["Tove Havbro, centerleder"])
    f.TimePlanRowFactory(meeting=meeting, start=dt.time(16, 15), end=dt.time(16, 30), title="PAUSE", is_break=True)
    page = look(meeting.get_absolute_url())
    for told in ("15.30–16.15", "45 min.", "Tove Havbro, centerleder", "Pause", "15 min."):
        assert told in page


def test_a_closed_item_leaves_no_trace_in_items_or_time_plan(look, body):
    meeting = f.MeetingFactory(body=body, published=True)
    closed = f.AgendaItemFactory(meeting=meeting, closed=True, title="Kanariefugl", case__number="99.99.99-K02-1-18")
    f.TimePlanRowFactory(meeting=meeting, item=closed, title="Kanariefugl")
    f.TimePlanRowFactory(meeting=meeting, title="Kanariefugl uden punkt")
    page = look(meeting.get_absolute_url())
    assert "Kanariefugl" not in page
    assert "K02" not in page
    assert "Lukket" not in page
    for user in (member_of(body), secretary_of(body)):
        assert "Kanariefugl" in look(meeting.get_absolute_url(), user)


def test_who_took_part_and_who_was_away_is_public_with_the_minutes(look, body):
    held = f.MeetingFactory(body=body, agenda_published=True)
    f.AttendanceFactory(meeting=held, name="Agnete Bregnholt")
    f.AttendanceFactory(meeting=held, name="Knud Ålund", absent=True)
    assert "Agnete Bregnholt" not in look(held.get_absolute_url())
    held.minutes_published_at = held.agenda_published_at
    held.save()
    page = look(held.get_absolute_url())
    assert page.index("Deltagere") < page.index("Agnete Bregnholt") < page.index(">Forfald<") < page.index("Knud Ålund")


def test_an_agenda_that_is_not_out_is_the_bodys_own(look, body):
    meeting = f.MeetingFactory(body=body)
    f.AgendaItemFactory(meeting=meeting, title="Udkast")
    public = look(meeting.get_absolute_url())
    assert "Dagsordenen er ikke offentliggjort endnu." in public
    assert "Udkast" not in public
    for user in (member_of(body), secretary_of(body)):
        own = look(meeting.get_absolute_url(), user)
        assert "Udkast" in own
        assert "ikke offentliggjort" in own


def test_the_original_is_offered_to_those_who_may_open_it(look, body):
    meeting = f.MeetingFactory(body=body, published=True)
    document = f.DocumentFactory(meeting=meeting)
    address = f"/originaler/{document.pk}/"
    assert address in look(meeting.get_absolute_url(), secretary_of(body))
    assert address not in look(meeting.get_absolute_url(), member_of(body))
    assert address not in look(meeting.get_absolute_url())


@pytest.mark.parametrize(("closed", "told"), [([2], "Punkt 2 er lukket."), ([2, 3], "Punkterne 2, 3 er lukket."), ([1, 4], ""), ([], "")])
def test_a_number_that_is_missing_between_two_others_is_told_to_be_closed_and_nothing_more(look, closed, told):
    meeting = f.MeetingFactory(published=True)
    for number in (1, 2, 3, 4):
        f.AgendaItemFactory(meeting=meeting, number=number, title=f"Sag {number}", closed=number in closed)
    page = look(meeting.get_absolute_url())
    assert "lukket" in page if told else "lukket" not in page
    assert told in page
    assert not [number for number in closed if f"Sag {number}" in page]


def test_a_number_that_was_never_given_is_not_told_to_be_closed(look):
    meeting = f.MeetingFactory(published=True)
    for number in (1, 3):
        f.AgendaItemFactory(meeting=meeting, number=number)
    assert "lukket" not in look(meeting.get_absolute_url())
