"""Whole numbers as people and addresses write them."""


def whole_number(text: str, *, least: int = 0, most: int) -> int | None:
    """Reads `text` as a number from `least` to `most`, both at least 0. Returns None for anything but ASCII digits within them.

    The length is looked at first, since `int` takes longer the more digits there are.
    """
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(most))):
        return None
    number = int(text)
    return number if least <= number <= most else None
