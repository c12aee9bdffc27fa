"""The body that a report is owed to, where the minutes of another body tell of it."""

import datetime as dt

import pytest

from reader import facts
from reader.obligations import Setting, obligations_of
from reader.obligations.recipients import recipient_of

MEETING = dt.date(2024, 3, 6)
COUNCIL, COMMITTEE = Setting("Seniorrådet", MEETING), Setting("Havneudvalget", MEETING)

# The sentence | who gets the report, where it is not the body itself
TABLE = """
Havneudvalget modtager en status på kajen på hvert tredje udvalgsmøde.                     | Havneudvalget
Hvert kvartal får havneudvalget en status på kajen.                                        | Havneudvalget
I 2021 vedtog havneudvalget, at udvalget ønsker en status på hvert 3. udvalgsmøde.         | Havneudvalget
Forvaltningen giver en kvartalsvis status til Børne- og Skoleudvalget.                     | Børne- og Skoleudvalget
Forvaltningen forelægger en årlig status for Udvalget for Kultur og Fritid.                | Udvalget for Kultur og Fritid
Seniorrådet får en årlig status på kajen.                                                  |
Rådet ønsker en årlig status på kajen.                                                     |
Rådet ønsker, at Havneudvalget får en årlig status på kajen.                               |
Havneudvalget og Seniorrådet får en årlig status på kajen.                                 |
Havneudvalgets formand giver rådet en årlig status.                                        |
Forvaltningen giver hvert kvartal en status på kajen.                                      |
"""
ROWS = [[cell.strip() for cell in line.split("|")] for line in TABLE.strip().splitlines()]


@pytest.mark.parametrize(("sentence", "recipient"), ROWS)
def test_the_sentence_says_who_gets_the_report(sentence, recipient):
    assert recipient_of(sentence, COUNCIL) == recipient


def test_what_the_body_gets_itself_is_owed_to_no_other():
    assert recipient_of("Havneudvalget modtager en status på hvert møde.", COMMITTEE) == ""
    assert recipient_of("Udvalget modtager en status på hvert møde.", COMMITTEE) == ""


def test_a_follow_up_knows_whom_it_is_owed_to():
    text = "Havneudvalget modtager en status på kajen på hvert tredje udvalgsmøde."
    item = facts.ItemFacts(1, "Kajen", sections=[facts.SectionFacts("Resumé", text)])
    (status,) = obligations_of(item, COUNCIL).follow_ups
    assert (status.recipient, status.recurrence) == ("Havneudvalget", facts.Recurrence(3, "meeting"))
    (own,) = obligations_of(item, COMMITTEE).follow_ups
    assert own.recipient == ""
