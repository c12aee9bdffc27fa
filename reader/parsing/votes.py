"""The votes a decision tells of, and whose they were.

A committee or advisory body is small. Where its minutes hold a vote of more people than such a body ever has, the council's later
vote has been copied into them, and it is booked on the council: kommunestyrelsesloven § 17 fills committees from the council's own
9 to 31 members (§ 5), and none we know of has more than fifteen.
"""

import re

from reader.facts import VoteFacts
from reader.reading import TextBlock

from .ballots import TALKS_OF_VOTES, Abstention, BallotCounts, Side, ballots_in
from .names import is_council, is_party
from .sections import place_of
from .sentences import sentences

_LARGEST_COMMITTEE = 15
_AMENDMENT = re.compile(r"ændringsforslag|modforslag|(?<!hoved)forslag(?:et)?\s+(?:faldt|bortfaldt|blev\s+(?:ned|for)\w+)", re.IGNORECASE)
_MAIN_QUESTION = re.compile(
    r"\bindstillingen\b|\bhovedforslag|som helhed|\bforslaget\b[^.]{0,80}\bblev\s+(?:godkendt|vedtaget)", re.IGNORECASE
)


def votes_of(blocks: list[TextBlock], *, body: str | None, quoted: str | None, council: str) -> list[VoteFacts]:
    """The votes in the blocks of one decision, in order.

    `body` is whose minutes these are, `quoted` the earlier body when the blocks quote one, `council` what the document calls the
    council. A vote without any count or name is none: "enstemmigt" stays text.
    """
    votes = _Votes(quoted)
    for block in blocks:
        if not TALKS_OF_VOTES.search(block.text):
            votes.hear(block.text)
            continue
        for sentence in sentences(block.text):
            votes.hear(sentence)
            if TALKS_OF_VOTES.search(sentence):
                votes.read(sentence, block)
    for vote in votes.found:
        _complete(vote)
        if vote.on == "decision" and _too_many(vote) and not is_council(body):
            vote.on = council
    return votes.found


class _Votes:
    """Puts what the sentences say together: counts begin a vote, names join it until a side is told twice."""

    def __init__(self, quoted: str | None) -> None:
        self.found: list[VoteFacts] = []
        self._quoted = quoted
        self._amending = False

    def hear(self, sentence: str) -> None:
        """Follow whether it is an amendment that is being voted on."""
        if _AMENDMENT.search(sentence):
            self._amending = True
        elif _MAIN_QUESTION.search(sentence):
            self._amending = False

    def read(self, sentence: str, block: TextBlock) -> None:
        for ballot in ballots_in(sentence):
            if isinstance(ballot, BallotCounts):
                self._begin(block).votes_for, self.found[-1].votes_against = ballot.yes, ballot.no
            elif isinstance(ballot, Side):
                self._take_side(ballot, block)
            elif isinstance(ballot, Abstention) and self.found and self.found[-1].abstained is None:
                self.found[-1].abstained = ballot.count

    def _begin(self, block: TextBlock) -> VoteFacts:
        self.found.append(VoteFacts(None, None, on=self._quoted or ("amendment" if self._amending else "decision"), at=place_of([block])))
        return self.found[-1]

    def _take_side(self, side: Side, block: TextBlock) -> None:
        vote = self.found[-1] if self.found else self._begin(block)
        if side.count is None and _names(vote, side.side) and vote.votes_for is not None and vote.votes_against is not None:
            return  # told already: what follows is why they voted so
        if _names(vote, side.side) or (side.count is not None and _count(vote, side.side) not in (None, side.count)):
            vote = self._begin(block)
        _names(vote, side.side).extend(side.names)
        if side.count is not None and side.side == "for":
            vote.votes_for = side.count
        elif side.count is not None:
            vote.votes_against = side.count


def _names(vote: VoteFacts, side: str) -> list[str]:
    return vote.for_names if side == "for" else vote.against_names


def _count(vote: VoteFacts, side: str) -> int | None:
    return vote.votes_for if side == "for" else vote.votes_against


def _complete(vote: VoteFacts) -> None:
    """Gives a side that is told only by its members their number as its count; of party lists it is unknown."""
    if vote.votes_for is None:
        vote.votes_for = _people(vote.for_names)
    if vote.votes_against is None:
        vote.votes_against = _people(vote.against_names)


def _people(names: list[str]) -> int | None:
    return len(names) if names and not any(is_party(name) for name in names) else None


def _too_many(vote: VoteFacts) -> bool:
    return (vote.votes_for or 0) + (vote.votes_against or 0) + (vote.abstained or 0) > _LARGEST_COMMITTEE
