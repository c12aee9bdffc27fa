"""An import taken back brings back what went with the items it removed: placements, matters, who is shut out, state and publication."""

import datetime as dt

import pytest

from followups import services as followup_services
from followups.models import Occurrence
from meetings import services as meeting_services
from meetings.models import AgendaItem, Meeting
from minutes import services
from tests import factories as f
from tests.importing.documents import simple

pytestmark = pytest.mark.django_db
LATER = dt.timedelta(hours=1)


@pytest.fixture
def act(now):
    return {"by": f.UserFactory(administrator=True), "now": now}


@pytest.fixture
def agenda(reviewed, now):
    """An agenda in the register with two items, and its meeting to come."""
    minutes = simple("Varmestue", "Rejsekort")
    minutes.kind = "agenda"
    return services.apply(import_=reviewed(minutes), by=None, now=now, publish=True).meeting


@pytest.fixture
def placed(agenda, act):
    """Something that the body waits for, placed on the second item."""
    asked = f.AgendaItemFactory(meeting=f.MeetingFactory(body=agenda.body, date=dt.date(2025, 1, 8)), number=90)
    one = f.OccurrenceFactory(follow_up=f.FollowUpFactory(item=asked, review="accepted"))
    followup_services.place(occurrence=one, item=agenda.items.get(number=2), **act)
    return one


@pytest.fixture
def shorter(reviewed, act, agenda, placed):
    """Minutes without the second item, whose removal was asked for."""
    import_ = reviewed(simple("Varmestue"))
    return services.apply(import_=import_, publish=True, accepted={"kind", "item/2"}, confirmed=True, **act)


def test_what_was_placed_on_a_removed_item_stands_there_again(shorter, placed, agenda, act):
    placed.refresh_from_db()
    assert placed.placed_on is None
    services.undo(import_=shorter, by=act["by"], now=act["now"] + LATER)
    placed.refresh_from_db()
    assert placed.placed_on == agenda.items.get(title="Rejsekort")


def test_an_item_that_comes_back_has_its_address_matter_doubts_and_those_shut_out(reviewed, agenda, act):
    item, person, matter = agenda.items.get(number=2), f.PersonFactory(), f.MatterFactory()
    AgendaItem.objects.filter(pk=item.pk).update(matter=matter, closed=True)
    item.shut_out.add(person)
    import_ = services.apply(import_=reviewed(simple("Varmestue")), publish=False, accepted={"item/2"}, confirmed=True, **act)
    assert not AgendaItem.objects.filter(pk=item.pk).exists()
    services.undo(import_=import_, by=act["by"], now=act["now"] + LATER)
    back = AgendaItem.objects.get(pk=item.pk)
    assert (back.title, back.closed, back.matter, list(back.shut_out.all())) == ("Rejsekort", True, matter, [person])


def test_what_somebody_has_done_since_about_what_was_placed_stands(shorter, placed, agenda, act):
    elsewhere = f.AgendaItemFactory(meeting=f.MeetingFactory(body=agenda.body, date=dt.date(2025, 6, 4)), number=91)
    later = {"by": act["by"], "now": act["now"] + LATER}
    followup_services.place(occurrence=placed, item=elsewhere, **later)
    services.undo(import_=shorter, by=act["by"], now=act["now"] + 2 * LATER)
    assert Occurrence.objects.get(pk=placed.pk).placed_on == elsewhere


def test_state_and_publication_are_as_they_were(shorter, agenda, act):
    agenda.refresh_from_db()
    assert (agenda.state, agenda.minutes_published_at) == (Meeting.State.HELD, act["now"])
    services.undo(import_=shorter, by=act["by"], now=act["now"] + LATER)
    agenda.refresh_from_db()
    assert (agenda.state, agenda.minutes_published_at, agenda.agenda_published_at) == (Meeting.State.PLANNED, None, act["now"])


def refused(import_, act) -> str:
    with pytest.raises(services.ImportRefused) as raised:
        services.undo(import_=import_, by=act["by"], now=act["now"] + 2 * LATER)
    return raised.value.code


def test_it_is_refused_when_something_has_been_placed_on_an_item_it_made(reviewed, agenda, placed, act):
    import_ = services.apply(import_=reviewed(simple("Varmestue", "Rejsekort", "Natcafé")), publish=False, may_be_public=True, **act)
    step = followup_services.place(occurrence=placed, item=agenda.items.get(title="Natcafé"), by=act["by"], now=act["now"] + LATER)
    assert refused(import_, act) == "placed_since"
    followup_services.undo(step=step, by=act["by"], now=act["now"] + LATER)
    services.undo(import_=import_, by=act["by"], now=act["now"] + 2 * LATER)
    assert agenda.items.count() == 2


def change_title(meeting):
    meeting.items.update(title="Rettet i hånden")


def clear_decision(meeting):
    meeting.items.update(decision="")


def delete_item(meeting):
    meeting.items.filter(number=2).delete()


def withdraw(meeting):
    meeting_services.withdraw_minutes(meeting=meeting, by=None, now=meeting.minutes_published_at)


def cancel(meeting):
    Meeting.objects.filter(pk=meeting.pk).update(state=Meeting.State.CANCELLED)


@pytest.mark.parametrize("change", [change_title, clear_decision, delete_item, withdraw, cancel])
def test_it_is_refused_when_the_meeting_has_been_changed_since(reviewed, agenda, act, change):
    import_ = services.apply(import_=reviewed(simple("Varmestue", "Rejsekort", decision="Godkendt.")), publish=True, **act)
    change(Meeting.objects.get(pk=agenda.pk))
    assert refused(import_, act) == "changed_since"


def test_an_agenda_does_not_have_a_cancelled_meeting_take_place(reviewed, agenda, now):
    Meeting.objects.filter(pk=agenda.pk).update(state=Meeting.State.CANCELLED)
    minutes = simple("Varmestue", "Rejsekort", "Natcafé")
    minutes.kind = "agenda"
    services.apply(import_=reviewed(minutes), by=None, now=now, publish=False, may_be_public=True)
    agenda.refresh_from_db()
    assert agenda.state == Meeting.State.CANCELLED
