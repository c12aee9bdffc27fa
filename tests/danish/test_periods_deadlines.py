"""What stands before a time: a deadline, the day before, the day it takes effect."""

import pytest

from tests.danish.period_table import check, rows

# phrase | the meeting it is said at | first day | last day | precision | rule
TABLE = """
# By the last day of a time
senest 1. oktober 2018              | 2018-06-06 | -          | 2018-10-01 | day           | exact day
senest den 1. oktober               | 2018-06-06 | -          | 2018-10-01 | day           | day
frem til den 7. januar 2021         | 2021-02-22 | -          | 2021-01-07 | day           | exact day
frem til og med den 7. januar       | 2021-02-22 | -          | 2022-01-07 | day           | day
indtil den 29. august 2025          | 2025-06-06 | -          | 2025-08-29 | day           | exact day
til og med uge 42                   | 2025-06-06 | -          | 2025-10-19 | week          | week
senest i september                  | 2018-06-06 | -          | 2018-09-30 | month         | month
senest ultimo september             | 2018-06-06 | -          | 2018-09-30 | part_of_month | month
senest i 1. kvartal 2019            | 2018-06-06 | -          | 2019-03-31 | quarter       | quarter
frem til 2022                       | 2018-06-06 | -          | 2022-12-31 | year          | year
frem til november 2019              | 2018-06-06 | -          | 2019-11-30 | month         | month
ved udgangen af 2019                | 2018-06-06 | -          | 2019-12-31 | year          | year
inden udgangen af april 2021        | 2021-02-22 | -          | 2021-04-30 | month         | month
frem til udgangen af 2022           | 2021-02-22 | -          | 2022-12-31 | year          | year
senest ved udgangen af 2. kvartal   | 2021-02-22 | -          | 2021-06-30 | quarter       | quarter
med udgangen af februar 2024        | 2021-02-22 | -          | 2024-02-29 | month         | month
udgangen af uge 43                  | 2018-06-06 | -          | 2018-10-28 | week          | week
inden udløbet af 2021               | 2021-02-22 | -          | 2021-12-31 | year          | year
inden udgangen af måneden           | 2018-06-06 | -          | 2018-06-30 | month         | the running
inden udgangen af året              | 2018-12-31 | -          | 2018-12-31 | year          | the running
inden årets udgang                  | 2018-06-06 | -          | 2018-12-31 | year          | the end of the running
ved månedens udgang                 | 2024-02-06 | -          | 2024-02-29 | month         | the end of the running
året ud                             | 2018-06-06 | -          | 2018-12-31 | year          | the rest of the running
senere på året                      | 2018-06-06 | -          | 2018-12-31 | year          | later in the running
inden udgangen af foråret           | 2018-06-06 | -          | 2019-05-31 | season        | season
# The day before
inden 1. oktober 2018               | 2018-06-06 | -          | 2018-09-30 | day           | exact day
inden den 1. marts                  | 2023-12-06 | -          | 2024-02-29 | day           | day
før den 1. juli 2025                | 2025-06-06 | -          | 2025-06-30 | day           | exact day
inden 1. januar                     | 2018-12-31 | -          | 2018-12-31 | day           | day
inden september                     | 2018-06-06 | -          | 2018-08-31 | month         | month
inden september                     | 2018-09-06 | -          | 2019-08-31 | month         | month
inden 2022                          | 2018-06-06 | -          | 2021-12-31 | year          | year
inden uge 43                        | 2018-06-06 | -          | 2018-10-21 | week          | week
inden 2. kvartal 2025               | 2018-06-06 | -          | 2025-03-31 | quarter       | quarter
inden medio juni                    | 2018-06-06 | -          | 2018-06-10 | part_of_month | month
inden efteråret                     | 2018-06-06 | -          | 2018-08-31 | season        | season
inden ultimo april 2019             | 2018-06-06 | -          | 2019-04-30 | part_of_month | month
inden slutningen af 2019            | 2018-06-06 | -          | 2019-12-31 | part_of_year  | year
# Before feasts and holidays
inden sommerferien                  | 2018-06-06 | -          | 2018-06-29 | day           | feast
inden sommerferien                  | 2018-06-29 | -          | 2018-06-29 | day           | feast
inden sommerferien                  | 2018-06-30 | -          | 2019-06-28 | day           | feast
inden sommerferien 2026             | 2018-06-06 | -          | 2026-06-26 | day           | feast
inden sommerferien 2024             | 2018-06-06 | -          | 2024-06-28 | day           | feast
før sommerferien i 2020             | 2018-06-06 | -          | 2020-06-26 | day           | feast
frem til sommerferien               | 2018-06-06 | -          | 2018-06-29 | day           | feast
inden efterårsferien                | 2025-06-06 | -          | 2025-10-10 | day           | feast
inden jul                           | 2018-06-06 | -          | 2018-12-23 | day           | feast
inden jul                           | 2018-12-24 | -          | 2019-12-23 | day           | feast
inden nytår                         | 2018-06-06 | -          | 2018-12-31 | day           | turn of the year
inden årsskiftet                    | 2018-12-31 | -          | 2018-12-31 | day           | turn of the year
inden påske                         | 2024-01-06 | -          | 2024-03-27 | day           | feast
inden påske                         | 2024-04-06 | -          | 2025-04-16 | day           | feast
inden pinse 2025                    | 2024-04-06 | -          | 2025-06-07 | day           | feast
# From a day on: no deadline
pr. 1. februar 2021                 | 2021-02-22 | 2021-02-01 | -          | day           | exact day
pr. 16.02.21                        | 2021-02-22 | 2021-02-16 | -          | day           | exact day
med virkning fra den 1. januar 2026 | 2025-02-22 | 2026-01-01 | -          | day           | exact day
med virkning pr. 1. januar          | 2025-02-22 | 2026-01-01 | -          | day           | day
gældende fra 1. marts 2025          | 2025-02-22 | 2025-03-01 | -          | day           | exact day
fra og med september                | 2025-02-22 | 2025-09-01 | -          | month         | month
fra 2022                            | 2021-02-22 | 2022-01-01 | -          | year          | year
fra efteråret                       | 2021-02-22 | 2021-09-01 | -          | season        | season
tidligst i oktober                  | 2021-02-22 | 2021-10-01 | -          | month         | month
efter 1. maj 2021                   | 2021-02-22 | 2021-05-02 | -          | day           | exact day
efter 2021                          | 2021-02-22 | 2022-01-01 | -          | year          | year
efter udgangen af 2021              | 2021-02-22 | 2022-01-01 | -          | year          | year
efter sommerferien                  | 2018-06-06 | 2018-08-01 | -          | day           | feast
efter sommerferien 2019             | 2018-06-06 | 2019-08-01 | -          | day           | feast
efter efterårsferien                | 2025-06-06 | 2025-10-20 | -          | day           | feast
efter jul                           | 2018-06-06 | 2018-12-27 | -          | day           | feast
efter nytår                         | 2018-06-06 | 2019-01-01 | -          | day           | turn of the year
efter påske                         | 2024-01-06 | 2024-04-02 | -          | day           | feast
pr. årsskiftet                      | 2024-01-06 | 2025-01-01 | -          | day           | turn of the year
"""


@pytest.mark.parametrize("row", rows(TABLE), ids=str)
def test_a_phrase_means_its_days(row):
    check(row)
