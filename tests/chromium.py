"""A real browser for the tests marked `browser`: fixture `page` is an empty Chromium page, to be pointed at `live_server`."""

import os
import shutil

import pytest

# Sandboxes need rights that a container's root has not; the rest keeps Chromium from calling out.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def chromium():
    """One running Chromium for all tests of the run."""
    path = shutil.which("chromium")
    if not path:
        pytest.skip("Chromium is not installed")
    from playwright.sync_api import sync_playwright

    # Playwright keeps an event loop in this thread, which Django would take for asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def page(chromium):
    """A page in an empty profile, Danish, as wide as a laptop. Fails the test when the page logs an error or breaks its own policy."""
    context = chromium.new_context(locale="da-DK", timezone_id="Europe/Copenhagen", viewport={"width": 1280, "height": 900})
    page = context.new_page()
    complaints = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    yield page
    context.close()
    assert not complaints, f"the browser complained: {complaints}"
