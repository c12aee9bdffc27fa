"""An agenda is made: items come, change, move and go, each change can be undone, and two who make it see each other's changes."""

import datetime as dt
import re

import pytest
from django.test import Client

from agendas import services
from agendas.exceptions import AgendaRefused
from agendas.guests import GuestLine
from agendas.models import AgendaBreak, AgendaStep
from agendas.selectors.candidates import candidates_for
from agendas.services.undo import last_step
from agendas.snapshot import snapshot
from agendas.texts import Texts
from cases.access import Actor
from meetings.models import AgendaItem
from tests import factories as f

pytestmark = pytest.mark.django_db

DAY = dt.date(2030, 1, 15)
NOW = dt.datetime(2030, 1, 2, 10, tzinfo=f.COPENHAGEN)
BY = {"by": None, "now": NOW}
GROUND = {"legal_ground": "ofl_30_1"}
TEXTS = Texts((("Resume", "Kort."), ("Økonomi", "Ingen.")), ("at det godkendes", "at det sendes i høring"))


@pytest.fixture
def meeting():
    return f.MeetingFactory(body__name="Rådet", body__slug="raadet", date=DAY)


@pytest.fixture
def items(meeting):
    return [services.add_item(meeting=meeting, title=title, minutes=10, case=None, **BY) for title in ("Torvet", "Havnen", "Parken")]


def titles(meeting) -> list[str]:
    return list(AgendaItem.objects.filter(meeting=meeting).order_by("position").values_list("title", flat=True))


def undo(meeting) -> AgendaStep:
    return services.undo_last(meeting=meeting, key=last_step(meeting).pk, **BY)


def change_guests(meeting, items):
    services.change_item(item=items[1], columns={"minutes": 25, "keep": "last"}, guests=[GuestLine("Tine Horn", "t@horn.example")], **BY)


def place_a_candidate(meeting, items):
    asked = f.AgendaItemFactory(meeting__body=meeting.body, meeting__date=dt.date(2029, 10, 1), meeting__published=True)
    f.OccurrenceFactory(follow_up__item=asked, body=meeting.body, due_start=dt.date(2030, 1, 1), due_end=DAY)
    [one] = candidates_for(meeting, Actor(is_administrator=True), today=NOW.date()).wanting
    services.place_candidate(meeting=meeting, candidate=one, **BY)


