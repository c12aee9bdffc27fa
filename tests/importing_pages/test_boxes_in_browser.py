"""Boxes to tick in forms that know what they were opened with: drawn, and ticked with mouse and keyboard."""

import pytest

from minutes import services
from minutes.models import Import
from tests import factories as f
from tests.importing.documents import simple
from tests.importing_pages.desk import NOW, reviewed

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
OPENS = "Ja, åbn punktet"
# The design system hides the box itself and draws one before its label.
DRAWN = """label => {
  const box = getComputedStyle(label, "::before");
  return box.content !== "none" && parseFloat(box.width) > 20 && parseFloat(box.borderTopWidth) > 0;
}"""
SIZES = {"laptop": {"width": 1280, "height": 900}, "phone": {"width": 390, "height": 844}}


@pytest.fixture
def import_(transactional_db) -> Import:
    secretary = f.SecretaryAssignmentFactory(body=f.BodyFactory(name="Udsatterådet")).user
    return reviewed(simple("Varmestue", closed=True), by=secretary)


@pytest.fixture(params=["before", "after"])
def address(request, import_) -> str:
    """The form of a closed item: of the reading, or of the meeting it has become."""
    if request.param == "before":
        return f"{import_.get_absolute_url()}ret/punkt/1/"
    meeting = services.apply(import_=import_, by=import_.document.uploaded_by, now=NOW, publish=True).meeting
    return f"/moeder/{meeting.pk}/rettelser/punkt/{meeting.items.get().pk}/"


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_the_box_that_opens_an_item_is_drawn_and_ticked(page, live_server, client, import_, address, size):
    client.force_login(import_.document.uploaded_by)
    page.context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}])
    page.set_viewport_size(size)
    page.goto(live_server.url + address)
    box, label = page.get_by_label(OPENS), page.locator("label", has_text=OPENS)
    assert label.evaluate(DRAWN)
    assert not box.is_checked()
    label.click()
    assert box.is_checked()
    box.focus()
    page.keyboard.press("Space")
    assert not box.is_checked()
