"""Closing words that a scan or a slip of the keys has broken or misread: `lukk et`, `Iukket`, `LUKKEOE`, `fortro1ig`, `FORTROUGT`."""

import re

_WORDS = (
    "lukket", "lukkede", "fortrolig", "fortroligt", "fortrolige", "hemmelig", "hemmeligt", "hemmelige", "offentlig", "offentligt",
    "offentlighed", "tavshedspligt",
)  # fmt: skip
# What a scan takes each letter for, and two that it takes for one or one for two.
_ALIKE = {
    "li": "[l1i|!][i1l|!]|u", "m": "m|rn", "l": "[l1i|!]", "i": "[i1l|!]", "u": "[uv]", "k": "[kh]", "e": "[ec£€lf]", "t": "[tf]", "f": "[ft]",
    "d": "[do0l]", "o": "[o0]",
}  # fmt: skip
_LETTERS = re.compile(r"li|.")
_GAP = r"(?:[-–]\s?|\s)?"


def _pattern(word: str) -> str:
    return _GAP.join(f"(?:{_ALIKE.get(letter, letter)})" for letter in _LETTERS.findall(word))


# "lukke de gamle brønde" has no broken word.
_READ_SO = re.compile(rf"(?<!\w)(?!lukke\s+de(?!\w))(?:{'|'.join(f'({_pattern(word)})' for word in _WORDS)})(?!\w)", re.IGNORECASE)
_APART = r"[-–\s]{0,2}"
# Cheaper to look for, and each of the words has it.
_MAY_BE = re.compile(
    rf"[uv]{_APART}[kh]{_APART}[kh]|tr{_APART}[o0]|he{_APART}(?:m|rn)|[o0]{_APART}[ft]{_APART}[ft]|vs{_APART}h", re.IGNORECASE
)


def read_again(text: str) -> str:
    """The text with such words as they should be; in capitals where most of their letters are."""
    return _READ_SO.sub(_word, text) if _MAY_BE.search(text) else text


def _word(found: re.Match[str]) -> str:
    read, word = found.group(), _WORDS[(found.lastindex or 1) - 1]
    if read.lower() == word:
        return read
    letters = [sign for sign in read if sign.isalpha()]
    if sum(map(str.isupper, letters)) * 2 > len(letters):
        return word.upper()
    return word.capitalize() if read[0].isupper() else word
