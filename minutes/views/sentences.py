"""The sentences of the import's pages that have conditions in them."""

from collections.abc import Mapping
from datetime import datetime

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from meetings.models import Meeting
from meetings.templatetags.danish import hours
from minutes.differences import Difference

HINTS = {
    "opens": gettext_lazy("The item is closed in the register. With a tick here everybody can read it once it is published."),
    "removes": gettext_lazy("The register has it and the document has not. With a tick here it is removed."),
    "held_back": gettext_lazy(
        "It may hold text that is closed in the register. Answer the doubt first: with a tick here and no answer, the item is closed."
    ),
    "written": gettext_lazy("It was written for the agenda. With a tick here the document's words take its place."),
    "unticked": gettext_lazy("The register may have it from a later document. With a tick here the document's words take its place."),
}


def hint(difference: Difference) -> str | Promise:
    """Tells what a tick at the difference does, where that is more than to take the document's words; else nothing. The gravest counts."""
    for effect in ("opens", "removes", "held_back", "written"):
        if getattr(difference, effect):
            return HINTS[effect]
    return "" if difference.is_default or difference.by_hand else HINTS["unticked"]


def goes_too(*, has_decision: bool, obligations: int) -> str:
    """Tells what goes along with a whole item that is removed."""
    sentences = [_("The whole item with its page.")]
    if has_decision:
        sentences.append(_("Its decision, too."))
    if obligations:
        words = ngettext("%(counter)s promise or hearing, too.", "%(counter)s promises and hearings, too.", obligations)
        sentences.append(words % {"counter": obligations})
    return " ".join(sentences)


def made_counted(made: Mapping[str, int]) -> str:
    """`2 sager, 1 person`: the rows of the register that the import made beside the meeting, by kind (case, matter, person, body)."""
    counts = {kind: made.get(kind, 0) for kind in ("case", "matter", "person", "body")}
    words = {
        "case": ngettext("%(counter)s case", "%(counter)s cases", counts["case"]),
        "matter": ngettext("%(counter)s matter", "%(counter)s matters", counts["matter"]),
        "person": ngettext("%(counter)s person", "%(counter)s people", counts["person"]),
        "body": ngettext("%(counter)s body", "%(counter)s bodies", counts["body"]),
    }
    return ", ".join(words[kind] % {"counter": count} for kind, count in counts.items() if count)


def meeting_in_words(meeting: Meeting, item_count: int) -> str:
    """`det ordinære møde, kl. 15.30–18.00, 12 punkter`: the meeting among others of the same day."""
    kind = _("the extraordinary meeting") if meeting.kind == Meeting.Kind.EXTRAORDINARY else _("the ordinary meeting")
    items = ngettext("%(counter)s item", "%(counter)s items", item_count) % {"counter": item_count}
    return ", ".join(part for part in (kind, hours(meeting), items) if part)


def public_told(*, minutes_are_out: bool, newly_open: int) -> str:
    """Says which parts everybody reads at once when the reading of a published meeting is put in the register."""
    out = _("The minutes are published already.") if minutes_are_out else _("The agenda is published already.")
    sentences = [out, _("Everybody can read the open items that you put in the register, at once.")]
    if newly_open:
        words = ngettext(
            "%(counter)s open item is new or says something new.", "%(counter)s open items are new or say something new.", newly_open
        )
        sentences.append(words % {"counter": newly_open})
    return " ".join(sentences)


def why_not_applied(body: object, *, is_managed: bool, must_say_which: bool) -> str:
    """Says what is lacking before a reading can be put in the register, the gravest first."""
    if not is_managed:
        sentence = _(
            "You do not manage %(body)s, so you cannot put its meetings in the register. Ask the body's secretary or an administrator."
        )
        return sentence % {"body": body}
    if must_say_which:
        return _("Say first which meeting the document is about.")
    return _("The body or the date was not found in the document. Fill it in above; then it can be put in the register.")


def document_doubt(*, is_public: bool) -> str:
    """Says what is to be looked through in a document that tells of closed items, none of which was found."""
    if is_public:
        return _("The document tells of closed items, but none was found in it. Look it through before you put it in the register.")
    return _("The document tells of closed items, but none was found in it. Look it through, and publish it on the meeting's page.")


def applied_told(when: datetime, name: str) -> str:
    """Says when and by whom a reading was put in the register; `name` is empty where nobody is known."""
    at = date_format(localtime(when), "DATETIME_FORMAT")
    return _("Put there %(when)s by %(name)s.") % {"when": at, "name": name} if name else _("Put there %(when)s.") % {"when": at}
