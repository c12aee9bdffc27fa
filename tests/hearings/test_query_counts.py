"""Every page of hearings asks the database a fixed number of times, whatever the number of rows, and counts nothing."""

import datetime as dt

import pytest

from tests import factories as f
from tests.pages.test_query_counts import A_SECRETARY_COSTS

pytestmark = pytest.mark.django_db

LISTS = {
    # bodies; hearings, parties, extensions; the bodies' calendars, items on coming agendas; the chart's meetings
    "/hoeringer/": 7,
    "/hoeringer/?organ=planudvalget": 7,
    "/hoeringer/?vis=afsluttede": 5,  # no feasibility any more
    "/hoeringer/?vis=uden-frist": 4,
}
SINGLE = {
    "": 8,  # itself; extensions; parties; answers with the items they were decided and considered at; calendars, coming agendas
    "spor/": 6,
}
# For the secretary, besides who it is: the same; what was rejected; the body's other hearings with parties and extensions, and which of them
# everybody may read; the reminders; the steps of the hearing, and of its parties.
FOR_THE_SECRETARY = 16
FORMS = {  # for the secretary, besides who it is; the hearing whole
    "ret/": 6,
    "frist/": 6,
    "parter/{party}/": 6,
    "parter/{party}/svar/": 6,
    "behandlet/": 9,  # and answers; items of the matter and of the body
}


@pytest.fixture
def fill(committee, council):
    """Hearings that run, are over and have no deadline, `rows` of each with as many parties, extensions and answers; gives one that runs."""

    def rows_of(rows: int):
        for n in range(rows):
            f.MeetingFactory(body=council, date=dt.date(2018, 9, 5 + n))
            item = f.AgendaItemFactory(meeting__body=committee, meeting__published=True)
            for deadline in (dt.date(2018, 9, 28), dt.date(2018, 8, 31), None):
                hearing = f.HearingFactory(item=item, role="issuer", deadline=deadline)
                for _ in range(rows):
                    f.ExtensionFactory(hearing=hearing)
                    f.HearingPartyFactory(hearing=hearing, body=council)
                    answered = f.HearingPartyFactory(hearing=hearing, answered_on=dt.date(2018, 8, 1))
                    f.HearingResponseFactory(party=answered, is_public=True, decided_at=item, considered_at=f.AgendaItemFactory())
        return item.hearings.get(deadline=dt.date(2018, 9, 28))

    return rows_of


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize("address", LISTS)
def test_lists(client, fill, django_assert_num_queries, address, rows):
    fill(rows)
    with django_assert_num_queries(LISTS[address]) as captured:
        assert client.get(address).status_code == 200
    assert not [query["sql"] for query in captured.captured_queries if "COUNT(" in query["sql"]]


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize("page", SINGLE)
def test_one_hearing(client, fill, django_assert_num_queries, page, rows):
    address = fill(rows).get_absolute_url() + page
    with django_assert_num_queries(SINGLE[page]):
        assert client.get(address).status_code == 200


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize("page", FORMS)
def test_the_forms(office, fill, django_assert_num_queries, page, rows):
    hearing = fill(rows)
    address = hearing.get_absolute_url() + page.format(party=hearing.parties.first().pk)
    with django_assert_num_queries(FORMS[page] + A_SECRETARY_COSTS):
        assert office.get(address).status_code == 200


@pytest.mark.parametrize("page", FORMS)
def test_nothing_is_fetched_for_whoever_may_not_change_it(client, fill, django_assert_num_queries, page):
    hearing = fill(3)
    address = hearing.get_absolute_url() + page.format(party=hearing.parties.first().pk)
    client.force_login(f.SecretaryAssignmentFactory().user)
    with django_assert_num_queries(1 + A_SECRETARY_COSTS):  # whether it is a hearing of a body that is managed
        assert client.get(address).status_code == 404


@pytest.mark.parametrize("rows", [1, 3])
def test_one_hearing_with_what_its_secretary_sees(office, fill, django_assert_num_queries, rows):
    hearing = fill(rows)
    for party in hearing.parties.all():
        f.PartyStepFactory(party=party)
        f.HearingPartyFactory(hearing=hearing, name="pressen")
    with django_assert_num_queries(FOR_THE_SECRETARY + A_SECRETARY_COSTS):
        assert office.get(hearing.get_absolute_url()).status_code == 200
