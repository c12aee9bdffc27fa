"""The Danish sentence for every code the import uses: why a file could not be read, what a proof-reader noticed, why a match was made.

The codes come from the pure stages, which know no language; `say` makes the sentence through gettext.
"""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, object] = {
    # minutes.reading: why a file could not be read
    "empty": _("The file is empty."),
    # minutes.proving: what does not fit the register
    "new_body": _("The body “%(name)s” is not in the register. It will be made when the minutes are accepted."),
    "near_body": _("The body “%(name)s” is taken to be “%(known)s”. Is it spelled wrongly?"),
    "near_person": _("“%(name)s” is nearly the known name “%(known)s”. Is it the same person?"),
    "namesakes": _("The register has more than one person called “%(name)s”. Choose who is meant."),
    "number_taken": _("Item number %(number)s is used by another meeting of the body this year. The item keeps it as printed only."),
    "unlikely_date": _("The meeting date %(date)s is far from the body's other meetings. The nearest is %(nearest)s."),
    "unknown_subject": _("The case number %(number)s uses the KLE subject %(subject)s, which the subject plan does not have."),
    "missing_reference": _("The text refers to item %(numbers)s of %(body)s, %(date)s, but the register does not have it there."),
    "other_title": _("Item %(number)s is called “%(known)s” in the register, but is quoted here under “%(title)s”."),
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
}


def say(code: str, params: dict[str, str | int]) -> str:
    """The sentence for `code`. Params that are ISO dates are written as Danish dates. An unknown code is a programming error: KeyError."""
    return str(SENTENCES[code]) % {name: _shown(value) for name, value in params.items()}


def _shown(value: str | int) -> str | int:
    try:
        return date_format(date.fromisoformat(str(value)), "DATE_FORMAT")
    except ValueError:
        return value
