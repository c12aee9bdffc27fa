"""A case on its way through the bodies has its plan repeated in the minutes of each, and the lists tell of it once."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from cases.access import PUBLIC
from cases.models import Matter
from followups.models import Occurrence
from followups.services import link_duplicates, postpone, sync_occurrences, undo
from followups.services.duplicates import matters_out_of_step
from meetings import matters
from meetings.calendar import changing
from meetings.models import AgendaItem
from tests import factories as f
from tests.access.people import actor_of

D = dt.date
DECEMBER, MARCH = D(2018, 12, 10), D(2019, 3, 4)


@pytest.fixture
def council(db):
    return f.BodyFactory(name="Kommunalbestyrelsen")


@pytest.fixture
def matter(db):
    return f.MatterFactory()


@pytest.fixture
def plans(council, matter):
    """`plans(month)` is the council's treatment of the matter in December, as a committee's minutes of that month in 2018 plan it."""

    def make(month: int, *, day: dt.date = DECEMBER, body=council, of=matter, closed: bool = False, published: bool = True, **columns):
        meeting = f.MeetingFactory(date=D(2018, month, 4), published=published)
        item = f.AgendaItemFactory(meeting=meeting, matter=of, closed=closed)
        planned = f.PlannedTreatmentFactory(item=item, body=body, body_name=body.name, due_start=day, due_end=day)
        return f.OccurrenceFactory(follow_up=None, planned=planned, body=body, due_start=day, due_end=day, **columns)

    return make


def link() -> None:
    link_duplicates(matters=Matter.objects.values_list("pk", flat=True))


def told(actor=PUBLIC) -> list[Occurrence]:
    link()
    return list(Occurrence.objects.visible_to(actor).without_duplicates(actor).order_by("pk"))


def test_the_one_told_last_stands_for_all(plans):
    plans(4)
    plans(5)
    last = plans(6)
    assert told() == [last]


def test_of_one_day_the_last_one_read_stands(plans):
    plans(4)
    last = plans(4)
    assert told() == [last]


@pytest.mark.parametrize("other", ["day", "body", "of"])
def test_another_day_body_or_matter_is_another_treatment(plans, other):
    values = {"day": MARCH, "body": f.BodyFactory(), "of": f.MatterFactory()}
    rows = [plans(4), plans(5, **{other: values[other]})]
    assert told() == rows


def test_what_belongs_to_no_matter_is_told_each_time(plans):
    rows = [plans(4, of=None), plans(5, of=None)]
    assert told() == rows


@pytest.mark.parametrize("hidden", [{"closed": True}, {"published": False}])
def test_one_that_may_not_be_read_takes_the_place_of_none(plans, hidden):
    first = plans(4)
    plans(5, **hidden)
    assert told() == [first]


def test_a_rejected_reading_takes_the_place_of_none(plans):
    first, second = plans(4), plans(5)
    second.planned.review = "rejected"
    second.planned.save()
    assert told() == [first]


@pytest.mark.parametrize(
    "columns", [{"due_fixed": True}, {"state": "met", "met_on": DECEMBER}, {"placed_on": True}], ids=["postponed", "met", "placed"]
)
def test_one_that_was_acted_on_stands_before_what_was_told_later(plans, columns):
    if "placed_on" in columns:
        columns = {"placed_on": f.AgendaItemFactory()}
    first = plans(4, **columns)
    plans(5)
    assert told() == [first]


def test_what_was_dropped_and_then_planned_anew_is_expected_again(plans):
    rows = [plans(4, state="dropped"), plans(5)]
    assert told() == rows


def test_follow_ups_are_each_their_own(matter):
    item = f.AgendaItemFactory(matter=matter, meeting__published=True)
    rows = [f.OccurrenceFactory(follow_up__item=item), f.OccurrenceFactory(follow_up__item=item)]
    assert told() == rows


@pytest.fixture
def reports(council, matter):
    """`reports(month)` is a report each quarter that the council asked for in that month of 2018."""

    def make(month: int, *, body=council, of=matter, text: str = "en kvartalsvis status", every: int | None = 1, **columns):
        meeting = f.MeetingFactory(date=D(2018, month, 4), published=True, body=body)
        item = f.AgendaItemFactory(meeting=meeting, matter=of, closed=columns.pop("closed", False))
        follow_up = f.FollowUpFactory(item=item, every=every, unit="quarter" if every else "", text=text, quote=text)
        return f.OccurrenceFactory(follow_up=follow_up, item=item, body=body, **columns)

    return make


def test_a_report_asked_for_again_in_the_same_words_is_told_as_it_was_first(reports, client):
    first, again = reports(3), reports(6)
    assert told() == [first]
    said = "Det samme står i et andet referat og følges dér:"
    page = client.get(again.get_absolute_url()).content.decode()
    assert said in page
    assert first.get_absolute_url() in page
    assert said not in client.get(first.get_absolute_url()).content.decode()


@pytest.mark.parametrize("other", ["body", "of", "text", "every", "single"])
def test_another_body_matter_wording_or_recurrence_is_another_report(reports, other):
    values = {"body": f.BodyFactory(), "of": f.MatterFactory(), "text": "en status om økonomi", "every": 2, "single": None}
    rows = [reports(3), reports(6, **{"every" if other == "single" else other: values[other]})]
    assert told() == rows


def test_the_second_report_of_the_first_stands_for_it_still(reports):
    first, _again = reports(3, state="met", met_on=D(2018, 6, 20)), reports(6)
    following = f.OccurrenceFactory(follow_up=first.follow_up, item=first.item, body=first.body, ordinal=2)
    assert told() == [first, following]


@pytest.mark.parametrize("gone", [{"state": "dropped"}, {"closed": True}])
def test_a_report_asked_for_again_is_told_when_the_first_is_not(reports, gone):
    _first, again = reports(3, **gone), reports(6)
    assert again in told()


def test_a_report_asked_for_again_is_told_when_the_first_was_misread(reports):
    first, again = reports(3), reports(6)
    first.follow_up.review = "rejected"
    first.follow_up.save()
    assert told() == [again]


def test_a_report_asked_for_again_that_somebody_has_acted_on_is_told(reports):
    rows = [reports(3), reports(6, due_fixed=True)]
    assert told() == rows


def test_one_behind_another_that_may_not_be_read_is_left_out_for_the_third(plans):
    first, second, last = plans(4), plans(5), plans(6, closed=True)
    assert told() == [second]
    assert told(actor_of("administrator", last.body)) == [last]
    first.refresh_from_db()
    assert (first.duplicate_of, first.duplicate_rank) == (last, 2)


def test_writing_down_anew_changes_nothing(plans, reports):
    for month in (4, 5, 6):
        plans(month)
        reports(month)
    link()
    matters = list(Matter.objects.values_list("pk", flat=True))
    with CaptureQueriesContext(connection) as found:
        assert link_duplicates(matters=matters) == 0
    assert not [query for query in found.captured_queries if query["sql"].startswith("UPDATE")]


def test_a_matter_out_of_step_is_found_from_the_body_that_waits_and_each_that_asked(plans, council, matter, django_assert_num_queries):
    first, last = plans(4), plans(5)
    others = [plans(month, of=f.MatterFactory(), body=f.BodyFactory()).item.body for month in (4, 5)]
    for body in (council, first.item.body, last.item.body):
        with django_assert_num_queries(1):
            assert matters_out_of_step([body.pk]) == {matter.pk}
    assert matters_out_of_step([body.pk for body in others]) == set()
    link()
    assert matters_out_of_step([council.pk, first.item.body_id, last.item.body_id]) == set()


def test_a_matter_is_out_of_step_for_the_body_that_told_what_is_repeated_once_that_has_left(plans, matter):
    first, last = plans(4), plans(5)
    link()
    AgendaItem.objects.filter(pk=last.item_id).update(matter=f.MatterFactory())
    assert last.item.body_id not in (first.body_id, first.item.body_id)
    assert matters_out_of_step([last.item.body_id]) == {matter.pk}


class TestWrittenDownAnew:
    """Whatever makes two the same, or no longer, is followed once the change is done."""

    @pytest.fixture
    def act(self, db):
        return {"by": f.UserFactory(secretary=True), "now": dt.datetime(2018, 7, 1, 10, tzinfo=f.COPENHAGEN)}

    @pytest.fixture
    def linked(self):
        return lambda: set(Occurrence.objects.exclude(duplicate_of=None).values_list("pk", "duplicate_of"))

    def test_once_they_are_read(self, plans, linked, django_capture_on_commit_callbacks):
        first, last = plans(4), plans(5)
        with django_capture_on_commit_callbacks(execute=True):
            sync_occurrences(items=[last.item])
        assert linked() == {(first.pk, last.pk)}

    def test_by_a_step_and_when_it_is_taken_back(self, plans, linked, act, django_capture_on_commit_callbacks):
        first, last = plans(4), plans(5)
        with django_capture_on_commit_callbacks(execute=True):
            step = postpone(occurrence=first, first=MARCH, last=MARCH, why="Venter på svar.", **act)
        assert linked() == {(last.pk, first.pk)}
        with django_capture_on_commit_callbacks(execute=True):
            undo(step=step, **act)
        assert linked() == {(first.pk, last.pk)}

    def test_when_an_item_comes_to_another_matter_and_back(self, plans, linked, matter, act, django_capture_on_commit_callbacks):
        first, last = plans(4), plans(5, of=f.MatterFactory())
        with django_capture_on_commit_callbacks(execute=True):
            step = matters.move_items(items=[last.item], to=matter, **act)
        assert linked() == {(first.pk, last.pk)}
        with django_capture_on_commit_callbacks(execute=True):
            matters.undo_step(step=step, now=act["now"])
        assert linked() == set()

    def test_when_the_one_that_was_told_is_gone(self, plans, linked, django_capture_on_commit_callbacks):
        first, second, last = plans(4), plans(5), plans(6)
        link()
        with django_capture_on_commit_callbacks(execute=True), changing([last.item.body, first.item.body]):
            last.item.delete()
        assert linked() == {(first.pk, second.pk)}


def test_lists_and_counts_tell_of_one(client, plans, council):
    plans(4)
    last = plans(5)
    link()
    page = client.get(reverse("waiting"), {"vis": "alle"}).content.decode()
    assert page.count('<li class="row-item wait') == 1
    assert last.get_absolute_url() in page
    assert '<span class="sr-only">: </span>1</span>' in page
    assert len(client.get("/api/occurrences/").json()["results"]) == 1
    assert len(client.get("/api/planned-treatments/?state=open").json()["results"]) == 1
    assert len(client.get("/api/planned-treatments/").json()["results"]) == 2


def test_the_page_of_the_other_leads_to_it(client, plans):
    first, last = plans(4), plans(5)
    link()
    said = "Den samme behandling står i et andet referat og følges dér:"
    page = client.get(first.get_absolute_url()).content.decode()
    assert said in page
    assert last.get_absolute_url() in page
    assert said not in client.get(last.get_absolute_url()).content.decode()
    assert "Følges i et andet referat" in client.get(first.item.get_absolute_url()).content.decode()
    assert "Følges i et andet referat" not in client.get(last.item.get_absolute_url()).content.decode()


def test_an_answer_is_proposed_for_one_of_them(plans, council, matter):
    from followups.models import Proposal
    from followups.services import propose

    first, last = plans(4), plans(5)
    treated = f.AgendaItemFactory(
        meeting__body=council, meeting__date=DECEMBER, meeting__state="held", meeting__published=True, matter=matter
    )
    propose(items=[treated])
    link()
    actor = actor_of("secretary of the body", council)
    assert {one.occurrence for one in Proposal.objects.all()} == {first, last}
    assert [one.occurrence for one in Proposal.objects.visible_to(actor)] == [last]


MONTHS = st.integers(1, 6)
ACTS = st.sampled_from([{}, {}, {}, {"due_fixed": True}, {"state": "met", "met_on": DECEMBER}, {"state": "dropped"}])
PLANS = st.lists(st.tuples(MONTHS, st.sampled_from([DECEMBER, MARCH]), ACTS, st.booleans()), min_size=1, max_size=6)


class AnyPlans(TestCase):
    """Whatever is planned, hidden and done, no treatment is left out of the lists, and none untouched stands there twice."""

    @settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(PLANS)
    def test_each_treatment_is_told_and_told_once(self, asked):
        council, matter = f.BodyFactory(name="Kommunalbestyrelsen"), f.MatterFactory()
        rows = []
        for month, day, columns, is_closed in asked:
            item = f.AgendaItemFactory(meeting__date=D(2018, month, 4), meeting__published=True, matter=matter, closed=is_closed)
            planned = f.PlannedTreatmentFactory(item=item, body=council, due_start=day, due_end=day)
            rows.append(f.OccurrenceFactory(follow_up=None, planned=planned, body=council, due_start=day, due_end=day, **columns))
        readable = [row for row in rows if not row.item.closed]
        listed = told()
        assert {row.due_start for row in listed} == {row.due_start for row in readable}
        for day in (DECEMBER, MARCH):
            untouched = [row for row in listed if row.due_start == day and row.state == "open" and not row.due_fixed]
            assert len(untouched) <= 1
        assert set(readable) - set(listed) <= {row for row in rows if row.state == "open" and not row.due_fixed}
