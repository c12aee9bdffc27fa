"""Phrases that mean a day: exact dates, dates without a year, days of a week, feasts and school holidays."""

import pytest

from tests.danish.period_table import check, rows

# phrase | the meeting it is said at | first day | last day | precision | rule
TABLE = """
# With the year printed, in every form danish.dates knows
den 3. april 2025        | 2025-01-15 | 2025-04-03 | 2025-04-03 | day | exact day
d. 3. april 2025         | 2025-01-15 | 2025-04-03 | 2025-04-03 | day | exact day
3. april 2025            | 2030-01-15 | 2025-04-03 | 2025-04-03 | day | exact day
mandag den 3. april 2023 | 2023-01-15 | 2023-04-03 | 2023-04-03 | day | exact day
Onsdag d. 06. juni 2018  | 2018-05-02 | 2018-06-06 | 2018-06-06 | day | exact day
06-06-2018               | 2018-05-02 | 2018-06-06 | 2018-06-06 | day | exact day
06.03.2025               | 2025-01-15 | 2025-03-06 | 2025-03-06 | day | exact day
16.02.21                 | 2021-01-15 | 2021-02-16 | 2021-02-16 | day | exact day
1.1.2022                 | 2021-01-15 | 2022-01-01 | 2022-01-01 | day | exact day
d. 3/4-2025              | 2025-01-15 | 2025-04-03 | 2025-04-03 | day | exact day
2025-04-03               | 2025-01-15 | 2025-04-03 | 2025-04-03 | day | exact day
d. 1. jan. 2020          | 2019-06-11 | 2020-01-01 | 2020-01-01 | day | exact day
29. februar 2024         | 2023-06-11 | 2024-02-29 | 2024-02-29 | day | exact day
18. maj 2021             | 2021-02-22 | 2021-05-18 | 2021-05-18 | day | exact day
# A weekday of a month
den sidste onsdag i maj  | 2025-04-09 | 2025-05-28 | 2025-05-28 | day | weekday of a month
den første mandag i juni | 2025-04-09 | 2025-06-02 | 2025-06-02 | day | weekday of a month
anden torsdag i juni 2026 | 2025-04-09 | 2026-06-11 | 2026-06-11 | day | weekday of a month
den sidste fredag i marts | 2025-04-09 | 2026-03-27 | 2026-03-27 | day | weekday of a month
# Without: the next such day, the meeting's own day included
den 16. august           | 2018-06-06 | 2018-08-16 | 2018-08-16 | day | day
den 6. juni              | 2018-06-06 | 2018-06-06 | 2018-06-06 | day | day
den 5. juni              | 2018-06-06 | 2019-06-05 | 2019-06-05 | day | day
d. 3/4                   | 2025-01-15 | 2025-04-03 | 2025-04-03 | day | day in figures
den 3/4                  | 2025-05-15 | 2026-04-03 | 2026-04-03 | day | day in figures
til 31/8                 | 2018-06-06 | 2018-08-31 | 2018-08-31 | day | day in figures
torsdag 14/9             | 2023-06-06 | 2023-09-14 | 2023-09-14 | day | day in figures
3. april                 | 2025-01-15 | 2025-04-03 | 2025-04-03 | day | day
den 3 april              | 2025-01-15 | 2025-04-03 | 2025-04-03 | day | day
d. 1. sept.              | 2025-01-15 | 2025-09-01 | 2025-09-01 | day | day
den 1. januar            | 2018-12-31 | 2019-01-01 | 2019-01-01 | day | day
den 1. januar            | 2019-01-01 | 2019-01-01 | 2019-01-01 | day | day
den 1. januar            | 2019-01-02 | 2020-01-01 | 2020-01-01 | day | day
den 31. december         | 2018-12-31 | 2018-12-31 | 2018-12-31 | day | day
den 31. december         | 2019-01-01 | 2019-12-31 | 2019-12-31 | day | day
den 29. februar          | 2023-06-06 | 2024-02-29 | 2024-02-29 | day | day
den 29. februar          | 2024-03-01 | 2028-02-29 | 2028-02-29 | day | day
den 29. februar          | 1897-01-01 | 1904-02-29 | 1904-02-29 | day | day
den 3. april i år        | 2025-05-15 | 2025-04-03 | 2025-04-03 | day | day
den 3. april næste år    | 2025-01-15 | 2026-04-03 | 2026-04-03 | day | day
# A weekday that fits only the day just past says that this one is meant
mandag den 3. april      | 2023-03-01 | 2023-04-03 | 2023-04-03 | day | day
mandag den 3. april      | 2023-04-12 | 2023-04-03 | 2023-04-03 | day | day
onsdag den 3. april      | 2023-04-12 | 2024-04-03 | 2024-04-03 | day | day
tirsdag den 3. april     | 2023-04-12 | 2024-04-03 | 2024-04-03 | day | day
# Days of a week
onsdag i uge 43          | 2018-06-06 | 2018-10-24 | 2018-10-24 | day | weekday in a week
onsdag i uge 43          | 2018-11-06 | 2019-10-23 | 2019-10-23 | day | weekday in a week
søndag i uge 52 2023     | 2018-11-06 | 2023-12-31 | 2023-12-31 | day | weekday in a week
mandag uge 1 2025        | 2018-11-06 | 2024-12-30 | 2024-12-30 | day | weekday in a week
på torsdag               | 2018-06-06 | 2018-06-07 | 2018-06-07 | day | weekday
på onsdag                | 2018-06-06 | 2018-06-13 | 2018-06-13 | day | weekday
førstkommende mandag     | 2018-12-28 | 2018-12-31 | 2018-12-31 | day | weekday
# Feasts and school holidays
i sommerferien           | 2018-06-06 | 2018-06-30 | 2018-07-31 | day | feast
i sommerferien 2019      | 2018-06-06 | 2019-06-29 | 2019-07-31 | day | feast
i efterårsferien         | 2025-06-06 | 2025-10-11 | 2025-10-19 | day | feast
i julen                  | 2025-06-06 | 2025-12-24 | 2025-12-26 | day | feast
i påsken 2025            | 2024-06-06 | 2025-04-17 | 2025-04-21 | day | feast
i påsken                 | 2024-06-06 | 2025-04-17 | 2025-04-21 | day | feast
i påsken                 | 2024-02-06 | 2024-03-28 | 2024-04-01 | day | feast
i pinsen                 | 2024-02-06 | 2024-05-19 | 2024-05-20 | day | feast
ved årsskiftet           | 2020-06-06 | 2020-12-31 | 2021-01-01 | day | turn of the year
årsskiftet 2018/19       | 2020-06-06 | 2018-12-31 | 2019-01-01 | day | turn of the year
ved årsskiftet 2018/2019 | 2020-06-06 | 2018-12-31 | 2019-01-01 | day | turn of the year
"""


@pytest.mark.parametrize("row", rows(TABLE), ids=str)
def test_a_phrase_means_its_days(row):
    check(row)
