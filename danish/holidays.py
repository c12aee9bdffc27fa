"""Denmark's public holidays by year, and the other days on which a town hall is closed all over the country.

The list of holidays is kept by the `holidays` package, to 2100; store bededag is none from 2024 on (lov nr. 214 af 6. marts 2023).
Grundlovsdag, 24 and 31 December are no holidays but no working days either: forældelsesloven § 27, stk. 2, names them beside weekends
and holidays as days a time limit does not end on. The package has them, too, but among days such as 1 May, on which a town hall works.
"""

import datetime as dt
from functools import lru_cache

from holidays import country_holidays

_CLOSED_BY_CUSTOM = {(6, 5): "grundlovsdag", (12, 24): "juleaftensdag", (12, 31): "nytårsaftensdag"}


@lru_cache(maxsize=256)
def public_holidays(year: int) -> dict[dt.date, str]:
    """The public holidays of the year with their Danish names; do not change the answer, it is shared."""
    return {day: _as_written(name) for day, name in country_holidays("DK", years=year, language="da", categories="public").items()}


def _as_written(name: str) -> str:
    """The name as it stands within a sentence: `2. påskedag` of `Anden påskedag`, `Kristi himmelfartsdag` as it is."""
    name = name.replace("Anden ", "2. ")
    return name if name.startswith("Kristi") else name[0].lower() + name[1:]


@lru_cache(maxsize=256)
def closed_by_custom(year: int) -> dict[dt.date, str]:
    """Grundlovsdag, 24 and 31 December of the year with their Danish names; do not change the answer, it is shared."""
    return {dt.date(year, *day): name for day, name in _CLOSED_BY_CUSTOM.items()}


def holiday_name(day: dt.date) -> str | None:
    """Gives the reason why the day is no working day whatever its weekday: "skærtorsdag", "juleaftensdag"; None for any other day.

    2. pinsedag can fall on 5 June (as in 2017): then the public holiday is named.
    """
    return public_holidays(day.year).get(day) or closed_by_custom(day.year).get(day)
