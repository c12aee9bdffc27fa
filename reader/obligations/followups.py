"""Follow-ups: what the body asked for or was promised, still open after the meeting."""

import datetime as dt
import re

from danish.periods import Direction, FoundRecurrence, Period, find_recurrences, parse_period
from danish.periods.recurrences import first_season
from reader import facts
from reader.obligations.abbreviations import in_full
from reader.obligations.bodies import bodies_in, is_own
from reader.obligations.clauses import deed_in, without_denials
from reader.obligations.passages import Passage, Setting
from reader.obligations.phrases import DEED, MOVED, PHRASES, SHOWN_AT_A_MEETING, Needs, Phrase
from reader.obligations.prefilter import OFTEN_OR_LATER, has, tells_a_day, tells_a_promise
from reader.obligations.recipients import recipient_of
from reader.obligations.reported_speech import EARLIER_DECISION, asked_in, lists_news, lists_opinions
from reader.obligations.responsibility import responsible

_NOT = re.compile(
    r"\b(?:ikke|ingen)\b.{0,20}\b(?:ønsker|behov|udsat|udsættes|sendes|status|afgive|yderligere)|\bønsker ikke\b", re.IGNORECASE
)
# What a decision records and nobody has to do anything about: the outcome, the votes, who was there.
_RECORD = re.compile(
    r"^\W*(?:\d+\.?\s*(?:og\s*\d+\.?\s*)?(?:at)?\.?\s*)?(?:[Tt]aget til (?:efterretning|orientering)|[Gg]odkendt|[Tt]iltrådt|[Dd]røftet|"
    r"[Ii]ndstilles? (?:godkendt|taget)|[Aa]nbefales)\W*$|^(?:Imod|For) stemte\b|\bdeltog (?:ikke |herefter )?(?:under|i sagens|i mødet|i punktet|som)\b|"
    r"\bhavde (?:afbud|forfald)\b|\bbegærede\b|^(?:Fraværende|Afbud|Ikke til stede)\b"
)
_OCCASION = re.compile(r"\b(?:når|så snart)\b")
# "På mødet i marts blev det besluttet …": the meeting told of is over.
_AT_AN_EARLIER_MEETING = re.compile(
    r"\W*(?:På|Ved|I) (?:(?:rådets|udvalgets|bestyrelsens|vores|det|sidste|forrige|seneste) ){0,2}(?:\w*møde[t]?|januar|februar|marts|april|maj|juni|juli|august|september|"
    r"oktober|november|december|foråret|efteråret|sommer)\b(?: (?:i|den|d\.) [^,;]{1,20}?)? (?:blev|besluttede|bad|vedtog|ønskede|aftalte|drøftede|fik|var|havde|anmodede|spurgte)\b"
)
# What a law or the rules of procedure demand is demanded always, and of nobody in particular.
_BY_LAW = re.compile(r"\b(?:ifølge|i henhold til|jf\.) (?:loven|lov|\w*ordenen|\w*vedtægt\w*|reglerne|bekendtgørelsen|§)", re.IGNORECASE)
_IS_PAST = re.compile(r"\b(?:var|blev|havde|fik|modtog|hørte)\b")
_ASKS_TOO = re.compile(r"\b(?:vil|ønsker|skal|beder|bad|ønskede|bedes)\b")
_ANSWER_OWED = re.compile(
    r"\b(?:vender tilbage|svarer|besvare[rs]?|sender|rykker|undersøger|følger op|afklarer|melder tilbage|fremlægger)\b"
)
# "I september samt årligt" asks for two things; "i september og derefter årligt" for one, for the first time in September.
_BOTH = re.compile(r"\b(?:og desuden|samt)\b", re.IGNORECASE)
_ASKED_ABOUT = re.compile(r"\b(?:hvad|hvor\w*|hvem|hvilke\w*|om (?:der|kommunen|det|en|et|man))\b", re.IGNORECASE)
# What is said more exactly takes the sentence from the looser kinds.
_EXACT_BEFORE_LOOSE = (
    ("extra_meeting", ("return", "task", "hearing", "hearing_response", "deferred")),
    ("deferred", ("return", "question", "task")),
    ("question", ("task", "status_report", "return")),
    ("hearing_response", ("task", "hearing")),
    ("hearing", ("task",)),
    ("status_report", ("task", "return")),
    ("return", ("task",)),
)


def follow_ups_of(passages: list[Passage], hearings: list[facts.HearingFacts], setting: Setting) -> list[facts.FollowUpFacts]:
    """The follow-ups of the item's passages, each once: what the summary says and the presentation repeats is one fact."""
    found: list[facts.FollowUpFacts] = []
    proposing = False
    for passage in passages:
        if passage.role == "decision":
            # The amendment that somebody moves follows line by line; what it asks for nobody promised yet.
            proposing = _moves_an_amendment(passage) or (proposing and not _ends_the_amendment(passage))
        if passage.role == "recommendation" or (proposing and passage.role == "decision"):
            continue
        for follow_up in _in_passage(passage, hearings, setting):
            if not any(_same(follow_up, known) for known in found):
                found.append(follow_up)
    return found


