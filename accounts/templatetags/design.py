"""The design system's parts that every page may use: the settings make them built in, so no template loads them."""

from django import template
from django.conf import settings
from django.templatetags.static import static
from django.utils.html import format_html

register = template.Library()


@register.simple_tag
def icon(name: str, classes: str = "") -> str:
    """One of the design system's icons, as decoration."""
    return format_html(
        '<svg class="icon-svg {}" focusable="false" aria-hidden="true"><use href="{}#{}"></use></svg>',
        classes,
        static("dkfds/img/all-svg-icons.svg"),
        name,
    )


@register.simple_tag
def version() -> str:
    """The version of the service."""
    return settings.VERSION
