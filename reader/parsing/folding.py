"""A line as its words are looked for, however they are set: L U K K E T, luk-ket, letters of another alphabet that look the same."""

import re
import unicodedata
from functools import lru_cache

from .misread import read_again

_INVISIBLE = re.compile(r"[\u00ad\u034f\u115f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff\ufffe]")
_SPACED = re.compile(r"(?<!\w)[^\W\d_](?:[ .·*_–-][^\W\d_]){3,}(?!\w)")
# Cheaper to look for, and every spaced-out word has it.
_SPACED_OUT = re.compile(r"[ .·*_–-][^\W\d_][ .·*_–-][^\W\d_][ .·*_–-]")
_BETWEEN = re.compile(r"[ .·*_–-]")
# Emphasis of a text that was meant for a page on the web: `_Lukket punkt_`
_EMPHASIS = re.compile(r"(?<![^\W_])_+|_+(?![^\W_])")
_PLAIN = re.compile(r"[\x20-\x7eæøåÆØÅéÉ–]*")
_ALIKE = str.maketrans("аеорсухктіАЕОРСТУХКВНМІοΟιΙκΚεΕτΤυΥ", "aeopcyxktiAEOPCTYXKBHMIoOiIkKeEtTuY")  # Cyrillic and Greek
LINES = 4096  # asked about at several places of one document


@lru_cache(maxsize=LINES)
def plain(text: str) -> str:
    """`text` with single spaces, composed letters, nothing invisible, its spaced-out words put together, and the closing ones read as they should be."""
    if not _PLAIN.fullmatch(text):
        text = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text)).translate(_ALIKE)
    if "_" in text:
        text = _EMPHASIS.sub(" ", text)
    text = " ".join(text.split())
    if _SPACED_OUT.search(text):
        text = _SPACED.sub(lambda found: _BETWEEN.sub("", found.group()), text)
    return read_again(text)
