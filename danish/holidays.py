"""Denmark's public holidays by year, and the other days on which a town hall is closed all over the country.

The holidays are those of the church (Danske Lov 1683, the holiday reform of 26 October 1770); the only change between 1990 and 2040 is
that store bededag is none from 2024 on (lov nr. 214 af 6. marts 2023). Grundlovsdag, 24 and 31 December are no holidays but no
working days either: forældelsesloven § 27, stk. 2, names them beside weekends and holidays as days a time limit does not end on.
"""

import datetime as dt
from functools import lru_cache

LAST_STORE_BEDEDAG = 2023

_FIXED = {(1, 1): "nytårsdag", (12, 25): "juledag", (12, 26): "2. juledag"}
_FROM_EASTER = {
    -3: "skærtorsdag",
    -2: "langfredag",
    0: "påskedag",
    1: "2. påskedag",
    26: "store bededag",
    39: "Kristi himmelfartsdag",
    49: "pinsedag",
    50: "2. pinsedag",
}
_CLOSED_BY_CUSTOM = {(6, 5): "grundlovsdag", (12, 24): "juleaftensdag", (12, 31): "nytårsaftensdag"}


@lru_cache(maxsize=256)
def easter(year: int) -> dt.date:
    """Easter Sunday of the Gregorian year, by the "anonymous Gregorian algorithm" (Meeus, Astronomical Algorithms, 1991, ch. 8).

    In the notation of the source: a is the place in the moon's cycle, d and e find the full moon, h and l the Sunday after.
    """
    a, (b, c) = year % 19, divmod(year, 100)
    (d, e), f = divmod(b, 4), (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    l = (32 + 2 * e + 2 * i - h - k) % 7  # noqa: E741
    m = (a + 11 * h + 22 * l) // 451
    month, day = divmod(h + l - 7 * m + 114, 31)
    return dt.date(year, month, day + 1)


@lru_cache(maxsize=256)
def public_holidays(year: int) -> dict[dt.date, str]:
    """The public holidays of the year with their Danish names; do not change the answer, it is shared."""
    movable = {
        easter(year) + dt.timedelta(days): name
        for days, name in _FROM_EASTER.items()
        if name != "store bededag" or year <= LAST_STORE_BEDEDAG
    }
    return {dt.date(year, *day): name for day, name in _FIXED.items()} | movable


@lru_cache(maxsize=256)
def closed_by_custom(year: int) -> dict[dt.date, str]:
    """Grundlovsdag, 24 and 31 December of the year with their Danish names; do not change the answer, it is shared."""
    return {dt.date(year, *day): name for day, name in _CLOSED_BY_CUSTOM.items()}


def holiday_name(day: dt.date) -> str | None:
    """Why the day is no working day whatever its weekday: "skærtorsdag", "juleaftensdag"; None for any other day.

    2. pinsedag can fall on 5 June (as in 2017): then the public holiday is named.
    """
    return public_holidays(day.year).get(day) or closed_by_custom(day.year).get(day)
