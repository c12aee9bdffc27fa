"""What administrators narrow promises and hearings by, as seen from the day they look."""

import datetime as dt

import pytest
import time_machine
from django.urls import reverse

from tests import factories as f

pytestmark = pytest.mark.django_db
D = dt.date


@pytest.fixture
def listed(client):
    client.force_login(f.UserFactory(administrator=True))

    def titles(page: str, query: str) -> set[str]:
        with time_machine.travel(dt.datetime(2018, 9, 10, 12, tzinfo=f.COPENHAGEN), tick=False):
            return {str(row) for row in client.get(reverse(f"admin:{page}_changelist") + query).context["cl"].result_list}

    return titles


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", {"forsinket", "snart", "senere", "engang", "givet"}),
        ("?due=overdue", {"forsinket"}),
        ("?due=soon", {"snart"}),
        ("?due=later", {"senere"}),
        ("?due=undated", {"engang"}),
        ("?placed=yes", {"snart"}),
        ("?placed=no", {"forsinket", "senere", "engang"}),
        ("?state__exact=met", {"givet"}),
    ],
)
def test_what_is_to_come(listed, query, expected):
    days = {"forsinket": D(2018, 9, 9), "snart": D(2018, 9, 10), "senere": D(2018, 12, 1), "engang": None}
    for text, day in days.items():
        placed = f.AgendaItemFactory() if text == "snart" else None
        f.OccurrenceFactory(follow_up__text=text, due_start=day, due_end=day, placed_on=placed)
    f.OccurrenceFactory(follow_up__text="givet", state="met", met_on=D(2018, 9, 1))
    assert listed("followups_occurrence", query) == expected


def test_hearings_and_their_parties(listed):
    past = f.HearingPartyFactory(name="Tavs", hearing__subject="slut", hearing__deadline=D(2018, 9, 9)).hearing
    f.HearingPartyFactory(name="Svarede", hearing=past, answered_on=D(2018, 9, 1))
    f.HearingPartyFactory(name="Rykket", hearing__subject="i gang", hearing__deadline=D(2018, 9, 10), reminded_on=D(2018, 9, 3))
    assert listed("hearings_hearing", "?past=no") == {"i gang"}
    assert listed("hearings_hearing", "?past=yes") == {"slut"}
    assert listed("hearings_hearingparty", "?state=silent") == {"Tavs"}
    assert listed("hearings_hearingparty", "?state=reminded") == {"Rykket"}
