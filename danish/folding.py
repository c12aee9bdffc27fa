"""Text made comparable: for search, and for telling whether two spellings mean the same name."""

import re
import unicodedata


def fold(text: str) -> str:
    """`text` in lower case with single spaces, æøå kept, for a search that SQLite and PostgreSQL answer alike.

    PostgreSQL refuses NUL in any text, so it counts as a space.
    """
    return re.sub(r"[\s\0]+", " ", unicodedata.normalize("NFC", text).casefold()).strip()


def name_key(text: str) -> str:
    """Letters and digits of a name only, lower case: `Børne- og  Familieudvalget` and `børne og familieudvalget` are one."""
    return re.sub(r"[\W_]+", "", fold(text))