def _tells_a_time(passage: Passage, setting: Setting) -> bool:
    """Tells whether a time to come or an occasion is told, or that somebody comes back: without, what is told promises nothing."""
    if "vende" in passage.low or _OCCASION.search(passage.text):
        return True
    return tells_a_day(passage.low) and any(period.last for period in passage.periods_ahead(setting))


def _moves_an_amendment(passage: Passage) -> bool:
    return passage.text.endswith(":") and bool(re.search(r"\b(?:ændrings|under)?forslag\b", passage.text))


def _ends_the_amendment(passage: Passage) -> bool:
    return bool(re.match(r"(?:Ændrings|Under)?[Ff]orslag\w*\b|Herefter|Indstilling\w*\b|For (?:stemte|forslaget)|Imod", passage.text))


def _in_passage(passage: Passage, hearings: list[facts.HearingFacts], setting: Setting) -> list[facts.FollowUpFacts]:
    if (passage.role != "decision" and not tells_a_promise(passage.low)) or lists_opinions(passage.opener):
        return []
    if passage.role == "decision" and _RECORD.search(passage.text):
        return []
    recurrence = next(iter(find_recurrences(passage.text)), None) if has(passage.low, OFTEN_OR_LATER) else None
    if passage.role != "decision" and recurrence is None and not _tells_a_time(passage, setting):
        return []
    text = in_full(asked_in(passage), setting.short)
    if not text or _NOT.search(text) or _BY_LAW.search(text):
        return []
    kinds = _kinds(passage, text)
    if not kinds or (passage.role == "decision" and _is_history(passage, setting)):
        return []
    periods = passage.periods_ahead(setting)
    told = _Told(passage, recurrence, periods, hearings, setting)
    kept = [phrase for phrase in kinds if told.has_its_need(phrase)]
    if recurrence and any(phrase.kind == "status_report" for phrase in kept):
        # What is asked for again and again is a status, not one question or one return.
        kept = [phrase for phrase in kept if phrase.kind not in ("question", "return") or phrase.needs is Needs.RECURRENCE]
    return [follow_up for phrase in _weighed(kept) for follow_up in told.follow_ups(phrase)]


def _kinds(passage: Passage, text: str) -> list[Phrase]:
    """The rows that take the sentence."""
    low = text.lower()
    positive = without_denials(text)
    if lists_news(passage.opener):  # What is told as news is promised as anything told is, or moves a gathering.
        return [phrase for phrase in PHRASES if ("other" in phrase.parts or phrase.rule == MOVED) and phrase.takes(text, low)]
    affirmed = text if positive == text else positive
    low_affirmed = low if affirmed is text else affirmed.lower()
    found = [
        phrase
        for phrase in PHRASES
        if passage.role in phrase.parts and (phrase.takes(text, low) if phrase.kind == "deferred" else phrase.takes(affirmed, low_affirmed))
    ]
    if _IS_PAST.search(affirmed) and not _ASKS_TOO.search(affirmed):
        found = [phrase for phrase in found if not phrase.is_weak and phrase.rule not in SHOWN_AT_A_MEETING]
    if (
        passage.role == "decision"
        and not any(phrase.kind == "task" and phrase.needs is Needs.NOTHING for phrase in found)
        and deed_in(affirmed)
    ):
        found.append(DEED)
    return found


def _weighed(phrases: list[Phrase]) -> list[Phrase]:
    """One row for each kind the sentence is: the first, and of the kinds those that no more exact one takes it from."""
    if any(not phrase.is_weak for phrase in phrases):
        phrases = [phrase for phrase in phrases if not phrase.is_weak]
    elif DEED in phrases:
        # "Sekretæren undersøger prisen og vender tilbage": the deed is what waits to be done.
        phrases = [phrase for phrase in phrases if phrase.kind != "return"]
    kinds: dict[str, Phrase] = {}
    for phrase in phrases:
        kinds.setdefault(phrase.kind, phrase)
    for exact, loose in _EXACT_BEFORE_LOOSE:
        if exact in kinds:
            for kind in loose:
                kinds.pop(kind, None)
    return list(kinds.values())


def _is_history(passage: Passage, setting: Setting) -> bool:
    """Tells whether the sentence tells of a decision of an earlier day."""
    return any(
        period.last is not None
        and (period.last < setting.day or period.year_inferred)
        and EARLIER_DECISION.search(passage.text[max(0, period.start - 40) : period.start])
        for period in passage.periods(setting)
    ) or bool(_AT_AN_EARLIER_MEETING.match(passage.text))


