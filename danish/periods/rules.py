"""The table of phrases: one row for each way of telling time. A new phrase is a new row here and a row in its test's table.

A row has a name, the words (in the small language of words.py) and the reader that makes days of them. What stands before the words
("inden", "ultimo", "pr.") and what joins two of them ("til", "-", "og") is no row's business: words.LEADS, words.PARTS, ranges.py.
Of several rows that read from the same place the one that reads furthest wins, among equals the first.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from danish.periods import meeting_references, readers, relative, spans
from danish.periods.context import Context
from danish.periods.readers import Readings
from danish.periods.values import Precision
from danish.periods.words import expand


@dataclass(frozen=True, slots=True)
class PhraseRule:
    name: str
    words: str
    read: Callable[[re.Match[str], Context], Readings]


# Where a time said by itself is over: "efter et år" but not "efter et år i ordningen".
_ENDS = r"(?=\s*(?:[.,;:)]|\Z)| (?:og|samt|at)\b)"

RULES = (
    # 3. april 2025 · mandag den 3. april · 3.-5. april · den 3. og 10. september · d. 3/4
    PhraseRule("exact day", r"(?:@weekday,? ?)?@the?(?:(?P<earlier>[0-9]{1,2})\.?@link@the?)?@exact", readers.exact_day),
    PhraseRule("day", r"(?:@weekday,? )?@the?(?:(?P<earlier>[0-9]{1,2})\.?@link@the?)?@number(?:\. ?| )@month(?:,? @year)?", readers.day),
    PhraseRule(
        "day in figures",
        r"(?:@weekday,? @the?|@the|(?<=pr\.\s)|(?<=senest\s)|(?<=inden\s)|(?<=til\s)|(?<=frist\s)|(?<=frist:\s))@number/(?P<month_number>[0-9]{1,2})"
        r"(?![0-9/.-]| af\b| del\b)",
        readers.day_by_numbers,
    ),
    # uge 43 · uge 9-10 · ugerne 7 og 8 i 2025 · onsdag i uge 43
    PhraseRule(
        "week",
        r"uge(?:rne|r)? (?:nr\. )?(?:(?P<earlier>[0-9]{1,2})@link(?:uge )?)?(?P<nth>[0-9]{1,2})(?![0-9])(?:(?:,| i|/)? ?@year)?",
        readers.of_year(spans.week, Precision.WEEK),
    ),
    PhraseRule("weekday in a week", r"@weekday (?:i )?uge (?P<nth>[0-9]{1,2})(?![0-9])(?:(?:,| i)? @year)?", readers.weekday_in_week),
    # den sidste onsdag i maj · anden torsdag i juni 2026
    PhraseRule(
        "weekday of a month",
        r"(?:den )?(?P<which>første|anden|tredje|fjerde|sidste) @weekday i @month(?: måned)?(?:,?(?: i)? @year)?",
        readers.weekday_of_month,
    ),
    # september · september måned 2018 · sep. 2018
    PhraseRule("month", r"@month(?: måned)?(?:,?(?: i)? @year)?", readers.month),
    # 1. kvartal · andet kvartal af 2025 · 1.-2. kvartal · Q1 2025 · første halvår
    PhraseRule(
        "quarter",
        r"(?<!hvert\s)(?:(?P<earlier>[1-4]\.?|første|andet|tredje)@link)?@nth kvartal(?:et)?\b(?:,?(?: i| af)? @year)?",
        readers.of_year(spans.quarter, Precision.QUARTER),
    ),
    PhraseRule(
        "quarter as Q",
        r"(?:q?(?P<earlier>[1-4])@link)?q(?P<nth>[1-4])\b(?:[-/\s]@year)?",
        readers.of_year(spans.quarter, Precision.QUARTER),
    ),
    PhraseRule(
        "half-year",
        r"(?<!hvert\s)(?:(?P<earlier>1\.?|første)@link)?(?P<nth>[12]\.|første|andet) halvår(?:et)?\b(?:,?(?: i| af)? @year)?",
        readers.of_year(spans.half_year, Precision.HALF_YEAR),
    ),
    # foråret 2025 · til sommer · vinteren 2018/19 · næste efterår
    PhraseRule(
        "season",
        r"(?P<next>(?:den |det )?(?:næste|kommende) )?(?P<season>forår|efterår|sommer|vinter)(?P<definite>et|en)?\b"
        r"(?: (?P<year>(?:19|20)[0-9]{2})(?![0-9])(?:[/-](?P<second_year>[0-9]{2}(?:[0-9]{2})?)(?![0-9]))?)?",
        readers.season,
    ),
    # 2019 · året 2019 · i år · næste år · 2018-2021 · skoleåret 2025/26
    PhraseRule("year", r"(?P<said>(?:året|år|budgetåret|kalenderåret|hele) )?@year", readers.year),
    PhraseRule(
        "years",
        r"(?:årene |perioden |år )?(?P<begins>(?:19|20)[0-9]{2})(?P<link> ?[-–—] ?|/)(?P<ends>(?:20)?[0-9]{2})(?![0-9/\-–]|[.,][0-9])",
        readers.years,
    ),
    PhraseRule("school year", r"skoleåret (?P<begins>(?:19|20)[0-9]{2}) ?[/-] ?(?P<ends>(?:20)?[0-9]{2})(?![0-9])", readers.school_year),
    # indeværende år · næste måned · inden udgangen af året · årets udgang · inden for 14 dage · om et halvt år
    PhraseRule(
        "this or next",
        r"(?<!\bde\s)(?P<which>indeværende|dette|denne|(?:det |den )?(?:næste|kommende)) (?P<unit_named>uge|måned|kvartal|halvår|år)\b",
        relative.this_or_next,
    ),
    PhraseRule("the running", r"(?P<unit_named>ugen|måneden|kvartalet|halvåret|året)\b", relative.running),
    PhraseRule(
        "the end of the running",
        r"(?P<unit_named>årets|månedens|kvartalets|halvårets|ugens) (?:udgang|afslutning|slutning)\b",
        relative.end_of_running,
    ),
    PhraseRule("the rest of the running", r"(?P<unit_named>året|måneden|ugen) ud\b", relative.end_of_running),
    PhraseRule(
        "when the running is over", r"når (?P<unit_named>året|måneden|kvartalet) er (?:omme|gået|slut|ovre)\b", relative.end_of_running
    ),
    PhraseRule("later in the running", r"senere (?:på|i) (?P<unit_named>året|år|måneden|ugen)\b", relative.end_of_running),
    PhraseRule(
        "within a time",
        r"(?:(?:inden for|indenfor|i løbet af|over|i) (?:de|det|den) (?:næste|kommende) |(?:inden for|indenfor|inden|i løbet af) )"
        r"(?:ca\. |cirka )?@amount @unit(?: (?:efter mødet|fra dags dato)| (?:efter|fra|siden|før)\b(?P<other>))?",
        relative.within_time,
    ),
    PhraseRule("after a time", r"om (?:ca\. |cirka )?@amount @unit(?! (?:efter|fra|siden|før)\b)", relative.after_time),
    PhraseRule("after about a time", r"om @amount (?P<unit>dages|ugers|uges|måneders|måneds|års) tid\b", relative.after_time),
    PhraseRule("after some time", rf"efter (?:ca\. |cirka )?@amount (?=m|k|å)@unit{_ENDS}", relative.after_time_from_now),
    PhraseRule("a time after the meeting", r"(?<!for\s)(?<!inden\s)(?<!af\s)@amount @unit efter mødet", relative.after_time),
    # på torsdag · inden fredag · inden weekenden
    PhraseRule(
        "weekday",
        r"(?:(?:på|førstkommende|nu på|kommende) |(?<=inden\s)|(?<=senest\s))@weekday\b(?! (?:den|d\.|i |[0-9]))",
        relative.weekday,
    ),
    PhraseRule("weekend", r"(?:(?<=inden\s)|(?<=før\s))weekenden", relative.weekend),
    # inden jul · efter sommerferien 2025 · ved årsskiftet
    PhraseRule("feast", rf"(?P<feast>{'|'.join(sorted(spans.FEASTS, key=len, reverse=True))})\b(?:,?(?: i)? @year)?", readers.feast),
    # i ugen efter påske
    PhraseRule("week after a feast", r"ugen efter (?P<feast>påsken?|pinsen?)\b(?:,?(?: i)? @year)?", readers.week_after_feast),
    PhraseRule(
        "turn of the year",
        r"(?:nytår|årsskiftet)\b(?: (?P<year>(?:19|20)[0-9]{2})(?:[/-](?P<second_year>(?:20)?[0-9]{2}))(?![0-9]))?",
        readers.turn_of_the_year,
    ),
    PhraseRule("the new year", r"det nye år(?! ?[0-9])", relative.new_year),
    # mødet den 3. april · mødet i september · næste ordinære møde · første møde i 2027 · et kommende møde · næste gang
    PhraseRule(
        "meeting on a day",
        r"@meeting,? (?:@weekday,? ?)?@the?(?:@exact|@number(?:\. ?| )@month(?:,? @year)?)",
        meeting_references.meeting_on,
    ),
    PhraseRule(
        "meeting in a month",
        r"(?P<extra>ekstraordinær(?:t|e)? )?@meeting (?:i|til) @month(?: måned)?(?:,?(?: i)? @year)?",
        meeting_references.meeting_in_month,
    ),
    PhraseRule("month's meeting", r"(?P<extra>ekstraordinære )?@monthname-?mødet(?: @year)?", meeting_references.meeting_in_month),
    PhraseRule(
        "next meeting",
        r"(?:(?:det )?(?:næste|førstkommende|næstkommende|(?:efter)?følgende)|det kommende)(?: ordinære)? @meeting(?<!r)(?<!rne)|"
        r"næste gang(?! (?:der|at|en|et|man|de|det|den|i|på)\b)",
        meeting_references.next_meeting,
    ),
    PhraseRule(
        "first or last meeting",
        r"(?:det )?(?P<end>første|sidste)(?: ordinære)? @meeting (?:i (?:@year|året|(?P<new>det nye år))|"
        rf"(?P<side>efter|inden|før) (?P<feast>{'|'.join(sorted(spans.FEASTS, key=len, reverse=True))}|nytår|årsskiftet)\b)",
        meeting_references.first_or_last_meeting,
    ),
    PhraseRule(
        "year's first or last meeting", r"årets (?P<end>første|sidste)(?: ordinære)? @meeting", meeting_references.first_or_last_in_year
    ),
    PhraseRule("season's meeting", r"(?:et af )?(?P<season>forår|efterår)ets @meeting", meeting_references.meeting_in_season),
    PhraseRule(
        "some meeting",
        r"(?:et |de |nogle |af )?(?:af )?(?:de )?(?:@count )?(?:kommende|senere|snarligt)(?: @count)?(?: ordinært| ordinære)? @meeting",
        relative.no_day(Precision.MEETING),
    ),
    # no date at all
    PhraseRule(
        "as soon as possible",
        r"snarest(?: muligt)?\b|(?:hurtigst|så (?:snart|hurtigt|tidligt) som) muligt|inden længe|i nær fremtid|straks",
        relative.no_day(Precision.OPEN),
    ),
    PhraseRule("continuously", r"(?<!\bde\s)(?<!\bden\s)(?<!\bdet\s)(?<!\ben\s)(?<!\bet\s)løbende", relative.no_day(Precision.OPEN)),
    PhraseRule("in the long run", r"på (?:længere |lidt længere |lang )?sigt|på et senere tidspunkt", relative.no_day(Precision.OPEN)),
)

_PATTERNS = tuple((rule, re.compile(rf"(?:{expand(rule.words)})(?!\w)")) for rule in RULES)
# Any row's words, their groups nameless: to see quickly whether one may begin here.
ANY = "|".join(re.sub(r"[(][?]P<[a-z_]+>", "(?:", pattern.pattern) for _, pattern in _PATTERNS)


@dataclass(frozen=True, slots=True)
class Core:
    """The words one row has matched."""

    rule: PhraseRule
    match: re.Match[str]

    @property
    def end(self) -> int:
        return self.match.end()

    @property
    def is_range(self) -> bool:
        """Tells whether the words themselves hold two times: "uge 9-10"."""
        return self.match.groupdict().get("link") is not None

    def read(self, context: Context) -> Readings:
        return self.rule.read(self.match, context)


def core_at(low: str, at: int) -> Core | None:
    """The row that reads furthest from there."""
    cores = (Core(rule, match) for rule, pattern in _PATTERNS if (match := pattern.match(low, at)))
    return max(cores, key=lambda core: core.end, default=None)
