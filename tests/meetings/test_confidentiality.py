"""Who may read an item is answered for: a doubt, and which members are shut out. Who answered when is kept, and every answer can be changed."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from meetings import confidentiality as c
from meetings import services
from meetings.models import AccessStep, AgendaItem, Meeting
from meetings.unsettled import NotSettled, unsettled_in
from tests import factories as f
from tests.factories import COPENHAGEN

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2018, 6, 8, 9, 0, tzinfo=COPENHAGEN)
DOUBT = {"code": "maybe_closed", "params": {"words": "lukket"}, "quote": "Behandlet lukket", "at": [1, 2, 2]}


@pytest.fixture
def item():
    return f.AgendaItemFactory(closed=True, in_doubt=True, doubts=[DOUBT])


@pytest.fixture
def secretary(item):
    return f.SecretaryAssignmentFactory(body=item.body).user


def state(item: AgendaItem) -> tuple[bool, bool]:
    return AgendaItem.objects.values_list("closed", "in_doubt").get(pk=item.pk)


def steps(item: AgendaItem) -> list[tuple]:
    return list(item.access_steps.order_by("pk").values_list("what", "name", "by"))


def test_no_open_item_is_in_doubt():
    with pytest.raises(IntegrityError), transaction.atomic():
        f.AgendaItemFactory(closed=False, in_doubt=True)


@pytest.mark.parametrize("closed", [True, False])
def test_a_doubt_is_answered_and_the_answer_taken_back(item, secretary, closed):
    how = {"item": item, "by": secretary, "now": NOW}
    assert c.set_closed(closed=closed, **how)
    assert state(item) == (closed, False)
    assert not c.set_closed(closed=closed, **how)
    assert c.doubt_again(**how)
    assert state(item) == (True, True)
    assert steps(item) == [("closed" if closed else "opened", "", secretary.pk), ("doubted", "", secretary.pk)]


def test_what_was_never_doubted_cannot_be_in_doubt_again(secretary):
    item = f.AgendaItemFactory()
    assert not c.doubt_again(item=item, by=secretary, now=NOW)
    assert state(item) == (False, False)


@pytest.mark.parametrize("publish", [services.publish_agenda, services.publish_minutes])
def test_nothing_with_an_unanswered_doubt_can_be_published(item, secretary, publish):
    with pytest.raises(NotSettled, match=f"punkt {item.label} er åbent eller lukket"):
        publish(meeting=item.meeting, by=secretary, now=NOW)
    assert not Meeting.objects.exclude(agenda_published_at=None, minutes_published_at=None).exists()
    c.set_closed(item=item, closed=True, by=secretary, now=NOW)
    assert publish(meeting=item.meeting, by=secretary, now=NOW)


class TestDisqualified:
    @pytest.fixture
    def item(self):
        return f.AgendaItemFactory(closed=True)

    @pytest.fixture
    def named(self, item):
        """`named("Amina Haddad")` is a name that the item says was disqualified; `person` whom it was taken for."""

        def make(name: str, person=None, in_item=item) -> None:
            f.ParticipationFactory(item=in_item, kind="did_not_participate", name=name, person=person, detail="", disqualified=True)

        return make

    @pytest.fixture
    def member(self, item):
        """`member("Amina Haddad")` sits on the body."""
        return lambda name: f.MembershipFactory(body=item.body, person__name=name).person

    def test_a_member_named_is_shut_out_at_once_and_it_is_told_that_nobody_has_confirmed_it(self, item, named, member):
        amina, other = member("Amina Haddad"), member("Birger Elmelund")
        named("Amina Haddad", amina)
        c.propose_shut_outs(items=[item], now=NOW)
        assert list(item.shut_out.all()) == [amina]
        assert steps(item) == [("shut_out", "Amina Haddad", None)]
        assert not unsettled_in(item.meeting)
        assert other not in item.shut_out.all()

    def test_nobody_is_shut_out_of_an_open_item(self, item, named, member):
        opened = f.AgendaItemFactory(meeting=item.meeting)
        named("Amina Haddad", member("Amina Haddad"), in_item=opened)
        c.propose_shut_outs(items=[opened], now=NOW)
        assert not opened.shut_out.exists()
        c.set_closed(item=opened, closed=True, by=None, now=NOW)
        assert opened.shut_out.get().name == "Amina Haddad"

    @pytest.mark.parametrize(
        ("printed", "out"),
        [
            ("Amina Hadad", {"Amina Haddad"}),
            ("Amina", {"Amina Haddad"}),
            ("Viggo Storm", {"Amina Haddad", "Birger Elmelund"}),
        ],
        ids=["a slip", "a first name", "like nobody"],
    )
    def test_a_name_that_is_nobodys_for_certain_shuts_out_all_whom_it_may_mean(self, item, named, member, printed, out):
        member("Amina Haddad"), member("Birger Elmelund")
        named(printed, f.PersonFactory(name=printed))
        c.propose_shut_outs(items=[item], now=NOW)
        assert {person.name for person in item.shut_out.all()} == out | {printed}
        assert unsettled_in(item.meeting).names[0].name == printed
        with pytest.raises(NotSettled):
            services.publish_minutes(meeting=item.meeting, by=None, now=NOW)

    def test_once_it_is_said_who_is_meant_the_others_may_read(self, item, named, member, secretary):
        amina, birger = member("Amina Haddad"), member("Birger Elmelund")
        named("Viggo Storm")
        c.propose_shut_outs(items=[item], now=NOW)
        c.shut_out(item=item, person=birger, name="Viggo Storm", by=secretary, now=NOW)
        assert list(item.shut_out.all()) == [birger]
        assert not unsettled_in(item.meeting)
        c.propose_shut_outs(items=[item], now=NOW)
        assert amina not in item.shut_out.all()

    def test_a_name_that_is_no_members_shuts_nobody_out(self, item, named, member, secretary):
        member("Amina Haddad")
        named("Viggo Storm")
        c.propose_shut_outs(items=[item], now=NOW)
        c.say_no_member(item=item, name="Viggo Storm", by=secretary, now=NOW)
        assert not item.shut_out.exists()
        assert not unsettled_in(item.meeting)

    def test_whoever_is_let_in_stays_so_when_the_item_is_read_again(self, item, named, member, secretary):
        amina = member("Amina Haddad")
        named("Amina Haddad", amina)
        c.propose_shut_outs(items=[item], now=NOW)
        assert c.let_in(item=item, person=amina, by=secretary, now=NOW)
        c.propose_shut_outs(items=[item], now=NOW)
        assert not item.shut_out.exists()
        assert not unsettled_in(item.meeting)
        assert not c.let_in(item=item, person=amina, by=secretary, now=NOW)
        assert c.shut_out(item=item, person=amina, by=secretary, now=NOW)
        assert AccessStep.objects.filter(item=item, what="shut_out").count() == 2

    def test_whoever_was_taken_off_without_a_word_is_asked_about_before_publishing(self, item, named, member):
        named("Amina Haddad", member("Amina Haddad"))
        c.propose_shut_outs(items=[item], now=NOW)
        item.shut_out.clear()
        with pytest.raises(NotSettled, match=f"Punkt {item.label}"):
            services.publish_minutes(meeting=item.meeting, by=None, now=NOW)

    def test_where_no_members_are_known_the_person_named_is_enough(self, item, named):
        named("Amina Haddad", f.PersonFactory(name="Amina Haddad"))
        c.propose_shut_outs(items=[item], now=NOW)
        assert not unsettled_in(item.meeting)
