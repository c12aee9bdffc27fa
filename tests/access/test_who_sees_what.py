"""The table "Who sees what", row by row: an item is not there (-), is there (i), or is there with its decision (d)."""

import pytest

from meetings.models import AgendaItem, Membership
from tests.access.people import actor_of
from tests.factories import AgendaItemFactory, MeetingFactory

pytestmark = pytest.mark.django_db

STATES = [
    ("open", {}),
    ("open", {"agenda_published": True}),
    ("open", {"published": True}),
    ("closed", {}),
    ("closed", {"agenda_published": True}),
    ("closed", {"published": True}),
]
AS_THE_PUBLIC = "- i d - - -"
EVERYTHING = "d d d d d d"
TABLE = {
    "public": AS_THE_PUBLIC,
    Membership.Role.MEMBER: EVERYTHING,
    Membership.Role.CHAIR: EVERYTHING,
    Membership.Role.DEPUTY_CHAIR: EVERYTHING,
    "member from today": EVERYTHING,
    "member until today": EVERYTHING,
    "shut out member": "d d d - - -",
    "former member": AS_THE_PUBLIC,
    "coming member": AS_THE_PUBLIC,
    "substitute": AS_THE_PUBLIC,
    "member without a role": AS_THE_PUBLIC,
    "secretary of the body": EVERYTHING,
    "secretary who sits on it": EVERYTHING,
    "secretary of another": AS_THE_PUBLIC,
    "member who once managed it": AS_THE_PUBLIC,
    "inactive secretary": AS_THE_PUBLIC,
    "administrator": EVERYTHING,
}


@pytest.mark.parametrize("kind", TABLE)
@pytest.mark.parametrize("column", range(6), ids=[f"{lock} {' '.join(out) or 'unpublished'}" for lock, out in STATES])
def test_who_sees_what(kind, column):
    lock, out = STATES[column]
    item = AgendaItemFactory(meeting=MeetingFactory(**out), closed=lock == "closed")
    actor = actor_of(kind, item.body, item)

    seen = AgendaItem.objects.visible_to(actor).telling_decisions(actor).filter(pk=item.pk).first()

    answer = "-" if seen is None else "d" if seen.decision_shown else "i"
    assert answer == TABLE[kind].split()[column]


def test_minutes_published_without_an_agenda_are_public():
    item = AgendaItemFactory(meeting__published=True, meeting__agenda_published_at=None)
    actor = actor_of("public", item.body)
    assert AgendaItem.objects.visible_to(actor).telling_decisions(actor).get().decision_shown


def test_a_member_reads_nothing_more_of_a_body_beside_the_own():
    item = AgendaItemFactory(closed=True, meeting__published=True)
    elsewhere = AgendaItemFactory(closed=True, meeting__published=True)
    actor = actor_of("member", item.body)
    assert elsewhere.body != item.body
    assert list(AgendaItem.objects.visible_to(actor)) == [item]


def test_being_shut_out_of_one_item_leaves_the_others():
    shut = AgendaItemFactory(closed=True)
    other = AgendaItemFactory(closed=True, meeting=shut.meeting)
    assert list(AgendaItem.objects.visible_to(actor_of("shut out member", shut.body, shut))) == [other]


def test_an_item_that_shuts_several_out_stands_once_in_a_list():
    item = AgendaItemFactory(closed=True)
    for _ in range(3):
        actor_of("shut out member", item.body, item)
    member = actor_of("member", item.body)
    assert AgendaItem.objects.visible_to(member).count() == 1
