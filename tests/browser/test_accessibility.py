"""No page breaks WCAG 2.2 AA, as far as axe can tell, on a laptop and on a phone."""

import pytest
from django.utils import timezone

from reminders import services
from reminders.models import Reminder
from tests.browser.conftest import AXE
from tests.browser.every_part import ADDRESS

pytestmark = pytest.mark.browser

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
PHONE, LAPTOP = {"width": 390, "height": 844}, {"width": 1280, "height": 900}


def violations(page) -> list[str]:
    page.evaluate(AXE)
    found = page.evaluate("rules => axe.run(document, rules)", RULES)["violations"]
    return [f"{broken['id']}: {node['target']} {node['failureSummary']}" for broken in found for node in broken["nodes"]]


@pytest.mark.parametrize("size", [PHONE, LAPTOP], ids=["phone", "laptop"])
def test_every_page_for_the_public(visit, register, size):
    for name in register["pages"]:
        page = visit(name)
        page.set_viewport_size(size)
        assert violations(page) == [], name


def test_every_page_for_the_secretary(visit, register, log_in):
    log_in(register["secretary"])
    item = register["item"]
    managed = [
        "/forside/",
        "/opfoelgning/bord/",
        f"/forloeb/{item.case.number}/",
        f"{item.meeting.get_absolute_url()}traek-tilbage/referat/",
    ]
    coming = item.body.meetings.order_by("date").last().get_absolute_url()
    managed += [f"/moeder/nyt/?organ={item.body.slug}&dato=2018-06-05", f"{coming}ret/", f"{coming}aflys/"]
    plan = f"/organer/{item.body.slug}/moedeplan/"
    rule = "pattern=maaned&place_in_month=3&weekday=2&every=1&first=01-01-2018&last=31-12-2018&start=16.00&end=18.00&place=Salen"
    managed += [plan, f"{plan}?{rule}"]
    services.update_plan(now=timezone.now())
    managed += ["/paamindelser/", "/paamindelser/indstillinger/", "/paamindelser/regler/", f"/paamindelser/regler/{item.body.slug}/report/"]
    managed += [f"/paamindelser/{Reminder.objects.filter(body=item.body).first().pk}/"]
    for name in [*register["pages"], *managed, register["closed"].get_absolute_url()]:
        if name != "log-in":
            assert violations(visit(name)) == [], name


@pytest.mark.parametrize("size", [PHONE, LAPTOP], ids=["phone", "laptop"])
def test_every_badge_state_and_error(page, live_server, settings, size):
    settings.ROOT_URLCONF = "tests.browser.every_part"
    page.set_viewport_size(size)
    page.goto(f"{live_server.url}/{ADDRESS}")
    page.get_by_role("heading", name="Alle dele").wait_for()
    assert violations(page) == []
    assert page.evaluate("document.activeElement.className") == "alert alert-error"
    assert page.title().startswith("Fejl: ")


def test_the_open_menu_of_a_phone(visit):
    page = visit("cases")
    page.set_viewport_size(PHONE)
    page.reload()
    page.get_by_role("button", name="Menu").click()
    page.evaluate("Promise.all(document.getAnimations().map(animation => animation.finished))")
    assert violations(page) == []


def test_a_failed_log_in(visit):
    page = visit("log-in")
    page.get_by_label("Brugernavn").fill("ingen")
    page.get_by_label("Adgangskode").fill("forkert")
    page.get_by_role("main").get_by_role("button", name="Log ind").click()
    page.get_by_text("Du blev ikke logget ind").wait_for()
    assert violations(page) == []
