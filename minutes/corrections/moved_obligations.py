"""Obligations follow their sentences when text is moved, also where a reader would not have taken them for any in their new place."""

from copy import deepcopy

from danish.folding import name_key
from reader import facts


def keep_moved(before: facts.Minutes, after: facts.Minutes) -> None:
    """Give the obligations of `before` that `after` lacks to the open item of `after` in whose text their sentences stand."""
    for name in facts.OBLIGATIONS:
        told = {name_key(one.quote) for item in after.items for one in getattr(item, name)}
        for one in [one for item in before.items for one in getattr(item, name) if name_key(one.quote) not in told]:
            owner = owner_of(one.quote, after)
            if owner and not owner.closed:
                getattr(owner, name).append(deepcopy(one))


def owner_of(quote: str, minutes: facts.Minutes) -> facts.ItemFacts | None:
    """The item in whose text the sentence stands; None where it stands nowhere."""
    key = name_key(quote)
    return next((item for item in minutes.items if key and any(key in name_key(section.text) for section in item.sections)), None)
