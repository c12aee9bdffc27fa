"""A meeting in the register is corrected afterwards, with a history and a way back, and what people have done about it is kept."""

import pytest

from followups.models import FollowUp, Occurrence
from meetings.models import AgendaItem, Meeting, Section
from minutes import services
from minutes.corrections import Correction, point_at
from minutes.storing import snapshot
from reader import facts
from tests import factories as f
from tests.importing.documents import simple

pytestmark = pytest.mark.django_db
PROMISE = "Udvalget ønsker en status på varmestuen i september."
TEXT = f"Godkendt.\n\nKlage over en vognmand\n\n{PROMISE}"


@pytest.fixture
def meeting(reviewed, now) -> Meeting:
    minutes = simple("Varmestue", "Rejsekort", number=7)
    minutes.items[0].sections = [facts.SectionFacts("Beslutning", TEXT, facts.TextPlace(1, 3, 9))]
    minutes.items[0].decision = TEXT
    minutes.items[0].follow_ups = [facts.FollowUpFacts("status_report", "Status", None, None, None, None, PROMISE)]
    return services.apply(import_=reviewed(minutes), by=None, now=now, publish=True).meeting


def item(number: int) -> AgendaItem:
    return AgendaItem.objects.get(number=number)


def correct(meeting: Meeting, now, *corrections: Correction):
    return services.correct_meeting(meeting=meeting, corrections=list(corrections), by=None, now=now)


def split(meeting: Meeting, now, line: int = 2):
    first = item(7)
    fact = next(one for one in snapshot(meeting).items if one.row == first.pk)
    value = point_at(fact, 0, line) | {"key": "new", "title": "Klage", "number": "", "case_number": None}
    return correct(meeting, now, Correction(str(first.pk), "split", value))


def told(meeting: Meeting):
    """What the meeting says, without its rows' keys."""
    return [(one.number, one.title, one.closed, one.decision, one.sections, one.votes, one.corrected) for one in snapshot(meeting).items]


@pytest.mark.parametrize(
    ("part", "value", "column", "expected"),
    [
        ("title", "Bad", "title", "Bad"),
        ("number", "12", "number", 12),
        ("case_number", "27.15.00-A08-1-25", "case__number", "27.15.00-A08-1-25"),
    ],
)
def test_an_item_is_corrected_in_its_own_row_and_back(meeting, now, part, value, column, expected):
    before, first = told(meeting), item(7)
    made = correct(meeting, now, Correction(str(first.pk), part, value))
    assert AgendaItem.objects.values_list(column, "corrected_parts").get(pk=first.pk) == (expected, [part])
    services.undo_meeting_correction(correction=made, by=None, now=now)
    assert told(meeting) == before
    assert item(7).pk == first.pk


def test_outcomes_votes_and_absences_are_corrected(meeting, now):
    first = str(item(7).pk)
    outcomes = [{"recommendation": None, "outcome": "rejected", "at": None}]
    absences = [{"name": "Ib Bæk", "kind": "absent", "at": None}]
    votes = [{"votes_for": 5, "votes_against": 2, "abstained": None, "for": [], "against": ["Ib Bæk"], "on": "decision", "at": None}]
    correct(
        meeting, now, Correction(first, "outcomes", outcomes), Correction(first, "absences", absences), Correction(first, "votes", votes)
    )
    row = item(7)
    assert [one.outcome for one in row.outcomes.all()] == ["rejected"]
    assert [(one.name, one.kind) for one in row.participations.all()] == [("Ib Bæk", "absent")]
    assert [(one.votes_for, one.votes_against) for one in row.votes.all()] == [(5, 2)]


def test_the_meeting_itself_is_corrected_and_back(meeting, now):
    made = correct(meeting, now, Correction("", "place", "Rådhuset"), Correction("", "attendees", ["Ib Bæk"]))
    meeting.refresh_from_db()
    assert (meeting.place, meeting.corrected_parts) == ("Rådhuset", ["place", "attendees"])
    services.undo_meeting_correction(correction=made, by=None, now=now)
    meeting.refresh_from_db()
    assert (meeting.place, meeting.corrected_parts, meeting.attendances.count()) == ("Mødelokale 2", [], 0)


