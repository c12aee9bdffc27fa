"""What a proof-reader points at, and what he lets be."""

import pytest

from reader.checks import proofread
from tests.parsing.of_text import FRONT, item_of, minutes_of

ITEM = "Punkt {}: {}\n\n27.15.00-A08-{}-20\n\nBeslutning\n\nGodkendt.\n\n"
TWO = ITEM.format(7, "Velkomst", 1) + ITEM.format(8, "Eventuelt", 2)


def codes(text: str) -> list[tuple]:
    return [(warning.code, warning.item, *warning.params.values()) for warning in proofread(minutes_of(text))]


def test_sound_minutes_give_no_warning():
    assert codes(FRONT + TWO) == []


@pytest.mark.parametrize(
    ("sentence", "warning"),
    [
        ("Mødet holdes onsdag den 9. marts 2021.", ("weekday_mismatch", 7, "onsdag", "2021-03-09", "tirsdag")),
        ("Mødet holdes tirsdag den 9. marts 2021.", None),
        ("Mødet holdes fredag den 12-03-2021 kl. 16.", None),
        ("Mødet holdes mandag den 12-03-2021 kl. 16.", ("weekday_mismatch", 7, "mandag", "2021-03-12", "fredag")),
        ("Mødet holdes onsdag i uge 43.", None),
    ],
)
def test_weekdays(sentence, warning):
    found = codes(FRONT + ITEM.format(7, "Velkomst", 1) + f"Sagsfremstilling\n\nPlanen er klar. {sentence}\n")
    assert found == ([warning] if warning else [])


def test_a_warning_quotes_the_sentence_it_is_about():
    (warning,) = proofread(
        minutes_of(FRONT + TWO + "Sagsfremstilling\n\nPlanen er klar. Mødet er onsdag den 9. marts 2021. Alle er velkomne.\n")
    )
    assert warning.quote == "Mødet er onsdag den 9. marts 2021."


def test_the_title_line_and_the_meeting_date_differ():
    assert codes(FRONT.replace("09-03-2021", "10-03-2021") + TWO) == [("meeting_date_differs", None, "2021-03-10", "2021-03-09")]


def test_an_earlier_treatment_after_the_meeting():
    item = "Punkt 7: Plan\n\n27.15.00-A08-1-20\n\nSocialudvalget, 22. marts 2021, pkt. 3:\n\nDrøftet.\n\nBeslutning\n\nDrøftet.\n"
    assert codes(FRONT + item) == [("later_than_meeting", 7, "Socialudvalget", "2021-03-22")]


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        (["16.05 - 16.20\tPlan", "16.20 - 16.40\tBesøg"], []),
        (["16.05 - 16.20\tPlan", "16.15 - 16.40\tBesøg"], ["time_plan_overlap"]),
        (["16.05 - 16.20\tPlan", "16.20 - 16.10\tBesøg"], ["time_plan_backwards"]),
        (["16.05 - 16-20\tPlan", "16.20 - 16.40\tBesøg"], ["time_plan_mistyped"]),
        (["16.05 - 16.20\tPlan", "16.20 - 16.30\tBesøg", "16.30 - 16.40\tTal", "16.55 - 17.00\tSlut"], ["time_plan_gap"]),
        (["15.30 - 16.20\tPlan", "16.20 - 16.40\tBesøg"], ["time_plan_before_start"]),
    ],
)
def test_time_plans(rows, code):
    plan = "Sagsfremstilling\n\nTidspunkt\tPunkt\n" + "\n".join(rows) + "\n"
    assert [one[0] for one in codes(FRONT + ITEM.format(7, "Velkomst", 1) + plan)] == code


