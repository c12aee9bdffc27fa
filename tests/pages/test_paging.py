"""Pages of a list: next and previous without a count."""

import pytest
from django.http import Http404

from meetings.paging import page_of


class Rows(list):
    """Rows that, like a queryset one must not count, can only be sliced."""

    def __len__(self):
        raise AssertionError("nobody may count the rows")


@pytest.mark.parametrize(
    ("asked", "rows", "previous", "following"),
    [
        (None, [1, 2], None, 2),
        ("1", [1, 2], None, 2),
        ("2", [3, 4], 1, 3),
        ("3", [5], 2, None),
    ],
)
def test_a_page_knows_its_neighbours(asked, rows, previous, following):
    page = page_of(Rows(range(1, 6)), asked, size=2)
    assert (page.rows, page.previous, page.next) == (rows, previous, following)


def test_a_full_last_page_has_no_next():
    assert page_of(Rows([1, 2, 3, 4]), "2", size=2).next is None


def test_an_empty_list_has_one_empty_page():
    assert page_of(Rows(), None).rows == []


@pytest.mark.parametrize("asked", ["0", "-1", "to", "1.5", "²", "999999999999999999999", "4"])
def test_a_page_that_is_not_there_is_not_found(asked):
    with pytest.raises(Http404):
        page_of(Rows(range(5)), asked, size=2)
