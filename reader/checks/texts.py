"""The document's texts with where they stand, and the sentence round a place in one."""

from collections.abc import Iterator

from reader.facts import Minutes, TextPlace
from reader.parsing.sentences import sentences

Text = tuple[int | None, str, TextPlace | None]
_LONGEST_QUOTE = 400


def texts_of(minutes: Minutes) -> Iterator[Text]:
    """(item number or None, text, place) of the front page, each title and each section."""
    yield None, minutes.meeting.front_page, minutes.meeting.at
    for item in minutes.items:
        yield item.number, item.title, item.at
        for section in item.sections:
            yield item.number, section.text, section.at


def sentence_at(text: str, start: int, end: int) -> str:
    """The sentence, or the row or line, that holds `text[start:end]`."""
    wanted = text[start:end]
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line = text[line_start : line_end if line_end >= 0 else len(text)].strip()
    found = next((sentence for sentence in sentences(line) if wanted in sentence), line)
    return found if len(found) <= _LONGEST_QUOTE else wanted
