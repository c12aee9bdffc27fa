"""The reasons why a sentence was taken for an obligation, in words: by the rule that took it where that tells more, else by what it was taken for."""

from django.utils.translation import gettext_lazy as _

HEARING, PLANNED_TREATMENT = "hearing told of", "planned treatment"

BY_KIND: dict[str, object] = {
    "status_report": _("the sentence asks for a status or promises one"),
    "return": _("the sentence says that the case comes back"),
    "deferred": _("the sentence says that something was put off"),
    "task": _("the sentence says that somebody is to do something"),
    "question": _("the sentence puts a question that wants an answer"),
    "hearing": _("the sentence says that somebody is to be heard"),
    "hearing_response": _("the sentence says that a hearing is to be answered"),
    "extra_meeting": _("the sentence says that an extraordinary meeting is to be held"),
    HEARING: _("the sentence tells of a hearing"),
    PLANNED_TREATMENT: _("the sentence names a body and when it is to treat the case"),
}
# Rules of reader.obligations that tell more than the kind does.
BY_RULE: dict[str, object] = {
    "wants a status": _("the body wants a status"),
    "gets a status": _("the body is to have a status"),
    "is kept informed": _("the body is to be kept informed"),
    "standing status": _("a status is given again and again"),
    "promised status": _("a status is promised"),
    "promised back": _("it is promised that the case comes back"),
    "asks the administration": _("the administration is asked something"),
    "is asked to do": _("somebody is asked to do something"),
    "tells a deadline": _("the sentence tells the deadline of a hearing"),
    "names who is heard": _("the sentence names who is heard"),
    "is sent out": _("something is sent out to be heard"),
    "recommendation put off": _("the decision puts off the recommendation"),
    "item put off": _("the decision puts off the item"),
}


def reason(rule: str, kind: str) -> str:
    """`kind` is a follow-up's, or `HEARING` or `PLANNED_TREATMENT`. Without a rule nobody took it for one: it was added by hand."""
    return str(BY_RULE.get(rule) or BY_KIND[kind]) if rule else ""
