"""Two times joined to one period."""

import pytest

from tests.danish.period_table import check, rows

# phrase | the meeting it is said at | first day | last day | precision | rule
TABLE = """
# From one time to another
fra 1. februar til 1. maj 2021                         | 2021-02-22 | 2021-02-01 | 2021-05-01 | day           | day
1. februar-1. maj 2021                                 | 2021-02-22 | 2021-02-01 | 2021-05-01 | day           | day
fra den 1. februar til den 1. maj                      | 2021-02-22 | 2021-02-01 | 2021-05-01 | day           | day
fra den 1. november til den 31. marts                  | 2021-01-22 | 2020-11-01 | 2021-03-31 | day           | day
i perioden 1. marts 2019 og frem til udgangen af 2021 | 2021-02-22 | 2019-03-01 | 2021-12-31 | day           | exact day
i perioden fra 1. januar 2018 til ultimo april 2018    | 2018-06-06 | 2018-01-01 | 2018-04-30 | day           | exact day
3.-5. april 2018                                       | 2018-06-06 | 2018-04-03 | 2018-04-05 | day           | day
fra 3.-5. april                                        | 2018-06-06 | 2019-04-03 | 2019-04-05 | day           | day
den 11. til den 20. juni                               | 2018-06-06 | 2018-06-11 | 2018-06-20 | day           | day
mellem 1. maj og 1. juni 2019                          | 2018-06-06 | 2019-05-01 | 2019-06-01 | day           | day
24. maj - 3. juni                                      | 2018-02-06 | 2018-05-24 | 2018-06-03 | day           | day
28. december 2020 - 3. januar 2021                     | 2018-02-06 | 2020-12-28 | 2021-01-03 | day           | exact day
01.02.2021-01.05.2021                                  | 2021-02-22 | 2021-02-01 | 2021-05-01 | day           | exact day
2. november 2020 til 1. februar                        | 2020-10-10 | 2020-11-02 | 2021-02-01 | day           | exact day
den 3. og 4. september                                 | 2018-06-06 | 2018-09-03 | 2018-09-04 | day           | day
sep-dec 2019                                           | 2019-06-11 | 2019-09-01 | 2019-12-31 | month         | month
Sep-dec 2019                                           | 2019-06-11 | 2019-09-01 | 2019-12-31 | month         | month
jul-sep 2019                                           | 2019-06-11 | 2019-07-01 | 2019-09-30 | month         | month
september-december                                     | 2019-06-11 | 2019-09-01 | 2019-12-31 | month         | month
september - december 2019                              | 2019-06-11 | 2019-09-01 | 2019-12-31 | month         | month
i februar og marts                                     | 2021-02-22 | 2021-02-01 | 2021-03-31 | month         | month
februar/marts 2021                                     | 2020-02-22 | 2021-02-01 | 2021-03-31 | month         | month
juni, juli og august 2021                              | 2020-02-22 | 2021-06-01 | 2021-08-31 | month         | month
november 2020 til februar 2021                         | 2020-02-22 | 2020-11-01 | 2021-02-28 | month         | month
fra november til marts                                 | 2021-01-22 | 2020-11-01 | 2021-03-31 | month         | month
i marts-april måned 2018                               | 2018-02-22 | 2018-03-01 | 2018-04-30 | month         | month
fra medio juni til ultimo august                       | 2018-02-22 | 2018-06-11 | 2018-08-31 | part_of_month | month
i slutningen af august/starten af september 2018       | 2018-02-22 | 2018-08-21 | 2018-09-10 | part_of_month | month
uge 9-10                                               | 2018-02-22 | 2018-02-26 | 2018-03-11 | week          | week
i ugerne 7 og 8                                        | 2019-01-22 | 2019-02-11 | 2019-02-24 | week          | week
uge 52-1                                               | 2019-11-22 | 2019-12-23 | 2020-01-05 | week          | week
fra uge 9 til uge 12 i 2021                            | 2019-11-22 | 2021-03-01 | 2021-03-28 | week          | week
1. og 2. kvartal 2025                                  | 2024-06-06 | 2025-01-01 | 2025-06-30 | quarter       | quarter
3.-4. kvartal                                          | 2024-06-06 | 2024-07-01 | 2024-12-31 | quarter       | quarter
Q1-Q3 2025                                             | 2024-06-06 | 2025-01-01 | 2025-09-30 | quarter       | quarter as Q
4. kvartal 2024 til 1. kvartal 2025                    | 2024-06-06 | 2024-10-01 | 2025-03-31 | quarter       | quarter
i foråret og sommeren 2019                             | 2018-06-06 | 2019-03-01 | 2019-08-31 | season        | season
efteråret 2017 og vinteren 2018                        | 2018-06-06 | 2017-09-01 | 2018-02-28 | season        | season
i perioden 2018-2021                                   | 2018-06-06 | 2018-01-01 | 2021-12-31 | year          | years
2018-21                                                | 2018-06-06 | 2018-01-01 | 2021-12-31 | year          | years
2025/26                                                | 2018-06-06 | 2025-01-01 | 2026-12-31 | year          | years
i årene 2021-2023                                      | 2018-06-06 | 2021-01-01 | 2023-12-31 | year          | years
fra 2019 til 2020                                      | 2018-06-06 | 2019-01-01 | 2020-12-31 | year          | year
i 2018, 2019 og 2020                                   | 2018-06-06 | 2018-01-01 | 2020-12-31 | year          | year
medio 2021-ultimo 2022                                 | 2018-06-06 | 2021-05-01 | 2022-12-31 | part_of_year  | year
mellem jul og nytår                                    | 2018-06-06 | 2018-12-24 | 2019-01-01 | day           | feast
"""


@pytest.mark.parametrize("row", rows(TABLE), ids=str)
def test_a_phrase_means_its_days(row):
    check(row)
