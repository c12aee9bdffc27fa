"""The closed items that the answer to a request shows, noted while it is made and logged when it is given."""

from collections.abc import Iterator

from django.http import HttpResponse

from meetings.models import AgendaItem, DocumentItem

Readable = AgendaItem | DocumentItem


class ReadingLog:
    """`request.readings`: every item of which the answer shows more than the title is added, open ones are left out.

    The answer decides whether anything was shown: one that leads elsewhere, or refuses, shows nothing.
    """

    def __init__(self) -> None:
        self._closed: dict[object, Readable] = {}

    def add(self, *items: Readable) -> None:
        """Notes the closed ones among `items`, each once. A `DocumentItem` is closed by being one."""
        for item in items:
            if isinstance(item, DocumentItem):
                self._closed[item] = item
            elif item.closed:
                self._closed[item.pk] = item

    def shown_in(self, response: HttpResponse) -> Iterator[Readable]:
        """The items noted, if `response` shows anything."""
        return iter(self._closed.values() if _shows_something(response) else ())


def _shows_something(response: HttpResponse) -> bool:
    """A form that is shown again with its errors (409, 422) shows what it is about; a redirect and the other refusals do not."""
    is_page = response.status_code < 300 or response.status_code in (409, 422)
    return is_page and not response.has_header("HX-Redirect")
