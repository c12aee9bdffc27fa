"""The form of an agenda's item: its case found as somebody types, its text, and the legal ground on which it is closed."""

import datetime as dt
import re

import pytest
from django.test import Client

from agendas import services
from agendas.exceptions import AgendaRefused
from agendas.services.states import AgendaState, status_of
from agendas.services.texts import written_texts
from agendas.services.undo import last_step
from agendas.texts import Texts, read_recommendations, texts_of
from meetings.models import AgendaItem
from tests import factories as f
from tests.admin.forms import filled_in

pytestmark = pytest.mark.django_db

DAY = dt.date(2030, 1, 15)
NOW = dt.datetime(2030, 1, 2, 10, tzinfo=f.COPENHAGEN)
BY = {"by": None, "now": NOW}
HTMX = {"HX-Request": "true"}


@pytest.fixture
def meeting():
    return f.MeetingFactory(body__name="Rådet", body__slug="raadet", date=DAY)


@pytest.fixture
def item(meeting):
    return services.add_item(meeting=meeting, title="Torvet", minutes=10, case=None, **BY)


@pytest.fixture
def office(meeting) -> Client:
    client = Client()
    client.force_login(f.SecretaryAssignmentFactory(body=meeting.body).user)
    return client


@pytest.fixture
def treated(meeting):
    """Natcafé was treated before under its case and in its matter, and so was another thing of the same case."""
    case = f.CaseFactory(number="27.15.00-A08-7-29")
    before = f.MeetingFactory(body=meeting.body, date=dt.date(2029, 10, 2), published=True)
    f.AgendaItemFactory(meeting=before, title="Ansøgning om natcafé", case=case, matter__title="Natcafé")
    f.AgendaItemFactory(meeting=before, title="Udflugt", case=case, matter__title="Udflugt")
    return case


def opened(office, item) -> dict[str, list[str]]:
    """What the open form holds, as a browser would send it."""
    return filled_in(office.get(f"/moeder/{item.meeting_id}/dagsorden/?ret={item.pk}").content.decode(), "item-form")


def save(office, item, **written):
    """Sends the form with what was written; None takes a tick away."""
    data = opened(office, item) | {f"punkt{item.pk}-{name}": value for name, value in written.items()}
    data = {name: value for name, value in data.items() if value is not None}
    return office.post(f"/moeder/{item.meeting_id}/dagsorden/punkter/{item.pk}/", data, follow=True)


def fresh(item) -> AgendaItem:
    return AgendaItem.objects.get(pk=item.pk)


# The legal ground


def test_a_closed_item_has_its_legal_ground_which_those_who_may_read_it_are_told(office, item):
    save(office, item, closed="on", legal_ground="ofl_30_1", legal_ground_text="Oplysninger om helbred")
    told = "Offentlighedsloven § 30, nr. 1: enkeltpersoners private, herunder økonomiske, forhold. Oplysninger om helbred"
    assert (fresh(item).closed, fresh(item).ground_told) == (True, told)
    for address in (f"/moeder/{item.meeting_id}/dagsorden/", item.get_absolute_url()):
        assert told in office.get(address).content.decode()


def test_without_a_ground_it_is_a_draft_and_says_so_until_the_chair_approves_it_knowingly(office, item):
    page = save(office, item, closed="on").content.decode()
    assert "»Torvet« er lukket uden hjemmel." in page
    assert "Lukket uden hjemmel" in page
    asked = office.get(f"/moeder/{item.meeting_id}/dagsorden/godkend/").content.decode()
    assert "1 punkt er lukket uden hjemmel" in asked
    office.post(f"/moeder/{item.meeting_id}/dagsorden/godkend/")
    assert status_of(item.meeting).state == AgendaState.APPROVED
    save(office, item, legal_ground="fvl_27", closed="on")
    assert "uden hjemmel" not in office.get(f"/moeder/{item.meeting_id}/dagsorden/godkend/").content.decode()
    assert status_of(item.meeting).state == AgendaState.DRAFT


def test_another_ground_has_to_be_written(office, item):
    assert "Skriv hjemlen." in save(office, item, closed="on", legal_ground="other").content.decode()
    assert not fresh(item).closed
    save(office, item, closed="on", legal_ground="other", legal_ground_text="Serviceloven § 1")
    assert fresh(item).ground_told == "Serviceloven § 1"


