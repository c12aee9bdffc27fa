"""Cheap questions put to a sentence before the patterns are: can it tell anything of the kind at all? All in small letters.

A sentence without any stem of a kind is not looked at closely, so a new phrase whose words are not here needs its stem too.
"""

from collections.abc import Sequence

STATUS = (
    "status", "rienter", "pfølgning", "edegørelse", "valuer", "apport", "ilbagemelding", "pdatering", "nøgletal", "eretning", "pgørelse",
    "versigt", "igen", "på ny", "vender tilbage", "vende tilbage",
)  # fmt: skip
BODIES = ("udvalg", "rådet", "byråd", "råds", "råd ", "råd:", "råd\t", "råd,", "bestyrelse", "nævn", "kommission", "forsamling", "repræsentation")
KINDS = ("udvalg", "råd", "bestyrelse", "nævn", "kommission", "forsamling", "repræsentation")
HEARINGS = ("øring", "emærkninger", "ndsigelser", "varfrist", "høres", "offentlig")
MONTHS_AND_SEASONS = (
    "januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november", "december", "forår", "sommer",
    "efterår", "vinter", "kvartal", "halvår", "primo", "medio", "ultimo",
)  # fmt: skip
OFTEN_OR_LATER = ("hver", "årlig", "kvart", "gang", "måned", "møde", "når", "så snart", "vende", "om et ", "om to ")


def has(low: str, stems: Sequence[str]) -> bool:
    """Whether one of the stems is in the text, which is in small letters."""
    return any(stem in low for stem in stems)


def tells_a_day(low: str) -> bool:
    """Whether a day, a month or a season can be named in it."""
    return has(low, "0123456789") or has(low, MONTHS_AND_SEASONS)


def tells_anything(low: str) -> bool:
    """Whether a line outside the decision can hold an obligation of any kind."""
    if has(low, HEARINGS):
        return True
    if has(low, STATUS) and (has(low, OFTEN_OR_LATER) or tells_a_day(low)):
        return True
    return has(low, BODIES) and tells_a_day(low)
