"""The differences between two versions of an agenda, as people read them."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from agendas.versions import VersionChange, VersionDifference

_LONG = {"sections", "recommendations"}


def differences_in_words(found: Iterable[VersionDifference]) -> list[str]:
    """Each difference between two versions as a sentence."""
    return [_told_difference(one) for one in found]


def _told_difference(one: VersionDifference) -> str:
    texts = {
        VersionChange.ADDED: _("“%(title)s” has come on."),
        VersionChange.REMOVED: _("“%(title)s” has been taken off."),
        VersionChange.MOVED: _("“%(title)s” has been moved."),
        VersionChange.CHANGED: _("“%(title)s” has been changed."),
    }
    said = texts[one.change] % {"title": one.row["title"]}
    names = {
        "title": pgettext("difference", "the title"),
        "start": pgettext("difference", "the time"),
        "minutes": pgettext("difference", "the minutes"),
        "guests": pgettext("difference", "the guests"),
        "responsible": pgettext("difference", "who is responsible"),
        "closed": pgettext("difference", "whether it is closed"),
        "ground": pgettext("difference", "the legal ground"),
        "case": pgettext("difference", "the case"),
        "sections": pgettext("difference", "the text"),
        "recommendations": pgettext("difference", "the recommendations"),
        "files": pgettext("difference", "the attachments"),
    }
    changed = [_("%(name)s has been changed") % {"name": names[name]} for name, _before, _after in one.columns if name in _LONG]
    columns = [
        _("%(name)s: %(before)s → %(after)s") % {"name": names[name], "before": _value(before), "after": _value(after)}
        for name, before, after in one.columns
        if name not in _LONG
    ]
    return " ".join([said, "; ".join([*columns, *changed])]).strip()


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return (", ".join(value) if isinstance(value, list) else str(value or "")) or "–"