class _Told:
    """A sentence with what it tells of time, and how its follow-ups are made of that."""

    def __init__(
        self,
        passage: Passage,
        recurrence: FoundRecurrence | None,
        periods: list[Period],
        hearings: list[facts.HearingFacts],
        setting: Setting,
    ):
        self.passage, self.recurrence, self.periods, self.hearings, self.setting = passage, recurrence, periods, hearings, setting

    def has_its_need(self, phrase: Phrase) -> bool:
        text = self.passage.text
        match phrase.needs:
            case Needs.NOTHING:
                return True
            case Needs.ANSWER:
                after = self.passage.next
                return bool(_ANSWER_OWED.search(text) or (after and after.role == self.passage.role and _ANSWER_OWED.search(after.text)))
            case Needs.RECURRENCE:
                return self.recurrence is not None
            case Needs.TIME:
                has_time = any(period.last for period in self.periods) or bool(_OCCASION.search(text))
                return has_time and self._is_for_this_body()

    def follow_ups(self, phrase: Phrase) -> list[facts.FollowUpFacts]:
        start, end = self._due(phrase.kind)
        again = self.recurrence if phrase.kind == "status_report" or phrase.needs is Needs.RECURRENCE else None
        if again and end and _BOTH.search(self.passage.text):
            return [self._made(phrase, start, end, None), self._made(phrase, None, None, again)]
        if again and end is None:
            start, end = first_season(self.passage.text, again, self.setting.day) or (None, None)
        return [self._made(phrase, start, end, again)]

    def _made(self, phrase: Phrase, start: dt.date | None, end: dt.date | None, again: FoundRecurrence | None) -> facts.FollowUpFacts:
        return facts.FollowUpFacts(
            kind=phrase.kind,
            text=self.passage.text,
            due_start=start,
            due_end=end,
            recurrence=facts.Recurrence(again.every, again.unit) if again else None,
            responsible=responsible(in_full(self.passage.text, self.setting.short), phrase.kind, self.setting),
            quote=self.passage.text,
            rule=phrase.rule,
            at=self.passage.at,
            recipient=self._recipient(phrase.kind, again),
        )

    def _recipient(self, kind: str, again: FoundRecurrence | None) -> str:
        """Another body that the report is owed to; what this body asks for in its decision once, it gets itself."""
        is_told = self.passage.role != "decision" or again is not None
        return recipient_of(self.passage.text, self.setting) if kind == "status_report" and is_told else ""

    def _is_for_this_body(self) -> bool:
        bodies = bodies_in(self.passage.text, self.setting.short)
        return self.passage.role == "decision" or not bodies or any(is_own(body.name, self.setting) for body in bodies)

    def _due(self, kind: str) -> tuple[dt.date | None, dt.date | None]:
        deadline = next((hearing.deadline for hearing in self.hearings if hearing.deadline), None)
        if kind == "hearing_response" and deadline:
            return deadline, deadline
        dated = [period for period in self.periods if period.last is not None and not self._is_asked_about(kind, period)]
        if not dated:
            return None, None
        if kind == "hearing" and (until := [period for period in dated if period.last == deadline]):
            dated = until
        if kind == "return" and (sittings := [period for period in dated if "meeting" in period.rule]):
            dated = sittings
        period = self._moved_to(dated[-1]) if kind == "deferred" else dated[0]
        return period.first or period.last, period.last

    def _moved_to(self, period: Period) -> Period:
        """ "Udsættes fra den 12. april til den 31. maj": what is put off is due at the later of the two, and not between them."""
        before, _, later = self.passage.text[period.start : period.end].rpartition(" til ")
        moved = parse_period(later, self.setting.day) if before.lower().startswith("fra ") else None
        return moved if moved and moved.last else period

    def _is_asked_about(self, kind: str, period: Period) -> bool:
        """Tells whether the time belongs to what is to be found out: "undersøger, om der kan åbnes i foråret"."""
        if kind not in ("task", "question") or period.direction is Direction.BY:
            return False
        before = self.passage.text[: period.start]
        return bool(_ASKED_ABOUT.search(before)) and "møde" not in self.passage.text[period.start - 12 : period.end]


def _same(one: facts.FollowUpFacts, other: facts.FollowUpFacts) -> bool:
    if one.kind != other.kind:
        return False
    if one.recurrence or other.recurrence:
        return one.recurrence == other.recurrence
    if one.kind in ("task", "question"):
        return one.quote == other.quote
    if one.kind in ("hearing_response", "hearing"):
        return True
    return (one.due_start, one.due_end) == (other.due_start, other.due_end) or None in (one.due_end, other.due_end)