def test_a_promise_moves_with_its_sentence_and_all_that_was_done_about_it(meeting, now):
    promise, waiting = FollowUp.objects.get(), Occurrence.objects.get()
    before = told(meeting)
    made = split(meeting, now)
    new = AgendaItem.objects.get(title="Klage")
    assert list(meeting.items.order_by("position").values_list("title", flat=True)) == ["Varmestue", "Klage", "Rejsekort"]
    assert (FollowUp.objects.get().pk, FollowUp.objects.get().item) == (promise.pk, new)
    assert (Occurrence.objects.get().pk, Occurrence.objects.get().item) == (waiting.pk, new)
    services.undo_meeting_correction(correction=made, by=None, now=now)
    assert told(meeting) == before
    assert (FollowUp.objects.get().pk, FollowUp.objects.get().item) == (promise.pk, item(7))
    assert Occurrence.objects.get().pk == waiting.pk


def test_a_closed_item_is_split_into_two_closed_ones_that_shut_the_same_members_out(meeting, now):
    first, member = item(7), f.PersonFactory()
    AgendaItem.objects.filter(pk=first.pk).update(closed=True)
    first.shut_out.add(member)
    split(meeting, now)
    new = AgendaItem.objects.get(title="Klage")
    assert (new.closed, list(new.shut_out.all())) == (True, [member])


def test_what_a_joined_item_answers_and_promises_is_the_joined_items(meeting, now):
    first, second = item(7), item(8)
    waiting = Occurrence.objects.get()
    Occurrence.objects.filter(pk=waiting.pk).update(met_by=second, met_on=meeting.date, state=Occurrence.State.MET)
    made = correct(meeting, now, Correction(str(second.pk), "join", {"into": str(first.pk)}))
    assert Occurrence.objects.get(pk=waiting.pk).met_by == first
    assert list(meeting.items.values_list("pk", flat=True)) == [first.pk]
    assert "8 Rejsekort" in Section.objects.get(item=first).text
    services.undo_meeting_correction(correction=made, by=None, now=now)
    assert list(meeting.items.order_by("position").values_list("title", flat=True)) == ["Varmestue", "Rejsekort"]


def test_text_moved_out_of_a_closed_item_closes_the_published_one_it_comes_to(meeting, now):
    first, second = item(7), item(8)
    AgendaItem.objects.filter(pk=first.pk).update(closed=True)
    fact = snapshot(meeting).items[0]
    correct(meeting, now, Correction(str(first.pk), "move", point_at(fact, 0, 2) | {"to": str(second.pk)}))
    second.refresh_from_db()
    assert (second.closed, second.in_doubt) == (True, True)


def test_a_correction_is_not_undone_where_somebody_has_changed_the_item_since(meeting, now):
    first = str(item(7).pk)
    made = correct(meeting, now, Correction(first, "title", "Bad"))
    correct(meeting, now, Correction(first, "title", "Bad og kaffe"))
    with pytest.raises(services.ImportRefused) as refused:
        services.undo_meeting_correction(correction=made, by=None, now=now)
    assert refused.value.code == "corrected_since"
    assert item(7).title == "Bad og kaffe"


def test_undoing_one_item_leaves_what_was_changed_at_another(meeting, now):
    made = correct(meeting, now, Correction(str(item(7).pk), "title", "Bad"))
    correct(meeting, now, Correction(str(item(8).pk), "title", "Bus"))
    correct(meeting, now, Correction("", "place", "Rådhuset"))
    services.undo_meeting_correction(correction=made, by=None, now=now)
    meeting.refresh_from_db()
    assert [one[1] for one in told(meeting)] == ["Varmestue", "Bus"]
    assert meeting.place == "Rådhuset"


def test_what_changes_nothing_leaves_no_trace(meeting, now):
    assert correct(meeting, now, Correction(str(item(7).pk), "title", "Varmestue")) is None
    assert not meeting.corrections.exists()


@pytest.mark.parametrize(
    "correction", [Correction("9999", "title", "x"), Correction("", "title", "x"), Correction("9999", "join", {"into": "1"})]
)
def test_what_is_not_there_is_not_corrected(meeting, now, correction):
    with pytest.raises(services.ImportRefused):
        correct(meeting, now, correction)


def test_a_later_version_leaves_what_was_corrected_afterwards(meeting, reviewed, now):
    correct(meeting, now, Correction(str(item(8).pk), "title", "Bus til alle"))
    minutes = simple("Varmestue", "Rejsekort", number=7)
    services.apply(import_=reviewed(minutes), by=None, now=now, publish=False)
    assert item(8).title == "Bus til alle"
