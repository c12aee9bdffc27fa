"""Which body a printed name means."""

from collections.abc import Iterable

from danish.folding import name_key
from meetings.models import Body, BodyName


def body_ids(names: Iterable[str]) -> dict[str, int]:
    """The bodies that any of the `names` is the name of, in any of its spellings: two queries."""
    keys = {name: name_key(name) for name in names}
    known = dict(BodyName.objects.filter(key__in=keys.values()).values_list("key", "body_id"))
    known |= dict(Body.objects.filter(key__in=keys.values()).values_list("key", "pk"))
    return {name: known[key] for name, key in keys.items() if key in known}
