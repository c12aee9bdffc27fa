"""An item is split in two, moved to another meeting of its body, and sent on to another body: with all that is in it, and so that it can be undone."""

import datetime as dt
from contextlib import suppress

import pytest
from django.test import Client

from agendas import services
from agendas.exceptions import AgendaRefused
from agendas.guests import GuestLine
from agendas.models import AgendaStep, CandidateChoice
from agendas.selectors.candidates import candidates_for
from agendas.services.texts import written_texts
from agendas.services.undo import last_step
from agendas.snapshot import snapshot
from agendas.texts import Texts
from cases.access import Actor
from meetings.models import AgendaItem, Meeting, SecretaryAssignment
from tests import factories as f
from tests.concurrency.threads import at_once

pytestmark = pytest.mark.django_db

DAY, LATER = dt.date(2030, 1, 15), dt.date(2030, 2, 12)
NOW = dt.datetime(2030, 1, 2, 10, tzinfo=f.COPENHAGEN)
BY = {"by": None, "now": NOW}
EVERYTHING = Actor(is_administrator=True)
TEXTS = Texts((("Resume", "Kort."),), ("at a", "at b", "at c"))
SPLIT = {"title": "Torvets træer", "minutes": 10, "minutes_left": 20, "recommendations": [1], "answers": []}


class Agendas:
    """A body's agendas of 15 January and 12 February, and another's; on the first stands an item with all that an item can have."""

    def __init__(self) -> None:
        self.body = f.BodyFactory(name="Rådet", slug="raadet")
        self.meeting, self.later = (f.MeetingFactory(body=self.body, date=day) for day in (DAY, LATER))
        self.elsewhere = f.MeetingFactory(body__name="Udvalget", date=LATER)
        asked = f.AgendaItemFactory(meeting__body=self.body, meeting__date=dt.date(2029, 10, 1), meeting__published=True, title="Torvet")
        self.waits = [
            f.OccurrenceFactory(follow_up__item=asked, body=self.body, due_start=dt.date(2030, 1, 1), due_end=DAY) for _ in range(2)
        ]
        for one in candidates_for(self.meeting, EVERYTHING, today=NOW.date()).wanting:
            self.item = services.place_candidate(meeting=self.meeting, candidate=one, **BY)
        services.add_item(meeting=self.meeting, title="Havnen", minutes=10, case=None, **BY)
        services.change_item(
            item=self.item, columns={"legal_ground": "fvl_27"}, closed=True, guests=[GuestLine("Tine Horn")], texts=TEXTS, **BY
        )
        self.item.shut_out.add(f.PersonFactory())
        self.item.refresh_from_db()

    def kept(self) -> list:
        return [snapshot(meeting) for meeting in (self.meeting, self.later, self.elsewhere)]


@pytest.fixture
def agendas():
    return Agendas()


def titles(meeting) -> list[str]:
    return list(AgendaItem.objects.filter(meeting=meeting).order_by("position").values_list("title", flat=True))


def undo(meeting) -> AgendaStep:
    return services.undo_last(meeting=meeting, key=last_step(meeting).pk, **BY)


def refused(act) -> str:
    with pytest.raises(AgendaRefused) as error:
        act()
    return error.value.code


# Split


def test_the_second_comes_after_the_first_with_its_part_of_it_and_closed_to_the_same_people(agendas):
    second = services.split_item(item=agendas.item, **SPLIT | {"answers": [agendas.waits[1].pk]}, **BY)
    assert titles(agendas.meeting) == ["Torvet", "Torvets træer", "Havnen"]
    first = AgendaItem.objects.get(pk=agendas.item.pk)
    assert (first.minutes, second.minutes) == (20, 10)
    assert (second.case, second.matter, second.closed, second.legal_ground) == (first.case, first.matter, True, "fvl_27")
    assert set(second.shut_out.all()) == set(first.shut_out.all()) != set()
    assert (written_texts(first).recommendations, written_texts(second).recommendations) == (("at a", "at c"), ("at b",))
    assert [one.placed_occurrences.count() for one in (first, second)] == [1, 1]
    assert services.split_item(item=agendas.item, **SPLIT, **BY) == second  # a second click


def test_a_split_is_undone_with_what_was_answered_and_recommended(agendas):
    before = agendas.kept()
    services.split_item(item=agendas.item, **SPLIT | {"answers": [agendas.waits[0].pk]}, **BY)
    assert agendas.kept() != before
    undo(agendas.meeting)
    assert agendas.kept() == before


def test_one_that_somebody_has_changed_since_is_not_split(agendas):
    version = agendas.item.version
    services.change_item(item=agendas.item, columns={"minutes": 45}, **BY)
    assert refused(lambda: services.split_item(item=agendas.item, version=version, **SPLIT, **BY)) == "changed"


# Moved to another meeting


