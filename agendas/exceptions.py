"""The refusal of what cannot be done with an agenda."""

from django.utils.translation import gettext_lazy as _

REFUSALS = {
    "sent": _("The agenda has been sent, so it stays as it was sent. What comes after is a supplement."),
    "over": _("The meeting is not to come, so its agenda is not made any more."),
    "gone": _("The item is not on the agenda any more: it has been removed or moved."),
    "other_body": _("The meeting is another body's. Send the item on to it instead."),
    "same_body": _("The meeting is the same body's. Move the item to it instead."),
    "asked_later": _("The item answers what was asked for at a later meeting than that."),
    "in_use": _("There is more in the item than its heading, so it is not removed here. Correct the meeting instead."),
    "read": _("The text was read from a document, so it is corrected with the meeting, beside that document."),
    "changed": _("Somebody has changed the agenda since. Look at it once more."),
    "twin_changed": _(
        "The move cannot be undone here: the other agenda (%(meeting)s) has been changed since. Undo what was done there first, or move the item again."
    ),
    "twin_out": _("The move cannot be undone: the other agenda (%(meeting)s) has been sent, or its meeting is over."),
    "empty": _("There is nothing on the agenda yet."),
    "not_sent": _("The agenda has not been sent, so it needs no supplement."),
    "reason_missing": _("Say why it cannot wait for the next meeting."),
    "route_changed": _("Somebody has changed the route since. Look at it once more."),
    "body_gone": _("It cannot be undone, since a body of it is not in the register any more."),
    "nothing": _("There is nothing to undo."),
}


class AgendaRefused(Exception):
    """A step that cannot be taken; `code` gives the Danish sentence, which `str` is. `told` are the values in it."""

    def __init__(self, code: str, **told: str):
        super().__init__(code)
        self.code, self.told = code, told

    def __str__(self) -> str:
        return str(REFUSALS[self.code]) % self.told
