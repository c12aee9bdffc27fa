"""Due rules out of words: a sentence of the minutes, and what the secretary writes."""

import datetime as dt

import pytest

from followups.due_rules import DueRule
from followups.due_words import parse_rule, read_rule

ASKED = dt.date(2018, 6, 6)
MEETINGS = [dt.date(2018, 5, 2), dt.date(2018, 9, 12), dt.date(2018, 10, 24)]

# sentence | first day due | last day due | the words | whether they mean the next meeting
TABLE = """
# The days read are those of a phrase
Rådet vil gerne have en status i slutningen af 2019.            | 2018-01-01 | 2018-01-01 |                                  | no
Rådet vil gerne have en status i slutningen af 2019.            | 2019-10-01 | 2019-12-31 | i slutningen af 2019             | no
Senest den 1. maj 2019 foreligger en opgørelse.                 | 2019-05-01 | 2019-05-01 | Senest den 1. maj 2019           | no
Skolechefen svarer inden for 14 dage.                           | 2018-06-06 | 2018-06-20 | inden for 14 dage                | no
Notatet sendes ud inden sommerferien.                           | 2018-06-29 | 2018-06-29 | inden sommerferien               | no
Udkastet ventes i uge 43.                                       | 2018-10-22 | 2018-10-28 | i uge 43                         | no
I august får rådet tallene, og i oktober drøftes de.            | 2018-10-01 | 2018-10-31 | i oktober                        | no
I august får rådet tallene, og i oktober drøftes de.            | 2018-08-01 | 2018-08-31 | I august                         | no
# The preposition before it, over an article or whose meeting it is
Oplægget drøftes ved udvalgets møde den 3. april 2025.          | 2025-04-03 | 2025-04-03 | ved udvalgets møde den 3. april 2025 | no
Formanden tager tre forslag med til det ekstraordinære møde i august. | 2018-08-01 | 2018-08-31 | til det ekstraordinære møde i august | no
Punktet tages op på et møde i oktober.                          | 2018-10-01 | 2018-10-31 | på et møde i oktober             | no
Forvaltningen vender tilbage til rådet, møde den 24. oktober.   | 2018-10-24 | 2018-10-24 | møde den 24. oktober             | no
Ældrechefen vender tilbage til i oktober.                       | 2018-10-01 | 2018-10-31 | i oktober                        | no
Sagen tages op igen på mødet i september.                       | 2018-09-01 | 2018-09-30 | på mødet i september             | no
# The next meeting
Udsat til næste møde.                                           | -          | -          | til næste møde                   | yes
Punktet behandles på det førstkommende ordinære møde.           | -          | -          | på det førstkommende ordinære møde | yes
Lederen redegør på rådets næste møde.                           | -          | -          | på rådets næste møde             | yes
Tallene er klar senest på næste møde.                           | -          | -          | senest på næste møde             | yes
Referatet fra besøget sendes inden næste møde.                  | -          | -          | inden næste møde                 | yes
# No more the next meeting: another day was read, or stands beside it
Emnet drøftes på næste møde, og en status følger i december.    | 2018-12-01 | 2018-12-31 | i december                       | no
Punktet tages op på næste møde den 12. september.               | 2018-09-12 | 2018-09-12 | på næste møde den 12. september  | no
Udsat til næste møde.                                           | 2018-11-15 | 2018-11-15 |                                  | no
Der følges op efter næste møde.                                 | -          | -          | efter næste møde                 | no
# Again and again
Rådet ønsker en status på hvert 3. møde.                        | -          | -          | på hvert 3. møde                 | no
Rådet ønsker en kvartalsvis status.                             | -          | -          | kvartalsvis                      | no
Rådet følger sagen i kvartalsvise opgørelser.                   | -          | -          | kvartalsvise                     | no
Der gives en status to gange årligt.                            | -          | -          | to gange årligt                  | no
Rådet får årligt i april en status.                             | 2019-04-01 | 2019-04-30 | årligt i april                   | no
Rådet får i april hvert år en status.                           | 2019-04-01 | 2019-04-30 | i april hvert år                 | no
Rådet får en status hvert kvartal, første gang i september.     | 2018-09-01 | 2018-09-30 | i september                      | no
Rådet får en status hvert kvartal.                              | 2018-08-01 | 2018-08-31 | hvert kvartal                    | no
Lederen redegør på næste møde og derefter hvert kvartal.        | -          | -          | på næste møde                    | yes
# No day at all
Forvaltningen undersøger sagen snarest muligt.                  | -          | -          | snarest muligt                   | no
Sagen forelægges på et kommende møde.                           | -          | -          | på et kommende møde              | no
Forvaltningen undersøger sagen.                                 | -          | -          |                                  | no
"""
ROWS = [[cell.strip() for cell in line.split("|")] for line in TABLE.strip().splitlines() if not line.startswith("#")]


