"""The API's lists: what they can be narrowed by, how they are paged, and what they refuse."""

import datetime as dt

import pytest

from tests import factories as f

pytestmark = pytest.mark.django_db


@pytest.fixture
def items():
    """Three items of published minutes, a year apart, the second approved, the third about a ramp."""
    rows = [
        f.AgendaItemFactory(meeting__published=True, meeting__date=dt.date(year, 6, 6), title=title, case__number=number)
        for year, title, number in [
            (2018, "Varmestue ved havnen", "27.15.00-A08-1-18"),
            (2019, "Høring om natklinik", "29.09.00-K04-7-19"),
            (2020, "Rampe ved biblioteket", "330-2020/44"),
        ]
    ]
    f.OutcomeFactory(item=rows[1])
    return rows


def ids(client, address: str) -> list[int]:
    response = client.get(f"/api/{address}")
    assert response.status_code == 200, response.content
    return [row["id"] for row in response.json()["results"]]


FILTERS = [
    ("body={body}", [2]),
    ("date_from=2019-01-01", [1, 2]),
    ("date_to=2019-06-06", [0, 1]),
    ("date_from=2019-01-01&date_to=2019-12-31", [1]),
    ("outcome=approved", [1]),
    ("outcome=rejected", []),
    ("closed=false", [0, 1, 2]),
    ("closed=true", []),
    ("q=VARMESTUE", [0]),
    ("q=natklinik+høring", [1]),
    ("q=330-2020/44", [2]),
    ("q=rampe+varmestue", []),
    ("", [0, 1, 2]),
]


@pytest.mark.parametrize(("query", "expected"), FILTERS)
@pytest.mark.parametrize("kind", ["items", "cases", "matters"])
def test_lists_are_narrowed_alike(client, items, kind, query, expected):
    of_row = {"items": lambda row: row.pk, "cases": lambda row: row.case_id, "matters": lambda row: row.matter_id}[kind]
    found = ids(client, f"{kind}/?{query.format(body=items[2].body_id)}")
    assert sorted(found) == sorted(of_row(items[index]) for index in expected)


def test_a_case_answers_when_one_appearance_meets_every_filter(client, items):
    again = f.AgendaItemFactory(meeting__published=True, meeting__date=dt.date(2021, 2, 3), case=items[0].case)
    assert ids(client, f"cases/?body={items[0].body_id}&date_from=2021-01-01") == []
    assert ids(client, f"cases/?body={again.body_id}&date_from=2021-01-01") == [items[0].case_id]


@pytest.mark.parametrize("number", ["330-2020/44", "330-2020%2F44", "27.15.00 – a08 – 1 – 2018"])
def test_a_case_is_found_by_its_number_however_it_is_printed(client, items, number):
    case = items[2].case_id if number.startswith("330") else items[0].case_id
    assert ids(client, f"cases/?number={number}") == [case]
    assert len(ids(client, f"items/?number={number}")) == 1


def test_cases_stand_by_number_and_items_by_day(client, items):
    assert ids(client, "cases/") == [item.case_id for item in items]
    assert ids(client, "items/") == [item.pk for item in reversed(items)]
    assert ids(client, "cases/?subject=29") == [items[1].case_id]


def test_a_closed_item_is_found_by_no_filter(client, items):
    items[1].closed = True
    items[1].save()
    for query in (
        "closed=true",
        "outcome=approved",
        "q=natklinik",
        "q=29.09.00-k04-7-19",
        f"body={items[1].body_id}",
        "date_from=2019-01-01&date_to=2019-12-31",
    ):
        for kind in ("items", "cases", "matters"):
            assert ids(client, f"{kind}/?{query}") == []
    assert ids(client, "cases/?subject=29") == ids(client, "cases/?number=29.09.00-K04-7-19") == []


def test_outcomes_are_no_filter_until_the_minutes_are_published(client, items):
    meeting = items[1].meeting
    meeting.minutes_published_at = None
    meeting.save()
    assert ids(client, "items/?outcome=approved") == []


def test_meetings_and_bodies(client):
    first = f.MeetingFactory(date=dt.date(2018, 3, 1))
    extra = f.MeetingFactory(body=first.body, date=dt.date(2018, 8, 1), kind="extraordinary")
    assert ids(client, f"meetings/?body={first.body_id}") == [extra.pk, first.pk]
    assert ids(client, "meetings/?kind=extraordinary") == [extra.pk]
    assert ids(client, "meetings/?date_to=2018-03-01&state=planned") == [first.pk]
    assert ids(client, "bodies/?kind=committee") == [first.body_id]


@pytest.mark.parametrize(
    ("address", "field", "message"),
    [
        ("items/?closed=måske", "closed", "Marker en gyldig valgmulighed. måske er ikke en af de tilgængelige valgmuligheder."),
        ("items/?outcome=vedtaget", "outcome", "Marker en gyldig valgmulighed. vedtaget er ikke en af de tilgængelige valgmuligheder."),
        ("items/?date_from=31-02-2018", "date_from", "Indtast en gyldig dato."),
        ("items/?body=udvalget", "body", "Indtast et heltal."),
        ("items/?body=99999999999999999999", "body", "Denne værdi skal være mindre end eller lig 2147483647."),
        ("items/?dato=2018-01-01", "dato", "Der er intet filter med det navn."),
        ("items/?outcome=", "outcome", "Skriv en værdi, eller udelad filteret."),
        ("cases/?closed=måske", "closed", "Marker en gyldig valgmulighed. måske er ikke en af de tilgængelige valgmuligheder."),
        ("matters/?q=a+b+c+d+e+f+g+h+i+j+k+l+m", "q", "Søg på højst 12 ord."),
        ("meetings/?page=0", "page", "Skriv et helt tal fra 1 til 10000."),
        ("bodies/?page_size=201", "page_size", "Skriv et helt tal fra 1 til 200."),
        ("bodies/?page_size=٣", "page_size", "Skriv et helt tal fra 1 til 200."),
    ],
)
def test_what_is_not_understood_is_refused_in_danish(client, address, field, message):
    response = client.get(f"/api/{address}")
    assert response.status_code == 400
    assert response.json() == {field: [message]}


@pytest.mark.parametrize("address", ["cases/?number=%00", "items/1%00/", "schema/?version=%0aX"])
def test_an_address_with_a_control_character_is_refused_as_json(client, address):
    response = client.get(f"/api/{address}")
    assert (response.status_code, response.json()) == (400, {"detail": "Adressen kunne ikke forstås"})


def test_a_list_is_paged_and_never_counted(client):
    f.MeetingFactory.create_batch(5)
    first = client.get("/api/meetings/?page_size=2&state=planned").json()
    assert set(first) == {"next", "previous", "results"}
    assert (len(first["results"]), first["previous"]) == (2, None)
    second = client.get(first["next"]).json()
    assert second["previous"] == "http://testserver/api/meetings/?page_size=2&state=planned"
    third = client.get(second["next"]).json()
    assert (len(third["results"]), third["next"]) == (1, None)
    rows = [row["id"] for page in (first, second, third) for row in page["results"]]
    assert len(set(rows)) == 5
