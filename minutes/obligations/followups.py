"""Follow-ups: what the body asked for or was promised, still open after the meeting."""

import re

from danish.periods import Direction, Period, Precision, Recurrence, find_recurrences
from minutes import facts
from minutes.obligations.passages import STATUS_STEMS, Passage, Setting, own_words
from minutes.obligations.phrases import PHRASES, Needs, Phrase
from minutes.obligations.who import responsible

# What is told as over: nothing of it is open after the meeting.
_DONE = re.compile(
    r"\b(?:blev (?:gennemgået|orienteret|drøftet|præsenteret|fremlagt|givet|udleveret|rundsendt)|orienterede om|gennemgik|fremlagde|"
    r"præsenterede|gav (?:en )?(?:status|orientering)|takkede|er (?:udsendt|fremsendt|afsluttet|gennemført)|"
    r"har (?:undersøgt|udarbejdet|sendt|fremsendt|modtaget))\b"
)
_NOT = re.compile(r"\b(?:ikke|ingen)\b.{0,20}\b(?:ønsker|behov|udsat|udsættes|sendes|status)")
_PROPOSED = re.compile(r"\b(?:foreslog|foreslår|ændringsforslag|forkastet|stillede forslag|bemærkede|bemærker|mente|mener|udtalte)\b")
_STANDARD = re.compile(
    r"^\W*(?:\d+\.?\s*(?:og\s*\d+\.?\s*)?(?:at)?\.?\s*)?"
    r"(?:[Tt]aget til (?:efterretning|orientering)|[Gg]odkendt|[Dd]røftet|[Ii]ndstilles? (?:godkendt|taget))\W*$"
)


def follow_ups_of(passages: list[Passage], hearings: list[facts.Hearing], setting: Setting) -> list[facts.FollowUp]:
    """The follow-ups of the item's passages, each once: what the summary says and the presentation repeats is one fact."""
    found: list[facts.FollowUp] = []
    proposing = False
    for passage in passages:
        if passage.role == "decision":
            # An amendment that fell is quoted clause by clause; what it asked for nobody promised.
            proposing = (proposing and passage.is_listed) or bool(_PROPOSED.search(passage.text) and passage.text.endswith(":"))
        if (proposing and passage.role == "decision") or not _may_tell(passage) or not _may_ask(passage):
            continue
        for follow_up in _in_passage(passage, hearings, setting):
            if not any(_same(follow_up, known) for known in found):
                found.append(follow_up)
    return found


def _may_tell(passage: Passage) -> bool:
    return passage.role == "decision" or passage.has(STATUS_STEMS)


def _may_ask(passage: Passage) -> bool:
    text = own_words(passage)
    return not (_STANDARD.match(text) or _DONE.search(text) or _NOT.search(text) or (_PROPOSED.search(text) and passage.role == "decision"))


def _in_passage(passage: Passage, hearings: list[facts.Hearing], setting: Setting) -> list[facts.FollowUp]:
    text = own_words(passage)
    kinds: dict[str, Phrase] = {}
    for phrase in PHRASES:
        if phrase.kind not in kinds and passage.role in phrase.parts and phrase.words.search(text):
            kinds[phrase.kind] = phrase
    if not kinds:
        return []
    recurrence = next(iter(find_recurrences(text)), None)
    periods = [period for period in passage.periods(setting) if _lies_ahead(period, setting)]
    kept = [phrase for phrase in _weighed(kinds) if _has_its_time(phrase, recurrence, periods)]
    return [_follow_up(phrase, passage, recurrence, periods, hearings, setting) for phrase in kept]


def _weighed(kinds: dict[str, Phrase]) -> list[Phrase]:
    """Of the kinds a sentence could be, those it is: what is said more exactly takes the sentence from the looser kinds."""
    for exact, loose in (
        ("extra_meeting", ("return", "task", "hearing", "hearing_response")),
        ("deferred", ("return",)),
        ("question", ("task", "status_report", "return")),
        ("hearing_response", ("task", "hearing")),
        ("hearing", ("task",)),
        ("status_report", ("task", "return")),
        ("return", ("task",)),
    ):
        if exact in kinds:
            for kind in loose:
                kinds.pop(kind, None)
    return list(kinds.values())


def _has_its_time(phrase: Phrase, recurrence: Recurrence | None, periods: list[Period]) -> bool:
    if phrase.needs is Needs.NOTHING or recurrence is not None:
        return True
    return phrase.needs is Needs.TIME and any(period.last for period in periods)


def _lies_ahead(period: Period, setting: Setting) -> bool:
    if period.precision is Precision.OPEN or period.direction is Direction.FROM:
        return False
    return period.last is None or period.last >= setting.date


def _follow_up(
    phrase: Phrase,
    passage: Passage,
    recurrence: Recurrence | None,
    periods: list[Period],
    hearings: list[facts.Hearing],
    setting: Setting,
) -> facts.FollowUp:
    start, end = _due(phrase, periods, hearings)
    again = facts.Recurrence(recurrence.every, recurrence.unit) if recurrence and phrase.kind == "status_report" else None
    return facts.FollowUp(
        kind=phrase.kind,
        text=passage.text,
        due_start=start,
        due_end=end,
        recurrence=again,
        responsible=responsible(passage.text, setting),
        quote=passage.text,
        rule=phrase.rule,
        at=passage.at,
    )


def _due(phrase: Phrase, periods: list[Period], hearings: list[facts.Hearing]):
    dated = [period for period in periods if period.last is not None]
    if dated:
        period = dated[-1] if phrase.kind == "deferred" else dated[0]
        return period.first or period.last, period.last
    if phrase.kind == "hearing_response":
        deadline = next((hearing.deadline for hearing in hearings if hearing.deadline), None)
        return deadline, deadline
    return None, None


def _same(one: facts.FollowUp, other: facts.FollowUp) -> bool:
    if one.kind != other.kind:
        return False
    if one.recurrence or other.recurrence:
        return one.recurrence == other.recurrence
    if one.kind in ("task", "question"):
        return one.quote == other.quote
    return (one.due_start, one.due_end) == (other.due_start, other.due_end) or None in (one.due_end, other.due_end)
