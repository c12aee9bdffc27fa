"""Those who manage a body plan, change, cancel and reinstate its meetings, are warned in time, and are told what came of it."""

import datetime as dt
import re

import pytest

from danish.working_days import Calendar
from followups.models import Occurrence
from followups.services import place, sync_occurrences
from meetings.dispatch import advise
from meetings.models import Body, Meeting
from tests import factories as f
from tests.pages.conftest import member_of, secretary_of

pytestmark = pytest.mark.django_db

D = dt.date
DEADLINE = D(2018, 10, 12)
NEW = "/moeder/nyt/?organ=raadet"
FORM = {"date": "10-10-2018", "start": "15.30", "end": "17.30", "place": "Rådhuset", "kind": "ordinary"}
SUNDAY = "Søndag d. 14. oktober 2018 er ingen hverdag."


@pytest.fixture
def council():
    return f.BodyFactory(
        name="Rådet", slug="raadet", kind="advisory", usual_place="Lokale 2", usual_start=dt.time(15, 30), usual_end=dt.time(17, 0)
    )


@pytest.fixture
def secretary(council, client):
    """The secretary of the council, logged in."""
    user = secretary_of(council)
    client.force_login(user)
    return user


@pytest.fixture
def october(council):
    return f.MeetingFactory(body=council, date=D(2018, 10, 3))


def text(response) -> str:
    """What the page says below its head, without markup."""
    main = response.content.decode().split("<main", 1)[1].split("</main>", 1)[0]
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())


def save(client, address: str, **fields) -> str:
    response = client.post(address, FORM | fields, follow=True)
    assert response.status_code == 200
    return text(response)


def to(meeting: Meeting, step: str) -> str:
    return f"{meeting.get_absolute_url()}{step}/"


def test_the_form_is_filled_in_with_the_bodys_usual_time_and_place(client, secretary):
    page = client.get(NEW).content.decode()
    for value in ("15.30", "17.00", "Lokale 2"):
        assert f'value="{value}"' in page


def test_an_address_can_name_the_day_and_the_kind(client, secretary):
    page = client.get(f"{NEW}&dato=2018-10-10&slags=extraordinary").content.decode()
    assert 'value="10-10-2018"' in page
    assert '<option value="extraordinary" selected>' in page
    assert "Dagsordenen skal sendes ud senest torsdag d. 4. oktober 2018." in page


@pytest.mark.parametrize("query", ["&dato=2018-13-10", "&dato=0001-01-01", "&dato=9999-12-31", "&slags=festlig"])
def test_what_an_address_says_wrongly_is_left_out(client, secretary, query):
    page = client.get(NEW + query).content.decode()
    assert "Dagsordenen skal sendes ud" not in page
    assert '<option value="ordinary" selected>' in page


def test_whoever_serves_several_bodies_chooses_one_and_keeps_the_rest_of_the_address(client, council, secretary):
    other = f.BodyFactory(name="Udvalget", slug="udvalget")
    f.BodyFactory(name="Ingen af vores", slug="andet")
    f.SecretaryAssignmentFactory(user=secretary, body=other)
    page = client.get("/moeder/nyt/?dato=2018-10-10").content.decode()
    assert 'href="/moeder/nyt/?dato=2018-10-10&amp;organ=udvalget"' in page
    assert "Ingen af vores" not in page
    assert "Planlæg møde" in text(client.get(NEW))


def test_a_meeting_is_planned_and_stands_in_the_calendar(client, council, secretary):
    assert "Mødet er planlagt." in save(client, NEW, kind="extraordinary")
    meeting = Meeting.objects.get()
    assert (meeting.body, meeting.date, meeting.kind, meeting.state) == (council, D(2018, 10, 10), "extraordinary", "planned")
    assert (meeting.start, meeting.end, meeting.place) == (dt.time(15, 30), dt.time(17, 30), "Rådhuset")


def test_sent_twice_it_is_one_meeting(client, secretary):
    for _ in range(2):
        assert "Mødet er planlagt." in save(client, NEW)
    assert Meeting.objects.count() == 1


