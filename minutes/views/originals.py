"""The original as numbered lines, to be shown beside what was read out of it."""

from dataclasses import dataclass
from itertools import groupby

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from danish.numbers import whole_number
from minutes import services
from minutes.access import get_import
from minutes.models import Import
from minutes.views.permissions import import_permission_required
from reader import reading
from reader.facts import TextPlace
from reader.sandbox import blocks_apart

BLOCKS_AT_ONCE = 1_500  # some forty pages; a longer document is shown in parts
LARGEST_PLACE = 9_999_999  # page or line
CHARACTERS_AT_MOST = 20_000  # of one block: a paragraph is never as long, a broken file may be


@dataclass(frozen=True, slots=True)
class OriginalLine:
    """A block of the original. `is_first`: the first of those marked."""

    block: reading.TextBlock
    text: str
    is_marked: bool
    is_first: bool

    @property
    def anchor(self) -> str:
        return f"s{self.block.page}-l{self.block.line}"


@import_permission_required
@require_safe
def import_original(request: HttpRequest, pk: int) -> HttpResponse:
    """`?side=3&fra=12&til=14` marks lines 12–14 of page 3; `?del=2` shows the second part of a long document.

    Only a file that has been read is read again here, within the same limits and outside this process (`reader.sandbox`).
    """
    import_ = get_import(request, pk, without=["corrected", "before", "after"])
    if import_.reading is None:
        raise Http404
    place = place_asked_for(request.GET)
    blocks = _blocks(import_)
    part, parts = _part(request.GET.get("del"), blocks, place)
    lines = _lines(blocks[part * BLOCKS_AT_ONCE : (part + 1) * BLOCKS_AT_ONCE], place)
    request.readings.add(*services.closed_items_in(import_.document))
    context = {
        "import": import_,
        "document": import_.document,
        "pages": [(page, list(group)) for page, group in groupby(lines, key=lambda line: line.block.page)],
        "place": place,
        "part": part + 1,
        "parts": parts,
    }
    return render(request, "minutes/original.html", context)


def place_asked_for(query) -> TextPlace | None:
    """The place in the address; None when it names none or nonsense."""
    numbers = [whole_number(query.get(name, ""), most=LARGEST_PLACE) for name in ("side", "fra", "til")]
    return None if None in numbers else TextPlace(*numbers)


def _blocks(import_: Import) -> list[reading.TextBlock]:
    try:
        with import_.document.file.open("rb") as file:
            return blocks_apart(file)
    except (OSError, reading.Unreadable) as error:
        raise Http404 from error


def _part(asked: str | None, blocks: list[reading.TextBlock], place: TextPlace | None) -> tuple[int, int]:
    """Which part to show, from 0, and how many there are: the part asked for, else the one that holds `place`."""
    parts = max(1, -(-len(blocks) // BLOCKS_AT_ONCE))
    number = whole_number(asked or "", least=1, most=parts)
    if number is not None:
        return number - 1, parts
    first = next((index for index, block in enumerate(blocks) if place and _holds(place, block)), 0)
    return first // BLOCKS_AT_ONCE, parts


def _holds(place: TextPlace, block: reading.TextBlock) -> bool:
    return block.page == place.page and block.line <= place.end_line and place.line <= block.end_line


def _lines(blocks: list[reading.TextBlock], place: TextPlace | None) -> list[OriginalLine]:
    lines, begun = [], False
    for block in blocks:
        is_marked = bool(place and _holds(place, block))
        lines.append(OriginalLine(block, block.text[:CHARACTERS_AT_MOST], is_marked, is_marked and not begun))
        begun = begun or is_marked
    return lines
