"""A whole import can be taken back, and nothing else with it."""

import datetime as dt

import pytest

from cases.models import Case, Matter
from meetings.matters import split_off
from meetings.models import AgendaItem, Body, MatterMove, Meeting, Person
from minutes import services
from minutes.models import Import
from reader import facts
from tests.factories import CaseFactory, UserFactory
from tests.importing.documents import simple

pytestmark = pytest.mark.django_db
NUMBER = "27.15.00-A08-1-25"


def test_undoing_a_first_import_leaves_the_register_empty(reviewed, now):
    minutes = simple("Stormøde", case_number=NUMBER, absences=[facts.Absence("Agnete Bregnholt", "absent")])
    import_ = services.apply(import_=reviewed(minutes), by=None, now=now, publish=True)
    services.undo(import_=import_, by=None, now=now)
    for model in (Meeting, AgendaItem, Case, Matter, Person, Body):
        assert not model.objects.exists(), model
    assert Import.objects.get().state == Import.State.UNDONE


def test_undoing_leaves_what_was_there_before_and_what_others_use(reviewed, now):
    CaseFactory(number=NUMBER)
    first = services.apply(import_=reviewed(simple("Stormøde", case_number=NUMBER)), by=None, now=now, publish=True)
    later = simple("Rejsekort", number=5, day=dt.date(2025, 5, 7), case_number=NUMBER)
    services.apply(import_=reviewed(later), by=None, now=now, publish=True)
    services.undo(import_=first, by=None, now=now)
    assert Meeting.objects.get().date == dt.date(2025, 5, 7)
    assert Case.objects.get().number == NUMBER
    assert Body.objects.get().name == "Udsatterådet"


def test_undoing_takes_away_a_matter_that_only_its_own_items_were_ever_in(reviewed, now):
    import_ = services.apply(import_=reviewed(simple("Stormøde", case_number=NUMBER)), by=None, now=now, publish=True)
    item = AgendaItem.objects.get()
    matter = item.matter
    split_off(items=[item], title="Andet", by=UserFactory(), now=now)
    services.undo(import_=import_, by=None, now=now)
    assert not Meeting.objects.exists()
    assert not MatterMove.objects.exists()
    assert not Matter.objects.filter(pk=matter.pk).exists()


def test_undoing_a_correction_brings_the_first_version_back(reviewed, now):
    first = services.apply(import_=reviewed(simple("Stormøde", "Rejsekort", decision="Godkendt")), by=None, now=now, publish=True)
    section = facts.SectionFacts("Resumé", "Nyt", at=facts.TextPlace(1, 5, 5))
    correction = reviewed(simple("Stormøde", decision="Drøftet", sections=[section]))
    services.undo(import_=services.apply(import_=correction, by=None, now=now, publish=True), by=None, now=now)
    assert [(item.title, item.decision) for item in AgendaItem.objects.order_by("number")] == [
        ("Stormøde", "Godkendt"),
        ("Rejsekort", "Godkendt"),
    ]
    assert AgendaItem.objects.get(number=2).source == first.document


def test_undoing_is_refused_once_the_meeting_was_changed_by_hand(reviewed, now):
    import_ = services.apply(import_=reviewed(simple("Stormøde")), by=None, now=now, publish=True)
    AgendaItem.objects.update(decision="Rettet i hånden")
    with pytest.raises(services.ImportRefused) as refused:
        services.undo(import_=import_, by=None, now=now)
    assert refused.value.code == "changed_since"
    assert AgendaItem.objects.get().decision == "Rettet i hånden"


def test_undoing_twice_is_undoing_once(reviewed, now):
    import_ = services.apply(import_=reviewed(simple("Stormøde")), by=None, now=now, publish=True)
    services.undo(import_=import_, by=None, now=now)
    services.undo(import_=import_, by=None, now=now + dt.timedelta(minutes=1))
    assert Import.objects.get().undone_at == now
