"""Everything can be reached and used without a mouse, and one sees where one is."""

import pytest

pytestmark = pytest.mark.browser

FOCUSED = "document.activeElement"


def focused_text(page) -> str:
    return page.evaluate(f"{FOCUSED}.name || {FOCUSED}.innerText.trim()")


def test_the_first_stop_skips_to_the_content(visit):
    page = visit("case")
    page.keyboard.press("Tab")
    assert focused_text(page) == "Gå til sidens indhold"
    page.evaluate("Promise.all(document.getAnimations().map(animation => animation.finished))")
    assert page.evaluate(f"{FOCUSED}.getBoundingClientRect().top") >= 0, "the skip link is seen when it has focus"
    page.keyboard.press("Enter")
    assert page.evaluate(f"{FOCUSED}.id") == "main-content"
    page.keyboard.press("Tab")
    assert page.evaluate(f"document.querySelector('main').contains({FOCUSED})")


def test_the_stops_come_in_the_order_one_reads(visit):
    page = visit("cases")
    stops = []
    for _ in range(14):
        page.keyboard.press("Tab")
        stops.append(focused_text(page))
    assert stops == [
        "Gå til sidens indhold",
        "Sekretariatet",
        "Log ind",
        "Sager",
        "Møder",
        "Hvad venter vi på?",
        "Høringer",
        "Organer",
        "Personer",
        "Forside",
        "q",
        "Søg",
        "organ",
        "aar",
    ]


def test_every_stop_of_a_page_shows_that_it_has_focus(visit):
    page = visit("item")
    for _ in range(page.locator("main a, main button, main input, main select, header a").count()):
        page.keyboard.press("Tab")
        if page.evaluate(f"{FOCUSED} === document.body"):
            break
        outline = page.evaluate(f"getComputedStyle({FOCUSED}).outlineStyle")
        assert outline != "none", focused_text(page)


def test_the_menu_of_a_phone_opens_and_closes_by_keyboard_and_gives_focus_back(visit):
    page = visit("cases")
    page.set_viewport_size({"width": 390, "height": 844})
    page.reload()
    page.get_by_role("button", name="Menu").focus()
    page.keyboard.press("Enter")
    assert page.get_by_role("dialog").get_by_role("link", name="Møder").is_visible()
    assert focused_text(page) == "Luk"
    page.keyboard.press("Escape")
    assert not page.get_by_role("dialog").is_visible()
    assert focused_text(page) == "Menu"


def test_one_logs_in_and_out_by_keyboard(visit, register):
    from tests.factories import PASSWORD

    page = visit("log-in")
    page.get_by_label("Brugernavn").focus()
    page.keyboard.type("sekretaer")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Mine organer").wait_for()
    page.get_by_role("button", name="Log ud").press("Enter")
    page.get_by_role("link", name="Log ind").wait_for()
