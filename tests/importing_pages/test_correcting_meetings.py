"""The secretary corrects a meeting that is in the register on pages of its own; others are not told that there are such pages."""

import pytest

from accounts.models import Role
from meetings.models import AccessStep, AgendaItem, ClosedReading, Meeting
from minutes import services
from minutes.models import MeetingCorrection
from reader import facts
from tests import factories as f
from tests.importing.documents import simple
from tests.importing_pages.desk import NOW, PLACE, reviewed, seen, shown_mark

pytestmark = pytest.mark.django_db
ITEM = {"number": "1", "title": "Varmestue", "case_number": "", "closed": "", "absent": "", "did_not_participate": "", "outcome_0": ""}
MEETING = {"date": "05-03-2025", "start": "15.30", "end": "", "place": "Mødelokale 2", "attendees": "", "absent": ""}


@pytest.fixture
def meeting(desk, secretary):
    minutes = simple("Varmestue", "Rejsekort")
    minutes.items[0].sections = [facts.SectionFacts("Sagsfremstilling", "Den åbner.\n\nKlage\n\nEn klage.", PLACE)]
    return services.apply(import_=reviewed(minutes, by=secretary), by=secretary, now=NOW, publish=True).meeting


@pytest.fixture
def item(meeting):
    return meeting.items.get(position=1)


def address(meeting, item=None, last="") -> str:
    return f"/moeder/{meeting.pk}/rettelser/" + (f"punkt/{item.pk}/{last}" if item else last)


def test_an_item_is_corrected_with_a_history_and_a_way_back(desk, meeting, item):
    assert "Ret punktet" in seen(desk.get(item.get_absolute_url()))
    page = desk.post(address(meeting, item), ITEM | {"title": "Bad"}, follow=True)
    assert "Bad" in seen(page)
    history = seen(desk.get(address(meeting)))
    assert "Titel: 1. Bad. Før: Varmestue Hanne Holmegård" in history
    desk.post(address(meeting, last=f"fortryd/{MeetingCorrection.objects.get().pk}/"))
    item.refresh_from_db()
    assert (item.title, item.corrected_parts) == ("Varmestue", [])
    assert "Fortrudt" in seen(desk.get(address(meeting)))


def test_what_is_corrected_of_a_published_meeting_is_said_to_be_seen_at_once(desk, meeting, item):
    assert "Det, du gemmer, vises straks for alle." in seen(desk.get(address(meeting, item)))


def test_the_meeting_itself_is_corrected_and_moved_to_another_day(desk, meeting, item):
    desk.post(address(meeting), MEETING | {"date": "12-03-2026", "place": "Rådhuset", "absent": "Ib Bæk"})
    meeting.refresh_from_db()
    item.refresh_from_db()
    assert (meeting.date.isoformat(), meeting.place, item.year) == ("2026-03-12", "Rådhuset", 2026)
    assert [(one.name, one.absent) for one in meeting.attendances.all()] == [("Ib Bæk", True)]
    desk.post(address(meeting, last=f"fortryd/{MeetingCorrection.objects.get().pk}/"))
    meeting.refresh_from_db()
    assert (meeting.date.isoformat(), meeting.place) == ("2025-03-05", "Mødelokale 2")


def test_a_day_that_is_taken_is_said_in_the_form(desk, meeting, council):
    f.MeetingFactory(body=council, date="2025-03-12")
    assert "Organet har allerede et møde den dag" in seen(desk.post(address(meeting), MEETING | {"date": "12-03-2025"}))


def test_closing_is_immediate_and_opening_asks(desk, meeting, item):
    desk.post(address(meeting, item), ITEM | {"closed": "closed"})
    item.refresh_from_db()
    assert (item.closed, item.corrected_parts) == (True, ["closed"])
    assert "Sæt flueben, hvis alle skal kunne læse det." in seen(desk.post(address(meeting, item), ITEM | {"closed": ""}))
    item.refresh_from_db()
    assert item.closed
    desk.post(address(meeting, item), ITEM | {"closed": "", "may_open": "on"})
    item.refresh_from_db()
    assert not item.closed
    assert AccessStep.objects.filter(item=item).count() == 2


