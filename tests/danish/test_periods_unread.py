"""What looks like a time and is none, days that do not exist, and names: nothing is read there."""

import datetime as dt

import pytest

from danish.periods import find_periods, parse_period

MEETING = dt.date(2018, 6, 6)


@pytest.mark.parametrize(
    "text",
    [
        # numbers of other kinds
        "jf. pkt. 3.5 og punkt 4.1", "2.616.000 kr.", "en merudgift på 1.2 mio. kr.", "37,5 timer om ugen", "i 2000 kr.",
        "78,8 % af de unge",
        "27.15.00-A08-1-18", "00.01.00-P22-1-18", "330-2018-3619", "2012-28504", "12/27845", "i 2017/27088", "01.02G00 - 2017/27088",
        "sag 10.4", "sag nr. 126", "efter § 85", "§ 12.3-14", "jf. lovens § 14 a, stk. 2", "version 2.1.4", "tlf. 89 15 15 15", "8915 2018",
        "kl. 15.30-17.00", "kl. 16.05 - 16.20", "kl. 9", "bilag 3", "3/4 af borgerne", "1/3", "i 14 dage", "12 uger på døgntilbud",
        "31 timer pr. uge", "37,5 timer/måned", "872.000 kr. pr. år", "3 år", "borgere fra 18 år", "over 65 år",
        "10 % i kvartalet", "E12 2019x",
        # days that do not exist
        "den 31. februar", "31. februar 2021", "31-02-2018", "den 30/2", "den 29. februar 2023", "den 0. maj", "den 32. maj", "d. 4/13",
        "uge 54", "uge 0", "uge 53 2018", "onsdag i uge 53 i 2018", "32. kvartal", "5. kvartal 2025", "3. halvår",
        "vinteren 2018/20", "2018/20",
        "skoleåret 2025/27", "2021-18", "årsskiftet 2018/20",
        # a month's name that is a person's
        "August Jensen", "til Jan Hansen", "Maj-Britt", "April Holm og Maj Lund", "Jan",
        # words that tell of time but not when
        "de seneste 12 måneder", "inden for de seneste to år", "om året", "om ugen", "de kommende år", "i de næste år", "inden for rammen",
        "inden for økonomien", "på området", "den løbende drift", "de løbende budgetforhandlinger", "i måneden", "i året", "uge",
        "to uger efter afgørelsen", "inden for 14 dage efter modtagelsen", "efter et år i ordningen", "efter to dage", "halvvejs i perioden",
        "næste gang der er valg", "åbent i weekenden", "fra mandag til fredag", "til 3/4 af borgerne", "første møde", "det nye årstal", "inden for to uger fra klagen", "om 3 uger efter ferien",
        "i ugen efter valget", "i ugen efter påskefrokosten",
        # how often, which is no time by itself
        "hvert 2. kvartal", "på hvert andet kvartal", "hvert andet halvår", "hver anden måned", "hvert efterår", "hvert 3. år", "en gang i hver valgperiode",
        "sommer", "jul", "sep", "møder", "mødet", "formøde", "sidste møde", "kvartal", "halvår", "vinterferien", "", " ", ".", "\n\n",
    ],
)  # fmt: skip
def test_nothing_is_read(text):
    assert find_periods(text, MEETING) == []


@pytest.mark.parametrize(
    "phrase",
    [
        "den 31. februar", "3. og 10. september", "i september og i oktober 2019, tror jeg", "fra maj", "mødes i september", "maj?",
        "inden", "efter", "udgangen af", "primo", "30. februar til 3. marts",
    ],
)  # fmt: skip
def test_what_is_not_wholly_one_time_is_no_period(phrase):
    period = parse_period(phrase, MEETING)
    assert period is None or phrase in ("fra maj",)


def test_closing_punctuation_and_white_space_do_not_count():
    assert parse_period("  (senest den 1. oktober).\n", MEETING).last == dt.date(2018, 10, 1)
    assert parse_period("  (senest den 1. oktober).\n", MEETING).span == (3, 24)
