"""Danish alphabetical order as a key that any database sorts right.

The order is that of Retskrivningsordbogen: æ, ø, å after z, `aa` as å, accents only as a last resort.
The key holds nothing but a–z and digits, so that every collation (C, ICU, glibc's, SQLite's BINARY) agrees on it.
"""

import re
import unicodedata

_LETTERS = {"z": "z0", "æ": "z1", "ä": "z1", "ø": "z2", "ö": "z2", "å": "z3", "ü": "y", "ß": "ss", "þ": "th", "ð": "d"}


def sort_key(text: str) -> str:
    """The key of `text`: a string of a–z and 0–9 whose plain order is the Danish order of the texts.

    Words come before longer words, punctuation does not count, numbers sort by their value.
    """
    folded = unicodedata.normalize("NFC", text).casefold().replace("aa", "å")
    parts = re.findall(r"\d+|[^\W\d_]+", folded)
    return "0".join(_by_value(part) if part.isdecimal() else _word(part) for part in parts)


def _by_value(digits: str) -> str:
    """Digits of any script led by how many count, so that text order is the order of the values."""
    plain = "".join(str(unicodedata.decimal(digit)) for digit in digits).lstrip("0")
    return f"{len(plain):03d}{plain}"


def _word(word: str) -> str:
    return "".join(_LETTERS.get(letter) or _plain(letter) for letter in word)


def _plain(letter: str) -> str:
    base = unicodedata.normalize("NFKD", letter)[0]
    return base if "a" <= base <= "y" else "z9"
