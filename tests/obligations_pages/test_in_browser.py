"""Answering in a real browser: by keyboard alone, on a phone, without scripts, and against WCAG 2.2 AA."""

import pytest
from playwright.sync_api import expect

from tests import factories as f
from tests.browser.test_accessibility import violations
from tests.obligations_pages.conftest import STATUS, filled

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PHONE = {"width": 390, "height": 844}
FOCUSED = "document.activeElement.id"
IS_SEEN = """() => {
  const focused = document.activeElement, drawn = focused.type === "checkbox" ? focused.nextElementSibling : focused;
  const styles = [getComputedStyle(drawn), getComputedStyle(drawn, "::before")];
  return styles.some((style) => style.outlineStyle !== "none" || style.boxShadow !== "none");
}"""


@pytest.fixture
def council(transactional_db):
    return f.BodyFactory(name="Rådet for Udsatte", slug="raadet")


@pytest.fixture
def desk(council):
    return filled(body=council)


@pytest.fixture
def session(live_server, client, secretary):
    client.force_login(secretary)
    return {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}


@pytest.fixture
def open_page(page, live_server, session):
    page.context.add_cookies([session])

    def go(address: str):
        page.goto(live_server.url + address)
        page.wait_for_load_state("load")
        return page

    return go


def review_of(row) -> str:
    return type(row).objects.get(pk=row.pk).review


@pytest.mark.parametrize("size", [None, PHONE], ids=["laptop", "phone"])
def test_no_page_breaks_wcag(open_page, page, desk, size):
    if size:
        page.set_viewport_size(size)
    f.AgendaItemFactory(meeting=desk.meeting, title="Eventuelt")
    f.FollowUpFactory(item=desk.item, review="rejected", quote="Formanden takkede.")
    read = {"kind": "task", "text": "Ring", "responsible": "", "due_start": None, "due_end": None, "every": None, "unit": ""}
    f.FollowUpFactory(item=desk.item, review="corrected", read=read)
    choosing = f"{desk.page}tilfoej/{desk.item.pk}/"
    forms = [desk.of(row, "ret/") for row in (desk.status, desk.hearing, desk.planned)]
    shown = [desk.item.get_absolute_url(), desk.item.case.get_absolute_url()]
    for address in [desk.page, *forms, choosing, f"{choosing}hoering/", *shown]:
        open_page(address)
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
        assert violations(page) == [], address
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), f"{address} is wider than the screen"


def test_the_form_in_its_card_breaks_nothing_either(open_page, desk):
    page = open_page(desk.page)
    page.get_by_role("link", name="Ret", exact=True).first.click()
    page.get_by_label("Emne").fill("")
    page.get_by_role("button", name="Gem rettelsen").click()
    page.locator(".form-error-message").get_by_text("Dette felt er påkrævet.").wait_for()
    assert violations(page) == []


def test_everything_is_answered_with_the_keys(open_page, desk):
    """The first is accepted, the second rejected, the third corrected; the focus goes on by itself."""
    page = open_page(desk.page)
    page.keyboard.press("j")
    assert page.evaluate(FOCUSED) == f"hoering-{desk.hearing.pk}"
    page.keyboard.press("g")
    page.locator(f"#opfoelgning-{desk.status.pk}:focus").wait_for()
    assert page.locator("#said").inner_text() == "Godkendt."
    page.keyboard.press("a")
    page.locator(f"#behandling-{desk.planned.pk}:focus").wait_for()
    page.keyboard.press("k")
    assert page.evaluate(FOCUSED) == f"opfoelgning-{desk.status.pk}"
    page.keyboard.press("j")
    page.keyboard.press("r")
    page.locator("[name$=body_name]:focus").wait_for()
    page.keyboard.press("Control+A")
    page.keyboard.type("agjrk")
    page.keyboard.press("Enter")
    page.get_by_text("Alle 3 er gennemgået.").wait_for()
    assert [review_of(row) for row in (desk.hearing, desk.status, desk.planned)] == ["accepted", "rejected", "corrected"]
    desk.planned.refresh_from_db()
    assert desk.planned.body_name == "agjrk"


