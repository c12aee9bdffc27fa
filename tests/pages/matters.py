"""How the page of a case's matters is used in tests."""

from urllib.parse import quote

from meetings.models import AgendaItem


def address(item: AgendaItem) -> str:
    return f"/forloeb/{quote(item.case.number)}/"


def chosen(*items: AgendaItem) -> list[str]:
    """The ticks of `items`, as the page has them while nobody has moved any."""
    return [f"{item.pk}-{item.matter_id or ''}" for item in items]


def matter_of(item: AgendaItem) -> int | None:
    return AgendaItem.objects.values_list("matter", flat=True).get(pk=item.pk)
