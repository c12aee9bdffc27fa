"""Which parties seem to be one under two spellings, and which names seem to be no party at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearings.party_matching import PartyName, SameParty, no_parties, same_parties


def named(*names: str) -> list[PartyName]:
    return [PartyName(key, name) for key, name in enumerate(names, start=1)]


@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        ("Ældre Sagen", "Ældresagen", "spelling"),
        ("Handicaprådet", "Handikaprådet", "spelling"),
        ("Udsatterådet", "Udsatterrådet", "spelling"),
        ("Havnens Venner", "Havnens Vennner", "spelling"),
        ("Ældreråd", "Ældrerådet", "ending"),
        ("Skolebestyrelserne", "Skolebestyrelser", "ending"),
        ("DH", "Danske Handicaporganisationer", "abbreviation"),
        ("Danske Handicaporganisationer (DH)", "Danske Handicaporganisationer", "abbreviation"),
        ("DH", "Danske Handicaporganisationer (DH)", "abbreviation"),
        ("Ældrerådet", "Ældrerådet i Havneby", "place"),
    ],
)
def test_two_spellings_are_told_with_the_reason_whichever_comes_first(first, second, reason):
    assert same_parties(named(first, second)) == [SameParty(1, 2, (reason,))]
    assert same_parties(named(second, first)) == [SameParty(1, 2, (reason,))]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Lokalrådet i Vest", "Lokalrådet i Øst"),
        ("Distrikt 1", "Distrikt 2"),
        ("Børneudvalget", "Kulturudvalget"),
        ("Ældrerådet", "Handicaprådet"),
        ("Skolen", "Skolebestyrelsen"),
        ("DH", "Dansk Havnefiskeri A"),
        ("Havnens Venner", "Skovens Venner"),
    ],
)
def test_others_are_left_alone(first, second):
    assert same_parties(named(first, second)) == []


def test_a_name_without_its_place_is_not_one_of_several_places():
    assert same_parties(named("Lokalrådet", "Lokalrådet i Nord", "Lokalrådet i Syd")) == []


def test_what_the_register_knows_is_kept_else_that_which_has_replied():
    assert same_parties([PartyName(1, "Ældreråd"), PartyName(2, "Ældrerådet", body=7)]) == [SameParty(2, 1, ("ending",))]
    assert same_parties([PartyName(1, "Ældreråd"), PartyName(2, "Ældrerådet", has_replied=True)]) == [SameParty(2, 1, ("ending",))]


def test_one_body_under_two_names_is_one_and_two_bodies_never_are():
    assert same_parties([PartyName(1, "Rådet", body=7), PartyName(2, "Ældrerådet", body=7)]) == [SameParty(1, 2, ("body",))]
    assert same_parties([PartyName(1, "Ældreråd", body=7), PartyName(2, "Ældrerådet", body=8)]) == []


@pytest.mark.parametrize(
    "name",
    [
        "kommunens hjemmeside",
        "på kommunens hjemmeside",
        "Hjemmesiden",
        "offentligheden",
        "Offentlighed",
        "pressen",
        "den lokale presse",
        "Dagspressen",
        "lokalavisen",
        "Høringsportalen",
        "alle interesserede",
        "Plandata",
    ],
)
def test_a_channel_or_the_public_is_no_party(name):
    assert no_parties(named(name)) == [1]


@pytest.mark.parametrize(
    "name", ["Ældrerådet", "Pressens Fond", "Foreningen Hjemmet", "Borgergruppen Åben Havn", "Danske Medier A/S", "Presset"]
)
def test_whoever_can_answer_is_one(name):
    assert no_parties(named(name)) == []


def test_nobody_who_has_replied_is_proposed_for_dropping():
    assert no_parties([PartyName(1, "pressen", has_replied=True), PartyName(2, "pressen", body=3)]) == []


names = st.lists(
    st.sampled_from(["Ældrerådet", "Ældreråd", "DH", "Rådet i Nord", "Rådet", "pressen", "Å", "", "1"]) | st.text(max_size=20), max_size=6
)


@given(names)
def test_a_pair_is_told_once_and_nobody_is_a_spelling_of_itself(given_names):
    pairs = [frozenset((one.kept, one.gone)) for one in same_parties(named(*given_names))]
    assert len(pairs) == len(set(pairs))
    assert all(len(pair) == 2 for pair in pairs)
