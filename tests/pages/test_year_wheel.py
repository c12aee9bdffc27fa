"""The year wheel: a body's year as anybody may see it, and nothing made by looking."""

import datetime as dt
import re

import pytest

from followups.models import Occurrence
from followups.services.occurrences import sync_occurrences
from meetings.models import Meeting
from tests import factories as f
from tests.pages.conftest import member_of, secretary_of

pytestmark = pytest.mark.django_db

ADDRESS = "/aarshjul/"
D = dt.date


@pytest.fixture
def council():
    return f.BodyFactory(name="Rådet", slug="raadet")


def asked(body, *, published=True, **fields):
    """A follow-up from the body's meeting on 6 June 2018, with what is to come of it."""
    meeting = body.meetings.filter(date=D(2018, 6, 6)).first() or f.MeetingFactory(body=body, date=D(2018, 6, 6), published=published)
    item = f.AgendaItemFactory(meeting=meeting, title="Varmestue", closed=fields.pop("closed", False))
    follow_up = f.FollowUpFactory(item=item, **{"text": "en status på varmestuen", "review": "accepted"} | fields)
    sync_occurrences(items=[item])
    return follow_up


def table(page: str) -> list[str]:
    """The rows of business as texts, without what only people who hear the page are told."""
    rows = re.findall(r'<tr class="wheel-row".*?</tr>', page, re.DOTALL)
    return [" ".join(re.sub(r"<[^>]+>", " ", row).split()) for row in rows]


def test_what_recurs_is_shown_to_the_end_of_the_year_as_reckoned_and_nothing_is_made(look, council):
    asked(council, every=1, unit="quarter")
    assert table(look(ADDRESS)) == ["1 En status på varmestuen 6. juni 2018, punkt 1 3. kvartal beregnet: 4. kvartal hvert kvartal"]
    [next_year] = table(look(ADDRESS, aar="2019"))
    assert "beregnet: 1. kvartal, 2. kvartal, 3. kvartal, 4. kvartal" in next_year
    assert Occurrence.objects.count() == 1


def test_what_has_been_met_stays_in_its_year(look, council):
    follow_up = asked(council, every=1, unit="month")
    Occurrence.objects.update(state="met", met_on=D(2018, 7, 10))
    f.OccurrenceFactory(follow_up=follow_up, ordinal=2, due_start=D(2018, 8, 1), due_end=D(2018, 8, 31))
    assert "juli, august beregnet: september, oktober, november, december" in table(look(ADDRESS))[0]


@pytest.mark.parametrize(("state", "met_on"), [("dropped", None), ("met", D(2017, 7, 10))])
def test_nothing_is_reckoned_after_what_has_ended(look, council, state, met_on):
    asked(council, every=1, unit="quarter")
    Occurrence.objects.update(state=state, met_on=met_on, due_start=D(2017, 7, 1), due_end=D(2017, 9, 30))
    assert table(look(ADDRESS)) == []


def test_what_recurs_by_meetings_follows_the_calendar_as_far_as_it_goes(look, council):
    asked(council, every=2, unit="meeting")
    for month, state in ((8, "planned"), (9, "planned"), (10, "cancelled"), (11, "planned"), (12, "planned")):
        f.MeetingFactory(body=council, date=D(2018, month, 12), state=state)
    f.MeetingFactory(body=council, date=D(2018, 10, 20), kind="extraordinary")
    sync_occurrences(items=council.items.all())
    assert "12. september beregnet: 12. december hvert 2. møde" in table(look(ADDRESS))[0]


def test_what_is_overdue_is_taken_to_be_delivered_today_at_the_earliest(look, council):
    for month in (7, 8, 10, 11):
        f.MeetingFactory(body=council, date=D(2018, month, 12))
    asked(council, every=1, unit="meeting")
    assert "12. juli beregnet: 12. oktober, 12. november" in table(look(ADDRESS))[0]


def test_what_does_not_recur_is_no_business_of_the_wheel(look, council):
    asked(council, due_start=D(2018, 9, 1), due_end=D(2018, 9, 30))
    assert table(look(ADDRESS)) == []


def test_a_planned_treatment_stands_in_the_wheel_of_the_body_that_is_to_treat_the_case(look, council):
    city = f.BodyFactory(name="Byrådet", slug="byraadet")
    item = f.AgendaItemFactory(meeting=f.MeetingFactory(body=council, published=True))
    f.PlannedTreatmentFactory(
        item=item, body=city, title="Budget 2019", review="accepted", due_start=D(2018, 10, 8), due_end=D(2018, 10, 8)
    )
    sync_occurrences(items=[item])
    assert table(look(ADDRESS, organ="raadet")) == []
    [row] = table(look(ADDRESS, organ="byraadet"))
    assert row.startswith("1 Budget 2019 Rådet")
    assert row.endswith("8. oktober én gang")


@pytest.mark.parametrize(("year", "told"), [("2017", 0), ("2018", 1), ("2019", 1), ("2020", 0)])
def test_a_hearing_over_new_year_stands_in_both_years(look, council, year, told):
    item = f.AgendaItemFactory(meeting=f.MeetingFactory(body=council, published=True))
    f.HearingFactory(item=item, opens_first=D(2018, 12, 1), opens_last=D(2018, 12, 1), deadline=D(2019, 1, 31))
    rows = table(look(ADDRESS, aar=year))
    assert len(rows) == told
    assert all("1. december 2018 – 31. januar 2019" in row for row in rows)


