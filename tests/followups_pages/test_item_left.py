"""An item that was made for what is waited for does not stay on the agenda unasked when that is taken off it."""

import datetime as dt

import pytest

from followups import services
from followups.models import Occurrence
from meetings.models import AgendaItem
from tests import factories as f
from tests.followups_pages.conftest import text_of
from tests.importing_pages.desk import seen

pytestmark = pytest.mark.django_db
D = dt.date
ASKED = "Skal punktet også fjernes fra dagsordenen?"


@pytest.fixture
def coming(council):
    return f.MeetingFactory(body=council, date=D(2018, 9, 26), state="planned", agenda_published_at=dt.datetime(2018, 9, 1, tzinfo=dt.UTC))


@pytest.fixture
def placed(office, waits, coming):
    """Placed on an item made for it. Gives the occurrence and the item."""
    one = waits()
    office.post(f"/opfoelgning/{one.pk}/dagsorden/", {"dagsorden-item": f"nyt-{coming.pk}", "dagsorden-why": "", "version": 1})
    one = Occurrence.objects.get(pk=one.pk)
    assert one.placed_on is not None
    return one, one.placed_on


def taken_off(office, one):
    return office.post(f"/opfoelgning/{one.pk}/af-dagsordenen/", follow=True)


def taken_back(office, one):
    return office.post(f"/opfoelgning/{one.pk}/fortryd/", {"trin": one.steps.get().pk}, follow=True)


def postponed(office, one):
    data = {"udskudt-first": "01-11-2018", "udskudt-last": "30-11-2018", "udskudt-why": "Ferie.", "version": 2}
    return office.post(f"/opfoelgning/{one.pk}/udskudt/", data, follow=True)


@pytest.mark.parametrize("how", [taken_off, taken_back, postponed])
def test_it_is_asked_whether_the_item_goes_too_and_it_goes(office, placed, how):
    one, item = placed
    words = seen(how(office, one))
    assert ASKED in words
    assert "Alle kan se det." in words
    assert AgendaItem.objects.filter(pk=item.pk).exists()
    page = office.post(f"/opfoelgning/{one.pk}/punktet/", {"punkt": item.pk}, follow=True)
    assert "Punktet er fjernet fra dagsordenen." in text_of(page)
    assert ASKED not in seen(page)
    assert not AgendaItem.objects.filter(pk=item.pk).exists()


def test_it_can_be_placed_there_again(office, placed, coming):
    one, item = placed
    taken_off(office, one)
    office.post(f"/opfoelgning/{one.pk}/punktet/", {"punkt": item.pk})
    office.post(f"/opfoelgning/{one.pk}/dagsorden/", {"dagsorden-item": f"nyt-{coming.pk}", "dagsorden-why": "", "version": 3})
    assert Occurrence.objects.get(pk=one.pk).placed_on.title == item.title


FILLED = {
    "a section": lambda item: f.SectionFactory(item=item),
    "a guest": lambda item: f.GuestFactory(item=item),
    "an attachment": lambda item: f.AttachmentFactory(item=item),
    "a promise": lambda item: f.FollowUpFactory(item=item),
    "another that is placed there": lambda item: f.OccurrenceFactory(placed_on=item),
    "a decision": lambda item: AgendaItem.objects.filter(pk=item.pk).update(decision="Godkendt."),
    "a number": lambda item: AgendaItem.objects.filter(pk=item.pk).update(number=44),
    "a document it was read from": lambda item: AgendaItem.objects.filter(pk=item.pk).update(source=f.DocumentFactory()),
    "a meeting that was held": lambda item: type(item.meeting).objects.update(state="held"),
}


@pytest.mark.parametrize("fill", FILLED.values(), ids=FILLED)
def test_an_item_with_anything_in_it_stays(office, placed, fill):
    one, item = placed
    fill(item)
    assert ASKED not in seen(taken_off(office, one))
    page = office.post(f"/opfoelgning/{one.pk}/punktet/", {"punkt": item.pk}, follow=True)
    assert "Det er ladt, som det var." in text_of(page)
    assert AgendaItem.objects.filter(pk=item.pk).exists()


def test_only_the_item_it_stood_on_goes(office, placed, coming):
    one, _item = placed
    other = f.AgendaItemFactory(meeting=coming, number=None)
    taken_off(office, one)
    for key in (other.pk, "x", ""):
        office.post(f"/opfoelgning/{one.pk}/punktet/", {"punkt": key})
    assert AgendaItem.objects.filter(meeting=coming).count() == 2


def test_what_was_put_in_since_the_question_keeps_the_item(placed, secretary):
    one, item = placed
    now = dt.datetime(2018, 9, 3, 12, tzinfo=dt.UTC)
    services.unplace(occurrence=one, by=secretary, now=now)
    f.SectionFactory(item=item)
    with pytest.raises(services.FollowUpRefused):
        services.remove_item_left(occurrence=one, item=item)
