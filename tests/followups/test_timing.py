"""What a sentence says of when, in its own words."""

import datetime as dt

import pytest

from followups.timing import Timing, timing

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
Punktet tages op på et møde i oktober.                          | 2018-10-24 | 2018-10-24 | på et møde i oktober             | no
Forvaltningen vender tilbage til rådet, møde den 24. oktober.   | 2018-10-24 | 2018-10-24 | møde den 24. oktober             | no
Ældrechefen vender tilbage til i oktober.                       | 2018-10-01 | 2018-10-31 | i oktober                        | no
# Read before the meetings were known, or after
Sagen tages op igen på mødet i september.                       | 2018-09-01 | 2018-09-30 | på mødet i september             | no
Sagen tages op igen på mødet i september.                       | 2018-09-12 | 2018-09-12 | på mødet i september             | no
# The next meeting
Udsat til næste møde.                                           | -          | -          | til næste møde                   | yes
Udsat til næste møde.                                           | 2018-09-12 | 2018-09-12 | til næste møde                   | yes
Punktet behandles på det førstkommende ordinære møde.           | -          | -          | på det førstkommende ordinære møde | yes
Svaret gives på det kommende udvalgsmøde.                       | 2018-09-12 | 2018-09-12 | på det kommende udvalgsmøde      | yes
Lederen redegør på rådets næste møde.                           | -          | -          | på rådets næste møde             | yes
Tallene er klar senest på næste møde.                           | -          | -          | senest på næste møde             | yes
Referatet fra besøget sendes inden næste møde.                  | -          | -          | inden næste møde                 | yes
Referatet fra besøget sendes inden næste møde.                  | 2018-09-11 | 2018-09-11 | inden næste møde                 | yes
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


@pytest.mark.parametrize(("quote", "first", "last", "words", "at_next"), ROWS)
def test_a_sentence_tells_when_in_its_own_words(quote, first, last, words, at_next):
    due = None if first == "-" else (dt.date.fromisoformat(first), dt.date.fromisoformat(last))
    told = timing(quote=quote, due=due, asked=ASKED, meetings=MEETINGS)
    assert told == Timing(words, at_next == "yes")
    assert words in quote


@pytest.mark.parametrize("phrase", ["til næste møde", "på det førstkommende møde", "senest på rådets næste ordinære møde"])
def test_the_next_meeting_is_known_for_what_it_is_without_any_calendar(phrase):
    assert timing(quote=f"Sagen udsættes {phrase}.", due=None, asked=ASKED, meetings=[]) == Timing(phrase, at_next_meeting=True)


def test_line_breaks_and_double_spaces_are_one_space():
    quote = "Status gives på  udvalgets\nmøde  den 3. april 2025."
    day = dt.date(2025, 4, 3)
    assert timing(quote=quote, due=(day, day), asked=ASKED, meetings=[]).words == "på udvalgets møde den 3. april 2025"


def test_however_often_it_is_said_the_words_stay_few():
    assert timing(quote="Status hvert kvartal " * 50, due=None, asked=ASKED, meetings=[]).words == "hvert kvartal"
    assert len(timing(quote="hvert kvartal " * 50, due=None, asked=ASKED, meetings=[]).words) < 50
