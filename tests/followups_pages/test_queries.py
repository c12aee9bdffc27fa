"""Each page of what is waited for asks the database a fixed number of times, and counts nothing to its end."""

import datetime as dt

import pytest

from followups.selectors.bodies import AT_MOST
from tests import factories as f
from tests.pages.conftest import member_of
from tests.pages.test_query_counts import A_MEMBER_COSTS, A_SECRETARY_COSTS

pytestmark = pytest.mark.django_db
D = dt.date

# bodies with their counts; the page's keys, rows, items, steps; hearings, whom they ask, the meetings of these, where the matter stands
WAITING = 9
# itself; deliveries, steps, items
ONE = 4
# and the coming agendas, the past ones, what is alike, a proposal, a rejected one, the reminders
ITS_FORMS = 8
# bodies; those responsible, twice; the page's keys, rows, items, steps, meetings, proposals; proposals above; what is history
DESK = 11
# the rows; steps done; coming agendas; rows, items, steps as told
SEVERAL_PLACED, SEVERAL_MET = 6, 7
FILE = 9


def fill(council, waits, rows: int):
    """Everything there can be of a row, `rows` times; returns one of them."""
    held = f.MeetingFactory(body=council, published=True, date=D(2018, 8, 22))
    coming = f.MeetingFactory(body=council, agenda_published=True, date=D(2018, 9, 26))
    for n in range(rows):
        one = waits(f"Nr. {n}", every=1, unit="quarter", occurrence={"placed_on": f.AgendaItemFactory(meeting=coming)})
        f.OccurrenceFactory(follow_up=one.follow_up, ordinal=2, state="met", met_on=held.date, met_by=f.AgendaItemFactory(meeting=held))
        for _ in range(rows):
            f.AgendaItemFactory(meeting=held, case=one.item.case)
            f.StepFactory(occurrence=one, by=f.UserFactory(), undone_by=f.UserFactory())
            f.ProposalFactory(occurrence=one, item=f.AgendaItemFactory(meeting=held))
        planned = f.PlannedTreatmentFactory(item=one.item, body=f.BodyFactory())
        f.OccurrenceFactory(follow_up=None, planned=planned, body=planned.body)
        hearing = f.HearingFactory(item=one.item, deadline=D(2018, 9, 30))
        f.HearingPartyFactory(hearing=hearing, body=council)
    return one


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize("address", ["/opfoelgning/", "/opfoelgning/?vis=alle", "/opfoelgning/?organ=raadet"])
def test_what_is_waited_for(client, django_assert_num_queries, council, waits, address, rows):
    fill(council, waits, rows)
    with django_assert_num_queries(WAITING):
        client.get(address)
    client.force_login(member_of(council))
    with django_assert_num_queries(WAITING + A_MEMBER_COSTS):
        client.get(address)


@pytest.mark.parametrize("rows", [1, 3])
def test_one(client, django_assert_num_queries, council, waits, secretary, rows):
    address = fill(council, waits, rows).get_absolute_url()
    with django_assert_num_queries(ONE):
        client.get(address)
    client.force_login(secretary)
    with django_assert_num_queries(ONE + ITS_FORMS + A_SECRETARY_COSTS):
        client.get(address)


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize("bodies", [1, 3])
def test_the_desk(client, django_assert_num_queries, council, waits, secretary, rows, bodies):
    one = fill(council, waits, rows)
    for _ in range(bodies - 1):
        waits("Andet", body=f.SecretaryAssignmentFactory(user=secretary).body)
    client.force_login(secretary)
    with django_assert_num_queries(DESK + A_SECRETARY_COSTS):
        client.get("/opfoelgning/bord/")
    ticked = {"valgt": list(one.item.occurrences.filter(state="open", planned=None).values_list("pk", flat=True))}
    for name, count in (("dagsorden", SEVERAL_PLACED), ("besvaret", SEVERAL_MET)):
        with django_assert_num_queries(count + A_SECRETARY_COSTS):
            assert client.get("/opfoelgning/bord/flere/", ticked | {"goer": name}).status_code == 200
    with django_assert_num_queries(FILE + A_SECRETARY_COSTS):
        client.get("/opfoelgning/bord/liste.csv")


def test_nothing_is_counted_to_its_end(client, django_assert_num_queries, council, waits):
    fill(council, waits, 1)
    with django_assert_num_queries(WAITING) as captured:
        client.get("/opfoelgning/")
    counting = [query["sql"] for query in captured.captured_queries if "COUNT(" in query["sql"]]
    assert len(counting) == 1
    assert counting[0].count("COUNT(") == counting[0].count(f"LIMIT {AT_MOST}") == 1
