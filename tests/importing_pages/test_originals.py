"""The original as numbered lines: the place a fact was read at can be seen."""

import datetime as dt

import pytest

from meetings.models import ClosedReading
from minutes.views import originals
from tests.factories import AgendaItemFactory, ImportFactory, MeetingFactory
from tests.importing.documents import simple
from tests.importing_pages.desk import MINUTES, reviewed, seen

pytestmark = pytest.mark.django_db


@pytest.fixture
def original(desk, secretary):
    """Fetches the original of an import whose file holds `text`."""

    def get(query: str = "", text: str = MINUTES):
        import_ = reviewed(simple("Varmestue"), by=secretary, text=text)
        return desk.get(f"{import_.get_absolute_url()}original/{query}")

    return get


def test_every_line_has_its_number_and_an_address(original):
    page = original().content.decode()
    assert '<h2 id="s1">Side 1</h2>' in page
    assert 'id="s1-l7"' in page
    assert "Punkt 7: Varmestue ved havnen" in page


def test_the_place_asked_for_is_marked_and_can_be_jumped_to(original):
    page = original("?side=1&fra=13&til=13").content.decode()
    assert page.count("<mark>") == 1
    assert 'id="maerket"><mark>Godkendt. Agnete Bregnholt havde forfald.</mark>' in page


@pytest.mark.parametrize("query", ["", "?side=x&fra=1&til=2", "?side=1", "?side=9&fra=1&til=2", "?del=7", "?del=x", "?side=²&fra=1&til=1"])
def test_an_address_that_names_no_place_marks_nothing(original, query):
    page = original(query)
    assert page.status_code == 200
    assert b"<mark>" not in page.content


def test_markup_in_the_file_is_shown_as_text(original):
    assert "<script>alert" not in original(text=MINUTES + "\n<script>alert(1)</script>\n").content.decode()


def test_a_long_document_comes_in_parts_and_opens_where_the_place_is(original, monkeypatch):
    monkeypatch.setattr(originals, "BLOCKS_AT_ONCE", 4)
    page = original("?side=1&fra=13&til=13")
    assert "del 2 af 3" in seen(page)
    assert "havde forfald" in seen(page)
    assert "REFERAT" not in seen(page)
    assert "?del=3" in page.content.decode()


def test_a_file_that_was_never_read_is_not_read_here(desk, secretary):
    for state in ("waiting", "unreadable"):
        import_ = ImportFactory(state=state, document__uploaded_by=secretary)
        assert desk.get(f"{import_.get_absolute_url()}original/").status_code == 404


def test_opening_it_is_logged_for_the_meetings_closed_items(desk, secretary, council):
    meeting = MeetingFactory(body=council, date=dt.date(2025, 3, 5))
    closed = AgendaItemFactory(meeting=meeting, closed=True)
    AgendaItemFactory(meeting=meeting)
    import_ = reviewed(simple("Varmestue"), by=secretary, text=MINUTES)
    import_.state, import_.meeting = "applied", meeting
    import_.save()
    desk.get(f"{import_.get_absolute_url()}original/")
    assert list(ClosedReading.objects.values_list("item", "user")) == [(closed.pk, secretary.pk)]
