"""Reminders: one's own, and those of the bodies that a secretary manages. What may not be read any more is told by its kind alone."""

from django_filters import rest_framework as filters
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from reminders.access import get_reminder
from reminders.listing import ListedReminder, in_words, reminders_of
from reminders.models import Reminder
from reminders.models.policies import KINDS
from secretariat.api.briefs import BodyBrief
from secretariat.api.filters import IdFilter, day
from secretariat.api.views import Readable, documented


class ReminderSerializer(serializers.Serializer):
    id = serializers.IntegerField(source="row.pk")
    key = serializers.CharField(source="row.key")
    kind = serializers.ChoiceField(source="row.kind", choices=KINDS)
    step = serializers.CharField(source="row.step")
    body = BodyBrief(source="row.body")
    recipient = serializers.CharField(source="row.contact")
    duty = serializers.CharField(source="row.duty")
    due = serializers.DateField(source="row.last")
    send_at = serializers.DateTimeField(source="row.send_at")
    state = serializers.ChoiceField(source="row.state", choices=Reminder.State.choices)
    error = serializers.CharField(source="row.error")
    title = serializers.CharField()
    link = serializers.SerializerMethodField()

    @extend_schema_field(serializers.CharField(allow_null=True))
    def get_link(self, listed: ListedReminder) -> str | None:
        return listed.described.link if listed.described else None


class ReminderFilter(filters.FilterSet):
    body = IdFilter()
    kind = filters.ChoiceFilter(choices=KINDS)
    state = filters.ChoiceFilter(choices=Reminder.State.choices)
    due_before = day("last", "lt")

    class Meta:
        model = Reminder
        fields = ["body", "kind", "state"]


@documented("Påmindelser", ReminderSerializer, ReminderSerializer)
class ReminderViewSet(Readable):
    model = Reminder
    filterset_class = ReminderFilter
    list_serializer = detail_serializer = ReminderSerializer

    def visible(self):
        return reminders_of(self.actor).order_by("-send_at", "-pk")

    def paginate_queryset(self, queryset):
        return in_words(super().paginate_queryset(queryset), self.actor)

    def fetch(self, pk):
        [listed] = in_words([get_reminder(self.request, pk)], self.actor)
        return listed
