"""Sentences about items and votes that have conditions in them."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext


def numbered(number: str) -> str:
    """`punkt 3`, also of a number as printed; nothing without one."""
    return _("item %(number)s") % {"number": number} if number else ""


def titled(number: str, title: str) -> str:
    """`punkt 3, Natvarmestue i Havnegade`; of an item without a number the title."""
    return ", ".join(part for part in (numbered(number), title) if part)


def votes_counted(votes_for: int | None, votes_against: int | None, abstained: int | None) -> str:
    """`5 for, 2 imod`; only what was counted is told, and nobody who abstained is not."""
    counts = [
        (votes_for, votes_for is not None, pgettext("votes", "for")),
        (votes_against, votes_against is not None, pgettext("votes", "against")),
        (abstained, bool(abstained), pgettext("votes", "abstained")),
    ]
    return ", ".join(f"{count} {words}" for count, is_told, words in counts if is_told)
