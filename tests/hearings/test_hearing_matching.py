"""When two hearings of a body seem to be one that was written down twice."""

import datetime as dt

import pytest

from hearings.hearing_matching import KnownHearing, reasons_for

DEADLINE = dt.date(2018, 9, 28)
NEAR, FAR = DEADLINE + dt.timedelta(14), DEADLINE + dt.timedelta(15)
FIRST = {"role": "consulted", "subject": "Ny bekendtgørelse om havne", "deadlines": [DEADLINE]}


def reasons(first: dict, second: dict) -> tuple[str, ...]:
    facts = [KnownHearing(**FIRST | one) for one in (first, second)]
    assert reasons_for(*facts) == reasons_for(*facts[::-1])
    return reasons_for(*facts)


@pytest.mark.parametrize(
    ("first", "second", "why"),
    [
        ({}, {"subject": "Ny bekendtgørelse om havne (høring)"}, ("subject", "same_deadline")),
        ({}, {"deadlines": [NEAR]}, ("subject", "near_deadline")),
        ({"role": ""}, {}, ("subject", "same_deadline")),
        ({}, {"deadlines": [FAR, DEADLINE]}, ("subject", "same_deadline")),
        ({"matter": 4}, {"matter": 4, "subject": "Havneregler"}, ("matter", "same_deadline")),
        (
            {"case": 4, "sender": "Ministeriet"},
            {"case": 4, "sender": "ministeriet", "subject": "Regler", "deadlines": [NEAR]},
            ("case", "sender", "near_deadline"),
        ),
        ({"deadlines": [], "parties": frozenset({"havnensvenner"})}, {"parties": frozenset({"havnensvenner"})}, ("subject", "parties")),
        ({"item": 7, "matter": 4}, {"item": 7, "matter": 4}, ("item", "matter", "subject", "same_deadline")),
    ],
)
def test_it_is_told_why(first, second, why):
    assert reasons(first, second) == why


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({}, {"subject": "Plan for cykelstier"}),
        ({}, {"deadlines": [FAR]}),
        ({}, {"role": "issuer"}),
        ({"sender": "Ministeriet"}, {"sender": "Regionen"}),
        ({"deadlines": []}, {}),
        ({"matter": 4}, {"matter": 4, "subject": "Havneregler", "deadlines": [NEAR]}),
        ({"item": 7, "matter": 4}, {"item": 7, "matter": 4, "subject": "Havneregler"}),
        ({"item": 7}, {"item": 7, "deadlines": [NEAR]}),
    ],
)
def test_others_are_left_alone(first, second):
    assert reasons(first, second) == ()
