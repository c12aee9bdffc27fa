"""Text cleaned of what the eye does not see: hidden characters, HTML left behind, odd spaces."""

import html
import re
import unicodedata

# Printed as a space: no-break, figure, thin and other spaces, tabs. A tab parts cells only where the reader says so.
_SPACES = re.compile(r"[\t\v\f \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
_INVISIBLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff\ufffc\ufffd\uffff]")
_TAG = re.compile(
    r"</?(?:p|br|div|span|[biu]|em|strong|sup|sub|font|[uo]l|li|table|t[rdh]|tbody|h[1-6])(?:\s[^<>]{0,200})?/?>",
    re.IGNORECASE,
)
_PARTING_TAG = re.compile(r"<br\s?/?>|</(?:p|div|li|t[rdh]|h[1-6])>", re.IGNORECASE)
_ENTITY = re.compile(
    r"&(?:#\d{1,6}|#x[0-9a-fA-F]{1,5}|nbsp|amp|lt|gt|quot|apos|aelig|AElig|oslash|Oslash|aring|Aring|eacute|shy|ndash|mdash);"
)
# Signs that look like a hyphen and are printed for one: non-breaking, minus, small, full width. Dashes keep their own meaning.
_HYPHENS = dict.fromkeys((0x2010, 0x2011, 0x2043, 0x2212, 0xFE63, 0xFF0D), "-")
_SPACED_WORD = re.compile(r"(?:[^\W\d_] )+[^\W\d_](?: ?[:.])?")
_SPACED_OUT = 5  # letters
# Two or three letters that a font prints as one sign; no search finds a name spelled with it.
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_ONE_SIGN = _LIGATURES | _HYPHENS
_SUSPECT = re.compile(r"[^\x20-\x7eæøåÆØÅéÉ–”“’]|[<&]|  ")


def clean(text: str) -> str:
    """One line or cell as a reader sees it: composed and whole letters, single spaces, no hidden characters, no HTML.

    U+FFFE is left in: it is a broken word's hyphen, for `hyphens` to judge.
    """
    if text[1:2] == text[3:4] == text[5:6] == " ":
        text = _closed_up(text)
    if not _SUSPECT.search(text):
        return text.strip()
    if "&" in text:
        text = _ENTITY.sub(lambda found: html.unescape(found.group()), text)
    if "<" in text:
        text = _TAG.sub("", _PARTING_TAG.sub(" ", text))
    text = _INVISIBLE.sub("", text)
    if not text.isascii():
        text = unicodedata.normalize("NFC", text).translate(_ONE_SIGN)
    return _SPACES.sub(" ", text).strip()


def _closed_up(text: str) -> str:
    """A heading spaced out letter by letter, as `B e s l u t n i n g`, without the spaces; two of them part its words.

    Single letters that stand in a row for themselves, as those of parties do, are capitals and never the same twice.
    """
    words = re.split(r"\s{2,}", text.strip())
    letters = [sign for word in words for sign in word if sign.isalpha()]
    if len(letters) < _SPACED_OUT or not all(map(_SPACED_WORD.fullmatch, words)):
        return text
    if text.isupper() and len(set(letters)) == len(letters):
        return text
    return " ".join(word.replace(" ", "") for word in words)
