"""The design system's parts that every page may use: the settings make them built in, so no template loads them."""

import datetime as dt

from django import template
from django.conf import settings
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from danish.formatting import day_in_words

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
def badge(text: str, level: str = "", icon_name: str = "", address: str = "") -> str:
    """A badge, which may lead to an address; `level` is success, info, warning, error, quiet, or a class with `badge-` before it."""
    css = f"badge badge-{level.removeprefix('badge-')}" if level else "badge"
    words = format_html('<a href="{}">{}</a>', address, text) if address else text
    return format_html('<span class="{}">{}{}</span>', css, icon(icon_name) if icon_name else "", words)


@register.simple_tag
def closed_badge() -> str:
    """The badge of what is closed to the public."""
    return badge(pgettext("item", "Closed"), icon_name="lock")


@register.simple_block_tag
def alert(content: str, level: str, role: str = "", id: str = "", classes: str = "", is_focused: bool = False) -> str:
    """A box that says something; `level` is success, info, warning, error, or anything else, which is info.

    `role="alert"` has a screen reader tell it at once: for what answers a form, not for what stands on the page anyway.
    One that `is_focused` has the focus when the page is shown.
    """
    level = level if level in ("success", "warning", "error") else "info"
    attributes = {"id": id, "class": f"alert alert-{level} {classes}".strip(), "role": role, "tabindex": "-1" if is_focused else ""}
    opened = format_html_join("", ' {}="{}"', ((name, value) for name, value in attributes.items() if value))
    focus = mark_safe(" autofocus" if is_focused else "")
    return format_html('<div{}{}>{}<div class="alert-body">{}</div></div>', opened, focus, icon(level, "alert-icon"), content)


@register.simple_block_tag
def timeline_step(content: str, when: dt.date | None, css: str = "", undone_at: dt.datetime | None = None) -> str:
    """A step of a timeline with its day, in Copenhagen; `css` is one of the step's own classes, and what was undone is quiet."""
    moment = localtime(when) if isinstance(when, dt.datetime) else when
    classes = " ".join(name for name in ("step", css, "step-undone" if undone_at else "") if name)
    day = format_html('<time datetime="{}">{}</time>', moment.isoformat(), day_in_words(moment)) if moment else _("No date")
    step = '<li class="{}"><p class="step-when">{}</p><div class="step-what">{}</div></li>'
    return format_html(step, classes, day, content)


@register.simple_tag
def version() -> str:
    """The version of the service."""
    return settings.VERSION
