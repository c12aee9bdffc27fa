"""A mail that may be taken later is sent again; one that never will be is given up."""

from smtplib import SMTPDataError, SMTPRecipientsRefused, SMTPServerDisconnected

import pytest
from celery.exceptions import Retry
from django.core.mail import EmailMessage
from kombu.exceptions import OperationalError as BrokerError

from accounts import mails, tasks
from tests import factories as f

pytestmark = pytest.mark.django_db

ADDRESS = "gerda@lindhoej.example"


@pytest.fixture
def attempts(monkeypatch):
    """Lets every mail fail with the error, and counts how often it is tried."""

    def fail_with(error: Exception) -> list[int]:
        tried = []

        def fail(*_):
            tried.append(1)
            raise error

        monkeypatch.setattr(EmailMessage, "send", fail)
        return tried

    return fail_with


@pytest.mark.parametrize(
    "error",
    [
        ConnectionRefusedError(),
        SMTPServerDisconnected(),
        SMTPDataError(451, b"busy"),
        SMTPRecipientsRefused({ADDRESS: (450, b"mailbox busy")}),
    ],
    ids=["no server", "it hangs up", "it is busy", "the mailbox is busy"],
)
def test_what_passes_by_itself_is_tried_again(attempts, error):
    tried = attempts(error)
    with pytest.raises(Retry) as again:
        tasks.send_password_changed.delay(f.UserFactory(email=ADDRESS).pk)
    assert len(tried) == 1
    assert 0 <= again.value.when <= tasks.send_password_changed.retry_backoff


@pytest.mark.parametrize(
    ("error", "code"),
    [(SMTPDataError(554, b"spam"), 554), (SMTPRecipientsRefused({ADDRESS: (550, ADDRESS.encode())}), 550)],
    ids=["it is not wanted", "there is no such mailbox"],
)
def test_what_is_refused_for_good_is_given_up_and_told_without_the_address(attempts, error, code):
    tried = attempts(error)
    with pytest.raises(mails.MailRefused) as refused:
        tasks.send_password_changed.delay(f.UserFactory(email=ADDRESS).pk)
    assert (len(tried), refused.value.args, refused.value.__cause__) == (1, (code,), None)


def test_each_of_several_with_one_address_gets_a_mail_and_who_was_deleted_meanwhile_none(mailoutbox):
    users = [f.UserFactory(email=ADDRESS) for _ in range(2)]
    tasks.send_reset_links(ADDRESS.upper(), "https://sekretariat.example/")
    assert len(mailoutbox) == len(users)
    tasks.send_reset_link(0, "https://sekretariat.example/")
    tasks.send_password_changed(0)
    assert len(mailoutbox) == len(users)


@pytest.mark.parametrize("error", [BrokerError, ConnectionResetError])
def test_a_queue_that_does_not_answer_is_tried_again(monkeypatch, error):
    def fail(*_):
        raise error

    f.UserFactory(email=ADDRESS)
    monkeypatch.setattr(tasks.send_reset_link, "delay", fail)
    with pytest.raises(Retry):
        tasks.send_reset_links.delay(ADDRESS, "https://sekretariat.example/")
