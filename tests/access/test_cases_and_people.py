"""Cases, matters, links and people are known through what the actor may read of them."""

import pytest

from cases.access import PUBLIC
from cases.models import Case, CaseLink, Matter
from meetings.access import actor_for
from meetings.models import Document, Person
from minutes.models import Import
from tests.access.people import TODAY, actor_of
from tests.factories import (
    AgendaItemFactory,
    AttendanceFactory,
    BodyFactory,
    CaseFactory,
    CaseLinkFactory,
    ImportFactory,
    MatterFactory,
    MeetingFactory,
    MembershipFactory,
    ParticipationFactory,
    PersonFactory,
    SecretaryAssignmentFactory,
    UserFactory,
    VoteNameFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def closed():
    return AgendaItemFactory(closed=True, meeting__published=True)


def test_a_case_known_only_from_a_closed_item_is_not_there_for_others(closed):
    for model, row in ((Case, closed.case), (Matter, closed.matter)):
        assert not model.objects.visible_to(PUBLIC).exists()
        assert not model.objects.visible_to(actor_of("shut out member", closed.body, closed)).exists()
        assert not model.objects.visible_to(actor_of("secretary of another", closed.body)).exists()
        assert model.objects.visible_to(actor_of("member", closed.body)).get() == row


def test_a_case_with_one_readable_appearance_is_there(closed):
    AgendaItemFactory(meeting=closed.meeting, case=closed.case, matter=closed.matter)
    assert Case.objects.visible_to(PUBLIC).get() == closed.case
    assert Matter.objects.visible_to(PUBLIC).get() == closed.matter


def test_a_case_without_appearances_is_the_administrators():
    case, matter = CaseFactory(), MatterFactory()
    assert not Case.objects.visible_to(PUBLIC).exists()
    administrator = actor_of("administrator", None)
    assert Case.objects.visible_to(administrator).get() == case
    assert Matter.objects.visible_to(administrator).get() == matter


def test_a_link_is_there_when_both_its_ends_are(closed):
    opened = AgendaItemFactory(meeting__published=True)
    CaseLinkFactory(origin=opened.case, target=closed.case)
    CaseLinkFactory(origin=closed.case, target=opened.case)
    assert not CaseLink.objects.visible_to(PUBLIC).exists()
    assert CaseLink.objects.visible_to(actor_of("member", closed.body)).count() == 2


@pytest.mark.parametrize(
    "name_in",
    [
        lambda item, person: ParticipationFactory(item=item, person=person),
        lambda item, person: ParticipationFactory(item=item, kind="substitute", for_person=person),
        lambda item, person: VoteNameFactory(vote__item=item, person=person),
    ],
    ids=["takes part", "is substituted", "votes"],
)
def test_somebody_known_only_from_a_closed_item_is_not_there_for_others(closed, name_in):
    person = PersonFactory()
    name_in(closed, person)
    assert not Person.objects.visible_to(PUBLIC).exists()
    assert person in Person.objects.visible_to(actor_of("member", closed.body))
    name_in(AgendaItemFactory(meeting=closed.meeting), person)
    assert person in Person.objects.visible_to(PUBLIC)


def test_somebody_named_in_what_was_decided_waits_for_the_minutes():
    item = AgendaItemFactory(meeting__agenda_published=True)
    VoteNameFactory(vote__item=item, person=PersonFactory())
    assert not Person.objects.visible_to(PUBLIC).exists()


def test_whoever_holds_or_held_a_seat_is_a_public_person():
    seat = MembershipFactory()
    assert Person.objects.visible_to(PUBLIC).get() == seat.person


def test_a_participant_of_an_unpublished_meeting_is_not_there_for_others():
    row = AttendanceFactory(person=PersonFactory())
    assert not Person.objects.visible_to(PUBLIC).exists()
    row.meeting.minutes_published_at = MeetingFactory.build(published=True, body=None, sequence=1).minutes_published_at
    row.meeting.save()
    assert Person.objects.visible_to(PUBLIC).get() == row.person


@pytest.mark.parametrize("word", ["klagesag", "27.15.00-K02-7-18", "27.15.00–K02–7–18", "behandling"])
def test_a_search_finds_nothing_in_a_closed_item(word):
    item = AgendaItemFactory(
        meeting__published=True, closed=True, title="Klagesag", case__number="27.15.00-K02-7-18", decision="Klagen gav ny behandling."
    )
    assert not Case.objects.visible_to(PUBLIC).matching(word, PUBLIC).exists()
    member = actor_of("member", item.body)
    assert Case.objects.visible_to(member).matching(word, member).get() == item.case


def test_a_search_in_decisions_waits_for_the_minutes():
    item = AgendaItemFactory(meeting__agenda_published=True, title="Varmestue", decision="Afvist enstemmigt.")
    assert Case.objects.visible_to(PUBLIC).matching("VARMESTUE", PUBLIC).get() == item.case
    assert not Case.objects.visible_to(PUBLIC).matching("varmestue enstemmigt", PUBLIC).exists()


def test_a_search_in_a_case_seen_by_another_appearance_does_not_reach_its_closed_one():
    opened = AgendaItemFactory(meeting__published=True, title="Varmestue")
    AgendaItemFactory(meeting=opened.meeting, case=opened.case, title="Klagesag", closed=True)
    assert not Case.objects.visible_to(PUBLIC).matching("klagesag", PUBLIC).exists()


def test_a_corrected_case_number_is_found_at_once():
    item = AgendaItemFactory(meeting__published=True)
    item.case.number = "27.15.00-P35-9-18"
    item.case.save()
    assert type(item).objects.containing("p35-9", PUBLIC).get() == item


def test_originals_and_imports_are_for_those_who_manage_the_body():
    service = SecretaryAssignmentFactory()
    managed, other = MeetingFactory(body=service.body), MeetingFactory()
    own = ImportFactory(document__meeting=managed, meeting=managed)
    ImportFactory(document__meeting=other, meeting=other)
    unplaced = ImportFactory(document__uploaded_by=service.user)
    ImportFactory(document__uploaded_by=UserFactory())
    secretary = actor_of("secretary of the body", service.body)
    assert list(Import.objects.visible_to(secretary)) == [own]
    assert list(Document.objects.visible_to(secretary)) == [own.document]

    uploader = actor_for(service.user, today=TODAY)
    assert set(Import.objects.visible_to(uploader)) == {own, unplaced}
    assert set(Document.objects.visible_to(uploader)) == {own.document, unplaced.document}
    for kind in ("public", "member", "inactive secretary"):
        actor = actor_of(kind, service.body)
        assert not Import.objects.visible_to(actor).exists()
        assert not Document.objects.visible_to(actor).exists()
    assert Import.objects.visible_to(actor_of("administrator", None)).count() == 4


def test_what_nobody_uploaded_waits_for_the_secretaries_of_its_body_or_for_all_while_that_is_unknown():
    body, other = BodyFactory(), BodyFactory()
    known, unknown = ImportFactory(document__body=body), ImportFactory()
    ImportFactory(document__body=body, document__uploaded_by=UserFactory())
    seen = {body: {known, unknown}, other: {unknown}}
    for managed, imports in seen.items():
        actor = actor_of("secretary of the body", managed)
        assert set(Import.objects.visible_to(actor)) == imports
        assert set(Document.objects.visible_to(actor)) == {one.document for one in imports}
    for kind in ("public", "member", "inactive secretary"):
        actor = actor_of(kind, body)
        assert not Import.objects.visible_to(actor).exists()
        assert not Document.objects.visible_to(actor).exists()
