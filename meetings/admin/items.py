"""Items and everything they hold."""

from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from cases.admin import RegisterAdmin
from meetings import models as m
from meetings import services
from meetings.admin.fields import NumbersField
from meetings.calendar import meetings_changed


class ItemForm(forms.ModelForm):
    """The item's body and year are its meeting's, so that the database's rule about numbers is tried before saving."""

    def clean(self) -> dict:
        data = super().clean()
        if meeting := data.get("meeting"):
            self.instance.body, self.instance.year = meeting.body, meeting.date.year
        return data

    def _get_validation_exclusions(self) -> set[str]:
        placed = {"body", "year"} if self.cleaned_data.get("meeting") else set()
        return super()._get_validation_exclusions() - placed


class PartInline(admin.StackedInline):
    extra = 0


class SectionInline(PartInline):
    model = m.Section


class RecommendationInline(admin.TabularInline):
    model = m.Recommendation
    extra = 0


class RecommendedToInline(admin.TabularInline):
    model = m.RecommendedTo
    autocomplete_fields = ["body"]
    extra = 0


class OutcomeInline(admin.TabularInline):
    model = m.Outcome
    extra = 0


class VoteInline(admin.TabularInline):
    """The names stand on the vote's own page."""

    model = m.Vote
    show_change_link = True
    extra = 0


class ParticipationInline(admin.TabularInline):
    model = m.Participation
    autocomplete_fields = ["person", "for_person"]
    extra = 0


class AttachmentInline(admin.TabularInline):
    model = m.Attachment
    extra = 0


class QuotedInline(PartInline):
    model = m.QuotedAppearance
    autocomplete_fields = ["body"]


class ReferenceForm(forms.ModelForm):
    item_numbers = NumbersField(label=m.Reference._meta.get_field("item_numbers").verbose_name)


class ReferenceInline(PartInline):
    model = m.Reference
    form = ReferenceForm
    autocomplete_fields = ["body"]


@admin.register(m.AgendaItem)
class ItemAdmin(RegisterAdmin):
    form = ItemForm
    list_display = ["meeting", "label", "title", "case", "closed"]
    list_display_links = ["title"]
    list_filter = ["closed", "year", "body"]
    list_select_related = ["meeting__body", "case"]
    ordering = ["-meeting__date", "-meeting__sequence", "position"]
    search_fields = ["title", "case__number"]
    fields = ["meeting", "position", "number", "label", "title", "case", "matter", "closed", "shut_out", "decision", "read_from"]
    readonly_fields = ["read_from"]
    autocomplete_fields = ["meeting", "case", "matter", "shut_out"]
    inlines = [
        SectionInline,
        RecommendationInline,
        RecommendedToInline,
        OutcomeInline,
        VoteInline,
        ParticipationInline,
        AttachmentInline,
        QuotedInline,
        ReferenceInline,
    ]

    def change_view(self, request, object_id, form_url="", extra_context=None):
        """Opening a closed item here is a reading of it like any other."""
        if request.method == "GET" and (item := self.get_object(request, object_id)):
            services.log_closed_reading(items=[item], viewer=request.viewer, now=request.now)
        return super().change_view(request, object_id, form_url, extra_context)

    def save_model(self, request, obj: m.AgendaItem, form: forms.ModelForm, change: bool) -> None:
        services.place_item(item=obj, meeting=obj.meeting, position=obj.position, number=obj.number)

    def delete_model(self, request, obj: m.AgendaItem) -> None:
        super().delete_model(request, obj)
        meetings_changed([obj.body])

    def delete_queryset(self, request, queryset) -> None:
        bodies = list(m.Body.objects.filter(items__in=queryset).distinct())
        super().delete_queryset(request, queryset)
        meetings_changed(bodies)

    @admin.display(description=_("read from"))
    def read_from(self, item: m.AgendaItem) -> str:
        if not item.source_id:
            return "–"
        return _("%(file)s, page %(page)s") % {"file": item.source, "page": item.source_page or "–"}


class VoteNameInline(admin.TabularInline):
    model = m.VoteName
    autocomplete_fields = ["person"]
    extra = 0


@admin.register(m.Vote)
class VoteAdmin(RegisterAdmin):
    list_display = ["item", "on", "votes_for", "votes_against", "abstained"]
    list_select_related = ["item"]
    search_fields = ["item__title", "names__name"]
    autocomplete_fields = ["item"]
    inlines = [VoteNameInline]
