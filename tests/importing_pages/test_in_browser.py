"""The upload and review pages in a real browser: by keyboard, on a phone, and against WCAG 2.2 AA."""

import pytest

from meetings.models import AgendaItem
from minutes import services, tasks
from minutes.models import Import
from reader import facts
from tests import factories as f
from tests.browser.test_accessibility import violations
from tests.importing.documents import simple
from tests.importing_pages.desk import MINUTES, NOW, reviewed

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
# A tick box is drawn by its label, which then has the outline.
IS_SEEN = """() => {
  const focused = document.activeElement, drawn = focused.type === "checkbox" ? focused.nextElementSibling : focused;
  const styles = [getComputedStyle(drawn), getComputedStyle(drawn, "::before")];
  return styles.some((style) => style.outlineStyle !== "none" || style.boxShadow !== "none");
}"""
PHONE = {"width": 390, "height": 844}


@pytest.fixture
def secretary(transactional_db):
    return f.SecretaryAssignmentFactory(body=f.BodyFactory(name="Udsatterådet")).user


@pytest.fixture
def open_page(page, live_server, client, secretary):
    """`open_page("/import/")` as the secretary."""
    client.force_login(secretary)
    page.context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}])

    def go(address: str):
        page.goto(live_server.url + address)
        return page

    return go


@pytest.fixture
def first(secretary) -> Import:
    """A first import with something of everything on its page."""
    place = facts.TextPlace(1, 9, 9)
    minutes = simple(
        "Varmestue ved havnen",
        "Rejsekort til frivillige",
        number=7,
        case_number="27.15.00-A08-7-25",
        decision="Godkendt.",
        recommendations=[facts.RecommendationFacts(1, "at varmestuen åbner", place)],
        outcomes=[facts.OutcomeFacts(1, "approved", place)],
        absences=[facts.Absence("Agnete Bregnholt", "absent", facts.TextPlace(1, 13, 13))],
        sections=[facts.SectionFacts("Beslutning", "Godkendt.", place)],
    )
    minutes.warnings = [facts.Warning("not_understood", 7, {"part": "Udfald"}, "3 sedler til gul", place)]
    minutes.time_plan = [facts.TimePlanRowFacts(minutes.meeting.start, None, "Varmestue", 7, ["Tine Lyngsøe"], at=place)]
    return reviewed(minutes, by=secretary, text=MINUTES)


@pytest.fixture
def corrected(first, secretary) -> Import:
    """A later version of minutes that are in the register."""
    services.apply(import_=first, by=secretary, now=NOW, publish=True)
    return reviewed(
        simple("Varmestue og bad", "Rejsekort", number=7, case_number="27.15.00-A08-7-25", decision="Udsat."),
        by=secretary,
        text=MINUTES + "Slut",
    )


@pytest.mark.parametrize("size", [None, PHONE], ids=["laptop", "phone"])
def test_no_page_breaks_wcag(open_page, page, first, corrected, size):
    unreadable = f.ImportFactory(
        state="unreadable", error={"code": "encrypted", "params": {}}, document__uploaded_by=corrected.document.uploaded_by
    )
    waiting = f.ImportFactory(document__uploaded_by=corrected.document.uploaded_by)
    if size:
        page.set_viewport_size(size)
    addresses = [one.get_absolute_url() for one in (first, corrected, unreadable, waiting)]
    for address in ["/import/", *addresses, f"{first.get_absolute_url()}fortryd/", f"{first.get_absolute_url()}original/"]:
        open_page(address)
        page.wait_for_load_state("load")
        assert violations(page) == [], address
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), f"{address} is wider than the screen"


def test_files_that_are_chosen_are_listed_before_they_are_sent(open_page):
    page = open_page("/import/")
    files = [{"name": name, "mimeType": "text/plain", "buffer": MINUTES.encode()} for name in ("marts.txt", "april.txt")]
    page.get_by_label("Vælg filer").set_input_files(files)
    assert page.locator("#files-chosen li").all_inner_texts() == ["marts.txt, 1 kB", "april.txt, 1 kB"]


