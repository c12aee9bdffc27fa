"""Where one item ends and the next begins, corrected by hand: no word is lost, and nothing closed becomes open."""

import datetime as dt
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutes import corrections
from minutes.corrections import Correction, DoesNotApply, find_item, opened_texts, point_at, replay
from reader import facts
from reader.obligations import find_obligations
from tests.importing.documents import minutes as any_minutes
from tests.importing.documents import simple

PLACE = facts.TextPlace(1, 20, 24)
ABOVE, BELOW = "Godkendt. Agnete Bregnholt havde forfald.", "Afvist med 5 stemmer for og 2 imod."
SWALLOWED = f"{ABOVE}\n\nPunkt 1: Klage (Lukket)\n\nBirger Elmelund deltog ikke i sagens behandling.\n\n{BELOW}"


def swallowed(**changes) -> facts.Minutes:
    """An item that has swallowed the closed item below it, and one more."""
    minutes = simple("Varmestue", "Rejsekort", number=7)
    item = minutes.items[0]
    item.sections = [facts.SectionFacts("Sagsfremstilling", "Varmestuen åbner.", PLACE), facts.SectionFacts("Beslutning", SWALLOWED, PLACE)]
    item.decision = SWALLOWED
    item.outcomes = [facts.OutcomeFacts(None, "approved", PLACE)]
    item.absences = [
        facts.Absence("Agnete Bregnholt", "absent", PLACE),
        facts.Absence("Birger Elmelund", "did_not_participate", PLACE),
    ]
    item.votes = [facts.VoteFacts(5, 2, on="decision", at=PLACE)]
    for name, value in changes.items():
        setattr(item, name, value)
    return minutes


def split_at(minutes: facts.Minutes, section: int, line: int, key: str = "7", **new) -> Correction:
    value = point_at(find_item(replay(minutes, []), key), section, line)
    return Correction(key, "split", value | {"key": f"{key}-b", "title": "Klage", "number": "1", "case_number": None} | new)


def words(minutes: facts.Minutes) -> Counter:
    texts = [text for item in minutes.items for section in item.sections for text in (section.heading, section.text)]
    return Counter(word for text in texts for word in text.split())


def test_a_swallowed_item_is_parted_with_what_its_text_tells():
    above, new, below = replay(swallowed(), [split_at(swallowed(), 1, 2)]).items
    assert [(one.number, one.title) for one in (above, new, below)] == [(7, "Varmestue"), (1, "Klage"), (8, "Rejsekort")]
    assert [section.text for section in above.sections] == ["Varmestuen åbner.", ABOVE]
    assert above.decision == ABOVE
    assert above.outcomes == [facts.OutcomeFacts(None, "approved", PLACE)]
    assert [one.name for one in above.absences] == ["Agnete Bregnholt"]
    assert above.votes == []
    assert new.sections[0].text.startswith("Punkt 1: Klage (Lukket)")
    assert [one.name for one in new.absences] == ["Birger Elmelund"]


def test_a_split_between_two_sections_takes_the_heading_along():
    _above, new, _below = replay(swallowed(), [split_at(swallowed(), 1, 0)]).items
    assert [section.heading for section in new.sections] == ["Beslutning"]
    assert new.decision == SWALLOWED


@pytest.mark.parametrize("in_doubt", [True, False])
def test_a_closed_item_gives_two_closed_ones_when_it_is_split(in_doubt):
    minutes = swallowed(closed=True, in_doubt=in_doubt)
    above, new, _below = replay(minutes, [split_at(minutes, 1, 2)]).items
    assert [(one.closed, one.in_doubt) for one in (above, new)] == [(True, in_doubt)] * 2


def test_of_a_doubtful_item_one_half_is_opened_and_the_other_stays_closed():
    minutes = swallowed(closed=True, in_doubt=True)
    minutes.warnings = [facts.Warning("maybe_two_items", 7, {"words": "Punkt 1: Klage (Lukket)"}, "Punkt 1: Klage (Lukket)", PLACE)]
    halved = [split_at(minutes, 1, 2), Correction("7", "closed", False)]
    result = replay(minutes, halved)
    assert [(one.closed, one.in_doubt) for one in result.items] == [(False, False), (True, True), (False, False)]
    assert [(one.code, one.item) for one in result.warnings if one.code == "maybe_two_items"] == [("maybe_two_items", 1)]
    answered = replay(minutes, [*halved, Correction("7-b", "closed", True)])
    assert not [one for one in answered.warnings if one.code == "maybe_two_items"]


def test_promises_in_moved_text_move_with_it():
    promise = "Udvalget ønsker en status på varmestuen i september."
    minutes = simple("Varmestue", "Rejsekort", sections=[], number=7)
    minutes.items[0].sections = [facts.SectionFacts("Beslutning", f"Godkendt.\n\n{promise}", PLACE)]
    minutes.items[0].decision = f"Godkendt.\n\n{promise}"
    find_obligations(minutes)
    assert [len(item.follow_ups) for item in minutes.items] == [1, 0]
    point = point_at(minutes.items[0], 0, 2)
    moved = replay(minutes, [Correction("7", "move", point | {"to": "8"})])
    assert [[one.quote for one in item.follow_ups] for item in moved.items] == [[], [promise]]
    assert (moved.items[0].decision, moved.items[1].sections[0].text) == ("Godkendt.", promise)


