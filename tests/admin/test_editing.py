"""Saving through Django admin: derived columns follow, and what the database refuses is said in Danish."""

import datetime as dt

import pytest
from django.urls import reverse

from accounts.models import User
from cases.models import Case
from meetings.models import AgendaItem, Body, ClosedReading, Meeting, TimePlanRow
from tests import factories as f
from tests.admin.forms import errors_of, filled_in, send

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator(client):
    client.force_login(f.UserFactory(administrator=True, username="bestyrer"))
    return client


def page(row) -> str:
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])


def add_page(model) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_add")


ROWS = [f.AgendaItemFactory, f.MeetingFactory, f.BodyFactory, f.CaseFactory, f.PersonFactory, f.MembershipFactory, f.VoteFactory]
ROWS += [f.SecretaryAssignmentFactory, f.CaseLinkFactory, f.MatterFactory, f.SubjectFactory]


@pytest.mark.parametrize("factory", ROWS, ids=lambda factory: factory._meta.model.__name__)
def test_what_is_opened_and_saved_stays_as_it_was(administrator, factory):
    row = factory()
    before = type(row).objects.filter(pk=row.pk).values().get()
    assert errors_of(send(administrator, page(row))) == ""
    assert type(row).objects.filter(pk=row.pk).values().get() == before


def test_an_item_with_all_its_parts_is_saved_as_it_was(administrator):
    item = f.AgendaItemFactory(decision="Godkendt.\n\nEnstemmigt.")
    parts = [
        f.SectionFactory,
        f.RecommendationFactory,
        f.RecommendedToFactory,
        f.OutcomeFactory,
        f.VoteFactory,
        f.AttachmentFactory,
        f.GuestFactory,
    ]
    parts += [f.ParticipationFactory, f.QuotedAppearanceFactory, f.ReferenceFactory]
    rows = [factory(item=item) for factory in parts]
    item.shut_out.add(f.PersonFactory())
    before = [type(row).objects.filter(pk=row.pk).values().get() for row in rows]
    assert errors_of(send(administrator, page(item))) == ""
    assert [type(row).objects.filter(pk=row.pk).values().get() for row in rows] == before
    assert item.shut_out.count() == 1


def test_references_are_typed_as_numbers_with_commas(administrator):
    reference = f.ReferenceFactory(item_numbers=[67])
    assert errors_of(send(administrator, page(reference.item), **{"references-0-item_numbers": "67, 70"})) == ""
    reference.refresh_from_db()
    assert reference.item_numbers == [67, 70]
    answer = send(administrator, page(reference.item), **{"references-0-item_numbers": "pkt. 67"})
    assert "Skriv punktnumre med komma imellem" in errors_of(answer)


def test_guests_of_the_time_plan_are_typed_one_a_line(administrator):
    row = f.TimePlanRowFactory(guests=["Gerda Havbro"])
    assert errors_of(send(administrator, page(row.meeting), **{"time_plan-0-guests": "Gerda Havbro\n\nKnud Elmelund "})) == ""
    assert TimePlanRow.objects.get().guests == ["Gerda Havbro", "Knud Elmelund"]


def test_a_meeting_moved_to_another_year_takes_its_items_along(administrator):
    item = f.AgendaItemFactory(number=16)
    assert errors_of(send(administrator, page(item.meeting), date="09-01-2019")) == ""
    item.refresh_from_db()
    assert (item.year, item.meeting.date) == (2019, dt.date(2019, 1, 9))


def test_a_meeting_moved_to_another_body_takes_its_items_along(administrator):
    item, body = f.AgendaItemFactory(), f.BodyFactory()
    assert errors_of(send(administrator, page(item.meeting), body=body.pk)) == ""
    item.refresh_from_db()
    assert item.body == body


