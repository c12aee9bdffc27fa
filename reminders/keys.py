"""The keys of deadlines: the source's name and the row's key, `hearing:12`. Pure."""

from collections.abc import Collection

from meetings.params import is_key


def deadline_key(source: str, pk: int) -> str:
    return f"{source}:{pk}"


def rows_of(source: str, keys: Collection[str]) -> list[int]:
    """The keys of the source's rows among the deadlines' `keys`."""
    named = (key.partition(":") for key in keys)
    return [int(pk) for name, _colon, pk in named if name == source and is_key(pk)]
