"""Another reading of a document taken in the place of one that was corrected: nothing closed becomes open by it, and what still fits is kept."""

from copy import deepcopy
from dataclasses import dataclass

from minutes.corrections.carry_over import made_in
from minutes.corrections.keys import find_item, give_keys
from minutes.corrections.replay import Correction, opened_texts
from reader import facts
from reader.parsing.two_readings import doubt_closed_otherwise


@dataclass(frozen=True, slots=True)
class Made:
    """A correction, the JSON value that it corrected, and whether it was made in the reading that is taken now rather than in the one left."""

    correction: Correction
    read: object
    in_taken: bool = False


@dataclass(frozen=True, slots=True)
class Exchange:
    """What becomes of an exchange: the reading that is taken, and the places, from 0, of the corrections that hold in it."""

    taken: facts.Minutes
    kept: list[int]


def exchanged(left: facts.Minutes, shown: facts.Minutes, taken: facts.Minutes, made: list[Made]) -> Exchange:
    """Take the reading `taken` for `left`, which with its corrections is `shown`. The corrections `made` stand in their order.

    Text that is closed or in doubt in `shown` puts the item in doubt into which it falls in `taken`. A correction of an item is kept where both
    readings have that item at the same place under the same title, and none is kept by which something closed would be open.
    """
    taken = deepcopy(taken)
    doubt_closed_otherwise(taken, shown)
    doubt_closed_otherwise(taken, left)
    left, result = deepcopy(left), deepcopy(taken)
    give_keys(left)
    give_keys(result)
    fresh = deepcopy(result)
    kept = []
    for place, one in enumerate(made):
        origin = fresh if one.in_taken else left
        attempt = made_in(result, one.correction, one.read, origin) if _is_the_same(one.correction, origin, fresh) else None
        if attempt is not None and set(opened_texts(shown, attempt)) <= set(opened_texts(shown, result)):
            result = attempt
            kept.append(place)
    return Exchange(taken, kept)


def _is_the_same(correction: Correction, origin: facts.Minutes, fresh: facts.Minutes) -> bool:
    """Tells whether the items of the correction stand in both readings alike; one that a correction has made stands in neither."""
    keys = (
        [correction.item, correction.value.get("into"), correction.value.get("to")]
        if isinstance(correction.value, dict)
        else [correction.item]
    )
    pairs = [(find_item(origin, key), find_item(fresh, key)) for key in keys if key]
    return all((one.at, one.title) == (other.at, other.title) if one and other else one is other for one, other in pairs)
