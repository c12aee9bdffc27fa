"""After the log-out, going back shows nothing of what was read before it."""

import pytest

pytestmark = pytest.mark.browser


@pytest.fixture
def page(chromium, live_server, client, register):
    """The secretary's browser. Unlike elsewhere it may be told that a page is not there: that is what is wanted here."""
    client.force_login(register["secretary"])
    context = chromium.new_context(locale="da-DK")
    context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}])
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("place", ["closed item", "meeting", "import"])
def test_the_back_button_asks_the_service_again(page, live_server, register, place):
    closed = register["closed"]
    places = {"closed item": closed.get_absolute_url(), "meeting": closed.meeting.get_absolute_url(), "import": "/import/"}
    words = {"closed item": "Klagesag", "meeting": "Klagesag", "import": "Importér referater"}[place]
    page.goto(live_server.url + places[place])
    assert words in page.content()
    page.get_by_role("button", name="Log ud").click()
    page.get_by_role("link", name="Log ind").wait_for()
    page.go_back(wait_until="load")
    assert words not in page.content()