CHANGES = {
    "changing one": change_guests,
    "closing one": lambda meeting, items: services.change_item(item=items[0], columns=GROUND, closed=True, **BY),
    "writing its text": lambda meeting, items: services.change_item(item=items[0], columns={}, texts=TEXTS, **BY),
    "moving one": lambda meeting, items: services.move_item(item=items[2], after=0, **BY),
    "removing one": lambda meeting, items: services.remove_item(item=items[1], **BY),
    "adding one": lambda meeting, items: services.add_item(meeting=meeting, title="Broen", minutes=None, case=None, **BY),
    "a break": lambda meeting, items: services.add_break(meeting=meeting, minutes=10, after=None, **BY),
    "placing what wanted a place": place_a_candidate,
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_each_change_can_be_undone(meeting, items, change):
    before = snapshot(meeting)
    change(meeting, items)
    assert snapshot(meeting) != before
    undo(meeting)
    assert snapshot(meeting) == before


def test_what_was_removed_comes_back_with_all_that_was_planned_and_its_key(meeting, items):
    place_a_candidate(meeting, items)
    placed = AgendaItem.objects.filter(meeting=meeting).order_by("-position").first()
    written = {"guests": [GuestLine("Tine Horn")], "closed": True, "texts": TEXTS}
    services.change_item(item=placed, columns={"fixed_start": dt.time(16)} | GROUND, **written, **BY)
    before = snapshot(meeting)
    services.remove_item(item=placed, **BY)
    assert candidates_for(meeting, Actor(is_administrator=True), today=NOW.date()).wanting
    undo(meeting)
    assert snapshot(meeting) == before


def test_nothing_is_undone_that_somebody_has_changed_since(meeting, items):
    AgendaItem.objects.filter(pk=items[0].pk).update(title="Torvet og gaden")
    with pytest.raises(AgendaRefused) as refused:
        undo(meeting)
    assert refused.value.code == "changed"


def test_items_move_by_places_and_past_the_ends_nothing_happens(meeting, items):
    services.move_item(item=items[0], by_places=1, **BY)
    services.move_item(item=items[2], by_places=1, **BY)
    services.move_item(item=items[1], by_places=-1, **BY)
    assert titles(meeting) == ["Havnen", "Torvet", "Parken"]
    services.move_item(item=items[1], after=items[2].pk, **BY)
    assert titles(meeting) == ["Torvet", "Parken", "Havnen"]


def test_an_item_with_more_in_it_than_was_planned_is_not_removed(meeting, items):
    f.SectionFactory(item=items[0], source=f.DocumentFactory())
    with pytest.raises(AgendaRefused) as refused:
        services.remove_item(item=items[0], **BY)
    assert (refused.value.code, len(titles(meeting))) == ("in_use", 3)


def test_an_agenda_that_was_sent_is_left_as_it_was_sent(meeting, items):
    type(meeting).objects.filter(pk=meeting.pk).update(agenda_published_at=NOW)
    with pytest.raises(AgendaRefused) as refused:
        services.move_item(item=items[0], by_places=1, **BY)
    assert refused.value.code == "sent"


def test_an_order_that_was_suggested_of_another_agenda_is_not_taken(meeting, items):
    first, second, third = (item.pk for item in items)
    services.apply_order(meeting=meeting, before=[first, second, third], keys=[third, first, second], **BY)
    assert titles(meeting) == ["Parken", "Torvet", "Havnen"]
    with pytest.raises(AgendaRefused):
        services.apply_order(meeting=meeting, before=[first, second, third], keys=[second, first, third], **BY)


@pytest.fixture
def office(meeting) -> Client:
    client = Client()
    client.force_login(f.SecretaryAssignmentFactory(body=meeting.body).user)
    return client


def sent(item, **written) -> dict:
    """The form of an item as a page holds it, opened with what the item says now."""
    opened = {"title": item.title, "minutes": item.minutes or "", "fixed_start": "", "keep": item.keep, "responsible": "", "guests": ""}
    prefix = f"punkt{item.pk}-"
    data = {f"{prefix}{name}": written.get(name, value) for name, value in opened.items()}
    return data | {f"initial-{prefix}{name}": value for name, value in opened.items()} | {f"{prefix}version": item.version}


def test_two_who_change_one_item_see_each_others_change(meeting, items, office):
    opened = AgendaItem.objects.get(pk=items[0].pk)
    address = f"/moeder/{meeting.pk}/dagsorden/punkter/{opened.pk}/"
    first = sent(opened, title="Torvet og gaden")
    second = sent(opened, title="Torvets fremtid", guests="Tine Horn, 15.30–16")
    assert office.post(address, first).status_code == 302
    answer = office.post(address, second)
    assert "Torvet og gaden" in answer.content.decode()
    assert "Torvets fremtid" in answer.content.decode()
    assert AgendaItem.objects.get(pk=opened.pk).title == "Torvet og gaden"


def test_each_row_has_its_clock_and_what_is_wrong_is_said(meeting, items, office):
    services.change_item(item=items[0], columns={"minutes": 200}, **BY)
    page = office.get(f"/moeder/{meeting.pk}/dagsorden/").content.decode()
    assert all(text in page for text in (">15.30<", ">18.50<", ">19.00<"))
    assert "Planen slutter kl. 19.10" in page or "19.10" in page


def test_a_second_click_adds_no_item_and_no_break_more(meeting, office):
    for _click in range(2):
        office.post(f"/moeder/{meeting.pk}/dagsorden/tilfoej/", {"ny-title": "Torvet", "ny-minutes": "10"})
        office.post(f"/moeder/{meeting.pk}/dagsorden/pauser/", {"pause-minutes": "15", "pause-after": "30"})
    assert (titles(meeting), AgendaBreak.objects.count()) == (["Torvet"], 1)


def test_a_second_click_takes_no_other_break_away(meeting, items, office):
    for minutes, after in ((15, 10), (10, 20), (5, None)):
        services.add_break(meeting=meeting, minutes=minutes, after=after, **BY)
    page = office.get(f"/moeder/{meeting.pk}/dagsorden/").content.decode()
    assert re.findall(r'name="fjern" value="([^"]*)"', page) == ["15-10", "10-20", "5-"]
    for _click in range(2):
        office.post(f"/moeder/{meeting.pk}/dagsorden/pauser/", {"fjern": "15-10"})
    assert list(AgendaBreak.objects.order_by("pk").values_list("minutes", flat=True)) == [10, 5]


def test_a_second_click_on_undo_takes_nothing_more_back_and_blames_nobody(meeting, items, office):
    key = last_step(meeting).pk
    for _click in range(2):
        page = office.post(f"/moeder/{meeting.pk}/dagsorden/fortryd/", {"trin": key}, follow=True).content.decode()
        assert "Fortrudt: et punkt blev tilføjet." in page
    assert titles(meeting) == ["Torvet", "Havnen"]


@pytest.mark.parametrize("page", ["fjern", "del", "flyt", "send-videre"])
def test_a_page_of_an_item_that_is_gone_says_so_on_the_agenda(meeting, items, office, page):
    services.remove_item(item=items[0], **BY)
    for send in (office.get, office.post):
        answer = send(f"/moeder/{meeting.pk}/dagsorden/punkter/{items[0].pk}/{page}/", follow=True)
        assert "Punktet er ikke længere på dagsordenen" in answer.content.decode()


@pytest.mark.parametrize("count", [1, 5])
def test_the_page_asks_the_database_as_often_for_one_item_as_for_many(meeting, office, count, django_assert_num_queries):
    for number in range(count):
        item = services.add_item(meeting=meeting, title=f"Punkt {number}", minutes=None, case=None, **BY)
        services.change_item(item=item, columns={}, guests=[GuestLine("Tine Horn", "", dt.time(16))], **BY)
        asked = f.AgendaItemFactory(meeting__body=meeting.body, meeting__date=dt.date(2029, 10, 1 + number), meeting__published=True)
        f.OccurrenceFactory(follow_up__item=asked, placed_on=item, body=meeting.body)
    # Session, user, seats, bodies managed; meeting, items, guests, time plan, participants; breaks, history twice, people, other
    # meetings; promises and choices answered, with what is told of them; next meeting, choices, what waits, hearings, recommendations, titles, standing items; last step; versions
    with django_assert_num_queries(30):
        assert office.get(f"/moeder/{meeting.pk}/dagsorden/").status_code == 200


def test_members_read_it_and_others_find_nothing(meeting, items):
    client = Client()
    assert client.get(f"/moeder/{meeting.pk}/dagsorden/").status_code == 302
    client.force_login(f.MembershipFactory(body=meeting.body, person__user=f.UserFactory(member=True)).person.user)
    page = client.get(f"/moeder/{meeting.pk}/dagsorden/").content.decode()
    assert ("Havnen" in page, "Sæt på" in page) == (True, False)
    client.force_login(f.UserFactory(member=True))
    assert client.get(f"/moeder/{meeting.pk}/dagsorden/").status_code == 404
