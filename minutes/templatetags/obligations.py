"""Obligations on the pages that show items."""

from dataclasses import replace
from datetime import date

from django import template
from django.template import Context

from cases.access import Viewer
from danish.telling import days_in_words
from followups.standing import standing_of
from hearings.models import Hearing
from meetings.models import AgendaItem, Reviewed
from minutes.selectors import MODELS
from minutes.storing.readings import fact_of
from minutes.views.telling import Told, tell

register = template.Library()

KINDS = {model: kind for kind, model in MODELS.items()}


@register.simple_tag(takes_context=True)
def promised(context: Context, item: AgendaItem) -> list[Told]:
    """What the item asks for, promises and expects, and how it stands today, as far as its page has fetched it for whoever looks."""
    rows = [row for rows in (item.hearings, item.follow_ups, item.planned_treatments) for row in rows.all()]
    return [_told(row, context["request"].today) for row in rows]


def _told(row: Reviewed, today: date) -> Told:
    told = replace(tell(fact_of(row)), anchor=f"{KINDS[type(row)]}-{row.pk}")
    if isinstance(row, Hearing):
        return replace(told, address=row.get_absolute_url())
    return replace(told, standing=standing_of(row.occurrences.all(), today))


@register.simple_tag
def days(first: date | None, last: date | None) -> str:
    return days_in_words(first, last)


@register.filter
def serves(viewer: Viewer, body_id: int) -> bool:
    """Whether the one who looks may answer for the body's obligations."""
    return viewer.serves_body(body_id)
