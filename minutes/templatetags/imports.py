"""Texts of the pages of the import: places in the original, and states."""

from collections.abc import Iterable

from django import template
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from meetings.models import Meeting
from minutes.models import Import
from minutes.views import sentences, texts
from minutes.views.worddiff import Piece
from minutes.wording import megabytes
from reader.facts import TextPlace

register = template.Library()

BADGES = {
    Import.State.WAITING: "badge-info",
    Import.State.READING: "badge-info",
    Import.State.REVIEW: "badge-warning",
    Import.State.APPLIED: "badge-success",
    Import.State.UNREADABLE: "badge-error",
}


@register.filter
def state_badge(import_: Import) -> str:
    """The design system's class for the state's colour; the word beside it says the same."""
    return BADGES.get(import_.state, "")


@register.filter
def outcome_name(code: str) -> str:
    return texts.outcome_name(code)


@register.filter
def bytes_shown(size: int) -> str:
    return megabytes(size)


@register.filter
def fact_line(fact: object) -> str:
    """A fact in one line: `1. Tiltrådt`."""
    return texts.line(fact)


@register.filter
def meeting_in_words(meeting: Meeting) -> str:
    return sentences.meeting_in_words(meeting, meeting.item_count)


@register.filter
def applied_told(import_: Import) -> str:
    return sentences.applied_told(import_.applied_at, str(import_.applied_by or ""))


@register.filter
def marked(pieces: Iterable[Piece], element: str) -> str:
    """The pieces of a text side by side; what is changed stands in `element`, del or ins."""
    return format_html_join("", "{}", ((_marked(piece, element),) for piece in pieces))


def _marked(piece: Piece, element: str) -> str:
    if piece.kind == "skipped":
        return format_html('<span class="skipped">…</span>')
    return format_html("<{}>{}</{}>", element, piece.text, element) if piece.kind == "changed" else piece.text


@register.simple_tag(takes_context=True)
def place(context, at: TextPlace | None) -> str:
    """A link that shows the place in the original beside the reading: `s. 3, l. 12–14`. Nothing when the place is not known."""
    if at is None:
        return ""
    lines = f"{at.line}–{at.end_line}" if at.end_line != at.line else str(at.line)
    query = urlencode({"side": at.page, "fra": at.line, "til": at.end_line})
    return format_html(
        '<a class="place" href="{}?{}#maerket" target="original" data-page="{}" data-from="{}" data-to="{}">'
        '<span class="sr-only">{} </span>{}</a>',
        reverse("import-original", kwargs={"pk": context["import"].pk}),
        query,
        at.page,
        at.line,
        at.end_line,
        _("Show in the original:"),
        _("p. %(page)s, l. %(lines)s") % {"page": at.page, "lines": lines},
    )
