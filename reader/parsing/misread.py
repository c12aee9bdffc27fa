"""Closing words that a scan or a slip of the keys has broken or misread: `lukk et`, `Iukket`, `LUKKEOE`, `fortro1ig`."""

import re

_WORDS = ("lukket", "lukkede", "fortrolig", "fortroligt", "fortrolige")
# The signs that a scan takes each letter for.
_ALIKE = {"l": "l1i|!", "i": "i1l|!", "u": "uv", "k": "kh", "e": "ec", "t": "tf", "f": "ft", "d": "do0", "o": "o0"}
_GAP = r"(?:[-–]\s?|\s)?"
_READ_SO = re.compile(
    r"(?<!\w)(?!lukke\s+de(?!\w))(?:"  # "lukke de gamle brønde"
    + "|".join(_GAP.join(f"[{_ALIKE[letter]}]" if letter in _ALIKE else letter for letter in word) for word in _WORDS)
    + r")(?!\w)",
    re.IGNORECASE,
)
# Each sign as one of those that it is taken for, so that a text can be asked cheaply whether it has any of the words.
_ONE_OF = str.maketrans("1i|!vhcfd0", "lllluketoo", " -–")
_HAS = tuple(sorted({word.translate(_ONE_OF) for word in _WORDS}))


def read_again(text: str) -> str:
    """The text with such words as they should be; in capitals where most of their letters are."""
    signs = text.lower().translate(_ONE_OF)
    if not any(word in signs for word in _HAS):
        return text
    return _READ_SO.sub(_word, text)


def _word(found: re.Match[str]) -> str:
    read = re.sub(r"[\s–-]", "", found.group())
    word = next(word for word in _WORDS if word.translate(_ONE_OF) == read.lower().translate(_ONE_OF))
    if sum(map(str.isupper, read)) * 2 > len(read):
        return word.upper()
    return word.capitalize() if read[0].isupper() else word
