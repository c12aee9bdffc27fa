"""Values out of JSON that somebody wrote by hand, each checked; whatever is wrong is told with the place where it stands."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

_TIME = re.compile(r"([01]?[0-9]|2[0-3])[:.]([0-5][0-9])|24[:.]00")


class UnusablePlanFile(Exception):
    """`code` and `params` say why; `agendas.plan_wording` has the sentences."""

    def __init__(self, code: str, **params: Any) -> None:
        super().__init__(code, params)
        self.code, self.params = code, params


def parse(data: bytes) -> Any:
    """The value of the JSON in `data`; UTF-8, with or without its mark."""
    try:
        return json.loads(data.decode("utf-8-sig"), object_pairs_hook=_without_doubles, parse_constant=_refuse_constant)
    except UnicodeDecodeError as error:
        raise UnusablePlanFile("not_utf8") from error
    except json.JSONDecodeError as error:
        raise UnusablePlanFile("not_json", line=error.lineno, column=error.colno) from error
    except (ValueError, RecursionError) as error:  # a number of thousands of digits; lists in lists in lists
        raise UnusablePlanFile("not_usable_json") from error


class Fields:
    """A JSON object and the `where` at which it stands. A field that is null counts as left out; one that is not in `known` is refused."""

    def __init__(self, value: Any, where: str, *, known: tuple[str, ...]) -> None:
        if not isinstance(value, dict):
            raise UnusablePlanFile("not_an_object", where=where)
        self.where, self.values = where, {name: one for name, one in value.items() if one is not None}
        for name in value:
            if name not in known:
                raise UnusablePlanFile("unknown_field", where=self.at(printable(name)), known=", ".join(known))

    def at(self, name: str) -> str:
        return f"{self.where}.{name}" if self.where else name

    def has(self, name: str) -> bool:
        return name in self.values

    def text(self, name: str, default: str | None = None) -> str:
        """Without a `default` it must be there and say something."""
        if default is not None and self.values.get(name, "") == "":
            return default
        return text(self._value(name), self.at(name))

    def number(self, name: str, *, least: int, most: int) -> int:
        value = self._value(name)
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            raise UnusablePlanFile("not_a_number", where=self.at(name), least=least, most=most)
        return value

    def time(self, name: str) -> int:
        return time(self._value(name), self.at(name))

    def each(self, name: str, *, most: int) -> Iterator[tuple[Any, str]]:
        """The elements of a list that may be left out, each with its place, counted from 0 as JSON's readers do."""
        yield from elements(self.values.get(name, []), self.at(name), most=most)

    def texts(self, name: str, *, most: int) -> tuple[str, ...]:
        return tuple(dict.fromkeys(text(value, where) for value, where in self.each(name, most=most)))

    def _value(self, name: str) -> Any:
        if not self.has(name):
            raise UnusablePlanFile("missing_field", where=self.at(name))
        return self.values[name]


def elements(value: Any, where: str, *, most: int) -> Iterator[tuple[Any, str]]:
    if not isinstance(value, list):
        raise UnusablePlanFile("not_a_list", where=where)
    if len(value) > most:
        raise UnusablePlanFile("too_many", where=where, most=most)
    for place, one in enumerate(value):
        yield one, f"{where}[{place}]"


def text(value: Any, where: str) -> str:
    if not isinstance(value, str) or not value.strip() or value != printable(value):
        raise UnusablePlanFile("not_a_text", where=where)
    return value


def time(value: Any, where: str) -> int:
    """Minutes since midnight of `16:00`, `9.30` or, for an end, `24:00`."""
    if not isinstance(value, str) or not _TIME.fullmatch(value.strip()):
        raise UnusablePlanFile("not_a_time", where=where)
    hours, minutes = re.split("[:.]", value.strip())
    return int(hours) * 60 + int(minutes)


def printable(value: str) -> str:
    """`value` without halves of characters (`\\ud800`), which no file and no screen takes."""
    return value.encode("utf-8", "replace").decode()


def _without_doubles(pairs: list[tuple[str, Any]]) -> Mapping[str, Any]:
    values: dict[str, Any] = {}
    for name, value in pairs:
        if name in values:
            raise UnusablePlanFile("field_twice", where=printable(name))
        values[name] = value
    return values


def _refuse_constant(name: str) -> Any:
    raise ValueError(name)  # NaN and Infinity are no JSON
