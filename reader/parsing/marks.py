"""The marks of closed and open items: one table of the kind of place, the pattern and what it says.

Denmark's councils close the doors on some items (kommunestyrelsesloven § 10). The mark stands in the title, on a line of its own or
among the particulars, as the answer to a label, as a heading over all the closed items, or over the whole document. Patterns are held
against `folding.plain` text without regard to case; a `(?-i:…)` in them minds it. Each row has its test in `tests/parsing/test_marks.py`.
"""

import re
from dataclasses import dataclass, field

from .prefilter import words_needed

THING = (
    r"(?:(?:dagsordens?|møde)?(?:punkt|sag)(?:et|en|er|erne)?|pkt\.?|dagsorden(?:en)?|møde(?:t|r)?|(?:møde)?del(?:en)?|udgave(?:n)?|version(?:en)?|behandling(?:en)?|afsnit(?:tet)?|session(?:en)?"
    r"|referat(?:et)?|protokol(?:len)?|tillægsdagsorden|emne(?:t|r)?|drøftelse(?:n|r)?|orientering(?:en|er)?|forum|tema|tillæg)"
)
DOORS = r"(?:for|bag|bagved|ved|under)\s+lukke(?:de|t)\s+dør(?:e|ene|en)?"
_TREATED = r"(?:(?:sager |punkter )?(?:til )?(?:behandling|behandles?|behandlet|behandledes|efterretning|orientering|drøftelse|drøftes|drøftet|beslutning)\s*[-–,:]?\s*)"
_PUBLIC = r"offentlig(?:t|e|gøres|gørelse|gjort|heden|hed)?"
_LAW = r"(?:(?:jf|jvf|jfr|iht|cf)\b\.?|i henhold til\b|i medfør af\b|efter\b|på grund af\b|pga\b\.?|§)"
BASIS = rf"(?:[\s,;(–-]*{_LAW}[^()]{{0,90}}\)?)"
# Words that close an item wherever a mark may stand.
MARK = (
    rf"(?:lukke(?:t|de)(?:\s*{THING})?(?:\s*[-–,]?\s*{DOORS})?|lyserødt?\s+{THING}"
    rf"|(?:ikke|ej|non)[\s-]*(?:åb(?:en|ent|ne)|{_PUBLIC}|public)(?:\s+(?:{THING}|tilgængelig(?:t|e)?))?|un?offentlig(?:t|e)?|ingen\s+(?:offentlighed|aktindsigt|adgang\s+for\s+\w+)|(?:undtaget|ikke|uden)\s+aktindsigt|fortr(?:\.|(?=\W|$))|tavshedsbelagt"
    rf"|(?:strengt\s+)?fortrolig(?:t|e)?(?:\s+{THING})?|{_TREATED}?{DOORS}|(?:til\s+behandling\s+)?(?:på|i|under)\s+(?:et\s+)?lukket\s+{THING}"
    r"|closed(?:\s+(?:item|session|meeting|agenda))?|(?:strictly\s+)?confidential|restricted"
    r"|(?:undtaget|undtages|undtagen|udelukket|udelukkes|unddraget|unddrages|fritaget|holdes\s+ude)\s+(?:fra|for)\s+(?:offentlig\w*|aktindsigt|publicering)"
    r"|(?:må|kan|skal|bør)\s+ikke\s+(?:offentliggøres|publiceres|vises|omtales|refereres|gengives|citeres|viderebringes|lægges\s+på\s+(?:nettet|hjemmesiden)|videregives|deles)"
    rf"|(?:ikke|ej)\s+til\s+(?:{_PUBLIC}|publicering|pressen|videregivelse)|offentliggøres\s+(?:ikke|ej)|publiceres\s+(?:ikke|ej)"
    r"|(?:(?:er\s+)?(?:omfattet\s+af|underlagt|undergivet|belagt\s+med|under)\s+)?tavshedspligt"
    rf"|(?:hemmelig(?:t|e)?|klausuleret|klausulbelagt|hemmeligstemplet)(?:\s+{THING})?|begrænset\s+(?:adgang|offentlighed)|uden\s+(?:offentlighed|tilhørere|publikum)"
    r"|(?:vises\s+|åben\s+)?kun\s+(?:for|til)\s+(?:\w+\s+)?(?:medlemmer(?:ne)?|udvalget|rådet|byrådet|bestyrelsen|bestyrelsesmedlemmer|kommunalbestyrelsen|politikere))"
)
_KIND = rf"(?:person(?:ale)?sag(?:er)?|personfølsomt?(?:\s+{THING})?|interne?t?\s+{THING}|internt|intern|gdpr|privat|private|diskretion|diskret|LP|(?-i:L))"
_IS = r"(?:er|var|bliver|behandles|behandledes|behandlet|drøftes|(?:er|blev|bliver)\s+behandlet|optages|er\s+optaget|afholdes|holdes)"
SUBJECT = r"(?:(?:dette|denne|det|den)\s+)?(?:dagsordens?)?(?:punkt(?:et)?|sag(?:en)?|møde(?:t)?|emne(?:t)?)"
_STATED = rf"(?:{SUBJECT}\s+{_IS}\s+)"
_OPENING, _CLOSING = r"[(\[{<*_\"“”„»«'’|/]", r"[)\]}>*_\"“”»«'’|/]"
_NO = r"(?:nej|no|n|ikke|ej|false|falsk|0|÷)"
_YES = r"(?:ja|yes|j|x|true|sand|1|✓|✔|☒|☑)"
_ASKS_OPEN = (
    r"(?:(?:kan|må|skal)\s+)?(?:åb(?:en|ent)\s*/\s*lukket|lukket\s*/\s*åb(?:en|ent)|offentlighed|offentlig\s+adgang|adgang\s+for\s+(?:offentligheden|tilhørere|publikum|pressen)|offentlig(?:t|gøres|gørelse)?|åb(?:en|ent)|publiceres|publicering|tilgængelig\s+for\s+offentligheden|aktindsigt|å\s*/\s*l)"
    r"(?:\s+(?:sag|punkt|på\s+(?:nettet|hjemmesiden)|dagsorden))?(?:\s*\(?\s*j(?:a)?\s*/\s*n(?:ej)?\s*\)?)?"
)
_ASKS_CLOSED = rf"(?:lukket(?:\s*{THING})?|fortrolig(?:t|hed)?(?:\s+{THING})?|tavshedspligt|personsag|hemmelig(?:t)?|klausuleret|for\s+lukkede\s+døre|begrænset\s+adgang|undtaget\s+fra\s+offentlighed|persondata|personfølsom\w*|gdpr)"
_ASKS_KIND = (
    r"(?:status(?:\s+for\s+\w{1,20})?|\w{0,20}type|adgang|dagsorden|sagen\s+er|punktet\s+er|klassifi(?:kation|cering)|fortrolighed(?:sgrad|sniveau)?|sikkerhedsniveau"
    r"|synlighed|behandling(?:sform)?|mødeform|kategori|form|adgangsniveau|offentlighedsgrad|vises\s+for|art)"
)
_HALF_THING = r"(?:mødedel(?:en)?|(?:dags|møde)ordens?(?:punkter)?|dagsorden(?:en)?|punkter|pkt\.|sager|møde(?:t)?|mødesager|del(?:en)?|afsnit|behandling|session|referat(?:et)?|beslutningsprotokol|protokol|tillægsdagsorden|emner|beslutninger)"
_BEFORE = (
    r"(?:(?:[A-ZÆØÅ]|[IVX]{1,4}|\d{1,2})[.):]\s+)?(?:(?:referat|protokol|udskrift|beslutninger|dagsorden|afgørelser|behandling)(?:en)?\s+(?:fra|af|for|over|i|på|til)\s+)?"
    r"(?:den\s+|de\s+|det\s+|mødets\s+|dagsordenens\s+|(?:punkter|sager|beslutninger)\s+(?:på|til|i|for)\s+(?:den\s+|det\s+)?)?"
)
_CLOSED_HALF = r"(?:lukke(?:t|de)|lyserøde?|ikke[\s-]*(?:offentlig|åb)\w*|fortrolige?|hemmelige?|closed|interne)"
_OF = r"(?:\s+(?:af|for|på|til|fra|i|den|d\.)(?!\w).{0,60})?"


