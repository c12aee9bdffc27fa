"""What was published of a body and of a case, as Atom: the same for whoever asks."""

import datetime as dt
from xml.etree import ElementTree as ET

import pytest

from tests import factories as f
from tests.pages.conftest import NOON, member_of, noon

__all__ = ["noon"]

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
CASE = "/sager/27.15.00-A08-1-18/feed.atom"
BODY = "/organer/raadet/feed.atom"


@pytest.fixture
def body():
    return f.BodyFactory(name="Rådet for Udsatte", slug="raadet")


def titles(client, address) -> list[str]:
    answer = client.get(address)
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    feed = ET.fromstring(answer.content)
    for one in (feed, *feed.iter(f"{ATOM}entry")):
        assert all(one.findtext(f"{ATOM}{name}") for name in ("id", "title", "updated"))
    ids = [one.findtext(f"{ATOM}id") for one in feed.iter(f"{ATOM}entry")]
    assert len(set(ids)) == len(ids)
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "Sekretariatet"
    return [one.findtext(f"{ATOM}title") for one in feed.iter(f"{ATOM}entry")]


def test_a_body_tells_its_published_agendas_and_minutes_the_newest_first(client, body):
    f.MeetingFactory(body=body, published=True)
    f.MeetingFactory(body=body, date=dt.date(2018, 9, 26), agenda_published_at=NOON)
    f.MeetingFactory(body=body, date=dt.date(2018, 10, 3))
    f.MeetingFactory(published=True)
    client.force_login(member_of(body))
    assert titles(client, BODY) == [
        "Dagsorden til Rådet for Udsatte d. 26. september 2018",
        "Referat af Rådet for Udsatte d. 6. juni 2018",
        "Dagsorden til Rådet for Udsatte d. 6. juni 2018",
    ]


def test_what_is_withdrawn_is_gone(client, body):
    meeting = f.MeetingFactory(body=body, agenda_published_at=NOON)
    assert len(titles(client, BODY)) == 1
    meeting.agenda_published_at = None
    meeting.save()
    assert titles(client, BODY) == []


def test_a_case_tells_its_open_published_items_alone_to_members_too(client, body):
    case = f.CaseFactory(number="27.15.00-A08-1-18")
    client.force_login(member_of(body))
    for title, closed, published in (("Åben <b> & mere\x0b", False, True), ("LUKKET", True, True), ("UDKAST", False, False)):
        meeting = f.MeetingFactory(body=body, published=published, date=dt.date(2018, 6, 6))
        f.AgendaItemFactory(meeting=meeting, case=case, title=title, closed=closed)
    assert titles(client, CASE) == ["Åben <b> & mere (Rådet for Udsatte d. 6. juni 2018)"]


def test_a_case_that_nobody_may_read_is_not_there(client, body):
    case = f.CaseFactory(number="27.15.00-A08-1-18")
    f.AgendaItemFactory(meeting=f.MeetingFactory(body=body, published=True), case=case, closed=True)
    client.force_login(member_of(body))
    assert client.get("/sager/27.15.00-A08-1-18/").status_code == 200
    assert client.get(CASE).status_code == 404


def test_former_addresses_lead_on(client, body):
    body.former_slugs.create(slug="udsatte")
    assert client.get("/organer/udsatte/feed.atom").url == BODY
    assert client.get("/organer/findes-ikke/feed.atom").status_code == 404


@pytest.mark.parametrize("rows", [1, 3])
def test_a_feed_asks_a_fixed_number_of_times(client, django_assert_num_queries, body, rows):
    case = f.CaseFactory(number="27.15.00-A08-1-18")
    for _ in range(rows):
        f.AgendaItemFactory(meeting=f.MeetingFactory(body=body, published=True), case=case)
    with django_assert_num_queries(3):  # the body; agendas; minutes
        client.get(BODY)
    with django_assert_num_queries(2):  # the case; its items
        client.get(CASE)


def test_the_pages_lead_there(client, body):
    f.AgendaItemFactory(meeting=f.MeetingFactory(body=body, published=True), case=f.CaseFactory(number="27.15.00-A08-1-18"))
    for page, feed in (("/organer/raadet/", BODY), ("/sager/27.15.00-A08-1-18/", CASE)):
        told = client.get(page).content.decode()
        assert '<link rel="alternate" type="application/atom+xml"' in told
        assert f'href="{feed}">Nyheder (Atom)</a>' in told
