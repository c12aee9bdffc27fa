"""Reminders in words: what is to be done by when, and why somebody hears of it."""

from datetime import date

from django.utils.translation import gettext as _

from danish.dates import weekday_name
from danish.formatting import day_in_words
from reminders.deadlines import DeadlineKind, Duty


def weekday_in_words(day: date) -> str:
    """`mandag d. 3. september 2018`."""
    return f"{weekday_name(day)} d. {day_in_words(day)}"


def what_is_due(kind: str, last: date, *, today: date) -> str:
    """One sentence of what is to be done by the last day, or should have been."""
    told = {"day": weekday_in_words(last)}
    is_past = last < today
    match kind:
        case DeadlineKind.HEARING:
            said = _("The hearing was to be answered by %(day)s.") if is_past else _("The hearing is to be answered by %(day)s.")
        case DeadlineKind.PARTY:
            said = _("The answer to the hearing was due on %(day)s.") if is_past else _("The answer to the hearing is due on %(day)s.")
        case DeadlineKind.REPORT:
            said = _("This was promised by %(day)s and is still missing.") if is_past else _("This is promised by %(day)s.")
        case DeadlineKind.DISPATCH:
            said = _("The agenda was to be sent out by %(day)s.") if is_past else _("The agenda is to be sent out by %(day)s.")
        case DeadlineKind.MEETING:
            said = _("The meeting is on %(day)s.")
    return said % told


def why_you(duty: str, body: str) -> str:
    """One sentence of why the reader is reminded of something of the body."""
    match duty:
        case Duty.SECRETARY:
            said = _("You are reminded because you are the secretary of %(body)s.")
        case Duty.CHAIR:
            said = _("You are reminded because you are the chair of %(body)s.")
        case Duty.MEMBER:
            said = _("You are reminded because you are a member of %(body)s.")
        case Duty.PARTY:
            said = _("You are reminded because you are heard by %(body)s.")
        case Duty.RESPONSIBLE:
            said = _("You are reminded because you are responsible for this towards %(body)s.")
    return said % {"body": body}


def why_not_sent(state: str, *, by_hand: bool, why_no_mail: str) -> str:
    """One sentence of why a reminder in this state does not leave, or did not; empty where it does. `why_no_mail` is the code of an error."""
    if state == "missed":
        return _("Missed: its time passed before it could leave.")
    if why_no_mail:
        return error_in_words(why_no_mail)
    if state == "withdrawn":
        gone = _("Withdrawn: the deadline no longer stands, or the recipient is not reminded of it any more.")
        return _("Skipped") if by_hand else gone
    return ""


def policy_refusal(code: str) -> str:
    """Returns the reason that a step of a policy could not be taken or taken back."""
    match code:
        case "changed":
            return _("Somebody has changed it since you opened the page. Look it through once more.")
        case "undone":
            return _("The step has been undone already.")
        case "not_latest":
            return _("Something has been done since. Undo that first.")
        case "carried":
            return _("The step was taken in the policy of another body, so it cannot be taken back here.")
    return _("What the step changed has been corrected since, so undoing it would overwrite that. Correct it instead.")


def error_in_words(error: str) -> str:
    """Returns the reason that a mail could not be sent, from the code that its row holds: `no_address`, or a mail server's `421`."""
    match error:
        case "no_address":
            return _("There is no address.")
        case "not_agreed":
            return _("The recipient has not agreed to mail.")
        case "refused":
            return _("The mail server does not know the address.")
        case "connection":
            return _("The mail server does not answer.")
        case "unsendable":
            return _("The address cannot be written to.")
        case "interrupted":
            return _("The sending was interrupted, so it is not known whether the mail left.")
        case "crashed":
            return _("The sending was interrupted again and again.")
    return _("The mail server answered %(code)s.") % {"code": error}
