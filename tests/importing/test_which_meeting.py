"""A second meeting on one day is a meeting of its own, or a question; a supplement and another version are the meeting there is."""

import datetime as dt

import pytest

from meetings.models import AgendaItem, Meeting
from minutes import services
from minutes.matching import KnownMeeting, MatchedMeeting, MeetingChoice
from minutes.matching.meetings import match_meeting
from reader import facts
from tests.importing.documents import simple

EARLY, LATE = dt.time(15, 30), dt.time(19)
DAY = dt.date(2025, 3, 5)


def document(*titles: str, start: dt.time | None = EARLY, extra: bool = False, supplement: bool = False, number: int = 1) -> facts.Minutes:
    minutes = simple(*titles, number=number)
    minutes.meeting.start = start
    minutes.meeting.title_line = "Tillægsdagsorden" if supplement else "Ekstraordinært møde" if extra else "Referat"
    return minutes


def known_meeting(*titles: str, start: dt.time | None = EARLY, extra: bool = False, pk: int = 7) -> KnownMeeting:
    return KnownMeeting(pk, start, extra, [facts.ItemFacts(number, title) for number, title in enumerate(titles, start=1)])


STANDING = ("Godkendelse af dagsorden", "Gensidig orientering")
SAME, OWN, ASKED = MatchedMeeting(7), MatchedMeeting(None), MatchedMeeting(None, is_sure=False)
CASES = {
    "the first of the day": (document("Natcafé"), [], OWN),
    "planned in the calendar": (document("Natcafé", start=LATE), [known_meeting()], SAME),
    "planned as another kind, at the same time": (document("Natcafé", extra=True), [known_meeting()], SAME),
    "another version": (document("Natcafé", "Bad"), [known_meeting("Natcafé", "Vand")], SAME),
    "another version that begins later": (document("Natcafé", start=LATE), [known_meeting("Natcafé")], SAME),
    "other items at the same time": (document("Bad"), [known_meeting("Natcafé")], SAME),
    "a supplement": (document("Bad", supplement=True, start=None), [known_meeting("Natcafé")], SAME),
    "an extraordinary one later that day": (document("Bad", start=LATE, extra=True), [known_meeting("Natcafé")], OWN),
    "an extraordinary one with the same standing items": (
        document(*STANDING, "Bad", start=LATE, extra=True),
        [known_meeting(*STANDING)],
        OWN,
    ),
    "an extraordinary one, no time told": (document("Bad", start=None, extra=True), [known_meeting("Natcafé")], ASKED),
    "an extraordinary one said to begin at the same time": (document("Bad", extra=True), [known_meeting("Natcafé")], ASKED),
    "another start and other items": (document("Bad", start=LATE), [known_meeting("Natcafé")], ASKED),
    "one of two, by its items": (document("Bad"), [known_meeting("Bad"), known_meeting("Natcafé", pk=8)], SAME),
    "one of two, by its start": (document("Vand"), [known_meeting("Bad"), known_meeting("Natcafé", pk=8, start=LATE)], SAME),
    "one of two, nobody knows which": (document("Vand", start=None), [known_meeting("Bad"), known_meeting("Natcafé", pk=8)], ASKED),
}


@pytest.mark.parametrize(("minutes", "known", "expected"), CASES.values(), ids=CASES)
def test_which_meeting_a_document_is_about(minutes, known, expected):
    assert match_meeting(minutes, known, None) == expected


def test_what_a_secretary_has_said_counts_as_long_as_that_meeting_is_there():
    minutes, known = document("Bad", start=LATE), [known_meeting("Natcafé")]
    assert match_meeting(minutes, known, MeetingChoice(7)) == SAME
    assert match_meeting(minutes, known, MeetingChoice(None, is_own=True)) == OWN
    assert match_meeting(minutes, known, MeetingChoice(9)) == ASKED


@pytest.fixture
def ordinary(reviewed, now, db):
    return services.apply(import_=reviewed(document("Natcafé", "Rejsekort", number=4)), by=None, now=now, publish=True).meeting


def test_an_extraordinary_meeting_the_same_day_leaves_the_ordinary_one_alone(reviewed, now, ordinary):
    import_ = reviewed(document("Bad", start=LATE, extra=True, number=6))
    meeting = services.apply(import_=import_, by=None, now=now, publish=True).meeting
    assert (meeting.date, meeting.sequence, meeting.kind) == (DAY, 2, Meeting.Kind.EXTRAORDINARY)
    assert ordinary.items.count() == 2
    services.undo(import_=import_, by=None, now=now)
    assert list(Meeting.objects.all()) == [ordinary]


def test_nothing_is_put_in_the_register_until_somebody_has_said_which_meeting_it_is(reviewed, now, ordinary):
    import_ = reviewed(document("Bad", start=LATE, number=6))
    with pytest.raises(services.ImportRefused) as refused:
        services.apply(import_=import_, by=None, now=now, publish=True)
    assert refused.value.code == "which_meeting"
    services.say_which(import_=import_, meeting=None)
    assert services.apply(import_=import_, by=None, now=now, publish=True).meeting.sequence == 2
    assert AgendaItem.objects.count() == 3


def test_said_to_be_the_same_it_adds_to_it(reviewed, now, ordinary):
    import_ = reviewed(document("Bad", start=LATE, number=6))
    services.say_which(import_=import_, meeting=ordinary)
    assert services.apply(import_=import_, by=None, now=now, publish=True).meeting == ordinary
    assert ordinary.items.count() == 3


def test_the_numbers_of_each_meeting_stay_its_own_when_one_is_taken_back(reviewed, now, ordinary):
    services.apply(import_=reviewed(document("Bad", start=LATE, extra=True, number=6)), by=None, now=now, publish=True)
    correction = services.apply(import_=reviewed(document("Natcafé ved havnen", "Rejsekort", number=4)), by=None, now=now, publish=True)
    services.undo(import_=correction, by=None, now=now)
    assert list(AgendaItem.objects.order_by("number").values_list("number", "title")) == [(4, "Natcafé"), (5, "Rejsekort"), (6, "Bad")]
