"""Plain text: encodings, pages parted by form feeds, lines wrapped at a width put together again."""

import re
from dataclasses import replace

from .assembly import join_broken_rows, list_item_text
from .document import TextBlock, Unreadable, Watch
from .hygiene import clean
from .hyphens import Hyphens
from .running import without_running_lines

_MARKED_HEADING = re.compile(r"(#{2,6})\s+(?=[^\W_]|[*_\[(])(.*?)[\s#]*$")  # of Markdown; a lone # may be the sign of a footnote
_UNDERLINE = re.compile(r"^[=\-_*~#]{3,}$")
_NUMBERED = re.compile(r"(?:\d{1,3}|[A-Za-z])[.)]\s")
_INDENTED_ITEM = re.compile(r"\t+(?:\(?(?:\d{1,3}|[A-Za-z])[.)]|[-–•])\t+[^\t]+")  # its number or sign is set off by tabs
_LINE_ENDS = re.compile(r"\r\n?|[\x85\u2028\u2029]")
# Letters of UTF-8 that some program took for an older code page, and saved so: `mÃ¸de`.
_TWICE_ENCODED = {
    sign.encode().decode(page): sign
    for sign in "æøåÆØÅéÉèüöäÜÖÄ–—’‘“”…§"
    for page in ("cp1252", "latin-1")
    if page == "latin-1" or sign not in "”"  # its last byte is no sign of cp1252
}
_TWICE = re.compile("|".join(map(re.escape, _TWICE_ENCODED)))
_SURELY_TWICE = 3
_NARROW, _WIDE = 50, 120  # characters a line; a text whose longest line lies outside is not wrapped


def read_text(data: bytes, watch: Watch) -> tuple[int, list[TextBlock]]:
    """Number of pages and the blocks. A line is a block of its own unless the whole text is wrapped at a width."""
    text = _decode(data)
    watch.text(len(text))
    pages = [page.split("\n") for page in _LINE_ENDS.sub("\n", text).split("\f")]
    if len(pages) > 1 and not any(line.strip() for line in pages[-1]):
        pages.pop()
    watch.pages(len(pages))
    skipped = without_running_lines(pages)
    wrapping = _Wrapping(pages)
    blocks: list[TextBlock] = []
    for number, lines in enumerate(pages, 1):
        watch.time()
        _blocks_of_page(number, lines, skipped[number - 1], wrapping, blocks)
    if not blocks:
        raise Unreadable("empty")
    return len(pages), join_broken_rows(blocks)


def _decode(data: bytes) -> str:
    """UTF-8 and UTF-16 are known when they are right; all else is taken for the old Western European code page."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return _decoded_again(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _decoded_again(text: str) -> str:
    """The text with the letters it should have, where it was encoded twice; a text with more right letters than wrong ones stays."""
    if "Ã" not in text:
        return text
    wrong = len(_TWICE.findall(text))
    right = sum(map(text.count, "æøåÆØÅ"))
    return _TWICE.sub(lambda found: _TWICE_ENCODED[found.group()], text) if wrong >= _SURELY_TWICE and wrong > right else text


def _blocks_of_page(page: int, lines: list[str], skipped: set[int], wrapping: "_Wrapping", blocks: list[TextBlock]) -> None:
    apart, previous = True, ""
    for number, raw in enumerate(lines, 1):
        in_table = bool(blocks) and blocks[-1].kind == "table_row"
        if not in_table and _INDENTED_ITEM.fullmatch(raw.rstrip()):
            raw = raw.strip().replace("\t", " ")
        text = wrapping.mend(clean(raw))
        if not text or number - 1 in skipped or _UNDERLINE.match(text):
            apart = apart or not text
            continue
        tabbed = "\t" in raw.strip() or (raw.startswith("\t") and in_table)
        cells = tuple(clean(cell) for cell in raw.strip("\r\n").split("\t")) if tabbed else ()
        item = None if tabbed else list_item_text(text)
        if marked := _MARKED_HEADING.match(text):
            blocks.append(TextBlock("heading", marked[2], page, number, number, level=len(marked[1]), apart=apart))
        elif tabbed:
            blocks.append(TextBlock("table_row", "\t".join(cells), page, number, number, cells=cells, apart=apart))
        elif not apart and item is None and wrapping.runs_on(previous, text) and not in_table:
            blocks[-1] = replace(blocks[-1], text=wrapping.join(blocks[-1].text, text), end_line=number)
        else:
            kind = "paragraph" if item is None else "list_item"
            blocks.append(TextBlock(kind, item or text, page, number, number, apart=apart))
        previous, apart = text, False


class _Wrapping:
    """Tells whether the text is wrapped at a width, and puts its lines together if so."""

    def __init__(self, pages: list[list[str]]) -> None:
        lines = [line.strip() for lines in pages for line in lines if line.strip()]
        lengths = sorted(map(len, lines))
        width = lengths[-1 - len(lengths) // 100] if len(lengths) >= 8 else 0
        full = sum(length > width * 0.85 for length in lengths)
        self._width = width if _NARROW <= width <= _WIDE and full * 4 >= len(lengths) else 0
        hyphens = Hyphens(lines)
        self.join, self.mend = hyphens.join, hyphens.mend

    def runs_on(self, previous: str, text: str) -> bool:
        """Tells whether the line before was broken off only because this line's first word no longer fitted."""
        if not self._width or _NUMBERED.match(text):
            return False
        return len(previous) + 1 + len(text.split(" ", 1)[0]) > self._width
