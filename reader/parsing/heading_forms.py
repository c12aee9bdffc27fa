"""The forms in which items are headed, beyond the words and plain numbers of `candidates`: one list of candidates for each form found.

    Tema 3: Title · Ad. 3) Title · § 3. Title · 3/21 Title · Emne: Title · IV. Title · C. Title · 1. Title (every item 1.)

A form is a word and a delimiter; only the candidates of one form can be the items of a document.
"""

import re
from collections import defaultdict
from dataclasses import dataclass

from reader.reading import TextBlock

from .candidates import NOTHING, Start
from .case_numbers import case_number_in
from .closed import is_bare_mark
from .headings import Headings
from .titles import LONGEST_TITLE, NO_TITLE, PARTICULAR, looks_like_title

_NUMBER = re.compile(
    r"(?P<mark>(?:åbent?|lukket)\b\s*[-–:]?\s*)?(?P<word>§|[^\W\d_]{2,22}\.?(?:\s(?:nr|pkt|punkt)\b\.?)?)?\s?(?P<chapter>[1-9]\d?\.(?=[1-9]\d?(?!\d)))?(?P<number>\d{1,4})(?P<year>/\d\d(?:\d\d)?(?!\d))?(?P<letter>[a-z](?!\w))?"
    r"\s?(?P<delimiter>[.)]?:(?!\d)|[.)](?!\d)|[-–—](?=\s)|(?=\s)|$)\s*(?P<title>(?:[^\d\s].*)?)$",
    re.IGNORECASE | re.DOTALL,
)
_LABELLED = re.compile(
    r"(?P<word>emne|punkt|sag|titel|overskrift|sagstitel|dagsordenspunkt|tema|vedr(?:ørende)?\.?|angående)\s*:\s*(?P<title>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
_ROMAN = re.compile(r"(?P<number>[IVXL]{1,7})(?P<delimiter>[.:)])\s+(?P<title>\S.*)$", re.DOTALL)
_LETTER = re.compile(r"(?P<number>[A-ZÆØÅ])(?P<delimiter>[.:)])\s+(?P<title>\S.*)$", re.DOTALL)
# Words whose numbers never count items.
_OTHER_COUNTS = re.compile(
    r"(?:side|s|bilag|stk|kl|uge|dok|tlf|lokale|lokalplan|art|artikel|kapitel|afsnit|tabel|figur|version|fase|etape|møde|mødenr|kommuneplan|januar|februar|marts|april"
    r"|maj|juni|juli|august|september|oktober|november|december|år|i|den|d|ca|til|fra|på|ad|kr|pkt|liste|hus|blok|bygning|mødelokale|nej|ja|for|imod|stemmer)(?:\.|\b)",
    re.IGNORECASE,
)
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ"
_ROMANS = {"I": 1, "V": 5, "X": 10, "L": 50}
_LEAST = 2
_IN_A_CHAPTER = 10_000  # more than any number of items: `2.1` counts as 20,001
ALONE = "alone"


@dataclass(slots=True)
class FormCandidate:
    """A block that may begin an item in one form. `order` is what the form counts by, None where it counts nothing. `labelled`: a word stands before the title."""

    start: Start
    order: int | None
    labelled: bool = False


def forms_of(blocks: list[TextBlock], listed: set[int], headings: Headings) -> dict[str, list[FormCandidate]]:
    """The candidates of each form that at least two blocks have, by the form's name."""
    found: dict[str, list[FormCandidate]] = defaultdict(list)
    for i, block in enumerate(blocks):
        if i in listed or block.kind == "table_row" or len(block.text) > LONGEST_TITLE:
            continue
        for form, candidate in _candidates(i, block.text.replace("\t", " ")):
            found[form].append(candidate)
        if _stands_alone(block, headings):
            found[ALONE].append(FormCandidate(Start(i, None, "", block.text, False, NOTHING), None))
    for form, candidates in list(found.items()):
        if form.startswith("number") and _same(candidates):
            found[f"same {form}"] = [FormCandidate(_without_number(one.start), None) for one in candidates]
    return {form: candidates for form, candidates in found.items() if len(candidates) >= _LEAST}


def _candidates(i: int, text: str) -> list[tuple[str, FormCandidate]]:
    found = []
    if (match := _LABELLED.match(text)) and not NO_TITLE.match(match["title"]):
        found.append(
            (
                f"label {match['word'].lower()}",
                FormCandidate(Start(i, None, "", match["title"].strip(), False, NOTHING), None, labelled=True),
            )
        )
    if match := _ROMAN.match(text):
        found.append((f"roman {match['delimiter']}", _lettered(i, match, roman(match["number"]))))
    if match := _LETTER.match(text):
        found.append((f"letter {match['delimiter']}", _lettered(i, match, _LETTERS.index(match["number"]) + 1)))
    match = _NUMBER.match(text)
    if match and not NO_TITLE.match(match["title"]):
        word = (match["word"] or "").lower().strip(" .")
        if not word or word in ("pkt", "ad") or not _OTHER_COUNTS.match(word):
            printed = f"{match['word'] or ''} {match['chapter'] or ''}{match['number']}{match['year'] or ''}{match['letter'] or ''}".strip()
            number = None if match["letter"] or match["chapter"] else int(match["number"])
            start = Start(i, number, printed, _title(match["title"]), "ukket" in (match["mark"] or ""), NOTHING)
            form = f"number {word}{'/' if match['year'] else ''}{'.' if match['chapter'] else ''}{match['delimiter']}"
            chapter = int((match["chapter"] or "0").rstrip("."))
            found.append((form, FormCandidate(start, chapter * _IN_A_CHAPTER + int(match["number"]))))
    return found


def _stands_alone(block: TextBlock, headings: Headings) -> bool:
    text = block.text
    return looks_like_title(block) and not (
        headings.of(block) or case_number_in(text) or is_bare_mark(text) or (":" in text and PARTICULAR.match(text))
    )


def _lettered(i: int, match: re.Match[str], order: int) -> FormCandidate:
    return FormCandidate(Start(i, None, match["number"], match["title"].strip(), False, NOTHING), order)


def _title(text: str) -> str:
    return text.strip().removeprefix(":").strip()


def _same(candidates: list[FormCandidate]) -> bool:
    """Tells whether most of them have the first one's number, as where a list has lost its count: every item `1.`"""
    return len(candidates) >= _LEAST and sum(one.order == candidates[0].order for one in candidates) * 3 >= len(candidates) * 2


def _without_number(start: Start) -> Start:
    return Start(start.index, None, start.label, start.title, start.closed, start.below)


def whole_and_part(order: int) -> tuple[int, int]:
    """Tells what is counted by, in two: `2.1` is (2, 1), `3` is (3, 0)."""
    return divmod(order, _IN_A_CHAPTER) if order >= _IN_A_CHAPTER else (order, 0)


def steps_between(before: int, after: int) -> int:
    """Tells how far the one count is from the other, 1 where it follows at once, as 17 and 17.1 follow 16 and 16.3; 0 or less where it does not rise."""
    (whole, part), (next_whole, next_part) = whole_and_part(before), whole_and_part(after)
    if next_whole > whole:
        return next_whole - whole - 1 + (next_part or 1)
    return next_part - part if next_whole == whole else next_whole - whole


def roman(text: str) -> int:
    """The number that Roman figures write: IV is 4."""
    values = [_ROMANS[letter] for letter in text]
    return sum(-value if value < max(values[i:]) else value for i, value in enumerate(values))
