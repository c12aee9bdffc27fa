"""The secretary makes the agenda of a coming meeting from nothing, by keyboard alone; two who make it see each other's changes."""

import datetime as dt

import pytest
from django.utils import timezone

from meetings.models import AgendaItem
from tests import factories as f
from tests.browser.test_accessibility import LAPTOP, PHONE, violations

pytestmark = pytest.mark.browser


@pytest.fixture
def coming(register):
    """A meeting in some weeks, with a promise that wants a place on it."""
    today = timezone.localdate()
    body = register["item"].body
    meeting = f.MeetingFactory(body=body, date=today + dt.timedelta(days=30))
    f.OccurrenceFactory(follow_up__item=register["item"], follow_up__kind="return", body=body, due_start=today, due_end=meeting.date)
    return meeting


def titles(meeting) -> list[str]:
    return list(AgendaItem.objects.filter(meeting=meeting).order_by("position").values_list("title", flat=True))


def press(page, name: str, then: str) -> None:
    """Go to the button as by Tab and press it, and wait until the page says what came of it."""
    page.get_by_role("button", name=name).first.focus()
    page.keyboard.press("Enter")
    told(page, then)


def told(page, text: str) -> None:
    """Wait until the page says it, and has put the focus where it belongs."""
    page.get_by_text(text).wait_for()
    page.locator("#board:not([data-focus])").wait_for()


def add(page, title: str, minutes: str) -> None:
    page.locator("#id_ny-title").focus()
    page.keyboard.type(title)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.type(minutes)
    page.keyboard.press("Enter")
    page.get_by_text(f"»{title}« står på dagsordenen nu.").wait_for()
    page.locator("#id_ny-title:focus").wait_for()


def test_an_agenda_is_made_by_keyboard_alone(visit, register, coming, log_in):
    log_in(register["secretary"])
    page = visit(f"/moeder/{coming.pk}/dagsorden/")
    for title in ("Godkendelse af dagsorden og tidsplan", register["item"].title, "Gensidig orientering"):
        press(page, f"Sæt på : {title}", f"»{title}« står på dagsordenen nu.")
    add(page, "Perron 4", "30")
    add(page, "Ny tavle", "15")
    page.get_by_role("link", name="Ny tavle", exact=True).focus()
    page.keyboard.press("Alt+ArrowUp")
    told(page, "»Ny tavle« er nr. 3 nu.")
    assert titles(coming) == [
        "Godkendelse af dagsorden og tidsplan",
        register["item"].title,
        "Ny tavle",
        "Perron 4",
        "Gensidig orientering",
    ]
    press(page, "Fortryd: et punkt blev flyttet", "Fortrudt: et punkt blev flyttet.")
    assert titles(coming)[2:4] == ["Perron 4", "Ny tavle"]
    for size in (LAPTOP, PHONE):
        page.set_viewport_size(size)
        assert violations(page) == []


def test_two_who_make_it_see_each_others_change(visit, register, coming, log_in, chromium, page, live_server):
    item = f.AgendaItemFactory(meeting=coming, title="Torvet", number=None)
    log_in(register["secretary"])
    address = f"/moeder/{coming.pk}/dagsorden/?ret={item.pk}"
    mine = visit(address)
    other = chromium.new_context(locale="da-DK")
    other.add_cookies(page.context.cookies())
    theirs = other.new_page()
    theirs.goto(live_server.url + address)
    theirs.get_by_label("Titel").fill("Torvet og gaden")
    theirs.get_by_role("button", name="Gem").click()
    theirs.get_by_role("link", name="Torvet og gaden", exact=True).wait_for()
    mine.get_by_label("Titel").fill("Torvets fremtid")
    mine.get_by_role("button", name="Gem").click()
    mine.get_by_text("Imens har en anden skrevet »Torvet og gaden« her").wait_for()
    other.close()
    assert titles(coming) == ["Torvet og gaden"]


def test_a_case_is_found_as_it_is_typed_and_an_item_is_closed_with_its_ground_and_text(visit, register, coming, log_in):
    log_in(register["secretary"])
    case = register["item"].case
    page = visit(f"/moeder/{coming.pk}/dagsorden/")
    page.locator("#id_ny-title").fill("Natvarmestuen igen")
    page.locator("#id_ny-case").press_sequentially("natvarmestue")
    page.get_by_role("radio", name=case.number).first.check()
    page.get_by_role("button", name="Tilføj", exact=True).click()
    told(page, "»Natvarmestuen igen« står på dagsordenen nu.")
    item = AgendaItem.objects.get(title="Natvarmestuen igen")
    assert item.case == case
    page.get_by_role("link", name="Ret : Natvarmestuen igen").click()
    page.get_by_label("Lukket med hjemmel i").wait_for(state="hidden")
    page.get_by_label("Lukket: ikke for offentligheden").check()
    page.get_by_label("Lukket med hjemmel i").select_option("fvl_27")
    page.get_by_text("Tekst og indstilling").click()
    page.get_by_label("Resume").fill("Kort fortalt.")
    for size in (LAPTOP, PHONE):
        page.set_viewport_size(size)
        assert violations(page) == []
    page.get_by_role("button", name="Gem").click()
    page.get_by_text("Forvaltningsloven § 27: tavshedspligt").wait_for()
    item.refresh_from_db()
    assert (item.closed, item.legal_ground, item.sections.get().text) == (True, "fvl_27", "Kort fortalt.")


