"""Meetings with their items, time plan and participants."""

from django import forms
from django.contrib import admin

from concurrency.admin import ReadOnlyInline, VersionedTabularInline
from concurrency.forms import VersionedModelForm
from meetings import services
from meetings.admin.fields import LinesField
from meetings.admin.locking import LockingAdmin
from meetings.admin.reading_log import LogsClosedReadings
from meetings.models import AgendaItem, Attendance, Meeting, TimePlanRow


class MeetingAdminForm(VersionedModelForm):
    def clean(self) -> dict:
        data = super().clean()
        if self.instance.pk and data.get("body") and data.get("date"):
            services.refuse_taken_numbers(meeting=self.instance, body=data["body"], date=data["date"])
        return data


class ItemInline(ReadOnlyInline):
    """The items as links: each is edited on its own page."""

    model = AgendaItem
    fields = ["position", "label", "title", "closed", "in_doubt"]
    show_change_link = True


class TimePlanForm(VersionedModelForm):
    guests = LinesField(label=TimePlanRow._meta.get_field("guests").verbose_name, required=False)


class TimePlanInline(VersionedTabularInline):
    model = TimePlanRow
    form = TimePlanForm
    fields = ["position", "start", "end", "title", "item", "guests", "is_break"]
    raw_id_fields = ["item"]
    extra = 0


class AttendanceInline(VersionedTabularInline):
    model = Attendance
    autocomplete_fields = ["person"]
    extra = 0


@admin.register(Meeting)
class MeetingAdmin(LockingAdmin, LogsClosedReadings):
    item_paths, lists_tell = ("time_plan__item",), False  # the time plan names the guests
    form = MeetingAdminForm
    list_display = ["date", "body", "kind", "state", "agenda_published_at", "minutes_published_at"]
    list_display_links = ["date", "body"]
    list_filter = ["state", "kind", "body"]
    list_select_related = ["body"]
    date_hierarchy = "date"
    search_fields = ["body__name", "place"]
    autocomplete_fields = ["body"]
    readonly_fields = ["agenda_published_at", "minutes_published_at"]  # published on the meeting's page, which is written down
    inlines = [ItemInline, TimePlanInline, AttendanceInline]

    def save_model(self, request, obj: Meeting, form: forms.ModelForm, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if change and {"body", "date"} & {*form.changed_data}:
            services.move_meeting(meeting=obj, body=obj.body, date=obj.date)
