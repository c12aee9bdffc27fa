"""What stands on an agenda and on minutes, and what their names tell."""

from documents.model import Contents, Facts, Notice, Table
from papers.meeting_papers import agenda_document, extract_document, minutes_document
from papers.values import PaperTime
from tests.papers.samples import a_meeting, an_item


def notices(document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Notice)]


def facts(blocks) -> dict[str, list[str]]:
    return {name: list(lines) for block in blocks if isinstance(block, Facts) for name, lines in block.rows}


def test_an_agenda_tells_when_where_and_in_which_order():
    document = agenda_document(a_meeting())
    assert (document.kicker, document.title, document.subtitle) == ("Dagsorden", "Udsatterådet", "onsdag d. 6. juni 2018, kl. 15.30–18.00")
    assert document.named == "Dagsorden: Udsatterådet, 6. juni 2018"
    assert facts(document.blocks) == {"Mødested": ["Mødelokale 3"]}
    assert [section.heading for section in document.sections] == ["Tidsplan", "Punkt 16: Varmestuen ved havnen"]
    (plan,) = document.sections[0].blocks
    assert isinstance(plan, Table)
    assert plan.header == ("Tid", "Punkt", "Emne", "Deltager udefra")
    assert [[*cell] for cell in plan.rows[0]] == [["15.30–15.45"], ["16"], ["Varmestuen ved havnen"], ["Tine Horn"]]


def test_a_time_plan_has_no_column_that_tells_nothing():
    (plan,) = agenda_document(a_meeting(time_plan=[PaperTime("15.30–15.45", "", "Pause")])).sections[0].blocks
    assert plan.header == ("Tid", "Emne")


def test_an_item_tells_who_comes_and_what_it_answers():
    item = an_item(responsible="Ida Lund", guests=["Tine Horn"], answers=[("Status på varmestuen", "d. 6. marts 2018")])
    section = agenda_document(a_meeting(items=[item])).sections[-1]
    assert section.blocks[0].lines == ["27.15.00-A08-1-18"]
    assert facts(section.blocks) == {
        "Ansvarlig": ["Ida Lund"],
        "Deltager udefra": ["Tine Horn"],
        "Svarer på": ["Status på varmestuen", "d. 6. marts 2018"],
    }


def test_minutes_tell_who_was_there():
    document = minutes_document(a_meeting(present=["Ida Lund", "Bo Ravn"], absent=["Eva Bak"]))
    assert facts(document.blocks) == {"Mødested": ["Mødelokale 3"], "Til stede": ["Ida Lund, Bo Ravn"], "Fraværende": ["Eva Bak"]}
    assert [section.heading for section in document.sections] == ["Punkt 16: Varmestuen ved havnen"]


def test_a_paper_with_closed_items_says_so_on_every_page():
    document = agenda_document(a_meeting(items=[an_item(is_closed=True, ground="Sagen er personlig")]))
    assert notices(document) == ["Denne udgave er til organets medlemmer og sekretær."]
    assert document.foot == "Dagsorden · Udsatterådet · 6. juni 2018 · medlemsudgave"
    assert document.sections[-1].blocks[1] == Notice("Lukket punkt: Sagen er personlig")


def test_a_closed_file_and_an_answer_hidden_from_the_public_make_the_paper_the_members():
    assert a_meeting(items=[an_item(has_closed_files=True)]).has_hidden
    assert a_meeting(items=[an_item(has_hidden_answers=True)]).has_hidden
    assert not a_meeting().has_hidden


def test_a_draft_says_so_at_the_foot_of_every_page():
    draft = a_meeting(agenda_is_sent=False, minutes_are_out=False, items=[an_item(is_closed=True)])
    for document in (agenda_document(draft), minutes_document(draft), extract_document(draft, draft.items[0])):
        assert document.foot.endswith(" · kladde · medlemsudgave")
    assert "kladde" not in agenda_document(a_meeting(minutes_are_out=False)).foot
    assert "kladde" not in minutes_document(a_meeting(agenda_is_sent=False)).foot


def test_a_gap_has_its_number_in_its_place_and_nothing_more():
    items = [an_item(), an_item(mark="punkt-2", number="18", title="Eventuelt")]
    document = minutes_document(a_meeting(items=items, closed_numbers=[17]))
    assert [section.heading for section in document.sections] == [
        "Punkt 16: Varmestuen ved havnen",
        "Punkt 17: Lukket",
        "Punkt 18: Eventuelt",
    ]
    assert not document.sections[1].blocks
    assert notices(document) == []


def test_drafts_and_cancelled_meetings_say_so():
    assert notices(agenda_document(a_meeting(agenda_is_sent=False, is_cancelled=True, is_extraordinary=True))) == [
        "Mødet er aflyst.",
        "Mødet er ekstraordinært.",
        "Kladde. Dagsordenen er ikke sendt.",
    ]
    assert notices(minutes_document(a_meeting(minutes_are_out=False))) == ["Kladde. Referatet er ikke offentliggjort."]


def test_many_items_have_a_table_of_contents():
    many = minutes_document(a_meeting(items=[an_item(mark=f"punkt-{at}") for at in range(4)]))
    assert many.blocks[-1] == Contents("Indhold")
    assert len(many.marked) == 4
    assert not any(isinstance(block, Contents) for block in minutes_document(a_meeting()).blocks)


def test_an_extract_is_of_one_item():
    document = extract_document(a_meeting(), an_item(decision="Godkendt."))
    assert document.named == "Protokoludskrift: Udsatterådet, 6. juni 2018, punkt 16"
    assert [section.heading for section in document.sections] == ["Punkt 16: Varmestuen ved havnen"]