def test_the_list_shows_by_itself_when_a_file_has_been_read(open_page, monkeypatch):
    # A worker takes the file a moment later, when the list of what waits is on the screen.
    monkeypatch.setattr(tasks.read_import, "delay_each_on_commit", lambda _keys: None)
    page = open_page("/import/")
    page.get_by_label("Vælg filer").set_input_files([{"name": "marts.txt", "mimeType": "text/plain", "buffer": MINUTES.encode()}])
    page.get_by_role("button", name="Upload").click()
    page.get_by_text("1 fil er modtaget.").wait_for()
    services.read_next(now=NOW)
    page.locator(".import-state").get_by_text("Til gennemsyn").wait_for()
    assert "Alle filer er læst." in page.locator("#import-status").inner_text()


def test_a_place_is_marked_in_the_original_beside_it(open_page, first):
    page = open_page(first.get_absolute_url())
    page.frame(name="original").wait_for_load_state()
    page.get_by_role("link", name="s. 1, l. 13").first.click()
    marked = page.frame_locator("#original").locator(".is-marked")
    assert marked.inner_text().split("\n")[-1] == "Godkendt. Agnete Bregnholt havde forfald."


def test_without_scripts_a_place_opens_the_original_at_its_line(chromium, live_server, client, secretary, first):
    client.force_login(secretary)
    context = chromium.new_context(java_script_enabled=False, locale="da-DK")
    context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}])
    page = context.new_page()
    page.goto(live_server.url + first.get_absolute_url())
    page.get_by_role("link", name="s. 1, l. 13").first.click()
    page.frame_locator("#original").locator("mark").wait_for()
    assert page.frame_locator("#original").locator("mark").inner_text() == "Godkendt. Agnete Bregnholt havde forfald."
    context.close()


def test_on_a_phone_the_reading_and_the_original_take_turns(open_page, page, first):
    page.set_viewport_size(PHONE)
    open_page(first.get_absolute_url())
    page.frame(name="original").wait_for_load_state()
    assert not page.locator("#original-panel").is_visible()
    page.get_by_role("link", name="s. 1, l. 13").first.click()
    assert page.locator("#original-panel").is_visible()
    assert not page.locator("#read").is_visible()
    page.get_by_role("button", name="Det læste").click()
    assert page.evaluate("document.activeElement.textContent").endswith("s. 1, l. 13")


def test_a_correction_is_taken_over_by_keyboard_alone(open_page, corrected):
    """Tab to the first tick, take it away, and on to the button; the focus can be seen all the way."""
    page = open_page(corrected.get_absolute_url())
    focused = "document.activeElement"
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate(f"{focused}.value") == "item/7/title":
            break
    page.keyboard.press("Space")
    for _ in range(60):
        page.keyboard.press("Tab")
        assert page.evaluate(IS_SEEN), page.evaluate(f"{focused}.outerHTML")
        if page.evaluate(f"{focused}.id") == "public":
            page.keyboard.press("Space")  # the minutes are published, so what is new in them is asked about
        if "Læg de valgte i registret" in page.evaluate(f"{focused}.textContent"):
            break
    page.keyboard.press("Enter")
    page.get_by_text("referat.txt er lagt i registret.").wait_for()
    assert AgendaItem.objects.get(number=7).title == "Varmestue ved havnen"
    assert AgendaItem.objects.get(number=7).decision == "Udsat."


def test_all_ticks_can_be_set_and_taken_away_at_once(open_page, corrected):
    page = open_page(corrected.get_absolute_url())
    page.get_by_role("button", name="Vælg ingen").click()
    assert page.locator("input[name=accepted]:checked").count() == 0
    page.get_by_role("button", name="Vælg alle").click()
    assert page.locator("input[name=accepted]:not(:checked):not([data-by-itself])").count() == 0


