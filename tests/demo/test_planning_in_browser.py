"""The demo council's hearing that no ordinary meeting can answer, given an extraordinary meeting by the secretary in a real browser."""

import pytest

from tests.demo.walking import NO_MEETING, NOT_ANSWERABLE, choose_in_menu, follow, log_in, look, said, section

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

EXTRAORDINARY_MEETING = "Ekstraordinært møde fredag d. 8. januar 2027"


def test_the_secretary_plans_the_meeting_a_hearing_needs(at_a_desk):
    page = at_a_desk
    log_in(page, "secretary")
    the_hearing_leads_to_planning_a_meeting(page)
    the_meeting_is_planned_and_tells_what_came_of_it(page)
    the_hearing_can_be_answered(page)
    the_lists_of_the_body_have_the_meeting(page)


def the_hearing_leads_to_planning_a_meeting(page) -> None:
    choose_in_menu(page, "Høringer")
    look(page)
    follow(page.locator(".row-item", has_text=NO_MEETING).get_by_role("link", name=NOT_ANSWERABLE))
    page.get_by_role("heading", name=NO_MEETING).wait_for()
    look(page)
    follow(page.get_by_role("link", name="Planlæg et ekstraordinært møde"))


def the_meeting_is_planned_and_tells_what_came_of_it(page) -> None:
    assert page.get_by_label("Dato").input_value() == "08-01-2027"
    assert page.get_by_label("Slags").input_value() == "extraordinary"
    look(page)
    follow(page.get_by_role("button", name="Gem"))
    said(page, "Mødet er planlagt.")
    said(page, f"Høringen {NOT_ANSWERABLE} kan nu besvares på et ekstraordinært møde")
    page.get_by_role("heading", level=1, name=EXTRAORDINARY_MEETING).wait_for()
    look(page)
    follow(page.get_by_role("status").get_by_role("link", name=NOT_ANSWERABLE))


def the_hearing_can_be_answered(page) -> None:
    page.get_by_role("heading", name="Udsatterådet kan kun nå at svare på et ekstraordinært møde.").wait_for()
    assert page.get_by_role("heading", name=NO_MEETING).count() == 0
    look(page)
    follow(page.get_by_role("link", name="fredag d. 8. januar 2027", exact=True))


def the_lists_of_the_body_have_the_meeting(page) -> None:
    """The list of expected cases has the hearing under it, and the year wheel shows it."""
    follow(page.get_by_role("link", name="Sagsstyringsliste"))
    section(page, EXTRAORDINARY_MEETING).get_by_role("link", name=NOT_ANSWERABLE).wait_for()
    look(page)
    follow(page.get_by_role("navigation", name="Brødkrumme").get_by_role("link", name="Udsatterådet"))
    follow(page.get_by_role("link", name="Organets årshjul"))
    page.get_by_role("heading", name="Årshjul 2026").wait_for()
    look(page)
    follow(page.get_by_role("link", name="2027", exact=True))
    wheel = page.get_by_role("group", name="Årshjul 2027")
    wheel.get_by_role("link", name="Ekstraordinært møde, fredag d. 8. januar 2027").wait_for()
    look(page)
