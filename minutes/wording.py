"""The Danish sentence for every code the import uses: why a file could not be read, what a proof-reader noticed, why a match was made.

The codes come from the pure stages, which know no language; `say` makes the sentence through gettext.
"""

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import date

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, object] = {
    # minutes.reading: why a file could not be read
    "empty": _("The file is empty."),
    "not_a_document": _("The file is neither a PDF, a Word file (.docx) nor text%(kind)s. Save it in one of those formats."),
    "encrypted": _("The file is locked with a password. Save it without one."),
    "damaged": _("The %(format)s file is damaged or not whole. Fetch it once more, or save it anew."),
    "no_text": _("The %(format)s file holds pictures of pages but no text, as a scan does. Use the file it was printed from."),
    "too_large": _("The file is too large: %(size)s. The most is %(most)s."),
    "unpacks_too_large": _("The Word file takes up more than %(most)s when it is unpacked, so it has not been opened."),
    "swells": _("The Word file unpacks to more than a hundred times its size. No minutes do that, so it has not been read."),
    "too_many_pages": _("The document has %(pages)s pages. The most is %(most)s. Split it by meeting."),
    "too_much_text": _("The document holds more than %(most)s characters. Split it by meeting."),
    "too_slow": _("Reading took more than %(most)s seconds and was stopped. Save the document anew, or split it by meeting."),
    "no_minutes": _("The document does not look like minutes or an agenda: no body, date or items were found."),
    "reader_died": _("The reading broke off twice. The file may be damaged: save it anew, or in another format."),
    # minutes.parsing: what was kept as text only
    "not_understood": _("Nothing was read out of “%(part)s”."),
    # minutes.proofreading: what a proof-reader sees without the register
    "weekday_mismatch": _("%(date)s is not a %(weekday)s but a %(right)s."),
    "meeting_date_differs": _("The title says %(title_date)s, but the meeting date is %(date)s."),
    "later_than_meeting": _("An earlier treatment in %(body)s is dated %(date)s, which is after the meeting."),
    "time_plan_mistyped": _("The time “%(printed)s” is mistyped."),
    "time_plan_backwards": _("The row of the time plan from %(start)s to %(end)s runs backwards."),
    "time_plan_overlap": _("The row of the time plan from %(start)s to %(end)s begins before the one above ends at %(previous_end)s."),
    "time_plan_gap": _("The time plan has a gap from %(previous_end)s to %(start)s."),
    "time_plan_before_start": _("The time plan begins at %(start)s, but the meeting not until %(meeting_start)s."),
    "name_variant": _("“%(name)s” is spelled “%(usual)s” elsewhere in the document."),
    "decision_missing": _("The item “%(title)s” has no decision."),
    "case_number_missing": _("The item “%(title)s” has no case number."),
    "number_gap": _("The item numbers skip from %(before)s to %(after)s."),
    "number_repeated": _("Two items have the number %(number)s."),
    "contents_entry_missing": _("The contents list has “%(title)s”, but the document has no such item."),
    "votes_do_not_add_up": _("%(counted)s votes are counted, but %(named)s members are named."),
    "absent_yet_voting": _("%(name)s is said both to have been away and to have voted."),
    "maybe_closed": _("It says “%(words)s”, but it was read as open. Is it closed?"),
    "recommendation_unanswered": _("The decision does not answer recommendation %(number)s."),
    "hearing_ends_before_it_opens": _("The hearing has its deadline on %(deadline)s, before it opens on %(opens)s."),
    "hearing_ends_before_meeting": _("The hearing has its deadline on %(deadline)s, before the meeting on %(date)s that sends it out."),
    "hearing_has_two_deadlines": _("The deadline of the hearing is both %(deadline)s and %(other)s in the same item."),
    "promise_before_meeting": _("A promise is due on %(due)s, which is before the meeting on %(date)s."),
    # minutes.proving: what does not fit the register
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
    "not_for_review": _("The import does not wait for review, so it cannot be put in the register."),
    "no_body_or_date": _("The body or the date was not found in the document, so it cannot be put in the register."),
    "not_your_body": _("You do not serve %(name)s, so you cannot put its meetings in the register."),
    "nothing_to_undo": _("The import is not in the register, so there is nothing to undo."),
    "changed_since": _("The meeting has been changed since, so the import cannot be undone: the changes would be lost."),
    "done_would_be_lost": _(
        "It cannot be done: something has been written down about what the meeting asked for, or one of its items answers a promise, and that "
        "would be lost. Undo it first."
    ),
}

_FORMATS = {"pdf": "PDF", "docx": "Word", "txt": "text"}
_ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_TIME = re.compile(r"\d\d:\d\d")


def say(code: str, params: dict[str, str | int]) -> str:
    """The sentence for `code`. An unknown code is a programming error: KeyError.

    Dates come as ISO texts, times as HH:MM, sizes in bytes; all are written as people here write them.
    """
    return str(SENTENCES[code]) % {name: _shape(code, name)(value) for name, value in params.items()}


def _shape(code: str, name: str) -> Callable[[str | int], str | int]:
    if code in ("too_large", "unpacks_too_large"):
        return megabytes
    return {"kind": _in_brackets, "format": _format, "most": _grouped, "pages": _grouped}.get(name, _timed)


def megabytes(size: str | int) -> str:
    """`25 MB`, `0,4 MB`, `12 kB`; of a million bytes, as the bound is."""
    if int(size) < 100_000:
        return f"{max(1, round(int(size) / 1_000))} kB"
    return f"{number_format(round(int(size) / 1_000_000, 1)).removesuffix(',0')} MB"


def _in_brackets(kind: str | int) -> str:
    return f" ({kind})" if kind else ""


def _format(code: str | int) -> str:
    return _FORMATS.get(str(code), str(code))


def _grouped(count: str | int) -> str:
    return number_format(int(count), use_l10n=True, force_grouping=True)


def _timed(value: str | int) -> str | int:
    if isinstance(value, str) and _TIME.fullmatch(value):
        return value.replace(":", ".")
    if isinstance(value, str) and _ISO_DATE.fullmatch(value):
        with suppress(ValueError):
            return date_format(date.fromisoformat(value), "DATE_FORMAT")
    return value
