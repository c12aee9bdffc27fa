"""The year wheel in a browser: what the eye finds in the picture is found by name and by keyboard too, and it prints on one sheet."""

import pypdfium2
import pytest

pytestmark = pytest.mark.browser

A4_ON_ITS_SIDE = (842, 595)  # points


def test_every_mark_is_a_link_with_a_name(visit):
    wheel = visit("year wheel").get_by_role("group", name="Årshjul 2018")
    names = [link.get_attribute("aria-label") for link in wheel.get_by_role("link").all()]
    assert names[0] == "Ordinært møde, onsdag d. 6. juni 2018"
    assert "Nr. 1, 4.\N{NO-BREAK SPACE}kvartal (beregnet): En status på varmestuen" in names
    assert all(names)


def test_the_mark_one_stands_at_is_seen(visit):
    page = visit("year wheel")
    looks = "element => getComputedStyle(element.querySelector('.wheel-mark')).fill"
    for link in page.locator("svg.wheel a").all():
        before = link.evaluate(looks)
        page.keyboard.press("Tab")
        link.focus()
        assert link.evaluate(looks) != before


def test_the_numbers_of_the_picture_lead_where_the_table_does(visit):
    page = visit("year wheel")
    told = {
        row.locator(".wheel-number").inner_text(): row.get_by_role("link").get_attribute("href") for row in page.locator(".wheel-row").all()
    }
    business = page.locator("svg.wheel a[aria-label^='Nr.']").all()
    assert {(link.locator("text").text_content(), link.get_attribute("href")) for link in business} == set(told.items())


@pytest.mark.parametrize("name", ["year wheel", "year wheel without anything"])
def test_it_prints_on_one_sheet_on_its_side(visit, name):
    page = visit(name)
    page.emulate_media(media="print")
    with pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True)) as paper:
        assert [tuple(round(side) for side in paper.get_page_size(index)) for index in range(len(paper))] == [A4_ON_ITS_SIDE]
