"""Text made ready for the rules: lower case, plain blanks, exact dates covered; every character stays in its place."""

import datetime as dt
import re

from danish.dates import DATE_PATTERN, find_date
from danish.periods.words import COVER, COVERED

_EXACT = re.compile(DATE_PATTERN)
_NUMBER = re.compile(r"\d+")
# danish.dates takes 01.02.2021-01.05.2021 for a number of some other kind, with a longer dash it does not.
_BETWEEN_DATES = re.compile(r"-(?<=[./][0-9]{4}-)(?=[0-9]{1,2}[./][0-9])")
_WEEK = ("uge ", "uger ", "ugerne ")  # "uge 9-10 2021" is no ninth of October.
# Every pattern here begins with the character it is about: looking for a fixed one is what makes it quick.
_LINE_END = re.compile(r"\n(?<!\n\n)(?![^\S\n]*\n)")
_BLANKS = "\t\r\f\v\u00a0\u2002\u2003\u2007\u2009\u202f"


def with_dates_covered(text: str) -> tuple[str, dict[int, dt.date]]:
    """The text for the rules, as long as `text` itself, and its exact dates by where they begin.

    `danish.dates` says what an exact date is; it is asked only where a number begins, several times faster than searching all the text.
    """
    low = _BETWEEN_DATES.sub("–", lowered(text))
    dates: dict[int, dt.date] = {}
    pieces, done = [], 0
    for number in _NUMBER.finditer(low):
        if number.start() < done or not (match := _EXACT.match(low, number.start())):
            continue
        if not low.endswith(_WEEK, 0, number.start()) and (date := find_date(match[0])):
            dates[match.start()] = date
            pieces += [low[done : match.start()], COVER + COVERED * (len(match[0]) - 1)]
            done = match.end()
    return "".join([*pieces, low[done:]]), dates


def lowered(text: str) -> str:
    """The text in lower case with plain blanks, as long as before. A line break within a paragraph is a blank."""
    low = text.lower()
    if len(low) != len(text):  # A few letters have a lower case of two characters, such as İ.
        low = "".join(lower if len(lower := letter.lower()) == 1 else letter for letter in text)
    for blank in (*_BLANKS, COVER, COVERED):
        low = low.replace(blank, " ")
    return _LINE_END.sub(" ", low)
