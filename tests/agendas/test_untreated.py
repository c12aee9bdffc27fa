"""What stood on an agenda and was not treated is said after the meeting, and wants a place on the next one."""

import datetime as dt

import pytest

from agendas import services
from agendas.candidate_presenters import reason
from agendas.candidates import CandidateKind
from agendas.selectors.candidates import candidates_for
from cases.access import Actor
from followups.models import Occurrence
from meetings.models import AgendaItem, Meeting
from meetings.services import publish_agenda
from tests import factories as f
from tests.pages.conftest import member_of, secretary_of

pytestmark = pytest.mark.django_db

DAY, NEXT, AFTER = dt.date(2030, 1, 15), dt.date(2030, 2, 12), dt.date(2030, 1, 20)
BY = {"by": None, "now": dt.datetime(2030, 1, 2, 10, tzinfo=f.COPENHAGEN)}
EVERYTHING = Actor(user_id=1, is_administrator=True)
TITLES = ("Godkendelse af dagsordenen", "Torvet", "Havnen", "Klage over støj")


class Council:
    """A council whose agenda of 15 January was sent; the last item is closed. Its next meeting is on 12 February."""

    def __init__(self) -> None:
        self.body = f.BodyFactory(name="Rådet", slug="raadet")
        self.meeting, self.next = (f.MeetingFactory(body=self.body, date=day) for day in (DAY, NEXT))
        for title in TITLES:
            services.add_item(meeting=self.meeting, title=title, minutes=20, case=None, matter=f.MatterFactory(), **BY)
        services.change_item(item=self.item("Klage over støj"), columns={"legal_ground": "ofl_30_1"}, closed=True, **BY)

    def item(self, title: str) -> AgendaItem:
        return self.meeting.items.get(title=title)

    def waits(self, title: str, **columns) -> Occurrence:
        """A promise that is to be answered under the item of the title; its days are far ahead."""
        asked = f.AgendaItemFactory(
            meeting__body=self.body, meeting__date=dt.date(2029, 10, 2), meeting__published=True, title="Støj i byen"
        )
        due = {"due_start": dt.date(2030, 6, 1), "due_end": dt.date(2030, 6, 30), "placed_on": self.item(title)}
        return f.OccurrenceFactory(follow_up__item=asked, body=self.body, **due | columns)

    def send(self) -> None:
        services.approve(meeting=self.meeting, **BY)
        publish_agenda(meeting=self.meeting, **BY)

    def hold(self, *treated: str) -> None:
        """The meeting is held, and its minutes tell of a decision on the items of these titles."""
        self.send()
        AgendaItem.objects.filter(meeting=self.meeting, title__in=treated).update(decision="Godkendt.")
        Meeting.objects.filter(pk=self.meeting.pk).update(state="held")
        self.meeting.refresh_from_db()

    def wanting(self, actor: Actor = EVERYTHING, today: dt.date = AFTER) -> dict[tuple[str, str], str]:
        found = candidates_for(self.next, actor, today=today)
        return {(one.kind, one.title): reason(one, following=found.following) for one in found.wanting}


@pytest.fixture
def council():
    return Council()


NOT_TREATED = "Stod på dagsordenen d. 15. januar 2030, men blev ikke behandlet."


def test_what_was_not_treated_wants_a_place_on_the_next_agenda_with_the_reason(council):
    council.hold("Havnen", "Klage over støj")
    assert council.wanting() == {(CandidateKind.UNTREATED, "Torvet"): NOT_TREATED}


def test_a_promise_that_was_not_answered_goes_back_to_wanting_a_place_whatever_its_days(council):
    council.waits("Torvet")
    council.hold("Havnen", "Klage over støj")
    assert council.wanting() == {
        (CandidateKind.FOLLOW_UP, "Støj i byen"): f"{NOT_TREATED} Bedt om den 2. oktober 2029. Skal være der 1.–30. juni 2030."
    }


def test_a_promise_whose_item_was_treated_is_to_be_answered_for(council):
    council.waits("Torvet", due_start=dt.date(2030, 1, 1), due_end=dt.date(2030, 1, 31))
    council.hold("Torvet", "Havnen", "Klage over støj")
    [(key, why)] = council.wanting().items()
    assert key == (CandidateKind.FOLLOW_UP, "Støj i byen")
    assert why.startswith("Stod på dagsordenen d. 15. januar 2030: sig, om det er besvaret.")


def test_before_the_minutes_have_come_nobody_knows(council):
    council.waits("Torvet", due_start=dt.date(2030, 1, 1), due_end=dt.date(2030, 1, 31))
    council.send()
    assert council.wanting(today=DAY) == {}
    [(_key, why)] = council.wanting().items()
    assert why.startswith("Stod på dagsordenen d. 15. januar 2030, men referatet er ikke kommet endnu.")


def test_on_the_day_of_the_meeting_its_minutes_count(council):
    council.hold("Havnen", "Klage over støj")
    assert (CandidateKind.UNTREATED, "Torvet") in council.wanting(today=DAY)


