"""Phrases that say how often."""

import pytest

from danish.periods import find_recurrences


@pytest.mark.parametrize(
    ("text", "phrase", "every", "unit"),
    [
        ("status på hvert 3. udvalgsmøde", "hvert 3. udvalgsmøde", 3, "meeting"),
        ("på hvert tredje ordinære møde", "hvert tredje ordinære møde", 3, "meeting"),
        ("på hvert andet rådsmøde", "hvert andet rådsmøde", 2, "meeting"),
        ("på hvert møde", "hvert møde", 1, "meeting"),
        ("ved hvert møde", "hvert møde", 1, "meeting"),
        ("på alle møder", "på alle møder", 1, "meeting"),
        ("ved samtlige ordinære udvalgsmøder", "ved samtlige ordinære udvalgsmøder", 1, "meeting"),
        ("på hvert af rådets møder", "på hvert af rådets møder", 1, "meeting"),
        ("som fast punkt", "fast punkt", 1, "meeting"),
        ("et fast dagsordenspunkt", "fast dagsordenspunkt", 1, "meeting"),
        ("som fast punkt hvert kvartal", "hvert kvartal", 1, "quarter"),
        ("en kvartalsvis status", "kvartalsvis", 1, "quarter"),
        ("Hvert kvartal får udvalget en status", "Hvert kvartal", 1, "quarter"),
        ("hvert andet kvartal", "hvert andet kvartal", 2, "quarter"),
        ("kvartårligt", "kvartårligt", 1, "quarter"),
        ("en gang i kvartalet", "en gang i kvartalet", 1, "quarter"),
        ("fire gange om året", "fire gange om året", 1, "quarter"),
        ("vil årligt modtage en status", "årligt", 1, "year"),
        ("det årlige dialogmøde", "årlige", 1, "year"),
        ("hvert år", "hvert år", 1, "year"),
        ("hvert andet år", "hvert andet år", 2, "year"),
        ("hvert 4. år", "hvert 4. år", 4, "year"),
        ("hvert efterår", "hvert efterår", 1, "year"),
        ("hver december", "hver december", 1, "year"),
        ("1. kvartal hvert år", "hvert år", 1, "year"),
        ("årligt i marts", "årligt", 1, "year"),
        ("to gange i løbet af året", "to gange i løbet af året", 6, "month"),
        ("månedsvise opgørelser", "månedsvise", 1, "month"),
        ("én gang årligt", "én gang årligt", 1, "year"),
        ("halvårligt", "halvårligt", 6, "month"),
        ("en halvårlig opfølgning", "halvårlig", 6, "month"),
        ("halvårsvise målinger", "halvårsvise", 6, "month"),
        ("hvert halve år", "hvert halve år", 6, "month"),
        ("to gange årligt", "to gange årligt", 6, "month"),
        ("2 gange om året", "2 gange om året", 6, "month"),
        ("tre gange om året", "tre gange om året", 4, "month"),
        ("månedlig rapport", "månedlig", 1, "month"),
        ("månedligt", "månedligt", 1, "month"),
        ("hver måned", "hver måned", 1, "month"),
        ("hver anden måned", "hver anden måned", 2, "month"),
        ("hver tredje\nmåned", "hver tredje\nmåned", 3, "month"),
        ("hver fjerde måned", "hver fjerde måned", 4, "month"),
        ("ved udgangen af hvert kvartal", "hvert kvartal", 1, "quarter"),
        ("ved hvert kvartals udgang", "hvert kvartals", 1, "quarter"),
        ("en gang i halvåret", "en gang i halvåret", 6, "month"),
        ("med tre måneders mellemrum", "med tre måneders mellemrum", 3, "month"),
        ("med et halvt års mellemrum", "med et halvt års mellemrum", 6, "month"),
        ("med to års mellemrum", "med to års mellemrum", 2, "year"),
        ("en kvartalsmæssig opfølgning", "kvartalsmæssig", 1, "quarter"),
        ("hver gang der er møde", "hver gang der er møde", 1, "meeting"),
        ("hver gang rådet mødes", "hver gang rådet mødes", 1, "meeting"),
        ("giver en status hver gang.", "hver gang.", 1, "meeting"),
        ("som faste punkter", "faste punkter", 1, "meeting"),
        ("12 gange årligt", "12 gange årligt", 1, "month"),
    ],
)
def test_how_often_is_read(text, phrase, every, unit):
    (found,) = find_recurrences(text)
    assert (text[slice(*found.span)], found.every, found.unit) == (phrase, every, unit)


@pytest.mark.parametrize(
    "text",
    [
        "872.000 kr. årligt", "600.000 kr årligt i 2021", "fem gange årligt", "0 gange årligt", "hvert 0. møde", "hver uge",
        "ugentligt", "dagligt",
        "hver for sig", "en gang i hver valgperiode", "har deltaget i alle møder", "hver gang", "på møder", "hver borger", "i år", "særlige", "flerårige aftaler", "et kvartal", "halvår", "",
    ],
)  # fmt: skip
def test_what_is_not_said_how_often_is_left_alone(text):
    assert find_recurrences(text) == []


def test_several_are_told_in_order():
    text = "Status hvert kvartal, regnskab to gange årligt og et årligt stormøde"
    assert [(found.every, found.unit) for found in find_recurrences(text)] == [(1, "quarter"), (6, "month"), (1, "year")]
