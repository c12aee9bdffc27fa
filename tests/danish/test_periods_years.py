"""Phrases that mean a quarter, a half-year, a season, a year or a part of one."""

import pytest

from tests.danish.period_table import check, rows

# phrase | the meeting it is said at | first day | last day | precision | rule
TABLE = """
# Quarters and half-years
1. kvartal 2025                 | 2024-06-06 | 2025-01-01 | 2025-03-31 | quarter      | quarter
i 4. kvartal                    | 2024-06-06 | 2024-10-01 | 2024-12-31 | quarter      | quarter
i 2. kvartal                    | 2024-06-30 | 2024-04-01 | 2024-06-30 | quarter      | quarter
i 2. kvartal                    | 2024-07-01 | 2025-04-01 | 2025-06-30 | quarter      | quarter
i andet kvartal 2021            | 2021-02-22 | 2021-04-01 | 2021-06-30 | quarter      | quarter
første kvartal af 2024          | 2021-02-22 | 2024-01-01 | 2024-03-31 | quarter      | quarter
tredje kvartal i 2024           | 2021-02-22 | 2024-07-01 | 2024-09-30 | quarter      | quarter
Q1 2025                         | 2021-02-22 | 2025-01-01 | 2025-03-31 | quarter      | quarter as Q
Q4                              | 2021-02-22 | 2021-10-01 | 2021-12-31 | quarter      | quarter as Q
næste kvartal                   | 2021-12-22 | 2022-01-01 | 2022-03-31 | quarter      | this or next
i indeværende kvartal           | 2021-12-22 | 2021-10-01 | 2021-12-31 | quarter      | this or next
i slutningen af 2. kvartal 2025 | 2024-06-06 | 2025-06-01 | 2025-06-30 | month        | quarter
primo 3. kvartal                | 2024-06-06 | 2024-07-01 | 2024-07-31 | month        | quarter
1. halvår 2025                  | 2024-06-06 | 2025-01-01 | 2025-06-30 | half_year    | half-year
i 2. halvår                     | 2024-06-06 | 2024-07-01 | 2024-12-31 | half_year    | half-year
i første halvår                 | 2024-07-01 | 2025-01-01 | 2025-06-30 | half_year    | half-year
i andet halvår af 2024          | 2021-02-22 | 2024-07-01 | 2024-12-31 | half_year    | half-year
næste halvår                    | 2024-07-01 | 2025-01-01 | 2025-06-30 | half_year    | this or next
i starten af 2. halvår 2024     | 2021-02-22 | 2024-07-01 | 2024-08-31 | month        | half-year
# Seasons
foråret 2025                    | 2024-06-06 | 2025-03-01 | 2025-05-31 | season       | season
i foråret 2022                  | 2021-02-22 | 2022-03-01 | 2022-05-31 | season       | season
i foråret                       | 2018-06-06 | 2019-03-01 | 2019-05-31 | season       | season
til foråret                     | 2018-05-31 | 2018-03-01 | 2018-05-31 | season       | season
forår 2025                      | 2024-06-06 | 2025-03-01 | 2025-05-31 | season       | season
til sommer                      | 2018-03-06 | 2018-06-01 | 2018-08-31 | season       | season
sommeren 2018                   | 2019-06-11 | 2018-06-01 | 2018-08-31 | season       | season
næste sommer                    | 2018-06-06 | 2019-06-01 | 2019-08-31 | season       | season
næste sommer                    | 2018-03-06 | 2018-06-01 | 2018-08-31 | season       | season
i efteråret 2017                | 2018-06-06 | 2017-09-01 | 2017-11-30 | season       | season
hen over efteråret              | 2018-06-06 | 2018-09-01 | 2018-11-30 | season       | season
vinteren 2018                   | 2018-06-06 | 2017-12-01 | 2018-02-28 | season       | season
vinteren 2018                   | 2018-10-06 | 2018-12-01 | 2019-02-28 | season       | season
vinteren 2018/19                | 2018-06-06 | 2018-12-01 | 2019-02-28 | season       | season
vinteren 2023-2024              | 2018-06-06 | 2023-12-01 | 2024-02-29 | season       | season
i vinteren                      | 2018-06-06 | 2018-12-01 | 2019-02-28 | season       | season
i vinter                        | 2019-01-06 | 2018-12-01 | 2019-02-28 | season       | season
i det tidlige forår             | 2018-06-06 | 2019-03-01 | 2019-03-31 | month        | season
i det sene efterår 2019         | 2018-06-06 | 2019-11-01 | 2019-11-30 | month        | season
i slutningen af foråret 2019    | 2018-06-06 | 2019-05-01 | 2019-05-31 | month        | season
# Years and parts of them
i 2019                          | 2018-06-06 | 2019-01-01 | 2019-12-31 | year         | year
2019                            | 2018-06-06 | 2019-01-01 | 2019-12-31 | year         | year
i løbet af 2019                 | 2018-06-06 | 2019-01-01 | 2019-12-31 | year         | year
i år 2019                       | 2018-06-06 | 2019-01-01 | 2019-12-31 | year         | year
budgetåret 2021                 | 2018-06-06 | 2021-01-01 | 2021-12-31 | year         | year
hele 2019                       | 2018-06-06 | 2019-01-01 | 2019-12-31 | year         | year
resten af 2021                  | 2021-06-06 | 2021-01-01 | 2021-12-31 | year         | year
i år                            | 2018-06-06 | 2018-01-01 | 2018-12-31 | year         | year
i indeværende år                | 2018-12-31 | 2018-01-01 | 2018-12-31 | year         | this or next
næste år                        | 2018-12-31 | 2019-01-01 | 2019-12-31 | year         | year
til næste år                    | 2018-06-06 | 2019-01-01 | 2019-12-31 | year         | year
i det kommende år               | 2018-06-06 | 2019-01-01 | 2019-12-31 | year         | this or next
primo 2019                      | 2018-06-06 | 2019-01-01 | 2019-04-30 | part_of_year | year
medio 2021                      | 2021-02-22 | 2021-05-01 | 2021-08-31 | part_of_year | year
ultimo 2020                     | 2021-02-22 | 2020-09-01 | 2020-12-31 | part_of_year | year
i slutningen af 2019            | 2019-06-11 | 2019-10-01 | 2019-12-31 | part_of_year | year
i starten af 2025               | 2024-06-06 | 2025-01-01 | 2025-04-30 | part_of_year | year
i midten af 2025                | 2024-06-06 | 2025-05-01 | 2025-08-31 | part_of_year | year
i starten af næste år           | 2018-06-06 | 2019-01-01 | 2019-04-30 | part_of_year | year
sidst på året                   | 2018-06-06 | 2018-10-01 | 2018-12-31 | part_of_year | the running
i slutningen af året            | 2018-12-06 | 2018-10-01 | 2018-12-31 | part_of_year | the running
i første halvdel af 2025        | 2024-06-06 | 2025-01-01 | 2025-06-30 | half_year    | year
skoleåret 2025/26               | 2024-06-06 | 2025-08-01 | 2026-07-31 | year         | school year
i skoleåret 2025/2026           | 2024-06-06 | 2025-08-01 | 2026-07-31 | year         | school year
i starten af skoleåret 2025/26  | 2024-06-06 | 2025-08-01 | 2025-11-30 | month        | school year
"""


@pytest.mark.parametrize("row", rows(TABLE), ids=str)
def test_a_phrase_means_its_days(row):
    check(row)
