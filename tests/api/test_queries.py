"""Every endpoint asks the database a fixed number of times, whatever the number of rows."""

import datetime as dt

import pytest

from tests import factories as f

pytestmark = pytest.mark.django_db

PROMISES = ("hearings", "parties", "responses", "follow-ups", "planned-treatments", "occurrences")
LISTS = {"bodies": 1, "meetings": 1, "items": 1, "cases": 1, "matters": 2} | dict.fromkeys(PROMISES, 1)
# item: itself, its ten parts, names and people of votes, hearings with parties, follow-ups and planned treatments
# with what is to come;
# what it quotes and refers to
# meeting: itself, items, time plan, participants; case: itself, appearances, links, subject; matter: itself, appearances
SINGLE = {"bodies": 1, "meetings": 4, "items": 21, "cases": 4, "matters": 2}


def fill(items: int) -> f.AgendaItemFactory:
    """One meeting, case and matter with `items` items, each with as many of every part."""
    meeting = f.MeetingFactory(published=True)
    case, matter = f.CaseFactory(), f.MatterFactory()
    for _ in range(items):
        item = f.AgendaItemFactory(meeting=meeting, case=case, matter=matter)
        for _ in range(items):
            for factory in (f.SectionFactory, f.RecommendationFactory, f.RecommendedToFactory, f.AttachmentFactory, f.OutcomeFactory):
                factory(item=item)
            for factory in (f.QuotedAppearanceFactory, f.ReferenceFactory):
                factory(item=item, body=f.BodyFactory())
            f.ParticipationFactory(item=item, person=f.PersonFactory(), for_person=f.PersonFactory())
            f.VoteNameFactory(vote__item=item, person=f.PersonFactory())
            f.ExtensionFactory(hearing=f.HearingResponseFactory(party__hearing__item=item, is_public=True).party.hearing)
            f.OccurrenceFactory(follow_up__item=item, placed_on=item)
            f.OccurrenceFactory(follow_up=None, planned=f.PlannedTreatmentFactory(item=item))
        f.TimePlanRowFactory(meeting=meeting, item=item)
        f.AttendanceFactory(meeting=meeting, person=f.PersonFactory())
        f.AgendaItemFactory(meeting__published=True, meeting__date=dt.date(2018, 9, 3))
        f.CaseLinkFactory(origin=case, target=f.AgendaItemFactory(meeting=meeting).case)
    return item


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize("kind", LISTS)
def test_lists(client, django_assert_num_queries, kind, rows):
    fill(rows)
    with django_assert_num_queries(LISTS[kind]):
        assert client.get(f"/api/{kind}/").json()["results"]


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize("kind", SINGLE)
def test_single_rows(client, django_assert_num_queries, kind, rows):
    item = fill(rows)
    pk = {"bodies": item.body_id, "meetings": item.meeting_id, "items": item.pk, "cases": item.case_id, "matters": item.matter_id}[kind]
    with django_assert_num_queries(SINGLE[kind]):
        assert client.get(f"/api/{kind}/{pk}/").status_code == 200


# A hearing has its parties and extensions beside it, the others nothing.
@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize("kind", PROMISES)
def test_single_promises_and_hearings(client, django_assert_num_queries, kind, rows):
    fill(rows)
    pk = client.get(f"/api/{kind}/").json()["results"][0]["id"]
    with django_assert_num_queries(3 if kind == "hearings" else 1):
        assert client.get(f"/api/{kind}/{pk}/").status_code == 200


# session, user and the user's seats and charges: what it takes to know who is looking
WHO_IS_LOOKING = 4


def test_a_secretary_costs_the_same_more_for_every_list(client, django_assert_num_queries):
    item = fill(3)
    client.force_login(f.SecretaryAssignmentFactory(body=item.body).user)
    for kind, queries in LISTS.items():
        looking = 0 if kind in ("bodies", "meetings") else WHO_IS_LOOKING
        with django_assert_num_queries(queries + (looking or 2)):
            client.get(f"/api/{kind}/")
