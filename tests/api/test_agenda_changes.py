"""The API changes an agenda as its page does: by the same verbs, for the same people, and never over what somebody else has written."""

import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone

from agendas import services
from agendas.models import AgendaBreak, AgendaVersion, CandidateChoice
from meetings.models import AgendaItem, ClosedReading
from tests import factories as f
from tests.concurrency.threads import at_once

pytestmark = pytest.mark.django_db

NOW = dt.datetime(2030, 1, 2, 10, tzinfo=f.COPENHAGEN)
BY = {"by": None, "now": NOW}


class Office:
    """A secretary who makes the agenda of a meeting over the API."""

    def __init__(self) -> None:
        self.meeting = f.MeetingFactory(body__name="Rådet", date=timezone.localdate() + dt.timedelta(days=30), end=dt.time(18))
        self.client = Client()
        self.client.force_login(f.SecretaryAssignmentFactory(body=self.meeting.body).user)
        self.base = f"/api/meetings/{self.meeting.pk}/"

    def send(self, method: str, path: str, data=None, *, client=None):
        return getattr(client or self.client, method)(self.base + path, data, content_type="application/json")

    def add(self, **told) -> dict:
        answer = self.send("post", "agenda/items/", told)
        assert answer.status_code == 201, answer.json()
        return answer.json()

    def patch(self, item: dict, **values):
        return self.send("patch", f"agenda/items/{item['id']}/", {"version": item["version"]} | values)

    def titles(self) -> list[str]:
        return [one["title"] for one in self.client.get(self.base + "agenda/").json()["items"]]


@pytest.fixture
def office() -> Office:
    return Office()


def asked(office) -> f.OccurrenceFactory:
    """A report that is due at the meeting."""
    item = f.AgendaItemFactory(
        meeting__body=office.meeting.body, meeting__date=dt.date(2024, 10, 1), meeting__published=True, title="Natcafé"
    )
    return f.OccurrenceFactory(follow_up__item=item, body=office.meeting.body, due_start=office.meeting.date, due_end=office.meeting.date)


def test_an_item_from_nothing_from_its_case_and_from_what_wants_a_place(office):
    asked(office)
    case = f.AgendaItemFactory(meeting__published=True, case__number="27.15.00-A08-7-29", case__title="Udflugt").case
    office.add(title="Torvet", minutes=20)
    assert office.add(case=case.pk)["case"] == case.pk
    wanting = office.client.get(office.base + "candidates/").json()
    for kind in ("follow_up", "standing"):
        one = next(one for one in wanting if one["kind"] == kind)
        office.add(candidate={"kind": kind, "key": one["key"]})
    assert len(office.titles()) == 4
    again = office.send("post", "agenda/items/", {"candidate": {"kind": "follow_up", "key": "0"}})
    assert (again.status_code, again.json()) == (400, {"candidate": ["Det er der allerede taget hånd om."]})


def test_a_candidate_is_left_out_and_wants_a_place_again(office):
    row = asked(office)
    named = next(one for one in office.client.get(office.base + "candidates/").json() if one["kind"] == "follow_up")
    named = {name: named[name] for name in ("kind", "key")}
    assert office.send("post", "candidates/", named | {"left_out": True}).status_code == 204
    assert CandidateChoice.objects.get().item is None
    assert office.send("post", "candidates/", named | {"left_out": False}).status_code == 204
    assert not CandidateChoice.objects.exists()
    assert row.placed_on is None


WRITTEN = {
    "title": "Nyt torv",
    "minutes": 15,
    "fixed_start": "16:00",
    "responsible": "Ida Holm",
    "guests": [{"name": "Tine Horn", "mail": "tine@horn.example", "opens": "15:30", "closes": None}],
    "sections": [{"heading": "Resume", "text": "Torvet skal laves om."}],
    "recommendations": ["at planen godkendes"],
    "closed": True,
    "legal_ground": "ksl_10",
}


def test_an_item_is_changed_in_what_was_sent_and_its_version_grows(office):
    item = office.add(title="Torvet", minutes=20)
    changed = office.patch(item, **WRITTEN).json()
    assert {name: changed[name] for name in WRITTEN} == WRITTEN
    assert changed["version"] > item["version"]
    again = office.patch(changed, title="Torvet").json()
    assert (again["title"], again["minutes"], again["guests"], again["recommendations"]) == (
        "Torvet",
        15,
        WRITTEN["guests"],
        WRITTEN["recommendations"],
    )
    assert office.patch(again, recommendations=["at sagen udsættes"]).json()["sections"] == WRITTEN["sections"]
    assert ClosedReading.objects.filter(item=item["id"]).exists()  # what the answers told of the closed item is logged


def test_what_somebody_else_has_changed_is_not_overwritten_and_both_are_told(office):
    item = office.add(title="Torvet", minutes=20)
    office.patch(item, title="Nyt torv")
    refused = office.patch(item, title="Det gamle torv", minutes=20)
    assert refused.status_code == 409
    told = refused.json()
    assert told["fields_changed"] == {"title": {"yours": "Det gamle torv", "theirs": "Nyt torv"}}
    assert told["detail"] == "En anden har ændret dagsordenen siden. Se på den igen."
    assert office.patch({"id": item["id"], "version": told["version"]}, title="Det gamle torv").status_code == 200
    assert office.patch(item, title="Det gamle torv").status_code == 200  # a second click changes nothing


