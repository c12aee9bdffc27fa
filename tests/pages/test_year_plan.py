"""Those who manage a body plan its meetings of a year at once, see first what collides, and take them back."""

import datetime as dt
import re

import pytest
from django.test import Client

from meetings.models import Meeting, MeetingPlan, SchoolHoliday
from meetings.services import publish_agenda
from tests import factories as f
from tests.concurrency.threads import at_once
from tests.pages.conftest import member_of, secretary_of
from tests.pages.test_planning_meetings import text

pytestmark = pytest.mark.django_db

D = dt.date
PLAN = "/organer/raadet/moedeplan/"
RULE = {
    "pattern": "maaned",
    "place_in_month": "3",
    "weekday": "2",
    "every": "1",
    "first": "01-01-2019",
    "last": "30-06-2019",
    "start": "16.00",
    "end": "18.00",
    "place": "Lokale 2",
}
DAYS = ["2019-01-16", "2019-02-20", "2019-03-20", "2019-04-17", "2019-05-15", "2019-06-19"]


@pytest.fixture
def council():
    return f.BodyFactory(name="Rådet", slug="raadet", usual_place="Lokale 2", usual_start=dt.time(16), usual_end=dt.time(18))


@pytest.fixture
def secretary(council, client):
    user = secretary_of(council)
    client.force_login(user)
    return user


def shown(client, **rule) -> dict:
    """The form of the days as the page has it: its hidden fields, the days ticked (`dag`), and those that cannot be (`disabled`)."""
    response = client.get(PLAN, RULE | rule)
    assert response.status_code == 200
    page = response.content.decode().split('class="year-days"')[1].split("</form>")[0]
    sent = dict(re.findall(r'<input type="hidden" name="([a-z_]+)" value="([^"]*)"', page))
    sent["dag"] = re.findall(r'value="(\d{4}-\d\d-\d\d)" checked', page)
    return sent


def dates() -> list[str]:
    return [day.isoformat() for day in Meeting.objects.filter(body__slug="raadet").order_by("date").values_list("date", flat=True)]


def test_the_form_is_filled_in_with_what_the_body_usually_does(client, council, secretary):
    for month in (5, 6, 8):
        f.MeetingFactory(body=council, date=[D(2018, 5, 16), D(2018, 6, 20), D(2018, 8, 15)][(5, 6, 8).index(month)])
    page = client.get(PLAN).content.decode()
    for value in ("01-01-2019", "31-12-2019", "16.00", "Lokale 2"):
        assert f'value="{value}"' in page
    assert '<option value="3" selected>tredje</option>' in page
    assert '<option value="2" selected>onsdag</option>' in page
    assert Meeting.objects.count() == 3


def test_the_days_are_shown_first_and_planned_when_they_are_sent(client, council, secretary):
    form = shown(client)
    assert (form["dag"], dates()) == (DAYS, [])
    assert "6 møder er planlagt." in text(client.post(PLAN, form, follow=True))
    assert dates() == DAYS
    assert set(Meeting.objects.values_list("start", "end", "place", "kind", "state")) == {
        (dt.time(16), dt.time(18), "Lokale 2", "ordinary", "planned")
    }


def test_a_second_click_plans_nothing_more(client, council, secretary):
    form = shown(client)
    for _ in range(2):
        assert "6 møder er planlagt." in text(client.post(PLAN, form, follow=True))
    assert (dates(), MeetingPlan.objects.count()) == (DAYS, 1)


def test_another_choice_from_the_same_page_is_not_taken_for_a_second_click(client, council, secretary):
    form = shown(client)
    client.post(PLAN, form | {"dag": DAYS[:2]})
    assert client.post(PLAN, form | {"dag": DAYS[2:]}).status_code == 409
    assert dates() == DAYS[:2]


def test_only_what_is_ticked_is_planned(client, council, secretary):
    form = shown(client)
    client.post(PLAN, form | {"dag": DAYS[1:3]})
    assert dates() == DAYS[1:3]
    assert "Sæt flueben" in text(client.post(PLAN, shown(client) | {"dag": []}))


