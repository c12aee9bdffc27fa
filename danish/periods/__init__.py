"""From Danish phrases of time ("i slutningen af 2019", "på mødet i september") and the meeting's date to first and last day.

`docs/periods.md` has the conventions and how to teach a new phrase.
"""

from danish.periods.recurrences import find_recurrences
from danish.periods.scanning import find_periods, parse_period
from danish.periods.values import Direction, FoundRecurrence, Period, Precision
from danish.periods.writing import format_period

__all__ = ["Direction", "FoundRecurrence", "Period", "Precision", "find_periods", "find_recurrences", "format_period", "parse_period"]
