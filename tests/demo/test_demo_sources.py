"""The demo minutes agree with the calendar, with each other and with the demo people; only the listed slips are slips."""

import datetime as dt
import re
from itertools import groupby, pairwise

import pytest

from cases.numbers import parse

from .corpus import DEMO, corpus, members_of, people

WEEKDAYS = ["Mandag", "Tirsdag", "Onsdag", "Torsdag", "Fredag", "Lørdag", "Søndag"]
WRONG_WEEKDAY = {"udsatteraadet-2025-11-26"}
MISTYPED_TIME = {"udsatteraadet-2025-04-09": "16.45 - 17-05"}
MISSPELT = {"socialudvalget-2026-03-03": ("Bodil Grønlycke", "Bodil Grønlykke")}
EVERY_MEETING_IS_HERE = {"Udsatterådet", "Socialudvalget"}
QUOTED_ALONE = {"Handicaprådet", "Teknik- og Miljøudvalget", "Børne- og Skoleudvalget", "Beskæftigelsesudvalget"}
QUOTED_FROM_A_MEETING_NOT_HERE = {("Økonomiudvalget", dt.date(2025, 11, 17))}
REAL_PLACES = (
    "Randers",
    "Aarhus",
    "Aalborg",
    "Odense",
    "Viborg",
    "Silkeborg",
    "Kolding",
    "Vejle",
    "Horsens",
    "Herning",
    "Esbjerg",
    "Roskilde",
)

by_stem = pytest.mark.parametrize("minutes", corpus(), ids=lambda minutes: minutes.stem)


def by_body():
    ordered = sorted(corpus(), key=lambda minutes: (minutes.body, minutes.date))
    return [(body, list(group)) for body, group in groupby(ordered, key=lambda minutes: minutes.body)]


def test_two_years_of_four_bodies():
    assert {minutes.body for minutes in corpus()} == {body["name"] for body in people()["bodies"]}
    assert corpus()[0].date.year == 2025
    assert dt.date(2026, 11, 1) <= corpus()[-1].date <= dt.date(2026, 11, 23)


def test_a_quarter_each_is_pdf_and_docx():
    forms = [minutes.form for minutes in corpus()]
    assert all(len(forms) / 5 <= forms.count(form) <= len(forms) / 3 for form in ("pdf", "docx"))


@by_stem
def test_the_weekday_fits_the_date_but_for_the_listed_slip(minutes):
    assert (WEEKDAYS[minutes.date.weekday()] != minutes.weekday) == (minutes.stem in WRONG_WEEKDAY)
    assert minutes.stem.endswith(minutes.date.isoformat())


@pytest.mark.parametrize(("body", "meetings"), by_body(), ids=lambda value: value if isinstance(value, str) else "")
def test_items_are_numbered_on_through_the_year(body, meetings):
    for _, year in groupby(meetings, key=lambda minutes: minutes.date.year):
        last = 0
        for minutes in year:
            numbers = [item.number for item in minutes.items]
            assert numbers == list(range(numbers[0], numbers[0] + len(numbers))), minutes.stem
            assert numbers[0] == last + 1 if body in EVERY_MEETING_IS_HERE else numbers[0] > last, minutes.stem
            last = numbers[-1]


@by_stem
def test_quoted_decisions_are_those_of_the_quoted_minutes(minutes):
    own = {(other.body, other.date): {item.number: item for item in other.items} for other in corpus()}
    for item in minutes.items:
        for quote in item.quotes:
            meeting = quote.body, quote.date
            if quote.body in QUOTED_ALONE or meeting in QUOTED_FROM_A_MEETING_NOT_HERE:
                assert meeting not in own
                continue
            quoted = own[meeting][quote.item]
            assert quote.decision == quoted.decision
            assert quote.date <= minutes.date


@by_stem
def test_a_named_item_of_a_named_day_exists(minutes):
    known = {(other.date, item.number) for other in corpus() for item in other.items}
    named = re.findall(r"den (\d+)\. (\w+) (\d{4}), pkt\. (\d+)", minutes.text)
    months = ["januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november", "december"]
    for day, month, year, number in named:
        assert (dt.date(int(year), months.index(month) + 1, int(day)), int(number)) in known


@by_stem
def test_case_numbers_are_kle_numbers_of_their_time(minutes):
    for item in minutes.items:
        number = parse(item.case_number)
        assert number.is_kle, item
        assert minutes.date.year - 4 <= number.year <= minutes.date.year, item


