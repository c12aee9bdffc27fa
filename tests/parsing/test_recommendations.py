"""Recommendations, the bodies they go to, and what became of them."""

import pytest

from tests.parsing.of_text import item_of


@pytest.mark.parametrize(
    ("paragraphs", "clauses"),
    [
        (
            ["Forvaltningen indstiller til rådet,", "1. at planen drøftes\n2. at den sendes i høring"],
            ["at planen drøftes", "at den sendes i høring"],
        ),
        (
            ["Administrationen indstiller,", "A) at planen drøftes\nB) at den sendes i høring"],
            ["at planen drøftes", "at den sendes i høring"],
        ),
        (["Det indstilles,", "a. at planen drøftes", "b. at den sendes i høring"], ["at planen drøftes", "at den sendes i høring"]),
        (
            ["Direktionen indstiller,", "at planen drøftes, og", "at den sendes i høring."],
            ["at planen drøftes, og", "at den sendes i høring."],
        ),
        (["Direktionen indstiller:", "- planen drøftes\n- den sendes i høring"], ["planen drøftes", "den sendes i høring"]),
        (["Forvaltningen indstiller, at orienteringen tages til efterretning."], ["at orienteringen tages til efterretning."]),
        (["Forvaltningen indstiller", "1. at planen sendes ud", "1. marts 2021 er fristen."], ["at planen sendes ud"]),
        (["Orienteringen tages op uden indstilling."], []),
    ],
)
def test_clauses(paragraphs, clauses):
    assert [one.text for one in item_of("Indstilling", *paragraphs).recommendations] == clauses


def test_a_clause_with_points_of_its_own_stays_one():
    item = item_of("Indstilling", "Forvaltningen indstiller", "1. at midlerne bruges til\n- herberg\n- værested\n2. at planen drøftes")
    assert [one.number for one in item.recommendations] == [1, 2]
    assert "herberg" in item.recommendations[0].text


@pytest.mark.parametrize(
    ("intro", "bodies"),
    [
        ("Forvaltningen indstiller til Socialudvalget,", ["Socialudvalget"]),
        ("Forvaltningen indstiller til byrådet, via økonomiudvalget, børne- og familieudvalget samt sundheds-, idræts- og kulturudvalget,",
         ["Byrådet", "Økonomiudvalget", "Børne- og familieudvalget", "Sundheds-, idræts- og kulturudvalget"]),
        ("Forvaltningen indstiller til beskæftigelsesudvalget og socialudvalget, at forslaget drøftes.", ["Beskæftigelsesudvalget", "Socialudvalget"]),
        ("Det indstilles til Udvalget for Børn og Unge,", ["Udvalget for Børn og Unge"]),
        ("Forvaltningen indstiller,", []),
    ],
)  # fmt: skip
def test_the_bodies_it_goes_to(intro, bodies):
    assert item_of("Indstilling", intro, "1. at planen drøftes").recommended_to == bodies


@pytest.mark.parametrize(
    ("decision", "outcome"),
    [
        ("Taget til efterretning.", "noted"), ("Rådet tog orienteringen til efterretning.", "noted"), ("Godkendt.", "approved"),
        ("Indstillingen blev tiltrådt.", "approved"), ("Drøftet.", "discussed"), ("Sagen blev udsat til næste møde.", "deferred"),
        ("Udsat.", "deferred"), ("Indstilles godkendt.", "recommended"), ("Anbefales over for Byrådet.", "recommended"),
        ("Ansøgningen blev afslået.", "rejected"), ("Udvalget kan ikke godkende forslaget.", "rejected"), ("Ikke godkendt.", "rejected"),
        ("Bo Dam blev udpeget.", "appointed"), ("Rådet besluttede at holde et møde i august.", "other"),
        ("Forvaltningen orienterede om, at dialogmødet udsættes.", "other"),
        ("Bo Dams ændringsforslag blev forkastet. Indstillingen blev godkendt.", "approved"),
        ("Fraværende: Bo Dam\n\nGodkendt.", "approved"),
    ],
)  # fmt: skip
def test_outcomes(decision, outcome):
    item = item_of("Indstilling", "Det indstilles, at planen drøftes.", "Beslutning", decision)
    assert [(one.recommendation, one.outcome) for one in item.outcomes] == [(None, outcome)]


@pytest.mark.parametrize(
    ("lines", "outcomes"),
    [
        ("1. at taget til efterretning\n2. at drøftet\n3. godkendt", [(1, "noted"), (2, "discussed"), (3, "approved")]),
        ("1. at. Godkendt.\n\n2. og 3. at. Udsat.", [(1, "approved"), (2, "deferred"), (3, "deferred")]),
        ("Ad 1-2: Anbefales.\n\nAd 3: Drøftet.", [(1, "recommended"), (2, "recommended"), (3, "discussed")]),
        ("A) og B) Vedtaget.\n\nC) Udsat.", [(1, "approved"), (2, "approved"), (3, "deferred")]),
        ("Godkendt.", [(None, "approved")]),
    ],
)
def test_each_recommendation_may_be_answered_apart(lines, outcomes):
    item = item_of(
        "Indstilling", "Det indstilles,", "1. at planen tages til efterretning\n2. at den drøftes\n3. at den godkendes", "Beslutning", lines
    )
    assert [(one.recommendation, one.outcome) for one in item.outcomes] == outcomes
