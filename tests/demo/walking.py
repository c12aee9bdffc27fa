"""Walking the demo council's pages in a browser as its people do: by menu, links and buttons, looking at each page."""

from collections.abc import Iterator
from urllib.parse import urljoin

from django.utils.text import capfirst
from playwright.sync_api import APIResponse, Locator

from followups.models import FollowUp, PlannedTreatment
from secretariat.demo_logins import LOGINS
from tests.browser.test_accessibility import violations
from tests.browser.test_phone_and_paper import STICKS_OUT

PHONE, SMALL_PHONE, DESK = {"width": 390, "height": 844}, {"width": 320, "height": 640}, {"width": 1280, "height": 900}

# The demo's bodies have been given what they waited for of these: the secretary finds them among the answered.
SETTLED_KINDS = {"Høringssvar", "Ekstraordinært møde"}
NOT_ANSWERABLE = "Forslag om fælles åbningstider på væresteder"
NO_MEETING = "Udsatterådet har intet møde i kalenderen, hvor det kan nå at svare."

UNFOLD = "document.querySelectorAll('details:not([open])').forEach(folded => { folded.open = true; folded.dataset.folded = '' })"
FOLD = "document.querySelectorAll('[data-folded]').forEach(folded => { folded.open = false; delete folded.dataset.folded })"


def look(page) -> None:
    """Unfolded, the page breaks no rule of WCAG 2.2 AA, and nothing sticks out to the side, on a phone of any size either."""
    sizes = [PHONE, SMALL_PHONE] if page.viewport_size == PHONE else [page.viewport_size]
    page.evaluate(UNFOLD)
    assert violations(page) == [], page.url
    for size in sizes:
        page.set_viewport_size(size)
        assert page.evaluate(STICKS_OUT) == [], (page.url, size)
    page.set_viewport_size(sizes[0])
    page.evaluate(FOLD)


def follow(link: Locator) -> None:
    """Clicks it, and waits for the page it leads to."""
    with link.page.expect_navigation():
        link.click()


def log_in(page, role: str) -> None:
    login = next(login for login in LOGINS if login.role == role)
    choose_in_account(page, "Log ind")
    page.get_by_label("Brugernavn").fill(login.username)
    page.get_by_label("Adgangskode").fill(login.password)
    look(page)
    follow(page.get_by_role("main").get_by_role("button", name="Log ind"))


def choose_in_account(page, name: str) -> None:
    follow(open_menu(page, within=".portal-user").get_by_role("link", name=name))


def choose_in_menu(page, name: str) -> None:
    follow(open_menu(page, within=".navigation-menu").get_by_role("link", name=name))
    page.get_by_role("heading", level=1, name=name).wait_for()


def open_menu(page, *, within: str) -> Locator:
    """On a phone all of the menu, which has to be opened; at a desk the part of the page that has it."""
    if page.viewport_size != PHONE:
        return page.locator(within)
    page.get_by_role("button", name="Menu").click()
    return page.get_by_role("dialog", name="Menu")


def choose_list(page, name: str) -> None:
    follow(page.get_by_role("navigation", name="Hvis liste").get_by_role("link", name=name))


def pages_of_the_list(page) -> Iterator[Locator]:
    """The list from its first page to its last, each looked at."""
    while True:
        look(page)
        yield page.get_by_role("main")
        onwards = page.get_by_role("link", name="Næste side")
        if not onwards.count():
            return
        follow(onwards)


def fetch(page, address: str) -> APIResponse:
    """What the browser is answered there, where it stays on its page."""
    return page.request.get(urljoin(page.url, address))


def section(page, heading: str) -> Locator:
    return page.get_by_role("region", name=heading, exact=True)


def fact(page, name: str) -> str:
    return page.locator("dl.facts div", has=page.locator("dt", has_text=name)).locator("dd").inner_text()


def said(page, text: str) -> None:
    page.get_by_role("status").or_(page.get_by_role("alert")).filter(has_text=text).first.wait_for()


def every_kind() -> set[str]:
    return {capfirst(str(name)) for name in (*FollowUp.Kind.labels, PlannedTreatment._meta.verbose_name)}


def kinds_on(part: Locator) -> set[str]:
    return set(part.locator(".row-item .badge-info, .desk-kind").all_inner_texts()) & every_kind()


def open_the_desk(page, body: str = "") -> None:
    choose_in_menu(page, "Hvad venter vi på?")
    follow(page.get_by_role("link", name="Gå til sekretærens bord"))
    page.get_by_role("heading", name="Sekretærens bord").wait_for()
    if body:
        choose_list(page, body)


def narrow(page, state: str) -> None:
    page.get_by_label("Tilstand").select_option(state)
    follow(page.get_by_role("button", name="Vis", exact=True))
    assert page.get_by_role("heading", name="Listen").evaluate("heading => heading.getBoundingClientRect().top < innerHeight")


def open_one(page, what: str) -> None:
    follow(page.locator(".todo").get_by_role("link", name=what))
    page.get_by_role("heading", level=1, name=what).wait_for()


def act(page, name: str) -> Locator:
    """The form of that name, unfolded."""
    page.locator("summary", has_text=name).click()
    return page.locator("details[open]")


def tick(page, *whats: str) -> None:
    for what in whats:
        page.locator(".todo", has_text=what).get_by_role("checkbox").check()


def download(page, name: str) -> bytes:
    with page.expect_download() as saved:
        page.get_by_role("link", name=name).click()
    return saved.value.path().read_bytes()
