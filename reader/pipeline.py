"""All that can be made of a document by itself: read, parsed, its obligations found, others proposed, proof-read. Pure, but for taking the bytes apart."""

from reader import facts, parsing, reading
from reader.checks import proofread
from reader.long_words import LongWords
from reader.obligations import find_obligations
from reader.proposals import find_proposals


def understand(data: bytes, name: str) -> tuple[reading.TextDocument, facts.Minutes]:
    """The document and its facts. Raises `reading.Unreadable`, or `parsing.NoMinutes` for a document that is something else."""
    document, minutes, _other = understand_both(data, name)
    return document, minutes


def understand_both(data: bytes, name: str) -> tuple[reading.TextDocument, facts.Minutes, facts.Minutes | None]:
    """The document, its facts, and those in the second-best reading of its items where that comes near. Raises as `understand` does."""
    document = reading.read(data, name)
    long_words = LongWords()
    minutes, other = parsing.parse_both(long_words.set_aside(document))
    for one in filter(None, (minutes, other)):
        find_obligations(one)
        find_proposals(one)
        one.warnings += [facts.Warning(remark.code, params=remark.params) for remark in document.remarks] + proofread(one)
        long_words.put_back(one)
    return document, minutes, other
