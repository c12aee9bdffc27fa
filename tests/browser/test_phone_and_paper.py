"""On a phone nothing sticks out to the side; on paper only what can be read is printed."""

import pytest
from django.utils import timezone

from reminders import services

pytestmark = pytest.mark.browser

# The body hides what sticks out, so the page's own width would not tell. Tables scroll in a box of their own.
STICKS_OUT = """[...document.querySelectorAll('body *')].filter(element => {
    const box = element.getBoundingClientRect();
    const hidden = element.closest('.table--responsive-scroll, .sr-only, .skipnav, .mobile-drawer');
    return box.width && !hidden && (box.right > innerWidth + 1 || box.left < -1);
}).map(element => element.outerHTML.slice(0, 120))"""


LARGE_LETTERS = """() => {
    const root = document.documentElement;
    root.style.fontSize = 2 * parseFloat(getComputedStyle(root).fontSize) + "px";
}"""


@pytest.mark.parametrize("width", [320, 390])
def test_nothing_sticks_out_on_a_phone(visit, register, width):
    for name in register["pages"]:
        page = visit(name)
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(STICKS_OUT) == [], name
        if width == 390:
            page.evaluate(LARGE_LETTERS)
            assert page.evaluate(STICKS_OUT) == [], f"{name}, with letters twice as large"


def test_letters_twice_as_large_make_no_page_of_the_secretarys_wider(visit, register, log_in):
    log_in(register["secretary"])
    services.update_plan(now=timezone.now())
    for name in ("/", "case", "hearing", "/paamindelser/"):
        page = visit(name)
        page.set_viewport_size({"width": 390, "height": 844})
        page.evaluate(LARGE_LETTERS)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, name


def test_without_scripts_the_menu_is_there_on_a_phone(chromium, live_server):
    context = chromium.new_context(java_script_enabled=False, locale="da-DK", viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(f"{live_server.url}/sager/")
    assert page.get_by_role("link", name="Høringer").is_visible()
    assert page.get_by_role("link", name="Log ind").is_visible()
    assert not page.get_by_role("button", name="Menu").is_visible()
    context.close()


def test_what_is_touched_is_large_enough(visit):
    """WCAG 2.2, 2.5.8: 24 pixels, for buttons and fields; links in running text are excepted."""
    page = visit("cases")
    page.set_viewport_size({"width": 390, "height": 844})
    small = page.evaluate(
        "[...document.querySelectorAll('button, input, select, .pages a')]"
        ".map(e => [e.outerHTML.slice(0, 80), e.getBoundingClientRect()])"
        ".filter(([, box]) => box.width && (box.width < 24 || box.height < 24)).map(([html]) => html)"
    )
    assert small == []


@pytest.mark.parametrize("name", ["case", "item", "meeting"])
def test_paper_leaves_out_what_can_only_be_clicked(visit, name):
    page = visit(name)
    page.emulate_media(media="print")
    for selector in (".navigation-menu", ".breadcrumbs", ".neighbours", ".provenance", ".skipnav"):
        for element in page.locator(selector).all():
            assert not element.is_visible(), selector
    assert page.get_by_role("heading", level=1).is_visible()


def test_an_item_prints_whole(visit):
    page = visit("item")
    page.emulate_media(media="print")
    for told in ("Beslutning", "Indstilling", "Taget til efterretning", "Sagsfremstilling", "Herberget", "Bilag"):
        assert page.get_by_text(told).first.is_visible()
    assert page.pdf(format="A4").startswith(b"%PDF")
