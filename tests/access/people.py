"""The people of the table "Who sees what", each as they stand to one body on one day."""

import datetime as dt

from accounts.models import Role
from cases.access import Actor
from meetings.access import actor_for
from meetings.models import AgendaItem, Body, Membership
from tests.factories import MembershipFactory, SecretaryAssignmentFactory, UserFactory

TODAY = dt.date(2018, 9, 3)
YESTERDAY = TODAY - dt.timedelta(days=1)
TOMORROW = TODAY + dt.timedelta(days=1)


def seat(body: Body, role: str = Membership.Role.MEMBER, *, user_role: str = Role.MEMBER, **period) -> Membership:
    return MembershipFactory(body=body, role=role, person__user=UserFactory(role=user_role), **period)


def actor_of(kind: str, body: Body, shut_out_of: AgendaItem | None = None) -> Actor:
    """The actor who stands to `body` as `kind` says."""
    match kind:
        case "public":
            return Actor()
        case "shut out member":
            user = seat(body).person.user
            shut_out_of.shut_out.add(user.person)
        case "former member":
            user = seat(body, last_day=YESTERDAY).person.user
        case "coming member":
            user = seat(body, first_day=TOMORROW).person.user
        case "member until today":
            user = seat(body, last_day=TODAY).person.user
        case "member from today":
            user = seat(body, first_day=TODAY).person.user
        case "substitute":
            user = seat(body, Membership.Role.SUBSTITUTE).person.user
        case "member without a role":
            user = seat(body, user_role=Role.NONE).person.user
        case "secretary of the body":
            user = SecretaryAssignmentFactory(body=body).user
        case "secretary who sits on it":
            user = seat(body, user_role=Role.SECRETARY).person.user
        case "secretary of another":
            user = SecretaryAssignmentFactory().user
        case "member who once managed it":
            user = SecretaryAssignmentFactory(body=body, user__role=Role.MEMBER).user
        case "inactive secretary":
            user = SecretaryAssignmentFactory(body=body, user__is_active=False).user
        case "administrator":
            user = UserFactory(administrator=True)
        case _:
            user = seat(body, kind).person.user
    return actor_for(user, today=TODAY)
