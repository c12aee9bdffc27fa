"""People: the list with its search, and one with seats and what he or she took part in."""

from django.db.models import Prefetch, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from danish.folding import name_key
from meetings.access import get_person
from meetings.models import AgendaItem, Membership, Participation, Person, Vote, VoteName
from meetings.paging import page_of


def person_list(request: HttpRequest) -> HttpResponse:
    people = Person.objects.visible_to(request.actor)
    text = request.GET.get("q", "").strip()[:100]
    for word in text.split():
        people = people.filter(key__contains=name_key(word))
    lasting = Q(first_day__lte=request.today) & (Q(last_day__isnull=True) | Q(last_day__gte=request.today))
    seats = Prefetch("memberships", Membership.objects.filter(lasting).select_related("body").order_by("body__sort_key"), to_attr="seats")
    page = page_of(people.prefetch_related(seats).order_by("sort_key", "pk"), request.GET.get("side"))
    return render(request, "people/list.html", {"page": page, "text": text})


def person_detail(request: HttpRequest, pk: int) -> HttpResponse:
    actor, today = request.actor, request.today
    person = get_person(request, pk)
    if person.pk != pk:
        return redirect(person)
    readable_parts = Participation.objects.visible_to(actor)
    parts = readable_parts.filter(Q(person=person) | Q(for_person=person)).select_related("person", "for_person")
    votes = VoteName.objects.visible_to(actor).filter(person=person).select_related("vote")
    own_names = Prefetch("names", votes.order_by("position"), to_attr="own_names")
    named = [readable_parts.filter(**{role: person}).order_by().values("item") for role in ("person", "for_person")]
    named.append(votes.order_by().values("vote__item"))
    items = (
        AgendaItem.objects.visible_to(actor)
        .telling_decisions(actor)
        .filter(decision_shown=True)
        # From the person's few rows to their items, as one set of keys: with OR, every item of the register would be looked at.
        .filter(pk__in=named[0].union(*named[1:], all=True))
        .select_related("meeting", "body")
        .prefetch_related(
            Prefetch("participations", parts.order_by("position"), to_attr="own_parts"),
            Prefetch("votes", Vote.objects.visible_to(actor).prefetch_related(own_names), to_attr="own_votes"),
        )
        .order_by("-meeting__date", "-pk")
    )
    seats = person.memberships.select_related("body").order_by("-first_day", "body__sort_key")
    context = {
        "person": person,
        "seats": [seat for seat in seats if seat.last_day is None or seat.last_day >= today],
        "earlier": [seat for seat in seats if seat.last_day is not None and seat.last_day < today],
        "page": page_of(items, request.GET.get("side")),
    }
    return render(request, "people/person.html", context)
