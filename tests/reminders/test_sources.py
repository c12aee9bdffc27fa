"""The deadlines that stand, whom they are for, and the words in which each reader is told of them."""

import datetime as dt

import pytest

from accounts.models import Role
from followups.models import FollowUp, Occurrence
from hearings.models import Hearing
from meetings.access import actor_for
from meetings.models import AgendaItem, Meeting, Membership
from reminders.deadlines import DeadlineKind, Duty
from reminders.sources import registered, source_of
from tests.factories.obligations import FollowUpFactory, HearingFactory, HearingPartyFactory, OccurrenceFactory
from tests.factories.register import (
    COPENHAGEN,
    AgendaItemFactory,
    BodyFactory,
    MeetingFactory,
    MembershipFactory,
    PersonFactory,
    SecretaryAssignmentFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
TODAY = dt.date(2018, 8, 1)
SEEN = FollowUp.Review.ACCEPTED
OUT = dt.datetime(2018, 8, 1, 9, tzinfo=COPENHAGEN)


@pytest.fixture
def chair(body):
    person = PersonFactory(user=UserFactory(member=True))
    MembershipFactory(body=body, person=person, role=Membership.Role.CHAIR)
    return person


@pytest.fixture
def item(body):
    return AgendaItemFactory(meeting=MeetingFactory(body=body, published=True))


def told(source: str) -> dict[str, list[tuple[str, str]]]:
    """The addressees by the deadline's key."""
    found = source_of(f"{source}:0").deadlines(today=TODAY)
    return {one.key: [(who.key, who.duty) for who in one.addressees] for one in found}


def user_key(user) -> str:
    return f"user:{user.pk}"


def test_an_agenda_is_due_by_the_bodys_own_count_until_it_is_sent(body, secretary):
    body.dispatch_days, body.saturday_counts = 8, True
    body.save()
    meeting = MeetingFactory(body=body, date=dt.date(2018, 9, 5))
    (deadline,) = source_of("dispatch:0").deadlines(today=TODAY)
    assert (deadline.kind, deadline.last, deadline.opens) == (DeadlineKind.DISPATCH, dt.date(2018, 8, 27), None)
    assert told("dispatch") == {f"dispatch:{meeting.pk}": [(user_key(secretary), Duty.SECRETARY)]}
    meeting.agenda_published_at = OUT
    meeting.save()
    assert told("dispatch") == {}


@pytest.mark.parametrize("columns", [{"state": Meeting.State.CANCELLED}, {"state": Meeting.State.HELD}, {"date": dt.date(2018, 7, 31)}])
def test_a_meeting_that_is_cancelled_held_or_over_has_no_deadlines(body, secretary, chair, columns):
    MeetingFactory(body=body, **{"date": dt.date(2018, 9, 5)} | columns)
    assert told("dispatch") == told("meeting") == {}


def test_a_meeting_is_told_to_those_who_sit_on_the_body_that_day(body, chair):
    without_log_in = MembershipFactory(body=body, last_day=dt.date(2018, 9, 5)).person
    MembershipFactory(body=body, last_day=dt.date(2018, 9, 4))
    MembershipFactory(body=body, role=Membership.Role.SUBSTITUTE)
    meeting = MeetingFactory(body=body, date=dt.date(2018, 9, 5), agenda_published_at=OUT)
    assert told("meeting") == {f"meeting:{meeting.pk}": [(user_key(chair.user), Duty.MEMBER), (f"person:{without_log_in.pk}", Duty.MEMBER)]}
    (deadline,) = source_of("meeting:0").deadlines(today=TODAY)
    assert (deadline.opens, deadline.last) == (dt.date(2018, 8, 1), meeting.date)


def test_a_report_is_told_to_the_secretary_whoever_is_responsible_and_the_chair(item, secretary, chair):
    promise = FollowUpFactory(item=item, review=SEEN, responsible="Center for Socialindsats")
    occurrence = OccurrenceFactory(follow_up=promise)
    assert told("report") == {
        f"report:{occurrence.pk}": [
            (user_key(secretary), Duty.SECRETARY),
            ("name:centerforsocialindsats", Duty.RESPONSIBLE),
            (user_key(chair.user), Duty.CHAIR),
        ]
    }


@pytest.mark.parametrize("name", ["Sekretæren", "Udsatterådet", ""])
def test_what_the_body_itself_is_responsible_for_is_told_to_its_secretary_alone(item, secretary, name):
    occurrence = OccurrenceFactory(follow_up=FollowUpFactory(item=item, review=SEEN, responsible=name))
    assert told("report") == {f"report:{occurrence.pk}": [(user_key(secretary), Duty.SECRETARY)]}


def test_somebody_named_in_the_register_is_told_as_that_person(item, chair):
    promise = FollowUpFactory(item=item, review=SEEN, responsible=chair.name)
    occurrence = OccurrenceFactory(follow_up=promise)
    assert (user_key(chair.user), Duty.RESPONSIBLE) in told("report")[f"report:{occurrence.pk}"]


def test_of_what_nobody_has_reviewed_only_the_secretary_is_told(item, secretary, chair):
    occurrence = OccurrenceFactory(follow_up=FollowUpFactory(item=item, responsible="Forvaltningen"))
    assert told("report") == {f"report:{occurrence.pk}": [(user_key(secretary), Duty.SECRETARY)]}


@pytest.mark.parametrize(
    "columns",
    [
        {"state": Occurrence.State.MET, "met_on": TODAY},
        {"state": Occurrence.State.DROPPED},
        {"due_start": None, "due_end": None},
        {"follow_up__review": FollowUp.Review.REJECTED},
    ],
)
def test_what_is_met_dropped_rejected_or_without_a_day_is_no_deadline(item, secretary, columns):
    OccurrenceFactory(follow_up__item=item, **columns)
    assert told("report") == {}


def test_what_stands_on_a_coming_agenda_has_been_seen_to(body, item, secretary):
    meeting = MeetingFactory(body=body, date=dt.date(2018, 9, 5))
    occurrence = OccurrenceFactory(follow_up__item=item, placed_on=AgendaItemFactory(meeting=meeting))
    assert told("report") == {}
    Meeting.objects.filter(pk=meeting.pk).update(state=Meeting.State.CANCELLED)
    assert told("report").keys() == {f"report:{occurrence.pk}"}


def test_a_closed_promise_reaches_neither_the_shut_out_nor_anybody_outside(body, item, secretary, chair):
    AgendaItem.objects.filter(pk=item.pk).update(closed=True)
    occurrence = OccurrenceFactory(follow_up=FollowUpFactory(item=item, review=SEEN, responsible="Forvaltningen"))
    assert told("report")[f"report:{occurrence.pk}"] == [(user_key(secretary), Duty.SECRETARY), (user_key(chair.user), Duty.CHAIR)]
    item.shut_out.add(chair)
    assert told("report")[f"report:{occurrence.pk}"] == [(user_key(secretary), Duty.SECRETARY)]


def test_a_meeting_that_was_held_ended_with_its_day_and_one_that_was_cancelled_did_not(body):
    held, cancelled = MeetingFactory(body=body, date=TODAY), MeetingFactory(body=body, date=TODAY, state=Meeting.State.CANCELLED)
    keys = {source: [f"{source}:{meeting.pk}" for meeting in (held, cancelled)] for source in ("dispatch", "meeting")}
    for source, own in keys.items():
        assert source_of(own[0]).lapsed([*own, f"{source}:0"]) == {own[0]}
    Meeting.objects.filter(pk=held.pk).update(agenda_published_at=OUT)
    assert source_of("dispatch:0").lapsed(keys["dispatch"]) == set()
    assert not any(source_of(f"{source}:0").lapsed([f"{source}:1"]) for source in ("hearing", "party", "report"))


def test_a_bodys_own_answer_is_due_until_it_is_given_or_declined(item, body, secretary):
    hearing = HearingFactory(item=item, role="consulted")
    party = HearingPartyFactory(hearing=hearing, body=body)
    assert told("hearing") == {f"hearing:{hearing.pk}": [(user_key(secretary), Duty.SECRETARY)]}
    party.declined_on = TODAY
    party.save()
    assert told("hearing") == told("party") == {}


def test_a_party_of_ours_is_its_secretary_and_another_is_known_by_name(item, secretary):
    heard = SecretaryAssignmentFactory(body=BodyFactory(name="Handicaprådet"))
    hearing = HearingFactory(item=item, role="issuer", opens_last=TODAY, review=SEEN)
    ours = HearingPartyFactory(hearing=hearing, name="Handicaprådet", body=heard.body)
    outside = HearingPartyFactory(hearing=hearing, name="Havnens Venner")
    HearingPartyFactory(hearing=hearing, name="Ungerådet", answered_on=TODAY)
    assert told("party") == {
        f"party:{ours.pk}": [(user_key(heard.user), Duty.PARTY)],
        f"party:{outside.pk}": [("name:havnensvenner", Duty.PARTY)],
    }
    assert told("hearing") == {}


@pytest.mark.parametrize("columns", [{"review": Hearing.Review.UNREVIEWED}, {"opens_last": dt.date(2018, 8, 2)}, {"item__closed": True}])
def test_nothing_goes_outside_that_is_unreviewed_closed_or_not_sent_out(item, body, secretary, columns):
    closed = columns.pop("item__closed", False)
    AgendaItem.objects.filter(pk=item.pk).update(closed=closed)
    hearing = HearingFactory(item=item, **{"role": "issuer", "opens_last": TODAY, "review": SEEN} | columns)
    party = HearingPartyFactory(hearing=hearing, name="Havnens Venner")
    assert told("party") == {f"party:{party.pk}": [(user_key(secretary), Duty.SECRETARY)]}


def make_one_of_each(body, *, closed: bool = False) -> None:
    item = AgendaItemFactory(meeting=MeetingFactory(body=body, published=True), closed=closed, title="HEMMELIGT")
    OccurrenceFactory(follow_up=FollowUpFactory(item=item, review=SEEN, responsible="HEMMELIGT", text="HEMMELIGT", quote="HEMMELIGT"))
    HearingFactory(item=item, role="consulted", subject="HEMMELIGT", quote="HEMMELIGT")
    sent = HearingFactory(item=item, role="issuer", opens_last=TODAY, review=SEEN, subject="HEMMELIGT", quote="HEMMELIGT")
    HearingPartyFactory(hearing=sent, name="HEMMELIGT")
    HearingPartyFactory(hearing=HearingFactory(item=None, body=body, role="issuer", opens_last=TODAY, review=SEEN, open_to_public=True))
    MeetingFactory(body=body, date=dt.date(2018, 9, 5), agenda_published_at=OUT)
    MeetingFactory(body=body, date=dt.date(2018, 10, 5))


QUERIES = {"dispatch": 2, "meeting": 3, "hearing": 3, "party": 4, "report": 6}


@pytest.mark.parametrize("source", QUERIES)
def test_the_queries_of_a_source_do_not_grow_with_its_deadlines(
    source, body, secretary, django_assert_num_queries, django_assert_max_num_queries
):
    for _round in range(2):
        make_one_of_each(body)
        make_one_of_each(body, closed=True)
        with django_assert_num_queries(QUERIES[source]):
            deadlines = list(source_of(f"{source}:0").deadlines(today=TODAY))
    actor = actor_for(secretary, today=TODAY)
    with django_assert_num_queries(1):
        assert {one.key for one in deadlines} == source_of(f"{source}:0").describe([one.key for one in deadlines], actor=actor).keys()
    with django_assert_max_num_queries(QUERIES[source]):
        assert list(source_of(f"{source}:0").deadlines(today=TODAY, keys=[deadlines[0].key, "other:1"])) == deadlines[:1]


def test_a_closed_item_says_nothing_to_anybody(body, secretary, chair):
    make_one_of_each(body, closed=True)
    keys = [one.key for source in registered() for one in source.deadlines(today=TODAY)]
    for user in (secretary, chair.user, UserFactory(role=Role.ADMINISTRATOR)):
        told_to = {key: said for source in registered() for key, said in source.describe(keys, actor=actor_for(user, today=TODAY)).items()}
        assert any(key.startswith("report:") for key in told_to)
        assert "HEMMELIGT" not in str(told_to)


def test_whoever_is_reminded_may_read_it(body, secretary, chair):
    """The planner reckons who may read an item; the rule of who may read what agrees."""
    for closed in (False, True):
        make_one_of_each(body, closed=closed)
    SecretaryAssignmentFactory(body=BodyFactory())
    users = {user_key(user): user for user in (secretary, chair.user)}
    for source in registered():
        for deadline in source.deadlines(today=TODAY):
            for addressee in (one for one in deadline.addressees if one.key in users):
                actor = actor_for(users[addressee.key], today=TODAY)
                assert deadline.key in source.describe([deadline.key], actor=actor)


def test_each_leads_to_its_sentence_on_the_page_of_the_minutes(client, body, secretary):
    for closed in (False, True):
        make_one_of_each(body, closed=closed)
    client.force_login(secretary)
    actor = actor_for(secretary, today=TODAY)
    keys = [one.key for source in registered() for one in source.deadlines(today=TODAY)]
    told = [said for source in registered() for said in source.describe(keys, actor=actor).values()]
    links = [said.sentence_link for said in told if said.sentence_link]
    assert len(links) == len([said for said in told if said.quote]) > 1
    for link in links:
        page, _, anchor = link.partition("#")
        assert f'id="{anchor}"' in client.get(page).content.decode()
