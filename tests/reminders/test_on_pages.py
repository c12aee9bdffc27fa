"""The pages of promises and cases list the reminders about them, each with the day on which it leaves or has left."""

import datetime as dt

import pytest

from reminders import services
from reminders.deadlines import DeadlineKind
from reminders.models import Reminder
from tests import factories as f
from tests.pages.conftest import NOON, member_of, noon, secretary_of
from tests.pages.test_query_counts import A_SECRETARY_COSTS, SINGLE
from tests.reminders.test_reminder_pages import page, promise

__all__ = ["noon"]

pytestmark = pytest.mark.django_db
TOLD = "Opfølgning, 10 arbejdsdage før"


@pytest.fixture
def body():
    return f.BodyFactory(name="Rådet for Udsatte", slug="raadet")


@pytest.fixture
def secretary(body):
    return secretary_of(body)


@pytest.fixture
def member(body):
    return member_of(body)


def test_the_page_of_a_promise_lists_its_reminders(client, body, secretary, member):
    address = promise(body).get_absolute_url()
    services.update_plan(now=NOON)
    assert TOLD in page(client, secretary, address)
    assert TOLD not in page(client, member, address)
    client.logout()
    assert TOLD not in client.get(address).content.decode()


def test_the_page_of_a_case_lists_those_about_all_its_items_that_are_open(client, body, secretary, member):
    first = promise(body, "En status på varmestuen")
    again, closed = (promise(body, text, closed=text == "HEMMELIGT") for text in ("En status på herberget", "HEMMELIGT"))
    first.item.case.appearances.add(again.item, closed.item, bulk=False)
    services.update_plan(now=NOON)
    address = first.item.case.get_absolute_url()
    assert page(client, secretary, address).count(TOLD) == 2
    assert TOLD not in page(client, member, address)


@pytest.mark.parametrize("promises", [1, 3])
def test_to_the_secretary_a_case_with_reminders_costs_one_query_more(client, django_assert_max_num_queries, body, secretary, promises):
    case = f.CaseFactory()
    for _ in range(promises):
        case.appearances.add(promise(body).item, bulk=False)
    services.update_plan(now=NOON)
    client.force_login(secretary)
    with django_assert_max_num_queries(SINGLE["case"] + A_SECRETARY_COSTS + 1):
        assert TOLD in client.get(case.get_absolute_url()).content.decode()


def test_what_left_late_is_told_with_the_day_on_which_it_left_and_stands_first(client, body, secretary):
    """The promise was seen first today, when the reminder at the beginning of its period was long due."""
    late, in_time = promise(body, last=dt.date(2018, 9, 28)), promise(body, "En status på herberget")
    services.update_plan(now=NOON)
    services.send_due(clock=lambda: NOON)
    earlier = Reminder.objects.get(key=f"report:{in_time.pk}", step="before-10")
    earlier.mail = f.MailFactory(contact=earlier.contact, state="sent", sent_at=NOON - dt.timedelta(hours=4))
    earlier.save(update_fields=["mail"])
    shown = page(client, secretary, vis="sendt")
    assert "aug. 2018" not in shown
    assert shown.index(late.get_absolute_url()) < shown.index(in_time.get_absolute_url())
    assert "mandag d. 3. september 2018" in page(client, secretary, f"/paamindelser/{_of(late).pk}/")


def test_the_page_of_a_promise_lists_what_left_late_by_the_day_on_which_it_left(client, body, secretary):
    asked = promise(body)
    planned = {"key": f"report:{asked.pk}", "body": body, "send_at": NOON - dt.timedelta(days=20)}
    f.ReminderFactory(**planned, state="failed", error="no_address", contact=f.ContactFactory(user=None, name="Jobcentret"))
    own = f.ContactFactory(user=secretary)
    f.ReminderFactory(**planned, state="sent", contact=own, mail=f.MailFactory(contact=own, state="sent", sent_at=NOON))
    shown = page(client, secretary, asked.get_absolute_url())
    assert shown.index("man. 3. sep. 2018") < shown.index("tir. 14. aug. 2018")


def _of(occurrence) -> Reminder:
    return Reminder.objects.get(key=f"report:{occurrence.pk}", kind=DeadlineKind.REPORT, state=Reminder.State.SENT)


@pytest.mark.parametrize(("hour", "when"), [(12, "straks"), (6, "i dag")])
def test_what_should_have_left_leaves_at_once_or_in_the_morning(client, body, secretary, time_machine, hour, when):
    promise(body, last=dt.date(2018, 9, 28))
    services.update_plan(now=NOON)
    time_machine.move_to(NOON.replace(hour=hour))
    shown = page(client, secretary)
    assert ("straks" in shown) == (when == "straks")
    assert when in shown


def test_what_was_missed_before_a_meeting_that_is_over_cannot_be_sent_any_more(client, body, secretary):
    meeting = f.MeetingFactory(body=body, date=NOON.date() + dt.timedelta(2), agenda_published_at=None)
    services.update_plan(now=NOON - dt.timedelta(days=30))
    type(meeting).objects.filter(pk=meeting.pk).update(date=NOON.date() - dt.timedelta(1))
    services.update_plan(now=NOON)
    missed = Reminder.objects.filter(kind=DeadlineKind.DISPATCH, state=Reminder.State.MISSED).first()
    shown = page(client, secretary, f"/paamindelser/{missed.pk}/")
    assert "så der er intet at sende" in shown
    assert "Send det nu" not in shown
