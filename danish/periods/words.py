"""The words Danish phrases of time are made of, and the small language the rule table is written in.

A row is a regular expression over lower-case text in which `@name` stands for one of the `MACROS` and a space for one or two
blanks. The named groups of the macros are what the readers look at.
"""

import re

from danish.dates import MONTHS, WEEKDAYS

# Exact dates are found by danish.dates and covered by these two before the rules look, the first where a date begins: see preprocess.py.
COVER, COVERED = "\ue000", "\ue001"

MONTH_NUMBERS = {name: number for number, name in enumerate(MONTHS, 1)}
SHORT_MONTHS = {name[:3]: number for name, number in MONTH_NUMBERS.items() if len(name) > 3} | {"sept": 9}
del SHORT_MONTHS["jul"]  # "inden jul" is Christmas; July only in "jul-sep": see the macro.
WEEKDAY_NUMBERS = {name: number for number, name in enumerate(WEEKDAYS)}
ORDINALS = {"første": 1, "anden": 2, "andet": 2, "tredje": 3, "fjerde": 4, "femte": 5, "sjette": 6}
COUNTS = {
    "en": 1, "et": 1, "én": 1, "ét": 1, "to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6, "syv": 7, "otte": 8, "ni": 9, "ti": 10,
    "elleve": 11, "tolv": 12, "fjorten": 14,
}  # fmt: skip

# Which part of a month, year, quarter or season. The table of what they come to is in parts.py.
PARTS = {
    "primo": r"primo|(?:i )?start(?:en)?(?: af)?|(?:i )?begyndelsen af|(?:først|tidligt) (?:i|på)|(?:i )?det tidlige|tidlig",
    "medio": r"medio|(?:i )?midten af|midt (?:i|på)",
    "ultimo": r"ultimo",
    "slut": r"(?:i )?slutningen af|slut(?:ning)?(?: af)?|(?:sidst|sent) (?:i|på)|(?:i )?det sene",
    "first half": r"(?:i )?(?:første|1\.) halvdel af",
    "second half": r"(?:i )?(?:anden|sidste|2\.) halvdel af",
}

# What stands before a time and turns it: into its last day as a deadline ("end", "by"), the day before, a first day, the day after.
# The others leave it as it is; "between" makes the "og" that follows mean "til".
LEADS = {
    "end": r"(?:(?:(?:senest )?(?:inden|ved|med)|senest|til|frem til|indtil|i|pr\.) )?(?:udgangen|udløbet|afslutningen) af",
    "by": r"(?:senest|ikke senere end|frem til(?: og med)?|op til|frem mod|indtil|til og med)(?: (?:i|på|ved|til|inden))?",
    "before": r"(?:inden|før|forud for)(?: (?:i|på))?",
    "after": r"efter (?:udgangen|udløbet) af|efter",
    "from": r"pr\.|(?:med virkning|gældende|virkning) (?:fra(?: og med)?|pr\.)|fra(?: og med)?|tidligst(?: (?:i|på|til|ved|fra|pr\.))?",
    "plain": (
        r"i løbet af|inden for|indenfor|i perioden(?: fra)?|i årene|hele"
        r"|(?:(?:hen )?over|omkring|i|på|til|ved)(?! (?:i|på|om|over|inden)\b)"  # These words begin a row of their own.
    ),
    "between": r"imellem|mellem",
    "rest": r"(?:i |i løbet af )?resten af",
}

# Every phrase holds one of these. Text without any is never looked at closely.
TELLTALES = (
    COVER, "jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec", "19", "20", "/", "dag", "uge", "måned",
    "kvartal", "q", "år", "sommer", "vinter", "påske", "pinse", "ferie", "weekenden", "møde", "næste gang", "muligt", "snarest", "længe", "fremtid", "straks", "løbende", "sigt", "tidspunkt",
)  # fmt: skip

_MONTH = "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True))
_SHORT = "|".join(sorted(SHORT_MONTHS, key=len, reverse=True))
# A number that goes on, or is money, hours, per cent, is no year.
_YEAR_ENDS = r"(?![0-9]|[.,:/\-–][0-9]| ?(?:kr\b|mio|mia|pct|%|timer|t\.kr|borgere|personer))"

MACROS = {
    "exact": rf"(?P<exact>{COVER}{COVERED}+)",
    "weekday": rf"(?P<weekday>{'|'.join(WEEKDAYS)})",
    "the": r"(?:den |d\. ?)",
    "link": r"(?P<link> ?[-–—/] ?| (?:og|til|samt|eller) )",
    "number": r"(?P<number>[0-9]{1,2})",
    "month": rf"(?P<month>(?:{_MONTH})\b|(?:{_SHORT})\b\.?|jul(?=\.?[-–](?:{_SHORT})\b)|(?<=[a-z][-–])jul\b\.?)",
    "monthname": rf"(?P<month>{_MONTH})",
    "year": rf"(?:(?P<year>(?:19|20)[0-9]{{2}}){_YEAR_ENDS}|(?P<relative_year>i år|(?<!\bde\s)(?:til )?næste år)\b)",
    "nth": rf"(?P<nth>[1-4]\.|(?:{'|'.join(list(ORDINALS)[:5])})\b)",
    "count": rf"(?:[0-9]{{1,3}}|{'|'.join(sorted(COUNTS, key=len, reverse=True))})",
    "amount": r"(?P<count>@count|halvanden|halvandet|et halvt|et par)",
    "unit": r"(?P<unit>dage?|uger?|måned(?:er)?|kvartal(?:er)?|år)\b",
    "meeting": r"(?:[^\W\d_]{0,30}?møde(?:t|r|rne)?\b)",
}


def expand(row: str) -> str:
    """The row as a regular expression: macros filled in, ` ?` made to match up to two blanks and any other space one or two."""
    filled = re.sub(r"@([a-z]+)", lambda macro: MACROS[macro[1]].replace("@count", MACROS["count"]), row)
    return filled.replace(" ?", r"\x20{0,2}").replace(" ", r"\x20{1,2}")


PART = "|".join(rf"(?P<part_{name.replace(' ', '_')}>{words})" for name, words in PARTS.items())
_PART = re.compile(expand(rf"(?:{PART}) "))


def part_said(low: str, at: int) -> tuple[str | None, int]:
    """The part ("ultimo") named there and where the words after it begin."""
    match = _PART.match(low, at)
    return (chosen(match, "part_"), match.end()) if match else (None, at)


def chosen(match: re.Match[str], kind: str) -> str | None:
    """Which of the alternatives `part_…` or `lead_…` was said."""
    said = next((name for name, words in match.groupdict().items() if name.startswith(kind) and words is not None), None)
    return said and said.removeprefix(kind).replace("_", " ")


def month_number(word: str) -> int:
    word = word.rstrip(".")
    return MONTH_NUMBERS.get(word) or SHORT_MONTHS.get(word, MONTH_NUMBERS["juli"])


def ordinal(word: str) -> int:
    return ORDINALS.get(word) or int(word.rstrip("."))


def count(word: str) -> int:
    return COUNTS.get(word) or int(word)
