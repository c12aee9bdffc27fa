"""A secretary plans a meeting: what there is to say of the day stands there while it is typed, and without scripts before it is saved."""

import pytest

pytestmark = pytest.mark.browser

CHRISTMAS = "er ingen hverdag, men juledag."


def test_the_day_is_told_of_while_it_is_typed_and_then_saved_at_once(visit, register, log_in):
    log_in(register["secretary"])
    page = visit(f"/moeder/nyt/?organ={register['item'].body.slug}")
    page.get_by_label("Dato").fill("25-12-2099")
    page.get_by_label("Sted").focus()
    page.get_by_text(CHRISTMAS).wait_for()
    assert page.get_by_text("Dagsordenen skal sendes ud senest fredag d. 18. december 2099.").is_visible()
    page.get_by_role("button", name="Gem").click()
    page.get_by_text("Mødet er planlagt.").wait_for()
    assert page.get_by_role("heading", level=1).inner_text() == "Møde fredag d. 25. december 2099"


def test_without_scripts_one_sees_it_before_it_is_saved(chromium, live_server, register, client):
    client.force_login(register["secretary"])
    context = chromium.new_context(java_script_enabled=False, locale="da-DK")
    context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}])
    page = context.new_page()
    page.goto(f"{live_server.url}/moeder/nyt/?organ={register['item'].body.slug}")
    page.get_by_label("Dato").fill("25-12-2099")
    page.get_by_role("button", name="Gem").click()
    assert page.get_by_text(CHRISTMAS).is_visible()
    page.get_by_role("button", name="Gem alligevel").click()
    assert page.get_by_text("Mødet er planlagt.").is_visible()
    context.close()
