"""Sentences that may be promises stand on the page as "måske": one click takes one, one leaves it, and either is taken back."""

import datetime as dt
import json

import pytest

from followups.models import FollowUp
from minutes.models import ProposalAnswer
from minutes.proposals import key_of
from tests import factories as f
from tests.importing_pages.desk import seen
from tests.obligations_pages.conftest import Desk

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}
SENTENCE = "Opslag på hjemmesiden ved Karsten Vium inden den 1. december 2018."


@pytest.fixture
def item(desk):
    item = f.AgendaItemFactory(meeting=desk.meeting, title="Huset", decision=f"Godkendt. {SENTENCE}")
    f.SectionFactory(item=item, heading="Beslutning", text=item.decision, is_decision=True)
    return item


def address(desk: Desk, item, sentence: str = SENTENCE) -> str:
    return f"{desk.page}maaske/{item.pk}/{key_of(sentence)}/svar/"


def answered(item) -> list[str]:
    return list(ProposalAnswer.objects.filter(item=item).values_list("said", flat=True))


def test_it_stands_by_its_item_with_the_words_that_spoke_for_it_and_counts_nowhere(office, desk, item):
    response = office.get(desk.page)
    page = seen(response)
    assert "Opgave måske Ansvarlig Karsten Vium Hvornår 30. november 2018" in page
    assert "<mark>hjemmesiden</mark>" in response.content.decode()
    assert "3 af 3 er ikke gennemgået." in page
    assert "1 sætning herunder er mærket »måske«" in page
    assert not FollowUp.objects.filter(item=item).exists()


def test_taken_it_is_a_promise_as_those_that_are_added(office, desk, item, secretary):
    response = office.post(address(desk, item), {"answer": "take", "version": "0"})
    taken = FollowUp.objects.get(item=item)
    assert response.url.startswith(desk.page)
    assert (taken.review, taken.reviewed_by, taken.kind, taken.quote) == ("added", secretary, "task", SENTENCE)
    assert (taken.due_end, taken.responsible) == (dt.date(2018, 11, 30), "Karsten Vium")
    page = seen(office.get(desk.page))
    assert "Opgave tilføjet" in page
    assert "måske" not in page
    assert answered(item) == ["taken"]


def test_taken_twice_it_is_one(office, desk, item):
    for _ in range(2):
        response = office.post(address(desk, item), {"answer": "take", "version": "0"}, headers=HTMX)
    assert "Opgave tilføjet" in seen(response)
    assert FollowUp.objects.filter(item=item).count() == 1


def test_left_it_stays_as_left_until_that_is_taken_back(office, desk, item):
    office.post(address(desk, item), {"answer": "leave", "version": "0"})
    assert "Opgave ladt ligge" in seen(office.get(desk.page))
    assert answered(item) == ["left"]
    office.post(address(desk, item), {"answer": "open"})
    assert "Opgave måske" in seen(office.get(desk.page))
    assert answered(item) == []


def test_removed_again_it_is_proposed_as_before(office, desk, item):
    office.post(address(desk, item), {"answer": "take"})
    taken = FollowUp.objects.get(item=item)
    response = office.post(desk.of(taken, "svar/"), {"answer": "reject"}, headers=HTMX)
    assert "Opgave måske" in seen(response)
    assert answered(item) == []


def test_htmx_gets_the_card_and_is_told_the_next(office, desk, item):
    response = office.post(address(desk, item), {"answer": "leave", "version": "0"}, headers=HTMX)
    assert "Opgave ladt ligge" in seen(response)
    here = f"maaske-{item.pk}-{key_of(SENTENCE)}"
    told = json.loads(response.headers["HX-Trigger-After-Settle"])["answered"]
    assert told == {"next": f"hoering-{desk.hearing.pk}", "here": here}


