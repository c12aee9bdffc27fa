"""Case numbers as councils print them, with and without a label. KLE's form is one of many; none is refused."""

import re

KLE = r"\d{2}\.\d{2}\.\d{2}-[A-ZÆØÅ]\d{2}-\d{1,6}-\d{2}(?!\d)"
_LABEL = re.compile(
    r"(?:sags?\s?nr\.?|sags?nummer|sags?\s?id|sag(?:en)?s?\s+journal(?:nr\.?|nummer)|j\.?\s?nr\.?|journal\s?nr\.?|journalnummer|acadre(?:\s?(?:sags?)?(?:nr\.?|nummer))?|"
    r"sbsys(?:\s?sags?nr\.?)?|esdh-?sag|sag|sagsnr/journalnr)\s*[:.]?\s+(?=\S)|(?:sags?nr|sags?nummer|sagsid|journalnr|j\.nr|acadre)\.?:|[A-ZÆØÅ]{3,8}\s/\s(?=\d)",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    rf"{KLE}"
    r"|[A-ZÆØÅ]{2,6}-\d{4}-\d{3,7}"  # MDR-2016-02836
    r"|\d{2}\.\d{2}(?:\.\d{2})?[A-ZÆØÅ]\d{2}\s?-\s?\d{4}/\d{1,7}"  # 01.02G00 - 2017/27088
    r"|\d{2}\.\d{2}\.\d{2}[A-ZÆØÅ]\d{2}-[A-ZÆØÅ]?\d{3,7}"  # 00.10.10A30-T77185
    r"|\d{2,3}-\d{4}-\d{2,7}"  # 330-2018-3619
    r"|\d{2}-\d{5,7}"  # 22-031190, beside a label
    r"|\d{1,3}(?:-\d{1,5}){3,5}"  # 1-13-3-57-16
    r"|\d{2}\.\d{2}\.\d{2}(?:\.[A-ZÆØÅ]\d{2}|-[A-ZÆØÅ]\d{2})?(?:-\d{1,6}(?:[/-]\d{2,4})?)?"
    r"|S?\d{2,4}/\d{2,7}(?:[-/]\d{1,6})?"  # 12/27845
    r"|[A-ZÆØÅ]?\d{4}-\d{3,7}"  # 2012-28504
    r"|[A-Z]?\d{5,10}"
)
_REST = re.compile(
    r"[\s,;.()]*(?:(?:dok(?:ument)?\.?\s?(?:nr\.?|nummer|id)|sagsbeh(?:andler)?|forvaltning|initialer|åben|lukket|bilag)\b.*)?$",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST_LABEL = 40
_BARE_LABEL = re.compile(
    r"(?:sags?\s?-?(?:nr\.?|nummer|id)|journal\s?(?:nr\.?|nummer)|j\.?\s?nr\.?|acadre(?:\s?(?:sags?)?(?:nr\.?|nummer))?|esdh-?sag)\s*:?\s*",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"[A-ZÆØÅ]{3,8}(?=\s/)")  # the caseworker's, before the number
_SURE_LABEL = re.compile(r"(?:sags?nr|sags?nummer|journal\s?(?:nr|nummer)|j\.\s?nr)\b", re.IGNORECASE)
_KLE = re.compile(KLE)
_SPACE = re.compile(r"\s*")
# What stands alone on a line must be plain enough not to be an amount, a year or a telephone number.
_PLAIN = re.compile(
    rf"(?:{KLE}|[A-ZÆØÅ]{{2,6}}-\d{{4}}-\d{{3,7}}|\d{{2}}\.\d{{2}}(?:\.\d{{2}})?[A-ZÆØÅ]\d{{2}}\s?-\s?\d{{4}}/\d+|\d{{2}}\.\d{{2}}\.\d{{2}}[A-ZÆØÅ]\d{{2}}-\d{{3,7}}|\d{{2,3}}-\d{{4}}-\d{{3,7}}|\d{{2,4}}/\d{{4,7}}|\d{{4}}-\d{{4,7}}|\d{{1,2}}-\d{{1,2}}-\d{{1,3}}-\d{{1,5}}-\d{{2}})"
)
_AT_END = re.compile(rf"(?:(?P<kle>{KLE})\)?|\((?:[Ss]agsnr\.?:?\s*)?(?P<other>{_PLAIN.pattern})\))\s*$")


def case_number_in(text: str, *, labelled: bool = False) -> str | None:
    """The case number that a line is about, as printed; None for any other line.

    `labelled` asks for a label or KLE's form; without it the other plain forms do as well.
    """
    if len(text) > 200:
        return None
    text = text.replace("\t", " ").strip()
    label = _LABEL.match(text)
    space = _SPACE.match(text, label.end()) if label else None
    start = space.end() if space else 0
    number = (_NUMBER if label else _KLE if labelled else _PLAIN).match(text, start)
    if number and (_REST.match(text, number.end()) or (label and _SURE_LABEL.match(text) and text[number.end()] in " ,;|")):
        return number.group()
    return None


def is_case_label(text: str) -> bool:
    """Tells whether the line is `Sagsnr.:` or the like and nothing else."""
    return len(text) <= _LONGEST_LABEL and _BARE_LABEL.fullmatch(text) is not None


def is_case_value(text: str) -> bool:
    """Tells whether the line is a number and nothing else, as below such a label."""
    return len(text) <= _LONGEST_LABEL and _NUMBER.fullmatch(text.strip()) is not None


def rest_of_case_line(text: str, number: str) -> str:
    """Gives the rest of a line about the case number: document numbers, the caseworker, whether the case is open."""
    before, _, after = text.replace("\t", " ").partition(number)
    initials = _INITIALS.match(before)
    return " ".join(filter(None, (initials.group() if initials else "", after.strip(" .,;"))))


def case_number_in_title(title: str) -> str | None:
    """The case number that a title ends with: KLE's form, or another in brackets."""
    found = _AT_END.search(title)
    return (found["kle"] or found["other"]) if found else None