@pytest.mark.parametrize(
    ("text", "variant"),
    [
        ("Udsatterrådet har fået planen af Socialudvalget.", ("body", "Udsatterrådet", "Udsatterådet")),
        ("Udsatterådets plan er sendt til socialudvalget.", None),
        ("Psykiatrirådet og Psykiatriområdet er hørt.", None),
    ],
)
def test_bodies_spelled_in_two_ways(text, variant):
    found = codes(FRONT + TWO + f"Sagsfremstilling\n\nUdsatterådet ønsker en plan. Udsatterådet mødes.\n\n{text}\n")
    assert found == ([("name_variant", 8, *variant)] if variant else [])


@pytest.mark.parametrize(
    ("text", "variant"),
    [
        ("Karin Lervad spurgte til planen.", ("person", "Karin Lervad", "Karin Leervad")),
        ("Karin Leervads forslag blev drøftet.", None),
        ("Karin Lund spurgte til planen.", None),
    ],
)
def test_people_spelled_in_two_ways(text, variant):
    decision = f"Karin Leervad deltog ikke i sagens behandling.\n\nSagsfremstilling\n\nKarin Leervad har bedt om sagen.\n\n{text}\n"
    found = codes(FRONT + ITEM.format(7, "Velkomst", 1) + decision)
    assert found == ([("name_variant", 7, *variant)] if variant else [])


def test_numbers_that_do_not_run_on():
    assert ("number_gap", 10, 8, 10) in codes(FRONT + TWO + ITEM.format(10, "Besøg", 3))
    assert ("number_repeated", 8, 8) in codes(FRONT + TWO + ITEM.format(8, "Besøg", 3))


def test_items_that_lack_something():
    bare = "Punkt 9: Besøg\n\nSagsfremstilling\n\nRådet besøger herberget.\n\n"
    assert codes(FRONT + TWO + bare) == [("decision_missing", 9, 9, "Besøg"), ("case_number_missing", 9, 9, "Besøg")]
    assert codes(FRONT + TWO + "Punkt 9: Lukket\n\n27.00.00-K02-1-20\n") == []


def test_a_contents_list_that_names_what_is_not_there():
    contents = "Indholdsfortegnelse\n\nVelk.....\t3\nEventuelt.....\t4\nBesøg på herberget.....\t5\n\n"
    assert codes(FRONT + contents + TWO) == [("contents_entry_missing", None, "Besøg på herberget")]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Godkendt med 5 stemmer for og 2 imod. Imod stemte Bo Dam og Eva Sø.", []),
        ("Godkendt med 5 stemmer for og 2 imod. Imod stemte Bo Dam.", ["votes_do_not_add_up"]),
        ("Godkendt med 5 stemmer for og 2 imod. Imod stemte Borgerlisten.", []),
        ("Bo Dam havde forfald. Godkendt med 5 stemmer for og 1 imod. Imod stemte Bo Dam.", ["absent_yet_voting"]),
    ],
)
def test_votes(sentence, expected):
    text = FRONT + f"Punkt 7: Plan\n\n27.15.00-A08-1-20\n\nBeslutning\n\n{sentence}\n"
    assert [one[0] for one in codes(text)] == expected


def test_a_recommendation_left_unanswered():
    text = "Indstilling\n\nDet indstilles,\n\n1. at planen drøftes\n2. at den godkendes\n\nBeslutning\n\nAd 1. Drøftet.\n"
    assert codes(FRONT + f"Punkt 7: Plan\n\n27.15.00-A08-1-20\n\n{text}") == [("recommendation_unanswered", 7, 2)]


def test_what_was_not_understood_is_told_with_its_words():
    minutes = minutes_of(
        FRONT + "Punkt 7: Plan\n\n27.15.00-A08-1-20\n\nIndstilling\n\nSagen forelægges uden videre.\n\nBeslutning\n\nDrøftet.\n"
    )
    assert [(warning.code, warning.item, warning.quote) for warning in minutes.warnings] == [
        ("not_understood", 7, "Sagen forelægges uden videre.")
    ]
    assert item_of("Beslutning", "Drøftet.").decision == "Drøftet."
