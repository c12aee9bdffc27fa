"""Hearings, promises and what is to come of them in the API: what they can be narrowed by, and what an outsider is told."""

import datetime as dt

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st

from hearings.models import Hearing, HearingParty
from meetings.models import ClosedReading
from tests import factories as f

pytestmark = pytest.mark.django_db
TODAY = dt.date(2018, 9, 10)
D = dt.date


@pytest.fixture(autouse=True)
def one_day():
    with time_machine.travel(dt.datetime(2018, 9, 10, 12, tzinfo=f.COPENHAGEN), tick=False):
        yield


@pytest.fixture
def item():
    return f.AgendaItemFactory(meeting__published=True)


def ids(client, address: str) -> list[int]:
    response = client.get(f"/api/{address}")
    assert response.status_code == 200, response.content
    return [row["id"] for row in response.json()["results"]]


@pytest.fixture
def occurrences(item):
    """Overdue with a clerk, due at the end of the month and placed, without a day, met, and a treatment planned in October."""
    told = {"follow_up__item": item, "due_start": None, "due_end": None}
    return [
        f.OccurrenceFactory(follow_up__item=item, follow_up__responsible="Forvaltningen", due_start=D(2018, 8, 1), due_end=D(2018, 8, 31)),
        f.OccurrenceFactory(follow_up__item=item, follow_up__kind="return", placed_on=item),
        f.OccurrenceFactory(**told),
        f.OccurrenceFactory(**told, state="met", met_on=TODAY, met_by=item),
        f.OccurrenceFactory(follow_up=None, planned=f.PlannedTreatmentFactory(item=item), due_start=D(2018, 10, 3), due_end=D(2018, 10, 3)),
    ]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", [0, 1, 4, 2, 3]),
        ("overdue=true", [0]),
        ("overdue=false", [1, 4, 2, 3]),
        ("due_before=2018-09-30", [0]),
        ("due_before=2018-10-01", [0, 1]),
        ("state=open", [0, 4, 2]),
        ("state=placed", [1]),
        ("state=met", [3]),
        ("kind=return", [1]),
        ("kind=planned_treatment", [4]),
        ("responsible=forvaltningen", [0]),
        ("state=open&due_before=2018-12-31&overdue=false", [4]),
    ],
)
def test_what_is_to_come_is_narrowed(client, occurrences, query, expected):
    assert ids(client, f"occurrences/?{query}") == [occurrences[index].pk for index in expected]


def test_obligations_are_narrowed_by_what_is_to_come_of_them(client, occurrences):
    assert ids(client, "follow-ups/?overdue=true") == [occurrences[0].follow_up_id]
    assert ids(client, "follow-ups/?state=placed&due_before=2018-10-01") == [occurrences[1].follow_up_id]
    assert ids(client, "planned-treatments/?state=open") == [occurrences[4].planned_id]
    assert ids(client, "planned-treatments/?overdue=true") == []


def test_what_stands_on_an_agenda_that_may_not_be_read_is_told_as_open(client, item):
    hidden = f.AgendaItemFactory(meeting__body=item.body, meeting__date=D(2018, 10, 3))
    occurrence = f.OccurrenceFactory(follow_up__item=item, placed_on=hidden)
    told = client.get(f"/api/occurrences/{occurrence.pk}/").json()
    assert (told["state"], told["placed_on"]) == ("open", None)
    client.force_login(f.SecretaryAssignmentFactory(body=item.body).user)
    told = client.get(f"/api/occurrences/{occurrence.pk}/").json()
    assert (told["state"], told["placed_on"]) == ("placed", hidden.pk)


def test_a_rejected_reading_comes_to_nothing(client, item):
    occurrence = f.OccurrenceFactory(follow_up__item=item, follow_up__review="rejected")
    assert client.get(f"/api/occurrences/{occurrence.pk}/").status_code == 404
    assert ids(client, "follow-ups/") == []


