"""An agenda is approved, sent with the body's next numbers, supplemented, and shown again as it was sent."""

import datetime as dt

import pytest
from django.test import Client

from agendas import services
from agendas.access import readable_rows
from agendas.exceptions import AgendaRefused
from agendas.models import AgendaVersion
from agendas.services.states import AgendaState, status_of
from cases.access import Actor
from meetings.models import AgendaItem, Meeting, TimePlanRow
from meetings.services import publish_agenda, withdraw_agenda
from meetings.unsettled import NotSettled
from tests import factories as f
from tests.concurrency.threads import at_once

pytestmark = pytest.mark.django_db

DAY = dt.date(2030, 1, 15)
NOW = dt.datetime(2030, 1, 2, 10, tzinfo=f.COPENHAGEN)
BY = {"by": None, "now": NOW}


def made(body, day=DAY, titles=("Torvet", "Havnen")) -> Meeting:
    meeting = f.MeetingFactory(body=body, date=day)
    for title in titles:
        services.add_item(meeting=meeting, title=title, minutes=20, case=None, **BY)
    return meeting


@pytest.fixture
def body():
    return f.BodyFactory(name="Rådet", slug="raadet")


def send(meeting) -> None:
    services.approve(meeting=meeting, **BY)
    publish_agenda(meeting=meeting, **BY)


def numbers(meeting) -> list[int | None]:
    return list(AgendaItem.objects.filter(meeting=meeting).order_by("position").values_list("number", flat=True))


def supplement(meeting, **given) -> AgendaVersion:
    values = {"title": "Broen", "minutes": 10, "case": None, "closed": False, "reason": "Fristen er den 20. januar."} | given
    return services.send_supplement(meeting=meeting, **values, **BY)


def test_numbers_go_on_after_the_highest_of_the_year(body):
    f.AgendaItemFactory(meeting__body=body, meeting__date=dt.date(2030, 1, 3), number=7)
    f.AgendaItemFactory(meeting__body=body, meeting__date=dt.date(2029, 12, 3), number=99)
    first, second = made(body), made(body, dt.date(2030, 2, 12))
    send(second)
    send(first)
    assert (numbers(second), numbers(first)) == ([8, 9], [10, 11])


def test_a_body_that_counts_from_1_gets_labels_alone():
    meeting = made(f.BodyFactory(numbering="per_meeting"))
    send(meeting)
    assert list(AgendaItem.objects.filter(meeting=meeting).values_list("number", "label")) == [(None, "1"), (None, "2")]


def test_an_agenda_made_here_is_sent_only_as_the_chair_approved_it(body):
    meeting = made(body)
    with pytest.raises(NotSettled, match="Formanden har ikke godkendt"):
        publish_agenda(meeting=meeting, **BY)
    services.approve(meeting=meeting, **BY)
    assert status_of(meeting).state == AgendaState.APPROVED
    services.add_item(meeting=meeting, title="Parken", minutes=None, case=None, **BY)
    with pytest.raises(NotSettled, match="ændret, siden formanden"):
        publish_agenda(meeting=meeting, **BY)
    services.approve(meeting=meeting, **BY)
    publish_agenda(meeting=meeting, **BY)
    meeting.refresh_from_db()
    assert (status_of(meeting).state, numbers(meeting)) == (AgendaState.SENT, [1, 2, 3])


def test_approving_twice_is_approving_once_and_an_empty_agenda_is_not_approved(body):
    meeting = made(body)
    assert services.approve(meeting=meeting, **BY) == services.approve(meeting=meeting, **BY)
    with pytest.raises(AgendaRefused) as refused:
        services.approve(meeting=f.MeetingFactory(body=body, date=dt.date(2030, 3, 1)), **BY)
    assert refused.value.code == "empty"


def test_the_time_plan_of_what_was_sent_stands_on_the_meetings_page(body, client):
    meeting = made(body)
    services.add_break(meeting=meeting, minutes=10, after=None, **BY)
    send(meeting)
    rows = TimePlanRow.objects.filter(meeting=meeting).order_by("position").values_list("start", "title", "is_break")
    assert list(rows) == [(dt.time(15, 30), "Torvet", False), (dt.time(15, 50), "", True), (dt.time(16), "Havnen", False)]
    assert "Havnen" in client.get(meeting.get_absolute_url()).content.decode()


def test_a_supplement_gets_the_next_number_says_why_and_changes_nothing_that_was_sent(body):
    meeting = made(body)
    send(meeting)
    with pytest.raises(AgendaRefused) as refused:
        supplement(meeting, reason=" ")
    assert (refused.value.code, numbers(meeting)) == ("reason_missing", [1, 2])
    version = supplement(meeting)
    assert numbers(meeting) == [1, 2, 3]
    kept = AgendaVersion.objects.filter(meeting=meeting).order_by("number")
    assert [(one.kind, len(one.rows)) for one in kept] == [("approved", 2), ("sent", 2), ("supplement", 3)]
    assert version.reason == "Fristen er den 20. januar."