@pytest.mark.parametrize("review", ["corrected", "accepted", "rejected"])
def test_the_keys_do_nothing_to_what_has_been_answered(open_page, desk, review):
    read = {"kind": "task", "text": "Ring", "responsible": "", "due_start": None, "due_end": None, "every": None, "unit": ""}
    type(desk.hearing).objects.update(review="accepted")
    type(desk.status).objects.update(review=review, read=read, text="Rettet i hånden")
    page = open_page(desk.page)
    page.locator(f"#opfoelgning-{desk.status.pk}").focus()
    for key in "gar":
        page.keyboard.press(key)
    page.wait_for_timeout(300)
    desk.status.refresh_from_db()
    assert (desk.status.review, desk.status.text) == (review, "Rettet i hånden")
    assert page.evaluate(FOCUSED) == f"opfoelgning-{desk.status.pk}"


def test_the_keys_can_be_turned_off(open_page, desk):
    page = open_page(desk.page)
    page.get_by_text("Genvejstaster").click()
    page.get_by_text("Brug tasterne herunder").click()
    page.reload()
    page.keyboard.press("j")
    assert page.evaluate(FOCUSED) == ""


def test_tab_and_enter_reach_everything(open_page, desk):
    page = open_page(desk.page)
    reached = []
    for _ in range(60):
        page.keyboard.press("Tab")
        assert page.evaluate(IS_SEEN), page.evaluate("document.activeElement.outerHTML")
        reached.append(page.evaluate("document.activeElement.textContent.trim()"))
        if reached[-1] == "Afvis":
            break
    assert {"Godkend alle 3", "Godkend", "Ret", "Afvis"} <= set(reached)
    page.keyboard.press("Enter")
    page.get_by_text("2 af 3 er ikke gennemgået.").wait_for()
    assert review_of(desk.hearing) == "rejected"


def type_into(card, label: str, text: str) -> None:
    """As a person types: not before the form that just came listens to its keys, some hundredths of a second after it is seen."""
    field = card.get_by_label(label)
    field.wait_for()
    card.page.wait_for_function("!document.querySelector('.htmx-added')")
    field.press_sequentially(text)


def test_a_phrase_is_read_while_it_is_typed_and_fills_in_the_days(open_page, desk):
    page = open_page(desk.page)
    card = page.locator(f"#opfoelgning-{desk.status.pk}")
    card.get_by_role("link", name="Ret", exact=True).click()
    type_into(card, "Hvornår (skrevet med ord)", "i slutningen af 2019")
    card.get_by_text("1. oktober – 31. december 2019").wait_for()
    expect(card.get_by_label("Første dag")).to_have_value("01-10-2019")
    expect(card.get_by_label("Sidste dag")).to_have_value("31-12-2019")
    card.get_by_role("button", name="Gem rettelsen").click()
    page.get_by_text("Sådan blev det læst").wait_for()
    assert review_of(desk.status) == "corrected"


def test_other_words_take_the_days_and_the_recurrence_of_the_first_away_again(open_page, desk):
    page = open_page(desk.page)
    card = page.locator(f"#opfoelgning-{desk.status.pk}")
    card.get_by_role("link", name="Ret", exact=True).click()
    type_into(card, "Hvornår (skrevet med ord)", "årligt i april")
    card.get_by_text("hvert år, 1.–30. april 2019").wait_for()
    expect(card.get_by_label("Første dag")).to_have_value("01-04-2019")
    assert (card.get_by_label("Gentages for hver").input_value(), card.get_by_label("Enhed").input_value()) == ("1", "year")
    card.get_by_label("Hvornår (skrevet med ord)").fill("snarest muligt")
    card.get_by_text("Nævner ingen dag").wait_for()
    for name in ("Første dag", "Sidste dag", "Enhed"):
        expect(card.get_by_label(name)).to_have_value("")
    card.get_by_role("button", name="Gem rettelsen").click()
    page.get_by_text("Sådan blev det læst").wait_for()
    desk.status.refresh_from_db()
    assert (desk.status.due_words, desk.status.due_end, desk.status.every) == ("snarest muligt", None, None)