def test_reading_a_closed_item_to_correct_it_is_logged(desk, meeting, item):
    AgendaItem.objects.filter(pk=item.pk).update(closed=True)
    for last in ("", "del/", "del/?afsnit=0&linje=2"):
        desk.get(address(meeting, item, last))
    assert ClosedReading.objects.filter(item=item).count() == 3


def join(client, meeting, item, into) -> None:
    here = address(meeting, item, "saml/")
    client.post(here, {"ind": str(into.pk), "vist": shown_mark(client.get(here).content.decode())})


def test_an_item_is_split_and_joined_again(desk, meeting, item):
    assert "Klage Del her" in seen(desk.get(address(meeting, item, "del/")))
    point = {"afsnit": "0", "linje": "2", "tekst": "Klage", "gor": "del", "number": "", "title": "Klage", "case_number": ""}
    point["vist"] = shown_mark(desk.get(address(meeting, item, "del/"), point).content.decode())
    page = desk.post(address(meeting, item, "del/"), point, follow=True)
    new = AgendaItem.objects.get(title="Klage")
    assert page.redirect_chain[-1][0] == new.get_absolute_url()
    assert "Et af dem er lukket" not in seen(desk.get(address(meeting, new, "saml/")))
    join(desk, meeting, new, item)
    assert list(meeting.items.order_by("position").values_list("title", flat=True)) == ["Varmestue", "Rejsekort"]


def test_what_somebody_else_has_changed_meanwhile_is_shown_and_not_undone(desk, meeting, item):
    opened = {"version": item.version} | {f"initial-{name}": value for name, value in ITEM.items()}
    desk.post(address(meeting, item), ITEM | {"title": "Bad"})
    words = seen(desk.post(address(meeting, item), opened | ITEM | {"title": "Kaffe"}))
    assert "Imens har en anden skrevet »Bad« her. Du har skrevet »Kaffe«." in words


@pytest.mark.parametrize("last", ["", "punkt/{item}/", "punkt/{item}/del/", "punkt/{item}/saml/", "fortryd/1/"])
def test_others_are_not_told_that_there_is_such_a_page(client, meeting, item, council, last):
    member = f.MembershipFactory(body=council, person__user=f.UserFactory(role=Role.MEMBER)).person.user
    for user in (member, f.UserFactory(), f.SecretaryAssignmentFactory().user):
        client.force_login(user)
        for send in (client.get, client.post):
            assert send(address(meeting) + last.format(item=item.pk)).status_code == 404


def test_an_item_of_another_meeting_is_not_found(desk, meeting, council):
    other = f.AgendaItemFactory(meeting__body=council)
    assert desk.get(address(meeting, other)).status_code == 404
    assert desk.get(address(meeting, other, "del/")).status_code == 404


@pytest.mark.parametrize("items", [1, 6])
def test_the_history_takes_as_many_queries_however_long(desk, meeting, items, django_assert_num_queries):
    for number in range(items):
        desk.post(address(meeting), MEETING | {"place": f"Lokale {number}"})
    with django_assert_num_queries(QUERIES):
        desk.get(address(meeting))


QUERIES = 28


@pytest.mark.parametrize("published", [True, False])
def test_a_closed_item_that_was_joined_with_an_open_one_comes_apart_again_after_a_question(desk, meeting, item, published):
    if not published:
        Meeting.objects.update(minutes_published_at=None)
    second = meeting.items.get(position=2)
    AgendaItem.objects.filter(pk=second.pk).update(closed=True)
    join(desk, meeting, second, item)
    item.refresh_from_db()
    assert (item.closed, item.in_doubt) == (True, True)
    assert "Tekst fra et lukket punkt" in seen(desk.get(item.get_absolute_url()))
    undo = address(meeting, last=f"fortryd/{MeetingCorrection.objects.get().pk}/")
    asked = seen(desk.post(undo))
    assert "Fortryd rettelsen?" in asked
    assert ("med det samme" in asked) == published
    assert meeting.items.count() == 1
    desk.post(undo, {"may_open": "1"})
    assert list(meeting.items.order_by("position").values_list("title", "closed", "in_doubt")) == [
        ("Varmestue", False, False),
        ("Rejsekort", True, False),
    ]
