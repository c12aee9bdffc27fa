"""A whole document, read: its meeting and items, the text nothing was read as, and the warnings."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from .items import ItemFacts
from .meetings import MeetingFacts, TimePlanRowFacts
from .obligations import ProposalFacts
from .places import TextPlace


@dataclass(slots=True)
class Leftover:
    """Text of the document that no part of it was read as."""

    page: int
    text: str
    at: TextPlace | None = None


@dataclass(slots=True)
class Warning:
    """Something a proof-reader would point at. The Danish sentence is made from `code` and `params` by `reader.wording`."""

    code: str
    item: int | None = None
    params: Mapping[str, str | int] = field(default_factory=dict)
    quote: str = ""
    at: TextPlace | None = None


@dataclass(slots=True)
class SourceFile:
    """The file the minutes were read from; `format` is pdf, docx or txt."""

    name: str
    sha256: str
    format: str


@dataclass(slots=True)
class Minutes:
    """One document, read. `kind`: minutes (referat) or agenda (dagsorden); `contents` are its contents list's titles, often cut.

    `form` is the form in which its items were found, and `margin` the points by which this reading explains more of the document than the
    other that comes near, or less where it is below 0; None where no other comes near.
    """

    source: SourceFile
    kind: str
    meeting: MeetingFacts
    time_plan: list[TimePlanRowFacts] = field(default_factory=list)
    items: list[ItemFacts] = field(default_factory=list)
    leftovers: list[Leftover] = field(default_factory=list)
    proposals: list[ProposalFacts] = field(default_factory=list)
    warnings: list[Warning] = field(default_factory=list)
    contents: list[str] = field(default_factory=list)
    form: str = ""
    margin: float | None = None