@pytest.mark.parametrize(
    ("fields", "complaint"),
    [
        ({"date": ""}, "Dette felt er påkrævet."),
        ({"date": "32-10-2018"}, "Indtast en gyldig dato."),
        ({"date": "10-10-3018"}, "Se efter, om årstallet er rigtigt."),
        ({"date": "03-10-2018"}, "Organet har allerede et møde den dag."),
        ({"end": "14.00"}, "Mødet slutter, før det begynder."),
        ({"start": "halv fire"}, "Indtast en gyldig tid."),
    ],
)
def test_what_is_wrong_is_told_beside_the_field_and_nothing_typed_is_lost(client, secretary, october, fields, complaint):
    page = client.post(NEW, FORM | fields | {"place": "Kantinen"}).content.decode()
    assert complaint in page
    assert 'value="Kantinen"' in page
    assert Meeting.objects.count() == 1


def test_a_warning_is_shown_before_it_is_saved_all_the_same(client, secretary):
    shown = client.post(NEW, FORM | {"date": "14-10-2018"})
    assert SUNDAY in text(shown)
    assert "Det er ikke gemt endnu" in text(shown)
    assert not Meeting.objects.exists()
    assert 'name="seen" value="2018-10-14"' in shown.content.decode()
    assert "Mødet er planlagt." in save(client, NEW, date="14-10-2018", seen="2018-10-14")


def test_a_warning_of_another_day_is_not_this_ones(client, secretary):
    save(client, NEW, date="14-10-2018", seen="2018-10-21")
    assert not Meeting.objects.exists()


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("10-10-2018", "Dagsordenen skal sendes ud senest torsdag d. 4. oktober 2018."),
        ("14-10-2018", SUNDAY),
        ("07-09-2018", "Dagsordenen skal sendes ud senest mandag d. 3. september 2018."),
        ("06-09-2018", "Det er for sent at sende dagsordenen ud i tide: det skulle være sket senest fredag d. 31. august 2018."),
        ("31-08-2018", "Dagen er passeret."),
        ("26-12-2018", "Onsdag d. 26. december 2018 er ingen hverdag, men 2. juledag."),
    ],
)
def test_while_one_types_the_day_one_is_told_what_there_is_to_say_of_it(client, secretary, day, said):
    response = client.get(NEW, {"organ": "raadet", "date": day}, headers={"HX-Request": "true"})
    page = response.content.decode()
    assert said in " ".join(page.split())
    assert "<html" not in page
    assert "no-store" in response["Cache-Control"]


def test_while_what_one_types_is_no_day_nothing_is_said(client, secretary):
    assert not client.get(NEW, {"organ": "raadet", "date": "10-1"}, headers={"HX-Request": "true"}).content.strip()


@pytest.mark.parametrize(("saturday", "dispatch"), [(False, D(2018, 10, 4)), (True, D(2018, 10, 5))])
def test_saturday_counts_where_the_body_says_so(saturday, dispatch):
    told = advise(D(2018, 10, 10), today=D(2018, 9, 3), dispatch_days=4, calendar=Calendar(saturday_counts=saturday))
    assert (told.dispatch, told.warns) == (dispatch, False)


def test_a_meeting_is_changed(client, secretary, october):
    assert "Mødet er rettet." in save(client, to(october, "ret"))
    october.refresh_from_db()
    assert (october.date, october.place) == (D(2018, 10, 10), "Rådhuset")


def test_the_day_a_meeting_has_already_is_not_warned_of(client, council, secretary):
    soon = f.MeetingFactory(body=council, date=D(2018, 9, 4))
    assert "for sent" not in text(client.get(to(soon, "ret")))
    assert "Mødet er rettet." in save(client, to(soon, "ret"), date="04-09-2018", place="Kantinen")


@pytest.mark.parametrize("state", ["held", "cancelled"])
def test_a_meeting_that_is_not_to_come_is_not_changed(client, council, secretary, state):
    assert client.get(to(f.MeetingFactory(body=council, state=state), "ret")).status_code == 404


def test_cancelling_asks_first_and_is_done_once(client, secretary, october):
    assert "Aflys mødet?" in text(client.get(to(october, "aflys")))
    for _ in range(2):
        assert client.post(to(october, "aflys")).status_code == 302
    october.refresh_from_db()
    assert october.state == "cancelled"
    assert text(client.get(october.get_absolute_url())).count("Mødet er aflyst.") == 2  # the message, once, and the page itself
    assert client.get(to(october, "aflys")).status_code == 302


