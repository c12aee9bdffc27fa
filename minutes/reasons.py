"""Why a sentence was taken for an obligation, in words: one for every rule of `minutes.obligations`."""

from django.utils.translation import gettext_lazy as _

REASONS: dict[str, object] = {
    # minutes.obligations.phrases
    "put off": _("the item was put off"),
    "put off by the body": _("the body put it off"),
    "moved to a later day": _("it was moved to a later day"),
    "extraordinary meeting": _("an extraordinary meeting is to be held"),
    "asks": _("the body asks something"),
    "wants to know": _("the body wants to know something"),
    "asks the administration": _("the administration is asked something"),
    "is asked to answer": _("somebody is asked to answer"),
    "shall be heard": _("somebody is to be heard"),
    "sent out to be heard": _("something is sent out to be heard"),
    "answers a hearing": _("the body answers a hearing"),
    "has an answer": _("an answer to a hearing is to be given"),
    "wants a status": _("the body wants a status"),
    "gets a status": _("the body is to have a status"),
    "a status is given": _("a status is to be given"),
    "is kept informed": _("the body is to be kept informed"),
    "standing status": _("a status is given again and again"),
    "standing status, put first": _("a status is given again and again"),
    "promised status": _("a status is promised"),
    "a status to come": _("a status is promised"),
    "comes back": _("the case comes back"),
    "at a coming meeting": _("the case is on at a coming meeting"),
    "on the agenda": _("the case is put on an agenda"),
    "presented anew": _("the case is presented anew"),
    "stays with the body": _("the body goes on following the case"),
    "promised back": _("the case is promised back"),
    "does": _("somebody is to do something"),
    "shall do": _("somebody is told to do something"),
    "is asked to do": _("somebody is asked to do something"),
    "shall be done": _("something is to be done"),
    "decided to do": _("the body decided to do something"),
    "is done": _("something is to be done"),
    # minutes.obligations.hearings
    "tells a deadline": _("the sentence tells the deadline of a hearing"),
    "names who is heard": _("the sentence names who is heard"),
    "is sent out": _("something is sent out to be heard"),
    # minutes.obligations.treatments
    "a body with a day": _("the sentence names a body and a day"),
    "a body with a time": _("the sentence names a body and a time"),
}


def reason(rule: str) -> str:
    """The reason for a rule; nothing for one the reader no longer has, which the register may still name, or for none."""
    return str(REASONS.get(rule, ""))
