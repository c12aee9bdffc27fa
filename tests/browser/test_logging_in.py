"""Log-in, passwords and a session that ends, in a browser: no page breaks WCAG, none runs a script of another, and no typed text is lost."""

import re

import pytest
from django.core import mail

from tests import factories as f
from tests.browser.test_accessibility import LAPTOP, PHONE, violations

pytestmark = pytest.mark.browser

WRITTEN = "Vi mødes på biblioteket i stedet for på rådhuset, fordi salen males."


@pytest.fixture
def fill_in(visit):
    def go(name: str = "sekretaer", password: str = f.PASSWORD, page=None):
        page = page or visit("/konto/log-ind/")
        page.get_by_label("Brugernavn").fill(name)
        page.get_by_label("Adgangskode").fill(password)
        page.get_by_role("main").get_by_role("button", name="Log ind").click()
        return page

    return go


def test_five_wrong_passwords_close_the_door_for_a_while(fill_in, register):
    for _ in range(6):
        page = fill_in(password="forkert")
        page.get_by_text("Du blev ikke logget ind").wait_for()
    assert page.get_by_text("For mange forsøg er slået fejl.").is_visible()
    for size in (PHONE, LAPTOP):
        page.set_viewport_size(size)
        assert violations(page) == []


def test_a_link_opened_first_is_where_one_ends(fill_in, visit, register):
    closed = register["closed"]
    wanted = f"{closed.meeting.get_absolute_url()}loefter/"
    page = fill_in(page=visit(wanted))
    page.wait_for_url(f"**{wanted}", wait_until="commit")


def test_a_forgotten_password_is_replaced_by_the_mails_link(visit, register, live_server):
    page = visit("/konto/log-ind/")
    page.get_by_role("link", name="Glemt adgangskoden?").click()
    page.get_by_label("Mailadresse").fill(register["secretary"].email)
    assert violations(page) == []
    page.get_by_role("button", name="Send linket").click()
    page.get_by_role("heading", name="Se i din mail").wait_for()
    assert violations(page) == []
    page.goto(re.search(r"http://\S+/ny-adgangskode/\S+", mail.outbox[0].body)[0])
    assert violations(page) == []
    for label in ("Ny adgangskode", "Ny adgangskode en gang til"):
        page.get_by_label(label, exact=True).fill("havnens-nye-lys-7")
    page.get_by_role("button", name="Gem adgangskoden").click()
    page.get_by_text("Din adgangskode er skiftet.").wait_for()


def test_the_own_password_is_changed_from_the_top_of_the_page(visit, register, log_in):
    log_in(register["secretary"])
    page = visit("front page")
    page.get_by_role("link", name="Skift adgangskode").click()
    page.get_by_label("Nuværende adgangskode").fill("forkert")
    page.get_by_role("button", name="Skift adgangskoden").click()
    page.locator(".form-error-message").get_by_text("Det er ikke din nuværende adgangskode.").wait_for()
    for size in (PHONE, LAPTOP):
        page.set_viewport_size(size)
        assert violations(page) == []


@pytest.fixture
def office(chromium, live_server, register, client):
    """The secretary's browser. It may say that it was refused: the page that keeps the text is a refusal."""
    client.force_login(register["secretary"])
    context = chromium.new_context(locale="da-DK")
    context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}])
    yield context.new_page()
    context.close()


def test_a_button_that_changes_a_part_of_the_page_shows_the_whole_log_in(office, live_server, register, client, fill_in):
    office.goto(f"{live_server.url}{register['item'].meeting.get_absolute_url()}loefter/")
    client.session.flush()
    office.locator(".obligation").first.get_by_role("button", name="Godkend").click()
    office.get_by_role("heading", name="Du er blevet logget ud").wait_for()
    assert office.get_by_role("main").count() == 1
    fill_in(page=office)
    office.get_by_role("button", name="Send det nu").click()
    office.wait_for_url("**/loefter/**", wait_until="commit")


def test_what_was_typed_when_the_session_had_ended_is_saved_after_the_log_in(office, live_server, register, client, fill_in):
    meeting = register["item"].body.meetings.order_by("date").last()
    page = office
    page.goto(f"{live_server.url}{meeting.get_absolute_url()}ret/")
    page.get_by_label("Sted").fill(WRITTEN)
    client.session.flush()
    page.get_by_role("button", name="Gem").click()
    page.get_by_role("heading", name="Du er blevet logget ud").wait_for()
    assert violations(page) == []
    fill_in(page=page)
    page.get_by_role("heading", name="Send det, du skrev").wait_for()
    assert page.get_by_text(WRITTEN).is_visible()
    for size in (PHONE, LAPTOP):
        page.set_viewport_size(size)
        assert violations(page) == []
    page.get_by_role("button", name="Send det nu").click()
    page.get_by_text("Mødet er rettet.").wait_for()
    meeting.refresh_from_db()
    assert meeting.place == WRITTEN
