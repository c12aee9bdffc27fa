"""A body's settings on its own page: rules, members and substitutes, written by its secretary and undone there."""

import datetime as dt

import pytest
from django.test import Client

from meetings.models import Body, BodyStep, Membership, Person
from tests import factories as f
from tests.admin.forms import filled_in

pytestmark = pytest.mark.django_db

PAGE = "/organer/raadet/indstillinger/"


@pytest.fixture
def body():
    return f.BodyFactory(name="Rådet", slug="raadet", dispatch_days=4)


@pytest.fixture
def office(body) -> Client:
    client = Client()
    client.force_login(f.SecretaryAssignmentFactory(body=body).user)
    return client


def opened(office, form: str) -> dict:
    return filled_in(office.get(PAGE).content.decode(), form)


def save(office, form: str, button: str, told=None, **written):
    data = (told or opened(office, form)) | {name.replace("__", "-"): [value] for name, value in written.items()}
    data = {name: value for name, value in data.items() if value != [None]}
    return office.post(PAGE, data | {"gem": button}, follow=True)


def rules(office, told=None, **written):
    return save(office, "planning", "regler", told, **written)


def seats(office, told=None, **written):
    return save(office, "seats", "medlemmer", told, **written)


def undo(office):
    return office.post(PAGE, {"trin": BodyStep.objects.filter(undone_at=None).latest("pk").pk}, follow=True)


def test_rules_are_saved_told_and_undone(office, body):
    page = rules(office, regler__dispatch_days="8", regler__usual_place="Mødelokale 2", regler__usual_start="16.30")
    body.refresh_from_db()
    assert (body.dispatch_days, body.usual_place, body.usual_start) == (8, "Mødelokale 2", dt.time(16, 30))
    assert "Dagsordenen sendes ud, hverdage før: 4 → 8" in page.content.decode()
    undo(office)
    body.refresh_from_db()
    assert (body.dispatch_days, body.usual_place) == (4, "")
    assert "Intet blev ændret." in rules(office).content.decode()


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ({"regler__dispatch_days": "61"}, "mindre end eller lig 60"),
        ({"regler__usual_start": "sent"}, "Indtast en gyldig tid."),
        ({"regler__usual_start": "16.00", "regler__usual_end": "15.00"}, "Mødet slutter, før det begynder."),
        ({"regler__in_use_since": "01-05-1066"}, "Se efter, om årstallet er rigtigt."),
    ],
)
def test_what_is_wrong_in_the_rules_is_said(office, body, written, said):
    page = rules(office, **written)
    assert page.status_code == 422
    assert said in page.content.decode()
    assert not BodyStep.objects.exists()


def test_of_two_who_have_the_rules_open_the_second_sees_the_change_of_the_first(office, body):
    told = opened(office, "planning")
    rules(office, regler__dispatch_days="8")
    page = rules(office, told, regler__dispatch_days="6")
    assert "Imens har en anden" in page.content.decode()
    body.refresh_from_db()
    assert body.dispatch_days == 8


def test_a_member_leaves_a_substitute_comes_and_both_are_undone(office, body):
    seat = f.MembershipFactory(body=body, person__name="Ida Holm", first_day=dt.date(2018, 1, 1), last_day=None)
    new = {"ny0__name": "Bo Lund", "ny0__role": "substitute", "ny0__first_day": "1. marts 2030"}
    page = seats(office, **{f"plads{seat.pk}__last_day": "28-02-2030"}, **new).content.decode()
    seat.refresh_from_db()
    assert seat.last_day == dt.date(2030, 2, 28)
    assert Membership.objects.get(person__name="Bo Lund").role == "substitute"
    assert "Bo Lund: – → stedfortræder, 1. marts 2030 –" in page
    undo(office)
    seat.refresh_from_db()
    assert (seat.last_day, Membership.objects.count()) == (None, 1)


def test_what_is_sent_twice_is_one_seat_of_one_person(office, body):
    told = opened(office, "seats")
    new = {"ny0__name": "Bo Lund", "ny0__first_day": "01-03-2030"}
    for _click in range(2):
        seats(office, told, **new)
    assert (Membership.objects.count(), Person.objects.count(), BodyStep.objects.count()) == (1, 1, 1)


