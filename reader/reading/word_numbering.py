"""The numbers that Word would print before the paragraphs of a list: it stores only which list and level, and counts while it lays out."""

import re
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from danish.numbers import whole_number

from .word_paragraphs import W

_LONGEST, _MOST = 40, 999_999  # signs of a mark, a number that is believed
_PLACEHOLDER = re.compile(r"%(\d)")


@dataclass(frozen=True, slots=True)
class _Level:
    format: str
    text: str
    start: int


@dataclass(slots=True)
class Numbering:
    """Counts every list of one document; ask for the marks in the document's order."""

    _levels: dict[str, dict[int, _Level]] = field(default_factory=dict)
    _abstract: dict[str, str] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)

    def mark(self, list_id: str, level: int) -> str | None:
        """`1.`, `a)`, "" for a bullet; None where the list is unknown."""
        levels = self._levels.get(list_id)
        own = levels.get(level) if levels else None
        if not levels or own is None:
            return None
        if own.format == "bullet":
            return ""
        counts = self._counts.setdefault(self._abstract.get(list_id, list_id), {})
        counts[level] = counts.get(level, own.start - 1) + 1
        for deeper in [one for one in counts if one > level]:
            del counts[deeper]

        def shown(match: re.Match[str]) -> str:
            which = int(match.group(1)) - 1
            of = levels.get(which, own)
            return _printed(counts.get(which, of.start), of.format)

        return _PLACEHOLDER.sub(shown, own.text).strip() if own.format != "none" else None


def numbering_of(root: Element | None) -> Numbering:
    """The lists of word/numbering.xml. A list that overrides a level's start counts for itself; the others of one kind count on."""
    found = Numbering()
    if root is None:
        return found
    kinds: dict[str, dict[int, _Level]] = {}
    styles: dict[str, dict[int, _Level]] = {}
    styled: dict[str, str] = {}  # kinds that are told elsewhere, by the list style that both name
    for kind in root.iter(f"{W}abstractNum"):
        levels = {_number(one.get(f"{W}ilvl")): _level(one) for one in kind.iter(f"{W}lvl")}
        kinds[kind.get(f"{W}abstractNumId", "")] = levels
        if (style := _value(kind.find(f"{W}styleLink"))) and levels:
            styles[style] = levels
        if style := _value(kind.find(f"{W}numStyleLink")):
            styled[kind.get(f"{W}abstractNumId", "")] = style
    for name, style in styled.items():
        kinds[name] = kinds[name] or styles.get(style, {})
    for one in root.iter(f"{W}num"):
        key = one.get(f"{W}numId", "")
        of_kind = one.find(f"{W}abstractNumId")
        name = of_kind.get(f"{W}val", "") if of_kind is not None else ""
        found._levels[key] = dict(kinds.get(name, {}))
        overrides = one.findall(f"{W}lvlOverride")
        found._abstract[key] = f"own {key}" if overrides else f"kind {name}"
        for override in overrides:
            changed = override.find(f"{W}lvl")
            level, start = _number(override.get(f"{W}ilvl")), _value(override.find(f"{W}startOverride"))
            if changed is not None:
                found._levels[key][level] = _level(changed)
            if start and level in found._levels[key]:
                found._levels[key][level] = replace(found._levels[key][level], start=_number(start))
    return found


def _level(element: Element) -> _Level:
    def value(name: str, default: str) -> str:
        child = element.find(f"{W}{name}")
        return child.get(f"{W}val", default) if child is not None else default

    return _Level(value("numFmt", "decimal"), value("lvlText", ""), _number(value("start", "1")) or 1)


def _printed(count: int, format: str) -> str:
    if format in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (count - 1) % 26) * min((count - 1) // 26 + 1, _LONGEST)
        return letter.upper() if format == "upperLetter" else letter
    if format in ("lowerRoman", "upperRoman"):
        roman = _roman(count)
        return roman if format == "upperRoman" else roman.lower()
    return str(count)


def _roman(count: int) -> str:
    signs = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    text = ""
    for value, sign in signs:
        while count >= value and len(text) < _LONGEST:
            text, count = text + sign, count - value
    return text


def _value(element: Element | None) -> str:
    return element.get(f"{W}val", "") if element is not None else ""


def _number(value: str | None) -> int:
    return whole_number(value or "", most=_MOST) or 0
