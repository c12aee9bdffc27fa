"""Keys of rows as they come in addresses and forms, where anybody can write anything."""

LONGEST = 15  # digits: what every database takes for a key


def is_key(text: str) -> bool:
    """Whether `text` can be the key of a row at all: digits, and no more than a database can look for."""
    return text.isascii() and text.isdigit() and len(text) <= LONGEST