def test_a_seat_that_was_a_mistake_is_taken_away_and_given_back(office, body):
    seat = f.MembershipFactory(body=body, last_day=None)
    seats(office, **{f"plads{seat.pk}__is_gone": "on"})
    assert not Membership.objects.exists()
    undo(office)
    assert Membership.objects.get().pk == seat.pk
    twice = office.post(PAGE, {"trin": BodyStep.objects.get().pk}, follow=True)
    assert "Fortrudt" in twice.content.decode()


def test_an_undoing_that_would_overwrite_what_was_changed_elsewhere_is_refused(office, body):
    rules(office, regler__dispatch_days="8")
    Body.objects.filter(pk=body.pk).update(dispatch_days=5)
    assert "Noget er rettet siden" in undo(office).content.decode()
    body.refresh_from_db()
    assert body.dispatch_days == 5


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ({"ny0__name": "Bo Lund"}, "Skriv den første dag."),
        ({"ny0__name": "Ida Holm", "ny0__first_day": "01-01-2020"}, "Personen har allerede denne rolle i den tid."),
        ({"ny0__name": "Bo Lund", "ny0__first_day": "02-01-2020", "ny0__last_day": "01-01-2020"}, "Den sidste dag ligger før den første."),
        ({"ny0__name": "To Ens", "ny0__first_day": "01-01-2020"}, "Der er flere, der hedder det."),
    ],
)
def test_what_is_wrong_with_a_seat_is_said_at_its_row(office, body, written, said):
    f.MembershipFactory(body=body, person__name="Ida Holm", first_day=dt.date(2018, 1, 1), last_day=None)
    for party in "AB":
        f.MembershipFactory(person__name="To Ens", person__party=party)
    page = seats(office, **written)
    assert page.status_code == 422
    assert said in page.content.decode()
    assert Membership.objects.filter(body=body).count() == 1


def test_two_of_one_name_are_told_apart_by_their_party(office, body):
    chosen = [f.MembershipFactory(person__name="To Ens", person__party=party).person for party in "AB"][1]
    seats(office, ny0__name="To Ens (B)", ny0__first_day="01-01-2020")
    assert Membership.objects.get(body=body).person == chosen


def test_others_find_no_such_page(body):
    seat = f.MembershipFactory(body=body, person__user=f.UserFactory(member=True))
    for user in (seat.person.user, f.SecretaryAssignmentFactory().user):
        client = Client()
        client.force_login(user)
        assert client.get(PAGE).status_code == 404
        assert client.post(PAGE, {"gem": "regler"}).status_code == 404
    assert Client().get(PAGE).status_code == 302


@pytest.mark.parametrize("count", [1, 4])
def test_the_number_of_queries_is_fixed(office, body, django_assert_num_queries, count):
    for number in range(count):
        f.MembershipFactory(body=body, last_day=None)
        f.MembershipFactory(body=body, last_day=dt.date(2019, 1, 1))
        rules(office, regler__dispatch_days=str(10 + number))
    with django_assert_num_queries(11):
        assert office.get(PAGE).status_code == 200


def test_another_start_is_saved_once_the_page_has_said_what_becomes_history_and_is_undone(office, body):
    for last in (dt.date(2018, 7, 31), dt.date(2018, 9, 30)):
        item = f.AgendaItemFactory(meeting__body=body, meeting__date=dt.date(2018, 6, 6))
        f.OccurrenceFactory(follow_up__item=item, due_start=last, due_end=last)
    page = rules(office, regler__in_use_since="01-08-2018").content.decode()
    assert "Med den dag er 1 opfølgning historie; nu er det 0. Intet er gemt endnu" in page
    assert not BodyStep.objects.exists()
    rules(office, filled_in(page, "planning"))
    body.refresh_from_db()
    assert body.in_use_since == dt.date(2018, 8, 1)
    undo(office)
    body.refresh_from_db()
    assert body.in_use_since == dt.date(2018, 1, 1)


def test_a_number_that_has_changed_since_is_said_anew(office, body):
    told = opened(office, "planning") | {"historie": ["3"]}
    item = f.AgendaItemFactory(meeting__body=body, meeting__date=dt.date(2018, 6, 6))
    f.OccurrenceFactory(follow_up__item=item)
    assert "Med den dag er 1 opfølgning historie" in rules(office, told, regler__in_use_since="01-01-2019").content.decode()
    assert not BodyStep.objects.exists()
