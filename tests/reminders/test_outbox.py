"""A reminder that is due leaves once, as one mail for each reader, and what came of it is written down."""

import datetime as dt
from smtplib import SMTPAuthenticationError, SMTPDataError, SMTPRecipientsRefused, SMTPServerDisconnected

import pytest
from django.core import mail as sent
from django.core.mail.backends.locmem import EmailBackend

from reminders import services
from reminders.deadlines import Addressee, DeadlineKind, Duty
from reminders.models import Contact, Mail, Reminder
from reminders.outbox import CLAIM_LASTS, _take_due, send_next
from reminders.sending import GIVEN_UP_AFTER, PAUSES
from tests import factories as f

pytestmark = pytest.mark.django_db

HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)


def send_all(now) -> int:
    count = 0
    while send_next(now=now):
        count += 1
    return count


def states(**of) -> list[str]:
    return list(Reminder.objects.filter(**of).order_by("send_at", "pk").values_list("state", flat=True))


def plan_and_send(now) -> None:
    services.update_plan(now=now)
    send_all(now)


@pytest.fixture
def server(monkeypatch):
    """The mail server's answer to each address, by the address; an error is raised, everything else is taken."""
    answers = {}

    def send_messages(self, messages):
        for message in messages:
            error = answers.get(message.to[0], answers.get("*"))
            if error:
                raise error
            sent.outbox.append(message)
        return len(messages)

    monkeypatch.setattr(EmailBackend, "send_messages", send_messages)
    return answers


def test_what_is_due_leaves_once_and_the_rest_stays(made, monday):
    contact = f.ContactFactory()
    made.add(contact)
    plan_and_send(monday)
    plan_and_send(monday + HOUR)
    [message] = sent.outbox
    row = Mail.objects.get()
    assert message.to == [contact.user.email]
    assert message.extra_headers["Message-ID"] == row.message_id
    assert (row.state, row.sent_at, row.address) == (Mail.State.SENT, monday, contact.user.email)
    assert states() == ["sent", "planned"]  # the one after the deadline is to come


def test_several_of_one_day_are_one_mail_by_body_and_the_most_urgent_first(made, monday):
    contact = f.ContactFactory()
    early, late = (
        f.BodyFactory(name="Byrådet"),
        f.BodyFactory(name="Havneudvalget"),
    )
    made.add(contact, body=late)
    made.add(contact, body=early, kind=DeadlineKind.HEARING, last=dt.date(2018, 9, 6))
    made.add(contact, body=late, kind=DeadlineKind.DISPATCH, last=dt.date(2018, 9, 10))
    plan_and_send(monday)
    [message] = sent.outbox
    order = [message.body.index(words) for words in ("Byrådet\n", "Sagen made:2", "Havneudvalget\n", "Sagen made:3", "Sagen made:1")]
    assert order == sorted(order)
    assert message.subject == "3 påmindelser, første frist torsdag d. 6. september 2018"


def test_whoever_wants_single_mails_gets_them(made, monday):
    contact = f.ContactFactory(rhythm=Contact.Rhythm.SINGLE)
    made.add(contact), made.add(contact)
    plan_and_send(monday)
    assert len(sent.outbox) == 2


def test_a_second_mail_of_the_day_holds_only_what_cannot_wait(made, monday):
    contact = f.ContactFactory()
    made.add(contact)
    plan_and_send(monday)
    made.add(contact)  # told by its second deadline later the same day
    made.add(contact, kind=DeadlineKind.DISPATCH, last=monday.date())
    plan_and_send(monday + HOUR)
    assert [("made:2" in message.body, "made:3" in message.body) for message in sent.outbox] == [(False, False), (False, True)]
    plan_and_send(monday + DAY)
    assert "made:2" in sent.outbox[2].body


def test_the_weeks_mail_leaves_on_monday_with_what_comes_before_and_after(made, monday):
    contact = f.ContactFactory(rhythm=Contact.Rhythm.WEEKLY)
    made.add(contact, kind=DeadlineKind.HEARING, last=dt.date(2018, 9, 10))  # three working days before: Wednesday
    made.add(contact, last=dt.date(2018, 8, 31))  # overdue from Monday
    made.add(contact, last=dt.date(2018, 9, 4))  # overdue on Wednesday, told the Monday after
    plan_and_send(monday - 10 * DAY)
    sent.outbox.clear()
    plan_and_send(monday)
    [message] = sent.outbox
    assert [f"made:{n}" in message.body for n in (1, 2, 3)] == [True, True, False]
    assert Reminder.objects.get(key="made:3", step="overdue").send_at == monday + 7 * DAY


