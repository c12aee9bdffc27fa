"""The Danish words for the codes of this room: why a step was refused, and why an item seems to answer what is waited for."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

REFUSALS = {
    "settled": _("It is not open any more: it has been answered or dropped."),
    "rejected": _("The sentence has been rejected. Accept it first."),
    "placed": _("It stands on an agenda. Take it off the agenda first."),
    "added": _("Somebody has added it by hand, so it was not misread. Let it go instead."),
    "gone": _("It is not there any more: somebody has undone the step that made it."),
    "reason_missing": _("Write the reason."),
    "days_missing": _("Write both the first day and the last."),
    "days_in_disorder": _("The last day lies before the first."),
    "same_item": _("This is the very item that asked."),
    "older": _("That was before the meeting that asked."),
    "not_yet": _("That day is still to come."),
    "meeting_cancelled": _("The meeting is cancelled."),
    "other_body": _("It waits at another body than the one whose agenda that is."),
    "days_passed": _("Those days have passed. Choose days to come."),
    "item_in_use": _("There is something in the item by now, or it has gone already. It was left as it is."),
    "letter_left": _("The mail has left, or is leaving now, so it cannot be withdrawn."),
    "undone": _("The step has been undone already."),
    "not_latest": _("Something has been done since. Undo that first."),
    "next_acted_on": _("Something has been done about the next one already. Undo that first."),
    "changed": _("Somebody has done something about it since you opened the page. Look it through once more."),
    "overwrites": _("What the step changed has been corrected since, so undoing it would overwrite that. Correct it instead."),
    "answered": _("The proposal has been answered already."),
}

REASONS = {
    "placed": _("it was placed on that agenda"),
    "matter": _("the same matter"),
    "case": _("the same case, %(number)s"),
    "title": _("the title is like that of the item that asked"),
    "wording": _("the title is like what was asked for"),
    "date": _("the meeting lies within the days promised"),
}


def say(code: str) -> str:
    return str(REFUSALS[code])


def reasons_in_words(reasons: Sequence[str], *, number: str = "") -> list[str]:
    """The reasons of a proposal; `number` is the number of the proposed item's case."""
    return [str(REASONS[code]) % {"number": number} for code in reasons]