@pytest.mark.parametrize(
    ("method", "path", "data"),
    [("delete", "?version={version}", None), ("post", "move/", {"after": 0})],
)
def test_an_item_that_somebody_has_changed_is_neither_moved_nor_taken_off(office, method, path, data):
    first, item = office.add(title="Torvet"), office.add(title="Bænke")
    path = f"agenda/items/{item['id']}/" + path.format(version=item["version"])
    data = data and data | {"version": item["version"]}
    item_now = office.patch(item, title="Nye bænke").json()
    refused = office.send(method, path, data)
    assert (refused.status_code, refused.json()["version"]) == (409, item_now["version"] if data else None)
    if data:
        assert refused.json()["fields_changed"] == {"after": {"yours": 0, "theirs": first["id"]}}
    assert office.titles() == ["Torvet", "Nye bænke"]


def test_items_are_moved_ordered_taken_off_and_given_back(office):
    first, second = office.add(title="Torvet"), office.add(title="Bænke")
    moved = office.send("post", f"agenda/items/{second['id']}/move/", {"version": second["version"], "after": 0}).json()
    assert (moved["position"], office.titles()) == (1, ["Bænke", "Torvet"])
    stale = office.send("post", "agenda/order/", {"before": [first["id"], second["id"]], "items": [second["id"], first["id"]]})
    assert stale.json()["fields_changed"]["before"]["theirs"] == [second["id"], first["id"]]
    office.send("post", "agenda/order/", {"before": [second["id"], first["id"]], "items": [first["id"], second["id"]]})
    assert office.titles() == ["Torvet", "Bænke"]
    version = AgendaItem.objects.get(pk=second["id"]).version
    assert office.send("delete", f"agenda/items/{second['id']}/?version={version}").status_code == 204
    assert office.send("delete", f"agenda/items/{second['id']}/?version={version}").status_code == 404
    change = office.client.get(office.base + "agenda/").json()["last_change"]
    assert [one["title"] for one in office.send("post", "agenda/undo/", {"change": change}).json()["items"]] == ["Torvet", "Bænke"]
    conflict = office.send("post", "agenda/undo/", {"change": 1})
    assert (conflict.status_code, conflict.json()["fields_changed"]["change"]["yours"]) == (409, 1)


def test_breaks(office):
    office.add(title="Torvet", minutes=20)
    [planned] = office.send("post", "agenda/breaks/", {"minutes": 10}).json()["breaks"]
    assert planned == {"name": "10-", "minutes": 10, "after": None}
    assert office.send("delete", "agenda/breaks/10-/").status_code == 204
    assert not AgendaBreak.objects.exists()


def test_an_agenda_is_approved_sent_and_supplemented(office):
    office.add(title="Torvet", minutes=20)
    refused = office.send("post", "agenda/send/")
    assert (refused.status_code, refused.json()) == (400, {"non_field_errors": ["Formanden har ikke godkendt dagsordenen."]})
    assert office.send("post", "agenda/approve/").json()["state"] == "approved"
    assert office.send("post", "agenda/send/").json()["state"] == "sent"
    late = office.send("post", "agenda/items/", {"title": "Bænke"})
    assert late.status_code == 400
    assert "tillæg" in late.json()["non_field_errors"][0]
    closed = {"title": "Bænke", "closed": True, "reason": "Fristen er på fredag."}
    assert office.send("post", "agenda/supplement/", closed).json() == {"legal_ground": ["Vælg hjemlen til, at punktet er lukket."]}
    told = office.send("post", "agenda/supplement/", closed | {"legal_ground": "ksl_10"}).json()
    assert [(one["title"], one["number"], one["closed"]) for one in told["items"]] == [("Torvet", 1, False), ("Bænke", 2, True)]
    assert AgendaVersion.objects.count() == 3


FAULTS = [
    ({"title": ""}, "title", "Dette felt må ikke være tomt."),
    ({"minutes": 0}, "minutes", "Tjek at værdien er større end eller lig med 1."),
    ({"fixed_start": "25.00"}, "fixed_start", None),
    ({"keep": "middle"}, "keep", None),
    ({"case": 999_999}, "case", "Der er ingen, du må læse."),
    ({"closed": True, "legal_ground": "other"}, "legal_ground_text", "Skriv hjemlen."),
    ({"guests": [{"name": "Horn, Tine"}]}, "guests", None),
    ({"guests": [{"name": "Tine", "opens": "16:00", "closes": "15:00"}]}, "guests", None),
    ({"guests": [{"name": f"Gæst {number}"} for number in range(31)]}, "guests", None),
    ({"title": "a\0b"}, "title", None),
    ({"title": "a" * 1001}, "title", None),
]


