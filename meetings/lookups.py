"""The body that a printed name or an address means."""

from collections.abc import Iterable

from danish.folding import name_key
from meetings.models import Body, BodyName, FormerSlug


def body_at(bodies: Iterable[Body], slug: str | None) -> Body | None:
    """The one of `bodies` that has the address `slug`, or had it before: one query, where none has it."""
    bodies = list(bodies)
    found = next((body for body in bodies if body.slug == slug), None)
    if found or not slug:
        return found
    former = FormerSlug.objects.filter(slug=slug[:80]).values_list("body", flat=True).first()
    return next((body for body in bodies if body.pk == former), None)


def keep_former_slug(*, body: Body, slug: str) -> None:
    """The body had the address `slug` until now, and it leads to the body from now on. An address it takes back is no former one."""
    FormerSlug.objects.filter(body=body, slug=body.slug).delete()
    if slug != body.slug:
        FormerSlug.objects.get_or_create(slug=slug, defaults={"body": body})


def body_ids(names: Iterable[str]) -> dict[str, int]:
    """The bodies that any of the `names` is the name of, in any of its spellings: two queries."""
    keys = {name: name_key(name) for name in names}
    known = dict(BodyName.objects.filter(key__in=keys.values()).values_list("key", "body_id"))
    known |= dict(Body.objects.filter(key__in=keys.values()).values_list("key", "pk"))
    return {name: known[key] for name, key in keys.items() if key in known}