@pytest.mark.parametrize("size", [None, PHONE], ids=["laptop", "phone"])
def test_no_form_of_a_correction_breaks_wcag(open_page, page, secretary, size):
    minutes = simple(
        "Varmestue", "Rejsekort", closed=True, votes=[facts.VoteFacts(5, 2)], sections=[facts.SectionFacts("Beslutning", "Godkendt.")]
    )
    minutes.meeting.date = None
    import_ = reviewed(minutes, by=secretary, text=MINUTES)
    services.correct_reading(import_=import_, item="1", changes={"title": "Bad"}, by=secretary, now=NOW)
    if size:
        page.set_viewport_size(size)
    parts = ["", "ret/", "ret/punkt/1/", "ret/punkt/1/del/", "ret/punkt/1/del/?afsnit=0&linje=0", "ret/punkt/2/saml/"]
    for address in [import_.get_absolute_url() + part for part in parts]:
        open_page(address)
        page.wait_for_load_state("load")
        assert violations(page) == [], address
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), f"{address} is wider than the screen"
        if address.endswith("ret/punkt/1/"):
            assert page.get_by_text("Ja, åbn punktet").is_visible()


def test_an_item_is_corrected_in_its_place_by_keyboard_alone(open_page, first):
    """The form comes where the item stands, and after it is saved the focus is on the item."""
    page = open_page(first.get_absolute_url())
    page.locator("#laest-7").get_by_role("link", name="Ret", exact=False).first.focus()
    page.keyboard.press("Enter")
    page.get_by_label("Titel").focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("Varmestue og bad")
    page.get_by_role("button", name="Gem rettelsen").focus()
    assert page.evaluate(IS_SEEN)
    page.keyboard.press("Enter")
    page.get_by_text("Det blev læst som: Varmestue ved havnen").wait_for()
    assert page.evaluate("document.activeElement.id") == "laest-7"
    first.refresh_from_db()
    assert services.reading_of(first).items[0].title == "Varmestue og bad"


def test_the_frame_around_what_was_saved_cuts_no_letters_on_a_phone(open_page, page, first):
    page.set_viewport_size(PHONE)
    open_page(first.get_absolute_url()).locator("#laest-7").focus()
    frame = "() => { const one = getComputedStyle(document.activeElement); return [one.outlineStyle, parseFloat(one.outlineOffset)]; }"
    style, gap = page.evaluate(frame)
    assert style == "solid"
    left = page.locator("#laest-7").bounding_box()["x"]
    assert 4 <= gap < gap + 3 <= left


@pytest.mark.parametrize("size", [None, PHONE], ids=["laptop", "phone"])
def test_the_fields_of_a_vote_stand_level(open_page, page, first, size):
    if size:
        page.set_viewport_size(size)
    open_page(f"{first.get_absolute_url()}ret/punkt/7/")
    numbers = [box.bounding_box()["y"] for box in page.locator(".amend-vote .amend-row input:not([type=hidden])").all()]
    names = [box.bounding_box()["y"] for box in page.locator(".amend-vote .amend-row textarea").all()]
    assert len(numbers) == 3
    assert max(numbers) - min(numbers) < 1
    assert size or max(names) - min(names) < 1
    assert min(names) > max(numbers)


def test_without_scripts_what_was_not_found_is_filled_in(chromium, live_server, client, secretary):
    minutes = simple("Varmestue")
    minutes.meeting.date = None
    import_ = reviewed(minutes, by=secretary, text=MINUTES)
    client.force_login(secretary)
    context = chromium.new_context(java_script_enabled=False, locale="da-DK")
    context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}])
    page = context.new_page()
    page.goto(live_server.url + import_.get_absolute_url())
    page.get_by_label("Dato").fill("d. 5. marts 2025")
    page.get_by_role("button", name="Gem rettelsen").click()
    page.get_by_role("button", name="Læg i registret").first.click()
    page.get_by_text("referat.txt er lagt i registret.").wait_for()
    context.close()
