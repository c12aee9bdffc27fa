"""A candidate for an agenda is told with its reason, placed with one click and tied to what it answers, or left out and remembered."""

import datetime as dt

import pytest

from agendas.candidate_presenters import reason, sentence
from agendas.candidates import CandidateKind
from agendas.models import CandidateChoice, StandingItem
from agendas.selectors.candidates import candidates_for
from agendas.services.candidates import leave_out, place_candidate, take_answer_back
from cases.access import Actor
from followups.models import FollowUp, Occurrence
from meetings.models import AgendaItem
from tests import factories as f

pytestmark = pytest.mark.django_db

TODAY = dt.date(2027, 1, 4)
NOW = dt.datetime(2027, 1, 4, 10, tzinfo=f.COPENHAGEN)
EVERYTHING = Actor(user_id=1, user_name="Bente", is_administrator=True)


class Council:
    """A council with a meeting on 19 January and the next one on 16 February 2027."""

    def __init__(self) -> None:
        self.body = f.BodyFactory(name="Rådet")
        self.meeting = f.MeetingFactory(body=self.body, date=dt.date(2027, 1, 19))
        f.MeetingFactory(body=self.body, date=dt.date(2027, 2, 16))
        self.asked = f.AgendaItemFactory(
            meeting=f.MeetingFactory(body=self.body, date=dt.date(2026, 10, 6), published=True), title="Natcafé"
        )

    def waits(self, **columns) -> Occurrence:
        due = {"due_start": dt.date(2027, 1, 1), "due_end": dt.date(2027, 1, 31)}
        return f.OccurrenceFactory(body=self.body, **{"follow_up__item": self.asked} | due | columns)

    def candidates(self):
        return candidates_for(self.meeting, EVERYTHING, today=TODAY)

    def wanting(self) -> list[tuple[str, str]]:
        return [(one.kind, one.title) for one in self.candidates().wanting]


@pytest.fixture
def council():
    return Council()


def test_the_bodies_that_a_municipal_council_names_are_where_an_item_came_from(council):
    top = f.BodyFactory(name="Byrådet", kind="council")
    treated = f.AgendaItemFactory(meeting=f.MeetingFactory(body=top, date=dt.date(2026, 12, 14), published=True), title="Budget")
    f.RecommendedToFactory(item=treated, body=council.body)
    assert council.wanting() == []


def test_each_source_is_told_with_its_reason(council):
    council.waits(follow_up__kind="deferred", due_start=None, due_end=None, follow_up__quote="Udsat til næste møde.")
    council.waits(follow_up__kind="status_report", follow_up__every=1, follow_up__unit="quarter")
    council.waits(follow_up__kind="return")
    planned = f.PlannedTreatmentFactory(item=council.asked, body=council.body, title="Ny strategi")
    council.waits(follow_up=None, planned=planned)
    other = f.AgendaItemFactory(meeting__published=True, meeting__date=dt.date(2026, 12, 1), meeting__body__name="Udvalget", title="Budget")
    f.RecommendedToFactory(item=other, body=council.body)
    f.HearingPartyFactory(
        hearing__item=f.AgendaItemFactory(meeting=council.asked.meeting, title="Høring om torvet"),
        hearing__body=council.body,
        hearing__deadline=dt.date(2027, 2, 1),
        hearing__subject="Torvet",
        body=council.body,
    )
    found = council.candidates()
    told = {one.kind: reason(one, following=found.following) for one in found.wanting}
    assert told == {
        CandidateKind.DEFERRED: "Udsat den 6. oktober 2026. Der blev ikke sagt noget om hvornår.",
        CandidateKind.REPORT: "Bedt om den 6. oktober 2026, hvert kvartal. Skal være der 1.–31. januar 2027, og næste møde er den 16. februar 2027.",
        CandidateKind.FOLLOW_UP: "Bedt om den 6. oktober 2026. Skal være der 1.–31. januar 2027, og næste møde er den 16. februar 2027.",
        CandidateKind.EXPECTED: "Planlagt i Rådet den 6. oktober 2026. Skal være der 1.–31. januar 2027, og næste møde er den 16. februar 2027.",
        CandidateKind.RECOMMENDED: "Indstillet til organet af Udvalget den 1. december 2026.",
        CandidateKind.HEARING: "Skal besvares senest den 1. februar 2027, og næste møde er den 16. februar 2027.",
    }
    assert sentence(found.wanting[0]) == "Udsat til næste møde."