def test_a_deadline_in_words_fills_in_its_day_and_leaves_the_opening_alone(open_page, desk):
    page = open_page(desk.page)
    card = page.locator(f"#hoering-{desk.hearing.pk}")
    card.get_by_role("link", name="Ret", exact=True).click()
    type_into(card, "Frist (skrevet med ord)", "i september")
    card.get_by_text("30. september 2018, læst som").wait_for()
    expect(card.get_by_label("Frist", exact=True)).to_have_value("30-09-2018")  # filled in after the words are told
    assert card.get_by_label("Åbner, første dag").input_value() == ""


def test_a_correction_is_given_up(open_page, desk):
    page = open_page(desk.page)
    card = page.locator(f"#opfoelgning-{desk.status.pk}")
    card.get_by_role("link", name="Ret", exact=True).click()
    card.get_by_role("link", name="Annullér").click()
    card.get_by_role("button", name="Godkend").wait_for()
    assert review_of(desk.status) == "unreviewed"


def test_one_is_added_from_a_selection(open_page, desk):
    page = open_page(f"{desk.page}tilfoej/{desk.item.pk}/")
    page.get_by_role("button", name="Tilføj ud fra markeringen").click()
    page.get_by_text("Markér først nogle ord i teksten.").wait_for()
    page.evaluate(
        """() => {
          const sentence = [...document.querySelectorAll(".choose-sentence")].find((one) => one.textContent.includes("takkede"));
          getSelection().setBaseAndExtent(sentence.firstChild, 10, sentence.firstChild, 17);
        }"""
    )
    page.get_by_role("button", name="Tilføj ud fra markeringen").click()
    page.get_by_label("Sætningen, som den står i punktet").wait_for()
    assert page.get_by_label("Sætningen, som den står i punktet").input_value() == "takkede"
    page.get_by_role("button", name="Tilføj").click()
    page.get_by_text("tilføjet").wait_for()
    assert page.locator("mark", has_text="takkede").count() >= 1


def test_without_scripts_every_answer_is_a_page(chromium, live_server, session, desk):
    context = chromium.new_context(java_script_enabled=False, locale="da-DK")
    context.add_cookies([session])
    page = context.new_page()
    page.goto(live_server.url + desk.page)
    page.locator(f"#hoering-{desk.hearing.pk}").get_by_role("button", name="Godkend").click()
    page.get_by_text("2 af 3 er ikke gennemgået.").wait_for()
    page.locator(f"#opfoelgning-{desk.status.pk}").get_by_role("link", name="Ret", exact=True).click()
    page.get_by_label("Hvornår (skrevet med ord)").fill("i september 2018")
    page.get_by_role("button", name="Gem rettelsen").click()
    page.get_by_text("1 af 3 er ikke gennemgået.").wait_for()
    page.goto(f"{live_server.url}{desk.page}tilfoej/{desk.item.pk}/")
    page.locator(".choose-line", has_text=STATUS).get_by_role("link").first.click()
    page.get_by_role("button", name="Tilføj").click()
    page.get_by_text("tilføjet").wait_for()
    assert (review_of(desk.hearing), review_of(desk.status)) == ("accepted", "corrected")
    context.close()


def test_on_paper_each_stands_with_its_sentence_and_no_buttons(open_page, desk):
    page = open_page(desk.page)
    page.emulate_media(media="print")
    assert page.get_by_text(STATUS).first.is_visible()
    assert not page.get_by_role("button", name="Godkend").first.is_visible()
