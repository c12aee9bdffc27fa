"""What people have done about a promise is not lost when its document is read again, corrected or taken back."""

import datetime as dt

import pytest

from followups import services as followup_services
from followups.models import FollowUp, Occurrence, Proposal, Step
from hearings import services as hearing_services
from hearings.models import Hearing
from meetings.models import Meeting
from minutes import services
from minutes.services import ImportRefused
from reader import facts
from tests import factories as f
from tests.importing.documents import simple

SENTENCE = "Rådet ønsker en status på hvert 2. møde."
MARCH, MAY, JUNE, AUGUST = dt.date(2025, 3, 5), dt.date(2025, 5, 7), dt.date(2025, 6, 4), dt.date(2025, 8, 20)
NUMBER = "27.54.08-P20-1-25"


@pytest.fixture
def imported(reviewed, now, db):
    """Imports minutes of the day in which the sentence stands, or do not with `quote=None`."""

    def imported(day: dt.date = MARCH, *, title: str = "Natcafé", quote: str | None = SENTENCE, number: int = 1, **options):
        told = [facts.FollowUpFacts("status_report", quote, None, None, facts.Recurrence(2, "meeting"), None, quote)] if quote else []
        minutes = simple(title, day=day, number=number, follow_ups=told, case_number=NUMBER)
        return services.apply(import_=reviewed(minutes), by=None, now=now, publish=True, **options)

    return imported


@pytest.fixture
def act(now, db):
    return {"by": f.UserFactory(secretary=True), "now": now}


def due() -> list[dt.date | None]:
    return list(Occurrence.objects.order_by("pk").values_list("due_end", flat=True))


def placed(act) -> Step:
    elsewhere = f.AgendaItemFactory(meeting=f.MeetingFactory(body=Occurrence.objects.get().body, date=AUGUST))
    return followup_services.place(occurrence=Occurrence.objects.get(), item=elsewhere, **act)


def test_what_is_read_is_waited_for(imported):
    imported()
    assert due() == [None]
    assert FollowUp.objects.get().due_words == "på hvert 2. møde"


def test_it_is_due_when_the_calendar_is_long_enough(imported):
    imported()
    imported(MAY, title="Rejsekort", quote=None, number=5)
    imported(JUNE, title="Stormøde", quote=None, number=9)
    assert due() == [JUNE]


def test_a_later_document_is_proposed_as_the_answer(imported):
    imported()
    imported(MAY, title="Rejsekort", quote=None, number=5)
    imported(JUNE, title="Status på natcafé", quote=None, number=9)
    assert [(one.occurrence.due_end, one.item.title, one.says) for one in Proposal.objects.all()] == [(JUNE, "Status på natcafé", "met")]


def test_it_is_due_anew_when_a_document_is_taken_back(imported, act):
    imported()
    may = imported(MAY, title="Rejsekort", quote=None, number=5)
    imported(JUNE, title="Stormøde", quote=None, number=9)
    services.undo(import_=may, **act)
    assert due() == [None]


def test_nothing_is_waited_for_any_more_when_its_document_is_taken_back(imported, act):
    services.undo(import_=imported(), **act)
    assert not Occurrence.objects.exists()


def test_what_was_acted_on_is_left_alone_by_a_version_without_the_sentence(imported, act):
    imported()
    step = placed(act)
    imported(quote=None)
    assert list(Step.objects.all()) == [step]


def refuses(change) -> None:
    before = [list(model.objects.order_by("pk").values()) for model in (Meeting, Occurrence, Step, Hearing)]
    with pytest.raises(ImportRefused) as refused:
        change()
    assert refused.value.code == "done_would_be_lost"
    assert "fortryd" in str(refused.value).casefold()
    assert [list(model.objects.order_by("pk").values()) for model in (Meeting, Occurrence, Step, Hearing)] == before


@pytest.mark.parametrize("clean", [True, False])
def test_a_document_whose_promises_were_acted_on_is_not_taken_back_until_that_is_undone(imported, act, clean):
    import_ = imported(clean=clean)
    step = placed(act)
    refuses(lambda: services.undo(import_=import_, **act))
    followup_services.undo(step=step, **act)
    services.undo(import_=import_, **act)
    assert not Occurrence.objects.exists()


def test_a_document_that_answers_a_promise_is_not_taken_back(imported, act):
    imported()
    answer = imported(MAY, title="Rejsekort", quote=None, number=5)
    step = followup_services.meet(occurrence=Occurrence.objects.get(), item=answer.meeting.items.get(), on=dt.date(2025, 4, 1), **act)
    refuses(lambda: services.undo(import_=answer, **act))
    followup_services.undo(step=step, **act)
    services.undo(import_=answer, **act)
    assert Occurrence.objects.get().state == "open"


def test_no_version_takes_away_an_item_whose_promise_was_acted_on(imported, act):
    imported()
    placed(act)
    refuses(lambda: imported(title="Rejsekort", quote=None, number=2, accepted={"item/1", "item/2"}, confirmed=True))


def test_no_document_is_taken_back_with_a_hearing_somebody_has_worked_with(reviewed, now, act):
    told = [facts.HearingFacts("Havneplan", None, dt.date(2025, 5, 1), ["Havnens Venner"], "Havneplanen er i høring.")]
    import_ = services.apply(import_=reviewed(simple("Havneplan", hearings=told)), by=None, now=now, publish=True, clean=True)
    hearing = Hearing.objects.get()
    hearing_services.ask(hearing=hearing, parties=list(hearing.parties.all()), on=MARCH, **act)
    refuses(lambda: services.undo(import_=import_, **act))