def test_a_body_that_recommended_the_case_itself_or_whose_case_the_council_has_treated_gets_it_no_second_time(council):
    def recommended(day: dt.date):
        item = f.AgendaItemFactory(meeting__published=True, meeting__date=day, meeting__body=committee, meeting__state="held")
        f.RecommendedToFactory(item=item, body=council.body)
        return item

    committee = f.BodyFactory(name="Økonomiudvalget")
    sent = f.AgendaItemFactory(
        meeting__body=council.body, meeting__date=dt.date(2026, 11, 2), meeting__published=True, meeting__state="held"
    )
    f.RecommendedToFactory(item=sent, body=committee)
    item = recommended(dt.date(2026, 12, 1))
    assert [kind for kind, _title in council.wanting()] == ["recommended"]
    AgendaItem.objects.filter(pk=item.pk).update(matter=sent.matter_id)
    assert council.wanting() == []
    other = recommended(dt.date(2026, 12, 2))
    assert [title for _kind, title in council.wanting()] == [other.title]
    f.AgendaItemFactory(
        meeting__body__kind="council",
        meeting__date=dt.date(2026, 12, 9),
        meeting__published=True,
        meeting__state="held",
        matter=other.matter,
    )
    assert council.wanting() == []


@pytest.mark.parametrize(
    ("words", "title"), [("status i maj 2027.", "Status i maj 2027"), ("status på budget osv.", "Status på budget osv.")]
)
def test_a_task_told_under_a_standing_item_is_a_title_without_its_full_stop(council, words, title):
    standing = f.AgendaItemFactory(meeting=council.asked.meeting, title="Gensidig orientering")
    council.waits(follow_up__item=standing, follow_up__text=words)
    assert [told for _kind, told in council.wanting()] == [title]


def test_what_can_wait_stands_elsewhere_or_was_asked_for_there_wants_nothing(council):
    council.waits(due_end=dt.date(2027, 4, 1))
    council.waits(placed_on=f.AgendaItemFactory(meeting=council.meeting))
    council.waits(follow_up__item=f.AgendaItemFactory(meeting=council.meeting))
    assert council.wanting() == []


def test_placing_ties_the_item_to_what_it_answers_and_a_second_click_makes_no_second_one(council):
    waiting = council.waits(follow_up__kind="return")
    [candidate] = council.candidates().wanting
    first = place_candidate(meeting=council.meeting, candidate=candidate, by=None, now=NOW)
    assert place_candidate(meeting=council.meeting, candidate=candidate, by=None, now=NOW) == first
    waiting.refresh_from_db()
    assert (waiting.placed_on, first.matter, council.wanting()) == (first, council.asked.matter, [])


def test_a_closed_item_goes_on_to_the_agenda_closed_and_to_the_same_people(council):
    shut_out = f.PersonFactory()
    closed = f.AgendaItemFactory(meeting__published=True, meeting__date=dt.date(2026, 12, 1), closed=True, title="Klage")
    closed.shut_out.add(shut_out)
    f.RecommendedToFactory(item=closed, body=council.body)
    [candidate] = council.candidates().wanting
    item = place_candidate(meeting=council.meeting, candidate=candidate, by=None, now=NOW)
    assert (item.closed, list(item.shut_out.all()), sentence(candidate), council.wanting()) == (True, [shut_out], "", [])


def test_leaving_out_is_remembered_and_can_be_taken_back(council):
    council.waits()
    user = f.UserFactory()
    [candidate] = council.candidates().wanting
    leave_out(meeting=council.meeting, candidate=candidate, by=user, now=NOW)
    found = council.candidates()
    assert (found.wanting, [(one.key, choice.by, choice.at) for one, choice in found.left_out]) == ([], [(candidate.key, user, NOW)])
    take_answer_back(meeting=council.meeting, candidate=candidate)
    assert (len(council.wanting()), CandidateChoice.objects.count()) == (1, 0)


def test_standing_items_are_offered_and_stand_first_and_last(council):
    f.AgendaItemFactory(meeting=council.meeting, title="Perron 4")
    for candidate in council.candidates().standing:
        place_candidate(meeting=council.meeting, candidate=candidate, by=None, now=NOW)
    titles = AgendaItem.objects.filter(meeting=council.meeting).order_by("position").values_list("title", flat=True)
    assert list(titles) == ["Godkendelse af dagsorden og tidsplan", "Perron 4", "Sagsstyringsliste", "Gensidig orientering"]
    assert council.candidates().standing == []


def test_a_body_with_standing_items_of_its_own_is_offered_those(council):
    StandingItem.objects.create(body=council.body, title="Bordet rundt", minutes=15)
    assert [one.title for one in council.candidates().standing] == ["Bordet rundt"]


def test_the_number_of_queries_is_the_same_for_one_as_for_many(council, django_assert_max_num_queries):
    for number in range(3):
        council.waits(follow_up__kind=FollowUp.Kind.RETURN)
        f.RecommendedToFactory(
            item=f.AgendaItemFactory(meeting__published=True, meeting__date=dt.date(2026, 12, 1 + number)), body=council.body
        )
        hearing = f.HearingFactory(item=f.AgendaItemFactory(meeting=council.asked.meeting), deadline=dt.date(2027, 2, 1), body=council.body)
        f.HearingPartyFactory(hearing=hearing, body=council.body)
    with django_assert_max_num_queries(14):
        found = council.candidates()
    assert len(found.wanting) == 9
