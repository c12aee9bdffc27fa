"""Whoever stays in a hearing's list of parties keeps what is known of them, however the list is written anew."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from hearings.models import Hearing, HearingParty
from hearings.services.parties import set_parties
from minutes import services
from reader import facts
from tests.factories import BodyFactory, HearingFactory, UserFactory
from tests.importing.documents import simple

NAMES = ("Ældrerådet", "Handicaprådet", "Havnekvarterets Lokalråd", "MED-udvalget", "Skolebestyrelserne")


def parties(hearing: Hearing) -> dict[str, int]:
    """The names in their order, each with its row."""
    return dict(HearingParty.objects.filter(hearing=hearing).order_by("position").values_list("name", "pk"))


def set_to(hearing: Hearing, *names: str, **body_ids: int) -> None:
    set_parties(names={hearing: names}, body_ids=body_ids)


@pytest.fixture
def hearing(db) -> Hearing:
    hearing = HearingFactory()
    set_to(hearing, *NAMES[:3])
    return hearing


def test_parties_trade_places_and_stay_who_they_were(hearing):
    before = parties(hearing)
    set_to(hearing, *NAMES[2::-1])
    assert list(parties(hearing)) == list(NAMES[2::-1])
    assert parties(hearing) == before


def test_only_who_is_not_named_any_more_goes_and_who_is_new_comes(hearing):
    before = parties(hearing)
    set_to(hearing, "MED-udvalget", "Havnekvarterets Lokalråd", "Ældrerådet")
    after = parties(hearing)
    assert list(after) == ["MED-udvalget", "Havnekvarterets Lokalråd", "Ældrerådet"]
    assert after.keys() & before.keys() == {"Havnekvarterets Lokalråd", "Ældrerådet"}
    assert all(after[name] == before[name] for name in after.keys() & before.keys())


def test_another_way_of_writing_the_name_is_the_same_party(hearing):
    before = parties(hearing)
    set_to(hearing, "ældrerådet", *NAMES[1:3])
    assert parties(hearing) == {"ældrerådet": before["Ældrerådet"]} | {name: before[name] for name in NAMES[1:3]}


def test_the_same_list_again_writes_nothing(hearing, django_assert_num_queries):
    with django_assert_num_queries(9):  # the transaction's two, the bodies held, the hearing held, and to look
        set_to(hearing, *NAMES[:3])


@pytest.mark.parametrize("rows", [1, 3])
def test_any_number_of_lists_takes_the_same_queries(db, django_assert_num_queries, rows):
    hearings = [HearingFactory() for _ in range(rows)]
    for hearing in hearings:
        set_to(hearing, *NAMES[:3])
        hearing.parties.filter(name=NAMES[0]).update(asked_on=dt.date(2025, 5, 1))
    # The transaction's two; bodies, in a savepoint, and hearings held; their parties, who came by a join and who is noted; one goes, with
    # its answers, history, spellings and rejected proposals; two make way and take their places; one is new; the hearings are told.
    with django_assert_num_queries(21):
        set_parties(names={hearing: [NAMES[2], NAMES[3]] for hearing in hearings}, body_ids={})
    assert [list(parties(hearing)) for hearing in hearings] == [[NAMES[2], NAMES[3], NAMES[0]]] * rows


def test_a_party_is_linked_to_the_body_it_means_and_keeps_it(hearing):
    body = BodyFactory(name="MED-udvalget")
    set_parties(names={hearing: ["MED-udvalget"]}, body_ids={"MED-udvalget": body.pk})
    assert hearing.parties.get().body == body
    set_to(hearing, "MED-udvalget")
    assert hearing.parties.get().body == body


class AnyLists(TestCase):
    @settings(deadline=None)
    @given(st.lists(st.sampled_from(NAMES)), st.lists(st.sampled_from(NAMES), unique=True))
    def test_any_list_gives_way_to_any_other(self, first, second):
        hearing = HearingFactory()
        set_to(hearing, *first)
        before = list(HearingParty.objects.filter(hearing=hearing).values_list("name", "pk"))
        set_to(hearing, *second)
        assert list(parties(hearing)) == second
        assert all((name, pk) in before for name, pk in parties(hearing).items() if name in first)


@pytest.fixture
def in_hearing(reviewed, now):
    """Imports a version of minutes that tell of a hearing of the parties given."""

    def apply(*names: str) -> Hearing:
        hearing = facts.HearingFacts("Plan", None, dt.date(2025, 5, 1), list(names), "Planen er i høring.")
        services.apply(import_=reviewed(simple("Plan", body="Socialudvalget", hearings=[hearing])), by=None, now=now, publish=True)
        return Hearing.objects.get()

    return apply


@pytest.mark.django_db
def test_an_import_asks_as_often_for_many_hearings_as_for_one(reviewed, now):
    counted = []
    for number, rows in enumerate([1, 5], start=1):
        told = [
            facts.HearingFacts(f"Plan {n}", None, dt.date(2025, 5, 1), ["Ældrerådet", "MED-udvalget"], f"Plan {n} er i høring.")
            for n in range(rows)
        ]
        import_ = reviewed(simple("Plan", body=f"Udvalg {number}", hearings=told))
        with CaptureQueriesContext(connection) as asked:
            services.apply(import_=import_, by=None, now=now, publish=True)
        counted.append(len(asked))
        assert HearingParty.objects.filter(hearing__body__name=f"Udvalg {number}").count() == 2 * rows
    assert counted[0] == counted[1]


@pytest.mark.django_db
def test_a_later_reading_keeps_the_parties_it_names_too(in_hearing):
    before = parties(in_hearing("Ældrerådet", "Handicaprådet"))
    after = parties(in_hearing("MED-udvalget", "Handicaprådet"))
    assert list(after) == ["MED-udvalget", "Handicaprådet"]
    assert after["Handicaprådet"] == before["Handicaprådet"]


@pytest.mark.django_db
def test_a_correction_keeps_the_parties_it_names_and_one_taken_back_finds_their_bodies_again(in_hearing, now):
    body, secretary = BodyFactory(name="MED-udvalget"), UserFactory(administrator=True)
    hearing = in_hearing("MED-udvalget", "Handicaprådet")
    before = parties(hearing)
    services.correct(obligation=hearing, values={}, parties=["Handicaprådet"], by=secretary, now=now)
    assert parties(hearing) == {"Handicaprådet": before["Handicaprådet"]}
    services.leave_open(obligation=hearing, by=secretary, now=now)
    assert list(parties(hearing)) == ["MED-udvalget", "Handicaprådet"]
    assert hearing.parties.get(name="MED-udvalget").body == body
