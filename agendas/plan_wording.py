"""The Danish sentence for each code of the time plan: its findings, why an item was moved, and what is wrong with a file."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from agendas.timeplan.values import Window

FINDINGS: dict[str, object] = {
    "over_run": _("The plan ends at %(end)s, %(minutes)s after the meeting is to end at %(planned)s."),
    "not_first": _("“%(title)s” is to be first, but is not."),
    "not_last": _("“%(title)s” is to be last, but is not."),
    "no_minutes": _("“%(title)s” has no minutes, so it takes no time in the plan."),
    "suggested_minutes": _("“%(title)s” has no minutes. The plan has %(minutes)s for it, the median of %(count)s."),
    "fixed_start_missed": _("“%(title)s” is to begin at %(fixed)s, but begins at %(start)s, %(minutes)s late."),
    "gap": _("Nothing is planned from %(start)s to %(end)s (%(minutes)s), since “%(title)s” has a fixed time."),
    "guest_outside_window": _("%(guest)s can come at %(windows)s, but “%(title)s” is treated at %(start)s–%(end)s."),
    "guest_waits": _("%(guest)s waits %(minutes)s between “%(title)s” and “%(next)s”."),
    "break_too_early": _("The break is at %(start)s, before %(wanted)s, since no item ends and another begins after that."),
    "no_break": _("From %(start)s to %(end)s there is no break. That is more than %(longest)s."),
    "room_double_booked": _("%(room)s is taken at %(start)s–%(end)s by “%(meeting)s”."),
    "person_double_booked": _("%(person)s is also needed at “%(meeting)s”, at %(start)s–%(end)s."),
}

REASONS: dict[str, object] = {
    "kept_first": _("The item is to be first."),
    "kept_last": _("The item is to be last."),
    "own_fixed_start": _("The item is to begin at %(fixed)s."),
    "others_fixed_start": _("So that “%(title)s” can begin at %(fixed)s."),
    "own_window": _("%(guest)s can come at %(windows)s."),
    "others_window": _("So that “%(title)s” is treated while %(guest)s can be there, at %(windows)s."),
    "less_over_run": _("So that the meeting does not last longer than it must."),
    "break_in_time": _("So that less time passes without a break."),
    "break_in_the_middle": _("So that the break is near the middle."),
    "together": _("So that the items with %(guest)s come together."),
    "less_waiting": _("So that %(guest)s waits less."),
    "less_gap": _("So that less time is empty before “%(title)s”."),
    "others_moved": _("It makes room for the others that were moved."),
}

UNUSABLE: dict[str, object] = {
    "cannot_open": _("The file cannot be opened."),
    "too_large": _("The file is larger than 1 MB."),
    "not_utf8": _("The file is not text in UTF-8."),
    "not_json": _("The file is not JSON: line %(line)s, character %(column)s cannot be understood."),
    "not_usable_json": _(
        "The file is not JSON that can be used: it holds far too large a number, NaN or Infinity, or lists in far too many lists."
    ),
    "not_an_object": _("%(where)s must be an object: {…}."),
    "not_a_list": _("%(where)s must be a list: […]."),
    "too_many": _("%(where)s has too many elements: at most %(most)s."),
    "field_twice": _("The field %(where)s stands twice in the same object."),
    "missing_field": _("%(where)s is missing."),
    "unknown_field": _("%(where)s is no field that is known here. These are: %(known)s."),
    "not_a_text": _("%(where)s must be a text that is not empty."),
    "not_a_number": _("%(where)s must be a whole number from %(least)s to %(most)s."),
    "not_a_time": _('%(where)s must be a time such as "16:00".'),
    "ends_too_early": _("%(where)s must be later than the start, if need be after midnight, but then within 12 hours."),
    "not_a_place": _('%(where)s must be "first" or "last".'),
    "not_a_window": _('%(where)s must be a list of two times: ["16:00", "17:00"].'),
    "key_twice": _("%(where)s: another item has the key “%(key)s”, too."),
}

_SENTENCES = FINDINGS | REASONS | UNUSABLE


def say(code: str, params: Mapping[str, Any]) -> str:
    """The sentence for `code`. An unknown code is a programming error: KeyError. Times come as minutes since midnight of the meeting's day."""
    return str(_SENTENCES[code]) % {name: _SHAPES.get(name, str)(value) for name, value in params.items()}


def clock(minutes: int) -> str:
    """Minutes since midnight as `15.30`."""
    return f"{minutes // 60 % 24}.{minutes % 60:02}"


def _minutes(count: int) -> str:
    return ngettext("%(count)d minute", "%(count)d minutes", count) % {"count": count}


def _like_items(count: int) -> str:
    return ngettext("%(count)d like item", "%(count)d like items", count) % {"count": count}


def _windows(windows: Iterable[Window]) -> str:
    spans = [f"{clock(start)}–{clock(end)}" for start, end in windows]
    return gettext(" or ").join([", ".join(spans[:-1]), spans[-1]] if spans[1:] else spans)


_SHAPES: dict[str, Callable[[Any], str]] = dict.fromkeys(("start", "end", "planned", "fixed", "wanted"), clock) | {
    "minutes": _minutes,
    "longest": _minutes,
    "count": _like_items,
    "windows": _windows,
    "where": lambda where: where or gettext("The file"),
}