def test_an_item_that_is_opened_has_no_ground_any_more_and_undoing_gives_it_back(item):
    services.change_item(item=item, columns={"legal_ground": "ofl_21"}, closed=True, **BY)
    services.change_item(item=item, columns={}, closed=False, **BY)
    assert (fresh(item).closed, fresh(item).legal_ground) == (False, "")
    services.undo_last(meeting=item.meeting, key=last_step(item.meeting).pk, **BY)
    assert (fresh(item).closed, fresh(item).legal_ground) == (True, "ofl_21")


def test_a_supplement_that_is_closed_needs_its_ground_since_it_goes_out_at_once(office, item):
    type(item.meeting).objects.filter(pk=item.meeting_id).update(agenda_published_at=NOW)
    address, sent = f"/moeder/{item.meeting_id}/dagsorden/tillaeg/", {"ny-title": "Broen", "ny-reason": "Fristen", "ny-closed": "on"}
    answer = office.post(address, sent)
    assert (answer.status_code, "Vælg hjemlen til, at punktet er lukket." in answer.content.decode()) == (422, True)
    office.post(address, sent | {"ny-legal_ground": "ksl_10"})
    assert AgendaItem.objects.get(title="Broen").legal_ground == "ksl_10"


# The case


def found(answer) -> list[str]:
    return [" ".join(re.sub(r"<[^>]+>", "", label).split()) for label in re.findall(r"<label[^>]*>(.*?)</label>", answer, re.DOTALL)]


def test_a_case_is_found_by_words_as_they_are_typed(office, item, treated):
    page = office.get(f"/moeder/{item.meeting_id}/dagsorden/sager/", {"ny-case": "natcafé"}, headers=HTMX).content.decode()
    assert found(page) == [
        "27.15.00-A08-7-29 Udflugt (senest Rådet, 2. oktober 2029)",
        "27.15.00-A08-7-29 Ansøgning om natcafé (senest Rådet, 2. oktober 2029)",
    ]
    assert 'name="ny-chosen"' in page
    nothing = office.get(f"/moeder/{item.meeting_id}/dagsorden/sager/", {"ny-case": "findes ikke"}, headers=HTMX).content.decode()
    assert "Ingen sag" in nothing


def test_the_one_chosen_gives_its_case_and_its_matter(office, item, treated):
    matter = AgendaItem.objects.get(title="Ansøgning om natcafé").matter
    save(office, item, case="natcafé", chosen=f"{treated.pk}-{matter.pk}")
    assert (fresh(item).case, fresh(item).matter) == (treated, matter)
    save(office, item, case="")
    assert (fresh(item).case, fresh(item).matter) == (None, None)


def test_without_a_script_the_words_are_searched_when_the_form_is_sent(office, item, treated):
    page = save(office, item, case="natcafé", title="Torvet nu").content.decode()
    assert "Vælg sagen blandt dem, der blev fundet." in page
    assert re.search(rf'name="punkt{item.pk}-chosen" value="{treated.pk}-\d+"', page)
    assert fresh(item).title == "Torvet"
    assert "Ingen sag har det nummer eller de ord." in save(office, item, case="findes ikke").content.decode()


def test_a_number_alone_gives_the_case_and_its_only_matter(office, meeting, treated):
    page = office.post(f"/moeder/{meeting.pk}/dagsorden/tilfoej/", {"ny-title": "Nyt", "ny-case": treated.number}, follow=True)
    assert "»Nyt« står på dagsordenen nu." in page.content.decode()
    made = AgendaItem.objects.get(title="Nyt")
    assert (made.case, made.matter) == (treated, None)  # two things are treated under the number
    AgendaItem.objects.filter(title="Udflugt").delete()
    office.post(f"/moeder/{meeting.pk}/dagsorden/tilfoej/", {"ny-title": "Nyere", "ny-case": treated.number})
    assert AgendaItem.objects.get(title="Nyere").matter.title == "Natcafé"


@pytest.mark.parametrize("chosen", ["x", "-", "999999-", "1-999999", "9" * 30, "1-1-1"])
def test_a_case_that_nobody_could_choose_is_refused(office, item, treated, chosen):
    assert "Sagen, der blev valgt, er her ikke længere." in save(office, item, chosen=chosen).content.decode()
    assert fresh(item).case is None


