"""A council that waits for something, looked at on Monday 3 September 2018 at noon."""

import datetime as dt

import pytest

from followups.models import Occurrence
from tests import factories as f
from tests.pages.conftest import look, member_of, noon, secretary_of

__all__ = ["council", "look", "noon", "office", "secretary", "waits"]

TODAY = dt.date(2018, 9, 3)


@pytest.fixture
def council(db):
    return f.BodyFactory(name="Rådet for Udsatte", slug="raadet", kind="advisory")


@pytest.fixture
def waits(council):
    """`waits(text, due=(first, last))` is what the council waits for, asked at a published meeting in June."""
    meetings = {}

    def make(text: str = "En status på varmestuen", due=(dt.date(2018, 9, 1), dt.date(2018, 9, 30)), **columns) -> Occurrence:
        body = columns.pop("body", council)
        closed, item, state = columns.pop("closed", False), columns.pop("item", None), columns.pop("occurrence", {})
        if body.pk not in meetings:
            meetings[body.pk] = f.MeetingFactory(body=body, published=True, date=dt.date(2018, 6, 6))
        item = item or f.AgendaItemFactory(meeting=meetings[body.pk], title=f"Punkt om {text}", closed=closed)
        columns.setdefault("review", "accepted")
        first, last = due or (None, None)
        follow_up = f.FollowUpFactory(item=item, text=text, quote=text, due_start=first, due_end=last, **columns)
        return f.OccurrenceFactory(follow_up=follow_up, due_start=first, due_end=last, **state)

    return make


@pytest.fixture
def secretary(council):
    return f.SecretaryAssignmentFactory(body=council, user__name="Hanne Holmegård").user


@pytest.fixture
def office(client, secretary):
    """The secretary's browser."""
    client.force_login(secretary)
    return client


def text_of(response) -> str:
    return response.content.decode()


def chair_of(body):
    return member_of(body)


def other_secretary():
    return secretary_of(f.BodyFactory())
