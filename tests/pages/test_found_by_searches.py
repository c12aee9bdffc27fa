"""What search engines are told: the addresses of what everybody may read, and of a meeting what the calendar says."""

import json
import re

import pytest

from tests import factories as f
from tests.pages.conftest import member_of

pytestmark = pytest.mark.django_db


def addresses(client, settings) -> set[str]:
    answer = client.get("/sitemap.xml")
    assert answer["Content-Type"] == "application/xml"
    found = re.findall(r"<loc>(.*?)</loc>", answer.content.decode())
    assert all(one.startswith(settings.SITE_URL) for one in found)
    return {one.removeprefix(settings.SITE_URL) for one in found}


def test_the_sitemap_names_what_everybody_may_read_to_members_too(client, settings):
    body = f.BodyFactory(slug="raadet")
    published, draft = f.MeetingFactory(body=body, published=True), f.MeetingFactory(body=body)
    told = f.AgendaItemFactory(meeting=published)
    hidden = [f.AgendaItemFactory(meeting=published, closed=True), f.AgendaItemFactory(meeting=draft)]
    client.force_login(member_of(body))
    found = addresses(client, settings)
    shown = ["/", "/sager/", "/organer/raadet/", f"/moeder/{published.pk}/", f"/punkter/{told.pk}/", told.case.get_absolute_url()]
    assert found >= {*shown}
    kept = [f"/moeder/{draft.pk}/", *(f"/punkter/{one.pk}/" for one in hidden), *(one.case.get_absolute_url() for one in hidden)]
    assert not found & {*kept}


@pytest.mark.parametrize("rows", [1, 3])
def test_the_sitemap_asks_a_fixed_number_of_times(client, django_assert_num_queries, rows):
    for _ in range(rows):
        f.AgendaItemFactory(meeting=f.MeetingFactory(published=True))
    with django_assert_num_queries(8):  # how many and which: bodies, meetings, items, cases
        client.get("/sitemap.xml")


def test_robots_lead_to_the_sitemap(client, settings):
    assert f"Sitemap: {settings.SITE_URL}/sitemap.xml" in client.get("/robots.txt").content.decode().splitlines()


def test_a_meeting_is_an_event_and_its_words_stay_data(client, settings):
    meeting = f.MeetingFactory(body__name="Rådet", body__slug="raadet", place="</script><b>", state="cancelled")
    page = client.get(f"/moeder/{meeting.pk}/").content.decode()
    [told] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    assert json.loads(told) == {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": "Rådet",
        "startDate": "2018-06-06T15:30:00+02:00",
        "endDate": "2018-06-06T18:00:00+02:00",
        "eventStatus": "https://schema.org/EventCancelled",
        "location": {"@type": "Place", "name": "</script><b>"},
        "organizer": {"@type": "Organization", "name": "Rådet", "url": f"{settings.SITE_URL}/organer/raadet/"},
        "url": f"{settings.SITE_URL}/moeder/{meeting.pk}/",
    }