def test_answers_are_for_the_bodys_own_people_unless_they_are_public(client, item):
    party = f.HearingPartyFactory(hearing__item=item, answered_on=D(2018, 9, 1))
    own, public = f.HearingResponseFactory(party=party), f.HearingResponseFactory(party=party, is_public=True, given_on=D(2018, 9, 1))
    assert ids(client, "responses/") == [public.pk]
    assert ids(client, "responses/?late=true") == [public.pk]
    assert client.get(f"/api/parties/{party.pk}/").json()["state"] == "answered"
    client.force_login(f.SecretaryAssignmentFactory(body=item.body).user)
    assert ids(client, "responses/?late=false") == [own.pk]


def test_a_hearing_by_hand_is_read_by_its_body_or_by_everybody(client, item):
    own = f.HearingFactory(item=None, body=item.body, deadline=D(2018, 9, 1))
    public = f.HearingFactory(item=None, body=item.body, open_to_public=True, deadline=D(2018, 9, 30))
    assert ids(client, "hearings/") == [public.pk]
    client.force_login(f.MembershipFactory(body=item.body, person__user=f.UserFactory(member=True)).person.user)
    assert ids(client, "hearings/") == [public.pk, own.pk]
    assert ids(client, "hearings/?overdue=true") == [own.pk]


def test_a_hearing_without_a_deadline_is_not_overdue(client, item):
    over, runs, without = (f.HearingFactory(item=item, deadline=day) for day in (D(2018, 9, 1), D(2018, 9, 30), None))
    assert ids(client, "hearings/?overdue=true") == [over.pk]
    assert sorted(ids(client, "hearings/?overdue=false")) == [runs.pk, without.pk]


DAYS = st.none() | st.sampled_from([D(2018, 9, 1), TODAY, D(2018, 9, 20)])


@given(
    hearing=st.fixed_dictionaries({"deadline": DAYS, "received_on": DAYS, "opens_last": DAYS}),
    party=st.fixed_dictionaries(dict.fromkeys(("asked_on", "reminded_on", "answered_on", "declined_on"), DAYS)),
)
def test_the_list_and_the_row_agree_on_how_far_a_party_has_come(hearing, party):
    Hearing.objects.all().delete()
    made = f.HearingPartyFactory(
        hearing__opens_first=hearing["opens_last"], **{f"hearing__{name}": day for name, day in hearing.items()}, **party
    )
    found = [state for state in HearingParty.State.values if HearingParty.objects.in_state(state, TODAY).exists()]
    assert found == [made.state_on(TODAY).value]


@pytest.fixture
def told_by_a_closed_item():
    """The address of a row of each kind that a closed item tells of, and what it says."""
    item = f.AgendaItemFactory(closed=True, meeting__published=True)
    words = {"text": "Kanariefugl", "quote": "Kanariefugl", "responsible": "Kanariefugl", "due_words": "Kanariefugl"}
    occurrence = f.OccurrenceFactory(follow_up=f.FollowUpFactory(item=item, **words))
    planned = f.PlannedTreatmentFactory(item=item, title="Kanariefugl", quote="Kanariefugl")
    hearing = f.HearingFactory(item=item, subject="Kanariefugl", quote="Kanariefugl", sender="Kanariefugl", answers_to="Kanariefugl")
    answer = f.HearingResponseFactory(party=f.HearingPartyFactory(hearing=hearing, name="Kanariefugl"), text="Kanariefugl")
    rows = {"follow-ups": occurrence.follow_up, "occurrences": occurrence, "planned-treatments": planned}
    rows |= {"hearings": hearing, "parties": answer.party, "responses": answer}
    return item, rows


@pytest.mark.parametrize("kind", ["follow-ups", "occurrences", "planned-treatments", "hearings", "parties", "responses"])
def test_what_a_closed_item_says_is_read_in_the_single_row_and_logged(client, told_by_a_closed_item, kind):
    item, rows = told_by_a_closed_item
    client.force_login(f.SecretaryAssignmentFactory(body=item.body).user)
    listed = client.get(f"/api/{kind}/")
    assert [row["id"] for row in listed.json()["results"]] == [rows[kind].pk]
    assert "Kanariefugl" not in listed.content.decode()
    assert not ClosedReading.objects.exists()
    single = client.get(f"/api/{kind}/{rows[kind].pk}/")
    assert "Kanariefugl" in single.content.decode()
    assert "no-store" in single["Cache-Control"]
    assert ClosedReading.objects.get().item == item
