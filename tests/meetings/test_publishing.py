"""An agenda and minutes are published and withdrawn, each once, and who did it when is kept."""

import datetime as dt

import pytest

from meetings import services
from meetings.models import Meeting, PublicationStep
from tests.factories import COPENHAGEN, AgendaItemFactory, UserFactory

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2018, 6, 8, 9, 0, tzinfo=COPENHAGEN)
LATER = NOW + dt.timedelta(hours=1)
SERVICES = {
    "agenda": (services.publish_agenda, services.withdraw_agenda),
    "minutes": (services.publish_minutes, services.withdraw_minutes),
}


def state(meeting: Meeting) -> dict:
    fresh = Meeting.objects.get(pk=meeting.pk)
    return {"agenda": fresh.agenda_published_at, "minutes": fresh.minutes_published_at}


@pytest.mark.parametrize("what", SERVICES)
def test_publishing_and_withdrawing_are_done_once_each_and_written_down(what):
    meeting, first, second = AgendaItemFactory().meeting, UserFactory(), UserFactory()
    publish, withdraw = SERVICES[what]
    assert publish(meeting=meeting, by=first, now=NOW)
    assert publish(meeting=meeting, by=second, now=LATER) is None
    assert state(meeting) == {"agenda": None, "minutes": None} | {what: NOW}
    assert withdraw(meeting=meeting, by=second, now=LATER)
    assert withdraw(meeting=meeting, by=first, now=LATER) is None
    assert state(meeting) == {"agenda": None, "minutes": None}
    kept = PublicationStep.objects.order_by("pk").values_list("what", "published", "by", "at")
    assert list(kept) == [(what, True, first.pk, NOW), (what, False, second.pk, LATER)]


def test_the_second_of_two_who_publish_at_once_finds_it_done():
    meeting = AgendaItemFactory().meeting
    stale = Meeting.objects.get(pk=meeting.pk)
    services.publish_agenda(meeting=meeting, by=None, now=NOW)
    assert services.publish_agenda(meeting=stale, by=None, now=LATER) is None
    assert state(meeting)["agenda"] == NOW