def test_a_meeting_is_not_moved_onto_numbers_that_are_taken(administrator):
    item = f.AgendaItemFactory(number=16)
    f.AgendaItemFactory(meeting=f.MeetingFactory(body=item.body, date=dt.date(2019, 2, 6)), number=16)
    assert "har andre punkter med disse numre i 2019: 16." in errors_of(send(administrator, page(item.meeting), date="09-01-2019"))
    item.refresh_from_db()
    assert (item.year, item.meeting.date.year) == (2018, 2018)


def test_an_item_added_or_moved_follows_its_meeting(administrator):
    meeting = f.MeetingFactory(date=dt.date(2019, 1, 9))
    answer = send(administrator, add_page(AgendaItem), meeting=meeting.pk, position=1, number=1, title="Rampe ved biblioteket")
    assert errors_of(answer) == ""
    item = AgendaItem.objects.get()
    assert (item.body, item.year, item.search_text) == (meeting.body, 2019, "rampe ved biblioteket")
    other = f.MeetingFactory(date=dt.date(2020, 1, 9))
    assert errors_of(send(administrator, page(item), meeting=other.pk)) == ""
    item.refresh_from_db()
    assert (item.body, item.year) == (other.body, 2020)


def taken_number(client):
    item = f.AgendaItemFactory(number=16)
    other = f.AgendaItemFactory(meeting=f.MeetingFactory(body=item.body, date=dt.date(2018, 9, 3)), number=17)
    return send(client, page(other), number=16)


def taken_place(client):
    item = f.AgendaItemFactory()
    return send(client, page(f.AgendaItemFactory(meeting=item.meeting)), position=item.position)


def number_nought(client):
    return send(client, page(f.AgendaItemFactory()), number=0)


def same_sitting(client):
    meeting = f.MeetingFactory()
    return send(client, page(f.MeetingFactory(body=meeting.body)), sequence=1)


def sitting_nought(client):
    return send(client, page(f.MeetingFactory()), sequence=0)


def membership_backwards(client):
    return send(client, page(f.MembershipFactory()), last_day="01-01-2017")


def membership_twice(client):
    seat = f.MembershipFactory()
    return send(client, page(f.MembershipFactory(person=seat.person, body=seat.body, role="chair")), role="member")


def service_twice(client):
    service = f.SecretaryAssignmentFactory()
    return send(client, page(f.SecretaryAssignmentFactory(user=service.user)), body=service.body_id)


def case_twice(client):
    case = f.CaseFactory()
    return send(client, page(f.CaseFactory()), number=case.number.replace("-", " – "))


def body_twice(client):
    body = f.BodyFactory()
    return send(client, page(f.BodyFactory()), name=body.name.upper())


def link_to_itself(client):
    link = f.CaseLinkFactory()
    return send(client, page(link), target=link.origin_id)


def link_twice(client):
    link = f.CaseLinkFactory()
    return send(client, page(f.CaseLinkFactory(origin=link.origin)), target=link.target_id)


def parts_in_one_place(client):
    item = f.AgendaItemFactory()
    f.SectionFactory(item=item), f.SectionFactory(item=item)
    return send(client, page(item), **{"sections-1-position": 1})


REFUSALS = [
    (taken_number, "Organet har allerede et punkt med dette nummer i det år."),
    (taken_place, "Der står allerede noget på denne plads."),
    (number_nought, "Punkter tælles fra 1."),
    (same_sitting, "Organet har allerede dette møde den dag. Dagens andet møde har nummer 2."),
    (sitting_nought, "Dagens møder tælles fra 1."),
    (membership_backwards, "Den sidste dag ligger før den første."),
    (membership_twice, "Personen har allerede denne rolle i organet fra den dag."),
    (service_twice, "Sekretæren betjener allerede dette organ."),
    (case_twice, "Der findes allerede en sag med dette nummer."),
    (body_twice, "Der findes allerede et organ med dette navn."),
    (link_to_itself, "En sag kan ikke forbindes med sig selv."),
    (link_twice, "De to sager er allerede forbundet på denne måde."),
    (parts_in_one_place, "Ret venligst"),
]


