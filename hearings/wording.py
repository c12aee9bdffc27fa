"""The Danish words for the codes of hearings: why a step was refused, and why two hearings or parties seem to be the same."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

REFUSALS = {
    "rejected": _("The sentence has been rejected. Accept it first."),
    "gone": _("It is not there any more: somebody has removed it."),
    "reason_missing": _("Write the reason."),
    "undone": _("The step has been undone already."),
    "not_latest": _("Something has been done since. Undo that first."),
    "changed": _("Somebody has changed it since you opened the page. Look it through once more."),
    "overwrites": _("What the step changed has been corrected since, so undoing it would overwrite that. Correct it instead."),
    "has_answer": _("The party has an answer. Remove the answer first if it is wrong."),
    "not_waited_for": _("No answer is waited for any more. Look the page through once more."),
    "letter_left": _("The mail has left, or is leaving now, so it cannot be withdrawn."),
    "not_two_hearings": _("They cannot be made one hearing any more. Look the page through once more."),
    "not_two": _("They are no two parties of this hearing any more. Look the page through once more."),
}

REASONS = {
    "item": _("the same item"),
    "matter": _("the same matter"),
    "case": _("the same case"),
    "subject": _("the subjects are alike"),
    "sender": _("the same sender"),
    "parties": _("a party in common"),
    "same_deadline": _("the same deadline"),
    "near_deadline": _("deadlines near each other"),
    "body": _("they are the same body of the register"),
    "spelling": _("the names differ in a slip or a space only"),
    "ending": _("the names differ in their endings only"),
    "abbreviation": _("the one is short for the other"),
    "place": _("the one tells the place, too"),
    "no_party": _("it is where something is announced, or the public, and nobody who can be asked"),
}


def say(code: str) -> str:
    return str(REFUSALS[code])


def reasons_in_words(reasons: Iterable[str]) -> str:
    return "; ".join(str(REASONS[code]) for code in reasons)