def test_meetings_are_told_with_what_is_out_of_the_ordinary(look, council):
    f.MeetingFactory(body=council, date=D(2018, 6, 6))
    f.MeetingFactory(body=council, date=D(2018, 8, 15), kind="extraordinary")
    f.MeetingFactory(body=council, date=D(2018, 9, 5), state="cancelled", kind="extraordinary")
    f.MeetingFactory(body=council, date=D(2019, 1, 9))
    page = look(ADDRESS)
    assert "Ordinært møde, onsdag d. 6. juni 2018" in page
    assert "Ekstraordinært møde, onsdag d. 15. august 2018" in page
    assert "Aflyst møde, onsdag d. 5. september 2018" in page
    assert "januar 2019" not in page


@pytest.mark.parametrize("published", [True, False])
def test_what_is_decided_in_minutes_that_are_not_published_only_the_body_and_its_secretary_see(look, council, published):
    asked(council, published=published, every=1, unit="quarter")
    assert bool(table(look(ADDRESS))) == published
    assert table(look(ADDRESS, member_of(council)))
    assert table(look(ADDRESS, secretary_of(council)))
    assert bool(table(look(ADDRESS, member_of(f.BodyFactory()), organ="raadet"))) == published


def test_what_a_closed_item_asks_for_is_not_told_in_its_own_words(look, council):
    asked(council, closed=True, every=1, unit="quarter", text="en status på klagen")
    assert table(look(ADDRESS)) == []
    page = look(ADDRESS, member_of(council))
    assert table(page)[0].startswith("1 Varmestue Lukket")
    assert "klagen" not in page


def test_a_rejected_reading_is_no_business(look, council):
    follow_up = asked(council, every=1, unit="quarter")
    follow_up.review = "rejected"
    follow_up.save()
    assert table(look(ADDRESS)) == []


def test_what_nobody_has_answered_for_yet_is_marked(look, council):
    asked(council, every=1, unit="quarter", review="unreviewed")
    assert "ikke gennemgået" in table(look(ADDRESS))[0]


def chosen(page: str) -> str:
    return re.search(r"<option [^>]*selected>([^<]+)", page)[1]


def test_ones_own_body_comes_first(look):
    first, own = f.BodyFactory(name="Byrådet"), f.BodyFactory(name="Ældrerådet", slug="aeldreraadet")
    f.BodyFactory(name="Aftenskolen", kind="outside")
    assert chosen(look(ADDRESS)) == first.name
    assert chosen(look(ADDRESS, member_of(own))) == own.name
    assert chosen(look(ADDRESS, secretary_of(own))) == own.name
    assert chosen(look(ADDRESS, organ="aeldreraadet")) == own.name


def test_an_empty_register_says_so(look):
    assert "Der er ingen organer endnu." in look(ADDRESS)


def test_a_year_without_anything_says_so(look, council):
    page = look(ADDRESS, aar="2020")
    assert "Der er ingen møder i kalenderen det år." in page
    assert "<svg" in page


@pytest.mark.parametrize(
    "query", ["organ=findesikke", "organ=", "aar=1900", "aar=9999", "aar=0", "aar=i+dag", "aar=", "aar=%C2%B2018", "aar=02018"]
)
def test_an_unknown_body_or_a_year_out_of_reach_is_not_there(client, council, query):
    assert client.get(f"{ADDRESS}?{query}").status_code == 404


def test_the_years_have_an_end(look, council):
    assert "aar=2027" in look(ADDRESS, aar="2028")
    assert "aar=2029" not in look(ADDRESS, aar="2028")
    assert "aar=1971" in look(ADDRESS, aar="1970")
    assert "aar=1969" not in look(ADDRESS, aar="1970")


def test_more_than_there_is_room_for_is_said(look, council, monkeypatch):
    monkeypatch.setattr("followups.selectors.wheel.RECURRING_AT_MOST", 2)
    for _ in range(2):
        asked(council, every=1, unit="quarter")
    assert "flere, end hjulet har plads til" not in look(ADDRESS)
    asked(council, every=1, unit="quarter")
    page = look(ADDRESS)
    assert len(table(page)) == 2
    assert "flere, end hjulet har plads til" in page


# The bodies; meetings, open and met, planned, hearings; the meetings what recurs by meetings is reckoned by.
QUERIES = 7


@pytest.mark.parametrize("rows", [1, 3])
def test_it_asks_the_database_a_fixed_number_of_times(client, council, django_assert_num_queries, rows):
    for n in range(rows):
        f.MeetingFactory(body=council, date=D(2018, 10, 3 + n), state=Meeting.State.PLANNED)
        asked(council, every=1, unit="meeting")
        follow_up = asked(council, every=1, unit="quarter")
        f.OccurrenceFactory(
            follow_up=follow_up, ordinal=9, state="met", met_on=D(2018, 1, 3), due_start=D(2018, 1, 1), due_end=D(2018, 3, 31)
        )
        f.PlannedTreatmentFactory(item=follow_up.item, body=council, due_start=D(2018, 10, 8), due_end=D(2018, 10, 8))
        sync_occurrences(items=[follow_up.item])
        f.HearingPartyFactory(hearing__item=follow_up.item)
    with django_assert_num_queries(QUERIES) as captured:
        page = client.get(ADDRESS).content.decode()
    assert len(table(page)) == 4 * rows
    assert not [query["sql"] for query in captured.captured_queries if "COUNT(" in query["sql"]]