@dataclass(frozen=True, slots=True)
class Mark:
    """`place`: title, line, line_anywhere, half or document. `says`: closed or open. A pattern of lines is matched from their beginning."""

    name: str
    place: str
    says: str
    pattern: str
    regex: re.Pattern[str] = field(init=False, compare=False)
    needs: frozenset[str] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "regex", re.compile(self.pattern, re.IGNORECASE))
        object.__setattr__(self, "needs", words_needed(self.pattern))


MARKS: tuple[Mark, ...] = (
    # in the title of an item
    Mark(
        "open in brackets",
        "title",
        "open",
        r"\W*\(åben(?:t)?(?:\s+(?:sag|punkt))?\)|.*\(åben(?:t)?(?:\s+(?:sag|punkt))?\)\W*$|åben(?:t)?\s*[-–:]\s",
    ),
    Mark("nothing but the mark", "title", "closed", rf"\W*{_STATED}?{MARK}{BASIS}?\W*$"),
    Mark("the mark, then the title", "title", "closed", rf"\W*{MARK}\s*{_CLOSING}*\s*(?:[-–—:;/|.]|{_CLOSING})"),
    Mark(
        "closed item, then the title",
        "title",
        "closed",
        rf"{_OPENING}?(?:lukke(?:t|de)|fortroligt?|ikke[\s-]offentligt?)\s+(?:(?:dagsordens?)?punkt|sag|pkt\.?)(?!\w)",
    ),
    Mark(
        "the mark in capitals",
        "title",
        "closed",
        r"(?-i:LUKKET|FORTROLIGT?|LUKKET\s*PUNKT|LUKKET\s*SAG)\s+(?!(?:samtale|rådgivning|telefon|linje|snak)\w*)\S",
    ),
    Mark("in brackets or quotes", "title", "closed", rf".*?{_OPENING}\s*{_STATED}?{MARK}{BASIS}?\s*{_CLOSING}"),
    Mark("between dashes", "title", "closed", rf".*?\s[-–—:/|]\s*{MARK}\s*[-–—:/|]"),
    Mark("after a dash", "title", "closed", rf".*?(?:\s[-–—:/|]|[,;:.–—])\s*{_STATED}?{MARK}{BASIS}?\W*$"),
    Mark(
        "as the last word",
        "title",
        "closed",
        rf".*\S\s+(?-i:Lukket|LUKKET|Fortroligt|FORTROLIGT|(?:Ikke|IKKE|Ej|EJ)\s(?:åbent?|ÅBENT?|offentligt?|OFFENTLIGT?))(?:\s+{THING})?{BASIS}?\W*$",
    ),
    Mark("with its paragraph", "title", "closed", r".*\blukket\W{0,3}(?:jf\.?|iht\.?)?\W{0,3}§"),
    Mark("L for closed, before", "title", "closed", r"\W*(?:[(\[](?-i:L|LP)[)\]]|(?-i:L|LP)(?:\s*[:/|)]|\s+[-–—]|[-–—]\s))\s*\S"),
    Mark(
        "L for closed, after",
        "title",
        "closed",
        r"(?=.*(?-i:LP?)\W*$)(?:(?!.*(?-i:[A-ZÆØÅ][\wæøå.]*\s[A-ZÆØÅ][\wæøå]+\s[(\[])).*\s[(\[](?-i:L|LP)[)\]]\W*$|.*\s[-–—/|]\s*(?-i:L|LP)$)",
    ),
    Mark("the kind in brackets", "title", "closed", rf".*?[(\[]\s*{_KIND}\s*[)\]]|\W*{_KIND}\s*(?:[-–—:/|]\s)|.*\s[-–—/|]\s*{_KIND}$"),
    Mark("a personal case", "title", "closed", r"\W*person(?:ale)?sag\W*$"),
    # on a line of its own under the title, or over it
    Mark("open", "line", "open", r"\W*(?:åb(?:en|ent)|offentlig(?:t)?)(?:\s+(?:sag|punkt|pkt\.?|dagsordenspunkt|behandling))?\W*$"),
    Mark(
        "not closed",
        "line",
        "open",
        rf"{SUBJECT}\s+(?:er|var|behandles)\s+(?:ikke\s+(?:lukket|fortroligt?)|åb(?:en|ent)|offentligt?)(?:\s+(?:punkt|sag))?\W*$",
    ),
    Mark("asked whether open: yes", "line", "open", rf"{_ASKS_OPEN}\s*[:?]\s*(?:{_YES}|åb(?:en|ent)(?:\s+(?:sag|punkt))?|offentligt?)\W*$"),
    Mark("asked whether closed: no", "line", "open", rf"{_ASKS_CLOSED}\s*[:?]\s*{_NO}\W*$"),
    Mark("asked which: open", "line", "open", rf"{_ASKS_KIND}\s*[:?]\s*(?:åb(?:en|ent)|offentligt?)(?:\s+{THING})?\W*$"),
    Mark(
        "open is ticked",
        "line",
        "open",
        r"(?:[☒☑✓✔■]|[(\[]\s*[xX✓✔]\s*[)\]])\s*(?:åb(?:en|ent)|offentligt?)\b(?:\s+(?:punkt|sag))?\W*(?:[☐□]|[(\[]\s*[)\]])\s*(?:lukket|fortroligt?|ikke\s+\w+)\b[\w\s]{0,12}\W*$"
        r"|(?:[☐□]|[(\[]\s*[)\]])\s*(?:lukket|fortroligt?|ikke\s+\w+)\b[\w\s]{0,12}?\W*(?:[☒☑✓✔■]|[(\[]\s*[xX✓✔]\s*[)\]])\s*(?:åb(?:en|ent)|offentligt?)\b[\w\s]{0,12}\W*$",
    ),
    Mark("closed", "line", "closed", rf"\W*{MARK}{BASIS}?\W*$"),
    Mark("the item is closed", "line", "closed", rf"\W*{_STATED}{MARK}{BASIS}?\W*$"),
    Mark(
        "asked whether open: no",
        "line",
        "closed",
        rf"{_ASKS_OPEN}\s*[:?–-]?\s+(?:{_NO}|{MARK})\W*$|{_ASKS_OPEN}\s*[:?–-]\s*(?:{_NO}|(?-i:L)|{MARK}){BASIS}?\W*$",
    ),
    Mark("asked whether closed: yes", "line", "closed", rf"{_ASKS_CLOSED}\s*[:?]\s*{_YES}\W*$"),
    Mark(
        "asked which: closed",
        "line",
        "closed",
        rf"{_ASKS_KIND}\s*[:?]?\s+(?:{MARK}|{_KIND}){BASIS}?\W*$|{_ASKS_KIND}\s*[:?]\s*(?:{MARK}|{_KIND}|begrænset|høj|lukket\w*){BASIS}?\W*$",
    ),
    Mark(
        "closed is ticked",
        "line",
        "closed",
        # first of all whether anything is ticked
        rf"(?=.*(?:[☒☑✓✔■]|[xX✓✔]\s*[)\]]))(?:.{{0,60}}(?:[☒☑✓✔■]|[(\[]\s*[xX✓✔]\s*[)\]])\s*{MARK}|.{{0,60}}{MARK}\s*:?\s*(?:[☒☑✓✔]|[(\[]\s*[xX✓✔]\s*[)\]]))",
    ),
    Mark("the kind alone", "line", "closed", rf"\W*(?:person(?:ale)?sag|interne?t?\s+{THING}|kun\s+til\s+intern\w*\s+brug|LP)\W*$"),
    Mark("kept from the public", "line", "closed", rf"{SUBJECT}\s+(?:er\s+)?{MARK}{BASIS}?\W*$"),
    # on a line of its own anywhere in the item
    Mark(
        "treated behind closed doors",
        "line_anywhere",
        "closed",
        rf"(?:{SUBJECT}\s+)?(?:blev\s+|er\s+|bliver\s+)?(?:behandle(?:t|s|des)|drøfte(?:t|s|des))\s+(?:{DOORS}|(?:på|i|under)\s+(?:et\s+)?lukke(?:t|de)\s+\w+)\W*$",
    ),
    # a heading over the items of one half of the agenda
    Mark("closed half", "half", "closed", rf"\W*{_BEFORE}{_CLOSED_HALF}\s*[-–]?\s*{_HALF_THING}{_OF}{BASIS}?\W*$"),
    Mark("behind closed doors", "half", "closed", rf"\W*(?:[A-ZÆØÅ][^.:]{{0,50}}?[\s–-]+)?{DOORS}\W*$"),
    Mark("closed half, the word last", "half", "closed", r"\W*(?:dagsorden|punkter|sager|møde|del)\s*[-–,:(]\s*lukke[td]e?\W*$"),
    Mark(
        "the doors are closed",
        "half",
        "closed",
        r"(?:mødet|dørene)\s+(?:blev\s+|bliver\s+|er\s+)?(?:herefter\s+)?lukke(?:t|des|de|s)(?:\s+for\s+(?:offentligheden|tilhørere|publikum|pressen))?\W*$",
    ),
    Mark(
        "the following are closed",
        "half",
        "closed",
        r"(?:de\s+)?(?:(?:følgende|efterfølgende|resterende|øvrige)\s+(?:\d+\s+)?(?:punkter|sager|emner)|rest(?:en)?\s+af\s+(?:dagsordenen|punkterne|sagerne|mødet))\b.{0,50}\b(?:lukke(?:t|de)|fortrolig\w*|ikke[\s-]offentlig\w*).{0,20}$",
    ),
    Mark("closed, in the plural", "half", "closed", r"\W*(?:lukkede|fortrolige)\W*$"),
    Mark(
        "open half",
        "half",
        "open",
        rf"\W*{_BEFORE}(?:åb(?:en|ent|ne)|(?<!ikke )(?<!ikke-)offentlig(?:t|e)?|tillægs)\s*[-–]?\s*{_HALF_THING}{_OF}\W*$",
    ),
    Mark("behind open doors", "half", "open", r"\W*(?:[A-ZÆØÅ][^.:]{0,50}?[\s–-]+)?for\s+åbne\s+døre\W*$"),
    Mark("open half, the word last", "half", "open", r"\W*(?:dagsorden|punkter|sager|møde|del)\s*[-–,:(]\s*åb(?:en|ent|ne)\W*$"),
    Mark("open, in the plural", "half", "open", r"\W*åbne\W*$"),
    # over the whole document
    Mark(
        "closed minutes",
        "document",
        "closed",
        r".{0,80}\b(?:lukke(?:t|de)|fortroligt?|ikke[\s-]offentligt?|hemmeligt?)\s+(?:mødereferat|referat|protokol|beslutningsprotokol|dagsorden|møde|udvalgsmøde|byrådsmøde|tillægsdagsorden|session)\b",
    ),
    Mark(
        "closed, the word after",
        "document",
        "closed",
        rf"\W*(?:{DOORS}|.{{0,60}}\b(?:referat|protokol|beslutningsprotokol|dagsorden|møde)\w*\b.{{0,60}}[-–,:(]\s*{MARK}\W*$)",
    ),
)


def of(place: str) -> tuple[Mark, ...]:
    """The rows of one kind of place, those that say open first where they count for more."""
    return tuple(mark for mark in MARKS if mark.place == place)
