"""An item in doubt is closed until somebody answers: on the review page or in the register, once for the same words."""

import datetime as dt

import pytest

from cases.access import PUBLIC
from meetings import confidentiality
from meetings.models import AgendaItem, Meeting
from meetings.unsettled import NotSettled
from minutes import services
from reader import facts, format
from tests.factories import MembershipFactory, SecretaryAssignmentFactory, UserFactory
from tests.importing.documents import simple

pytestmark = pytest.mark.django_db


def doubtful(*titles: str, words: str = "for lukkede døre", **changes) -> facts.Minutes:
    """Minutes of which the last item is in doubt because of `words`."""
    minutes = simple(*titles, **changes)
    item = minutes.items[-1]
    item.closed = item.in_doubt = True
    minutes.warnings.append(facts.Warning("maybe_closed", item.number, {"words": words}, f"Behandlet {words}.", item.at))
    return minutes


@pytest.fixture
def secretary():
    return UserFactory(administrator=True)


@pytest.fixture
def applied(reviewed, secretary, now):
    def apply(minutes: facts.Minutes, **how):
        return services.apply(import_=reviewed(minutes), by=secretary, now=now, publish=False, **how).meeting

    return apply


def last(meeting: Meeting) -> AgendaItem:
    return meeting.items.order_by("position").last()


def state(meeting: Meeting) -> tuple[bool, bool]:
    item = last(meeting)
    return item.closed, item.in_doubt


def test_what_goes_in_comes_out(applied):
    meeting = applied(doubtful("Varmestue", "Klagesag"))
    assert state(meeting) == (True, True)
    assert last(meeting).doubts[0]["quote"] == "Behandlet for lukkede døre."


def test_it_is_put_in_the_register_closed_and_never_published(reviewed, secretary, now):
    import_ = reviewed(doubtful("Varmestue", "Klagesag"))
    with pytest.raises(NotSettled):
        services.apply(import_=import_, by=secretary, now=now, publish=True)
    assert not Meeting.objects.exists()
    services.apply(import_=import_, by=secretary, now=now, publish=False)
    assert not AgendaItem.objects.visible_to(PUBLIC).exists()


@pytest.mark.parametrize("closed", [True, False])
def test_an_answer_on_the_review_page_is_taken_over_with_who_gave_it(reviewed, secretary, now, closed):
    import_ = reviewed(doubtful("Varmestue", "Klagesag"))
    services.answer_doubt(import_=import_, item="2", closed=closed, by=secretary, now=now)
    import_.refresh_from_db()
    meeting = services.apply(import_=import_, by=secretary, now=now + dt.timedelta(hours=1), publish=True).meeting
    assert state(meeting) == (closed, False)
    step = last(meeting).access_steps.get()
    assert (step.what, step.by, step.at) == ("closed" if closed else "opened", secretary, now)


def test_an_answer_on_the_review_page_can_be_taken_back(reviewed, secretary, now):
    import_ = reviewed(doubtful("Varmestue", "Klagesag"))
    services.answer_doubt(import_=import_, item="2", closed=True, by=secretary, now=now)
    with pytest.raises(services.ImportRefused, match="Nogen har allerede svaret"):
        services.answer_doubt(import_=import_, item="2", closed=False, by=secretary, now=now)
    services.take_answer_back(import_=import_, item="2", by=secretary, now=now)
    import_.refresh_from_db()
    item = services.reading_of(import_).items[-1]
    assert (item.closed, item.in_doubt) == (True, True)
    assert not services.answers_in(import_)


def test_a_document_that_tells_of_closed_items_without_having_any_is_not_published_unseen(reviewed, secretary, now):
    minutes = simple("Varmestue")
    minutes.warnings.append(
        facts.Warning("maybe_closed", None, {"words": "Lukket dagsorden"}, "Lukket dagsorden", facts.TextPlace(1, 1, 1))
    )
    with pytest.raises(NotSettled, match="Dokumentet fortæller om lukkede punkter"):
        services.apply(import_=reviewed(minutes), by=secretary, now=now, publish=True)


