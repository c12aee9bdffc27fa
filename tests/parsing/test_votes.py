"""Votes in the words minutes use."""

import pytest

from tests.parsing.of_text import FRONT, decided, item_of

COUNCIL = FRONT.replace("Udsatterådet", "Byrådet")


def told(item):
    return [(v.votes_for, v.votes_against, v.abstained, v.for_names, v.against_names, v.on) for v in item.votes]


@pytest.mark.parametrize(
    ("sentence", "vote"),
    [
        ("Godkendt med 5 stemmer for og 1 stemme imod. Imod stemte Bo Dam.", (5, 1, None, [], ["Bo Dam"])),
        ("Indstilles godkendt, med 8 stemmer for og 1 imod. Bo Dam stemte imod, og tilslutter sig Eva Søs bemærkninger.", (8, 1, None, [], ["Bo Dam"])),
        ("4 stemte for, og 3 stemte imod.", (4, 3, None, [], [])),
        ("Fem medlemmer stemte for, og to stemte imod.", (5, 2, None, [], [])),
        ("Vedtaget med 7 stemmer mod 2.", (7, 2, None, [], [])),
        ("5 stemte for, 2 imod, 1 undlod.", (5, 2, 1, [], [])),
        ("Godkendt med 9 stemmer for, 3 imod og 2, der undlod at stemme.", (9, 3, 2, [], [])),
        ("6 stemmer for (Eva Sø (A), Ib Bæk (F)), 1 stemme imod (Bo Dam (O)).", (6, 1, None, ["Eva Sø", "Ib Bæk"], ["Bo Dam"])),
        ("For stemte: Eva Sø, Ib Bæk og Per Holm (3). Imod stemte: Bo Dam (1).", (3, 1, None, ["Eva Sø", "Ib Bæk", "Per Holm"], ["Bo Dam"])),
        ("For stemte Eva Sø og Ib Bæk, imod stemte Bo Dam.", (2, 1, None, ["Eva Sø", "Ib Bæk"], ["Bo Dam"])),
        ("Et flertal på 3 (Eva Sø (A), Ib Bæk (F), Per Holm (V)) stemte for. Bo Dam stemte imod.",
         (3, 1, None, ["Eva Sø", "Ib Bæk", "Per Holm"], ["Bo Dam"])),
        ("Et flertal bestående af A og F stemte for. Imod stemte V og O.", (None, None, None, ["A", "F"], ["V", "O"])),
        ("Imod stemte Borgerlisten, Venstre og Det Konservative Folkeparti.",
         (None, None, None, [], ["Borgerlisten", "Venstre", "Det Konservative Folkeparti"])),
    ],
)  # fmt: skip
def test_counts_and_names(sentence, vote):
    (found,) = told(decided(sentence))
    assert found == (*vote, "decision")


@pytest.mark.parametrize(
    "text",
    [
        "Enstemmigt godkendt.",
        "Et enigt udvalg anbefaler forslaget.",
        "Rådet ønsker, at der stemmes for lukkede døre.",
        "Stemmeseddel vedlagt.",
        "Liste C tog forbehold.",
    ],
)
def test_no_vote_is_made_of_words_without_one(text):
    assert decided(text).votes == []


def test_lines_of_one_vote_belong_together_and_reasons_are_no_new_vote():
    item = decided(
        "For: 2 (Eva Sø (A), Ib Bæk (F))", "Imod: 1 (Bo Dam (O))", "Bo Dam stemte imod, idet sagen burde udsættes.", front=COUNCIL
    )
    assert told(item) == [(2, 1, None, ["Eva Sø", "Ib Bæk"], ["Bo Dam"], "decision")]


def test_an_amendment_is_voted_on_apart():
    item = decided(
        "Bo Dam stillede ændringsforslag om at udsætte sagen.", "Ændringsforslaget blev forkastet med 1 stemme for og 6 imod.",
        "Indstillingen blev godkendt med 6 stemmer for og 1 imod.",
    )  # fmt: skip
    assert [(vote.on, vote.votes_for) for vote in item.votes] == [("amendment", 1), ("decision", 6)]


def test_a_vote_of_more_people_than_the_body_can_have_is_the_council_s():
    item = decided("Orienteringen blev taget til efterretning.", "Godkendt af kommunalbestyrelsen med 20 stemmer for og 5 imod.")
    assert [vote.on for vote in item.votes] == ["Kommunalbestyrelsen"]
    assert [vote.on for vote in decided("Godkendt med 20 stemmer for og 5 imod.", front=COUNCIL).votes] == ["decision"]


def test_a_quoted_vote_is_the_earlier_body_s():
    item = item_of("Socialudvalget, 2. marts 2021, pkt. 31:", "Anbefales med 4 stemmer for og 3 imod.", "Beslutning", "Drøftet.")
    assert [vote.on for vote in item.votes] == ["Socialudvalget"]
    assert item.decision == "Drøftet."
