"""Signs and letters in the headings of items that a line anywhere explains: `Klage ¹`, and at the foot `¹ Behandlet for lukkede døre`."""

import re
from collections import Counter
from collections.abc import Iterator

from .closed import line_says
from .closure import Doubt
from .clues import clue_in
from .columns import explained_in
from .labels import parsed
from .outline import DocumentOutline
from .paired_lines import OPEN_CODES

_LONGEST = 200
_MOST = 1.25  # four of five
_SIGNS = r"[*†‡#¤°+•●○◆◇■□▲►★☆✱※^¶]{1,3}"
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
# In a heading: a sign, one letter or number in brackets or before one, a number or letter glued to the last word, a raised one.
_IN_HEADING = re.compile(
    rf"(?P<sign>{_SIGNS})|[(\[{{]\s*(?P<within>\w{{1,2}})\s*[)\]}}]|(?<=\s)(?P<before>\w{{1,2}})[)\]]\W*$|(?<=[^\W\d_])(?P<glued>\d{{1,2}})\W*$|(?<=[^\W\d_])(?P<end>[a-h])$"
)
_RAISED_IN_HEADING = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}")
_EXPLAINED = re.compile(
    rf"(?P<sign>{_SIGNS})|^\W*(?P<first>\w{{1,2}})(?:[.)\]:]|\s*=|\s)|^\W*(?P<raised>\d{{1,2}})(?=[A-ZÆØÅ])|(?<=\.\s)(?P<after>[a-h])\s(?=[A-ZÆØÅ])|(?<!\w)(?P<letter>\w{{1,2}})[)\]]?\s*="
)
# An abbreviation in a heading, dotted, or as the first word or the last: "3. i.o. Vederlag", "Vederlag LD"
_SHORT = re.compile(
    r"(?<!\w)(?P<dotted>(?:[^\W\d_]\.\s?){2,4})(?!\w)|^\W*(?:(?:punkt|pkt\.?|sag)\s*)?(?:\d{1,4}[.):]?\s+)?(?P<first>[^\W\d_]{2,3})\.?(?=\s)"
    r"|(?<=\s)(?P<last>[^\W\d_]{2,3})\.?\W*$",
    re.IGNORECASE,
)
_SHORT_EXPLAINED = re.compile(
    r"(?<!\w)(?P<short>(?:[^\W\d_]\.\s?){2,4}|[^\W\d_]{2,3}\.?)\s*(?:=|:|\s[–-]|betyder|står for|forkorter)\s*", re.IGNORECASE
)
# Nothing but the meaning of signs: "# = lukket sag", "(L foran nummeret: lukket punkt)", "Punkter mærket med * er lukkede"
_LEGEND = re.compile(
    rf"[\s(\[]*(?:(?:{_SIGNS}|\w{{1,2}}|(?:[^\W\d_]\.){{2,4}})[)\]]?\s*(?:=|:|\s[–-]\s|betyder|(?:foran|efter|ved|før)\s+(?:nummer|tal|titl)\w*\s*[:=])"
    r"|(?:punkter|sager|emner)\w*\s+(?:\w+\s+){0,2}(?:mærket|markeret|angivet|forsynet|afmærket)\s)[^.]{0,80}\.?$",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"\b(?:mærket|markeret|angivet|med|tegnet|bogstavet|forsynet)\s+(?:(?:med|et|en|tegnet|bogstavet|noten?)\s+)*[\"“”'»«(\[]?(?P<sign>\w{1,2}|stjerne\w*|kryds\w*)[\"“”'»«)\]]?(?!\w)",
    re.IGNORECASE,
)
_BULLETS = frozenset("*•●○◦■□▪·-")  # which the reader takes away from the beginning of a line
_IN_WORDS = {"stjerne": "*", "stjern": "*", "kryds": "x"}
# "Punkter skrevet med kursiv er lukkede": nothing of it is left in the text
_BY_LOOKS = re.compile(
    r"\b(?:punkter|sager|emner|titler|overskrifter)\w*\b.{0,40}\b(?:mærket|markeret|skrevet|angivet|fremhævet|vist|trykt|sat|i|med)\s.{0,20}\b(?:kursiv\w*|fed|fede|rød\w*|rødt|gul\w*|grå\w*|blå\w*|farve\w*|understreg\w*|indryk\w*|ramme|baggrund|skravering|skrift\w*|streg)\b",
    re.IGNORECASE,
)
_CLOSED_LETTERS = frozenset({"L", "LP", "LD"})
_WORD = r"(?:(?:dagsordens)?punkt|pkt\.?|sag|emne|nr\.?)"
_LETTERED = re.compile(
    rf"\W*(?i:{_WORD}\s*)?(?:(?P<before>[A-ZÆØÅ]{{1,2}})[\s.:/-]{{0,2}}\d{{1,4}}(?![\d/])|\d{{1,4}}[.)]?\s?[-/]?(?P<after>(?!I\s)[A-ZÆØÅ]{{1,2}})(?:[.):]|-(?![a-zæøå])|\s)\s*\S|\d{{1,4}}[.)]?\s*[(\[](?P<within>[A-ZÆØÅ]{{1,2}})[)\]])"
)


