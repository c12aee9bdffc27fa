"""What was corrected by hand survives: a later document, the same document read anew, an import undone."""

import datetime as dt

import pytest
from django.utils import timezone

from meetings.models import AgendaItem, Meeting
from minutes import services
from minutes.corrections import find_item, point_at
from minutes.models import Import, ReadingCorrection
from reader import facts
from tests.importing.documents import simple
from tests.importing_pages.desk import MINUTES

pytestmark = pytest.mark.django_db
BOTH = "Godkendt.\n\nKlage over en vognmand\n\nAfvist."
PLACE = facts.TextPlace(1, 3, 9)


def version(*titles: str, **changes) -> facts.Minutes:
    return simple(*(titles or ("Varmestue", "Rejsekort")), **changes)


def correct(import_: Import, item: str = "", *, now, **changes) -> None:
    services.correct_reading(import_=import_, item=item, changes=changes, by=None, now=now, may_open=True)
    import_.refresh_from_db()


def apply(import_: Import, now, accepted=None) -> Meeting:
    return services.apply(import_=import_, by=None, now=now, publish=False, accepted=accepted).meeting


def found(import_: Import):
    minutes = services.reading_of(import_)
    _matches, _warnings, meeting, _taken = services.look_up(minutes)
    return {one.path: one for one in services.differences_from_register(minutes, meeting)}


@pytest.fixture
def with_title(reviewed, now):
    """The register has an item whose title somebody has corrected."""
    import_ = reviewed(version())
    correct(import_, "1", title="Varmestue ved havnen", now=now)
    return apply(import_, now)


def test_the_register_knows_what_was_corrected_by_hand(reviewed, now):
    import_ = reviewed(version())
    correct(import_, "1", title="Bad", now=now)
    correct(import_, place="Rådhuset", now=now)
    meeting = apply(import_, now)
    assert meeting.items.get(number=1).corrected_parts == ["title"]
    assert meeting.items.get(number=2).corrected_parts == []
    assert Meeting.objects.get().corrected_parts == ["place"]


def test_a_later_version_does_not_undo_a_correction_unless_that_is_asked_for(with_title, reviewed, now):
    import_ = reviewed(version(decision="Godkendt."))
    difference = found(import_)["item/1/title"]
    assert (difference.by_hand, difference.is_default) == (True, False)
    apply(import_, now)
    item = AgendaItem.objects.get(number=1)
    assert (item.title, item.decision, item.corrected_parts) == ("Varmestue ved havnen", "Godkendt.", ["title"])


def test_a_correction_gives_way_when_it_is_ticked(with_title, reviewed, now):
    apply(reviewed(version()), now, accepted={"item/1/title"})
    item = AgendaItem.objects.get(number=1)
    assert (item.title, item.corrected_parts) == ("Varmestue", [])


def test_a_part_corrected_anew_in_the_later_version_is_taken_over(with_title, reviewed, now):
    import_ = reviewed(version())
    correct(import_, "1", title="Varmestue på havnen", now=now)
    assert found(import_)["item/1/title"].is_default
    apply(import_, now)
    item = AgendaItem.objects.get(number=1)
    assert (item.title, item.corrected_parts) == ("Varmestue på havnen", ["title"])


@pytest.mark.parametrize(
    ("part", "value", "path"),
    [
        ("place", "Rådhuset", "meeting/place"),
        ("start", "16:00", "meeting/start"),
        ("attendees", ["Agnete Bregnholt"], "meeting/attendees"),
    ],
)
def test_what_was_corrected_of_the_meeting_stays(reviewed, now, part, value, path):
    import_ = reviewed(version())
    correct(import_, now=now, **{part: value})
    apply(import_, now)
    later = version()
    later.meeting.attendees = ["Birger Elmelund"]
    difference = found(reviewed(later))[path]
    assert (difference.by_hand, difference.is_default) == (True, False)


def test_a_corrected_number_keeps_its_item_when_a_later_version_comes(reviewed, now):
    import_ = reviewed(version())
    correct(import_, "2", number="7", now=now)
    apply(import_, now)
    rows = dict(AgendaItem.objects.values_list("title", "pk"))
    import_ = reviewed(version())
    assert [(one.path, one.is_default) for one in found(import_).values()] == [("numbering", False)]
    apply(import_, now)
    assert dict(AgendaItem.objects.values_list("title", "pk")) == rows
    assert AgendaItem.objects.get(title="Rejsekort").number == 7


