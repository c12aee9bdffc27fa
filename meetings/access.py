"""From a logged-in user to the `Viewer` the confidentiality rule speaks of."""

from datetime import date

from django.db.models import Q

from accounts.models import Role
from cases.access import PUBLIC, Viewer
from meetings.models import Membership, Service


def viewer_for(user, *, today: date) -> Viewer:
    """What `user` (a User, or Django's AnonymousUser) may see on `today`: at most two queries.

    A member's seats count while they last: a former member reads as the public does, and a substitute until called in.
    """
    if not user.is_authenticated or not user.is_active or not user.role:
        return PUBLIC
    if user.is_administrator:
        return Viewer(user_id=user.pk, is_administrator=True)
    seats = (
        Membership.objects.filter(person__user=user, first_day__lte=today)
        .filter(Q(last_day__isnull=True) | Q(last_day__gte=today))
        .exclude(role=Membership.Role.SUBSTITUTE)
    )
    is_secretary = user.role == Role.SECRETARY
    served = Service.objects.filter(user=user) if is_secretary else Service.objects.none()
    by_body = dict(seats.values_list("body_id", "person_id"))
    return Viewer(
        user_id=user.pk,
        person_id=next(iter(by_body.values()), None),
        sits_on=frozenset(by_body),
        serves=frozenset(served.values_list("body_id", flat=True)),
        is_secretary=is_secretary,
    )
