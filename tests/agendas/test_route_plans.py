"""The secretary plans the route of a case; its page tells the plan beside the way taken, and the next body is offered the case."""

import datetime as dt
import re

import pytest
import time_machine
from django.test import Client

from agendas.candidate_presenters import reason
from agendas.candidates import CandidateKind
from agendas.exceptions import AgendaRefused
from agendas.models import Route, RouteChange
from agendas.routes import Stop
from agendas.selectors.candidates import candidates_for
from agendas.selectors.routes import ways_of
from agendas.services import place_candidate
from agendas.services.routes import plan_route, undo_route_change
from cases.access import PUBLIC, Actor
from meetings.matters import split_off
from tests import factories as f

pytestmark = pytest.mark.django_db

NOW = dt.datetime(2027, 5, 3, 10, tzinfo=f.COPENHAGEN)
EVERYTHING = Actor(user_id=1, user_name="Bente", is_administrator=True)
MAY, JUNE = (dt.date(2027, 5, 1), dt.date(2027, 5, 31)), (dt.date(2027, 6, 1), dt.date(2027, 6, 30))


class Way:
    """A plan that the committee treated on 6 April, to go by the economic committee on 11 May to the council."""

    def __init__(self) -> None:
        self.committee = f.BodyFactory(name="Socialudvalget", kind="committee")
        self.economy = f.BodyFactory(name="Økonomiudvalget", kind="committee")
        self.council = f.BodyFactory(name="Byrådet", kind="council")
        held = f.MeetingFactory(body=self.committee, date=dt.date(2027, 4, 6), published=True)
        self.item = f.AgendaItemFactory(meeting=held, title="Lokalplan 12")
        self.meeting = f.MeetingFactory(body=self.economy, date=dt.date(2027, 5, 11))
        self.stops = [Stop(self.committee.pk), Stop(self.economy.pk, *MAY), Stop(self.council.pk, *JUNE)]

    @property
    def matter(self):
        return self.item.matter

    def plan(self, *stops: Stop, **how) -> RouteChange | None:
        return plan_route(matter=self.matter, stops=stops or self.stops, by=None, now=NOW, **{"actor": EVERYTHING} | how)

    def planned(self) -> list[str]:
        return [str(stop.body) for stop in Route.objects.get().stops.all()]

    def wanting(self):
        return candidates_for(self.meeting, EVERYTHING, today=NOW.date())


@pytest.fixture
def way():
    with time_machine.travel(NOW, tick=False):
        yield Way()


@pytest.fixture
def secretary(way):
    return f.SecretaryAssignmentFactory(body=way.committee).user


def words(response) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def form(*rows: tuple, version: int = 0) -> dict:
    names = ("number", "body", "when")
    return {"version": version} | {
        f"led{place}-{name}": value for place, row in enumerate(rows) for name, value in zip(names, row, strict=True)
    }


def test_the_next_body_is_offered_the_case_with_the_reason(way):
    way.plan()
    [one] = way.wanting().wanting
    told = "Socialudvalget har behandlet sagen d. 6. april 2027; næste led er Økonomiudvalget. Ventet dér i maj 2027."
    assert (one.kind, one.title, reason(one, following=None)) == (CandidateKind.ROUTE, "Lokalplan 12", told)
    item = place_candidate(meeting=way.meeting, candidate=one, by=None, now=NOW)
    assert (item.case, item.matter) == (way.item.case, way.matter)
    assert way.wanting().wanting == []


def test_a_body_is_offered_nothing_before_its_turn_nor_twice(way):
    way.plan(way.stops[0], way.stops[2], way.stops[1])
    assert way.wanting().wanting == []
    way.plan()
    f.RecommendedToFactory(item=way.item, body=way.economy)
    assert [one.kind for one in way.wanting().wanting] == [CandidateKind.RECOMMENDED]


def test_what_is_expected_later_waits(way):
    f.MeetingFactory(body=way.economy, date=dt.date(2027, 6, 8))
    way.plan(Stop(way.committee.pk), Stop(way.economy.pk, dt.date(2027, 8, 1), dt.date(2027, 8, 31)))
    assert way.wanting().wanting == []


def test_a_change_is_kept_and_taken_back(way):
    first = way.plan()
    assert way.plan() is None
    second = way.plan(*way.stops[::2])
    assert way.planned() == ["Socialudvalget", "Byrådet"]
    with pytest.raises(AgendaRefused):
        undo_route_change(change=first, by=None, now=NOW)
    undo_route_change(change=second, by=None, now=NOW)
    assert way.planned() == ["Socialudvalget", "Økonomiudvalget", "Byrådet"]
    undo_route_change(change=first, by=None, now=NOW)
    assert way.planned() == []


def test_two_who_plan_it_at_once_do_not_undo_each_other(way):
    way.plan(version=0)
    with pytest.raises(AgendaRefused) as refused:
        way.plan(way.stops[0], version=0)
    assert refused.value.code == "route_changed"
    assert len(way.planned()) == 3


