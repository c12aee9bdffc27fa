"""All that can be made of a document by itself: read, parsed, its obligations found, others proposed, proof-read. Pure, but for taking the bytes apart."""

from reader import facts, parsing, reading
from reader.checks import proofread
from reader.long_words import LongWords
from reader.obligations import find_obligations
from reader.proposals import find_proposals


def understand(data: bytes, name: str) -> tuple[reading.TextDocument, facts.Minutes]:
    """The document and its facts. Raises `reading.Unreadable`, or `parsing.NoMinutes` for a document that is something else."""
    document = reading.read(data, name)
    long_words = LongWords()
    minutes = parsing.parse(long_words.set_aside(document))
    find_obligations(minutes)
    find_proposals(minutes)
    minutes.warnings += [facts.Warning(remark.code, params=remark.params) for remark in document.remarks] + proofread(minutes)
    return document, long_words.put_back(minutes)
