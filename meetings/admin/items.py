"""Items and everything they hold."""

from django import forms
from django.contrib import admin, messages
from django.utils.translation import gettext_lazy as _

from cases.access import PUBLIC
from concurrency.admin import VersionedStackedInline, VersionedTabularInline
from concurrency.forms import VersionedModelForm, columns_to_save
from meetings import confidentiality, services
from meetings import models as m
from meetings.admin.fields import NumbersField
from meetings.admin.locking import LockingAdmin
from meetings.admin.publication_warning import WarnsBeforePublishing
from meetings.admin.reading_log import LogsClosedReadings
from meetings.rewording import ItemTexts, follow, texts_of
from meetings.visibility import readable_decisions


class ItemAdminForm(VersionedModelForm):
    """The item's body and year are its meeting's, so that the database's rule about numbers is tried before saving."""

    def clean(self) -> dict:
        data = super().clean()
        if meeting := data.get("meeting"):
            self.instance.body, self.instance.year, self.instance.date = meeting.body, meeting.date.year, meeting.date
        return data

    def _get_validation_exclusions(self) -> set[str]:
        placed = {"body", "year"} if self.cleaned_data.get("meeting") else set()
        return super()._get_validation_exclusions() - placed


class PartInline(VersionedStackedInline):
    extra = 0


class SectionInline(PartInline):
    """The one that holds the decision is not here: it says what the item's decision says."""

    model = m.Section
    fields = ["position", "heading", "text"]

    def get_queryset(self, request):
        return super().get_queryset(request).filter(is_decision=False)


class RecommendationInline(VersionedTabularInline):
    model = m.Recommendation
    extra = 0


class RecommendedToInline(VersionedTabularInline):
    model = m.RecommendedTo
    autocomplete_fields = ["body"]
    extra = 0


class OutcomeInline(VersionedTabularInline):
    model = m.Outcome
    extra = 0


class VoteInline(VersionedTabularInline):
    """The names stand on the vote's own page."""

    model = m.Vote
    show_change_link = True
    extra = 0


class ParticipationInline(VersionedTabularInline):
    model = m.Participation
    autocomplete_fields = ["person", "for_person"]
    extra = 0


class GuestInline(VersionedTabularInline):
    model = m.Guest
    extra = 0


class AttachmentInline(VersionedTabularInline):
    model = m.Attachment
    extra = 0


class QuotedInline(PartInline):
    model = m.QuotedAppearance
    autocomplete_fields = ["body"]


class ReferenceForm(VersionedModelForm):
    item_numbers = NumbersField(label=m.Reference._meta.get_field("item_numbers").verbose_name)


class ReferenceInline(PartInline):
    model = m.Reference
    form = ReferenceForm
    autocomplete_fields = ["body"]


@admin.register(m.AgendaItem)
class ItemAdmin(LockingAdmin, WarnsBeforePublishing, LogsClosedReadings):
    body_paths = ("body", "meeting__body")
    item_paths, lists_tell = ("pk",), False
    form = ItemAdminForm
    list_display = ["meeting", "label", "title", "case", "closed", "in_doubt"]
    list_display_links = ["title"]
    list_filter = ["closed", "in_doubt", "year", "body"]
    list_select_related = ["meeting__body", "case"]
    ordering = ["-meeting__date", "-meeting__sequence", "position"]
    search_fields = ["title", "case__number"]
    fields = [
        "meeting",
        "position",
        "number",
        "label",
        "title",
        "case",
        "matter",
        "closed",
        "in_doubt",
        "legal_ground",
        "legal_ground_text",
        "shut_out",
        "minutes",
        "fixed_start",
        "keep",
        "responsible",
        "decision",
        "read_from",
    ]
    readonly_fields = ["read_from"]
    autocomplete_fields = ["meeting", "case", "matter", "shut_out"]
    inlines = [
        SectionInline,
        RecommendationInline,
        RecommendedToInline,
        GuestInline,
        OutcomeInline,
        VoteInline,
        ParticipationInline,
        AttachmentInline,
        QuotedInline,
        ReferenceInline,
    ]

    def shown_to_public(self, key) -> set[str]:
        """The decision is a part of its own, since an agenda is public before its minutes are."""
        decision = self.model.objects.visible_to(PUBLIC).filter(readable_decisions(PUBLIC), pk=key).exists()
        return super().shown_to_public(key) | ({"decision"} if decision else set())

    def save_model(self, request, obj: m.AgendaItem, form: forms.ModelForm, change: bool) -> None:
        form.texts_before = texts_of(obj) if change else ItemTexts()
        columns = columns_to_save(obj, form.changed_data)
        if columns or not change:
            services.place_item(item=obj, meeting=obj.meeting, position=obj.position, number=obj.number, besides=columns)

    def save_related(self, request, form, formsets, change: bool) -> None:
        """Writes down each change of who may read the item. The form's initial values are the row as it was."""
        super().save_related(request, form, formsets, change)
        if change and (left := follow(item=form.instance, before=form.texts_before)):
            messages.warning(request, _("The old words still stand in: %(places)s") % {"places": "; ".join(left)})
        closed, in_doubt = (bool(change and form.initial.get(name)) for name in ("closed", "in_doubt"))
        shut_out = form.initial.get("shut_out", []) if change else []
        confidentiality.write_down(
            item=form.instance, closed=closed, in_doubt=in_doubt, shut_out=shut_out, by=request.user, now=request.now
        )

    @admin.display(description=_("read from"))
    def read_from(self, item: m.AgendaItem) -> str:
        if not item.source_id:
            return "–"
        return _("%(file)s, page %(page)s") % {"file": item.source, "page": item.source_page or "–"}


class VoteNameInline(VersionedTabularInline):
    model = m.VoteName
    autocomplete_fields = ["person"]
    extra = 0


@admin.register(m.Vote)
class VoteAdmin(LockingAdmin, WarnsBeforePublishing, LogsClosedReadings):
    body_paths = ("item__body",)
    list_display = ["item", "on", "votes_for", "votes_against", "abstained"]
    list_select_related = ["item"]
    search_fields = ["item__title", "names__name"]
    autocomplete_fields = ["item"]
    inlines = [VoteNameInline]