def test_a_stop_keeps_its_key_while_its_body_stays(way):
    way.plan()
    before = {str(stop.body): stop.pk for stop in Route.objects.get().stops.all()}
    way.plan(*way.stops[1:])
    after = {str(stop.body): stop.pk for stop in Route.objects.get().stops.all()}
    assert after == {name: before[name] for name in after}


@pytest.mark.parametrize("hidden", ["closed", "unpublished and closed", "moved away"])
def test_a_route_is_hidden_with_the_closed_item_of_its_matter(way, hidden):
    way.plan()
    assert Route.objects.visible_to(PUBLIC).exists()
    meeting = way.item.meeting if hidden == "closed" else way.meeting
    secret = f.AgendaItemFactory(meeting=meeting, matter=way.matter, closed=True)
    if hidden == "moved away":
        split_off(items=[secret], title="Klagesag", by=f.UserFactory(), now=NOW)
    assert not Route.objects.visible_to(PUBLIC).exists()
    assert Route.objects.visible_to(EVERYTHING).exists()


def test_an_agenda_that_is_being_made_tells_nobody_else_of_itself(way, client):
    way.plan()
    f.AgendaItemFactory(meeting=way.meeting, matter=way.matter, case=way.item.case)
    assert "Økonomiudvalget : næste led, ventet i maj 2027" in words(client.get(way.item.case.get_absolute_url()))
    client.force_login(f.SecretaryAssignmentFactory(body=way.economy).user)
    assert "Økonomiudvalget : ventet i maj 2027, på dagsordenen d. 11. maj 2027" in words(client.get(way.item.case.get_absolute_url()))


def test_the_page_of_the_case_tells_the_plan_beside_the_way_taken(way, client):
    way.plan(Stop(way.economy.pk, *MAY), Stop(way.council.pk, dt.date(2027, 4, 26), dt.date(2027, 4, 26)))
    page = words(client.get(way.item.case.get_absolute_url()))
    for told in (
        "Socialudvalget : uden for planen, d. 6. april 2027",
        "Økonomiudvalget : næste led, ventet i maj 2027",
        "Byrådet : ventet d. 26. april 2027, ikke nået",
    ):
        assert told in page
    assert "Ret sagsgangen" not in page


def test_the_secretary_plans_it_in_words(way, client, secretary):
    client.force_login(secretary)
    address = f"/sagsgang/{way.matter.pk}/"
    page = client.get(address).content.decode()
    assert re.findall(r'<option value="\d+" selected>([^<]+)<', page) == ["Socialudvalget", "Økonomiudvalget", "Byrådet"]
    sent = form((2, way.council.pk, "i juni"), (1, way.economy.pk, "næste møde"), (3, "", ""))
    assert client.post(address, sent).status_code == 302
    kept = [(str(stop.body), stop.due_start, stop.due_end) for stop in Route.objects.get().stops.all()]
    assert kept == [("Økonomiudvalget", way.meeting.date, way.meeting.date), ("Byrådet", *JUNE)]
    assert "Sagsgangen er gemt." in words(client.get(address))
    again = form((1, way.economy.pk, "d. 11. maj 2027"), (2, way.council.pk, "i juni 2027"), version=1)
    client.post(address, again)
    assert RouteChange.objects.count() == 1


def test_a_time_that_cannot_be_read_saves_nothing_and_keeps_what_was_written(way, client, secretary):
    client.force_login(secretary)
    answer = client.post(f"/sagsgang/{way.matter.pk}/", form((1, way.council.pk, "når vi kan")))
    assert answer.status_code == 422
    assert "kunne ikke læses som en tid" in words(answer)
    assert 'value="når vi kan"' in answer.content.decode()
    assert not Route.objects.exists()


def test_no_route_is_planned_of_no_bodies(way, client, secretary):
    client.force_login(secretary)
    answer = client.post(f"/sagsgang/{way.matter.pk}/", form((1, "", "")))
    assert answer.status_code == 422
    assert "Vælg organerne i sagsgangen." in words(answer)
    assert not Route.objects.exists()


def test_a_form_from_before_somebody_elses_change_is_refused_and_can_be_sent_again(way, client, secretary):
    way.plan()
    client.force_login(secretary)
    sent = form((1, way.council.pk, ""))
    answer = client.post(f"/sagsgang/{way.matter.pk}/", sent)
    assert answer.status_code == 422
    assert "En anden har ændret sagsgangen" in words(answer)
    version = re.search(r'name="version" value="(\d+)"', answer.content.decode())[1]
    client.post(f"/sagsgang/{way.matter.pk}/", sent | {"version": version})
    assert way.planned() == ["Byrådet"]


def test_the_latest_change_is_undone_from_the_page(way, client, secretary):
    change = way.plan()
    client.force_login(secretary)
    for told in ("Sagsgangen er igen, som den var før.", "Der er ikke noget at fortryde."):
        assert told in words(client.post(f"/sagsgang/{way.matter.pk}/", {"fortryd": change.pk}, follow=True))


