"""Text cleaned of what the eye does not see: hidden characters, HTML left behind, odd spaces."""

import html
import re
import unicodedata

# Printed as a space: no-break, figure, thin and other spaces, tabs. A tab parts cells only where the reader says so.
_SPACES = re.compile(r"[\t\v\f \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_INVISIBLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff\ufffc\ufffd\uffff]")
_TAG = re.compile(
    r"</?(?:p|br|div|span|[biu]|em|strong|sup|sub|font|[uo]l|li|table|t[rdh]|tbody|h[1-6])(?:\s[^<>]{0,200})?/?>",
    re.IGNORECASE,
)
_PARTING_TAG = re.compile(r"<br\s?/?>|</(?:p|div|li|t[rdh]|h[1-6])>", re.IGNORECASE)
_ENTITY = re.compile(
    r"&(?:#\d{1,6}|#x[0-9a-fA-F]{1,5}|nbsp|amp|lt|gt|quot|apos|aelig|AElig|oslash|Oslash|aring|Aring|eacute|shy|ndash|mdash);"
)
_SUSPECT = re.compile(r"[^\x20-\x7eæøåÆØÅéÉ–”“’]|[<&]|  ")


def clean(text: str) -> str:
    """One line or cell as a reader sees it: composed letters, single spaces, no hidden characters, no HTML.

    U+FFFE is left in: it is a broken word's hyphen, for `hyphens` to judge.
    """
    if not _SUSPECT.search(text):
        return text.strip()
    if "&" in text:
        text = _ENTITY.sub(lambda found: html.unescape(found.group()), text)
    if "<" in text:
        text = _TAG.sub("", _PARTING_TAG.sub(" ", text))
    text = _INVISIBLE.sub("", text)
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    return _SPACES.sub(" ", text).strip()
