"""Closing words of which the paper, not an item, tells the place: at the foot of every page, or upright with a letter on each line."""

from collections.abc import Iterator

from reader.reading import TextBlock

from .closed import document_is_closed
from .closure import Doubt
from .clues import clue_in
from .mark_placement import page_edges
from .outline import DocumentOutline

_LONGEST_FOOT = 60
_FEWEST_LETTERS = 5


def told_by_paper(cut: DocumentOutline) -> Iterator[tuple[int, Doubt]]:
    """Every item by its place, where such words stand: nobody can tell whose they are."""
    for words, block in (*_of_edges(cut.blocks), *_upright(cut.blocks)):
        yield from ((k, Doubt("maybe_closed", words, block)) for k in range(len(cut.items)))


def _of_edges(blocks: list[TextBlock]) -> Iterator[tuple[str, TextBlock]]:
    """`Lukket referat` at the head or foot of every page."""
    found = [next((i for i in sorted(ends) if _closes_all(blocks[i].text)), None) for ends in page_edges(blocks)]
    first = found[0] if found and None not in found else None
    if first is not None:
        yield blocks[first].text.strip(), blocks[first]


def _closes_all(text: str) -> bool:
    return len(text) <= _LONGEST_FOOT and document_is_closed(text)


def _upright(blocks: list[TextBlock]) -> Iterator[tuple[str, TextBlock]]:
    letters: list[TextBlock] = []
    for block in [*blocks, None]:
        if block is not None and len(block.text.strip()) == 1 and block.text.strip().isalpha():
            letters.append(block)
            continue
        word = "".join(one.text.strip() for one in letters)
        if len(word) >= _FEWEST_LETTERS and clue_in(word):
            yield word, letters[0]
        letters = []
