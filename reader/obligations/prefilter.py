"""Cheap questions put to a sentence before the patterns are: can it tell anything of the kind at all? All in small letters.

A sentence without any stem of a kind is not looked at closely, so a new phrase whose words are not here needs its stem too.
"""

import re
from collections.abc import Sequence

_DIGIT = re.compile(r"[0-9]")

STATUS = (
    "status", "rienter", "pfølgning", "edegørelse", "valuer", "apport", "ilbagemelding", "pdatering", "update", "nøgletal", "eretning", "pgørelse",
    "versigt", "psamling", "edegjort", "melding", "esultat", "genbesøg", "genfrem", "genforelæg", "gendrøft", "genoptag", "igen", "på ny", "vender tilbage", "vende tilbage", " tal for", " tal om", " tal over", "statistik", "ortæller", "drøftes", "behandles af",
)  # fmt: skip
BODIES = ("udvalg", "rådet", "byråd", "råds", "råd ", "råd:", "råd\t", "råd,", "bestyrelse", "nævnet", "kommission", "forsamling", "repræsentation")  # fmt: skip
KINDS = ("udvalg", "råd", "bestyrelse", "nævn", "kommission", "forsamling", "repræsentation")
HEARINGS = (
    "høring",
    "emærkninger",
    "ndsigelser",
    "varfrist",
    "høres",
    "offentligt i",
    "offentlig frem",
    "udtal",
    "ndsigelsesfrist",
    "offentlig debat",
    "kommentering",
    "fremlagt",
    "risten for",
)
MONTHS_AND_SEASONS = (
    "januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november", "december", "forår", "sommer",
    "efterår", "vinter", "kvartal", "halvår", "primo", "medio", "ultimo", "om et ", "om to ", "om tre ", "efter et ", "efter to ", "efter tre ", "næste år", "nye år", "årsskift", "nytår", "ferie",
    "inden jul", "påske", "pinse",
)  # fmt: skip
OFTEN_OR_LATER = (
    "hver", "årlig", "kvart", "gang", "måned", "møde", "når", "så snart", "vende", "om et ", "om to ", "efter et ", "efter to ", "fast ", "faste ",
    "stående ", "halvår",
)  # fmt: skip

# What is told of a status or a case is a promise only with one of these.
PROMISES = (
    "sende",    "forelæg", "forelag", "fremlæg", "fremlag", "modtag", " få", "fået", "præsenter", "give", "vende", "tages op", "genoptag", "kommer", "rienteres", "rienteret",
    "rienterer", "udarbejd", "rapporter", "aflægg", "besluttede", "vedtog", "ønske", " bad ", "skal have", "behandles", "ortæller", "drøftes", "genbesøg", "gendrøft",
)  # fmt: skip


def has(low: str, stems: Sequence[str]) -> bool:
    """Tells whether one of the stems is in the text, which is in small letters."""
    for stem in stems:  # noqa: SIM110 - twice as fast as any(), and asked of every line
        if stem in low:
            return True
    return False


def tells_a_day(low: str) -> bool:
    """Tells whether a day, a month or a season can be named in it."""
    return bool(_DIGIT.search(low)) or has(low, MONTHS_AND_SEASONS)


def tells_a_promise(low: str) -> bool:
    """Tells whether it can hold a follow-up that is told, not decided: of what, promised how, and when."""
    return has(low, STATUS) and has(low, PROMISES) and (has(low, OFTEN_OR_LATER) or tells_a_day(low))


def tells_anything(low: str) -> bool:
    """Tells whether a line outside the decision can hold an obligation of any kind."""
    if has(low, HEARINGS):
        return True
    if tells_a_promise(low):
        return True
    return has(low.replace("området", ""), BODIES) and tells_a_day(low)