def test_a_deadline_that_ended_or_may_not_be_read_is_withdrawn_at_the_last_moment(made, monday):
    contact = f.ContactFactory()
    ended, hidden, other = made.add(contact), made.add(contact), made.add(contact)
    services.update_plan(now=monday)
    made.end(ended)
    made.hidden.add(hidden.key)
    send_all(monday)
    [message] = sent.outbox
    assert [one.key in message.body for one in (ended, hidden, other)] == [False, False, True]
    assert states(send_at__lte=monday) == ["withdrawn", "withdrawn", "sent"]


def test_nobody_else_hears_of_somebody_who_is_addressed_no_more(made, monday):
    contact = f.ContactFactory()
    deadline = made.add(contact)
    services.update_plan(now=monday)
    made.address_to(deadline, Addressee(f"user:{f.UserFactory().pk}", Duty.SECRETARY))
    send_all(monday)
    assert sent.outbox == []
    assert Mail.objects.get().state == Mail.State.EMPTY


def test_a_deadline_moved_since_the_plan_waits_for_the_plan(made, monday):
    contact = f.ContactFactory()
    deadline = made.add(contact)
    services.update_plan(now=monday)
    made.move(deadline, dt.date(2018, 9, 24))
    send_all(monday)
    assert sent.outbox == []
    plan_and_send(monday + HOUR)
    assert sent.outbox == []
    plan_and_send(monday + 7 * DAY)
    assert "24. september" in sent.outbox[0].body


def test_days_of_downtime_send_the_latest_once_and_mark_the_rest(made, monday):
    contact = f.ContactFactory()
    made.add(contact, kind=DeadlineKind.DISPATCH, last=dt.date(2018, 9, 10))
    made.add(contact, kind=DeadlineKind.PARTY, last=dt.date(2018, 9, 4))
    services.update_plan(now=monday - 30 * DAY)
    plan_and_send(monday + 3 * DAY)  # five and two working days before 10 September have passed
    assert len(sent.outbox) == 1
    assert list(Reminder.objects.filter(key="made:1").values_list("step", "state")) == [
        ("before-5", "missed"),
        ("before-2", "sent"),
        ("before-0", "planned"),
    ]
    assert states(key="made:2") == ["missed"]
    assert Reminder.objects.to_look_at().count() == 2


def test_a_server_that_is_busy_is_tried_again_after_pauses_that_grow_and_then_no_more(made, monday, server):
    contact = f.ContactFactory()
    made.add(contact)
    server["*"] = SMTPRecipientsRefused({contact.user.email: (450, b"busy")})
    services.update_plan(now=monday)
    now, tries = monday, 0
    while send_next(now=now):
        tries += 1
        mail = Mail.objects.get()
        if mail.state == Mail.State.SENDING:
            assert mail.try_at == now + PAUSES[tries - 1]
            assert not send_next(now=mail.try_at - dt.timedelta(seconds=1))
            now = mail.try_at
    assert tries == GIVEN_UP_AFTER
    assert (mail.state, mail.error, states(mail=mail)) == (Mail.State.FAILED, "450", ["failed"])
    assert PAUSES == sorted(PAUSES)


def test_a_mail_is_tried_again_under_its_message_id(made, monday, server):
    contact = f.ContactFactory()
    made.add(contact)
    server["*"] = SMTPDataError(451, b"later")
    plan_and_send(monday)
    first = Mail.objects.get().message_id
    server.clear()
    send_all(monday + PAUSES[0])
    assert [message.extra_headers["Message-ID"] for message in sent.outbox] == [first]
    assert states(mail__message_id=first) == ["sent"]


def test_a_refused_address_fails_at_once_stops_nobody_and_is_tried_when_it_is_another(made, monday, server):
    wrong, right = f.ContactFactory(), f.ContactFactory()
    made.add(wrong, right)
    server[wrong.user.email] = SMTPRecipientsRefused({wrong.user.email: (550, b"no such user")})
    plan_and_send(monday)
    assert [message.to for message in sent.outbox] == [[right.user.email]]
    wrong.refresh_from_db()
    assert (wrong.is_refused, wrong.refused_code) == (True, 550)
    assert states(contact=wrong, error="refused") == ["failed"]

    plan_and_send(monday + HOUR)
    assert len(sent.outbox) == 1
    wrong.user.email = "rettet@lindhoej.example"
    wrong.user.save()
    plan_and_send(monday + 2 * HOUR)
    assert sent.outbox[1].to == ["rettet@lindhoej.example"]


