"""Meetings with their items, time plan and participants."""

from django import forms
from django.contrib import admin

from cases.admin import RegisterAdmin
from meetings import services
from meetings.admin.fields import LinesField
from meetings.calendar import meetings_changed
from meetings.models import AgendaItem, Attendance, Body, Meeting, TimePlanRow


class MeetingForm(forms.ModelForm):
    def clean(self) -> dict:
        data = super().clean()
        if self.instance.pk and data.get("body") and data.get("date"):
            services.refuse_taken_numbers(meeting=self.instance, body=data["body"], date=data["date"])
        return data


class ItemInline(admin.TabularInline):
    """The items as links: each is edited on its own page."""

    model = AgendaItem
    fields = readonly_fields = ["position", "label", "title", "closed"]
    show_change_link = True
    can_delete = False
    extra = 0

    def has_add_permission(self, request, obj=None) -> bool:
        return False


class TimePlanForm(forms.ModelForm):
    guests = LinesField(label=TimePlanRow._meta.get_field("guests").verbose_name, required=False)


class TimePlanInline(admin.TabularInline):
    model = TimePlanRow
    form = TimePlanForm
    fields = ["position", "start", "end", "title", "item", "guests", "is_break"]
    raw_id_fields = ["item"]
    extra = 0


class AttendanceInline(admin.TabularInline):
    model = Attendance
    autocomplete_fields = ["person"]
    extra = 0


@admin.register(Meeting)
class MeetingAdmin(RegisterAdmin):
    form = MeetingForm
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
        if not change or {"body", "kind", "state"} & {*form.changed_data}:
            meetings_changed(Body.objects.filter(pk__in={obj.body_id, form.initial.get("body", obj.body_id)}))

    def delete_model(self, request, obj: Meeting) -> None:
        super().delete_model(request, obj)
        meetings_changed([obj.body])

    def delete_queryset(self, request, queryset) -> None:
        bodies = list(Body.objects.filter(meetings__in=queryset).distinct())
        super().delete_queryset(request, queryset)
        meetings_changed(bodies)
