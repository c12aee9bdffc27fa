"""Drawings of a page: the rules of its tables and the dots of its lists."""

import ctypes
from dataclasses import dataclass
from itertools import repeat

from pypdfium2 import PdfPage
from pypdfium2 import raw as pdfium

_THIN = 2.5  # points; a rule is no thicker
_MOST_OBJECTS = 100_000  # a page of more has no letters for objects and no table we could read in time
_NEAR = 2.0

# PDFium's own bindings make a Python object of every pointer and let go of the interpreter at every call; for the thousands of objects
# of a page plain numbers and calls that keep it are quicker.
_object_at = ctypes.PYFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)(
    ctypes.cast(pdfium.FPDFPage_GetObject, ctypes.c_void_p).value or 0
)
_type_of = ctypes.PYFUNCTYPE(ctypes.c_int, ctypes.c_void_p)(ctypes.cast(pdfium.FPDFPageObj_GetType, ctypes.c_void_p).value or 0)


@dataclass(slots=True)
class Drawn:
    """Upright rules as (x, low, high), level rules as (y, left, right), dots as (left, right, middle height)."""

    upright: list[tuple[float, float, float]]
    level: list[tuple[float, float, float]]
    dots: list[tuple[float, float, float]]


def drawn_on(page: PdfPage) -> Drawn:
    """The rules and dots of one page. Frames and shaded boxes count by their four sides."""
    drawn = Drawn([], [], [])
    width, height = page.get_size()
    left, low, right, high = (ctypes.c_float() for _ in range(4))
    raw = ctypes.cast(page.raw, ctypes.c_void_p).value
    count = min(pdfium.FPDFPage_CountObjects(page.raw), _MOST_OBJECTS)
    objects = list(map(_object_at, repeat(raw), range(count)))
    paths = [one for one, kind in zip(objects, map(_type_of, objects), strict=True) if kind == pdfium.FPDF_PAGEOBJ_PATH]
    for path in paths:
        pdfium.FPDFPageObj_GetBounds(ctypes.cast(path, pdfium.FPDF_PAGEOBJECT), left, low, right, high)
        _sort_in(drawn, left.value, low.value, right.value, high.value, width * height)
    return drawn


def _sort_in(drawn: Drawn, left: float, low: float, right: float, high: float, page_area: float) -> None:
    width, height = right - left, high - low
    if height <= _THIN and width >= 8:
        drawn.level.append(((low + high) / 2, left, right))
    elif width <= _THIN and height >= 6:
        drawn.upright.append(((left + right) / 2, low, high))
    elif 1.5 <= width <= 7 and 1.5 <= height <= 7:
        drawn.dots.append((left, right, (low + high) / 2))
    elif width >= 8 and height >= 8 and width * height < page_area * 0.8:
        drawn.upright += [(left, low, high), (right, low, high)]
        drawn.level += [(low, left, right), (high, left, right)]


def clustered(values: list[float], near: float = _NEAR) -> list[float]:
    """The values in rising order, those closer than `near` taken for one."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > near:
            found.append(value)
    return found
