"""All that can be made of a document by itself: read, parsed, its obligations found, proof-read. Pure, but for taking the bytes apart."""

from minutes import facts, parsing, reading
from minutes.obligations import find_obligations
from minutes.proofreading import proofread


def understand(data: bytes, name: str) -> tuple[reading.Document, facts.Minutes]:
    """The document and its facts. Raises `reading.Unreadable`, or `parsing.NoMinutes` for a document that is something else."""
    document = reading.read(data, name)
    minutes = parsing.parse(document)
    find_obligations(minutes)
    minutes.warnings += proofread(minutes)
    return document, minutes
