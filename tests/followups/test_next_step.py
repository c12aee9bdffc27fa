"""What a secretary is told to do next, row by row of the rule."""

import datetime as dt

import pytest

from followups.next_step import ComingAgenda, Do, Next, Situation, next_step

TODAY = dt.date(2018, 9, 3)


def on(month: int, day: int) -> dt.date:
    return dt.date(2018, month, day)


def agenda(month: int, day: int, **more) -> ComingAgenda:
    return ComingAgenda(on(month, day), on(month, day) - dt.timedelta(days=6), **more)


SEPTEMBER = {"first": on(9, 1), "last": on(9, 30)}
AUGUST = {"first": on(8, 1), "last": on(8, 31)}
NEAR, LATE, AFTER = agenda(9, 12), agenda(9, 26), agenda(10, 10)

TABLE = [
    # what it is, the meetings, what to do
    ({"is_open": False, **AUGUST, "is_proposed": True}, [], Next(Do.NOTHING)),
    ({"is_proposed": True, "is_unreviewed": True, **AUGUST}, [], Next(Do.CONFIRM)),
    ({"is_historic": True, "is_unreviewed": True, **AUGUST}, [NEAR], Next(Do.TAKE_UP)),
    ({"is_unreviewed": True, **AUGUST}, [], Next(Do.REVIEW)),
    ({"placed": on(9, 12), **AUGUST}, [NEAR], Next(Do.AWAIT_MEETING)),
    ({"placed": on(9, 3), **AUGUST}, [], Next(Do.AWAIT_MEETING)),
    ({"placed": on(9, 2), **SEPTEMBER}, [], Next(Do.CLOSE)),
    ({"placed": on(8, 22), **AUGUST}, [NEAR], Next(Do.CLOSE)),
    ({}, [NEAR], Next(Do.AGREE_DATE)),
    ({"follows_meetings": True}, [], Next(Do.PLAN_MEETINGS)),
    (AUGUST, [], Next(Do.REMIND, days=3)),
    (AUGUST, [NEAR, LATE], Next(Do.REMIND, days=3, agenda=NEAR)),
    (AUGUST, [agenda(9, 12, is_sent=True), LATE], Next(Do.REMIND, days=3, agenda=LATE)),
    ({"is_meeting": True, "needs_meeting": False}, [NEAR], Next(Do.CALL_MEETING)),
    ({"is_meeting": True, "needs_meeting": False, **AUGUST}, [NEAR], Next(Do.CALL_MEETING)),
    ({**AUGUST, "needs_meeting": False}, [NEAR], Next(Do.REMIND, days=3)),
    ({**AUGUST, "has_meetings": False}, [], Next(Do.ASK_AFTER, days=3)),
    ({"first": TODAY, "last": TODAY}, [], Next(Do.NO_MEETING)),
    (SEPTEMBER, [NEAR, LATE, AFTER], Next(Do.PLACE, agenda=NEAR)),
    # The agenda is out, or should have been: the next one that is not.
    (SEPTEMBER, [agenda(9, 12, is_sent=True), LATE], Next(Do.PLACE, agenda=LATE)),
    (SEPTEMBER, [agenda(9, 8), LATE], Next(Do.PLACE, agenda=LATE)),
    (SEPTEMBER, [agenda(9, 9)], Next(Do.PLACE, agenda=agenda(9, 9))),
    (SEPTEMBER, [AFTER], Next(Do.NO_MEETING)),
    (SEPTEMBER, [], Next(Do.NO_MEETING)),
    # Before its days there is a meeting, within them none: better early than late.
    ({"first": on(10, 1), "last": on(10, 5)}, [NEAR, LATE, AFTER], Next(Do.PLACE, agenda=LATE)),
    ({"first": on(10, 1), "last": on(10, 31)}, [NEAR, LATE, AFTER], Next(Do.PLACE, agenda=AFTER)),
    ({**SEPTEMBER, "needs_meeting": False}, [NEAR], Next(Do.AWAIT)),
    ({**SEPTEMBER, "has_meetings": False}, [], Next(Do.AWAIT)),
]


@pytest.mark.parametrize(("stands", "agendas", "expected"), TABLE)
def test_the_next_step(stands, agendas, expected):
    assert next_step(Situation(TODAY, **stands), agendas) == expected


def test_what_cannot_wait_is_urgent():
    urgent = {do for do in Do if Next(do).is_urgent}
    assert urgent == {Do.REMIND, Do.CALL_MEETING, Do.ASK_AFTER, Do.NO_MEETING, Do.CLOSE}