def test_only_those_who_manage_a_body_of_the_case_plan_it(way, client, secretary):
    address = f"/sagsgang/{way.matter.pk}/"
    assert client.get(address).status_code == 302
    client.force_login(f.SecretaryAssignmentFactory(body=way.council).user)
    assert client.get(address).status_code == 404
    client.force_login(secretary)
    assert client.get(address).status_code == 200


def test_a_hidden_route_is_neither_told_nor_written_over_nor_taken_back(way, client):
    """The secretary of another body of the case meets the same page, and the same answers, whether something closed is hidden in it or not."""
    change = way.plan()
    f.AgendaItemFactory(meeting=f.MeetingFactory(body=way.council, published=True), matter=way.matter)
    secret = f.AgendaItemFactory(meeting=way.meeting, matter=way.matter, closed=True)
    client.force_login(f.SecretaryAssignmentFactory(body=way.council).user)
    address = f"/sagsgang/{way.matter.pk}/"
    assert client.get(address).context["steps"] == []
    assert client.post(address, {"fortryd": change.pk}).status_code == 404
    told = words(client.post(address, form((1, way.council.pk, "i juni")), follow=True))
    assert "Sagsgangen er gemt." in told
    assert "ventet i juni 2027" in told
    assert 'name="version" value="1"' in client.get(address).content.decode()
    assert "ventet i juni 2027" in words(Client().get(way.item.case.get_absolute_url()))
    informed = ways_of([way.matter.pk], EVERYTHING, today=NOW.date())[way.matter.pk]
    assert (informed.route, [str(stop.body) for stop in informed.route.stops.all()]) == (
        change.route,
        ["Socialudvalget", "Økonomiudvalget", "Byrådet"],
    )
    assert set(Route.objects.exclude(pk=change.route_id).get().planned_without.all()) == {secret}


def test_a_page_from_before_another_route_was_planned_beside_is_out_of_date(way):
    """Both may read a closed item that the one who planned the first route may not."""
    elsewhere = f.MeetingFactory(body=way.economy, date=dt.date(2027, 5, 6))
    f.AgendaItemFactory(meeting=elsewhere, matter=way.matter, closed=True)
    knows_less = Actor(user_id=2, user_name="A", managed_bodies=frozenset({way.committee.pk}))
    first = way.plan(actor=knows_less, version=0)
    opened = first.route.version
    way.plan(*way.stops[:2], version=opened)
    with pytest.raises(AgendaRefused, match="En anden har ændret sagsgangen"):
        way.plan(*way.stops[1:], version=opened)


def test_what_somebody_planned_who_knew_one_closed_item_is_hidden_from_who_knows_another_alone(way):
    """Each is told what was planned without knowing more than he or she may, and whoever may read all plans beside it."""
    first, second = (
        f.AgendaItemFactory(meeting=f.MeetingFactory(body=body), matter=way.matter, closed=True) for body in (way.economy, way.council)
    )
    knows = {item: Actor(user_id=2, user_name="Anne", managed_bodies=frozenset({item.body_id})) for item in (first, second)}
    way.plan(actor=knows[first])
    route = Route.objects.get()
    assert set(route.planned_without.all()) == {second}
    assert list(Route.objects.told_to(knows[first])) == [route]
    assert not Route.objects.visible_to(knows[second]).exists()
    assert not Route.objects.visible_to(PUBLIC).exists()
    way.plan(way.stops[0], actor=EVERYTHING, version=1)
    assert Route.objects.told_to(EVERYTHING).first() != route
    assert list(Route.objects.told_to(knows[first])) == [route]


def test_the_api_tells_it_too(way, client):
    way.plan(*way.stops[:2])
    told = client.get(f"/api/matters/{way.matter.pk}/route/").json()
    assert told == {
        "version": 1,
        "steps": [
            {
                "body": way.committee.pk,
                "state": "treated",
                "is_late": False,
                "expected_first": None,
                "expected_last": None,
                "visits": [{"item": way.item.pk, "date": "2027-04-06"}],
            },
            {
                "body": way.economy.pk,
                "state": "next",
                "is_late": False,
                "expected_first": "2027-05-01",
                "expected_last": "2027-05-31",
                "visits": [],
            },
        ],
    }


@pytest.mark.parametrize("count", [1, 4])
def test_the_pages_ask_a_fixed_number_of_times(way, client, secretary, count, django_assert_num_queries):
    for number in range(count):
        f.AgendaItemFactory(meeting=way.item.meeting, case=way.item.case, matter=way.matter, title=f"Tillæg {number}")
    way.plan(*way.stops * count)
    client.force_login(secretary)
    with django_assert_num_queries(11):
        client.get(f"/sagsgang/{way.matter.pk}/")
    with django_assert_num_queries(22):
        client.get(way.item.case.get_absolute_url())
    with django_assert_num_queries(12):
        way.wanting()
