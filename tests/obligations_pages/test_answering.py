"""The secretary answers for each obligation beside its sentence."""

import json

import pytest

from followups.models import FollowUp
from meetings.models import ClosedReading
from tests import factories as f
from tests.importing_pages.desk import seen
from tests.obligations_pages.conftest import STATUS

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


def review_of(row) -> str:
    return type(row).objects.get(pk=row.pk).review


def test_each_obligation_stands_beside_its_marked_sentence(office, desk):
    html = office.get(desk.page).content.decode()
    assert f"<mark>{STATUS}</mark>" in html
    page = seen(office.get(desk.page))
    assert "Status ikke gennemgået Ansvarlig Forvaltningen Hvornår 1. oktober – 31. december 2018" in page
    assert "Taget med, fordi organet ønsker en status." in page
    assert "Høring ikke gennemgået Frist 31. august 2018 Høringsparter Handicaprådet" in page
    assert "Planlagt behandling ikke gennemgået Organ Byrådet Hvornår 10. september 2018" in page
    assert "3 af 3 er ikke gennemgået." in page


@pytest.mark.parametrize(("answer", "review", "tag"), [("accept", "accepted", "godkendt"), ("reject", "rejected", "afvist")])
def test_an_answer_is_kept_and_the_next_one_is_shown(office, desk, secretary, answer, review, tag):
    response = office.post(desk.of(desk.hearing, "svar/"), {"answer": answer})
    assert response.url == f"{desk.page}#opfoelgning-{desk.status.pk}"
    desk.hearing.refresh_from_db()
    assert (desk.hearing.review, desk.hearing.reviewed_by) == (review, secretary)
    page = seen(office.get(desk.page))
    assert f"Høring {tag}" in page
    assert "2 af 3 er ikke gennemgået." in page


def test_an_answer_is_taken_back(office, desk):
    office.post(desk.of(desk.status, "svar/"), {"answer": "reject"})
    response = office.post(desk.of(desk.status, "svar/"), {"answer": "open"})
    assert response.url == f"{desk.page}#opfoelgning-{desk.status.pk}"
    assert review_of(desk.status) == "unreviewed"


def test_a_corrected_one_that_is_rejected_keeps_the_correction_until_that_is_taken_back(office, desk):
    sent = {"kind": "return", "text": "Sagen", "due_start": "01-11-2018", "due_end": "30-11-2018", "unit": ""}
    office.post(desk.of(desk.status, "ret/"), {f"opfoelgning-{desk.status.pk}-{name}": value for name, value in sent.items()})
    office.post(desk.of(desk.status, "svar/"), {"answer": "reject"})
    card = seen(office.get(desk.of(desk.status), headers=HTMX))
    assert "Kommer igen afvist Sagen Hvornår 1.–30. november 2018" in card
    assert "Sådan blev det læst: status" in card
    assert "Godkend, som det blev læst" in card
    office.post(desk.of(desk.status, "svar/"), {"answer": "open", "sure": "1"})
    card = seen(office.get(desk.of(desk.status), headers=HTMX))
    assert "Status ikke gennemgået" in card
    assert "1. oktober – 31. december 2018" in card


@pytest.fixture
def corrected(office, desk):
    sent = {"kind": "return", "text": "Sagen", "due_start": "01-11-2018", "due_end": "30-11-2018", "unit": ""}
    office.post(desk.of(desk.status, "ret/"), {f"opfoelgning-{desk.status.pk}-{name}": value for name, value in sent.items()})
    return desk.status


@pytest.mark.parametrize("answer", ["accept", "open"])
@pytest.mark.parametrize("headers", [{}, HTMX], ids=["page", "htmx"])
def test_no_one_click_throws_a_correction_away(office, desk, corrected, answer, headers):
    response = office.post(desk.of(corrected, "svar/"), {"answer": answer}, headers=headers)
    corrected.refresh_from_db()
    assert (corrected.review, corrected.text) == ("corrected", "Sagen")
    page = office.get(response.headers.get("HX-Redirect") or response.url)
    assert "Vil du smide rettelsen væk?" in seen(page)
    assert "1.–30. november 2018" in seen(page)
    office.post(desk.of(corrected, "svar/"), {"answer": answer, "sure": "1"})
    corrected.refresh_from_db()
    assert corrected.text == STATUS


@pytest.mark.parametrize("answer", ["accept", "reject", "open"])
def test_a_stale_page_answers_nothing_that_a_colleague_has_answered(office, desk, corrected, answer):
    response = office.post(desk.of(corrected, "svar/"), {"answer": answer, "version": "1"}, headers=HTMX)
    corrected.refresh_from_db()
    assert (corrected.review, corrected.text) == ("corrected", "Sagen")
    assert "Nogen har svaret, siden du åbnede siden." in seen(response)


