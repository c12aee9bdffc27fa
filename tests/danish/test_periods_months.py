"""Phrases that mean a month, a part of one, or a week."""

import pytest

from tests.danish.period_table import check, rows

# phrase | the meeting it is said at | first day | last day | precision | rule
TABLE = """
# A month
i september måned 2018          | 2018-06-06 | 2018-09-01 | 2018-09-30 | month         | month
i september måned               | 2018-06-06 | 2018-09-01 | 2018-09-30 | month         | month
september 2018                  | 2018-06-06 | 2018-09-01 | 2018-09-30 | month         | month
i juni                          | 2018-06-06 | 2018-06-01 | 2018-06-30 | month         | month
i maj                           | 2018-06-06 | 2019-05-01 | 2019-05-31 | month         | month
i januar                        | 2018-12-10 | 2019-01-01 | 2019-01-31 | month         | month
i december                      | 2018-12-10 | 2018-12-01 | 2018-12-31 | month         | month
i december                      | 2018-12-31 | 2018-12-01 | 2018-12-31 | month         | month
i december                      | 2019-01-01 | 2019-12-01 | 2019-12-31 | month         | month
i februar                       | 2023-12-10 | 2024-02-01 | 2024-02-29 | month         | month
i februar 2023                  | 2018-12-10 | 2023-02-01 | 2023-02-28 | month         | month
til september                   | 2018-06-06 | 2018-09-01 | 2018-09-30 | month         | month
i november i år                 | 2018-12-10 | 2018-11-01 | 2018-11-30 | month         | month
i marts næste år                | 2018-01-10 | 2019-03-01 | 2019-03-31 | month         | month
sep. 2018                       | 2018-06-06 | 2018-09-01 | 2018-09-30 | month         | month
Sept 2018                       | 2018-06-06 | 2018-09-01 | 2018-09-30 | month         | month
i løbet af juni 2019            | 2019-06-11 | 2019-06-01 | 2019-06-30 | month         | month
i AUGUST MÅNED                  | 2018-06-06 | 2018-08-01 | 2018-08-31 | month         | month
# A part of a month
primo juni 2018                 | 2018-06-06 | 2018-06-01 | 2018-06-10 | part_of_month | month
medio juni 2018                 | 2018-06-06 | 2018-06-11 | 2018-06-20 | part_of_month | month
ultimo juni 2018                | 2018-06-06 | 2018-06-21 | 2018-06-30 | part_of_month | month
Ultimo februar 2024             | 2018-06-06 | 2024-02-21 | 2024-02-29 | part_of_month | month
ultimo februar 2023             | 2018-06-06 | 2023-02-21 | 2023-02-28 | part_of_month | month
i starten af maj                | 2018-06-06 | 2019-05-01 | 2019-05-10 | part_of_month | month
i begyndelsen af juni           | 2018-06-06 | 2018-06-01 | 2018-06-10 | part_of_month | month
i begyndelsen af juni           | 2018-06-11 | 2019-06-01 | 2019-06-10 | part_of_month | month
i midten af maj 2019            | 2018-06-06 | 2019-05-11 | 2019-05-20 | part_of_month | month
i slutningen af juni 2019       | 2019-06-11 | 2019-06-21 | 2019-06-30 | part_of_month | month
sidst i maj                     | 2018-05-06 | 2018-05-21 | 2018-05-31 | part_of_month | month
først i august                  | 2018-05-06 | 2018-08-01 | 2018-08-10 | part_of_month | month
midt i august                   | 2018-05-06 | 2018-08-11 | 2018-08-20 | part_of_month | month
start august                    | 2018-05-06 | 2018-08-01 | 2018-08-10 | part_of_month | month
slut august                     | 2018-05-06 | 2018-08-21 | 2018-08-31 | part_of_month | month
i første halvdel af juni        | 2018-05-06 | 2018-06-01 | 2018-06-15 | part_of_month | month
i anden halvdel af februar 2024 | 2018-05-06 | 2024-02-16 | 2024-02-29 | part_of_month | month
i slutningen af måneden         | 2018-06-06 | 2018-06-21 | 2018-06-30 | part_of_month | the running
# This month, the next
næste måned                     | 2018-12-10 | 2019-01-01 | 2019-01-31 | month         | this or next
i denne måned                   | 2018-12-10 | 2018-12-01 | 2018-12-31 | month         | this or next
i indeværende måned             | 2024-02-10 | 2024-02-01 | 2024-02-29 | month         | this or next
i den kommende måned            | 2018-06-06 | 2018-07-01 | 2018-07-31 | month         | this or next
medio næste måned               | 2018-06-06 | 2018-07-11 | 2018-07-20 | part_of_month | this or next
# A week
uge 43                          | 2018-06-06 | 2018-10-22 | 2018-10-28 | week          | week
i uge 43                        | 2018-10-28 | 2018-10-22 | 2018-10-28 | week          | week
i uge 43                        | 2018-10-29 | 2019-10-21 | 2019-10-27 | week          | week
i uge 1                         | 2018-12-10 | 2018-12-31 | 2019-01-06 | week          | week
i uge 1 2019                    | 2018-06-10 | 2018-12-31 | 2019-01-06 | week          | week
uge 53 2020                     | 2018-06-10 | 2020-12-28 | 2021-01-03 | week          | week
uge 53                          | 2020-12-10 | 2020-12-28 | 2021-01-03 | week          | week
uge 52                          | 2025-01-01 | 2025-12-22 | 2025-12-28 | week          | week
i uge 6 i 2024                  | 2018-06-10 | 2024-02-05 | 2024-02-11 | week          | week
uge 43, 2018                    | 2018-06-10 | 2018-10-22 | 2018-10-28 | week          | week
uge 43/2018                     | 2018-06-10 | 2018-10-22 | 2018-10-28 | week          | week
i denne uge                     | 2018-06-06 | 2018-06-04 | 2018-06-10 | week          | this or next
næste uge                       | 2018-12-27 | 2018-12-31 | 2019-01-06 | week          | this or next
i ugen efter påske              | 2019-03-05 | 2019-04-22 | 2019-04-28 | week          | week after a feast
ugen efter påsken               | 2019-04-28 | 2019-04-22 | 2019-04-28 | week          | week after a feast
ugen efter påske                | 2019-04-29 | 2020-04-13 | 2020-04-19 | week          | week after a feast
i ugen efter pinse 2019         | 2018-06-06 | 2019-06-10 | 2019-06-16 | week          | week after a feast
"""


@pytest.mark.parametrize("row", rows(TABLE), ids=str)
def test_a_phrase_means_its_days(row):
    check(row)
