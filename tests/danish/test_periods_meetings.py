"""Phrases that mean a meeting of the body, which the calendar of its meetings turns into a day."""

import datetime as dt

import pytest

from tests.danish.period_table import check, rows

MEETINGS = [dt.date(2018, 6, 6), dt.date(2018, 9, 12), dt.date(2018, 10, 24), dt.date(2018, 11, 7), dt.date(2018, 11, 28)]

# phrase | the meeting it is said at | first day | last day | precision | rule
TABLE = """
# The body's next meeting: 12 September in MEETINGS
på næste møde                         | 2018-06-06 | 2018-09-12 | 2018-09-12 | meeting | next meeting
næste møde                            | 2018-09-12 | 2018-10-24 | 2018-10-24 | meeting | next meeting
næste møde                            | 2018-12-20 | -          | -          | meeting | next meeting
førstkommende møde                    | 2018-06-06 | 2018-09-12 | 2018-09-12 | meeting | next meeting
til det kommende møde                 | 2018-06-06 | 2018-09-12 | 2018-09-12 | meeting | next meeting
på det næste ordinære rådsmøde        | 2018-06-06 | 2018-09-12 | 2018-09-12 | meeting | next meeting
ved næstkommende udvalgsmøde          | 2018-06-06 | 2018-09-12 | 2018-09-12 | meeting | next meeting
inden næste møde                      | 2018-06-06 | -          | 2018-09-11 | day     | next meeting
senest på næste møde                  | 2018-06-06 | -          | 2018-09-12 | meeting | next meeting
# A meeting in a month: that meeting, or the month when there is none or more than one
på mødet i september måned 2018       | 2018-06-06 | 2018-09-12 | 2018-09-12 | meeting | meeting in a month
på mødet i september                  | 2018-06-06 | 2018-09-12 | 2018-09-12 | meeting | meeting in a month
på udvalgsmødet i november            | 2018-06-06 | 2018-11-01 | 2018-11-30 | month   | meeting in a month
på septembermødet                     | 2018-06-06 | 2018-09-12 | 2018-09-12 | meeting | month's meeting
på mødet i august                     | 2018-06-06 | 2018-08-01 | 2018-08-31 | month   | meeting in a month
ekstraordinært møde i september måned | 2018-06-06 | 2018-09-01 | 2018-09-30 | month   | meeting in a month
på mødet i juni                       | 2018-06-06 | 2018-06-01 | 2018-06-30 | month   | meeting in a month
# A meeting with its day
på mødet den 3. april 2025            | 2025-01-06 | 2025-04-03 | 2025-04-03 | meeting | meeting on a day
byrådsmødet d. 10. september          | 2018-06-06 | 2018-09-10 | 2018-09-10 | meeting | meeting on a day
møde mandag den 10. september 2018    | 2018-06-06 | 2018-09-10 | 2018-09-10 | meeting | meeting on a day
senest på mødet den 3. april 2025     | 2025-01-06 | -          | 2025-04-03 | meeting | meeting on a day
fra mødet den 3. september 2018       | 2018-06-06 | 2018-09-03 | -          | meeting | meeting on a day
# Some meeting, some time
på et kommende møde                   | 2018-06-06 | -          | -          | meeting | some meeting
på et senere møde                     | 2018-06-06 | -          | -          | meeting | some meeting
til kommende møder                    | 2018-06-06 | -          | -          | meeting | some meeting
på et af de kommende møder            | 2018-06-06 | -          | -          | meeting | some meeting
på de to kommende møder               | 2018-06-06 | -          | -          | meeting | some meeting
på de kommende to møder               | 2018-06-06 | -          | -          | meeting | some meeting
# Next time the body meets
til næste gang                        | 2018-06-06 | 2018-09-12 | 2018-09-12 | meeting | next meeting
inden næste gang                      | 2018-06-06 | -          | 2018-09-11 | day     | next meeting
# The first or the last of a year, else the year's beginning or end
på det sidste møde i 2018             | 2018-06-06 | 2018-11-28 | 2018-11-28 | meeting | first or last meeting
på det sidste møde i året             | 2018-06-06 | 2018-11-28 | 2018-11-28 | meeting | first or last meeting
på årets sidste møde                  | 2018-06-06 | 2018-11-28 | 2018-11-28 | meeting | year's first or last meeting
på det første møde i 2027             | 2026-06-06 | 2027-01-01 | 2027-04-30 | part_of_year | first or last meeting
på det første møde i næste år         | 2018-06-06 | 2019-01-01 | 2019-04-30 | part_of_year | first or last meeting
på det første møde i det nye år       | 2018-06-06 | 2019-01-01 | 2019-04-30 | part_of_year | first or last meeting
på årets første møde                  | 2018-10-06 | 2019-01-01 | 2019-04-30 | part_of_year | year's first or last meeting
på det sidste møde i 2027             | 2026-06-06 | 2027-10-01 | 2027-12-31 | part_of_year | first or last meeting
# Beside a feast
på første møde efter sommerferien     | 2018-06-06 | 2018-09-12 | 2018-09-12 | meeting | first or last meeting
på det sidste møde inden jul          | 2018-06-06 | 2018-11-28 | 2018-11-28 | meeting | first or last meeting
på første møde efter sommerferien     | 2019-06-06 | 2019-08-01 | -          | day     | first or last meeting
på første møde efter nytår            | 2018-12-20 | 2019-01-01 | -          | day     | first or last meeting
på sidste møde før sommerferien       | 2019-01-06 | -          | 2019-06-28 | day     | first or last meeting
# Of a season
på et af forårets møder               | 2018-06-06 | 2019-03-01 | 2019-05-31 | season  | season's meeting
"""


@pytest.mark.parametrize("row", rows(TABLE), ids=str)
def test_a_phrase_means_its_days(row):
    check(row, meetings=MEETINGS)
