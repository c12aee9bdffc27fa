"""The original as numbered lines, to be shown beside what was read out of it."""

from dataclasses import dataclass
from itertools import groupby

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from meetings import services
from meetings.models import AgendaItem
from minutes import reading
from minutes.facts import Place
from minutes.models import Import
from minutes.views.access import importers_only

BLOCKS_AT_ONCE = 1_500  # some forty pages; a longer document is shown in parts
CHARACTERS_AT_MOST = 20_000  # of one block: a paragraph is never as long, a broken file may be


@dataclass(frozen=True, slots=True)
class Line:
    """A block of the original. `is_first`: the first of those marked."""

    block: reading.Block
    text: str
    is_marked: bool
    is_first: bool

    @property
    def anchor(self) -> str:
        return f"s{self.block.page}-l{self.block.line}"


@importers_only
@require_safe
def import_original(request: HttpRequest, pk: int) -> HttpResponse:
    """`?side=3&fra=12&til=14` marks lines 12–14 of page 3; `?del=2` shows the second part of a long document.

    Only a file that has been read within the bounds of the reader's own process is read again here.
    """
    imports = Import.objects.visible_to(request.viewer).select_related("document").defer("reading", "before", "after")
    import_ = get_object_or_404(imports.filter(reading__isnull=False), pk=pk)
    place = place_asked_for(request.GET)
    blocks = _blocks(import_)
    part, parts = _part(request.GET.get("del"), blocks, place)
    lines = _lines(blocks[part * BLOCKS_AT_ONCE : (part + 1) * BLOCKS_AT_ONCE], place)
    if import_.meeting_id:
        # The original holds its meeting's closed items whole.
        closed = AgendaItem.objects.visible_to(request.viewer).filter(meeting=import_.meeting_id, closed=True)
        services.log_closed_reading(items=closed, viewer=request.viewer, now=request.now)
    context = {
        "import": import_,
        "document": import_.document,
        "pages": [(page, list(group)) for page, group in groupby(lines, key=lambda line: line.block.page)],
        "place": place,
        "part": part + 1,
        "parts": parts,
    }
    return render(request, "minutes/original.html", context)


def place_asked_for(query) -> Place | None:
    """The place in the address; None when it names none or nonsense."""
    values = [query.get(name, "") for name in ("side", "fra", "til")]
    if not all(value.isascii() and value.isdigit() and len(value) < 8 for value in values):
        return None
    return Place(*map(int, values))


def _blocks(import_: Import) -> list[reading.Block]:
    try:
        with import_.document.file.open("rb") as file:
            return reading.read(file.read(), import_.document.name).blocks
    except (OSError, reading.Unreadable) as error:
        raise Http404 from error


def _part(asked: str | None, blocks: list[reading.Block], place: Place | None) -> tuple[int, int]:
    """Which part to show, from 0, and how many there are: the part asked for, else the one that holds `place`."""
    parts = max(1, -(-len(blocks) // BLOCKS_AT_ONCE))
    if asked and asked.isascii() and asked.isdigit() and 0 < int(asked[:8]) <= parts:
        return int(asked) - 1, parts
    first = next((index for index, block in enumerate(blocks) if place and _holds(place, block)), 0)
    return first // BLOCKS_AT_ONCE, parts


def _holds(place: Place, block: reading.Block) -> bool:
    return block.page == place.page and block.line <= place.end_line and place.line <= block.end_line


def _lines(blocks: list[reading.Block], place: Place | None) -> list[Line]:
    lines, begun = [], False
    for block in blocks:
        is_marked = bool(place and _holds(place, block))
        lines.append(Line(block, block.text[:CHARACTERS_AT_MOST], is_marked, is_marked and not begun))
        begun = begun or is_marked
    return lines