def test_what_collides_is_said_and_not_ticked(client, council, secretary):
    f.SchoolHolidayFactory(name="Vinterferie")
    f.MeetingFactory(body=council, date=D(2019, 3, 20))
    both, committee = f.PersonFactory(name="Ida Holm"), f.BodyFactory(name="Udvalget")
    for body in (council, committee):
        f.MembershipFactory(person=both, body=body, first_day=D(2018, 1, 1))
    f.MembershipFactory(person__name="Ej Her Mere", body=council, first_day=D(2010, 1, 1), last_day=D(2018, 1, 1))
    f.MeetingFactory(body=committee, date=D(2019, 5, 15), start=dt.time(17), end=dt.time(19), place="Lokale 2")
    page = text(client.get(PLAN, RULE | {"weekday": "2"}))
    for said in (
        "Skolerne holder fri: Vinterferie.",
        "Organet har allerede et møde den dag.",
        "Lokale 2 er optaget af Udvalget, kl. 17.00–19.00.",
        "Ida Holm sidder også i Udvalget, som mødes samtidig, kl. 17.00–19.00.",
    ):
        assert said in page
    assert shown(client)["dag"] == [day for day in DAYS if day not in ("2019-02-20", "2019-03-20", "2019-05-15")]
    assert "Det er skærtorsdag." in text(client.get(PLAN, RULE | {"weekday": "3"}))


def test_a_day_with_a_collision_can_be_ticked_all_the_same_but_not_one_on_which_the_body_meets(client, council, secretary):
    f.MeetingFactory(date=D(2019, 1, 16), start=dt.time(16), place="Lokale 2")
    f.MeetingFactory(body=council, date=D(2019, 2, 20))
    form = shown(client)
    client.post(PLAN, form | {"dag": ["2019-01-16"]})
    assert dates() == ["2019-01-16", "2019-02-20"]
    form = shown(client)
    assert client.post(PLAN, form | {"dag": ["2019-02-20"]}).status_code == 409
    assert dates() == ["2019-01-16", "2019-02-20"]


def test_what_has_come_into_the_calendar_since_is_shown_and_nothing_is_planned(client, council, secretary):
    form = shown(client)
    f.MeetingFactory(date=D(2019, 1, 16), start=dt.time(16), place="Lokale 2")
    response = client.post(PLAN, form | {"dag": DAYS[:2]})
    assert (response.status_code, dates()) == (409, [])
    assert "Kalenderen er ændret, siden dagene blev vist" in text(response)
    assert response.content.decode().count(" checked") == 3  # the kind of rule, and the two days as they were ticked


def test_the_year_before_is_copied_with_each_meetings_own_hours_and_place(client, council, secretary):
    f.MeetingFactory(body=council, date=D(2018, 1, 17), start=dt.time(9), end=dt.time(11), place="Salen")
    f.MeetingFactory(body=council, date=D(2018, 2, 5), start=dt.time(15), end=None, place="")
    f.MeetingFactory(body=council, date=D(2018, 3, 5), kind="extraordinary")
    f.MeetingFactory(body=council, date=D(2018, 4, 5), state="cancelled")
    client.post(PLAN, shown(client, pattern="sidste-aar"))
    planned = Meeting.objects.filter(date__year=2019).order_by("date").values_list("date", "start", "end", "place")
    assert list(planned) == [(D(2019, 1, 16), dt.time(9), dt.time(11), "Salen"), (D(2019, 2, 4), dt.time(15), None, "")]


@pytest.mark.parametrize(
    ("fields", "complaint"),
    [
        ({"last": "31-12-2018"}, "Den sidste dag ligger før den første."),
        ({"first": "01-01-3019"}, "Se efter, om årstallet er rigtigt."),
        ({"every": "0"}, "større end eller lig 1"),
        ({"pattern": "maanefase"}, "Marker en gyldig valgmulighed"),
        ({"end": "15.00"}, "Mødet slutter, før det begynder."),
        ({"pattern": "uger", "last": "31-12-2020"}, "Det er mere end 60 møder."),
    ],
)
def test_what_is_wrong_is_told_and_nothing_planned(client, council, secretary, fields, complaint):
    assert complaint in text(client.get(PLAN, RULE | fields))
    assert complaint in text(client.post(PLAN, RULE | fields | {"dag": DAYS, "vist": "y"}))
    assert dates() == []


def test_a_plan_is_taken_back_but_for_what_has_something_on_it(client, council, secretary):
    client.post(PLAN, shown(client))
    kept, moved, _third = Meeting.objects.order_by("date")[:3]
    f.AgendaItemFactory(meeting=kept, number=None)
    moved.place = "Salen"
    moved.save(update_fields=["place"])
    back = f"{PLAN}{MeetingPlan.objects.get().pk}/tag-tilbage/"
    asked = text(client.get(back))
    assert asked.index("onsdag d. 20. marts 2019") < asked.index("Disse bliver stående") < asked.index("onsdag d. 16. januar 2019")
    page = text(client.post(back, follow=True))
    assert "4 møder er fortrudt." in page
    assert "2 møder bliver stående i kalenderen." in page
    assert dates() == DAYS[:2]
    assert "fortrudt af" in page


