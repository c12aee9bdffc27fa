"""The one rule of confidentiality, which says who may read what, beside the columns it asks.

The rule: the public reads open items of published agendas and minutes; a member reads all items of
the bodies he or she sits on, closed ones too unless shut out of one, and the rest as the public; a secretary reads everything of
the bodies he or she manages; an administrator reads everything (kommunestyrelsesloven § 10, offentlighedsloven).

Every list, page, search, count and API answer goes through the querysets built on these functions. Nothing is decided in a view.
"""

from functools import reduce
from operator import or_

from django.db.models import Q

from cases.access import Actor


def readable_appearances(actor: Actor, prefix: str = "") -> Q:
    """True of an appearance if and only if `actor` may know that it exists and read it.

    `prefix` is the lookup path to the appearance (`"appearances__"` from a case). Decisions have a further condition,
    `readable_decisions`: an agenda is public before the minutes are.
    """
    if actor.is_administrator:
        return _always(prefix)
    ways = [Q(**{f"{prefix}closed": False}) & _published(prefix)]
    if actor.managed_bodies:
        ways.append(Q(**{f"{prefix}body__in": actor.managed_bodies}))
    if actor.sits_on:
        own = Q(**{f"{prefix}body__in": actor.sits_on})
        barred = Q(**{f"{prefix}closed": True}) & Q(**{f"{prefix}shut_out": actor.person_id})
        ways.append(own & ~barred)
    return reduce(or_, ways)


def readable_decisions(actor: Actor, prefix: str = "") -> Q:
    """True of an appearance if and only if, being readable at all, its decision and votes may be read by `actor` too."""
    if actor.is_administrator:
        return _always(prefix)
    published = Q(**{f"{prefix}meeting__minutes_published_at__isnull": False})
    return published | Q(**{f"{prefix}body__in": actor.managed_bodies | actor.sits_on})


def _published(prefix: str) -> Q:
    return Q(**{f"{prefix}meeting__agenda_published_at__isnull": False}) | Q(**{f"{prefix}meeting__minutes_published_at__isnull": False})


def _always(prefix: str) -> Q:
    return Q(**{f"{prefix}pk__isnull": False})
