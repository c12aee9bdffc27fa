"""The only way for a view to one row: fetched, checked, and noted as read (`request.readings`). What is hidden and what is missing is 404."""

from collections.abc import Collection
from datetime import date
from functools import reduce
from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from accounts.models import Role
from cases.access import PUBLIC, Actor
from cases.models import Case, Matter
from meetings.models import AgendaItem, Body, Meeting, MeetingPlan, Membership, Merge, Person, SecretaryAssignment


def actor_for(user, *, today: date) -> Actor:
    """Gives the actor for `user` (a User, or Django's AnonymousUser) on `today`: at most two queries.

    A member's seats count while they last: a former member reads as the public does, and a substitute until called in.
    """
    if not user.is_authenticated or not user.is_active or not user.role:
        return PUBLIC
    if user.is_administrator:
        return Actor(user_id=user.pk, user_name=user.full_name, is_administrator=True)
    seats = (
        Membership.objects.filter(person__user=user, first_day__lte=today)
        .filter(Q(last_day__isnull=True) | Q(last_day__gte=today))
        .exclude(role=Membership.Role.SUBSTITUTE)
    )
    is_secretary = user.role == Role.SECRETARY
    managed = SecretaryAssignment.objects.filter(user=user) if is_secretary else SecretaryAssignment.objects.none()
    by_body = dict(seats.values_list("body_id", "person_id"))
    return Actor(
        user_id=user.pk,
        user_name=user.full_name,
        person_id=next(iter(by_body.values()), None),
        sits_on=frozenset(by_body),
        managed_bodies=frozenset(managed.values_list("body_id", flat=True)),
        is_secretary=is_secretary,
    )


def get_item(
    request: HttpRequest, pk: int, *, manage: bool = False, whole: bool = False, parts: Collection[str] = (), **within
) -> AgendaItem:
    """The item with its meeting, body, case and matter if and only if the actor may read it; with `manage`, if and only if he or she manages its body.

    `whole` fetches its parts as well, or those named in `parts`, as far as the actor may read them; `within` narrows, as `meeting=meeting`
    does.
    """
    items = AgendaItem.objects.visible_to(request.actor).filter(**within)
    items = items.select_related("meeting", "body", "case", "matter")
    if whole or parts:
        items = items.with_parts(request.actor, *parts)
    item = get_object_or_404(items, pk=pk)
    if manage and not request.actor.manages(item.body_id):
        raise Http404
    request.readings.add(item)
    return item


def get_meeting(request: HttpRequest, pk: int, *, manage: bool = False, whole: bool = False, of_items: Collection[str] = ()) -> Meeting:
    """The meeting with its body: the calendar is public. With `manage`, if and only if the actor manages the body.

    `whole` fetches its items, time plan and participants as far as the actor may read them, and of the items the parts `of_items`. The
    guests of a closed item are noted as a reading of it.
    """
    meetings = Meeting.objects.select_related("body")
    if whole:
        meetings = meetings.with_parts(request.actor, of_items=of_items)
    meeting = get_object_or_404(meetings, pk=pk)
    if manage and not request.actor.manages(meeting.body_id):
        raise Http404
    if whole:
        request.readings.add(*(row.item for row in meeting.readable_time_plan if row.item and row.guests))
    return meeting


def get_meeting_plan(request: HttpRequest, pk: int, body: Body) -> MeetingPlan:
    """The plan of the body's meetings if and only if the actor manages the body."""
    if not request.actor.manages(body.pk):
        raise Http404
    return get_object_or_404(MeetingPlan, pk=pk, body=body)


def get_row(request: HttpRequest, rows: QuerySet, pk: int, *, told_by: str = "item", shows: bool = True) -> Any:
    """The row of `rows`, which are `visible_to` the actor. The item that tells of it, if any, is noted as read where the answer `shows` it.

    `told_by` is the path from the row to that item, which is at hand: `party__hearing__item`.
    """
    row = get_object_or_404(rows, pk=pk)
    if shows and (item := reduce(getattr, told_by.split("__"), row)):
        request.readings.add(item)
    return row


def get_case(request: HttpRequest, pk: int) -> Case:
    """The case if and only if the actor may read an item of it."""
    return get_object_or_404(Case.objects.visible_to(request.actor), pk=pk)


def get_case_by_number(request: HttpRequest, number: str) -> Case:
    """The case that has the number, or had it before, if and only if the actor may read an item of it."""
    return get_object_or_404(Case.objects.visible_to(request.actor).numbered(number))


def get_matter(request: HttpRequest, pk: int) -> Matter:
    """The matter with its `readable_title` if and only if the actor may read an item of it."""
    return get_object_or_404(Matter.objects.visible_to(request.actor).with_readable_titles(request.actor), pk=pk)


def get_person(request: HttpRequest, pk: int) -> Person:
    """The person of that key, or the one it was merged into, if and only if something the actor may read names that person."""
    people = Person.objects.visible_to(request.actor)
    merged = Merge.objects.filter(kind=Merge.Kind.PERSON, gone_key=pk, undone_at=None).values("kept_key")
    return people.filter(pk=pk).first() or get_object_or_404(people, pk__in=merged)
