"""Each fact of an item stands in its place on paper, and none of them twice."""

from documents.model import Listing, Paragraph
from papers.item_sections import agenda_sections, minutes_sections
from papers.values import PaperSection
from tests.papers.samples import an_item

RECOMMENDED = PaperSection("Indstilling", "Forvaltningen indstiller,\n\n1. at flytningen godkendes,\n2. at den betales af kassen.")
DECIDED = PaperSection("Beslutning", "Godkendt med 6 stemmer for og 1 imod.", is_decision=True)


def headings(sections) -> list[str]:
    return [section.heading for section in sections]


def last_lines(section) -> list[str]:
    return [block.lines[0] for block in section.blocks if block.kind == "paragraph"]


def test_recommendations_come_after_the_summary_and_attachments_last():
    assert headings(agenda_sections(an_item(attachments=["Tegning"]))) == ["Resume", "Indstilling", "Sagsfremstilling", "Bilag"]


def test_what_the_text_tells_is_told_once():
    sections = [RECOMMENDED, PaperSection("Bilag", "Tegning\nBudget")]
    found = agenda_sections(an_item(sections=sections, attachments=["Tegning", "Budget"]))
    assert headings(found) == ["Indstilling", "Bilag"]
    assert found[1].blocks == [Listing([("", "Tegning"), ("", "Budget")])]


def test_an_agenda_tells_no_decision():
    item = an_item(sections=[DECIDED], decision="Godkendt.", votes=["Afstemning: 6 for"], parts=[("Fraværende", "Bo Ravn")])
    assert headings(agenda_sections(item)) == ["Indstilling"]


def test_minutes_have_the_decision_where_they_have_it():
    found = minutes_sections(an_item(sections=[RECOMMENDED, DECIDED, PaperSection("Økonomi", "Ingen.")]), is_draft=False)
    assert headings(found) == ["Indstilling", "Beslutning", "Økonomi"]


def test_a_decision_that_was_only_written_down_follows_the_recommendations():
    found = minutes_sections(an_item(decision="Godkendt."), is_draft=False)
    assert headings(found) == ["Resume", "Indstilling", "Beslutning", "Sagsfremstilling"]
    assert found[2].blocks == [Paragraph(("Godkendt.",))]


def test_without_words_the_outcomes_are_the_decision():
    found = minutes_sections(an_item(outcomes=["1. Godkendt", "2. Udsat"]), is_draft=False)
    assert last_lines(found[2]) == ["1. Godkendt", "2. Udsat"]


def test_votes_and_parts_are_added_where_the_text_does_not_tell_them():
    parts = [("Fraværende", "Bo Ravn"), ("Stedfortræder", "Eva Bak")]
    told = minutes_sections(an_item(decision="Godkendt. Bo Ravn havde forfald.", votes=["Afstemning: 6 for"], parts=parts), is_draft=False)
    assert last_lines(told[2]) == ["Godkendt. Bo Ravn havde forfald.", "Afstemning: 6 for", "Stedfortræder: Eva Bak"]
    quiet = minutes_sections(an_item(sections=[DECIDED], votes=["Afstemning: 6 for"]), is_draft=False)
    assert last_lines(quiet[-1]) == [DECIDED.text]


def test_a_heading_that_comes_twice_gets_what_happened_under_the_decision():
    other = PaperSection("Beslutning", "Udvalget har tidligere udsat sagen.")
    found = minutes_sections(an_item(sections=[other, DECIDED], recommendations=[], parts=[("Fraværende", "Bo Ravn")]), is_draft=False)
    assert [len(section.blocks) for section in found] == [1, 2]


def test_in_a_draft_the_heading_waits_for_the_decision():
    assert headings(minutes_sections(an_item(), is_draft=True)) == ["Resume", "Indstilling", "Beslutning", "Sagsfremstilling"]
    assert headings(minutes_sections(an_item(), is_draft=False)) == ["Resume", "Indstilling", "Sagsfremstilling"]
