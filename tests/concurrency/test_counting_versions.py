"""Every write of a row that people edit is counted, by whichever way it is written."""

import pytest
from django.apps import apps

from concurrency.models import Versioned, VersionedQuerySet
from meetings.models import Meeting
from tests import factories as f

MODELS = [model for model in apps.get_models() if issubclass(model, Versioned)]


def saved(meeting):
    meeting.place = "Havnen"
    meeting.save()


def saved_in_part(meeting):
    meeting.place = "Havnen"
    meeting.save(update_fields=["place"])


def updated(meeting):
    Meeting.objects.filter(pk=meeting.pk).update(place="Havnen")


def updated_through_its_body(meeting):
    meeting.body.meetings.update(place="Havnen")


def updated_among_others(meeting):
    meeting.place = "Havnen"
    Meeting.objects.bulk_update([meeting, f.MeetingFactory()], ["place"])


WAYS = [saved, saved_in_part, updated, updated_through_its_body, updated_among_others]


@pytest.mark.django_db
@pytest.mark.parametrize("write", WAYS, ids=lambda way: way.__name__)
def test_a_write_is_counted(write):
    meeting = f.MeetingFactory()
    assert Meeting.objects.get(pk=meeting.pk).version == 1
    write(meeting)
    found = Meeting.objects.get(pk=meeting.pk)
    assert (found.version, found.place) == (2, "Havnen")


@pytest.mark.django_db
def test_two_who_write_the_same_old_row_count_twice():
    meeting = f.MeetingFactory()
    first, second = Meeting.objects.get(pk=meeting.pk), Meeting.objects.get(pk=meeting.pk)
    saved(first), saved(second)
    assert Meeting.objects.get(pk=meeting.pk).version == 3


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_no_queryset_writes_past_the_count(model):
    assert isinstance(model._default_manager.all(), VersionedQuerySet)
