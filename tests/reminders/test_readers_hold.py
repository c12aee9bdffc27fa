"""Whatever is closed, unpublished, in doubt or read twice: nobody is reminded of what he or she may not read, and each of one promise once."""

import datetime as dt
from collections import Counter

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from cases.access import PUBLIC
from followups.models import FollowUp
from followups.services import link_duplicates
from meetings.access import actor_for
from meetings.models import AgendaItem
from reminders.deadlines import DeadlineKind
from reminders.sources import registered
from tests import factories as f

TODAY = dt.date(2018, 8, 1)
UNIT = "Center for Socialindsats"

READINGS = st.fixed_dictionaries(
    {
        "closed": st.booleans(),
        "in_doubt": st.booleans(),
        "published": st.booleans(),
        "shut_out": st.booleans(),
        "review": st.sampled_from(["accepted", "unreviewed"]),
        "responsible": st.sampled_from(["", UNIT, "formanden"]),
        "is_fixed": st.booleans(),
    }
)


class AnyReadings(TestCase):
    """One promise and a hearing to answer and to ask about it, at several meetings of a body with a secretary and a chair."""

    @settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(st.lists(READINGS, min_size=1, max_size=4))
    def test_each_hears_once_of_what_he_or_she_may_read(self, readings):
        body, matter = f.BodyFactory(), f.MatterFactory()
        secretary, stranger = f.SecretaryAssignmentFactory(body=body).user, f.SecretaryAssignmentFactory().user
        chair = f.MembershipFactory(body=body, role="chair", person__user=f.UserFactory(member=True)).person
        untouched = {self.make(month, reading, body, matter, chair) for month, reading in enumerate(readings, start=1)} - {None}
        link_duplicates(matters=[matter.pk])
        users = {f"user:{user.pk}": user for user in (secretary, chair.user, stranger)}
        told, heard_of_it = Counter(), set()
        for source in registered():
            for deadline in source.deadlines(today=TODAY):
                for whose in {one.key for one in deadline.addressees}:
                    actor = actor_for(users[whose], today=TODAY) if whose in users else PUBLIC
                    assert deadline.key in source.describe([deadline.key], actor=actor), "reminded of what may not be read"
                    told[whose] += deadline.key in untouched
                    heard_of_it |= {whose} if deadline.kind == DeadlineKind.REPORT else set()
        assert max(told.values(), default=0) <= 1, "reminded twice of one promise"
        assert f"user:{secretary.pk}" in heard_of_it, "the secretary is left out"

    def make(self, month, reading, body, matter, chair) -> str | None:
        """Returns the key of the promise's deadline, None when somebody has set its day."""
        meeting = f.MeetingFactory(body=body, date=dt.date(2018, month, 4), published=reading["published"])
        is_closed = reading["closed"] or reading["in_doubt"]
        item = f.AgendaItemFactory(meeting=meeting, matter=matter, closed=is_closed, in_doubt=reading["in_doubt"])
        if reading["shut_out"]:
            AgendaItem.shut_out.through.objects.create(agendaitem=item, person=chair)
        same = {"text": "en status", "every": 1, "unit": "quarter"}
        promise = f.FollowUpFactory(item=item, review=reading["review"], responsible=reading["responsible"], **same)
        for role in ("consulted", "issuer"):
            f.HearingPartyFactory(hearing=f.HearingFactory(item=item, role=role, opens_last=TODAY, review=FollowUp.Review.ACCEPTED))
        occurrence = f.OccurrenceFactory(follow_up=promise, due_fixed=reading["is_fixed"])
        return None if reading["is_fixed"] else f"report:{occurrence.pk}"