def test_a_cancelled_meeting_is_reinstated(client, secretary, october):
    client.post(to(october, "aflys"))
    assert "Genoptag mødet?" in text(client.get(to(october, "genoptag")))
    assert "Mødet holdes alligevel." in text(client.post(to(october, "genoptag"), follow=True))
    october.refresh_from_db()
    assert october.state == "planned"


def test_a_meeting_that_was_held_stays_so(client, council, secretary):
    held = f.MeetingFactory(body=council, published=True)
    assert "Mødet er holdt og kan ikke aflyses." in text(client.post(to(held, "aflys"), follow=True))
    assert client.get(to(held, "aflys")).status_code == 302


def test_the_buttons_stand_where_they_can_be_used_for_those_who_may(client, look, council, october):
    user, held = secretary_of(council), f.MeetingFactory(body=council, published=True)
    cancelled = f.MeetingFactory(body=council, date=D(2018, 11, 7), state="cancelled")
    places = [
        (council.get_absolute_url(), NEW),
        (october.get_absolute_url(), to(october, "ret")),
        (cancelled.get_absolute_url(), to(cancelled, "genoptag")),
        (to(october, "ret"), to(october, "aflys")),
    ]
    for page, button in places:
        assert f'href="{button}"' in look(page, user)
    assert to(held, "ret") not in look(held.get_absolute_url(), user)
    for page, button in places[:3]:
        assert button not in look(page)
        assert button not in look(page, member_of(council))


@pytest.mark.parametrize("who", [member_of, lambda body: secretary_of(f.BodyFactory())])
def test_others_plan_nothing(client, council, october, who):
    client.force_login(who(council))
    for step in ("ret", "aflys", "genoptag"):
        assert client.post(to(october, step), FORM).status_code == 404
    client.post(NEW, FORM)
    october.refresh_from_db()
    assert (october.date, october.state) == (D(2018, 10, 3), "planned")
    assert council.meetings.count() == 1


def test_an_outside_party_holds_no_meetings_here(client):
    f.BodyFactory(slug="foreningen", kind="outside")
    client.force_login(f.UserFactory(administrator=True))
    assert client.get("/moeder/nyt/?organ=foreningen").status_code == 404


# What came of it


def every_meeting(council, times=1):
    """Follow-ups that come at each of the council's meetings."""
    asked = f.MeetingFactory(body=council, published=True)
    items = [f.FollowUpFactory(item__meeting=asked, every=1, unit="meeting").item for _ in range(times)]
    sync_occurrences(items=items)


@pytest.mark.parametrize(("times", "told"), [(1, "1 opfølgning har fået ny dato."), (3, "3 opfølgninger har fået ny dato.")])
def test_one_is_told_how_many_follow_ups_got_another_date(client, council, secretary, october, times, told):
    every_meeting(council, times)
    assert told in save(client, to(october, "ret"))
    assert {row.due_end for row in Occurrence.objects.all()} == {D(2018, 10, 10)}


def test_of_what_stays_as_it_was_nothing_is_told(client, council, secretary, october):
    every_meeting(council)
    page = save(client, NEW, date="17-10-2018")
    assert "opfølgning" not in page.replace("Opfølgning", "")


def test_one_is_told_what_stood_on_the_agenda_of_a_cancelled_meeting(client, council, secretary, october):
    row = f.OccurrenceFactory(follow_up__item__meeting=f.MeetingFactory(body=council, published=True))
    place(occurrence=row, item=f.AgendaItemFactory(meeting=october), by=secretary, now=dt.datetime(2018, 9, 1, tzinfo=f.COPENHAGEN))
    page = text(client.post(to(october, "aflys"), follow=True))
    assert "1 opfølgning stod på dagsordenen og venter på en anden." in page


def consulted(council, deadline=DEADLINE, **columns):
    item = f.AgendaItemFactory(meeting__published=True, meeting__date=D(2018, 8, 29), **columns)
    return f.HearingPartyFactory(hearing__item=item, hearing__deadline=deadline, body=council, name=council.name).hearing


