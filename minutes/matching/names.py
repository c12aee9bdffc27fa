"""Matching of names: bodies, and people on them."""

from danish.folding import name_key
from danish.likeness import nearly_same_name
from minutes.matching.known import KnownBody, KnownPerson

_LONGEST_NAME = 100  # characters: what is longer is a sentence that was taken for a name
_PARTIES = frozenset(
    {
        "venstre",
        "sf",
        "socialdemokratiet",
        "socialdemokraterne",
        "socialistiskfolkeparti",
        "radikalevenstre",
        "konservative",
        "detkonservativefolkeparti",
        "danskfolkeparti",
        "liberalalliance",
        "alternativet",
        "moderaterne",
        "danmarksdemokraterne",
        "nyeborgerlige",
    }
)


def find_body(name: str, bodies: list[KnownBody]) -> tuple[KnownBody | None, str]:
    """The body that `name` is a spelling of, and the reason: `same_name`, `nearly_same_name` or `unknown`."""
    key = name_key(name)
    for body in bodies:
        if key in body.keys:
            return body, "same_name"
    near = [body for body in bodies if nearly_same_name(name, body.name)]
    return (near[0], "nearly_same_name") if len(near) == 1 else (None, "unknown")


def find_person(name: str, people: list[KnownPerson], body_id: int | None) -> tuple[KnownPerson | None, str]:
    """The person of that name: somebody who sits on the body before somebody who does not; of two namesakes neither.

    A name that is only nearly known is never taken for the known one: that is for the secretary to say.
    """
    key = name_key(name)
    same = [person for person in people if person.key == key]
    seated = [person for person in same if body_id in person.sits_on]
    if len(seated) == 1:
        return seated[0], "member_of_that_name"
    if len(same) == 1:
        return same[0], "same_name"
    return None, "namesakes" if same else "unknown"


def near_people(name: str, people: list[KnownPerson]) -> list[KnownPerson]:
    """Those whose names `name` may be a slip of."""
    return [person for person in people if nearly_same_name(name, person.name)]


def is_personal(name: str) -> bool:
    """Tells whether a name in the minutes is a person's: party lists (Havnelisten, SF), single words and whole sentences are not."""
    key = name_key(name)
    return (
        " " in name.strip()
        and len(name) <= _LONGEST_NAME
        and key not in _PARTIES
        and not key.endswith(("listen", "partiet", "parti", "gruppen", "gruppe"))
    )
