"""Everything an item holds is read by those who may read the item; what was decided, only by those who may read decisions."""

import pytest

from cases.access import PUBLIC
from tests import factories
from tests.access.people import actor_of
from tests.factories import AgendaItemFactory, MeetingFactory

pytestmark = pytest.mark.django_db


def vote_name(item):
    return factories.VoteNameFactory(vote__item=item)


def decided_section(item):
    return factories.SectionFactory(item=item, is_decision=True)


def part(factory):
    def make(item):
        return factory(item=item)

    make.__name__ = factory.__name__
    return make


AGENDA = [part(f) for f in (factories.SectionFactory, factories.RecommendationFactory, factories.RecommendedToFactory)]
AGENDA += [part(factories.AttachmentFactory), part(factories.GuestFactory)]
QUOTING = [part(f) for f in (factories.QuotedAppearanceFactory, factories.ReferenceFactory)]
DECIDED = [part(f) for f in (factories.OutcomeFactory, factories.VoteFactory, factories.ParticipationFactory)]
DECIDED += [vote_name, decided_section]


def is_seen(row, actor) -> bool:
    return type(row).objects.visible_to(actor).filter(pk=row.pk).exists()


@pytest.mark.parametrize("make", AGENDA + QUOTING + DECIDED)
def test_parts_of_published_minutes_are_public_unless_the_item_is_closed(make):
    meeting = MeetingFactory(published=True)
    opened, closed = AgendaItemFactory(meeting=meeting), AgendaItemFactory(meeting=meeting, closed=True)
    assert is_seen(make(opened), PUBLIC)
    row = make(closed)
    assert not is_seen(row, PUBLIC)
    assert not is_seen(row, actor_of("shut out member", closed.body, closed))
    assert not is_seen(row, actor_of("secretary of another", closed.body))
    assert is_seen(row, actor_of("member", closed.body))
    assert is_seen(row, actor_of("administrator", closed.body))


@pytest.mark.parametrize("make", AGENDA + QUOTING + DECIDED)
def test_parts_of_an_unpublished_meeting_are_the_bodys_own(make):
    item = AgendaItemFactory()
    row = make(item)
    assert not is_seen(row, PUBLIC)
    assert is_seen(row, actor_of("secretary of the body", item.body))


@pytest.mark.parametrize(("make", "is_public"), [*((m, True) for m in AGENDA), *((m, False) for m in QUOTING + DECIDED)])
def test_what_was_decided_waits_for_the_minutes_to_be_published(make, is_public):
    item = AgendaItemFactory(meeting__agenda_published=True, decision="Godkendt.")
    row = make(item)
    assert is_seen(row, PUBLIC) is is_public
    assert is_seen(row, actor_of("member", item.body))


@pytest.mark.parametrize("make", QUOTING)
def test_what_an_agenda_quotes_is_public_while_nothing_is_decided(make):
    assert is_seen(make(AgendaItemFactory(meeting__agenda_published=True, decision="")), PUBLIC)
