"""The key of an item, by which corrections and forms name it: given once, and kept while its number and title are corrected."""

from dataclasses import replace
from hashlib import sha256

from danish.folding import fold
from reader import facts


def give_keys(minutes: facts.Minutes) -> None:
    """Give every item without a key its number, else a mark of its title; a repeated one gets a serial.

    Keys stand in addresses, which are logged: a title, which may be closed, cannot be told from its mark.
    """
    taken = {item.key for item in minutes.items if item.key}
    for item in minutes.items:
        if not item.key:
            item.key = free_key(str(item.number) if item.number is not None else _mark(item.title), taken)
            taken.add(item.key)


def free_key(base: str, taken: set[str]) -> str:
    """`base`, or `base-2`, `base-3` … where that is taken."""
    key, serial = base, 1
    while key in taken:
        serial += 1
        key = f"{base}-{serial}"
    return key


def find_item(minutes: facts.Minutes, key: str) -> facts.ItemFacts | None:
    """The item of `minutes` that has `key`."""
    return next((item for item in minutes.items if item.key == key), None)


def mark_of(*items: facts.ItemFacts) -> str:
    """A mark of all that is read in `items`: a page sends back the one it showed, since a key names another item in another reading.

    It stays the same when an item is closed, opened or answered for.
    """
    plain = [replace(item, key="", closed=False, in_doubt=False, row=None, written=[], stands_for=None, corrected=[]) for item in items]
    return sha256(repr(plain).encode()).hexdigest()[:32]


def _mark(title: str) -> str:
    return "t" + sha256(fold(title).encode()).hexdigest()[:12]
