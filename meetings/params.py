"""Keys of rows as they come in addresses and forms, where anybody can write anything."""

from danish.numbers import whole_number

LARGEST = 999_999_999_999_999  # what every database takes for a key


def is_key(text: str) -> bool:
    """Tells if `text` can be the key of a row at all: digits, and no more than a database can look for."""
    return whole_number(text, most=LARGEST) is not None
