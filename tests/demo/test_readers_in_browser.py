"""What the demo council waits for and is asked, read in a real browser: by a member on a phone, and by the public."""

import re

import pytest
from django.db.models import Q

from meetings.models import AgendaItem
from tests.demo.walking import (
    NO_MEETING,
    NOT_ANSWERABLE,
    SETTLED_KINDS,
    choose_in_menu,
    choose_list,
    every_kind,
    fact,
    fetch,
    follow,
    kinds_on,
    log_in,
    look,
    pages_of_the_list,
    section,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

OVERDUE = "Rådet ønsker en opfølgning i foråret 2026."
BY_MEETINGS = "Udvalget besluttede den 13. maj 2025, pkt. 16, at få en status på hvert 3. udvalgsmøde, indtil ventetiden er under 30 dage."


def test_a_member_goes_through_them_on_a_phone(on_a_phone):
    page = on_a_phone
    log_in(page, "member")
    waiting = the_front_page_counts_what_the_own_bodies_wait_for(page)
    choose_in_menu(page, "Hvad venter vi på?")
    running_hearings_say_how_many_days_are_left(page)
    the_list_of_the_own_bodies_has_the_overdue_first(page, waiting)
    it_can_be_narrowed_to_one_body(page, "Udsatterådet", waiting["Udsatterådet"])
    each_kind_is_on_the_list_of_all_bodies(page)
    what_follows_the_meetings_leads_to_its_sentence(page)
    the_hearing_nobody_can_answer_says_so(page)
    assert fetch(page, "/opfoelgning/bord/").status == 404


def the_front_page_counts_what_the_own_bodies_wait_for(page) -> dict[str, str]:
    """How much each waits for, as it is told: `16 venter, 2 overskredet`."""
    look(page)
    links = [tile.get_by_role("link").all_inner_texts() for tile in section(page, "Mine organer").get_by_role("listitem").all()]
    waiting = {names[0]: names[-1] for names in links}
    assert list(waiting) == ["Byrådet", "Socialudvalget", "Udsatterådet"]
    return waiting


def running_hearings_say_how_many_days_are_left(page) -> None:
    rows = section(page, "Høringer, der løber nu").locator(".row-item").all()
    told = [(row.get_by_role("link").inner_text(), row.get_by_role("strong").inner_text()) for row in rows]
    assert told == [(NOT_ANSWERABLE, "45 dage tilbage"), ("Plan for psykiatrien 2027-2030", "80 dage tilbage")]


def the_list_of_the_own_bodies_has_the_overdue_first(page, waiting: dict[str, str]) -> None:
    count, overdue = (sum(numbers) for numbers in zip(*map(numbers_in, waiting.values()), strict=True))
    assert numbers_in(chosen(page, "Mine råd")) == (count, overdue)
    headings, rows = [], 0
    late = section(page, "Overskredet").locator(".row-item")
    late.get_by_role("link", name=OVERDUE).wait_for()
    assert late.count() == page.locator(".is-overdue").count() == overdue
    for part in pages_of_the_list(page):
        headings += part.locator(".waits h2").all_inner_texts()
        rows += part.locator(".waits .row-item").count()
        no_form_is_offered(page)
    assert list(dict.fromkeys(headings)) == ["Overskredet", "Denne måned", "Senere", "Uden dato"]
    assert rows == count


def it_can_be_narrowed_to_one_body(page, name: str, waits: str) -> None:
    choose_list(page, name)
    look(page)
    assert numbers_in(chosen(page, name)) == numbers_in(waits)
    assert numbers_in(waits) == (page.locator(".waits .row-item").count(), page.locator(".is-overdue").count())
    page.get_by_role("link", name=OVERDUE).wait_for()
    assert page.get_by_role("link", name=BY_MEETINGS).count() == 0


def each_kind_is_on_the_list_of_all_bodies(page) -> None:
    choose_list(page, "Alle")
    found = set().union(*(kinds_on(part) for part in pages_of_the_list(page)))
    assert found == every_kind() - SETTLED_KINDS


def chosen(page, name: str) -> str:
    return page.get_by_role("navigation", name="Hvis liste").locator("[aria-current=page]", has_text=name).inner_text()


def numbers_in(told: str) -> tuple[int, int]:
    """How much waits, and how much of it is overdue: `9 venter` are 9 and 0."""
    waiting, overdue = [*map(int, re.findall(r"\d+", told)), 0][:2]
    return waiting, overdue


def what_follows_the_meetings_leads_to_its_sentence(page) -> None:
    choose_in_menu(page, "Hvad venter vi på?")
    follow(page.locator(".is-overdue").get_by_role("link", name=BY_MEETINGS))
    page.get_by_role("heading", name=BY_MEETINGS).wait_for()
    look(page)
    page.get_by_text("Overskredet med 77 dage").wait_for()
    assert fact(page, "Lovet") == "på hvert 3. udvalgsmøde, 8. september 2026"
    assert fact(page, "Gentages") == "Hvert 3. møde"
    no_form_is_offered(page)
    follow(page.get_by_role("link", name="Status på ventetid på støtte efter § 85"))
    sentence = page.locator("li:target")
    sentence.get_by_text(BY_MEETINGS).wait_for()
    assert sentence.evaluate("element => getComputedStyle(element).outlineStyle") == "solid"
    assert sentence.evaluate("element => element.getBoundingClientRect().top < innerHeight")
    look(page)


def the_hearing_nobody_can_answer_says_so(page) -> None:
    choose_in_menu(page, "Høringer")
    page.locator(".row-item", has_text=NOT_ANSWERABLE).get_by_text(NO_MEETING).wait_for()
    look(page)
    follow(page.locator(".row-item").get_by_role("link", name=NOT_ANSWERABLE))
    page.get_by_role("heading", name=NO_MEETING).wait_for()
    assert page.get_by_text("Der er to udveje:").is_visible()
    assert page.get_by_role("link", name="Planlæg et ekstraordinært møde").count() == 0
    no_form_is_offered(page)
    look(page)


def no_form_is_offered(page) -> None:
    assert page.get_by_role("main").locator("form[method=post], button").count() == 0
    assert page.get_by_role("link", name="Gå til sekretærens bord").count() == 0


def test_what_a_closed_item_asks_for_is_not_told_to_the_public(on_a_phone):
    """The demo's own closed items ask for nothing, so two of those that do are closed."""
    page = on_a_phone
    choose_in_menu(page, "Hvad venter vi på?")
    look(page)
    addresses = ["/opfoelgning/", "/opfoelgning/?side=2", "/hoeringer/", "/sagsstyringsliste/?organ=socialudvalget"]
    own = [page.get_by_role("link", name=name).first.get_attribute("href") for name in (BY_MEETINGS, NOT_ANSWERABLE)]
    told = "".join(fetch(page, address).text() for address in addresses)
    assert BY_MEETINGS in told
    assert NOT_ANSWERABLE in told
    asking = AgendaItem.objects.filter(Q(follow_ups__text=BY_MEETINGS) | Q(hearings__subject=NOT_ANSWERABLE))
    AgendaItem.objects.filter(pk__in=asking).update(closed=True)
    told = "".join(fetch(page, address).text() for address in addresses)
    assert OVERDUE in told
    assert BY_MEETINGS not in told
    assert NOT_ANSWERABLE not in told
    assert [fetch(page, address).status for address in own] == [404, 404]
