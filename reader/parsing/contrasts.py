"""Lines that tell open items from closed ones: by an exception, by what comes after, or clause by clause."""

import re

from .labels import numbers_in
from .ranges import meant_with

_CLAUSES = re.compile(
    r"\.\s+(?=[A-ZÆØÅ])|;\s+|,\s+(?!\d|(?:undtage\w*|bortset|med\s+undtagelse|på\s+nær|da|idet|fordi|som|der|hvor|efter)\b)|\s+(?:men|mens|medens|hvorimod|hvorefter)\s+"
)
_EXCEPT = re.compile(
    r"\b(?:undtage[nt](?!\s+(?:fra|for|efter|jf|aktindsigt|offentlig\w*)\b)|bortset\s+fra|med\s+undtagelse\s+af|på\s+nær|fraset|foruden)\b",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\båb(?:en|ent|ne)\b|\boffentlig(?:t|e)?\b|\badgang\b|\btilhører\w*|\bpublikum\b|\bhjemmesiden\b|\bnettet\b", re.IGNORECASE
)
_OPENED = re.compile(r"\båb(?:en|ent|ne|nes|nede|nedes|net)\b|\badgang\b", re.IGNORECASE)
_CLOSED = re.compile(
    r"(?<!\w)(?:ikke|ej|uden|ingen)(?!\w)|\bluk(?:ket|kede|kes|kedes)\b|\bfortrolig\w*|\bhemmelig\w*|\bundtage[nt]\s+(?:fra|for|efter|jf|aktindsigt|offentlig\w*)\b|\b(?:fjerne|slette|udela|trukket|trække)\w*|\bforlod\b|\bforlade\b",
    re.IGNORECASE,
)
_LOOSE = re.compile(r"(?<![\d.:/-])\d{1,3}(?![.:/-]?\d)")
_OTHERS = re.compile(
    r"\b(?:øvrige|resterende|resten|andre|sidste|første|anden|andet|tredje|fjerde|femte|sjette|efterfølgende)\b", re.IGNORECASE
)
_AFTER = re.compile(
    r"(?<!bortset )\b(?P<word>efter|til\s+og\s+med|indtil|(?:op|frem)\s+til|før|inden|forud\s+for|fra(?:\s+og\s+med)?)\s+(?:behandling\w*\s+af\s+)?(?:dagsordens?)?(?:punkt|pkt|sag)\w*\W{0,3}(?:nr\.?\s*)?(?P<number>\d{1,4})",
    re.IGNORECASE,
)
_BEFORE = ("før", "inden", "forud")  # the doors may be closed there, or only until then
_UNTIL = ("indtil", "op", "frem")  # nobody tells whether with the last


def numbers_closed(text: str, every: set[int]) -> set[int] | None:
    """The numbers of `every` item that the line closes by telling open ones apart; all where that cannot be told. None where it tells none apart."""
    after = _AFTER.search(text)
    if not numbers_in(text) & every and not (after and every and int(after["number"]) < max(every)):
        return None
    if after:
        return _from_there(text, after, every)
    opened: set[int] = set()
    closed: set[int] = set()
    rest, known = False, True
    for clause in _CLAUSES.split(text):
        exception = _EXCEPT.search(clause)
        excepted = every & numbers_in(clause[exception.start() :]) if exception else set()
        named = (every & numbers_in(clause)) - excepted
        is_closed, is_open = bool(_CLOSED.search(clause)), bool(_OPEN.search(clause))
        if is_closed:
            named |= (set(map(int, _LOOSE.findall(clause))) & every) - excepted  # "Lukkede sager: 1 (nr. 3)"
            named = (meant_with(clause, named, every) & every) - excepted
        (closed if is_closed else opened).update(named)
        (opened if is_closed else closed).update(excepted)
        rest |= bool(is_closed and not named and (excepted or _OTHERS.search(clause)))
        known &= bool(is_closed or is_open or not (named or excepted)) and not (exception and not excepted)
        known &= not is_closed or bool(named) or rest
    if not known or opened & closed:
        return set(every)
    if rest:
        return (every - opened) or set(every)
    return closed if closed and (opened or _OPEN.search(text)) else None


def _from_there(text: str, after: re.Match[str], every: set[int]) -> set[int] | None:
    """The items on the closed side of the one that the line names as the last or the first of its side."""
    closes, opens = bool(_CLOSED.search(text)), bool(_OPENED.search(text))
    if closes == opens:
        return set(every) if closes else None
    word, number = after["word"].lower(), int(after["number"])
    if word.startswith(_BEFORE):
        return set(every)
    first = number if word.startswith("fra") or (word.startswith(_UNTIL) and opens) else number + 1  # of those on the far side
    far = {one for one in every if one >= first}
    side = far if closes != word.startswith(("til", *_UNTIL)) else every - far
    elsewhere = numbers_in(text[: after.start()] + text[after.end() :]) & every  # "Punkt 2 er lukket og tages efter punkt 4"
    return (side | elsewhere) or set(every)
