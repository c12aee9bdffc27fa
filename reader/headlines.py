"""The kind of document that the first lines name, beyond agenda or minutes. Pure.

The words are those that Danish municipalities head such documents with; a line of a contents list is no headline.
"""

import re

from reader import facts

_LINES_AT_MOST, _LONGEST = 6, 120  # lines of the front page, characters of one
_LISTED = re.compile(r"\s*(?:\d+\s*[.):]|(?:punkt|pkt\.?|sag|indhold|godkendelse)\b)", re.IGNORECASE)
_SUPPLEMENT = re.compile(
    r"till(?:æ|ae)gs-?\s?(?:dagsorden|indkaldelse|punkt|referat|protokol)"
    r"|till(?:æ|ae)g\s+til\s+(?:\w+\s+)?(?:dagsorden|indkaldelse)"
    r"|supplement\s+til\s+(?:\w+\s+)?(?:dagsorden|indkaldelse)"
    r"|supplerende[\s_-]+(?:dagsorden|indkaldelse|punkt)"
    r"|(?:efter|ekstra)(?:ud)?sendte?[\s_-]+(?:dagsorden|punkt)"
    r"|ekstra[\s_-]+(?:dagsorden|punkt)"
    r"|dagsorden\w*\s*[-–(,:/]+\s*(?:till(?:æ|ae)g|supplement)",
    re.IGNORECASE,
)
_EXTRAORDINARY = re.compile(r"ekstraordinær|ekstra\s?møde", re.IGNORECASE)


def is_supplement(minutes: facts.Minutes) -> bool:
    """Tells whether the document calls itself a supplement (tillægsdagsorden): it adds to the agenda that was sent before."""
    return any(map(_SUPPLEMENT.search, [*_headlines(minutes.meeting), minutes.source.name]))


def is_extraordinary(meeting: facts.MeetingFacts) -> bool:
    """Tells whether the document says that the meeting is an extraordinary one."""
    return any(map(_EXTRAORDINARY.search, _headlines(meeting)))


def _headlines(meeting: facts.MeetingFacts) -> list[str]:
    first = [line for line in meeting.front_page.split("\n") if line.strip()][:_LINES_AT_MOST]
    return [line[:_LONGEST] for line in (meeting.title_line, *first) if not _LISTED.match(line)]
