"""Every page asks the database a fixed number of times, whatever the number of rows."""

import datetime as dt

import pytest
from django.db import connection

from followups.selectors.bodies import AT_MOST
from meetings.matters import move_items
from tests import factories as f
from tests.pages.conftest import member_of, secretary_of

pytestmark = pytest.mark.django_db

A_WORD_COSTS = connection.vendor == "postgresql"  # whether it is common, which SQLite is not asked
LISTS = {
    "/": 5,  # meetings; decisions with their outcomes; what waits for each body; the hearings that run
    "/sager/": 8,  # bodies, first and last year; the page's numbers; its cases, their items, their subjects; items without a number
    "/sager/?sortering=nummer": 8,
    "/sager/?q=varmestue&organ=raadet&aar=2018": 8 + 2 * A_WORD_COSTS,  # of the cases, of the items without a number
    "/moeder/": 4,  # bodies, first and last year; meetings
    "/moeder/?vis=afholdte": 4,
    "/organer/": 1,
    "/personer/": 2,  # people; their seats today
}
SINGLE = {
    # itself; appearances with outcomes, votes, names, people, parts, onward bodies, quotations and references; what those point
    # at; follow-ups and planned treatments with what is to come, hearings with parties; titles of matters, subject, links; planned routes
    "case": 21,
    "meeting": 5,  # itself; items, outcomes; time plan; participants
    # itself with the same parts, sections, recommendations, attachments, guests and files; what is pointed at; the items before and after
    "item": 23,
    "body": 7,  # itself; members, earlier members; coming and held meetings; items, outcomes
    "person": 6,  # itself; items, parts, votes, names; seats
}
A_MEMBER_COSTS = 3  # session, user, seats
A_SECRETARY_COSTS = 4  # and the bodies managed


def fill(rows: int) -> dict:
    """A register with `rows` of everything, and one of each kind that has as many of every part."""
    body = f.BodyFactory(name="Rådet", slug="raadet")
    meeting = f.MeetingFactory(body=body, published=True)
    case, matter, person = f.CaseFactory(number="27.15.00-A08-1-18"), f.MatterFactory(), f.PersonFactory()
    f.SubjectFactory()
    document = f.DocumentFactory(meeting=meeting)
    for n in range(rows):
        item = f.AgendaItemFactory(meeting=meeting, case=case, matter=matter, decision="Godkendt, men senere.", source=document)
        for _ in range(rows):
            for factory in (f.SectionFactory, f.RecommendationFactory, f.AttachmentFactory, f.OutcomeFactory):
                factory(item=item, source=document)
            for factory in (f.QuotedAppearanceFactory, f.ReferenceFactory, f.RecommendedToFactory):
                factory(item=item, body=f.BodyFactory())
            f.GuestFactory(item=item)
            f.ParticipationFactory(item=item, person=person, for_person=f.PersonFactory())
            f.VoteNameFactory(vote__item=item, person=person)
            f.OccurrenceFactory(follow_up__item=item, placed_on=item)
            f.OccurrenceFactory(follow_up=None, planned=f.PlannedTreatmentFactory(item=item), state="met", met_on=meeting.date, met_by=item)
            f.HearingPartyFactory(hearing__item=item)
        f.ReferenceFactory(item=item, body=body, date=meeting.date, item_numbers=[1])
        f.TimePlanRowFactory(meeting=meeting, item=item)
        f.AttendanceFactory(meeting=meeting, person=f.PersonFactory())
        other = f.AgendaItemFactory(meeting=meeting, title=f"Varmestue nr. {n}")
        f.CaseLinkFactory(origin=case, target=other.case)
        f.MembershipFactory(body=body, person=f.PersonFactory())
        f.MembershipFactory(body=body, person=f.PersonFactory(), last_day=dt.date(2018, 2, 1))
        f.MembershipFactory(body=f.BodyFactory(), person=person)
        f.MeetingFactory(body=body, date=dt.date(2018, 10, 3 + n))
        coming = f.MeetingFactory(body=body, date=dt.date(2018, 11, 3 + n), agenda_published=True)
        f.AgendaItemFactory(meeting=coming, case=other.case)
    return {"case": case, "meeting": meeting, "item": item, "body": body, "person": person}


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize("address", LISTS)
def test_lists(client, django_assert_num_queries, address, rows):
    fill(rows)
    with django_assert_num_queries(LISTS[address]):
        assert client.get(address).status_code == 200


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize("kind", SINGLE)
def test_single_rows(client, django_assert_num_queries, kind, rows):
    row = fill(rows)[kind]
    gaps = kind == "meeting" and rows > 1  # the numbers of several items leave gaps here, and which are closed is asked once
    with django_assert_num_queries(SINGLE[kind] + gaps):
        assert client.get(row.get_absolute_url()).status_code == 200


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize(("who", "more"), [(member_of, A_MEMBER_COSTS), (secretary_of, A_SECRETARY_COSTS)])
def test_who_is_looking_costs_the_same_on_every_list(client, django_assert_num_queries, who, more, rows):
    client.force_login(who(fill(rows)["body"]))
    with django_assert_num_queries(LISTS["/sager/"] + more):
        client.get("/sager/")


@pytest.mark.parametrize("rows", [1, 3])
def test_a_closed_item_with_its_originals_costs_a_fixed_number_too(client, django_assert_num_queries, rows):
    """Two more: the originals its facts were read from, and the row in the log. To the secretary: who is shut out and named, members, steps,
    and the reminders about it."""
    filled = fill(rows)
    filled["item"].closed = True
    filled["item"].save()
    client.force_login(secretary_of(filled["body"]))
    with django_assert_num_queries(SINGLE["item"] + A_SECRETARY_COSTS + 2 + 5):
        assert client.get(filled["item"].get_absolute_url()).status_code == 200


def test_no_list_counts_its_rows(client, django_assert_num_queries):
    fill(1)
    for address in LISTS:
        with django_assert_num_queries(LISTS[address]) as captured:
            client.get(address)
        counting = [query["sql"] for query in captured.captured_queries if "COUNT(" in query["sql"]]
        # What is counted at all is counted within a slice, no further than people need.
        assert not [sql for sql in counting if sql.count("COUNT(") != sql.count(f"LIMIT {AT_MOST}")]


@pytest.mark.parametrize("rows", [1, 3])
def test_the_matters_of_a_case(client, django_assert_num_queries, rows):
    """The case; whether the actor manages a body of it; its items; titles; steps and their moves; titles twice."""
    filled = fill(rows)
    other = f.MatterFactory()
    for item in filled["case"].appearances.all():
        move_items(items=[item], to=other, by=f.UserFactory(), now=filled["meeting"].minutes_published_at)
    client.force_login(secretary_of(filled["body"]))
    with django_assert_num_queries(8 + A_SECRETARY_COSTS):
        assert client.get("/forloeb/27.15.00-A08-1-18/").status_code == 200
    with django_assert_num_queries(4 + A_SECRETARY_COSTS + A_WORD_COSTS):  # and what is found: matters with titles, their newest items
        client.get("/forloeb/27.15.00-A08-1-18/?q=varmestue", headers={"HX-Request": "true"})
