"""The standing items of a body, as its secretary has written them."""

from collections.abc import Sequence
from typing import Any

from agendas.models import StandingItem
from meetings.locking import holding
from meetings.models import Body

Written = tuple[StandingItem | None, dict[str, Any]]


def save_standing_items(*, body: Body, rows: Sequence[Written]) -> None:
    """Save each row, with the item it is about or None for a new one, in this order. One without a title is taken away.

    A new one that is called as one that is there makes no second one, so a form may be sent twice.
    """
    with holding([body]):
        place = 0
        for row, columns in rows:
            if not columns["title"]:
                if row:
                    row.delete()
                continue
            place += 1
            wanted = columns | {"position": place}
            if row is None and StandingItem.objects.filter(body=body, title=columns["title"]).exists():
                continue
            if row is None:
                StandingItem.objects.create(body=body, **wanted)
            elif changed := [name for name, value in wanted.items() if getattr(row, name) != value]:
                for name in changed:
                    setattr(row, name, wanted[name])
                row.save(update_fields=changed)
