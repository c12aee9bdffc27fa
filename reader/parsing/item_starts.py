"""The blocks that begin an item: of all readings of the document the one that explains most of it, and those that explain nearly as much.

Councils number their items in three ways: with a word (`Punkt 16: …`, `Sag nr. 129`), with a bare number (`3. …`), or not at all.
A numbered list in the text looks the same, and so does a contents list. What shows an item's heading is what stands below it: a case
number, or else the first of its parts. So where some of the candidates have a case number below, those are the items, and others
only count where a number is missing between them.
"""

from dataclasses import dataclass, replace

from reader.reading import TextBlock

from .candidates import NOTHING, NUMBERED, WORDED, Start, candidates_of
from .chains import chain_of
from .heading_forms import ALONE, forms_of
from .headings import Headings
from .number_runs import chosen_of
from .scoring import ReadingScore
from .titles import LONGEST_TITLE, NO_TITLE, parted
from .unnumbered import unnumbered

_HEAD_START = 0.3  # points that the reading by words and plain numbers is given before any other
_TITLES_ALONE = 0.5  # points by which titles that nothing counts must explain more
_TITLES_FOR_NUMBERS = 1.5  # and where the other reading has numbers
_LEAST_POINTS = 1.0  # of a reading where the rules for words and numbers find no item
_SMALL_MARGIN = 1.0  # points: of ten documents one is read in two ways that lie so near
_MOST_READINGS = 4  # of those the most that are looked at
WORDS = "words"  # the name of the form that the rules for words and plain numbers read


@dataclass(frozen=True, slots=True)
class StartsReading:
    """The starts of the items in one form, by the form's name, and the points by which they explain the document."""

    form: str
    starts: list[Start]
    points: float


def readings_of(blocks: list[TextBlock], contents: list[str], listed: set[int], headings: Headings) -> list[StartsReading]:
    """Gives the best reading, and below it those that explain nearly as much; `listed` are the blocks of the contents list, which begin no item."""
    explaining = ReadingScore(blocks, contents, listed, headings)
    first = by_words_and_numbers(blocks, contents, listed, headings)
    most = explaining.of(first, [start.number for start in first]) + _HEAD_START if first else _LEAST_POINTS
    found = [StartsReading(WORDS, first, most)]
    counts = any(start.number is not None for start in first)
    for form, candidates in forms_of(blocks, listed, headings).items():
        starts, orders = chain_of(candidates, explaining)
        points = explaining.of(starts, orders)
        if form == ALONE:
            points -= _TITLES_FOR_NUMBERS if counts else _TITLES_ALONE
        if len(starts) > 1:
            found.append(StartsReading(form, starts, points))
    found.sort(key=lambda one: -one.points)
    near = [one for one in found if one.points >= found[0].points - _SMALL_MARGIN and (one.starts or one is found[0])]
    return [replace(one, starts=_parted(_without_lost_count(one.starts), explaining)) for one in near[:_MOST_READINGS]]


def _without_lost_count(starts: list[Start]) -> list[Start]:
    """The starts without their numbers where every item has the same one."""
    if len(starts) > 2 and starts[0].number is not None and all(start.number == starts[0].number for start in starts):
        return [replace(start, number=None) for start in starts]
    return starts


def _parted(starts: list[Start], explaining: ReadingScore) -> list[Start]:
    """The starts with what is decided taken out of the titles, where most have it on the same line and nothing else heads a decision."""
    pieces = [parted(start.title) for start in starts]
    if explaining.has_decisions or sum(bool(text) for _title, text in pieces) * 5 < len(starts) * 3:
        return starts
    return [replace(start, title=title, text=text) for start, (title, text) in zip(starts, pieces, strict=True)]


def by_words_and_numbers(blocks: list[TextBlock], contents: list[str], listed: set[int], headings: Headings) -> list[Start]:
    """The reading by the words and numbers that most councils use, or without any by what stands below a title."""
    worded = chosen_of(candidates_of(WORDED, blocks, listed, headings), least=1)
    numbered = chosen_of(candidates_of(NUMBERED, blocks, listed, headings), least=2)
    best = max(worded, numbered, key=lambda starts: sum(start.below for start in starts))
    if any(start.below for start in best):
        return best
    return worded or unnumbered(blocks, contents, listed, headings) or numbered or _counted(blocks, listed)


def _counted(blocks: list[TextBlock], listed: set[int]) -> list[Start]:
    """Gives the paragraphs that begin with 1, 2, 3 …, whatever stands below them, where no better shape is found."""
    starts: list[Start] = []
    for i, block in enumerate(blocks):
        match = (
            NUMBERED.match(block.text.replace("\t", " "))
            if i not in listed and (block.apart or (i and blocks[i - 1].kind == "list_item")) and len(block.text) <= LONGEST_TITLE
            else None
        )
        if match and int(match["number"]) == len(starts) + 1 and match["title"][:1].isupper() and not NO_TITLE.match(match["title"]):
            starts.append(Start(i, len(starts) + 1, match["number"], match["title"].strip(), bool(match["closed"]), NOTHING))
    return starts if len(starts) > 2 else []