def test_the_same_answer_twice_is_one(office, desk):
    shown = str(type(desk.status).objects.get(pk=desk.status.pk).version)
    for _ in range(2):
        response = office.post(desk.of(desk.status, "svar/"), {"answer": "accept", "version": shown}, headers=HTMX)
    assert "Godkendt." in seen(response)
    assert review_of(desk.status) == "accepted"


def test_htmx_gets_the_card_anew_and_is_told_the_next_one(office, desk):
    response = office.post(desk.of(desk.status, "svar/"), {"answer": "accept"}, headers=HTMX)
    page = seen(response)
    assert "Status godkendt" in page
    assert "2 af 3 er ikke gennemgået." in page
    assert "Godkendt." in page
    told = json.loads(response.headers["HX-Trigger-After-Settle"])["answered"]
    assert told == {"next": f"behandling-{desk.planned.pk}", "here": f"opfoelgning-{desk.status.pk}"}


def test_after_the_last_answer_there_is_nothing_to_go_to(office, desk):
    office.post(f"{desk.page}godkend-alle/")
    response = office.post(desk.of(desk.status, "svar/"), {"answer": "accept"}, headers=HTMX)
    assert json.loads(response.headers["HX-Trigger-After-Settle"])["answered"]["next"] == ""
    assert "Alle 3 er gennemgået." in seen(response)


def test_all_that_is_left_is_accepted_with_one_click(office, desk):
    office.post(desk.of(desk.status, "svar/"), {"answer": "reject"})
    page = seen(office.post(f"{desk.page}godkend-alle/", follow=True))
    assert "2 løfter og høringer er godkendt." in page
    assert [review_of(row) for row in (desk.status, desk.hearing, desk.planned)] == ["rejected", "accepted", "accepted"]


def test_an_added_one_is_removed_and_its_card_with_it(office, desk):
    added = f.FollowUpFactory(item=desk.item, review="added", text="Formanden ringer.")
    response = office.post(desk.of(added, "svar/"), {"answer": "reject"}, headers=HTMX)
    assert response.status_code == 200
    assert "obligation-told" not in response.content.decode()
    assert not FollowUp.objects.filter(pk=added.pk).exists()


def test_another_answer_than_these_is_none(office, desk):
    assert office.post(desk.of(desk.status, "svar/"), {"answer": "måske"}).status_code == 400
    assert office.get(desk.of(desk.status, "svar/")).url == f"{desk.page}#opfoelgning-{desk.status.pk}"
    assert review_of(desk.status) == "unreviewed"


def test_one_of_another_meeting_is_not_answered_for_here(office, desk):
    stranger = f.FollowUpFactory()
    assert office.post(desk.of(stranger, "svar/"), {"answer": "accept"}).status_code == 404


def test_a_card_by_itself_is_for_htmx_and_its_place_on_the_page_for_others(office, desk):
    assert office.get(desk.of(desk.status)).url == f"{desk.page}#opfoelgning-{desk.status.pk}"
    assert "Status ikke gennemgået" in seen(office.get(desk.of(desk.status), headers=HTMX))


def test_items_without_any_are_listed_so_that_one_can_be_added(office, desk):
    f.AgendaItemFactory(meeting=desk.meeting, title="Eventuelt")
    assert "Punkter, hvor der ikke er fundet noget 2. Eventuelt Tilføj" in seen(office.get(desk.page))


def test_a_sentence_that_no_longer_stands_in_the_text_is_shown_by_itself(office, desk):
    desk.item.sections.all().delete()
    assert f"<mark>{STATUS}</mark>" in office.get(desk.page).content.decode()


def test_reading_a_closed_one_is_logged(office, desk):
    desk.item.closed = True
    desk.item.save()
    office.get(desk.page)
    assert ClosedReading.objects.count() == 1


@pytest.mark.parametrize("items", [1, 3])
def test_the_page_takes_as_many_queries_whatever_it_holds(office, desk, django_assert_num_queries, items):
    for _ in range(items - 1):
        item = f.AgendaItemFactory(meeting=desk.meeting)
        f.SectionFactory(item=item)
        f.FollowUpFactory(item=item)
        f.PlannedTreatmentFactory(item=item)
        f.HearingPartyFactory(hearing__item=item)
    # session, user, seats, bodies managed; meeting, imports; items, sections, earlier treatments; hearings, parties, follow-ups, planned
    # treatments; the answers to what is maybe one, here and lately
    with django_assert_num_queries(15):
        assert office.get(desk.page).status_code == 200
