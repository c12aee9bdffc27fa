"""Decisions put off, which stand open under the name of what was put off: "3. at udsat" alone does not say of what."""

from reader import facts
from reader.obligations.passages import Passage, Setting
from reader.obligations.responsibility import responsible
from reader.parsing.outcomes import answered_in, answers_of, outcome_in
from reader.parsing.sentences import sentences

DEFERRED = "deferred"
_COMES_AGAIN = ("return", "extra_meeting")


def with_deferrals(
    item: facts.ItemFacts, follow_ups: list[facts.FollowUpFacts], treatments: list[facts.PlannedTreatmentFacts], setting: Setting
) -> list[facts.FollowUpFacts]:
    """`follow_ups` and one for each recommendation that was put off, or for the whole item where its sentences tell of none.

    What was read of the same words only says that something was put off, and gives way; that it comes on a day says more, and stays.
    """
    told = [one.quote for one in treatments] + [one.quote for one in follow_ups if one.kind in _COMES_AGAIN]
    is_put_off = any(one.kind == DEFERRED for one in follow_ups)
    made = []
    for outcome in item.outcomes:
        if outcome.outcome != DEFERRED or (outcome.recommendation is None and is_put_off):
            continue
        clause = _clause(item, outcome.recommendation)
        if clause and not any(_overlap(clause, quote) for quote in told):
            made.append(_made(item, outcome, clause, setting))
    kept = [one for one in follow_ups if one.kind != DEFERRED or not any(_overlap(one.quote, new.quote) for new in made)]
    return kept + made


def _overlap(one: str, other: str) -> bool:
    return one in other or other in one


def _clause(item: facts.ItemFacts, recommendation: int | None) -> str:
    """The words of the decision that put it off, with the number of the recommendation where they stand right after it."""
    for line in (answer for whole in (item.decision or "").splitlines() for answer in answers_of(whole)):
        numbers, said = answered_in(line, len(item.recommendations))
        if recommendation is not None and recommendation not in numbers:
            continue
        for sentence in sentences(line if recommendation is None else said):
            if outcome_in(sentence) == DEFERRED:
                return line.removesuffix(said).lstrip() + sentence if said.startswith(sentence) else sentence
    return ""


def _made(item: facts.ItemFacts, outcome: facts.OutcomeFacts, clause: str, setting: Setting) -> facts.FollowUpFacts:
    recommended = next((one.text.rstrip(" ,;") for one in item.recommendations if one.number == outcome.recommendation), None)
    due = [period for period in Passage(clause, "decision").periods_ahead(setting) if period.last]
    return facts.FollowUpFacts(
        kind=DEFERRED,
        text=recommended or item.title,
        due_start=due[-1].first or due[-1].last if due else None,
        due_end=due[-1].last if due else None,
        recurrence=None,
        responsible=responsible(clause, DEFERRED, setting),
        quote=clause,
        rule="recommendation put off" if recommended else "item put off",
        at=next((section.at for section in item.sections if clause in section.text), outcome.at),
    )
