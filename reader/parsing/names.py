"""Names as minutes print them: bodies, people, party lists."""

import re

_WORD = r"[A-Za-zÆØÅæøåéÉ]+"
_KIND = r"(?:udvalg|råd|bestyrelse|nævn|kommission|forsamling|repræsentation)"
_DEFINITE = r"(?:udvalget|rådet|bestyrelsen|nævnet|kommissionen|forsamlingen|repræsentationen)"

# Børne- og familieudvalget · Sundheds-, idræts- og kulturudvalget · Teknik & Miljøudvalget · Økonomi- og Erhvervsudvalget
_FRONT = rf"(?:{_WORD}-,\s{{1,2}}){{0,3}}(?:{_WORD}-\s(?:og|&)\s|[A-ZÆØÅ][a-zæøå]+(?<!et)(?<!en)\s(?:og\s(?=[A-ZÆØÅ])|&\s))?"
_COMPOUND = rf"{_FRONT}(?:MED-)?[A-Za-zÆØÅæøå]*{_DEFINITE}(?<!området)(?=s?(?![A-Za-zæøå]))"
# Udvalget for Børn og Unge · Rådet for Socialt Udsatte: the words that follow begin with capitals.
_TOPIC = r"(?:[A-ZÆØÅ][\wæøå-]*)(?:,?\s(?:og\s|&\s)?[A-ZÆØÅ][\wæøå-]*){0,5}"
_FOR = rf"(?:[Uu]dvalget|[Rr]ådet|[Uu]dvalg|[Rr]åd)\sfor\s{_TOPIC}"
BODY_PATTERN = rf"(?:{_FOR}|{_COMPOUND})"
BODY = re.compile(BODY_PATTERN)
_BODY_TITLE = re.compile(
    rf"(?:{_FOR}|(?i:{_FRONT}[A-Za-zÆØÅæøå]*{_KIND}(?:et|en|tet|n)?(?<!område)(?<!området)(?=s\smøde|(?![A-Za-zæøå]))))"
)

# Havnekvarterets Lokaludvalg: a title that is nothing but a place and what sits for it.
_NAMED_AFTER_PLACE = re.compile(rf"(?!Referat|Dagsorden)(?:[A-ZÆØÅ][\wæøå-]+\s){{1,2}}[A-ZÆØÅ][a-zæøå]*{_KIND}")
_TERM = re.compile(r"\s*\(?\b(?:19|20)\d\d\s*[-–/]\s*(?:(?:19|20)\d\d|\d\d)\)?\s*$")
_COUNCIL = re.compile(r"(?:by|kommunalbestyrels|borgerrepræsentation|regions)(?:råd|en|e)", re.IGNORECASE)

_PART = r"[A-ZÆØÅÉ][\wæøåéüö'’.-]{0,40}"
PERSON_PATTERN = rf"{_PART}(?:\s(?:(?:af|von|van|de|la|el|bin)\s)?{_PART}){{1,4}}"
NAME_LIST_PATTERN = rf"{_PART}(?:[^.:;\n]|(?>\.(?=\s?[A-ZÆØÅ]\.)|(?<=\b[A-ZÆØÅ])\.)){{0,400}}"

_SPLIT = re.compile(r"\s*[,;+]\s*(?:og\s+|samt\s+)?|\s+(?:og|samt)\s+")
_BRACKETS = re.compile(r"\s*\([^()]{0,60}\)")
_TITLES = re.compile(
    r"^(?:(?:udvalgs|råds|byråds)?(?:medlem(?:merne)?|formand(?:en)?|næstformand(?:en)?)|(?:vice)?borgmester(?:en)?|rådmand(?:en)?|"
    r"(?:af\s)?udvalget|(?:fra|for)|samt|og|af|den|(?-i:liste)(?=\s+[A-ZÆØÅ]{1,2}$)|i\s+stedet)\s+",
    re.IGNORECASE,
)
_PARTY = re.compile(
    r"liste\b|listen\b|parti\b|folkeparti|demokrat|alternativ|alliance|borgerlige|venstre\b|konservative|løsgænger", re.IGNORECASE
)
_NAME = re.compile(rf"^(?:{_PART})(?:\s(?:(?:af|von|van|de|la|el|bin|det|den|og|i|for)\s)?{_PART}){{0,6}}$")
_NOT_NAMES = {"ingen", "alle", "intet", "herefter", "derudover", "udvalget", "forvaltningen", "administrationen", "rådet", "byrådet"}


def presentable(name: str) -> str:
    """A body's name as it is shown: without the term it sat for, the first letter large, never all in capitals."""
    name = _TERM.sub("", " ".join(name.split())).strip(" ,.:-–")
    if name.isupper():
        name = name.lower()
    return name[:1].upper() + name[1:]


def find_bodies(text: str) -> list[str]:
    """The bodies named in the text in definite form, in order, each once."""
    return list(dict.fromkeys(presentable(match.group()) for match in BODY.finditer(text)))


def body_in_title(text: str) -> str | None:
    """The body a title line is about, definite or not."""
    whole = _NAMED_AFTER_PLACE.fullmatch(text.strip())
    if whole:
        return presentable(whole.group())
    found = _BODY_TITLE.search(text)
    return presentable(found.group()) if found else None


def is_council(body: str | None) -> bool:
    """Tells whether the body is the municipal or regional council, whatever the place calls it."""
    return bool(body and _COUNCIL.match(body))


def same_body(one: str | None, other: str | None) -> bool:
    """Tells whether two spellings name one body; an unknown body may be any."""
    return not one or not other or folded(one) == folded(other)


def folded(name: str) -> str:
    """Letters only, small, so that spelling with or without space, hyphen or definite ending compares equal."""
    return re.sub(r"[^a-zæøå]", "", presentable(name).lower()).removesuffix("et").removesuffix("en").replace("&", "og")


def is_party(name: str) -> bool:
    """Tells whether the name is a party's or list's rather than one person's: a person is printed with two names at least."""
    return " " not in name or bool(_PARTY.search(name))


def split_names(text: str) -> list[str]:
    """`A. Holm (V), Bo Dam og Liste C` as a list of names; what cannot be a name is left out."""
    names = []
    for piece in _SPLIT.split(_BRACKETS.sub("", text)):
        name = clean_name(piece)
        if name and name not in names:
            names.append(name)
    return names


def lists_people(text: str) -> bool:
    """Tells whether the text is nothing but names, one of a person at least."""
    pieces = [piece for piece in _SPLIT.split(_BRACKETS.sub("", text).strip(" .")) if piece]
    names = [clean_name(piece) for piece in pieces]
    return len(text) < 300 and all(names) and any(name and not is_party(name) for name in names)


def clean_name(text: str) -> str | None:
    """One name without party, title and stop; None when it is none."""
    name = _BRACKETS.sub("", text).strip(" .,:;–-\t")
    for _ in range(3):
        name = _TITLES.sub("", name)
    if not _NAME.match(name) or name.lower() in _NOT_NAMES:
        return None
    return name
