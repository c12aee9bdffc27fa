"""Items that lack something, or whose numbers do not run on."""

from collections.abc import Iterator
from itertools import pairwise

from reader.facts import ItemFacts, Minutes, VoteFacts, Warning
from reader.parsing.closed import half_of
from reader.parsing.contents import folded, same_title
from reader.parsing.names import is_party


def check_items(minutes: Minutes) -> Iterator[Warning]:
    """All that can be seen of an item without a register."""
    yield from _numbers(minutes.items)
    yield from _contents(minutes)
    decided = any(item.decision for item in minutes.items)
    numbered = sum(bool(item.case_number) for item in minutes.items) * 2 > len(minutes.items)
    for item in minutes.items:
        about: dict[str, str | int] = {"number": item.number or 0, "title": item.title}
        if minutes.kind == "minutes" and decided and not item.decision and not item.closed:
            yield Warning("decision_missing", item.number, about, "", item.at)
        if numbered and not item.case_number and not item.closed:
            yield Warning("case_number_missing", item.number, about, "", item.at)
        yield from _votes(item)
        answered = {outcome.recommendation for outcome in item.outcomes}
        for recommendation in item.recommendations if answered and None not in answered else ():
            if recommendation.number not in answered:
                yield Warning(
                    "recommendation_unanswered", item.number, {"number": recommendation.number}, recommendation.text, recommendation.at
                )


def _numbers(items: list[ItemFacts]) -> Iterator[Warning]:
    numbered = [(item.number, item) for item in items if item.number is not None]
    for (before, _above), (number, item) in pairwise(numbered):
        if number == before:
            yield Warning("number_repeated", number, {"number": number}, item.title, item.at)
        elif number > before + 1:
            yield Warning("number_gap", number, {"before": before, "after": number}, item.title, item.at)


def _contents(minutes: Minutes) -> Iterator[Warning]:
    """Entries no item answers to; a heading over the open or the closed items answers to none."""
    for entry in minutes.contents:
        told = folded(entry).lstrip("0123456789") and half_of(entry) is None
        if told and not any(same_title(item, entry) for item in minutes.items):
            yield Warning("contents_entry_missing", None, {"title": entry}, entry, minutes.meeting.at)


def _votes(item: ItemFacts) -> Iterator[Warning]:
    away = {absence.name for absence in item.absences}
    for vote in item.votes:
        for counted, names in ((vote.votes_for, vote.for_names), (vote.votes_against, vote.against_names)):
            if counted is not None and names and counted != len(names) and not any(is_party(name) for name in names):
                yield Warning("votes_do_not_add_up", item.number, {"counted": counted, "named": len(names)}, ", ".join(names), vote.at)
        for name in _voters(vote):
            if name in away:
                yield Warning("absent_yet_voting", item.number, {"name": name}, "", vote.at)


def _voters(vote: VoteFacts) -> list[str]:
    return [*vote.for_names, *vote.against_names]
