"""The plan is written once, and what has not changed is not written again."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reminders import services
from reminders.deadlines import Addressee, DeadlineKind, Duty
from reminders.models import Contact, PlannedDeadline, Reminder
from reminders.services import Written
from tests import factories as f

pytestmark = pytest.mark.django_db

WRITES = ("INSERT", "UPDATE", "DELETE")


def writes(run) -> list[str]:
    with CaptureQueriesContext(
        connection,
    ) as asked:
        run()
    return [query["sql"] for query in asked if query["sql"].startswith(WRITES)]


def test_planning_again_writes_nothing_in_a_fixed_number_of_queries(made, monday, django_assert_num_queries):
    contacts = [f.ContactFactory() for _ in range(3)]
    for _ in range(5):
        made.add(*contacts)
    assert services.update_plan(now=monday) == Written(added=30)
    assert writes(lambda: services.update_plan(now=monday)) == []
    queries = 9
    with django_assert_num_queries(queries):
        services.update_plan(now=monday)
    for _ in range(5):
        made.add(*contacts)
    services.update_plan(now=monday)
    with django_assert_num_queries(queries):
        services.update_plan(now=monday)


def test_each_addressee_gets_a_contact_when_first_needed(made, monday):
    user, person = f.UserFactory(), f.PersonFactory()
    deadline = made.add(f.ContactFactory())
    new = [Addressee(f"user:{user.pk}", Duty.CHAIR), Addressee(f"person:{person.pk}", Duty.MEMBER)]
    new.append(Addressee("name:centerforsocialindsats", Duty.RESPONSIBLE, "Center for Social Indsats"))
    made.standing[deadline.key] = type(deadline)(deadline.key, DeadlineKind.HEARING, deadline.body, None, deadline.last, tuple(new))
    services.update_plan(now=monday - dt.timedelta(days=60))
    assert {str(contact) for contact in Contact.objects.all()} >= {str(person), "Center for Social Indsats"}
    services.update_plan(now=monday - dt.timedelta(days=60))
    assert Contact.objects.count() == 3  # one who only is told when it is overdue needs none yet


def test_a_person_who_is_given_a_log_in_keeps_what_was_sent(made, monday):
    person = f.PersonFactory()
    contact = f.ContactFactory(user=None, person=person, email="gammel@lindhoej.example")
    person.user = f.UserFactory()
    person.save()
    made.add(f.ContactFactory(user=f.UserFactory()))
    services.update_plan(now=monday)
    contact.refresh_from_db()
    assert (contact.user, contact.person, contact.address) == (person.user, None, person.user.email)


def test_a_body_is_muted_for_what_is_no_duty(made, monday):
    contact, body = f.ContactFactory(), f.BodyFactory()
    contact.muted_bodies.add(body)
    made.add(contact, body=body, kind=DeadlineKind.MEETING, duty=Duty.MEMBER)
    made.add(contact, body=body, duty=Duty.SECRETARY)
    services.update_plan(now=monday)
    assert set(Reminder.objects.values_list("key", flat=True)) == {"made:2"}


def test_a_policy_of_the_body_takes_the_place_of_the_municipalitys(made, monday):
    contact, body = f.ContactFactory(), f.BodyFactory()
    f.ReminderPolicyFactory(kind=DeadlineKind.REPORT, steps=["before-4"])
    f.ReminderPolicyFactory(kind=DeadlineKind.REPORT, body=body, steps=["before-7", "before-1"])
    made.add(contact)
    made.add(contact, body=body)
    services.update_plan(now=monday)
    assert list(Reminder.objects.order_by("key", "send_at").values_list("key", "step")) == [
        ("made:1", "before-4"),
        ("made:2", "before-7"),
        ("made:2", "before-1"),
    ]


def test_an_ended_deadline_is_withdrawn_and_planned_again_when_it_stands_again(made, monday):
    deadline = made.add(f.ContactFactory())
    early = monday - dt.timedelta(days=20)
    services.update_plan(now=early)
    made.end(deadline)
    assert services.update_plan(now=early) == Written(withdrawn=2)
    made.standing[deadline.key] = deadline
    assert services.update_plan(now=early) == Written(moved=2)
    assert set(Reminder.objects.values_list("state", flat=True)) == {"planned"}


@pytest.mark.parametrize(
    ("wish", "written"),
    [({"duties_only": True}, Written(withdrawn=1)), ({"rhythm": "weekly"}, Written(moved=1))],
    ids=["own duties only", "once a week"],
)
def test_what_somebody_wishes_changes_the_plan_at_once(made, monday, wish, written):
    contact = f.ContactFactory()
    made.add(contact, kind=DeadlineKind.MEETING, duty=Duty.MEMBER)  # two working days before is a Thursday
    services.update_plan(now=monday)
    Contact.objects.filter(pk=contact.pk).update(**wish)
    assert services.update_plan(now=monday) == written
    assert services.update_plan(now=monday) == Written()


def test_what_somebody_wishes_leaves_the_plans_of_others_alone(made, monday):
    contacts = [f.ContactFactory() for _ in range(2)]
    for contact in contacts:
        made.add(contact, kind=DeadlineKind.MEETING, duty=Duty.MEMBER)
    services.update_plan(now=monday)
    before = dict(PlannedDeadline.objects.values_list("key", "digest"))
    Contact.objects.filter(pk=contacts[0].pk).update(duties_only=True, rhythm="weekly")
    services.update_plan(now=monday)
    after = dict(PlannedDeadline.objects.values_list("key", "digest"))
    assert [key for key in before if before[key] != after[key]] == ["made:1"]


def test_what_went_wrong_with_a_plan_is_right_on_the_next_day(made, monday):
    made.add(f.ContactFactory())
    services.update_plan(now=monday)
    Reminder.objects.all().delete()
    assert services.update_plan(now=monday) == Written()
    assert services.update_plan(now=monday + dt.timedelta(days=1)) == Written(added=2)
