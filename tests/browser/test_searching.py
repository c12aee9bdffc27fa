"""Search as you type, and the same search without scripts."""

import pytest

pytestmark = pytest.mark.browser


def test_the_list_follows_what_is_typed_and_so_does_the_address(visit):
    page = visit("cases")
    page.get_by_role("searchbox").type("havnegade")
    page.wait_for_url("**/sager/?q=havnegade**")
    page.get_by_role("link", name="Budget for rådets arbejde").first.wait_for(state="detached")
    assert page.locator(".case-row").count() == 1
    assert page.get_by_role("status").inner_text() == "1 sag på side 1"
    assert page.get_by_role("searchbox").evaluate("field => field === document.activeElement"), "typing goes on undisturbed"


def test_going_back_brings_the_whole_list_back(visit):
    page = visit("cases")
    page.get_by_role("searchbox").type("havnegade")
    page.wait_for_url("**/sager/?q=havnegade**")
    page.go_back()
    page.get_by_role("link", name="Budget for rådets arbejde").first.wait_for()
    assert page.get_by_role("searchbox").input_value() == ""


def test_nothing_read_is_left_in_the_browsers_store(visit):
    page = visit("cases")
    page.get_by_role("searchbox").type("havnegade")
    page.wait_for_url("**/sager/?q=havnegade**")
    assert "Natvarmestue" not in page.evaluate("JSON.stringify([localStorage, sessionStorage])")


def test_choosing_a_body_narrows_at_once(visit):
    page = visit("cases")
    page.get_by_label("Organ").select_option("Social- og Beskæftigelsesudvalget 2018-2021")
    page.wait_for_url("**organ=social**")
    page.get_by_role("link", name="Budget for rådets arbejde").first.wait_for(state="detached")
    assert page.locator(".case-row").count() == 1


def test_without_scripts_the_form_searches_the_same(chromium, live_server, register):
    context = chromium.new_context(java_script_enabled=False, locale="da-DK")
    page = context.new_page()
    page.goto(live_server.url + "/sager/")
    page.get_by_role("searchbox").fill("havnegade")
    page.get_by_role("main").get_by_role("button", name="Søg").click()
    assert "q=havnegade" in page.url
    assert page.locator(".case-row").count() == 1
    context.close()