def told_by_notes(cut: DocumentOutline) -> Iterator[tuple[int, Doubt]]:
    """The items by their places whose headings bear a sign that a line explains as closed, with that line."""
    borne: dict[str, list[int]] = {}
    for k, item in enumerate(cut.items):
        letter = _letter_of(item.heading.text)
        for sign in _signs_of(f"{item.heading.text}\n{item.title}") | ({letter.lower()} if letter else set()):
            borne.setdefault(sign, []).append(k)
    numbered = {id(item.heading) for item in cut.items if item.label}
    headings = {id(item.heading) for item in cut.items if item.label and line_says(item.title) != "closed"}
    for block in cut.blocks:
        if len(block.text) > _LONGEST or id(block) in headings or (words := clue_in(block.text)) is None:
            continue
        if _BY_LOOKS.search(block.text):
            bearing = list(range(len(cut.items)))
        else:
            text = f"* {block.text}" if block.kind == "list_item" else block.text
            signs = _explained(text)
            signs |= _BULLETS if block.kind == "list_item" and "*" in signs else set()
            # "Ad. 22) Lukket", "4. KF - Personsag": what headings have before their titles explains nothing
            if id(block) in numbered or parsed(block.text)[1]:
                signs = {sign for sign in signs if len(borne.get(sign, ())) * _MOST < len(cut.items)}
            bearing = sorted({k for sign in signs for k in borne.get(sign, ())})
        for k in bearing:
            yield k, Doubt("maybe_closed", words, block)


def legends_borne(told: list[tuple[int, Doubt]], items: int) -> set[int]:
    """The ids of the blocks among those of `told_by_notes` that only explain a sign which some of the items bear, and others do not."""
    bearing = Counter(id(one.block) for _k, one in told)
    return {id(one.block) for _k, one in told if bearing[id(one.block)] < items and _LEGEND.match(one.block.text)}


def told_by_letters(cut: DocumentOutline) -> Iterator[tuple[int, Doubt]]:
    """The items by their places that have a letter at the number, `L 3.`, `3L.`: an L, or another that some bear where anything is closed."""
    letters = {k: letter for k, item in enumerate(cut.items) if (letter := _letter_of(item.heading.text))}
    if not letters:
        return
    explained = explained_in([block.text for block in cut.blocks])
    several = len(letters) < len(cut.items) or len(set(letters.values())) > 1
    others = several and any(clue_in(block.text) for block in cut.blocks)
    for k, letter in letters.items():
        means = explained.get(letter)
        if means or (means is None and (letter in _CLOSED_LETTERS or (others and letter.lower() not in OPEN_CODES))):
            yield k, Doubt("maybe_closed", letter, cut.items[k].heading)


def _letter_of(heading: str) -> str | None:
    found = _LETTERED.match(heading[:_LONGEST])
    return (found["before"] or found["after"] or found["within"]) if found else None


def _signs_of(heading: str) -> set[str]:
    found = {raised.group().translate(_RAISED) for raised in _RAISED_IN_HEADING.finditer(heading)}
    for line in heading.split("\n"):
        found |= {next(filter(None, one.groups())).lower() for one in _IN_HEADING.finditer(line)}
        found |= {_letters_of(next(filter(None, one.groups()))) for one in _SHORT.finditer(line)}
    return found


def _letters_of(short: str) -> str:
    """An abbreviation without its dots."""
    return "".join(letter for letter in short.lower() if letter.isalpha())


def _explained(text: str) -> set[str]:
    """The signs that a line with a closing word explains; of several, `● lukket ○ åben`, those whose own words say so."""
    text = _RAISED_IN_HEADING.sub(lambda raised: f"{raised.group().translate(_RAISED)} ", text)
    found = list(_EXPLAINED.finditer(text))
    pieces = {
        next(filter(None, one.groups())).lower(): text[one.end() : below.start() if below else len(text)]
        for one, below in zip(found, [*found[1:], None], strict=False)
    }
    signs = {sign for sign, words in pieces.items() if clue_in(words)} or set(pieces)
    signs |= {_letters_of(one["short"]) for one in _SHORT_EXPLAINED.finditer(text) if clue_in(text[one.end() :])}
    named = {one["sign"].lower() for one in _NAMED.finditer(text)}
    return signs | {next((sign for word, sign in _IN_WORDS.items() if one.startswith(word)), one) for one in named}
