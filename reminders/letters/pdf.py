"""A letter as PDF, for the post."""

import re
from pathlib import Path

from django.utils.translation import pgettext

from documents.typesetting import pdf_of
from reminders.models import Letter
from reminders.wording import weekday_in_words

TEMPLATE = Path(__file__).with_name("brev.typ")


def letter_pdf(letter: Letter) -> bytes:
    """The same bytes for the same letter. Its body is at hand."""
    data = {
        "body": letter.body.name,
        "to": [letter.recipient, *letter.postal_address.splitlines()],
        "day": weekday_in_words(letter.sent_on),
        "subject": letter.subject,
        "paragraphs": [paragraph.splitlines() for paragraph in re.split(r"\n\s*\n", letter.text.strip())],
        "page_of": [pgettext("page 1 of 3", "Page"), pgettext("page 1 of 3", "of")],
    }
    return pdf_of(TEMPLATE, data, day=letter.sent_on)
