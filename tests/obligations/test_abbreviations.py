"""Bodies called by their initials are the bodies the same document names in full, and no others."""

import datetime as dt

import pytest

from reader import facts
from reader.obligations import find_obligations
from reader.obligations.abbreviations import in_full, short_names


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Økonomiudvalget", "ØU"),
        ("Kommunalbestyrelsen", "KB"),
        ("Borgerrepræsentationen", "BR"),
        ("Socialudvalget", "SU"),
        ("Børne- og Ungdomsudvalget", "BUU"),
        ("Teknik- og Miljøudvalget", "TMU"),
        ("Udvalget for Kultur og Fritid", "UKF"),
        ("Ældrerådet", "ÆR"),
        ("Folkeoplysningsudvalget", "FU"),
    ],
)
def test_initials_mean_the_body_named_in_full(name, short):
    assert short_names([f"Sagen behandles i {name}.", f"Den går til {short} i maj."]) == {short: name}
    assert short_names([f"Den går til {short} i maj."], name) == {short: name}


def test_initials_of_no_named_body_mean_nothing():
    assert short_names(["Sagen går til ØU og KB i maj.", "Byrådet behandler den."]) == {}


def test_initials_of_two_bodies_mean_neither():
    assert short_names(["Socialudvalget og Sundhedsudvalget har mødtes.", "SU behandler sagen."]) == {}


def test_what_the_document_itself_calls_a_body_goes_before_initials():
    told = [
        "Sundheds- og Omsorgsudvalget (SOSU) og Socialudvalget (herefter SU) drøftede sagen.",
        "SOSU og SU får den i maj; Sundhedsudvalget ikke.",
    ]
    assert short_names(told) == {"SOSU": "Sundheds- og Omsorgsudvalget", "SU": "Socialudvalget"}


def test_a_short_name_is_a_word_of_its_own_and_keeps_its_genitive():
    assert in_full("KBs møde, KBH og MED-KB", {"KB": "Kommunalbestyrelsen"}) == "Kommunalbestyrelsens møde, KBH og MED-KB"


def test_a_document_is_read_with_its_own_short_names_and_quoted_word_for_word():
    told = "Forslaget behandles i ØU den 18. juni 2024."
    items = [
        facts.ItemFacts(1, "Valg", sections=[facts.SectionFacts("Sagsfremstilling", "Økonomiudvalget vælger en formand.")]),
        facts.ItemFacts(2, "Takster", sections=[facts.SectionFacts("Videre proces", told)]),
    ]
    minutes = facts.Minutes(
        facts.SourceFile("x.txt", "", "txt"), "minutes", facts.MeetingFacts("Seniorrådet", dt.date(2024, 5, 14)), items=items
    )
    find_obligations(minutes)
    (treatment,) = items[1].planned_treatments
    assert (treatment.body, treatment.due_start, treatment.quote) == ("Økonomiudvalget", dt.date(2024, 6, 18), told)


def test_a_closed_item_names_nobody_for_the_open_ones():
    told = "Forslaget behandles i ØU den 18. juni 2024."
    closed = facts.ItemFacts(
        1, "Lukket", closed=True, sections=[facts.SectionFacts("Sagsfremstilling", "Økonomiudvalget vælger en formand.")]
    )
    item = facts.ItemFacts(2, "Takster", sections=[facts.SectionFacts("Videre proces", told)])
    find_obligations(
        facts.Minutes(
            facts.SourceFile("x.txt", "", "txt"), "minutes", facts.MeetingFacts("Seniorrådet", dt.date(2024, 5, 14)), items=[closed, item]
        )
    )
    assert item.planned_treatments == []
