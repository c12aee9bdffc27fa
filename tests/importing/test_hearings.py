"""Hearings read out of minutes: what the register adds by itself, and that nothing written down in one is lost when it is read again."""

import datetime as dt

import pytest

from hearings import services as hearing_services
from hearings.models import Hearing
from minutes import services
from reader import facts
from tests import factories as f
from tests.importing.documents import simple

SENTENCE = "Udkastet til havneplanen er i høring til den 1. maj 2025."
DEADLINE, LATER = dt.date(2025, 5, 1), dt.date(2025, 5, 15)


@pytest.fixture
def read(reviewed, now, db):
    """Imports minutes of Havnerådet that tell of the hearing, or with `quote=None` a version that does not; gives the hearing."""

    def apply(quote: str | None = SENTENCE) -> Hearing | None:
        told = [facts.HearingFacts("Havneplan", None, DEADLINE, ["Havnens Venner"], quote)] if quote else []
        services.apply(import_=reviewed(simple("Havneplan", body="Havnerådet", hearings=told)), by=None, now=now, publish=True)
        return Hearing.objects.first()

    return apply


@pytest.fixture
def act(now, db):
    return {"by": f.UserFactory(administrator=True), "now": now}


def parties(hearing) -> list[str]:
    return [party.name for party in hearing.parties.all()]


def test_a_council_that_is_asked_is_told_to_be_so_and_is_a_party(read):
    hearing = read()
    assert (hearing.role, parties(hearing)) == ("consulted", ["Havnens Venner", "Havnerådet"])
    assert parties(read()) == ["Havnens Venner", "Havnerådet"]


def test_so_is_one_that_a_person_adds(read, act):
    read(None)
    item = f.AgendaItemFactory(meeting__body=f.BodyFactory(name="Ældreråd i Havneby", kind="advisory"))
    hearing = services.add(item=item, model=Hearing, values={"subject": "Plan", "quote": SENTENCE}, **act)
    assert (Hearing.objects.get().role, parties(hearing)) == ("consulted", ["Ældreråd i Havneby"])


def test_a_hearing_that_is_worked_with_outlives_a_version_that_does_not_tell_of_it(read, act):
    hearing = read()
    hearing_services.record_answer(party=hearing.parties.first(), given_on=DEADLINE, text="Ja tak.", **act)
    assert read(None) == hearing
    assert hearing.parties.first().responses.get().text == "Ja tak."


def test_and_one_that_nobody_works_with_does_not(read):
    read()
    assert read(None) is None


def test_an_answer_taken_back_leaves_what_is_in_use_accepted(read, act):
    hearing = read()
    hearing_services.send_out(hearing=hearing, on=dt.date(2025, 4, 1), **act)
    services.leave_open(obligation=hearing, **act)
    assert read(None).review == "accepted"


def test_a_reading_given_back_keeps_the_deadline_that_was_put_off(read, act):
    hearing = read()
    services.correct(obligation=hearing, values={"subject": "Plan for havnen"}, parties=["Havnens Venner"], **act)
    hearing_services.extend(hearing=hearing, new=LATER, reason="Ferie.", **act)
    services.accept(obligation=hearing, **act)
    hearing.refresh_from_db()
    assert (hearing.subject, hearing.deadline) == ("Havneplan", LATER)


def test_one_added_by_hand_with_an_answer_is_not_deleted_by_a_rejection(read, act):
    item = read(None) or f.AgendaItemFactory()
    hearing = services.add(item=item, model=Hearing, values={"subject": "Plan", "quote": SENTENCE}, parties=["Havnens Venner"], **act)
    hearing_services.record_answer(party=hearing.parties.first(), given_on=DEADLINE, text="Ja tak.", **act)
    services.reject(obligation=hearing, **act)
    assert Hearing.objects.get().review == "rejected"


def test_an_import_with_a_hearing_is_undone_and_done_again(reviewed, read, now):
    read()
    shorter = services.apply(
        import_=reviewed(simple("Andet", body="Havnerådet", number=5)),
        by=None,
        now=now,
        publish=True,
        accepted={"item/1", "item/5"},
        confirmed=True,
    )
    assert not Hearing.objects.exists()
    services.undo(import_=shorter, by=None, now=now)
    assert parties(Hearing.objects.get()) == ["Havnens Venner", "Havnerådet"]
