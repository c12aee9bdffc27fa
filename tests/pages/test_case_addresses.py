"""A case number is kept as printed, whatever it is made of, and its page has an address that works."""

import datetime as dt
from urllib.parse import unquote, urlsplit

import pytest
from django.urls import resolve, reverse

from tests import factories as f

pytestmark = pytest.mark.django_db
NUMBERS = [
    "27.15.00-A08-1-19", "2018/1234", "2018 - 12 / 4", "19%2F3", "100%", "%00/../x", "../x", "a/../../b", "./x", "/x", "x/", "a//b",
    "S2018-1?a=1", "nr. 4#2", "Ø 12;3", "..", ".", "x\\y", "~../x", "~~.",
]  # fmt: skip


@pytest.fixture(params=NUMBERS)
def case(request):
    case = f.CaseFactory(number=request.param)
    f.AgendaItemFactory(case=case, meeting__agenda_published_at=dt.datetime(2018, 9, 1, tzinfo=f.COPENHAGEN))
    return case


def test_its_page_is_found_as_a_browser_asks_for_it(client, case):
    assert client.get(case.get_absolute_url()).status_code == 200


def test_no_part_of_the_address_climbs(case):
    """A browser takes `.` and `..` out of an address before it asks, however they are written."""
    parts = case.get_absolute_url().lower().replace("%2e", ".").split("/")
    assert not {".", ".."} & {*parts}


@pytest.mark.parametrize("name", ["case", "case-matters"])
def test_the_number_is_read_back_out_of_the_address(case, name):
    path = unquote(urlsplit(reverse(name, kwargs={"number": case.number})).path)
    assert resolve(path).kwargs == {"number": case.number}