@pytest.mark.parametrize("title", ["Broen", ""])
def test_a_supplement_sent_twice_is_one_and_another_of_that_reason_is_another(body, title):
    meeting = made(body)
    send(meeting)
    if not title:
        f.AgendaItemFactory(meeting=meeting, number=None, label="", position=3)
    first = supplement(meeting, title=title)
    assert (supplement(meeting, title=title), numbers(meeting)) == (first, [1, 2, 3])
    assert supplement(meeting, title="Stien") != first
    assert numbers(meeting) == [1, 2, 3, 4]


def test_a_closed_supplement_is_closed_from_the_first(body, client):
    meeting = made(body)
    send(meeting)
    supplement(meeting, title="Klage over NN", closed=True)
    assert "Klage over NN" not in client.get(meeting.get_absolute_url()).content.decode()


def test_sent_again_after_it_was_withdrawn_the_numbers_are_kept(body):
    meeting = made(body)
    send(meeting)
    withdraw_agenda(meeting=meeting, **BY)
    services.add_item(meeting=Meeting.objects.get(pk=meeting.pk), title="Parken", minutes=5, case=None, **BY)
    send(Meeting.objects.get(pk=meeting.pk))
    assert numbers(meeting) == [1, 2, 3]


def test_an_agenda_that_a_document_brought_goes_out_as_before(body):
    held = f.AgendaItemFactory(meeting__body=body, meeting__state="held", meeting__date=dt.date(2029, 5, 5), number=None, label="4")
    publish_agenda(meeting=held.meeting, **BY)
    assert (AgendaVersion.objects.count(), numbers(held.meeting)) == (0, [None])


def test_a_version_shows_each_row_to_those_who_may_read_its_item(body):
    meeting = made(body)
    _open, closed = AgendaItem.objects.filter(meeting=meeting).order_by("position")
    services.change_item(item=closed, columns={}, closed=True, **BY)
    version = services.approve(meeting=meeting, **BY)
    member, shut_out = (f.MembershipFactory(body=body).person for _ in range(2))
    closed.shut_out.add(shut_out)

    def titles(person) -> list[str]:
        actor = Actor(user_id=1, person_id=person.pk, sits_on=frozenset([body.pk]))
        return [row["title"] for row in readable_rows(version, actor)]

    assert (titles(member), titles(shut_out)) == (["Torvet", "Havnen"], ["Torvet"])
    assert [row["title"] for row in readable_rows(version, Actor(managed_bodies=frozenset([body.pk])))] == ["Torvet", "Havnen"]


def test_the_chair_approves_and_other_members_do_not(body):
    meeting = made(body)
    for role, status in (("member", 404), ("chair", 302)):
        client = Client()
        client.force_login(f.MembershipFactory(body=body, role=role, person__user=f.UserFactory(member=True)).person.user)
        assert client.post(f"/moeder/{meeting.pk}/dagsorden/godkend/").status_code == status
    assert AgendaVersion.objects.get().kind == "approved"


def test_the_differences_between_two_versions_are_told(body):
    meeting = made(body, titles=("Torvet", "Havnen", "Parken"))
    services.approve(meeting=meeting, **BY)
    _first, second, third = AgendaItem.objects.filter(meeting=meeting).order_by("position")
    services.remove_item(item=second, **BY)
    services.change_item(item=third, columns={"title": "Byparken"}, **BY)
    services.add_item(meeting=meeting, title="Broen", minutes=5, case=None, **BY)
    services.approve(meeting=meeting, **BY)
    client = Client()
    client.force_login(f.SecretaryAssignmentFactory(body=body).user)
    page = client.get(f"/moeder/{meeting.pk}/dagsorden/udgaver/2/").content.decode()
    assert "»Broen« er kommet på." in page
    assert "»Havnen« er taget af." in page
    assert "»Byparken« er rettet. titel: Parken → Byparken; klokkeslæt: 16.10 → 15.50" in page


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_many_agendas_sent_at_once_give_each_number_once():
    body = f.BodyFactory(name="Rådet")
    meetings = [made(body, dt.date(2030, month, 15), titles=("A", "B", "C")) for month in range(1, 5)]
    for meeting in meetings:
        services.approve(meeting=meeting, **BY)
    at_once(
        *[lambda key=meeting.pk: publish_agenda(meeting=Meeting.objects.get(pk=key), **BY) for meeting in meetings for _twice in range(2)]
    )
    given = AgendaItem.objects.filter(body=body).order_by("number").values_list("number", flat=True)
    assert list(given) == list(range(1, 13))
    assert AgendaVersion.objects.filter(kind="sent").count() == 4
