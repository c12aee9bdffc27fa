"""Phrases that count from the meeting, and those that tell no day."""

import pytest

from tests.danish.period_table import check, rows

# phrase | the meeting it is said at | first day | last day | precision | rule
TABLE = """
# About a time from the meeting
om et års tid                     | 2018-06-06 | 2019-06-01 | 2019-06-30 | month | after about a time
om en måneds tid                  | 2018-06-06 | 2018-07-01 | 2018-07-31 | month | after about a time
om to ugers tid                   | 2018-06-06 | 2018-06-18 | 2018-06-24 | week  | after about a time
om en uges tid                    | 2018-06-06 | 2018-06-11 | 2018-06-17 | week  | after about a time
om et halvt års tid               | 2018-06-06 | 2018-12-01 | 2018-12-31 | month | after about a time
om et par måneder                 | 2018-06-06 | 2018-08-01 | 2018-08-31 | month | after a time
om et par uger                    | 2018-06-06 | 2018-06-18 | 2018-06-24 | week  | after a time
når året er omme                  | 2018-06-06 | -          | 2018-12-31 | year  | when the running is over
# Within some time of the meeting
inden for 14 dage                 | 2018-06-06 | 2018-06-06 | 2018-06-20 | day   | within a time
inden 14 dage                     | 2018-06-06 | 2018-06-06 | 2018-06-20 | day   | within a time
inden for tre uger                | 2018-12-20 | 2018-12-20 | 2019-01-10 | day   | within a time
inden for to måneder              | 2018-12-31 | 2018-12-31 | 2019-02-28 | day   | within a time
inden for en måned                | 2024-01-31 | 2024-01-31 | 2024-02-29 | day   | within a time
indenfor 3 måneder                | 2018-06-06 | 2018-06-06 | 2018-09-06 | day   | within a time
inden for et år                   | 2024-02-29 | 2024-02-29 | 2025-02-28 | day   | within a time
inden for et halvt år             | 2018-06-06 | 2018-06-06 | 2018-12-06 | day   | within a time
inden for de næste 14 dage        | 2018-06-06 | 2018-06-06 | 2018-06-20 | day   | within a time
i løbet af de næste tre år        | 2019-06-11 | 2019-06-11 | 2022-06-11 | day   | within a time
i løbet af de kommende to måneder | 2019-06-11 | 2019-06-11 | 2019-08-11 | day   | within a time
over de næste to år               | 2019-06-11 | 2019-06-11 | 2021-06-11 | day   | within a time
inden for 14 dage efter mødet     | 2018-06-06 | 2018-06-06 | 2018-06-20 | day   | within a time
senest om 14 dage                 | 2018-06-06 | -          | 2018-06-20 | day   | after a time
# In some time
om 14 dage                        | 2018-06-06 | 2018-06-20 | 2018-06-20 | day   | after a time
om to uger                        | 2018-06-06 | 2018-06-18 | 2018-06-24 | week  | after a time
om ca. 3 måneder                  | 2018-11-30 | 2019-02-01 | 2019-02-28 | month | after a time
om et halvt år                    | 2018-06-06 | 2018-12-01 | 2018-12-31 | month | after a time
om et år                          | 2018-06-06 | 2019-06-01 | 2019-06-30 | month | after a time
om halvandet år                   | 2018-06-06 | 2019-12-01 | 2019-12-31 | month | after a time
14 dage efter mødet               | 2018-06-06 | 2018-06-20 | 2018-06-20 | day   | a time after the meeting
# After some time, where nothing is said of what
efter et år                       | 2018-06-06 | 2019-06-01 | 2019-06-30 | month | after some time
efter ca. tre måneder             | 2018-11-30 | 2019-02-01 | 2019-02-28 | month | after some time
# The week's own days
inden fredag                      | 2018-06-06 | -          | 2018-06-07 | day   | weekday
senest fredag                     | 2018-06-08 | -          | 2018-06-15 | day   | weekday
inden weekenden                   | 2018-06-06 | -          | 2018-06-08 | day   | weekend
inden weekenden                   | 2018-06-09 | -          | 2018-06-15 | day   | weekend
# The year that comes, and the one that runs
i det nye år                      | 2018-06-06 | 2019-01-01 | 2019-04-30 | part_of_year | the new year
i det nye år                      | 2019-01-09 | 2019-01-01 | 2019-04-30 | part_of_year | the new year
inden det nye år                  | 2018-06-06 | -          | 2018-12-31 | part_of_year | the new year
i indeværende år                  | 2018-06-06 | 2018-01-01 | 2018-12-31 | year  | this or next
til foråret                       | 2018-06-06 | 2019-03-01 | 2019-05-31 | season | season
i uge 8-10                        | 2018-06-06 | 2019-02-18 | 2019-03-10 | week  | week
# No day at all
snarest muligt                    | 2018-06-06 | -          | -          | open  | as soon as possible
snarest                           | 2018-06-06 | -          | -          | open  | as soon as possible
hurtigst muligt                   | 2018-06-06 | -          | -          | open  | as soon as possible
så snart som muligt               | 2018-06-06 | -          | -          | open  | as soon as possible
løbende                           | 2018-06-06 | -          | -          | open  | continuously
på sigt                           | 2018-06-06 | -          | -          | open  | in the long run
på længere sigt                   | 2018-06-06 | -          | -          | open  | in the long run
på et senere tidspunkt            | 2018-06-06 | -          | -          | open  | in the long run
"""


@pytest.mark.parametrize("row", rows(TABLE), ids=str)
def test_a_phrase_means_its_days(row):
    check(row)