@pytest.mark.parametrize(("values", "field", "said"), FAULTS, ids=range(len(FAULTS)))
def test_what_is_wrong_is_said_by_field_and_nothing_is_written(office, values, field, said):
    item = office.add(title="Torvet")
    answer = office.patch(item, **values)
    assert answer.status_code == 400
    assert [field] == list(answer.json())
    assert said is None or answer.json()[field] == [said]
    assert AgendaItem.objects.get(pk=item["id"]).version == item["version"]


def test_a_change_without_a_version_is_refused(office):
    item = office.add(title="Torvet")
    answer = office.send("patch", f"agenda/items/{item['id']}/", {"title": "Bænke"})
    assert (answer.status_code, answer.json()) == (400, {"version": ["Dette felt er påkrævet."]})
    assert office.send("delete", f"agenda/items/{item['id']}/").status_code == 400
    assert office.titles() == ["Torvet"]


CHANGES = [
    ("post", "agenda/items/", {"title": "Torvet"}),
    ("patch", "agenda/items/{item}/", {"version": 1, "title": "Bænke"}),
    ("delete", "agenda/items/{item}/?version=1", None),
    ("post", "agenda/items/{item}/move/", {"version": 1, "after": 0}),
    ("post", "agenda/items/{item}/split/", {"version": 1, "title": "Bænke"}),
    ("post", "agenda/items/{item}/move-away/", {"version": 1, "meeting": 1}),
    ("post", "agenda/items/{item}/send-on/", {"version": 1, "meeting": 1}),
    ("patch", "agenda/items/{item}/attachments/1/", {"version": 1, "title": "Plan"}),
    ("delete", "agenda/items/{item}/attachments/1/?version=1", None),
    ("post", "agenda/order/", {"before": [], "items": []}),
    ("post", "agenda/breaks/", {"minutes": 10}),
    ("delete", "agenda/breaks/10-/", None),
    ("post", "agenda/undo/", {"change": 1}),
    ("post", "agenda/approve/", {}),
    ("post", "agenda/send/", {}),
    ("post", "agenda/supplement/", {"title": "Bænke", "reason": "Fristen"}),
    ("post", "candidates/", {"kind": "standing", "key": "1", "left_out": True}),
]


def test_who_may_change(office):
    item = services.add_item(meeting=office.meeting, title="Torvet", minutes=20, case=None, **BY)
    seat = f.MembershipFactory(body=office.meeting.body, person__user=f.UserFactory(member=True))
    others = [None, seat.person.user, f.SecretaryAssignmentFactory().user]
    for user in others:
        client = Client()
        if user:
            client.force_login(user)
        answers = [office.send(method, path.format(item=item.pk), data, client=client) for method, path, data in CHANGES]
        assert {one.status_code for one in answers} == {404}
        assert {one.content for one in answers} == {b'{"detail":"Ikke fundet."}'}
    assert (office.titles(), AgendaVersion.objects.count(), AgendaBreak.objects.count()) == (["Torvet"], 0, 0)
    admin = Client()
    admin.force_login(f.UserFactory(administrator=True))
    assert office.send("post", "agenda/items/", {"title": "Bænke"}, client=admin).status_code == 201
    seat.role = "chair"
    seat.save(update_fields=["role"])
    chair = Client()
    chair.force_login(seat.person.user)
    assert office.send("post", "agenda/approve/", client=chair).json()["state"] == "approved"


def test_a_change_without_the_token_of_a_page_is_refused(office):
    client = Client(enforce_csrf_checks=True)
    client.force_login(f.UserFactory(administrator=True))
    assert office.send("post", "agenda/items/", {"title": "Bænke"}, client=client).status_code == 403
    assert office.titles() == []


@pytest.mark.parametrize("count", [1, 4])
@pytest.mark.parametrize(
    ("method", "path", "data", "queries"),
    [
        ("post", "agenda/items/", {"title": "Torvet"}, 58),
        ("patch", "agenda/items/{item}/", {"title": "Bænke", "guests": []}, 52),
        ("post", "agenda/order/", {"before": "keys", "items": "keys"}, 48),
        ("post", "agenda/approve/", {}, 58),
    ],
)
def test_a_change_asks_the_database_a_fixed_number_of_times(office, django_assert_num_queries, method, path, data, queries, count):
    items = [office.add(title=f"Punkt {number}", minutes=10) for number in range(count)]
    keys = [one["id"] for one in items]
    data = {name: keys if value == "keys" else value for name, value in data.items()} | {"version": items[0]["version"]}
    with django_assert_num_queries(queries):
        assert office.send(method, path.format(item=keys[0]), data).status_code in (200, 201)


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_of_two_at_once_one_is_told_of_the_other(office):
    item = office.add(title="Torvet")
    user = f.SecretaryAssignmentFactory(body=office.meeting.body).user

    def change(title: str):
        client = Client()
        client.force_login(user)
        return office.send("patch", f"agenda/items/{item['id']}/", {"version": item["version"], "title": title}, client=client).status_code

    assert sorted(at_once(lambda: change("Bænke"), lambda: change("Nyt torv"))) == [200, 409]
