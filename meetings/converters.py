"""Case numbers as parts of addresses."""

import re

from django.urls.converters import PathConverter

# A browser takes these out of an address before it asks, with the part before them, however they are written.
_CLIMBS = re.compile(r"(?<![^/])(~*\.{1,2})(?![^/])")
_KEPT = re.compile(r"(?<![^/])~(~*\.{1,2})(?![^/])")


class NumberConverter(PathConverter):
    """A number may hold whatever was printed. A part of dots alone has a `~` before it, so that it stays in the address."""

    def to_python(self, value: str) -> str:
        return _KEPT.sub(r"\1", value)

    def to_url(self, value: str) -> str:
        return _CLIMBS.sub(r"~\1", value)