@pytest.mark.parametrize(
    ("above", "below", "joined"),
    [
        ((False, False), (False, False), (False, False)),
        ((False, False), (True, False), (True, True)),
        ((True, False), (False, False), (True, False)),
        ((True, False), (True, True), (True, False)),
        ((True, True), (True, False), (True, True)),
    ],
    ids=["open and open", "open and closed", "closed and open", "closed and doubtful", "doubtful and closed"],
)
def test_joining_with_a_closed_item_gives_a_closed_one(above, below, joined):
    minutes = simple("Varmestue", "Rejsekort", number=7)
    for item, (closed, in_doubt) in zip(minutes.items, (above, below), strict=True):
        item.closed, item.in_doubt = closed, in_doubt
    (item,) = replay(minutes, [Correction("8", "join", {"into": "7"})]).items
    assert (item.closed, item.in_doubt) == joined


def test_text_of_a_closed_item_closes_the_open_one_it_is_moved_into():
    minutes = swallowed(closed=True)
    moved = replay(minutes, [Correction("7", "move", point_at(minutes.items[0], 1, 2) | {"to": "8"})])
    assert [(one.closed, one.in_doubt) for one in moved.items] == [(True, False), (True, True)]


def test_a_joined_item_keeps_its_heading_as_a_line_and_its_row_of_the_time_plan():
    minutes = simple("Varmestue", "Rejsekort", number=7)
    minutes.items[1].case_number = "27.15.00-A08-8-25"
    minutes.time_plan = [facts.TimePlanRowFacts(dt.time(16), None, "Rejsekort", 8)]
    joined = replay(minutes, [Correction("8", "join", {"into": "7"})])
    assert joined.items[0].sections[-1].text == "8 Rejsekort\n27.15.00-A08-8-25"
    assert (joined.items[0].case_number, joined.time_plan[0].item) == ("27.15.00-A08-8-25", 7)


def test_what_was_split_and_joined_again_is_whole():
    joined = replay(swallowed(), [split_at(swallowed(), 1, 2), Correction("7-b", "join", {"into": "7"})])
    read = replay(swallowed(), [])
    assert words(joined) == words(read)
    assert joined.items[0].decision.split() == read.items[0].decision.split()
    assert [one.name for one in joined.items[0].absences] == ["Agnete Bregnholt", "Birger Elmelund"]


@pytest.mark.parametrize(
    "correction",
    [
        Correction("7", "join", {"into": "6"}),
        Correction("9", "join", {"into": "8"}),
        Correction("8", "join", {"into": "6"}),
        Correction("8", "move", {"section": 0, "line": 0, "text": "x", "to": "9"}),
        Correction("7", "split", {"section": 0, "line": 0, "text": "x", "key": "7-b", "title": "x", "number": "", "case_number": None}),
        Correction(
            "7", "split", {"section": 1, "line": 2, "text": "Godkendt.", "key": "8", "title": "x", "number": "", "case_number": None}
        ),
    ],
)
def test_what_is_not_there_is_neither_split_nor_joined(correction):
    with pytest.raises(DoesNotApply):
        replay(swallowed(), [correction])


def test_a_line_is_found_again_where_text_above_it_is_gone():
    """The same document read anew by a reader that takes one section less."""
    made = split_at(swallowed(), 1, 2)
    shorter = swallowed()
    del shorter.items[0].sections[0]
    assert replay(shorter, [made]).items[1].sections[0].text.startswith("Punkt 1: Klage")


@st.composite
def corrected(draw):
    """Any minutes with text, and a few cuts, joins and moves that apply."""
    minutes = replay(draw(any_minutes()), [])
    made: list[Correction] = []
    now = minutes
    for serial in range(draw(st.integers(1, 4))):
        part = draw(st.sampled_from(["split", "join", "move"]))
        place = draw(st.integers(0, max(0, len(now.items) - 1)))
        if not now.items or (part == "join" and not place) or (part == "move" and place + 1 >= len(now.items)):
            continue
        item = now.items[place]
        if part == "join":
            value = {"into": now.items[place - 1].key}
        else:
            points = [(i, j) for i, section in enumerate(item.sections) for j in range(section.text.count("\n") + 1)]
            if not points:
                continue
            value = point_at(item, *draw(st.sampled_from(points)))
            value |= {"to": now.items[place + 1].key} if part == "move" else {}
            value |= {"key": f"new-{serial}", "title": "Nyt", "number": "", "case_number": None} if part == "split" else {}
        made.append(Correction(item.key, part, value))
        now = replay(minutes, made)
    return minutes, made, now


@settings(max_examples=60, deadline=None)
@given(corrected())
def test_no_word_is_lost_and_nothing_is_opened(case):
    before, made, after = case
    assert not words(before) - words(after)
    assert opened_texts(before, after) == []
    assert replay(before, []).items == before.items
    assert corrections.replay(before, made).items == after.items


@settings(max_examples=30, deadline=None)
@given(corrected())
def test_the_last_correction_left_out_gives_what_stood_before_it(case):
    before, made, _after = case
    if made:
        assert replay(replay(before, made[:-1]), []).items == replay(before, made[:-1]).items
