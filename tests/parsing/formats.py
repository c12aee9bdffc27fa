"""A made-up document in each of the formats the importer reads."""

from functools import cache

from demo.typeset import as_docx, as_pdf
from reader.facts import Minutes
from reader.parsing import parse
from reader.reading import read

FORMATS = ("txt", "docx", "pdf")


@cache
def minutes_as(format: str, text: str) -> Minutes:
    """The minutes read of `text` set in the format."""
    made = {"txt": lambda: text.encode(), "docx": lambda: as_docx(text), "pdf": lambda: as_pdf(text)}[format]()
    return parse(read(made, f"referat.{format}"))
