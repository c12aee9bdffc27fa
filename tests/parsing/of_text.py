"""Minutes of a made-up council, from a few lines of text."""

from reader.facts import ItemFacts, Minutes
from reader.parsing import parse
from reader.reading import read

FRONT = "REFERAT Udsatterådet d. 09-03-2021\n\nMødedato Tirsdag d. 9. marts 2021 kl. 16:00\n\nMødested Rådhuset, lokale 4\n\n"


def minutes_of(text: str) -> Minutes:
    return parse(read(text.encode(), "referat.txt"))


def item_of(*parts: str, front: str = FRONT) -> ItemFacts:
    """The one item with these parts, each a paragraph."""
    return minutes_of(front + "\n\n".join(("Punkt 7: Nyt værested", "27.15.00-A08-4-20", *parts))).items[0]


def decided(*paragraphs: str, front: str = FRONT) -> ItemFacts:
    return item_of("Beslutning", *paragraphs, front=front)