def read(quote: str, told: tuple[dt.date, dt.date] | None = None) -> DueRule:
    return read_rule(quote, told=told, recurrence=None, asked=ASKED)


@pytest.mark.parametrize(("quote", "first", "last", "words", "at_next"), ROWS)
def test_a_sentence_tells_when_in_its_own_words(quote, first, last, words, at_next):
    told = None if first == "-" else (dt.date.fromisoformat(first), dt.date.fromisoformat(last))
    rule = read(quote, told)
    assert rule == DueRule(words, *(told or (None, None)), at_next_meeting=at_next == "yes")
    assert words in quote


def test_line_breaks_and_double_spaces_are_one_space():
    day = dt.date(2025, 4, 3)
    assert read("Status gives på  udvalgets\nmøde  den 3. april 2025.", (day, day)).words == "på udvalgets møde den 3. april 2025"


def test_however_often_it_is_said_the_words_stay_few():
    assert read("Status hvert kvartal " * 50).words == "hvert kvartal"
    assert len(read("hvert kvartal " * 50).words) < 50


def test_how_often_is_part_of_the_rule():
    rule = read_rule("Rådet ønsker en status på hvert 3. møde.", told=None, recurrence=(3, "meeting"), asked=ASKED)
    assert rule == DueRule("på hvert 3. møde", every=3, unit="meeting")


# words | first day due | last day due | the next meeting | again
WRITTEN = """
i slutningen af 2019                         | 2019-10-01 | 2019-12-31 | no  | -
september 2019                               | 2019-09-01 | 2019-09-30 | no  | -
senest den 1. maj 2019                       | 2019-05-01 | 2019-05-01 | no  | -
på mødet i september                         | 2018-09-12 | 2018-09-12 | no  | -
næste møde                                   | -          | -          | yes | -
på næste ordinære møde                       | -          | -          | yes | -
inden næste møde                             | -          | -          | yes | -
på næste møde den 12. september              | 2018-09-12 | 2018-09-12 | no  | -
snarest muligt                               | -          | -          | no  | -
løbende                                      | -          | -          | no  | -
hvert kvartal                                | -          | -          | no  | 1 quarter
kvartalsvis                                  | -          | -          | no  | 1 quarter
to gange årligt                              | -          | -          | no  | 6 month
på hvert 3. møde                             | -          | -          | no  | 3 meeting
som fast punkt                               | -          | -          | no  | 1 meeting
årligt i april                               | 2019-04-01 | 2019-04-30 | no  | 1 year
i uge 43 hvert år                            | 2018-10-22 | 2018-10-28 | no  | 1 year
hvert år senest den 28. februar              | 2019-02-28 | 2019-02-28 | no  | 1 year
hver december                                | 2018-12-01 | 2018-12-31 | no  | 1 year
hvert forår                                  | 2019-03-01 | 2019-05-31 | no  | 1 year
hvert kvartal, første gang i maj             | 2019-05-01 | 2019-05-31 | no  | 1 quarter
i slutningen af 2019 og derefter årligt      | 2019-10-01 | 2019-12-31 | no  | 1 year
på næste møde og derefter hvert kvartal      | -          | -          | yes | 1 quarter
"""
WRITTEN_ROWS = [[cell.strip() for cell in line.split("|")] for line in WRITTEN.strip().splitlines()]


@pytest.mark.parametrize(("words", "first", "last", "at_next", "again"), WRITTEN_ROWS)
def test_what_the_secretary_writes_is_read_as_the_sentences_are(words, first, last, at_next, again):
    days = [None if day == "-" else dt.date.fromisoformat(day) for day in (first, last)]
    every, unit = (None, "") if again == "-" else (int(again.split()[0]), again.split()[1])
    expected = DueRule(words, *days, at_next_meeting=at_next == "yes", every=every, unit=unit)
    assert parse_rule(words, since=ASKED, meetings=MEETINGS) == expected
    assert str(expected) == words


@pytest.mark.parametrize("words", ["når det passer", "fra 1. maj", "efter næste møde", "hver 14. dag", ""])
def test_what_tells_no_time_or_no_end_is_no_rule(words):
    assert parse_rule(words, since=ASKED, meetings=MEETINGS) is None


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        (DueRule(first=dt.date(2019, 4, 1), last=dt.date(2019, 4, 30), every=1, unit="year"), "hvert år, 1.–30. april 2019"),
        (DueRule(at_next_meeting=True), "på næste møde"),
        (DueRule(every=3, unit="meeting"), "hvert 3. møde"),
        (DueRule(), ""),
    ],
)
def test_a_rule_without_words_of_its_own_is_told_in_danish(rule, told):
    assert str(rule) == told
