"""A corrected version of minutes shows what differs, and only what is accepted is changed."""

import datetime as dt

import pytest
from hypothesis import given, settings

from meetings.models import AgendaItem
from minutes import services
from minutes.differences import accept, differences
from reader import facts
from tests.importing.documents import minutes as documents
from tests.importing.documents import simple


@pytest.fixture
def corrected(reviewed, now, db):
    """A meeting in the register, and the import of a version whose two decisions read otherwise."""
    services.apply(import_=reviewed(simple("Stormøde", "Rejsekort", decision="Godkendt")), by=None, now=now, publish=True)
    return reviewed(simple("Stormøde", "Rejsekort", decision="Godkendt med bemærkning"))


def test_the_differences_are_shown_one_by_one(corrected):
    minutes = services.reading_of(corrected)
    _matches, _warnings, meeting, _taken = services.look_up(minutes)
    found = services.differences_from_register(minutes, meeting)
    assert [(difference.path, difference.before, difference.after) for difference in found] == [
        ("item/1/decision", "Godkendt", "Godkendt med bemærkning"),
        ("item/2/decision", "Godkendt", "Godkendt med bemærkning"),
    ]


def test_only_what_is_accepted_is_changed(corrected, now):
    services.apply(import_=corrected, by=None, now=now, publish=True, accepted={"item/2/decision"})
    assert [item.decision for item in AgendaItem.objects.order_by("number")] == ["Godkendt", "Godkendt med bemærkning"]


def test_a_changed_decision_is_told_once_and_changed_in_its_section_too(reviewed, now, db):
    def version(decision: str):
        return simple(
            "Stormøde", decision=decision, sections=[facts.SectionFacts("Resumé", "Vi mødes."), facts.SectionFacts("Beslutning", decision)]
        )

    services.apply(import_=reviewed(version("Godkendt")), by=None, now=now, publish=True)
    newer = reviewed(version("Udsat"))
    minutes = services.reading_of(newer)
    found = services.differences_from_register(minutes, services.look_up(minutes)[2])
    assert [difference.path for difference in found] == ["item/1/decision"]
    services.apply(import_=newer, by=None, now=now, publish=True)
    item = AgendaItem.objects.get()
    assert [(section.heading, section.text, section.is_decision) for section in item.sections.all()] == [
        ("Resumé", "Vi mødes.", False),
        ("Beslutning", "Udsat", True),
    ]


def test_other_line_breaks_are_no_difference():
    told = [facts.SectionFacts("Resumé", "Vi mødes\ni byen.\n\nKl. 10\tVelkomst")]
    same = [facts.SectionFacts("Resumé", "Vi mødes i byen.\n\n\nKl. 10 Velkomst ")]
    assert differences(simple("Stormøde", sections=told), simple("Stormøde", sections=same)) == []
    other = [facts.SectionFacts("Resumé", "Vi mødes i byen. Kl. 11 Velkomst")]
    assert [one.path for one in differences(simple("Stormøde", sections=told), simple("Stormøde", sections=other))] == ["item/1/sections"]


def test_minutes_that_come_after_their_agenda_bring_the_decision_with_its_section(reviewed, now, db):
    agenda = simple("Stormøde", sections=[facts.SectionFacts("Resumé", "Vi mødes.")])
    agenda.kind = "agenda"
    services.apply(import_=reviewed(agenda), by=None, now=now, publish=True)
    sections = [facts.SectionFacts("Resumé", "Vi mødes."), facts.SectionFacts("Beslutning", "Godkendt")]
    services.apply(import_=reviewed(simple("Stormøde", decision="Godkendt", sections=sections)), by=None, now=now, publish=True)
    assert [section.text for section in AgendaItem.objects.get().sections.all()] == ["Vi mødes.", "Godkendt"]


@pytest.fixture
def closed_since(reviewed, now, db):
    """An item that was closed in the register after its minutes were imported, and another version of them, which has it open."""
    services.apply(import_=reviewed(simple("Personsag", decision="Godkendt")), by=None, now=now, publish=True)
    AgendaItem.objects.update(closed=True)
    return reviewed(simple("Personsag", decision="Godkendt med bemærkning"))


@pytest.mark.parametrize("accepted", [None, {"item/1/decision"}])
def test_a_later_version_opens_no_closed_item_by_the_way(closed_since, now, accepted):
    services.apply(import_=closed_since, by=None, now=now, publish=True, accepted=accepted)
    item = AgendaItem.objects.get()
    assert (item.closed, item.decision) == (True, "Godkendt med bemærkning")


def test_a_closed_item_is_opened_when_that_is_asked_for_by_name(closed_since, now):
    services.apply(import_=closed_since, by=None, now=now, publish=True, accepted={"item/1/closed"})
    assert not AgendaItem.objects.get().closed


def test_an_item_the_new_version_lacks_goes_only_when_that_is_accepted(reviewed, now, corrected):
    shorter = reviewed(simple("Stormøde", decision="Godkendt"))
    services.apply(import_=shorter, by=None, now=now, publish=True, accepted=set())
    assert AgendaItem.objects.count() == 2
    again = reviewed(simple("Stormøde", decision="Godkendt"))
    services.apply(import_=again, by=None, now=now, publish=True, accepted={"item/2"}, confirmed=True)
    assert AgendaItem.objects.count() == 1


def test_an_item_that_is_kept_stays_out_of_the_numbers_of_other_meetings(reviewed, now, db):
    services.apply(import_=reviewed(simple("Natcafé", number=2, day=dt.date(2025, 2, 5))), by=None, now=now, publish=True)
    services.apply(import_=reviewed(simple("Stormøde", "Rejsekort")), by=None, now=now, publish=True)
    services.apply(import_=reviewed(simple("Stormøde i havnen")), by=None, now=now, publish=True, accepted={"item/1/title"})
    assert list(AgendaItem.objects.order_by("pk").values_list("title", "number", "label")) == [
        ("Natcafé", 2, "2"),
        ("Stormøde i havnen", 1, "1"),
        ("Rejsekort", None, "2"),
    ]


def test_a_later_version_never_takes_an_item_out_of_the_matter_the_secretary_put_it_in(corrected, now):
    item = AgendaItem.objects.get(number=2)
    other = AgendaItem.objects.get(number=1).matter
    AgendaItem.objects.filter(pk=item.pk).update(matter=other)
    services.apply(import_=corrected, by=None, now=now, publish=True)
    item.refresh_from_db()
    assert item.matter == other


@given(documents(), documents())
@settings(max_examples=60, deadline=None)
def test_accepting_all_gives_the_new_version_and_nothing_the_old(before, after):
    after.meeting.body, after.meeting.date = before.meeting.body, before.meeting.date
    found = differences(before, after)
    everything = {difference.path for difference in found}
    assert differences(before, accept(before, after, set())) == []
    accepted = accept(before, after, everything)
    assert {difference.path for difference in differences(accepted, after)} <= {"kind"}
