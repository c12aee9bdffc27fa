"""Merging two spellings, and parting them again: pages that show first what will move."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.widgets import AutocompleteSelect
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _

from cases.admin import ReadOnlyAdmin, RegisterAdmin
from meetings import merging
from meetings.models import Membership, Merge


class MergingAdmin(RegisterAdmin):
    """`link` is the column of a membership by which the other one is looked up."""

    link: str

    def get_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}_merge"
        return [path("<int:pk>/merge/", self.admin_site.admin_view(self.merge_view), name=name), *super().get_urls()]

    def merge_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Asks which other one is a spelling of this, then shows what will move, then does it."""
        kept = get_object_or_404(self.model, pk=pk)
        form = self._form(request.POST or None)
        context = self.admin_site.each_context(request) | {"opts": self.opts, "kept": kept, "form": form, "title": _("Merge two spellings")}
        if form.is_valid():
            gone = form.cleaned_data["other"]
            try:
                merging.refuse_unmergeable(kept=kept, gone=gone)
                if "confirmed" in request.POST:
                    merge = merging.merge(kept=kept, gone=gone, by=request.user, now=request.now)
                    messages.success(request, _("%(gone)s is now a spelling of %(kept)s.") % {"gone": gone, "kept": kept})
                    return redirect("admin:meetings_merge_change", merge.pk)
                context |= {"gone": gone, "counts": merging.preview(kept=kept, gone=gone)}
            except merging.CannotMerge:
                form.add_error("other", _("These two cannot be merged: they are one already, or both can log in."))
        return render(request, "admin/meetings/merge.html", context)

    def _form(self, sent) -> forms.Form:
        field = Membership._meta.get_field(self.link)
        widget = AutocompleteSelect(field, self.admin_site)
        other = forms.ModelChoiceField(
            self.model.objects.all(), label=_("The other spelling, which is merged into this one"), widget=widget
        )
        return type("MergeForm", (forms.Form,), {"other": other})(sent)


@admin.register(Merge)
class MergeAdmin(ReadOnlyAdmin):
    list_display = ["at", "kind", "gone_name", "kept_name", "by", "undone_at"]
    list_filter = ["kind"]
    list_select_related = ["by"]
    search_fields = ["gone_name", "kept_name"]
    fields = ["kind", "gone_name", "kept_name", "by", "at", "what_moved", "rows_changed", "rows_dropped", "undone_by", "undone_at"]
    readonly_fields = ["what_moved", "rows_changed", "rows_dropped"]

    @admin.display(description=Merge._meta.get_field("moved").verbose_name)
    def what_moved(self, merge: Merge) -> str:
        return "; ".join(f"{kind}: {count}" for kind, count in merging.moved_by(merge).items()) or "–"

    @admin.display(description=Merge._meta.get_field("changed").verbose_name)
    def rows_changed(self, merge: Merge) -> int:
        return len(merge.changed)

    @admin.display(description=Merge._meta.get_field("dropped").verbose_name)
    def rows_dropped(self, merge: Merge) -> int:
        return len(merge.dropped)

    def get_urls(self):
        return [path("<int:pk>/part/", self.admin_site.admin_view(self.part_view), name="meetings_merge_part"), *super().get_urls()]

    def part_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Asks first."""
        merge = get_object_or_404(Merge, pk=pk)
        if merge.undone_at:
            raise Http404
        if request.method != "POST":
            context = self.admin_site.each_context(request) | {"opts": self.opts, "merge": merge, "title": _("Undo the merge")}
            return render(request, "admin/meetings/part.html", context)
        try:
            merging.part(merge=merge, by=request.user, now=request.now)
        except merging.CannotPart:
            messages.error(
                request, _("It cannot be undone: what was kept is gone, or the name, address or number has been taken meanwhile.")
            )
            return redirect("admin:meetings_merge_change", pk)
        messages.success(request, _("%(gone)s is there again, with all that was moved.") % {"gone": merge.gone_name})
        return redirect(reverse(f"admin:meetings_{merge.kind}_change", args=[merge.gone_key]))