def test_taken_back_twice_it_is_taken_back_once_and_can_be_planned_anew(client, council, secretary):
    client.post(PLAN, shown(client))
    back = f"{PLAN}{MeetingPlan.objects.get().pk}/tag-tilbage/"
    client.post(back)
    client.post(PLAN, shown(client))
    assert "0 møder er fortrudt." in text(client.post(back, follow=True))
    assert dates() == DAYS


def test_a_meeting_whose_agenda_is_out_stays(client, council, secretary):
    client.post(PLAN, shown(client))
    meeting = Meeting.objects.order_by("date").first()
    item = f.AgendaItemFactory(meeting=meeting, number=None)
    publish_agenda(meeting=meeting, by=secretary, now=dt.datetime(2018, 12, 1, tzinfo=f.COPENHAGEN))
    item.delete()
    client.post(f"{PLAN}{MeetingPlan.objects.get().pk}/tag-tilbage/")
    assert dates() == DAYS[:1]


def save_holidays(client, closings: str, before: str = "") -> str:
    return text(client.post(f"{PLAN}skoleferier/", {"closings": closings, "shown": before}, follow=True))


def test_school_holidays_are_entered_as_a_list(client, council, secretary):
    assert "Skoleferierne er gemt." in save_holidays(client, "uge 7 2019: Vinterferie\nPåskeferie 13.-22. april 2019")
    known = "11.–17. februar 2019: Vinterferie\n13.–22. april 2019: Påskeferie"
    assert known in client.get(PLAN).content.decode()
    assert "Taget af listen: 13.–22. april 2019: Påskeferie" in save_holidays(client, known.split("\n")[0], known)
    assert SchoolHoliday.objects.get().name == "Vinterferie"


def test_two_at_once_overwrite_nothing_in_the_list(client, council, secretary):
    save_holidays(client, "uge 7 2019: Vinterferie")
    assert "En anden har ændret listen" in save_holidays(client, "uge 42 2019: Efterårsferie")
    assert SchoolHoliday.objects.get().name == "Vinterferie"


def test_a_line_that_is_not_understood_is_said_and_nothing_typed_is_lost(client, council, secretary):
    page = save_holidays(client, "ferie når det passer")
    assert "»ferie når det passer« kan ikke forstås." in page
    assert "ferie når det passer</textarea>" in client.post(f"{PLAN}skoleferier/", {"closings": "ferie når det passer"}).content.decode()


@pytest.mark.parametrize("address", [PLAN, f"{PLAN}skoleferier/", f"{PLAN}1/tag-tilbage/"])
def test_it_is_for_those_who_manage_the_body_alone(client, council, address):
    assert client.get(address).status_code == 302  # to the log-in
    for user in (member_of(council), secretary_of(f.BodyFactory(name="Udvalget"))):
        client.force_login(user)
        for method in (client.get, client.post):
            assert method(address, follow=True).status_code == 404
    client.force_login(f.UserFactory(administrator=True))
    assert client.get(PLAN).status_code == 200
    assert client.get("/organer/findesikke/moedeplan/").status_code == 404


@pytest.mark.parametrize("count", [1, 4])
def test_the_number_of_queries_is_fixed(client, council, secretary, django_assert_num_queries, count):
    for number in range(count):
        f.MembershipFactory(body=council, first_day=D(2018, 1, 1))
        f.MeetingFactory(date=D(2019, 1 + number, 16), start=dt.time(16), place="Lokale 2")
        f.SchoolHolidayFactory()
        f.MeetingPlanFactory(body=council)
    # who looks, four; the body, school holidays twice, seats, the meetings of those days, earlier plans; places used, two; the menu's two
    with django_assert_num_queries(13):
        client.get(PLAN, RULE)


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_two_who_plan_the_same_year_at_once_plan_it_once():
    council = f.BodyFactory(name="Rådet", slug="raadet")
    clients = [Client(), Client()]
    for client in clients:
        client.force_login(secretary_of(council))
    forms = [shown(client) for client in clients]
    answers = []
    at_once(
        *[
            lambda client=client, form=form: answers.append(client.post(PLAN, form).status_code)
            for client, form in zip(clients, forms, strict=True)
        ]
    )
    assert (sorted(answers), dates(), MeetingPlan.objects.count()) == ([302, 302], DAYS, 1)