def test_an_item_is_split_moved_and_sent_on_on_pages_that_everybody_can_use(visit, register, coming, log_in):
    item = f.AgendaItemFactory(meeting=coming, title="Torvet", number=None)
    f.RecommendationFactory(item=item, text="at godkende")
    later = f.MeetingFactory(body=coming.body, date=coming.date + dt.timedelta(days=30))
    log_in(register["secretary"])
    for name in ("del", "flyt", "send-videre"):
        page = visit(f"/moeder/{coming.pk}/dagsorden/punkter/{item.pk}/{name}/")
        for size in (LAPTOP, PHONE):
            page.set_viewport_size(size)
            assert violations(page) == []
    page = visit(f"/moeder/{coming.pk}/dagsorden/?ret={item.pk}")
    page.get_by_role("link", name="Flyt til et andet møde").click()
    page.get_by_label("Hvilket møde").select_option(str(later.pk))
    page.get_by_role("button", name="Flyt punktet").click()
    page.get_by_text("»Torvet« står nu på dagsordenen").wait_for()
    assert (titles(coming), titles(later)) == ([], ["Torvet"])
    press(page, "Fortryd: et punkt blev flyttet til et andet møde", "Fortrudt: et punkt blev flyttet til et andet møde.")
    assert (titles(coming), titles(later)) == (["Torvet"], [])


def test_files_are_added_to_an_item_on_a_page_that_everybody_can_use(visit, register, coming, log_in):
    item = f.AgendaItemFactory(meeting=coming, title="Torvet", number=None)
    log_in(register["secretary"])
    page = visit(f"/moeder/{coming.pk}/dagsorden/punkter/{item.pk}/bilag/")
    files = [{"name": name, "mimeType": "text/plain", "buffer": b"En oversigt: " + name.encode()} for name in ("Kort.txt", "Plan.txt")]
    page.get_by_label("Filer").set_input_files(files)
    page.get_by_role("button", name="Tilføj filerne").click()
    page.get_by_text("2 filer er tilføjet.").wait_for()
    for size in (LAPTOP, PHONE):
        page.set_viewport_size(size)
        assert violations(page) == []
    page.get_by_label("Titel").first.fill("Kort over torvet")
    page.get_by_role("button", name="Gem").click()
    page.get_by_text("Bilagene er gemt.").wait_for()
    with page.expect_download() as saved:
        page.get_by_role("link", name="Kort.txt").click()
    assert saved.value.path().read_bytes() == b"En oversigt: Kort.txt"


@pytest.mark.parametrize("address", ["godkend/", "punkter/{}/fjern/", "punkter/{}/del/", "punkter/{}/flyt/"])
def test_a_title_without_spaces_makes_no_page_wider_than_a_phone(visit, register, coming, log_in, address):
    item = f.AgendaItemFactory(meeting=coming, title="sundhedsplejerske" * 10)
    log_in(register["secretary"])
    page = visit(f"/moeder/{coming.pk}/dagsorden/{address.format(item.pk)}")
    page.set_viewport_size(PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]


def test_the_chair_reads_the_own_items_on_a_phone_and_approves(visit, register, coming, log_in):
    seat = f.MembershipFactory(body=coming.body, role="chair", person__name="Amina Haddad", person__user=f.UserFactory(member=True))
    item = f.AgendaItemFactory(meeting=coming, title="Torvet", number=None, responsible="Amina Haddad", minutes=150)
    register["item"].follow_ups.get(kind="return").occurrences.update(placed_on=item)
    log_in(seat.person.user)
    page = visit(f"/moeder/{coming.pk}/dagsorden/")
    page.set_viewport_size(PHONE)
    page.get_by_role("heading", name="Mine punkter").wait_for()
    assert violations(page) == []
    page.get_by_role("link", name="Godkend dagsordenen …").click()
    page.get_by_role("heading", name="Vil du godkende dagsordenen?").wait_for()
    assert violations(page) == []
    page.get_by_role("button", name="Godkend dagsordenen").click()
    page.get_by_text("Dagsordenen er godkendt").wait_for()
