"""The Danish sentence for every code the import uses: those of the reader, what does not fit the register, why a match was made.

The codes come from the pure stages, which know no language; `say` makes the sentence through gettext.
"""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from reader import wording as reader_wording
from reader.wording import megabytes

__all__ = ["SENTENCES", "megabytes", "say"]

SENTENCES: dict[str, object] = {
    # minutes.services.receiving: why a file was not read
    "original_missing": _("The kept file cannot be opened. Upload it once more."),
    "reader_died": _("The reading broke off twice. The file may be damaged: save it anew, or in another format."),
    "disk_full": _("The service has run out of disk space, so the file has not been kept. Upload it again when there is room."),
    # minutes.doubts: why an item is in doubt that no words of the document raised a doubt about
    "took_closed_text_in": _("Text of a closed item, or of one in doubt, has been moved here. Is the item closed?"),
    "doubt_without_reason": _("Somebody has said that it is in doubt, without a reason. Is the item closed?"),
    # minutes.closed_text: why an item may hold what the register has as closed
    "closed_came_back": _("“%(words)s” stands in an item that is closed in the register. Is this item closed?"),
    "closed_went_away": _(
        "An item that is closed in the register, or some of its text, is not in this document. Does it stand here: “%(words)s”?"
    ),
    # minutes.register_checks: what does not fit the register
    "new_body": _("The body “%(name)s” is not in the register. It will be made when the minutes are accepted."),
    "near_body": _("The body “%(name)s” is taken to be “%(known)s”. Is it spelled wrongly?"),
    "near_person": _("“%(name)s” is nearly the known name “%(known)s”. Is it the same person?"),
    "namesakes": _("The register has more than one person called “%(name)s”, so the name is linked to neither of them."),
    "number_taken": _("Item number %(number)s is used by another meeting of the body this year. The item keeps it as printed only."),
    "unlikely_date": _("The meeting date %(date)s is far from the body's other meetings. The nearest is %(nearest)s."),
    "unknown_subject": _("The case number %(number)s uses the KLE subject %(subject)s, which the subject plan does not have."),
    "missing_reference": _("The text refers to item %(numbers)s of %(body)s, %(date)s, but the register does not have it there."),
    "other_title": _("Item %(number)s is called “%(known)s” in the register, but is quoted here under “%(title)s”."),
    "no_meeting_that_day": _(
        "%(body)s is to treat the case on %(date)s, but does not meet that day. The nearest meeting is on %(nearest)s."
    ),
    "which_meeting": _("The body has a meeting that day already. Is it the same one, or one more that day? Say so before the rest."),
    # minutes.matching: why something was taken for something
    "same_name": _("same name"),
    "nearly_same_name": _("nearly the same name"),
    "unknown": _("not in the register; will be made"),
    "member_of_that_name": _("a member of the body by that name"),
    "same_number": _("same case number"),
    "same_number_like_title": _("same case number and a like title"),
    "quoted_treatment": _("quotes an earlier treatment of the matter"),
    "as_before": _("as it is in the register"),
    "new_matter": _("nothing like it in the register"),
    "closed": _("closed item"),
    # minutes.services: why a step cannot be taken
    "removal_not_confirmed": _("Something closed or published would be removed, and that was not confirmed. Nothing was changed."),
    "public_at_once": _(
        "The meeting is published, so everybody could read what is new in the open items at once (%(count)s). Tick that they may, and put it "
        "in the register then. Nothing was changed."
    ),
    "reading_corrected_since": _("Somebody has corrected the reading since you opened the page. Look it through once more."),
    "other_reading_taken_since": _("The other reading has been taken since you opened the page. Nothing more was changed."),
    "not_for_review": _("The import does not wait for review, so it cannot be put in the register."),
    "not_to_be_corrected": _("The import does not wait for review, so what was read can no longer be corrected here."),
    "no_other_reading": _("There is no other reading of the document."),
    "corrections_would_be_lost": _("Corrections made by hand do not fit the other reading. Nothing was changed."),
    "nothing_to_correct": _("What you would correct is not there any more, or a later correction builds on it. Undo the later one first."),
    "corrected_since": _("It has been changed since it was corrected, so the correction cannot be undone. Correct it once more instead."),
    "would_open": _("Something that is closed would be open to everybody. Say so if that is what you mean."),
    "no_body_or_date": _("The body or the date was not found in the document, so it cannot be put in the register."),
    "not_your_body": _("You do not manage %(name)s, so you cannot put its meetings in the register."),
    "answered_already": _("Somebody has answered already. Nothing was changed."),
    "nothing_to_undo": _("The import is not in the register, so there is nothing to undo."),
    "changed_since": _("The meeting has been changed since, so the import cannot be undone: the changes would be lost."),
    "placed_since": _(
        "It cannot be undone: something that is waited for has been placed on one of the items that would go. Take it off the agenda first."
    ),
    "done_would_be_lost": _(
        "It cannot be done: something has been written down about what the meeting asked for, or one of its items answers a promise, and that "
        "would be lost. Undo it first."
    ),
}


def say(code: str, params: Mapping[str, str | int]) -> str:
    """The sentence for `code`, the reader's codes included. An unknown code is a programming error: KeyError.

    Dates come as ISO texts, times as HH:MM, sizes in bytes; all are written as people here write them.
    """
    if code in reader_wording.SENTENCES:
        return reader_wording.say(code, params)
    return str(SENTENCES[code]) % reader_wording.written(code, params)
