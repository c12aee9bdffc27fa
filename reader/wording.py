"""The Danish sentence for every code of the reader: why a file could not be read, and what its warnings say.

The sentences stand here in English and in Danish in `reader/locale`, which Django is not needed to look up.
"""

import datetime as dt
import gettext
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path

from danish.formatting import days_in_words

LOCALE = Path(__file__).parent / "locale"


def _(sentence: str) -> str:
    """Marks a sentence for the catalogue."""
    return sentence


SENTENCES: dict[str, str] = {
    # reader.reading: why a file could not be read
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
    "document_type": _(
        "The Word file declares a document type (DOCTYPE). Word itself never does, so it has not been opened. Save it anew in Word."
    ),
    "too_deep": _("The document is nested too deeply to be read. Save it anew, or in another format."),
    "took_too_long": _("Reading took more than %(most)s seconds and was stopped. Save the document anew, or split it by meeting."),
    "took_too_much_memory": _(
        "Reading took more memory than the %(most)s a file is given, and was stopped. Save the document anew, or split it by meeting."
    ),
    "reader_crashed": _("The reading broke off. The file may be damaged: save it anew, or in another format."),
    "no_minutes": _("The document does not look like minutes or an agenda: no body, date or items were found."),
    # reader.__main__
    "cannot_be_opened": _("The file cannot be opened."),
    # reader.reading: what was not read of a file that could be
    "hidden_text": _("The Word file holds hidden text, which has not been read."),
    "embedded_file": _("The Word file holds another file as part of its text, which has not been read. Save it anew in Word."),
    "page_without_text": _("Page %(page)s is a picture without text, as a scan is, and has not been read."),
    "letters_unknown": _(
        "The letters on page %(page)s cannot be read: the PDF does not tell which they are. Use the file it was made from."
    ),
    # reader.parsing: what was kept as text only
    "not_understood": _("Nothing was read out of “%(part)s”."),
    # reader.parsing.doubts: why an item may be closed
    "maybe_closed": _("It says “%(words)s”. Is the item closed?"),
    "maybe_two_items": _("“%(words)s” reads as the heading of another item. Does a closed item begin here?"),
    "maybe_holds_closed": _(
        "The contents list has the closed item “%(title)s” beside this one, but the document does not. Does it stand in this one?"
    ),
    "maybe_closed_otherwise": _("Read in the other way, the document has this in a closed item: “%(words)s”. Is the item closed?"),
    "maybe_counts_anew": _("The numbers start over with “%(words)s”. Are the items from here on closed?"),
    # reader.checks: what a proof-reader sees without the register
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
    "recommendation_unanswered": _("The decision does not answer recommendation %(number)s."),
    "hearing_ends_before_it_opens": _("The hearing has its deadline on %(deadline)s, before it opens on %(opens)s."),
    "hearing_ends_before_meeting": _("The hearing has its deadline on %(deadline)s, before the meeting on %(date)s that sends it out."),
    "hearing_has_two_deadlines": _("The deadline of the hearing is both %(deadline)s and %(other)s in the same item."),
    "promise_before_meeting": _("A promise is due on %(due)s, which is before the meeting on %(date)s."),
    "no_items": _("No items were found in the document. Nothing of what it says would be in the register."),
    "no_item_text": _("No text was found in any of the items."),
    "text_outside_items": _("Most of the document's text stands in no item, and would not be in the register."),
}

_FORMATS = {"pdf": "PDF", "docx": "Word", "txt": "tekst"}
_ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_TIME = re.compile(r"\d\d:\d\d")
_SIZES = ("too_large", "unpacks_too_large", "took_too_much_memory")


def say(code: str, params: Mapping[str, str | int]) -> str:
    """The sentence for `code`. An unknown code is a programming error: KeyError.

    Dates come as ISO texts, times as HH:MM, sizes in bytes; all are written as people here write them.
    """
    return _danish().gettext(SENTENCES[code]) % written(code, params)


def written(code: str, params: Mapping[str, str | int]) -> dict[str, str | int]:
    """The params of `code` as a Danish sentence writes them."""
    return {name: _shape(code, name)(value) for name, value in params.items()}


@cache
def _danish() -> gettext.NullTranslations:
    return gettext.translation("django", LOCALE, languages=["da"])


def _shape(code: str, name: str) -> Callable[[str | int], str | int]:
    if code in _SIZES:
        return megabytes
    return {"kind": _in_brackets, "format": _format, "most": _grouped, "pages": _grouped}.get(name, _timed)


def megabytes(size: str | int) -> str:
    """`25 MB`, `0,4 MB`, `12 kB`; of a million bytes, as the bound is."""
    if int(size) < 100_000:
        return f"{max(1, round(int(size) / 1_000))} kB"
    number = f"{int(size) / 1_000_000:,.1f}".removesuffix(".0")
    return number.translate(str.maketrans(",.", ".,")) + " MB"


def _in_brackets(kind: str | int) -> str:
    return f" ({kind})" if kind else ""


def _format(code: str | int) -> str:
    return _FORMATS.get(str(code), str(code))


def _grouped(count: str | int) -> str:
    return f"{int(count):,}".replace(",", ".")


def _timed(value: str | int) -> str | int:
    if isinstance(value, str) and _TIME.fullmatch(value):
        return value.replace(":", ".")
    if isinstance(value, str) and _ISO_DATE.fullmatch(value):
        with suppress(ValueError):
            day = dt.date.fromisoformat(value)
            return days_in_words(day, day)
    return value
