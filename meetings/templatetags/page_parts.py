"""The place on a page where the apps above show what they know of an item."""

from django import template
from django.template import Context
from django.utils.html import format_html_join

from meetings import page_parts

register = template.Library()


@register.simple_tag(takes_context=True)
def added(context: Context, place: str, item: page_parts.Shown) -> str:
    """All that is registered for `place`, rendered; nothing where no app has anything to say of the item, the case's items or the meeting."""
    rendered = []
    for part in page_parts.at(place):
        values = {"item": item, "request": context["request"], **part.values(context, item)}
        found = context.template.engine.get_template(part.template)
        rendered.append((found.render(context.new(values)),))
    return format_html_join("", "{}", rendered)
