"""What a secretary corrects in a reading: it stands in everything that is made of the reading, and can be taken back."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meetings.models import AgendaItem, Meeting
from minutes import corrections, services
from minutes.corrections import Correction
from reader import facts, format
from tests.factories import UserFactory
from tests.importing.documents import minutes as any_minutes
from tests.importing.documents import simple

pytestmark = pytest.mark.django_db

VALUES = [
    ("", "body", "Byrådet"),
    ("", "date", "2025-03-06"),
    ("", "start", "16:00"),
    ("", "end", "18:30"),
    ("", "place", "Rådhuset"),
    ("", "attendees", ["Agnete Bregnholt"]),
    ("", "absent", [{"name": "Birger Elmelund", "kind": "absent", "at": None, "disqualified": False}]),
    ("", "kind", "agenda"),
    ("1", "title", "Ny legeplads"),
    ("1", "number", "3a"),
    ("1", "number", "7"),
    ("1", "case_number", "27.15.00-A08-1-25"),
    ("1", "closed", True),
    ("1", "outcomes", [{"recommendation": None, "outcome": "approved", "at": None}]),
    ("1", "absences", [{"name": "Birger Elmelund", "kind": "did_not_participate", "at": None, "disqualified": False}]),
    (
        "1",
        "votes",
        [{"votes_for": 5, "votes_against": 2, "abstained": None, "for": [], "against": ["Havnelisten"], "on": "decision", "at": None}],
    ),
]


@pytest.mark.parametrize(("item", "part", "value"), VALUES)
def test_what_is_corrected_stands_in_the_reading_and_is_as_read_again_when_undone(item, part, value, reviewed, now):
    import_ = reviewed(simple("Legeplads", "Stormøde"))
    read = services.reading_of(import_)
    (made,) = services.correct_reading(import_=import_, item=item, changes={part: value}, by=UserFactory(), now=now)
    import_.refresh_from_db()
    corrected = services.reading_of(import_)
    owner = corrections.find_item(corrected, item) if item else corrected
    assert corrections.value_of(owner, part) == value
    assert part in (owner.corrected if item else corrected.meeting.corrected)
    assert format.from_json(import_.reading).items == simple("Legeplads", "Stormøde").items
    services.undo_correction(correction=made, by=UserFactory(), now=now, may_open=part == "closed")
    import_.refresh_from_db()
    assert services.reading_of(import_) == read


def test_a_part_that_says_so_already_is_no_correction(reviewed, now):
    import_ = reviewed(simple("Legeplads"))
    assert services.correct_reading(import_=import_, item="1", changes={"title": "Legeplads"}, by=None, now=now) == []
    import_.refresh_from_db()
    assert import_.corrected is None


def test_what_is_corrected_is_what_comes_into_the_register(reviewed, now):
    import_ = reviewed(simple("Legeplads"))
    services.correct_reading(import_=import_, changes={"date": "2025-03-06"}, by=None, now=now)
    services.correct_reading(import_=import_, item="1", changes={"title": "Ny legeplads"}, by=None, now=now)
    services.apply(import_=import_, by=None, now=now, publish=False)
    assert (Meeting.objects.get().date, AgendaItem.objects.get().title) == (dt.date(2025, 3, 6), "Ny legeplads")


def test_a_date_that_was_not_found_gives_the_promises_their_days(reviewed, now):
    text = "Udvalget ønsker en status på legepladsen i september."
    minutes = simple("Legeplads", sections=[facts.SectionFacts("Beslutning", text)], decision=text)
    minutes.meeting.date = None
    import_ = reviewed(minutes)
    assert services.reading_of(import_).items[0].follow_ups == []
    services.correct_reading(import_=import_, changes={"date": "2025-03-06"}, by=None, now=now)
    import_.refresh_from_db()
    (promised,) = services.reading_of(import_).items[0].follow_ups
    assert promised.due_end == dt.date(2025, 9, 30)


def test_what_is_closed_is_opened_only_by_one_who_says_so(reviewed, now):
    import_ = reviewed(simple("Klage", closed=True))
    with pytest.raises(services.ImportRefused) as refused:
        services.correct_reading(import_=import_, item="1", changes={"closed": False}, by=None, now=now)
    assert refused.value.code == "would_open"
    services.correct_reading(import_=import_, item="1", changes={"closed": False}, by=None, now=now, may_open=True)
    import_.refresh_from_db()
    assert not services.reading_of(import_).items[0].closed


def test_closing_by_hand_is_undone_only_by_one_who_says_so(reviewed, now):
    import_ = reviewed(simple("Klage"))
    (made,) = services.correct_reading(import_=import_, item="1", changes={"closed": True}, by=None, now=now)
    with pytest.raises(services.ImportRefused):
        services.undo_correction(correction=made, by=None, now=now)
    services.undo_correction(correction=made, by=None, now=now, may_open=True)


@pytest.mark.parametrize("answer", [True, False])
def test_correcting_whether_an_item_is_closed_answers_the_doubt(answer, reviewed, now):
    minutes = simple("Klage", "Legeplads", closed=True, in_doubt=True)
    minutes.warnings = [facts.Warning("maybe_closed", number, {"words": "lukket"}) for number in (1, 2)]
    import_ = reviewed(minutes)
    services.correct_reading(import_=import_, item="1", changes={"closed": answer}, by=None, now=now, may_open=True)
    import_.refresh_from_db()
    corrected = services.reading_of(import_)
    assert [(item.closed, item.in_doubt) for item in corrected.items] == [(answer, False), (True, True)]
    assert [warning.item for warning in corrected.warnings if warning.code == "maybe_closed"] == [2]


@pytest.mark.parametrize(("item", "part"), [("9", "title"), ("1", "sections"), ("", "title"), ("1", "date")])
def test_what_is_not_there_cannot_be_corrected(item, part, reviewed, now):
    import_ = reviewed(simple("Legeplads"))
    with pytest.raises(services.ImportRefused):
        services.correct_reading(import_=import_, item=item, changes={part: "x"}, by=None, now=now)


def test_what_is_in_the_register_is_no_longer_corrected_in_its_reading(reviewed, now):
    import_ = reviewed(simple("Legeplads"))
    services.apply(import_=import_, by=None, now=now, publish=False)
    with pytest.raises(services.ImportRefused) as refused:
        services.correct_reading(import_=import_, item="1", changes={"title": "x"}, by=None, now=now)
    assert refused.value.code == "not_to_be_corrected"


def test_the_row_of_the_time_plan_stays_the_items_when_its_number_is_corrected(reviewed, now):
    minutes = simple("Legeplads")
    minutes.time_plan = [facts.TimePlanRowFacts(dt.time(16), dt.time(16, 15), "Legeplads", 1)]
    import_ = reviewed(minutes)
    services.correct_reading(import_=import_, item="1", changes={"number": "12"}, by=None, now=now)
    import_.refresh_from_db()
    assert services.reading_of(import_).time_plan[0].item == 12


@settings(max_examples=30, deadline=None)
@given(any_minutes(), st.data())
def test_any_title_or_number_corrected_and_left_out_again_gives_the_reading_back(minutes, data):
    before = corrections.replay(minutes, [])
    if not before.items:
        return
    item = data.draw(st.sampled_from(before.items))
    made = [Correction(item.key, "title", "Andet"), Correction(item.key, "number", "99"), Correction(item.key, "title", "Tredje")]
    after = corrections.replay(minutes, made)
    found = corrections.find_item(after, item.key)
    assert (found.title, found.number) == ("Tredje", 99)
    assert corrections.replay(minutes, []) == before