def test_cases_that_the_secretary_may_not_know_of_are_neither_found_nor_chosen(office, item):
    hidden = f.AgendaItemFactory(meeting__published=True, title="Kanariefugl", closed=True)
    page = office.get(f"/moeder/{item.meeting_id}/dagsorden/sager/", {"ny-case": "kanariefugl"}, headers=HTMX).content.decode()
    assert hidden.case.number not in page
    save(office, item, chosen=f"{hidden.case_id}-{hidden.matter_id}")
    assert fresh(item).case is None


# The text


def test_sections_and_recommendations_are_written_and_stand_on_the_item_s_page(office, item):
    save(office, item, section0="Kort fortalt.", section1="Langt\r\nfortalt.", recommendations="1. at det godkendes\nat det sendes ud")
    assert written_texts(item) == Texts(
        (("Resume", "Kort fortalt."), ("Sagsfremstilling", "Langt\nfortalt.")), ("at det godkendes", "at det sendes ud")
    )
    page = office.get(item.get_absolute_url()).content.decode()
    assert all(text in page for text in ("Kort fortalt.", "Sagsfremstilling", "at det sendes ud"))
    save(office, item, new_heading="Høring", new_text="Ingen.", section0="")
    assert written_texts(item).sections == (("Sagsfremstilling", "Langt\nfortalt."), ("Høring", "Ingen."))


def test_text_that_was_not_touched_is_left_and_counts_as_no_change(office, item):
    services.change_item(item=item, columns={}, texts=Texts((("Resume", "Kort."),), ("at godkende",)), **BY)
    before = last_step(item.meeting)
    save(office, item)
    assert last_step(item.meeting) == before


def test_two_who_write_the_same_section_see_each_others_words(office, item):
    first, second = opened(office, item), opened(office, item)
    address, name = f"/moeder/{item.meeting_id}/dagsorden/punkter/{item.pk}/", f"punkt{item.pk}-section0"
    office.post(address, first | {name: "Hendes"})
    page = office.post(address, second | {name: "Hans"}).content.decode()
    assert "Imens har en anden skrevet »Hendes« her. Du har skrevet »Hans«." in page
    assert written_texts(item).sections == (("Resume", "Hendes"),)


def test_what_was_read_from_a_document_is_corrected_with_its_meeting(office, item):
    f.SectionFactory(item=item, heading="Resume", text="Læst", source=f.DocumentFactory())
    page = office.get(f"/moeder/{item.meeting_id}/dagsorden/?ret={item.pk}").content.decode()
    assert "Teksten er læst i et dokument" in page
    with pytest.raises(AgendaRefused):
        services.change_item(item=item, columns={}, texts=Texts((("Resume", "Andet"),)), **BY)


def test_numbers_before_recommendations_and_empty_lines_are_no_part_of_them():
    assert read_recommendations("1. at a\n\n 2) at  b\nat 3. c\n2027 er året") == ["at a", "at b", "at 3. c", "2027 er året"]
    assert texts_of([(" Resume ", " a\r\nb "), ("Tom", "  ")], [" at a ", ""]) == Texts((("Resume", "a\nb"),), ("at a",))


def test_what_the_open_form_shows_of_a_closed_item_is_logged(office, item):
    services.change_item(item=item, columns={}, closed=True, **BY)
    office.get(f"/moeder/{item.meeting_id}/dagsorden/")
    assert item.closed_readings.count() == 0
    office.get(f"/moeder/{item.meeting_id}/dagsorden/?ret={item.pk}")
    assert item.closed_readings.count() == 1


def test_what_was_approved_and_sent_is_shown_again_with_its_text_and_what_is_different_is_told(office, item):
    services.change_item(item=item, columns={}, texts=Texts((("Resume", "Kort."),), ("at godkende",)), **BY)
    services.approve(meeting=item.meeting, **BY)
    services.change_item(
        item=item, columns={"legal_ground": "ofl_21"}, closed=True, texts=Texts((("Resume", "Nyt."),), ("at godkende",)), **BY
    )
    services.approve(meeting=item.meeting, **BY)
    first, second = (office.get(f"/moeder/{item.meeting_id}/dagsorden/udgaver/{number}/").content.decode() for number in (1, 2))
    assert all(text in first for text in ("Kort.", "at godkende"))
    assert "hjemlen: – → Offentlighedsloven § 21: enkeltpersoners ansættelsesforhold; teksten er ændret" in second
    assert "indstillingen er ændret" not in second