def test_subjects_and_facets_are_in_the_plan(shared):
    subjects = {line.split(";")[0] for line in (shared / "kle" / "subjects.csv").read_text(encoding="utf-8").splitlines()}
    facets = set(re.findall(r'"([A-ZØ]\d\d)"', (shared / "kle" / "facets.csv").read_text(encoding="utf-8")))
    numbers = {parse(item.case_number) for minutes in corpus() for item in minutes.items}
    assert {number.subject for number in numbers} <= subjects
    assert {number.facet for number in numbers} <= facets


@by_stem
def test_whoever_votes_or_stays_away_sits_on_the_body(minutes):
    seated = members_of(minutes.body, minutes.date) | members_of(minutes.body, minutes.date + dt.timedelta(days=31))
    seated |= {MISSPELT[minutes.stem][0]} if minutes.stem in MISSPELT else set()
    parties = {person["party"] for person in people()["people"]}
    for item in minutes.items:
        decision = item.decision or ""
        named = re.findall(r"(?:Imod|For) stemte ([^.]+)\.", decision) + re.findall(r"([^.\n]+) (?:havde forfald|deltog ikke)\b", decision)
        for names in named:
            for name in re.split(r", | og ", names.strip()):
                assert name in seated or name in parties, (item.number, name)


@by_stem
def test_no_vote_has_more_votes_than_the_body_has_seats(minutes):
    seats = {"Byrådet": 21, "Udsatterådet": 9}.get(minutes.body, 7)
    for item in minutes.items:
        for votes_for, against in re.findall(r"med (\d+) stemmer? for og (\d+)(?: stemmer?)? imod", item.decision or ""):
            assert seats - 2 <= int(votes_for) + int(against) <= seats, item.number


@by_stem
def test_party_lists_weigh_what_their_seats_weigh(minutes):
    if minutes.body != "Byrådet":
        return
    party_of = {person["name"]: person["party"] for person in people()["people"]}
    substitutes = {p["name"] for p in people()["people"] if all(seat["role"] == "substitute" for seat in p["memberships"])}
    council = [name for name in members_of("Byrådet", minutes.date) if name not in substitutes]
    seats = lambda names: sum(len([m for m in council if party_of[m] == name]) or 1 for name in re.split(r", | og ", names))  # noqa: E731
    for item in minutes.items:
        decision = item.decision or ""
        for against, names in re.findall(r"og (\d+)(?: stemmer?)? imod\. Imod stemte ([^.]+)\.", decision):
            assert seats(names) == int(against), item.number
        for votes_for, names in re.findall(r"med (\d+) stemmer? for og \d+(?: stemmer?)? imod\. For stemte ([^.]+)\.", decision):
            assert seats(names) == int(votes_for), item.number


@by_stem
def test_time_plans_run_on_but_for_the_listed_slip(minutes):
    rows = re.findall(r"^(\d\d\.\d\d - \d\d[.-]\d\d)\t", minutes.text, re.MULTILINE)
    assert [row for row in rows if row.count("-") > 1] == [slip for stem, slip in MISTYPED_TIME.items() if stem == minutes.stem]
    ends = [row.replace("-", ".").split(" . ") for row in rows]
    assert all(start < end for start, end in ends)
    assert all(end == start for (_, end), (start, _) in pairwise(ends))


def test_the_slips_are_there():
    texts = {minutes.stem: minutes.text for minutes in corpus()}
    assert all(slip in texts[stem] and right not in slip for stem, (slip, right) in MISSPELT.items())
    assert all(slip in texts[stem] for stem, slip in MISTYPED_TIME.items())


@by_stem
def test_no_real_municipality_is_named(minutes):
    assert set(re.findall(r"(\w+) Kommunes?\b", minutes.text)) <= {"Lindhøj"}
    assert not [place for place in REAL_PLACES if place in minutes.text]


def test_people_sit_on_known_bodies_one_seat_at_a_time():
    bodies = {body["name"] for body in people()["bodies"]}
    for person in people()["people"]:
        for body, seats in groupby(sorted(person["memberships"], key=lambda s: (s["body"], s["first_day"])), key=lambda s: s["body"]):
            assert body in bodies
            seats = list(seats)
            assert all(seat["first_day"] <= (seat["last_day"] or "9999") for seat in seats)
            assert all((one["last_day"] or "9999") < following["first_day"] for one, following in pairwise(seats)), person


def test_the_demo_users_are_known():
    users = {user["username"]: user for user in people()["users"]}
    assert {name: user["role"] for name, user in users.items()} == {
        "sekretaer": "secretary",
        "medlem": "member",
        "administrator": "administrator",
    }
    assert users["medlem"]["person"] in members_of("Udsatterådet", dt.date(2026, 11, 23))
    assert not (DEMO / "__init__.py").exists()
