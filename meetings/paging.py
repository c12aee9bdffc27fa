"""Pages of a list without counting it: one row more than a page holds tells whether there is a next page."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from django.http import Http404

from danish.numbers import whole_number

Row = TypeVar("Row")

PAGE_SIZE, LAST_PAGE = 25, 9_999_999


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """One page of rows; `number` counts from 1."""

    rows: list[Row]
    number: int
    has_next: bool

    @property
    def previous(self) -> int | None:
        return self.number - 1 if self.number > 1 else None

    @property
    def previous_in_address(self) -> int | None:
        """The number as addresses have it, which name no first page."""
        return self.previous if self.number > 2 else None

    @property
    def next(self) -> int | None:
        return self.number + 1 if self.has_next else None

    def holding(self, rows: list) -> "Page":
        """The same page with other rows: what the picked ids stand for."""
        return Page(rows, self.number, self.has_next)


def number_of(text: str | None) -> int:
    """The page's number as the address has it, `None` being the first. Raises Http404 for a number that is none."""
    number = whole_number(text or "1", least=1, most=LAST_PAGE)
    if number is None:
        raise Http404
    return number


def page_of(queryset, number: str | None, *, size: int = PAGE_SIZE) -> Page:
    """The page named in the address (`None` is the first): one query and never a COUNT.

    Raises Http404 for a number that is none, and for a page after the last, so that a list has no endless tail.
    """
    wanted = number_of(number)
    rows = list(queryset[(wanted - 1) * size : wanted * size + 1])
    if not rows and wanted > 1:
        raise Http404
    return Page(rows[:size], wanted, len(rows) > size)