def test_it_moves_with_all_that_is_in_it_and_keeps_its_key(agendas):
    was = next(row for row in snapshot(agendas.meeting)["items"] if row["pk"] == agendas.item.pk)
    services.move_to_meeting(item=agendas.item, to=agendas.later, **BY)
    assert (titles(agendas.meeting), snapshot(agendas.later)["items"]) == (["Havnen"], [was])
    assert set(CandidateChoice.objects.values_list("meeting", flat=True)) == {agendas.later.pk}
    assert candidates_for(agendas.meeting, EVERYTHING, today=NOW.date()).wanting == []


@pytest.mark.parametrize("which", ["meeting", "later"])
def test_the_move_is_undone_on_either_agenda(agendas, which):
    before = agendas.kept()
    services.move_to_meeting(item=agendas.item, to=agendas.later, **BY)
    undo(getattr(agendas, which))
    assert agendas.kept() == before
    assert AgendaStep.objects.filter(what__in=("left", "came"), undone_at=None).count() == 0


@pytest.mark.parametrize("which", ["meeting", "later"])
def test_it_is_undone_neither_here_nor_there_when_one_of_the_agendas_has_been_changed_since(agendas, which):
    services.move_to_meeting(item=agendas.item, to=agendas.later, **BY)
    key = {name: last_step(getattr(agendas, name)).pk for name in ("meeting", "later")}
    services.add_item(meeting=getattr(agendas, which), title="Broen", minutes=5, case=None, **BY)
    kept = agendas.kept()
    for name in key:
        code = "changed" if name == which else "twin_changed"
        assert refused(lambda name=name: services.undo_last(meeting=getattr(agendas, name), key=key[name], **BY)) == code
    assert agendas.kept() == kept


def test_it_is_not_undone_when_the_other_agenda_is_out(agendas):
    services.move_to_meeting(item=agendas.item, to=agendas.later, **BY)
    Meeting.objects.filter(pk=agendas.later.pk).update(agenda_published_at=NOW)
    with pytest.raises(AgendaRefused, match=f"den anden dagsorden .{agendas.later.body} .* er sendt"):
        undo(agendas.meeting)


def test_what_was_left_out_there_and_comes_now_is_not_left_out_any_more(agendas):
    other = f.AgendaItemFactory(meeting__published=True, meeting__date=dt.date(2029, 12, 1), title="Budget")
    f.RecommendedToFactory(item=other, body=agendas.body)
    [one] = candidates_for(agendas.later, EVERYTHING, today=NOW.date()).wanting
    services.leave_out(meeting=agendas.later, candidate=one, **BY)
    item = services.place_candidate(meeting=agendas.meeting, candidate=one, **BY)
    services.move_to_meeting(item=item, to=agendas.later, **BY)
    assert [(choice.meeting, choice.item) for choice in CandidateChoice.objects.filter(kind="recommended")] == [(agendas.later, item)]


def test_where_it_cannot_go(agendas):
    def move(item=agendas.item, to=agendas.later, **more):
        return refused(lambda: services.move_to_meeting(item=item, to=to, **more, **BY))

    assert move(to=agendas.elsewhere) == "other_body"
    assert move(version=agendas.item.version + 1) == "changed"
    assert move(to=f.MeetingFactory(body=agendas.body, date=dt.date(2030, 3, 1), agenda_published=True)) == "sent"
    assert move(to=f.MeetingFactory(body=agendas.body, date=dt.date(2030, 3, 2), state="cancelled")) == "over"
    assert move(item=f.AgendaItemFactory(meeting=agendas.meeting, number=7)) == "in_use"
    assert titles(agendas.later) == []


# Sent on to another body


def test_the_other_body_gets_an_item_of_its_own_with_the_text(agendas):
    new = services.send_on(item=agendas.item, to=agendas.elsewhere, **BY)
    assert (new.body, new.case, new.matter) == (agendas.elsewhere.body, agendas.item.case, agendas.item.matter)
    assert (new.closed, new.legal_ground, written_texts(new)) == (True, "fvl_27", TEXTS)
    assert set(new.shut_out.all()) == set(agendas.item.shut_out.all())
    assert titles(agendas.meeting) == ["Torvet", "Havnen"]
    assert services.send_on(item=agendas.item, to=agendas.elsewhere, **BY) == new
    undo(agendas.elsewhere)
    assert titles(agendas.elsewhere) == []


def test_it_is_not_sent_on_to_the_body_itself(agendas):
    assert refused(lambda: services.send_on(item=agendas.item, to=agendas.later, **BY)) == "same_body"


# On their pages


@pytest.fixture
def office(agendas) -> Client:
    client = Client()
    client.force_login(f.SecretaryAssignmentFactory(body=agendas.body).user)
    return client


def address(agendas, name: str) -> str:
    return f"/moeder/{agendas.meeting.pk}/dagsorden/punkter/{agendas.item.pk}/{name}/"


