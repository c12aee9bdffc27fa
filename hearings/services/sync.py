"""Synchronisation of the hearings that items tell of with what the register knows: their roles and bodies."""

from collections.abc import Iterable

from django.db.models import F, OuterRef, Subquery

from danish.folding import name_key
from hearings.models import Hearing, HearingParty, HearingRole
from hearings.roles import role_of
from meetings.models import AgendaItem, Body


def sync_hearings(*, items: Iterable[AgendaItem]) -> None:
    """Give the hearings of `items` their role, where none is known, and the item's body; a body that is consulted becomes a party, the last.

    Call it after items have been read, moved or answered for, while their bodies are held: at most four queries, whatever the number of
    items.
    """
    hearings = Hearing.objects.filter(item__in=[item.pk for item in items], duplicate_of=None)
    hearings = hearings.select_related("item__body").prefetch_related("parties")
    changed, new = [], []
    for hearing in hearings:
        body, parties = hearing.item.body, list(hearing.parties.all())
        is_heard = any(_is(party, body) for party in parties)
        role = hearing.role or role_of(
            body_is_advisory=body.kind == Body.Kind.ADVISORY,
            own_name_among_parties=is_heard,
            has_parties=bool(parties),
            quote=hearing.quote,
        )
        if (hearing.role, hearing.body_id) != (role, body.pk):
            hearing.role, hearing.body_id = role, body.pk
            changed.append(hearing)
        if role == HearingRole.CONSULTED and not is_heard:
            last = max((party.position for party in parties), default=0)
            new.append(HearingParty(hearing=hearing, position=last + 1, name=body.name, body=body))
    Hearing.objects.bulk_update(changed, ["role", "body"])
    HearingParty.objects.bulk_create(new)


def follow_bodies(*, bodies: Iterable[Body]) -> None:
    """The hearings told by items of `bodies`, as those are now, are these bodies' own: a meeting may have been entered under another."""
    keys = [body.pk for body in bodies]
    elsewhere = Hearing.objects.filter(item__body__in=keys).exclude(body=F("item__body"))
    if items := list(AgendaItem.objects.filter(pk__in=elsewhere.values("item")).order_by("pk")):
        sync_hearings(items=items)
        own_body = AgendaItem.objects.filter(pk=OuterRef("item")).values("body")
        Hearing.objects.filter(item__in=items).exclude(duplicate_of=None).update(body=Subquery(own_body))


def _is(party: HearingParty, body: Body) -> bool:
    return party.body_id == body.pk or name_key(party.name) == body.key
