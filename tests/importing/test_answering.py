"""What was read out of a sentence waits for somebody's yes, and keeps the answer."""

import datetime as dt

import pytest

from followups.models import FollowUp
from hearings.models import Hearing
from meetings.models import AgendaItem, Reviewed
from minutes import services
from reader import facts
from tests.factories import UserFactory
from tests.importing.documents import simple

pytestmark = pytest.mark.django_db
Review = Reviewed.Review
SENTENCE = "Rådet ønsker en status i slutningen af 2025."


def a_status(**changes) -> facts.FollowUpFacts:
    told = {"due_start": dt.date(2025, 10, 1), "due_end": dt.date(2025, 12, 31), "recurrence": None, "responsible": "Forvaltningen"}
    return facts.FollowUpFacts(kind="status_report", text=SENTENCE, quote=SENTENCE, **(told | changes))


def minutes_with_a_status(**changes) -> facts.Minutes:
    return simple("Varmestue", follow_ups=[a_status(**changes)])


@pytest.fixture
def secretary():
    return UserFactory(administrator=True)


@pytest.fixture
def follow_up(reviewed, now) -> FollowUp:
    services.apply(import_=reviewed(minutes_with_a_status()), by=None, now=now, publish=True)
    return FollowUp.objects.get()


def read_again(reviewed, now, minutes: facts.Minutes) -> None:
    services.apply(import_=reviewed(minutes), by=None, now=now, publish=True)


def test_nobody_has_answered_for_what_was_just_read(follow_up):
    assert follow_up.review == Review.UNREVIEWED
    assert follow_up.quote == SENTENCE


def test_a_clean_document_is_accepted_with_one_click(reviewed, now, secretary):
    services.apply(import_=reviewed(minutes_with_a_status()), by=secretary, now=now, publish=True, clean=True)
    follow_up = FollowUp.objects.get()
    assert (follow_up.review, follow_up.reviewed_by, follow_up.reviewed_at) == (Review.ACCEPTED, secretary, now)


def test_a_rejected_one_stays_rejected_when_the_document_is_read_again(follow_up, secretary, reviewed, now):
    services.reject(obligation=follow_up, by=secretary, now=now)
    read_again(reviewed, now, minutes_with_a_status())
    assert FollowUp.objects.get().review == Review.REJECTED


def test_a_corrected_one_keeps_what_was_read_and_stays_corrected(follow_up, secretary, reviewed, now):
    values = {"due_start": dt.date(2025, 11, 1), "due_end": dt.date(2025, 11, 30), "kind": "return"}
    services.correct(obligation=follow_up, values=values, parties=None, by=secretary, now=now)
    read_again(reviewed, now, minutes_with_a_status())
    kept = FollowUp.objects.get()
    assert (kept.review, kept.due_end, kept.kind) == (Review.CORRECTED, dt.date(2025, 11, 30), "return")
    assert (kept.read["due_end"], kept.read["kind"]) == ("2025-12-31", "status_report")


def test_accepting_a_corrected_one_brings_back_what_was_read(follow_up, secretary, now):
    services.correct(obligation=follow_up, values={"due_end": dt.date(2026, 1, 31)}, parties=None, by=secretary, now=now)
    services.accept(obligation=follow_up, by=secretary, now=now)
    kept = FollowUp.objects.get()
    assert (kept.review, kept.due_end, kept.read) == (Review.ACCEPTED, dt.date(2025, 12, 31), None)


def test_an_unreviewed_one_follows_a_better_reading_and_goes_when_it_is_no_longer_read(follow_up, reviewed, now):
    read_again(reviewed, now, minutes_with_a_status(due_start=dt.date(2025, 12, 1)))
    assert FollowUp.objects.get().due_start == dt.date(2025, 12, 1)
    read_again(reviewed, now, simple("Varmestue"))
    assert not FollowUp.objects.exists()


def test_two_of_one_sentence_stay_two_when_the_document_is_read_again(reviewed, now, secretary):
    def version(title: str) -> facts.Minutes:
        both = [facts.FollowUpFacts("deferred", text, None, None, None, None, "3. og 4. at udsat.") for text in ("planen", "lånet")]
        return simple(title, follow_ups=both)

    services.apply(import_=reviewed(version("Varmestue")), by=None, now=now, publish=True)
    services.reject(obligation=FollowUp.objects.get(text="planen"), by=secretary, now=now)
    read_again(reviewed, now, version("Varmestuen"))
    assert [(one.text, one.review) for one in FollowUp.objects.order_by("pk")] == [("planen", "rejected"), ("lånet", "unreviewed")]


def test_an_added_one_stays_and_is_taken_away_by_rejecting_it(follow_up, secretary, reviewed, now):
    item = AgendaItem.objects.get()
    values = {"quote": "Formanden ringer.", "text": "Formanden ringer.", "kind": "task"}
    added = services.add(item=item, model=FollowUp, values=values, by=secretary, now=now)
    read_again(reviewed, now, minutes_with_a_status())
    assert FollowUp.objects.count() == 2
    services.reject(obligation=added, by=secretary, now=now)
    assert FollowUp.objects.get() == follow_up


def test_the_parties_of_a_hearing_are_corrected_and_given_back(reviewed, now, secretary):
    hearing = facts.HearingFacts("Plan", None, dt.date(2025, 5, 1), ["Handicaprådet", "Ældrerådet"], "Planen er i høring.")
    services.apply(import_=reviewed(simple("Plan", body="Socialudvalget", hearings=[hearing])), by=None, now=now, publish=True)
    kept = Hearing.objects.get()
    services.correct(obligation=kept, values={"deadline": dt.date(2025, 5, 8)}, parties=["Ældrerådet"], by=secretary, now=now)
    assert [party.name for party in kept.parties.all()] == ["Ældrerådet"]
    services.leave_open(obligation=kept, by=secretary, now=now)
    kept = Hearing.objects.get()
    assert (kept.deadline, [party.name for party in kept.parties.all()]) == (dt.date(2025, 5, 1), ["Handicaprådet", "Ældrerådet"])


def test_undoing_a_correction_brings_the_answers_back_with_the_meeting(follow_up, secretary, reviewed, now):
    services.reject(obligation=follow_up, by=secretary, now=now)
    shorter = services.apply(
        import_=reviewed(simple("Noget andet", number=4)), by=None, now=now, publish=True, accepted={"item/1", "item/4"}, confirmed=True
    )
    assert not FollowUp.objects.exists()
    services.undo(import_=shorter, by=None, now=now)
    assert FollowUp.objects.get().review == Review.REJECTED
