"""Doubts and the disqualified in a real browser: answered by keyboard alone, on a phone, and against WCAG 2.2 AA."""

import pytest

from meetings.models import AgendaItem
from minutes import services
from minutes.models import Import
from reader import facts
from tests import factories as f
from tests.browser.test_accessibility import violations
from tests.importing.documents import simple
from tests.importing_pages.desk import NOW, reviewed
from tests.importing_pages.test_in_browser import PHONE, open_page, secretary

__all__ = ["open_page", "secretary"]
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def doubtful(secretary) -> Import:
    """A reading with an item in doubt and a closed one with a disqualified name that is nobody's for certain."""
    f.MembershipFactory(body=secretary.secretary_assignments.get().body, person__name="Amina Haddad")
    place = facts.TextPlace(1, 3, 3)
    minutes = simple("Varmestue", "Rejsekort", "Klagesag", decision="Godkendt.")
    _open, in_doubt, closed = minutes.items
    in_doubt.closed = in_doubt.in_doubt = closed.closed = True
    closed.absences = [facts.Absence("Viggo Storm", "did_not_participate", place, disqualified=True)]
    minutes.warnings.append(facts.Warning("maybe_closed", 2, {"words": "for lukkede døre"}, "Behandlet for lukkede døre.", place))
    return reviewed(minutes, by=secretary)


@pytest.fixture
def items(doubtful, secretary) -> list[AgendaItem]:
    services.apply(import_=doubtful, by=secretary, now=NOW, publish=False)
    return list(AgendaItem.objects.order_by("position"))


def check(page, address: str) -> None:
    page.wait_for_load_state("load")
    assert violations(page) == [], address
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), f"{address} is wider than the screen"


@pytest.mark.parametrize("size", [None, PHONE], ids=["laptop", "phone"])
def test_no_page_breaks_wcag(open_page, page, doubtful, secretary, size):
    if size:
        page.set_viewport_size(size)
    open_page(doubtful.get_absolute_url())
    check(page, "the review")
    meeting = services.apply(import_=doubtful, by=secretary, now=NOW, publish=False).meeting
    items = [item.get_absolute_url() for item in meeting.items.filter(closed=True)]
    for address in [meeting.get_absolute_url(), f"{meeting.get_absolute_url()}offentliggoer/referat/", *items]:
        open_page(address)
        check(page, address)


def test_a_doubt_is_answered_and_taken_back_by_keyboard_alone(open_page, doubtful):
    page = open_page(doubtful.get_absolute_url())
    page.get_by_role("button", name="Lukket Punkt 2").focus()
    page.keyboard.press("Enter")
    page.get_by_text("Svaret er: lukket.").wait_for()
    assert page.url.endswith("#doubt-2")
    page.get_by_role("button", name="Fortryd svaret Punkt 2").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Åbent Punkt 2").wait_for()


def test_who_is_meant_is_said_on_the_items_page(open_page, items):
    page = open_page(items[2].get_absolute_url())
    page.get_by_label("Viggo Storm var inhabil. Hvilket medlem er det?").select_option("Amina Haddad")
    page.get_by_role("button", name="Gem").click()
    page.get_by_text("Amina Haddad er udelukket fra punktet.").wait_for()
    assert [person.name for person in items[2].shut_out.all()] == ["Amina Haddad"]