@pytest.mark.parametrize(("attempt", "message"), REFUSALS, ids=lambda value: getattr(value, "__name__", ""))
def test_what_the_database_refuses_is_said_in_danish(administrator, attempt, message):
    assert message in errors_of(attempt(administrator))


def test_two_new_spellings_alike_are_refused_too(administrator):
    body = f.BodyFactory()
    spellings = {"other_names-TOTAL_FORMS": 2, "other_names-0-name": "Rådet i Lindhøj", "other_names-1-name": "RÅDET I LINDHØJ"}
    answer = administrator.post(page(body), filled_in(administrator.get(page(body)).content.decode()) | spellings, follow=True)
    assert "Det blev ikke gemt: Der findes allerede noget med samme navn" in answer.content.decode()
    assert not Body.objects.get(pk=body.pk).other_names.exists()


def test_a_corrected_case_number_sorts_and_compares_anew(administrator):
    case = f.CaseFactory(number="27.15.00-A08-1-18")
    assert errors_of(send(administrator, page(case), number="29.09.00-K04-7-19")) == ""
    case = Case.objects.get()
    assert (case.key, case.subject_code, case.facet_code) == ("29.09.00-k04-7-19", "29.09.00", "K04")


def test_opening_a_closed_item_here_is_logged_too(administrator):
    item, opened = f.AgendaItemFactory(closed=True), f.AgendaItemFactory()
    administrator.get(page(opened))
    administrator.get(page(item))
    assert ClosedReading.objects.get().item == item


def test_the_log_of_closed_readings_cannot_be_edited(administrator):
    administrator.get(page(f.AgendaItemFactory(closed=True)))
    reading = ClosedReading.objects.get()
    for view in ("change", "delete"):
        address = reverse(f"admin:meetings_closedreading_{view}", args=[reading.pk])
        assert administrator.post(address, {"post": "yes"}).status_code == 403


def test_a_meeting_with_all_its_parts_is_deleted_after_asking(administrator):
    item = f.AgendaItemFactory()
    f.TimePlanRowFactory(meeting=item.meeting, item=item)
    address = reverse("admin:meetings_meeting_delete", args=[item.meeting_id])
    assert administrator.get(address).status_code == 200
    administrator.post(address, {"post": "yes"})
    assert not Meeting.objects.exists()


def test_a_user_is_made_with_a_role_and_a_password(administrator):
    secret = "havnefest-om-natten-17"
    answer = send(
        administrator, add_page(User), username="ingrid", name="Ingrid Lyngsøe", role="secretary", password1=secret, password2=secret
    )
    assert errors_of(answer) == ""
    user = User.objects.get(username="ingrid")
    assert (user.role, user.check_password(secret)) == ("secretary", True)
    weak = send(administrator, add_page(User), username="knud", role="member", password1="kode", password2="kode")
    assert "12 tegn" in errors_of(weak)


def test_a_password_is_changed(administrator):
    user, secret = f.UserFactory(), "havnefest-om-natten-17"
    address = reverse("admin:auth_user_password_change", args=[user.pk])
    assert send(administrator, address, password1=secret, password2=secret).status_code == 302
    user.refresh_from_db()
    assert user.check_password(secret)


def test_a_person_is_linked_to_the_user_who_logs_in(administrator):
    person, user = f.PersonFactory(), f.UserFactory(member=True)
    assert errors_of(send(administrator, page(person), user=user.pk)) == ""
    person.refresh_from_db()
    assert person.user == user
    assert person.name in administrator.get(page(user)).content.decode()


@pytest.mark.parametrize("change", [{"role": "member"}, {"is_active": None}])
def test_the_last_administrator_stays_one(administrator, change):
    last = User.objects.get(username="bestyrer")
    assert "Det er den sidste aktive administrator" in errors_of(send(administrator, page(last), **change))
    f.UserFactory(administrator=True)
    assert errors_of(send(administrator, page(last), **change)) == ""