@pytest.mark.parametrize(
    "error", [SMTPServerDisconnected(), ConnectionRefusedError(), SMTPAuthenticationError(535, b"wrong password")], ids=repr
)
def test_a_server_that_takes_nothing_ends_the_round_and_blames_no_address(made, monday, server, error):
    contacts = [f.ContactFactory(), f.ContactFactory()]
    made.add(*contacts)
    server["*"] = error
    services.update_plan(now=monday)
    assert not send_next(now=monday)
    assert Mail.objects.get().state == Mail.State.SENDING
    assert not Contact.objects.filter(refused_at__isnull=False).exists()
    server.clear()
    send_all(monday + HOUR)
    assert len(sent.outbox) == 2


def test_without_a_mail_server_nothing_is_taken(made, monday, settings):
    settings.SENDS_MAIL = False
    made.add(f.ContactFactory())
    plan_and_send(monday)
    assert states() == ["planned", "planned"]


@pytest.mark.parametrize(
    ("contact", "error"),
    [
        ({"user": None, "name": "Jobcentret"}, "no_address"),
        ({"user": None, "name": "Jobcentret", "email": "job@lindhoej.example"}, "not_agreed"),
        ({"user__email": ""}, "no_address"),
    ],
)
def test_whoever_cannot_be_written_to_is_shown_and_written_to_later(made, monday, contact, error):
    contact = f.ContactFactory(**contact)
    made.add(contact, duty=Duty.RESPONSIBLE)
    plan_and_send(monday)
    assert list(Reminder.objects.to_look_at().values_list("error", flat=True)) == [error]
    assert sent.outbox == []
    if contact.user:
        contact.user.email = "ny@lindhoej.example"
        contact.user.save()
    else:
        contact.email, contact.consents = "job@lindhoej.example", True
        contact.save()
    plan_and_send(monday + HOUR)
    assert len(sent.outbox) == 1


def test_a_dead_workers_mail_is_taken_over_when_its_claim_has_run_out(made, monday):
    made.add(f.ContactFactory())
    services.update_plan(now=monday)
    dead = f.MailFactory(contact=Contact.objects.get(), attempts=1, try_at=monday + CLAIM_LASTS)
    Reminder.objects.due(monday).update(state=Reminder.State.SENDING, mail=dead)
    assert not send_next(now=monday)
    assert send_next(now=monday + CLAIM_LASTS)
    assert [message.extra_headers["Message-ID"] for message in sent.outbox] == [dead.message_id]


def test_a_mail_whose_workers_die_again_and_again_is_given_up(made, monday):
    made.add(f.ContactFactory())
    services.update_plan(now=monday)
    mail = f.MailFactory(contact=Contact.objects.get(), attempts=GIVEN_UP_AFTER)
    Reminder.objects.due(monday).update(state=Reminder.State.SENDING, mail=mail)
    assert not send_next(now=monday)
    assert states(mail=mail, error="crashed") == ["failed"]


def test_outside_the_hours_only_what_was_asked_for_by_hand_leaves(made, monday):
    asked, other = f.ContactFactory(), f.ContactFactory()
    made.add(asked, other)
    services.update_plan(now=monday)
    Reminder.objects.filter(contact=asked).update(by_hand=True)
    while send_next(now=monday + 10 * HOUR, by_hand_only=True):
        pass
    assert [message.to for message in sent.outbox] == [[asked.user.email]]


def test_a_claim_lasts_as_long_in_the_night_when_the_clock_goes_back(made, monday):
    made.add(f.ContactFactory(), last=dt.date(2018, 11, 9))
    before = dt.datetime(2018, 10, 28, 2, 59, tzinfo=f.COPENHAGEN)
    services.update_plan(now=before)
    Reminder.objects.update(send_at=before)
    assert _take_due(before.astimezone(dt.UTC), by_hand_only=False)
    after = dt.datetime(2018, 10, 28, 2, 3, tzinfo=f.COPENHAGEN, fold=1)  # four minutes later
    assert not send_next(now=after)
    assert send_next(now=after.replace(minute=4))
    assert not send_next(now=after.replace(minute=59))
    assert len(sent.outbox) == 1