class TestLaterReading:
    @pytest.mark.parametrize("closed", [True, False])
    def test_the_same_words_are_not_asked_about_again(self, applied, secretary, now, closed):
        meeting = applied(doubtful("Varmestue", "Klagesag"))
        confidentiality.set_closed(item=last(meeting), closed=closed, by=secretary, now=now)
        applied(doubtful("Varmestue", "Klagesag", decision="Godkendt."))
        assert state(meeting) == (closed, False)
        assert last(meeting).decision == "Godkendt."

    def test_an_item_that_was_answered_open_is_in_doubt_again_when_a_closed_one_is_joined_with_it(self, reviewed, applied, secretary, now):
        meeting = applied(doubtful("Varmestue", "Klagesag"))
        confidentiality.set_closed(item=last(meeting), closed=False, by=secretary, now=now)
        later = doubtful("Varmestue", "Klagesag")
        later.items.append(
            facts.ItemFacts(3, "3", "Bopladsen", closed=True, sections=[facts.SectionFacts("", "Ejerens navn er hemmeligt.")])
        )
        import_ = reviewed(later)
        services.join_items(import_=import_, item="3", into="2", by=secretary, now=now)
        services.apply(import_=import_, by=secretary, now=now, publish=False)
        assert "hemmeligt" in last(meeting).sections.get().text
        assert state(meeting) == (True, True)

    def test_other_words_are_asked_about_again(self, applied, secretary, now):
        meeting = applied(doubtful("Varmestue", "Klagesag"))
        confidentiality.set_closed(item=last(meeting), closed=False, by=secretary, now=now)
        applied(doubtful("Varmestue", "Klagesag", words="fortroligt"))
        assert state(meeting) == (True, True)
        assert len(last(meeting).doubts) == 2

    def test_words_that_were_left_out_of_the_register_have_not_been_answered_for(self, reviewed, applied, secretary, now):
        meeting = applied(simple("Varmestue", "Klagesag"))
        unwanted = reviewed(doubtful("Varmestue", "Klagesag"))
        services.apply(import_=unwanted, by=secretary, now=now, publish=False, accepted=set())
        assert state(meeting) == (False, False)
        applied(doubtful("Varmestue", "Klagesag", decision="Klagen afvises."))
        assert state(meeting) == (True, True)

    def test_words_of_an_import_that_was_undone_have_not_been_answered_for(self, reviewed, applied, secretary, now):
        meeting = applied(simple("Varmestue", "Klagesag"))
        undone = services.apply(import_=reviewed(doubtful("Varmestue", "Klagesag")), by=secretary, now=now, publish=False)
        services.undo(import_=undone, by=secretary, now=now)
        assert (state(meeting), last(meeting).doubts) == ((False, False), [])
        applied(doubtful("Varmestue", "Klagesag", decision="Klagen afvises."))
        assert state(meeting) == (True, True)

    def test_what_was_answered_closed_is_not_asked_about_whatever_the_words(self, applied, secretary, now):
        meeting = applied(doubtful("Varmestue", "Klagesag"))
        confidentiality.set_closed(item=last(meeting), closed=True, by=secretary, now=now)
        applied(doubtful("Varmestue", "Klagesag", words="fortroligt"))
        assert state(meeting) == (True, False)

    @pytest.mark.parametrize("answered", [True, False])
    def test_it_opens_nothing(self, applied, secretary, now, answered):
        meeting = applied(doubtful("Varmestue", "Klagesag"))
        if answered:
            confidentiality.set_closed(item=last(meeting), closed=True, by=secretary, now=now)
        applied(simple("Varmestue", "Klagesag", decision="Godkendt."))
        assert state(meeting) == (True, not answered)

    def test_a_document_that_says_closed_is_an_answer(self, applied):
        meeting = applied(doubtful("Varmestue", "Klagesag"))
        later = simple("Varmestue", "Klagesag")
        later.items[-1].closed = True
        applied(later)
        assert state(meeting) == (True, False)

    def test_in_a_published_meeting_the_item_is_closed_until_it_is_answered(self, reviewed, applied, secretary, now):
        services.apply(import_=reviewed(simple("Varmestue", "Klagesag")), by=secretary, now=now, publish=True)
        meeting = applied(doubtful("Varmestue", "Klagesag", decision="Klagen afvises."), may_be_public=True)
        assert state(meeting) == (True, True)
        assert [item.title for item in AgendaItem.objects.visible_to(PUBLIC)] == ["Varmestue"]


@pytest.mark.parametrize("in_doubt", [True, False])
def test_the_words_of_a_closed_item_go_nowhere_open(reviewed, secretary, now, in_doubt):
    """The decision alone is taken over, out of an item that the later document has as closed, or in doubt."""
    meeting = services.apply(import_=reviewed(simple("Varmestue", "Klagesag")), by=secretary, now=now, publish=True).meeting
    later = doubtful("Varmestue", "Klagesag", decision="Klagen afvises.")
    later.items[-1].in_doubt = in_doubt
    services.apply(import_=reviewed(later), by=secretary, now=now, publish=False, accepted={"item/2/decision"})
    assert state(meeting) == (True, in_doubt)
    assert last(meeting).decision == "Klagen afvises."


class TestDisqualified:
    @pytest.fixture
    def amina(self):
        seat = MembershipFactory(body__name="Udsatterådet", person__name="Amina Haddad", person__user=UserFactory(member=True))
        SecretaryAssignmentFactory(body=seat.body)
        return seat.person

    def minutes(self, name: str = "Amina Haddad", **changes) -> facts.Minutes:
        away = [facts.Absence(name, "did_not_participate", disqualified=True)]
        return simple("Klagesag", absences=away, **changes)

    def test_a_member_is_shut_out_as_soon_as_the_closed_item_is_in_the_register(self, applied, amina):
        meeting = applied(self.minutes(closed=True))
        assert list(last(meeting).shut_out.all()) == [amina]

    def test_the_fact_goes_in_and_out(self, reviewed, applied, amina):
        import_ = reviewed(self.minutes())
        assert services.reading_of(import_).items[0].absences[0].disqualified
        meeting = applied(self.minutes())
        assert last(meeting).participations.get().disqualified
        assert not services.differences_from_register(self.minutes(), meeting)

    def test_a_name_that_is_nobodys_keeps_the_minutes_from_being_published(self, reviewed, secretary, now, amina):
        with pytest.raises(NotSettled, match="Punkt 1 nævner en inhabil"):
            services.apply(import_=reviewed(self.minutes("Viggo Storm", closed=True)), by=secretary, now=now, publish=True)

    def test_when_an_undone_import_brings_a_closed_item_back_its_disqualified_stay_out(self, reviewed, applied, secretary, now, amina):
        meeting = applied(self.minutes(closed=True))
        later = services.apply(import_=reviewed(simple("Rampe", number=2)), by=secretary, now=now, publish=False)
        services.undo(import_=later, by=secretary, now=now)
        if meeting.items.filter(title="Klagesag").exists():
            assert list(meeting.items.get(title="Klagesag").shut_out.all()) == [amina]


def test_json_says_who_was_disqualified_beside_what_it_said_before():
    minutes = simple("Klagesag", absences=[facts.Absence("Amina Haddad", "did_not_participate", disqualified=True)])
    assert format.to_json(minutes)["items"][0]["absences"] == [
        {"name": "Amina Haddad", "kind": "did_not_participate", "disqualified": True}
    ]
