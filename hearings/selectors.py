"""Fetching what the pages of hearings show, in a fixed number of queries. Every row passes `visible_to`."""

from datetime import date

from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet, prefetch_related_objects

from cases.access import Actor
from hearings.models import Extension, Hearing, HearingParty, HearingResponse, RejectedProposal
from meetings.models import AgendaItem, Body
from meetings.parts import prefetch_readable

RUNNING, WITHOUT_DEADLINE, OVER = "loebende", "uden-frist", "afsluttede"
MATTER_AT_MOST, BODY_AT_MOST = 20, 100


def listed(which: str, body: Body | None, actor: Actor, *, today: date) -> QuerySet:
    """The running ones by deadline, those without one, or those that are over, the latest first; of `body`, in whichever role."""
    hearings = Hearing.objects.visible_to(actor)
    if which == OVER:
        hearings = hearings.filter(deadline__lt=today).order_by("-deadline", "-pk")
    elif which == WITHOUT_DEADLINE:
        hearings = hearings.filter(deadline__isnull=True).order_by("-pk")
    else:
        hearings = hearings.running(today).order_by("deadline", "pk")
    return (
        (of_body(hearings, body) if body else hearings)
        .select_related("body", "item__meeting")
        .prefetch_related(
            prefetch_readable("parties", parties_shown(actor)), prefetch_readable("extensions", Extension.objects.visible_to(actor))
        )
    )


def of_body(hearings: QuerySet, body: Body) -> QuerySet:
    """Those that `body` has sent out or is consulted in, or is a party to."""
    own = Hearing.objects.order_by().filter(body=body).values("pk")
    party_to = HearingParty.objects.standing().order_by().filter(body=body).values("hearing")
    return hearings.filter(pk__in=own.union(party_to, all=True))


def parties_shown(actor: Actor) -> QuerySet:
    """Parties with their bodies and `is_decided`: whether the actor is told at which item the party's answer is decided."""
    readable = AgendaItem.objects.visible_to(actor)
    decided = HearingResponse.objects.visible_to(actor).filter(party=OuterRef("pk"), decided_at__in=readable.values("pk"))
    return HearingParty.objects.standing().select_related("body").annotate(is_decided=Exists(decided)).order_by("position")


def fetch_whole(hearing: Hearing, actor: Actor) -> None:
    """Fetch all that the hearing's pages show: extensions, parties, and the answers the actor may read with their items."""
    items = AgendaItem.objects.visible_to(actor).telling_decisions(actor).select_related("meeting", "body")
    responses = HearingResponse.objects.visible_to(actor).order_by(F("given_on").asc(nulls_last=True), "pk")
    responses = responses.prefetch_related(Prefetch("decided_at", items), Prefetch("considered_at", items))
    parties = parties_shown(actor).prefetch_related(prefetch_readable("responses", responses))
    extensions = Extension.objects.visible_to(actor).order_by("pk")
    prefetch_related_objects([hearing], prefetch_readable("extensions", extensions), prefetch_readable("parties", parties))


def items_to_choose(hearing: Hearing, actor: Actor, *, today: date) -> tuple[list[AgendaItem], list[AgendaItem]]:
    """The items at which an answer can have been treated, the newest first: those of the same matter, and the body's own of late and to come."""
    visible = AgendaItem.objects.visible_to(actor).select_related("meeting", "body").order_by("-meeting__date", "-position")
    matter = Q(pk=hearing.item_id)
    if hearing.item and hearing.item.matter_id:
        matter |= Q(matter=hearing.item.matter_id)
    same = list(visible.filter(matter)[:MATTER_AT_MOST]) if hearing.item else []
    others = visible.filter(body=hearing.body_id, meeting__date__gte=today.replace(year=today.year - 1, day=1)).without_openings()
    return same, list(others.exclude(pk__in=[item.pk for item in same])[:BODY_AT_MOST])


def rejected_proposals(hearing: Hearing) -> list[RejectedProposal]:
    """Returns the proposals that the secretary has rejected, about the hearing or about another and it, the newest first.

    What was said of a party goes with the party to the hearing that its own was joined with.
    Each of two hearings has `label_beside`: what the other one is called.
    """
    rows = RejectedProposal.objects.filter(Q(hearing=hearing) | Q(other=hearing) | Q(party__hearing=hearing))
    found = list(rows.select_related("hearing__item", "other__item", "party", "same_as", "by").order_by("-pk"))
    for one in found:
        beside = one.hearing if one.other_id == hearing.pk else one.other
        one.label_beside = beside.label if beside else ""
    return found
