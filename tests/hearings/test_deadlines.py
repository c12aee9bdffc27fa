"""A deadline put off keeps the old one and the reason, and the latest of these is taken back."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from hearings import services
from tests import factories as f
from tests.hearings.conftest import NOON


@pytest.fixture
def act(secretary, now):
    return {"by": secretary, "now": now}


def test_the_old_deadline_and_the_reason_are_kept(sent, act, secretary, now):
    services.extend(hearing=sent, new=dt.date(2018, 10, 12), reason=" Efterårsferien. ", **act)
    sent.refresh_from_db()
    kept = sent.extensions.get()
    assert sent.deadline == kept.new == dt.date(2018, 10, 12)
    assert (kept.old, kept.reason, kept.by, kept.at) == (dt.date(2018, 9, 28), "Efterårsferien.", secretary, now)


@pytest.mark.parametrize(
    ("new", "reason", "fields"),
    [
        (dt.date(2018, 9, 28), "Ferie.", {"new"}),
        (dt.date(2018, 9, 27), "Ferie.", {"new"}),
        (dt.date(2018, 9, 29), "  ", {"reason"}),
        (dt.date(2018, 9, 1), "", {"new", "reason"}),
    ],
)
def test_an_earlier_or_the_same_day_and_no_reason_are_refused(sent, act, new, reason, fields):
    with pytest.raises(ValidationError) as refused:
        services.extend(hearing=sent, new=new, reason=reason, **act)
    assert refused.value.message_dict.keys() == fields
    assert not sent.extensions.exists()


def test_a_hearing_without_a_deadline_gets_its_first(sent, act):
    sent.deadline = None
    sent.save()
    assert services.extend(hearing=sent, new=dt.date(2018, 9, 1), reason="Nu aftalt.", **act).old is None


def test_a_deadline_corrected_since_is_not_lost_by_undoing(sent, act):
    services.extend(hearing=sent, new=dt.date(2018, 10, 12), reason="Ferie.", **act)
    sent.deadline = dt.date(2018, 10, 19)
    sent.save()
    with pytest.raises(ValidationError):
        services.undo_extension(hearing=sent, **act)
    sent.refresh_from_db()
    assert sent.deadline == dt.date(2018, 10, 19)


class AnyExtensions(TestCase):
    @settings(deadline=None)
    @given(st.lists(st.integers(1, 40), max_size=6))
    def test_undoing_all_of_them_gives_the_first_deadline_back(self, days):
        hearing, by = f.HearingFactory(deadline=dt.date(2018, 9, 28)), f.UserFactory()
        deadlines = [hearing.deadline]
        for more in days:
            deadlines.append(deadlines[-1] + dt.timedelta(more))
            services.extend(hearing=hearing, new=deadlines[-1], reason="Mere tid.", by=by, now=NOON)
        assert [extension.new for extension in hearing.extensions.all()] == deadlines[1:]
        while len(deadlines) > 1:
            hearing.refresh_from_db()
            assert hearing.deadline == deadlines.pop()
            services.undo_extension(hearing=hearing, by=by, now=NOON)
        hearing.refresh_from_db()
        assert hearing.deadline == deadlines[0]
