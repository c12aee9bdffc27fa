"""A body the register did not know, made from its name alone."""

from django.utils.text import slugify

from danish.folding import name_key
from meetings.locking import hold_new
from meetings.models import Body, FormerSlug, QuotedAppearance, RecommendedTo, Reference

_COUNCILS = ("byrådet", "byråd", "kommunalbestyrelsen", "kommunalbestyrelse", "borgerrepræsentationen", "kommunerådet")
_TRANSLITERATED = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "Æ": "ae", "Ø": "oe", "Å": "aa"})


def create_body(*, name: str) -> Body:
    """A new body called `name`, of the kind its name says: the municipal council, a committee (-udvalget) or an advisory council.

    It has no start (`in_use_since`), so nothing read of it is history, and nobody is reminded of anything, until its secretary writes one.

    What documents have quoted of it before it was known is linked to it. Call it where no two can do so at once.
    """
    name = name[: Body._meta.get_field("name").max_length]
    body = Body.objects.create(name=name, slug=_free_slug(name), kind=_kind(name))
    hold_new(body)
    _link_earlier_mentions(body)
    return body


def _kind(name: str) -> str:
    key = name.casefold().strip()
    if key in _COUNCILS:
        return Body.Kind.COUNCIL
    return Body.Kind.ADVISORY if key.endswith(("rådet", "råd")) or key.startswith("råd") else Body.Kind.COMMITTEE


def _free_slug(name: str) -> str:
    base = slugify(name.translate(_TRANSLITERATED))[:70] or "organ"
    taken = {slug for model in (Body, FormerSlug) for slug in model.objects.filter(slug__startswith=base).values_list("slug", flat=True)}
    slug, serial = base, 1
    while slug in taken:
        serial += 1
        slug = f"{base}-{serial}"
    return slug


def _link_earlier_mentions(body: Body) -> None:
    for model, column in ((QuotedAppearance, "body_name"), (Reference, "body_name"), (RecommendedTo, "name")):
        printed = model.objects.filter(body=None).order_by().values_list(column, flat=True).distinct()
        same = [text for text in printed if name_key(text) == body.key]
        model.objects.filter(body=None, **{f"{column}__in": same}).update(body=body)
