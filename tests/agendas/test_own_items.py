"""A member finds the own items on an agenda, and what each item answers; the chair finds what there is to know before approving."""

import datetime as dt

import pytest
from django.test import Client

from agendas import services
from agendas.guests import GuestLine
from agendas.models import CandidateChoice
from agendas.own_items import NamesOfItem, parts_in
from agendas.texts import Texts
from meetings.models import ClosedReading
from tests import factories as f

NAMES = ["Amina Haddad", "Amina H. Haddad", "Amina"]
DAY = dt.date(2030, 1, 15)
NOW = dt.datetime(2030, 1, 2, 10, tzinfo=f.COPENHAGEN)
BY = {"by": None, "now": NOW}

NAMED = [
    ({"responsible": "Amina  Haddad, formand"}, ["responsible"]),
    ({"responsible": "Amina Haddad-Olsen"}, []),
    ({"responsible": "Amina"}, []),
    ({"guests": ["Tine Horn", "amina h. haddad"]}, ["guest"]),
    ({"owed_by": ["forvaltningen", "Amina Haddad"]}, ["owes"]),
    ({"texts": ["Forslag fra Amina Haddad om bænke"]}, ["put_forward"]),
    ({"texts": ["Amina Haddads forslag om bænke"]}, ["put_forward"]),
    ({"texts": ["Sagen er rejst af byrådsmedlem Amina Haddad."]}, ["put_forward"]),
    ({"texts": ["Forslag fra forvaltningen. Amina Haddad orienterer."]}, ["named"]),
    ({"texts": ["at Samina Haddad fremlægger"]}, []),
    ({"responsible": "Amina Haddad", "texts": ["Amina Haddad fremlægger."]}, ["responsible", "named"]),
]


@pytest.mark.parametrize(("told", "parts"), NAMED)
def test_the_parts_somebody_has_in_an_item(told, parts):
    assert parts_in(NamesOfItem(**told), NAMES) == parts


class Seat:
    """A member of a body whose next meeting has an agenda that is being made."""

    def __init__(self) -> None:
        self.meeting = f.MeetingFactory(body__name="Rådet", date=DAY, start=dt.time(16), end=dt.time(18))
        self.seat = f.MembershipFactory(body=self.meeting.body, person__name="Amina Haddad", person__user=f.UserFactory(member=True))
        self.client = Client()
        self.client.force_login(self.seat.person.user)
        self.address = f"/moeder/{self.meeting.pk}/dagsorden/"

    def add(self, title: str, **written):
        item = services.add_item(meeting=self.meeting, title=title, minutes=10, case=None, **BY)
        if written:
            services.change_item(item=item, **{"columns": {}} | written, **BY)
        return item

    def page(self, more: str = "") -> str:
        return self.client.get(self.address + more).content.decode()

    def own(self) -> str:
        return self.page().partition("Mine punkter")[2].partition("Dagsordenen</h2>")[0]


@pytest.fixture
def seat(db) -> Seat:
    return Seat()


def test_the_own_items_stand_first_with_their_clock_and_the_reasons(seat):
    seat.add("Torvet")
    assert "Du er ikke nævnt" in seat.own()
    seat.add("Bænke", columns={"responsible": "Amina Haddad"}, texts=Texts((("Resume", "Amina Haddad fremlægger."),), ()))
    seat.add("Havnen", guests=[GuestLine("Amina Haddad", "a@haddad.example")])
    own = seat.own()
    assert [word in own for word in ("Torvet", "Bænke", "16.10", "Du er ansvarlig · Du er nævnt", "Havnen", "Du er inviteret")] == [
        False,
        *[True] * 5,
    ]


def test_a_closed_item_one_is_shut_out_of_is_not_told_and_another_is_told_and_logged(seat):
    told, hidden = (seat.add(title, closed=True, texts=Texts((("", "Amina Haddad klager."),), ())) for title in ("Klagen", "Sagen"))
    hidden.shut_out.add(seat.seat.person)
    own = seat.own()
    assert ("Klagen" in own, "Sagen" in own) == (True, False)
    assert [one.item_id for one in ClosedReading.objects.all()] == [told.pk]


def test_each_item_tells_what_it_answers_and_where_that_was_asked_for(seat):
    asked = f.AgendaItemFactory(meeting__body=seat.meeting.body, meeting__date=dt.date(2029, 10, 1), meeting__published=True)
    told = f.OccurrenceFactory(
        follow_up__item=asked, follow_up__text="status på bænke", placed_on=seat.add("Bænke"), body=seat.meeting.body
    )
    heard = f.HearingFactory(item=asked)
    for kind, key, title in (("hearing", f"h{heard.pk}", "Høring"), ("untreated", str(asked.pk), "Igen")):
        CandidateChoice.objects.create(meeting=seat.meeting, kind=kind, key=key, item=seat.add(title), at=NOW)
    page = seat.page()
    assert "Status på bænke" in page
    assert f'<a href="{asked.get_absolute_url()}#opfoelgning-{told.follow_up_id}">1. oktober 2029</a>' in page
    for address in (told.get_absolute_url(), heard.get_absolute_url(), asked.get_absolute_url()):
        assert f'Svarer på: <a href="{address}">' in " ".join(page.split())
    asked.closed = True
    asked.save(update_fields=["closed"])
    asked.shut_out.add(seat.seat.person)
    assert "Svarer på" not in seat.page()


def test_the_chair_alone_of_the_members_sees_the_findings_and_approves_knowing_them(seat):
    seat.add("Torvet", columns={"minutes": 150})
    told = "er der ingen pause"
    assert told not in seat.page()
    assert "Godkend dagsordenen" not in seat.page()
    seat.seat.role = "chair"
    seat.seat.save(update_fields=["role"])
    assert told in seat.page()
    asked = seat.page("godkend/")
    assert [word in asked for word in (told, "16.00", "150", "Vil du godkende dagsordenen?", "Formanden har godkendt den")] == [
        *[True] * 4,
        False,
    ]
    assert "godkendt" in seat.client.post(seat.address + "godkend/", follow=True).content.decode()


@pytest.mark.parametrize("count", [1, 4])
def test_the_pages_ask_a_fixed_number_of_times(seat, django_assert_num_queries, count):
    seat.seat.role = "chair"
    seat.seat.save(update_fields=["role"])
    for number in range(count):
        item = seat.add(f"Punkt {number}", columns={"responsible": "Amina Haddad"})
        asked = f.AgendaItemFactory(meeting__body=seat.meeting.body, meeting__date=dt.date(2029, 10, 1 + number), meeting__published=True)
        f.OccurrenceFactory(follow_up__item=asked, placed_on=item, body=seat.meeting.body)
        CandidateChoice.objects.create(meeting=seat.meeting, kind="hearing", key=f"h{f.HearingFactory(item=asked).pk}", item=item, at=NOW)
    with django_assert_num_queries(25):
        assert "Mine punkter" in seat.page()
    with django_assert_num_queries(20):
        assert "Vil du godkende" in seat.page("godkend/")