def test_one_is_told_which_hearings_can_no_longer_be_answered_and_which_can_again(client, council, secretary, october):
    hearing = consulted(council)
    link = f'Høringen <a href="{hearing.get_absolute_url()}">Natklinik i midtbyen</a> kan '
    until = "inden fristen d. 12. oktober 2018."
    page = client.post(to(october, "aflys"), follow=True).content.decode()
    assert f"{link}ikke længere besvares på et møde {until}" in page
    page = client.post(NEW, FORM | {"kind": "extraordinary"}, follow=True).content.decode()
    assert f"{link}nu besvares på et ekstraordinært møde {until}" in page
    page = client.post(to(october, "genoptag"), follow=True).content.decode()
    assert f"{link}nu besvares på et ordinært møde {until}" in page
    page = client.post(to(october, "ret"), FORM | {"date": "03-10-2018", "kind": "extraordinary"}, follow=True).content.decode()
    assert f"{link}ikke længere besvares på et ordinært møde {until}" in page


def test_of_a_hearing_one_may_not_read_or_that_is_answered_or_over_nothing_is_told(client, council, secretary, october):
    consulted(council, closed=True)
    consulted(council).parties.update(answered_on=D(2018, 9, 1))
    consulted(council, deadline=D(2018, 9, 2))
    consulted(f.BodyFactory())
    assert "Høringen" not in text(client.post(to(october, "aflys"), follow=True))


def test_a_hearings_subject_is_never_read_as_markup(client, council, secretary, october):
    hearing = consulted(council)
    hearing.subject = "<b>Fed</b> {høring}"
    hearing.save()
    page = client.post(to(october, "aflys"), follow=True).content.decode()
    assert "&lt;b&gt;Fed&lt;/b&gt; {høring}" in page


A_SECRETARY_COSTS = 4  # session, user, seats, bodies managed


@pytest.mark.parametrize("rows", [1, 3])
def test_a_fixed_number_of_queries(client, django_assert_num_queries, council, secretary, rows):
    every_meeting(council, rows)
    for number in range(rows):
        meeting = f.MeetingFactory(body=council, date=D(2018, 10, 3 + number))
        consulted(council)
    places_used = 2
    for address, count in ((NEW, 1 + places_used), (to(meeting, "ret"), 1 + places_used), (to(meeting, "aflys"), 1)):
        with django_assert_num_queries(count + A_SECRETARY_COSTS):
            assert client.get(address).status_code == 200


def test_a_room_that_is_taken_and_who_sits_on_both_is_shown_before_it_is_saved_all_the_same(client, secretary):
    other = f.MeetingFactory(
        body__name="Udvalget", date=dt.date(2018, 10, 10), start=dt.time(15), end=dt.time(17), place="Lokale 2", state="planned"
    )
    seat = f.MembershipFactory(body=Body.objects.get(slug="raadet"), person__name="Ida Holm")
    f.MembershipFactory(body=other.body, person=seat.person)
    asked = {"date": "10-10-2018", "start": "16.00", "end": "18.00", "place": "lokale  2 "}
    room, person = "er optaget af Udvalget", "Ida Holm sidder også i Udvalget"
    advice = client.get(NEW, {"organ": "raadet"} | asked, headers={"HX-Request": "true"})
    told = " ".join(advice.content.decode().split())
    assert (room in told, person in told) == (True, True)
    shown = client.post(NEW, FORM | asked)
    assert room in text(shown)
    assert Meeting.objects.count() == 1
    seen = re.search(r'name="seen" value="([^"]+)"', shown.content.decode()).group(1)
    assert "Mødet er planlagt." in save(client, NEW, seen=seen, **asked)
    assert Meeting.objects.get(body__slug="raadet").place == "lokale 2"
    later = client.get(NEW, {"organ": "raadet"} | asked | {"start": "17.00"}, headers={"HX-Request": "true"})
    assert room not in " ".join(later.content.decode().split())


def test_the_places_used_before_are_suggested_once_each(client, secretary):
    for day, room in ((1, "Lokale 2"), (2, "lokale 2 "), (3, "Åsalen"), (4, "")):
        f.MeetingFactory(body__usual_place="Kantinen", date=dt.date(2018, 9, day), place=room)
    page = client.get(NEW).content.decode()
    assert re.findall(r'<option value="([^"]+)"></option>', page) == ["Kantinen", "lokale 2", "Åsalen"]
    assert 'list="id_place-brugte"' in page