def test_the_promises_come_first_and_then_what_is_maybe_one(office, desk, item):
    office.post(f"{desk.page}godkend-alle/")
    assert "Alle 3 er gennemgået." in seen(office.get(desk.page))
    response = office.post(desk.of(desk.planned, "svar/"), {"answer": "accept"}, headers=HTMX)
    told = json.loads(response.headers["HX-Trigger-After-Settle"])["answered"]
    assert told["next"] == f"maaske-{item.pk}-{key_of(SENTENCE)}"


def test_all_that_is_accepted_takes_no_maybe(office, desk, item):
    office.post(f"{desk.page}godkend-alle/")
    assert not FollowUp.objects.filter(item=item).exists()
    assert answered(item) == []


@pytest.mark.parametrize("answer", ["take", "leave"])
def test_a_stale_page_answers_nothing_that_a_colleague_has_answered(office, desk, item, answer):
    office.post(address(desk, item), {"answer": "leave", "version": "0"})
    office.post(address(desk, item), {"answer": "open"})
    office.post(address(desk, item), {"answer": "leave", "version": "0"})
    ProposalAnswer.objects.update(said="left")
    response = office.post(address(desk, item), {"answer": answer, "version": "7"}, headers=HTMX)
    assert ("Nogen har svaret, siden du åbnede siden." in seen(response)) == (answer == "take")
    assert answered(item) == ["left"]


def test_what_a_colleague_has_taken_is_not_left_unseen(office, desk, item):
    office.post(address(desk, item), {"answer": "take", "version": "0"})
    response = office.post(address(desk, item), {"answer": "leave", "version": "0"}, headers=HTMX)
    assert "Nogen har svaret, siden du åbnede siden." in seen(response)
    assert "Opgave tilføjet" in seen(response)
    assert answered(item) == ["taken"]


def test_a_sentence_that_stands_there_no_longer_is_told(office, desk, item):
    item.sections.update(text="Godkendt.")
    page = seen(office.post(address(desk, item), {"answer": "take"}, follow=True))
    assert "Sætningen står ikke længere i punktet" in page
    assert not FollowUp.objects.filter(item=item).exists()


def test_nothing_is_proposed_of_a_closed_item(office, desk, item):
    item.closed = True
    item.save(update_fields=["closed"])
    assert "måske" not in seen(office.get(desk.page))
    office.post(address(desk, item), {"answer": "take"})
    assert not FollowUp.objects.filter(item=item).exists()


def test_another_answer_than_these_is_none(office, desk, item):
    assert office.post(address(desk, item), {"answer": "accept"}).status_code == 400
    assert office.get(address(desk, item)).url == f"{desk.page}#maaske-{item.pk}-{key_of(SENTENCE)}"


def answers(body, said: str, count: int, day: int) -> None:
    item = f.AgendaItemFactory(meeting__body=body)
    ProposalAnswer.objects.bulk_create(
        ProposalAnswer(item=item, key=f"{said}{day}{n}", quote="x", part="decision", score=0.5, said=said, at=dt.datetime(2018, 5, day, tzinfo=dt.UTC))
        for n in range(count)
    )  # fmt: skip


def test_the_page_tells_how_often_it_was_right_lately_in_the_bodies_one_manages(office, desk, item, council):
    assert "af de seneste" not in seen(office.get(desk.page))
    answers(council, "taken", 9, day=1)
    answers(council, "left", 13, day=2)
    answers(council, "taken", 7, day=3)
    answers(f.BodyFactory(name="Ældrerådet"), "taken", 20, day=4)
    assert "Rigtige på det seneste: 7 af 20." in seen(office.get(desk.page))


@pytest.mark.parametrize("items", [1, 3])
def test_maybes_cost_no_further_queries(office, desk, django_assert_num_queries, items):
    for _ in range(items):
        item = f.AgendaItemFactory(meeting=desk.meeting, decision=SENTENCE)
        f.SectionFactory(item=item, heading="Beslutning", text=SENTENCE, is_decision=True)
    with django_assert_num_queries(15):
        assert seen(office.get(desk.page)).count("Opgave måske") == items