def _split(import_: Import, now) -> None:
    point = point_at(services.reading_of(import_).items[0], 0, 2)
    head = {"number": "", "title": "Klage", "case_number": None}
    services.split_item(import_=import_, item="1", point=point, head=head, by=None, now=now)
    import_.refresh_from_db()


@pytest.mark.parametrize("how", ["new version", "same document"])
def test_an_item_split_by_hand_stays_split_when_it_comes_whole_again(reviewed, now, how):
    def whole():
        return version(sections=[facts.SectionFacts("Beslutning", BOTH, PLACE)], decision=BOTH)

    import_ = reviewed(whole())
    _split(import_, now)
    apply(import_, now)
    again = whole()
    if how == "new version":
        again.meeting.place = "Rådhuset"
    import_ = reviewed(again)
    assert not [one for one in found(import_).values() if one.is_default and one.item]
    apply(import_, now)
    texts = [(item.title, [one.text for one in item.sections.all()]) for item in AgendaItem.objects.order_by("position")]
    assert texts == [
        ("Varmestue", ["Godkendt."]),
        ("Klage", ["Klage over en vognmand\n\nAfvist."]),
        ("Rejsekort", [BOTH]),
    ]


def test_two_items_joined_by_hand_stay_joined(reviewed, now):
    import_ = reviewed(version())
    services.join_items(import_=import_, item="2", into="1", by=None, now=now)
    import_.refresh_from_db()
    apply(import_, now)
    import_ = reviewed(version())
    assert [(one.part, one.by_hand, one.is_default) for one in found(import_).values()] == [("item", True, False)]
    apply(import_, now)
    assert AgendaItem.objects.count() == 1


def test_undoing_the_import_takes_its_corrections_out_of_the_register(with_title, reviewed, now):
    import_ = reviewed(version(decision="Godkendt."))
    correct(import_, "2", title="Bus", now=now)
    apply(import_, now)
    assert AgendaItem.objects.get(number=2).corrected_parts == ["title"]
    services.undo(import_=import_, by=None, now=now)
    assert [(item.title, item.corrected_parts) for item in AgendaItem.objects.order_by("number")] == [
        ("Varmestue ved havnen", ["title"]),
        ("Rejsekort", []),
    ]


def _uploaded(text: str = MINUTES) -> Import:
    import_, _is_new = services.receive(data=text.encode(), name="referat.txt", by=None, now=timezone.now())
    services.read(of=import_)
    import_.refresh_from_db()
    return import_


@pytest.mark.parametrize("left", ["discarded", "undone"])
def test_the_same_document_read_anew_keeps_what_was_corrected(now, left):
    first = _uploaded()
    correct(first, "7", title="Varmestue og bad", now=now)
    correct(first, date="2025-03-06", now=now)
    if left == "discarded":
        services.discard(import_=first)
    else:
        apply(first, now)
        services.undo(import_=first, by=None, now=now)
    again = _uploaded()
    assert again.pk != first.pk
    minutes = services.reading_of(again)
    assert (find_item(minutes, "7").title, minutes.meeting.date) == ("Varmestue og bad", dt.date(2025, 3, 6))
    assert again.meeting_date == dt.date(2025, 3, 6)
    assert again.corrections.count() == 2


def test_what_was_undone_does_not_come_back_with_the_document(now):
    first = _uploaded()
    correct(first, "7", title="Bad", now=now)
    services.undo_correction(correction=ReadingCorrection.objects.get(), by=None, now=now)
    services.discard(import_=first)
    assert _uploaded().corrected is None


def test_a_correction_of_what_is_read_otherwise_now_is_left_out(now):
    first = _uploaded()
    correct(first, "7", title="Bad", now=now)
    ReadingCorrection.objects.update(before="Varmestue ved åen")
    services.discard(import_=first)
    assert find_item(services.reading_of(_uploaded()), "7").title == "Varmestue ved havnen"


def test_an_item_opened_by_hand_is_not_opened_again_where_it_says_something_else(now):
    text = MINUTES.replace("Punkt 8: Rejsekort til frivillige", "Punkt 8: Rejsekort til frivillige (Lukket)")
    first = _uploaded(text)
    assert find_item(services.reading_of(first), "8").closed
    correct(first, "8", closed=False, now=now)
    services.discard(import_=first)
    again = _uploaded(text)
    assert not find_item(services.reading_of(again), "8").closed
    again.reading["items"][1]["sections"][-1]["text"] = "Noget andet."
    Import.objects.filter(pk=again.pk).update(reading=again.reading)
    services.discard(import_=again)
    assert find_item(services.reading_of(_uploaded(text)), "8").closed
