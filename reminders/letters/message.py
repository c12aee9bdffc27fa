"""A letter as a mail, after a last look at whether it may leave."""

from django.core.mail import EmailMessage

from reminders import sources
from reminders.letters.about import may_be_mailed
from reminders.models import Letter, Mail


def may_leave(letter: Letter) -> bool:
    """Tells whether the letter may leave: its subject is still waited for, and everybody may read of it. Its item and meeting are at hand."""
    return may_be_mailed(letter.item) and sources.source_of(letter.key).waits_for(letter.key)


def message_of(mail: Mail, letter: Letter) -> EmailMessage:
    """The letter under the Message-ID that its row has. Answers go to whoever wrote it."""
    return EmailMessage(
        letter.subject,
        letter.text,
        to=[letter.address],
        reply_to=[letter.by.email] if letter.by and letter.by.email else None,
        headers={"Message-ID": mail.message_id},
    )
