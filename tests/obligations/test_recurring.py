"""What recurs is due first in the time of year it is told with."""

import datetime as dt

import pytest

from reader import facts
from reader.obligations import Setting, obligations_of

MEETING = dt.date(2026, 8, 18)


@pytest.mark.parametrize(
    ("often", "first", "last"),
    [
        ("hvert forår", dt.date(2027, 3, 1), dt.date(2027, 5, 31)),
        ("hvert efterår", dt.date(2026, 9, 1), dt.date(2026, 11, 30)),
        ("hver december", dt.date(2026, 12, 1), dt.date(2026, 12, 31)),
        ("hvert år i marts", dt.date(2027, 3, 1), dt.date(2027, 3, 31)),
        ("i 1. kvartal hvert år", dt.date(2027, 1, 1), dt.date(2027, 3, 31)),
        ("hvert år", None, None),
        ("hvert kvartal", None, None),
    ],
)
def test_it_is_due_in_the_season_told(often, first, last):
    decision = f"Udvalget ønsker {often} en status på ventelisten."
    item = facts.ItemFacts(1, "Ventelisten", sections=[facts.SectionFacts("Beslutning", decision)], decision=decision)
    (status,) = obligations_of(item, Setting("Socialudvalget", MEETING)).follow_ups
    assert (status.kind, status.due_start, status.due_end) == ("status_report", first, last)
    assert status.recurrence


def test_a_standing_item_comes_back_at_each_meeting():
    decision = "Rådet ønsker hjemløshed som fast punkt på dagsordenen."
    item = facts.ItemFacts(1, "Hjemløshed", sections=[facts.SectionFacts("Beslutning", decision)], decision=decision)
    (standing,) = obligations_of(item, Setting("Udsatterådet", MEETING)).follow_ups
    assert (standing.kind, standing.recurrence) == ("return", facts.Recurrence(1, "meeting"))