@pytest.mark.parametrize("told", [f.OutcomeFactory, f.VoteFactory])
def test_an_outcome_or_a_vote_is_a_treatment_too(council, told):
    told(item=council.item("Torvet"))
    council.hold("Havnen", "Klage over støj")
    assert council.wanting() == {}


def test_what_was_placed_again_treated_later_or_left_out_wants_none(council):
    council.hold("Klage over støj")
    found = candidates_for(council.next, EVERYTHING, today=AFTER)
    torvet, havnen = found.wanting
    item = services.place_candidate(meeting=council.next, candidate=torvet, **BY)
    services.leave_out(meeting=council.next, candidate=havnen, **BY)
    assert (item.matter, council.wanting()) == (council.item("Torvet").matter, {})
    assert [one.title for one, _choice in candidates_for(council.next, EVERYTHING, today=AFTER).left_out] == ["Havnen"]


def test_a_recommended_case_that_was_not_treated_comes_again(council):
    other = f.AgendaItemFactory(meeting__published=True, meeting__date=dt.date(2029, 12, 1), meeting__body__name="Udvalget", title="Budget")
    f.RecommendedToFactory(item=other, body=council.body)
    [candidate] = candidates_for(council.meeting, EVERYTHING, today=BY["now"].date()).wanting
    services.place_candidate(meeting=council.meeting, candidate=candidate, **BY)
    council.hold("Torvet", "Havnen", "Klage over støj")
    assert council.wanting() == {(CandidateKind.UNTREATED, "Budget"): NOT_TREATED}


def test_what_came_on_at_the_meeting_was_promised_to_nobody(council):
    council.hold("Torvet", "Havnen", "Klage over støj")
    f.AgendaItemFactory(meeting=council.meeting, title="Tak til formanden")
    assert council.wanting() == {}


def test_minutes_read_without_an_agenda_from_here_carry_nothing_on(council):
    f.AgendaItemFactory(meeting=f.MeetingFactory(body=council.body, date=dt.date(2030, 1, 8), published=True), title="Broen")
    council.hold("Torvet", "Havnen", "Klage over støj")
    assert council.wanting() == {}


def test_of_anothers_unpublished_minutes_nothing_is_told(council):
    other = f.MeetingFactory(body=f.BodyFactory(name="Udvalget"), date=DAY, agenda_published=True, state="held")
    place = f.AgendaItemFactory(meeting=other, title="Torvet")
    council.waits("Torvet", placed_on=place, due_start=dt.date(2030, 1, 1), due_end=dt.date(2030, 1, 31))
    secretary = Actor(user_id=1, managed_bodies=frozenset([council.body.pk]), is_secretary=True)
    told = council.wanting(secretary)[CandidateKind.FOLLOW_UP, "Støj i byen"]
    assert told.startswith("Stod på dagsordenen d. 15. januar 2030, men referatet er ikke kommet endnu.")


def page(client, meeting: Meeting, user=None) -> str:
    client.logout()
    if user:
        client.force_login(user)
    return client.get(meeting.get_absolute_url()).content.decode()


def test_the_meetings_page_says_to_the_bodys_own_people_what_was_not_treated(council, client):
    council.waits("Torvet")
    council.hold("Havnen")
    AgendaItem.objects.filter(meeting=council.meeting, title="Havnen").update(title="Havnen og kajen")
    for user in (secretary_of(council.body), member_of(council.body), f.UserFactory(administrator=True)):
        told = page(client, council.meeting, user).split('id="after-meeting"')[1].split("</section>")[0]
        assert "2. Torvet" in told
        assert "venter igen på svar:" in told
        assert "4. Klage over støj" in told
        assert "»Havnen og kajen« er rettet." in told
        assert "Havnen → Havnen og kajen" in told
        assert f"/moeder/{council.meeting.pk}/dagsorden/udgaver/2/" in told
    for user in (None, secretary_of(f.BodyFactory(name="Udvalget"))):
        assert "after-meeting" not in page(client, council.meeting, user)


def test_a_closed_item_is_told_to_nobody_who_is_shut_out_of_it(council, client):
    member = member_of(council.body)
    council.item("Klage over støj").shut_out.add(member.person)
    council.hold("Havnen")
    told = page(client, council.meeting, member)
    assert "Torvet" in told
    assert "Klage over støj" not in told


def test_when_all_was_treated_the_page_says_so(council, client):
    council.hold(*TITLES)
    assert "Alt, hvad der stod på dagsordenen, blev behandlet." in page(client, council.meeting, secretary_of(council.body))


@pytest.mark.parametrize("count", [1, 4])
def test_the_page_asks_a_fixed_number_of_times(council, client, django_assert_num_queries, count):
    for number in range(count):
        services.add_item(meeting=council.meeting, title=f"Punkt {number}", minutes=5, case=None, **BY)
        council.waits(f"Punkt {number}")
    council.hold("Torvet")
    client.force_login(secretary_of(council.body))
    # who looks, four; the meeting with its parts, six, and its documents; what is unsettled; the version, what is untreated; promises, four
    with django_assert_num_queries(17):
        client.get(council.meeting.get_absolute_url())
