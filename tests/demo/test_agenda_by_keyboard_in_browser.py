"""The secretary makes the agenda of the demo council's next meeting from nothing by keyboard alone, from the front page until it is out."""

import pytest

from agendas.models import AgendaVersion
from meetings.models import Meeting
from tests.demo.keyboard import Keyboard
from tests.demo.walking import DESK, PHONE, log_in, look, said

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

FIRST, STATUS, POLICY = (
    "Godkendelse af dagsorden og tidsplan",
    "Status på Socialudvalgets plan for at nedbringe merforbrug",
    "Udsattepolitik 2027-2030",
)
WRITTEN, LIST, LAST = "Budgetopfølgning pr. 31. oktober", "Sagsstyringsliste", "Gensidig orientering"
MOST_KEYS = 120  # two minutes at one key a second


def test_the_agenda_is_made_and_sent_with_few_keys(at_a_desk):
    page = at_a_desk
    log_in(page, "secretary")
    keys = Keyboard(page)
    the_front_page_leads_to_the_agenda_that_is_due(keys)
    what_waits_is_put_on(keys)
    an_item_is_written(keys)
    each_gets_its_minutes(keys)
    one_is_moved_and_gets_a_guest(keys)
    the_plan_adds_up(page)
    the_chair_has_approved_it(keys)
    it_is_sent(keys)
    assert keys.pressed <= MOST_KEYS


def the_front_page_leads_to_the_agenda_that_is_due(keys) -> None:
    keys.skip_to_content()
    keys.tab_to("Åbn dagsordenen: Økonomiudvalget")
    keys.follow()


def what_waits_is_put_on(keys) -> None:
    keys.press("Alt+v")
    keys.tab_to(f"Sæt på : {STATUS}")
    for title in (STATUS, POLICY, FIRST, LIST, LAST):
        assert keys.focused == f"Sæt på : {title}"
        keys.press("Enter")
        on_the_agenda(keys.page, title)


def an_item_is_written(keys) -> None:
    keys.press("Alt+n")
    keys.write(WRITTEN)
    keys.press("Tab", "Tab")
    keys.write("25")
    keys.press("Enter")
    on_the_agenda(keys.page, WRITTEN)


def each_gets_its_minutes(keys) -> None:
    keys.press("Alt+p", "Tab")
    for title, minutes in ((FIRST, "5"), (STATUS, "20"), (POLICY, "30"), (WRITTEN, ""), (LIST, "10"), (LAST, "10")):
        assert keys.focused == f"Minutter: {title}"
        if minutes:
            keys.write(minutes)
        keys.press("Enter")
        settled(keys.page)
    assert keys.focused == "Nyt punkt"


def one_is_moved_and_gets_a_guest(keys) -> None:
    keys.press("Alt+p", "Tab", "Enter", "Enter")
    assert keys.focused == f"Minutter: {POLICY}"
    keys.press("Alt+ArrowDown")
    keys.page.get_by_text(f"»{POLICY}« er nr. 4 nu.").wait_for()
    settled(keys.page)
    keys.tab_to(f"Ret: {POLICY}")
    keys.press("Enter")
    keys.page.get_by_label("Titel").and_(keys.page.locator(":focus")).wait_for()
    keys.tab_to("Deltagere udefra")
    keys.write("Tine Horn, 14.30-16")
    keys.press("Control+Enter")
    keys.page.get_by_text("Tine Horn (14.30–16.00)").wait_for()
    settled(keys.page)


def the_plan_adds_up(page) -> None:
    clock = [
        (row.locator(".board-clock").inner_text(), row.locator(".board-title a").inner_text()) for row in page.locator(".board-row").all()
    ]
    assert clock == [
        ("14.00", FIRST),
        ("14.05", STATUS),
        ("14.25", WRITTEN),
        ("14.50", POLICY),
        ("15.20", LIST),
        ("15.30", LAST),
    ]
    assert page.locator(".board-end").inner_text() == "15.40 Slut – 80 minutter tilovers"
    assert page.locator(".board-findings").count() == 0
    for size in (DESK, PHONE):
        page.set_viewport_size(size)
        look(page)
    page.set_viewport_size(DESK)


def the_chair_has_approved_it(keys) -> None:
    with keys.page.expect_navigation():
        keys.press("Alt+g")
    keys.skip_to_content()
    keys.tab_to("Formanden har godkendt den")
    keys.follow()
    said(keys.page, "Dagsordenen er godkendt, som den står.")


def it_is_sent(keys) -> None:
    with keys.page.expect_navigation():
        keys.press("Alt+g")
    keys.skip_to_content()
    keys.tab_to("Offentliggør dagsordenen")
    keys.follow()
    said(keys.page, "Dagsordenen er offentliggjort.")
    sent = AgendaVersion.objects.get(kind=AgendaVersion.Kind.SENT)
    items = list(Meeting.objects.get(pk=sent.meeting_id).items.order_by("position"))
    assert [item.title for item in items] == [FIRST, STATUS, WRITTEN, POLICY, LIST, LAST]
    assert [item.number - items[0].number for item in items] == [0, 1, 2, 3, 4, 5]


def on_the_agenda(page, title: str) -> None:
    page.get_by_text(f"»{title}« står på dagsordenen nu.").wait_for()
    settled(page)


def settled(page) -> None:
    """Waits until the answer is shown, and the focus is where it belongs."""
    page.locator("#board:not([data-focus]):not(:has(.htmx-request))").wait_for()
    page.locator(".htmx-request, .htmx-swapping, .htmx-settling").first.wait_for(state="detached")