def test_it_is_split_on_its_page_once_however_often_it_is_sent(agendas, office):
    page = office.get(address(agendas, "del")).content.decode()
    assert all(text in page for text in ("at a", "at c", "Det andet punkt hedder"))
    sent = {"title": "Torvets træer", "minutes": "10", "minutes_left": "20", "recommendations": ["0", "2"], "version": agendas.item.version}
    for _click in range(2):
        answer = office.post(address(agendas, "del"), sent, follow=True)
        assert "»Torvets træer« er nu et punkt for sig." in answer.content.decode()
    assert titles(agendas.meeting) == ["Torvet", "Torvets træer", "Havnen"]
    assert office.post(address(agendas, "del"), {"title": "", "minutes": "x"}).status_code == 422


def test_it_is_moved_on_its_page_and_a_second_click_harms_nothing(agendas, office):
    page = office.get(address(agendas, "flyt")).content.decode()
    assert "Rådet, tirsdag d. 12. februar 2030" in page
    assert "Udvalget" not in page
    sent = {"meeting": agendas.later.pk, "version": agendas.item.version}
    assert (
        "står nu på dagsordenen for mødet den 12. februar 2030."
        in office.post(address(agendas, "flyt"), sent, follow=True).content.decode()
    )
    assert (
        "Punktet er ikke længere på dagsordenen: det er fjernet eller flyttet."
        in office.post(address(agendas, "flyt"), sent, follow=True).content.decode()
    )
    assert (titles(agendas.meeting), titles(agendas.later)) == (["Havnen"], ["Torvet"])


@pytest.mark.parametrize("meeting", ["elsewhere", "x", "", "999999"])
def test_a_meeting_that_cannot_be_chosen_is_refused_in_words(agendas, office, meeting):
    key = agendas.elsewhere.pk if meeting == "elsewhere" else meeting
    assert office.post(address(agendas, "flyt"), {"meeting": key}).status_code == 422
    assert titles(agendas.meeting) == ["Torvet", "Havnen"]


def test_it_is_sent_on_to_bodies_that_one_serves_alone(agendas, office):
    assert "Ingen af de andre organer" in office.get(address(agendas, "send-videre")).content.decode()
    assert office.post(address(agendas, "send-videre"), {"meeting": agendas.elsewhere.pk}).status_code == 422
    user = SecretaryAssignment.objects.get(body=agendas.body).user
    f.SecretaryAssignmentFactory(body=agendas.elsewhere.body, user=user)
    page = office.post(address(agendas, "send-videre"), {"meeting": agendas.elsewhere.pk}, follow=True)
    assert "»Torvet« står nu også på denne dagsorden." in page.content.decode()
    assert page.redirect_chain[-1][0] == f"/moeder/{agendas.elsewhere.pk}/dagsorden/"


@pytest.mark.parametrize("name", ["del", "flyt", "send-videre"])
def test_the_pages_are_for_those_who_manage_the_body(agendas, name):
    client = Client()
    client.force_login(f.MembershipFactory(body=agendas.body, person__user=f.UserFactory(member=True)).person.user)
    assert client.get(address(agendas, name)).status_code == 404
    assert client.post(address(agendas, name), {"meeting": agendas.later.pk}).status_code == 404


# At once


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_moved_to_two_meetings_at_once_it_stands_on_one_agenda():
    agendas = Agendas()
    third = f.MeetingFactory(body=agendas.body, date=dt.date(2030, 3, 12))

    def move(to):
        try:
            services.move_to_meeting(item=AgendaItem.objects.get(pk=agendas.item.pk), to=Meeting.objects.get(pk=to), **BY)
        except AgendaRefused as error:
            return error.code
        return "moved"

    done = at_once(*[lambda to=to: move(to) for to in (agendas.later.pk, third.pk) for _twice in range(2)])
    assert done.count("moved") >= 1
    assert AgendaItem.objects.filter(title="Torvet", meeting__body=agendas.body, meeting__date__gte=DAY).count() == 1
    for meeting in (agendas.meeting, agendas.later, third):
        places = list(AgendaItem.objects.filter(meeting=meeting).order_by("position").values_list("position", flat=True))
        assert places == list(range(1, len(places) + 1))


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_split_and_sent_on_many_times_at_once_there_is_one_of_each_and_undoing_beside_it_loses_nothing():
    agendas = Agendas()

    def fresh() -> AgendaItem:
        return AgendaItem.objects.get(pk=agendas.item.pk)

    def try_to_undo():
        with suppress(AgendaRefused):
            undo(Meeting.objects.get(pk=agendas.meeting.pk))

    at_once(
        *[lambda: services.split_item(item=fresh(), **SPLIT, **BY) for _ in range(3)],
        *[lambda: services.send_on(item=fresh(), to=Meeting.objects.get(pk=agendas.elsewhere.pk), **BY) for _ in range(3)],
    )
    assert titles(agendas.meeting) == ["Torvet", "Torvets træer", "Havnen"]
    assert titles(agendas.elsewhere) == ["Torvet"]
    at_once(try_to_undo, lambda: services.move_item(item=fresh(), by_places=1, **BY), try_to_undo)
    assert {"Torvet", "Havnen"} <= set(titles(agendas.meeting))
    assert written_texts(fresh()).sections == TEXTS.sections
