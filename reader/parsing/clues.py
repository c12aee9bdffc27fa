"""Words about publicity or confidentiality that put an item in doubt, wherever in it they stand, and what shows that they are about something else."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from .closed import line_says, looks_misspelled
from .closed_stems import LEFT_ELSEWHERE, PLACE, stem_in
from .folding import plain
from .marks import DOORS, THING
from .prefilter import words_in, words_needed

_MEETING = r"(?:punkt(?:et|er|erne)?|sag(?:en|er|erne)?|møde(?:t|r|rne)?|dagsorden(?:en)?|dør(?:en|ene)?|behandling(?:en)?|drøftelse(?:n)?|referat(?:et)?|protokol(?:len)?|emne(?:t)?|del(?:en)?|session(?:en)?|pkt)"
_IS = r"(?:er|var|bliver|blev|blevet|være|været|holdes|holdt|holder|holde|forbliver|stod|står|gøres|som|med|have|har|havde|at|få|fik|fået|delvis|delvist|midlertidigt|helt|permanent|fysisk)"
_SMALL = r"(?:i|på|for|om|og|eller|med|af|til|den|det|de|d|jf|pga|iht|efter|under|fra|da|når|ved|uden|ja|x|nr|kl|som|der|blev|bliver|er|var|at|skal|kan|må|ikke|dør\w*|del\w*)"


@dataclass(frozen=True, slots=True)
class Clue:
    """`words` put the item in doubt unless they stand within what `unless` matches. Both are held against `folding.plain` text."""

    words: str
    unless: str = r"(?!)"
    regex: re.Pattern[str] = field(init=False, compare=False)
    elsewhere: re.Pattern[str] = field(init=False, compare=False)
    needs: frozenset[str] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "regex", re.compile(self.words, re.IGNORECASE))
        object.__setattr__(self, "elsewhere", re.compile(self.unless, re.IGNORECASE))
        object.__setattr__(self, "needs", words_needed(self.words))


CLUES: tuple[Clue, ...] = (
    # closed: an item, a meeting or its doors; a road, a school, a circle and an account can be closed, too
    Clue(
        rf"\b(?:{DOORS}|lukke(?:t|de)\b(?:\s+{THING}(?!\w))?)",
        rf"\blukke(?:t|de)\s+(?!(?:{THING}|{_SMALL})(?!\w))(?-i:[a-zæøå])[\w-]+"
        rf"|\b(?!{_MEETING}\s)[^\W\d_]\w{{0,30}}\s+(?:\w{{1,14}}\s+)?{_IS}\s+(?:\w{{1,14}}\s+){{0,2}}lukke(?:t|de)\b(?!\s+(?:{THING}|{DOORS})(?!\w))"
        r"|\blukket\s+(?:om|ned|ude|inde|op|af|kl|i\s+(?:uge|perioden|weekend\w*|sommer\w*|vinter\w*|jule?\w*|påske\w*|ferie\w*|januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|\d))\b"
        r"|\blukket\s+for\s+(?!offentlig|tilhører|publikum|press|\bdør)\w+|\bikke\s+(?:længere\s+)?lukke(?:t|de)\b(?:\s+\w{1,30})?|\bingen\s+lukkede\b(?:\s+\w{1,30})?|\blukkede?\s+(?:bilag|øjne)\b|\båb(?:en|ent)\s*/\s*lukket\s*[:?]\s*åb\w+|\blukket\s*/\s*åb(?:en|ent)\s*[:?]\s*åb\w+",
    ),
    Clue(
        r"(?-i:\b[A-ZÆØÅ]*LUKKE(?:T|DE)[A-ZÆØÅ]*\b)",
        r"\b(?:af|ude|inde|til|op|ned|p|s)lukke(?:t|de)\b|\bikke\s+lukket\b|(?-i:\bER\s+LUKKET\b)",
    ),
    Clue(
        r"\b(?:døre?ne|døren|mødet|punktet|sagen|behandlingen)\s+(?:blev\s+|bliver\s+|er\s+|herefter\s+){0,2}luk(?:kes|kedes|ker|kede)\b(?!\s+(?:med|til|kl|ned|ude|fast|sig|automatisk|elektronisk|af\s+sig))"
    ),
    # "Det blev besluttet at lukke punkt 4 for offentligheden"; a museum is closed for its audience
    Clue(r"\blukke\s+(?:dagsordens?)?(?:punkt|pkt)\w*"),
    Clue(
        r"\bluk(?:ke|kes|ker|kede|kedes)\b[^.;!?]{0,60}?\bfor\s+(?:offentlighed|tilhører|publikum|presse)\w*",
        rf"\bluk\w*\s+(?!(?:\w+\s+)?{_MEETING}\b)(?:\w{{1,14}}\s+){{0,3}}{PLACE}.*|\b{PLACE}\s+(?:\w{{1,14}}\s+){{0,4}}luk\w*\b.*",
    ),
    # "Internt – deles ikke"
    Clue(r"\b(?:deles|videresendes|udleveres|videregives)\s+(?:ikke|ej)\W*$"),
    # slips of the keys: "Forlukkede døre", "Lukke punkt"
    Clue(
        r"\bforlukke\w{1,2}\s+dør\w*|\b(?:for|bag)\s+lukke(?:[rn]?\s+|[dnrt]{0,2})dør\w*|(?:^\W*|[(\[–-]\s*)lukke[dnrt]{0,2}\s?dør(?:re|e|en|ene)?\W*$"
        r"|(?:^\W*|[(\[–-]\s*)lukke[rn]?\s?(?:dagsordens?)?(?:punkt|sag|pkt|møde|del)(?:er|et|en)?(?:\W*$|\s*[-–:)\]])"
    ),
    Clue(r"\b(?:punkt|pkt|sager|sag)(?:er|erne)?\b\W[^;!?]{0,60}?\d\W{0,3}\s(?:\w{1,14}\s+)?lukke(?:s|des)\b(?!\s+(?:ned|af))"),
    # closed items are printed on pink paper
    Clue(rf"\blyserød(?:t|e)?\s+{THING}(?!\w)|^\W*lyserød(?:t|e)?\W*$"),
    # what is kept out of the minutes, or within the house
    Clue(
        r"(?:^\W*|[(\[{*_/,:;–—-]\s*)(?:(?:sagen|punktet|emnet)\s+)?(?:optages\s+ikke|refereres\s+ikke|ikke\s+til\s+referat|(?:ref(?:erat)?\b\.?|punktet)\s+udsendes\s+ikke|uden\s+for\s+referat|(?:kun\s+)?til\s+tjenestebrug|private?t?)"
        r"(?:\s+i\s+\w+|\s+punkt|\s+sag)?\W*$|\boptages\s+ikke\s+i\s+(?:referat|protokol)\w*|\btjenestebrug\b|\brosa\s+(?:papir|punkt|ark|sag|side)\w*|\b(?:begrundelse|årsag|hjemmel|grund|grundlag)\s+(?:for|til)\s+(?:dør)?lukning\w*"
    ),
    # public: not, or kept from it
    Clue(
        r"\b(?:ikke|ej)[\s-]+(?:(?:er|være|bliver|blive|gøres|kan|må|til|for|tilgængelig\w?|åben\w?)\s+){0,3}(?:åb(?:en|ent|ne)\s+(?:punkt|sag|dagsorden|møde)|offentlig(?:t|e|gøres|gørelse|gjort|heden|hed)?)\b",
        rf"\bikke[\s-]+(?:er\s+|være\s+)?offentlige?\s+(?!(?:{THING}|{_SMALL})\b)(?-i:[a-zæøå])[\w-]+|\b(?:endnu|fortsat|stadig)\s+ikke\s+(?:er\s+|blevet\s+)?offentlig\w*|\bikke\s+(?:er\s+|være\s+)?offentlig(?:t)?\s+(?:kendt|ejet|ansat\w*|tilgængelig\w*\s+(?:data|statistik))",
    ),
    Clue(r"\b(?:punktet|sagen|mødet|dagsordenen)\s+(?:er|var)\s+(?:derfor\s+)?ikke\s+åbe(?:n|nt)\b"),
    Clue(
        r"\boffentliggøres\s+(?:ikke|ej|først\s+når)\b|\b(?:kan|må|skal|bør)\s+(?:endnu\s+)?ikke\s+(?:offentliggøres|publiceres|videregives|deles\s+(?:med|uden))\b"
    ),
    Clue(
        r"\b(?:undtag\w{0,3}|udeluk\w{1,4}|unddrag\w{0,3}|fritag\w{0,3}|holdes|tilbagehold\w*|udtages?|udtaget)\s+(?:\w{1,14}\s+){0,3}?(?:offentlig(?:hed\w*|gørelse\w*)|aktindsigt\w*)",
        r"\b(?:ikke|ingen)\s+(?:er\s+|være\s+)?(?:undtag\w{0,3}|udeluk\w{1,4}|unddrag\w{0,3}|fritag\w{0,3})\b.*",
    ),
    Clue(r"\buden\s+(?:offentlighed(?:ens)?|tilhørere|publikum|presse)(?:\s+(?:adgang|nærvær|til\s?stede\w*|deltagelse))?\b"),
    Clue(
        r"\blukke\w{0,3}\s+for\s+(?:offentlighed\w*|tilhørere|publikum|presse\w*)\b",
        rf"\b(?!rådhus){PLACE}\s+(?:\w{{1,14}}\s+){{0,4}}lukke\w{{0,3}}\s+for\s+\w+",
    ),
    Clue(
        r"\b(?:tilhører\w*|publikum|offentligheden|pressen|gæsterne)\s+(?:\w{1,14}\s+){0,4}?(?:forlod|forlade|bortvis\w*|vist\s+ud|udelukke\w*|ikke\s+adgang|ingen\s+adgang)\b|\bsalen\s+(?:blev\s+)?(?:rømme\w*|ryddet)\b",
        LEFT_ELSEWHERE,
    ),
    Clue(
        r"\boffentlighedslov\w*\s*(?:,\s*)?(?:kap\w*\s*\d+\s*)?§|§+\s*\d+\w?\s*(?:,?\s*(?:stk|nr)\.?\s*\d+\s*){0,3}(?:i\s+)?offentlighedslov\w*"
    ),
    Clue(r"\bforvaltningslov\w*\s*§\s*27\b|§\s*27\s*(?:i\s+)?forvaltningslov|\bstraffelov\w*\s*§\s*152|§\s*152\s*i\s+straffelov"),
    Clue(r"\bstyrelseslov\w*\s*(?:,\s*)?§\s*10\b|§\s*10\b.{0,45}?styrelse\w*|\bkommun\w*\s+styrelse\s*,?\s*§\s*10\b"),
    Clue(
        r"\bun?offentlig\w*|\btavshedsbelagt\w*|(?:^\W*|[(\[])(?:strengt\s+)?fortr\.|[(\[]\s*(?:i|u)\s*[./]\s*off\w*\.?\s*[)\]]|[🔒🔐🔏⛔🚫]"
    ),
    Clue(
        r"\bmå\s+ikke\s+(?:\w{1,14}\s+){0,4}?(?:presse\w*|offentlig\w*|omtales|refereres|citeres|gengives|viderebringes|videregives)\b|\bikke\s+(?:må\s+)?(?:omtales|drøftes|nævnes|kommenteres)\s+offentligt\b"
    ),
    Clue(
        r"\b(?:ikke|ingen|undtaget|uden)\s+(?:ret\s+til\s+)?aktindsigt\b|\bingen\s+(?:offentlighed|adgang\s+for\s+(?:publikum|tilhører\w*|offentlighed\w*|presse\w*))\b"
    ),
    Clue(
        r"\blukke\s+(?:for\s+)?(?:dørene|døren|mødet|punktet)\b|\bforlod\s+(?:\w{1,14}\s+)?(?:tilhører\w*|publikum|pressen|gæsterne)\b|\btilhører\w*\s+(?:\w{1,14}\s+){0,2}?(?:ude\s+af|uden\s+for|udenfor)\b"
    ),
    # in formal words
    Clue(
        r"\b(?:ekskl|excl|eks|ex)\b\.?\s+(?:offentlighed|tilhører|publikum|presse)\w*|\b(?:udelukkelse|udelukning)\s+af\s+(?:\w{1,14}\s+){0,2}?(?:offentlighed|tilhører|publikum|presse)\w*"
        r"|\b(?:ikke|ej)\s+(?:(?:behandle|drøfte|afholde|foretage|holde)\w*\s+)?(?:for|ved|under)\s+åbne\s+døre"
        r"|(?:^\W*|\b(?:punkt|sag|emne)\w*\s+(?:\w{1,14}\s+)?)lukkes\s+(?:jf|jfr|jvf|iht|i\s+henhold|i\s+medfør|efter|med\s+tilbagevirkende|pga|på\s+grund)\b"
        r"|\b(?:trukket|trækkes|taget|tages)\s+(?:tilbage\s+|ud\s+)?(?:fra|af)\s+(?:offentlig\w*|hjemmesiden|nettet)\b"
        r"|\b(?:punkt|sag|emne)\w*\s+(?:\w{1,14}\s+)?(?:holdes|holdt|tages|forbliver)\s+internt\b|^\W*(?:visning|vises|læses)\s*[:=]\s*kun\b"
    ),
    Clue(r"\btavshedspligt\s+i\s+(?:denne\s+)?(?:sag|punkt)\w*"),
    Clue(r"\bkun\s+(?:\w{1,20}\s+)?medlemmer(?:ne)?\b.{0,30}\badgang\b|\badgang\W{1,3}kun\b"),
    Clue(r"^\W*person(?:følsomme|henførbare|lige)\s+oplysninger\W*$"),
    Clue(r"\b(?:åb(?:en|ent)|offentlig\w*|publiceres)\s*=\s*nej\b|\b(?:lukket|fortroligt?)\s*=\s*ja\b"),
    Clue(
        r"\b(?:vises|lægges|kommer?|ligger?|må|skal)?\s*ikke\s+(?:komme\s+|lægges\s+|ligge\s+|vises\s+)?på\s+(?:nettet|internettet|hjemmesiden)\b|\bikke\s+publicere[st]\b|\budgives\s+ikke\b"
    ),
    Clue(
        r"\bindeholder\s+(?:\w{1,14}\s+)?personoplysninger\b|\b(?:behandles|drøftes)\s+internt\b|\buden\s+offentlig\s+adgang\b|^\W*diskretion\b"
    ),
    Clue(r"\bkun\s+(?:for|til)\s+(?:de\s+|det\s+)?(?:folkevalgte|byrådets?|udvalgets?|rådets?|bestyrelsens?|politikerne\w?)\b"),
    Clue(
        r"\btilhører\w*\s+(?:\w{1,14}\s+){0,2}?(?:rømme\w*|ryddes?|ryddet)\b|\b(?:pressen|tilhørerne|publikum)\s+blev\s+bedt\b(?!\s+om\s+at\s+(?!gå|forlade|træde|vente|komme|trække|være))"
    ),
    Clue(
        r"\b(?:hjemmel|omfattet\s+af|lukningsårsag|begrundelse)\W{1,3}§\s*10\b|\bluknings(?:årsag|grund|hjemmel)\b|[(\[{]\s*(?:jf\.?\s*)?§\s*10\b|[(\[{]\s*(?:ikke-off\w*|begrænset)\.?\s*[)\]}]"
    ),
    # confidential
    Clue(
        r"\b(?:strengt\s+)?fortrolig(?:t|e|hed\w*)?\b|\bfortrolighed\w*",
        r"\b(?:svar\w{0,4}|besvarelse\w{0,4}|undersøgelsen)\s+er\s+(?:\w{1,20}\s+)?fortrolige?\b|\b\w{0,20}(?:telefon|linje|rådgivning|tilbud|samtale|snak|chat)\w{0,4}\s+(?:er|var)\s+(?:\w{1,20}\s+){0,2}?fortrolige?t?\b|\bikke\s+(?:længere\s+)?fortrolig\w*|\bfortrolige?\s+(?:samtale\w*|rådgivning\w*|telefon\w*|linje\w*|snak\w*|henvendelse\w*|forhold\w*|rum|miljø\w*|relation\w*|tilbud)\b|\bfortrolig(?:t|e)?\s+(?:med|i\s+forhold)\b"
        r"|\bfortrolighed(?:en|s\w*)?\s+(?:mellem|i\s+(?!møde|punkt|sagen)|og|er|med|for|hos|overfor|til|blandt|som)\b|\b(?:om|og|af|skabe|øge|tillid,?)\s+fortrolighed\w*|\bfortrolighed\w*\s*[:?]\s*(?:nej|ingen|lav)\b|\bfortrolighedsaftale\w*|\bfortrolig\w*\s*[:?]\s*nej\b",
    ),
    Clue(
        r"\b(?:omfattet\s+af|omfattes\s+af|undergivet|underlagt|belagt\s+med|under|på\s+grund\s+af|grundet|pga\.?|jf\.?|iht\.?|i\s+henhold\s+til|efter|hensyn\s+til|bryde?r?|pålagt)\s+(?:\w{1,14}\s+)?tavshedspligt\w*|^\W*tavshedspligt\W*(?:$|[-–:(])|[(\[*]\s*tavshedspligt|\btavshedspligt\s*[:?]\s*(?:ja|x)\b|[-–:|]\s*tavshedspligt\W*$",
        r"\bikke\s+(?:er\s+)?(?:omfattet|underlagt|undergivet)\b.*|\b(?:medarbejder\w*|ansatte?|personale\w*|medlemmer\w*|frivillige|lærer\w*|læger?\w*|sygeplejersk\w*|rådgiver\w*|alle|man|vi|de|som)\s+(?:er\s+|har\s+)?(?:\w{1,14}\s+)?(?:omfattet\s+af|underlagt|undergivet|pålagt)\s+(?:\w{1,14}\s+)?tavshedspligt\w*|\btavshedspligt\s*[:?]\s*nej\b",
    ),
    Clue(
        rf"\bhemmelig(?:t|e)?\s+{THING}(?!\w)|\bhemmelighold\w*|\bhemmeligstempl\w*|^\W*hemmeligt?\W*(?:$|[-–:])|[(\[]\s*hemmeligt?\s*[)\]]"
    ),
    Clue(
        r"\bklausuleret\b|\bklausulbelagt\w*",
        r"\bklausuleret\s+(?:areal|arealer|jord|område)\w*|\b(?:areal|jord|grund|mark|område)\w{0,3}\s+(?:er|blev|bliver)\s+klausuler\w+",
    ),
    Clue(
        r"\b(?:person|personale)sag\b|^\W*(?:person|personale)sager?\W*(?:$|[-–:(])",
        r"\b(?:ikke|ingen)\s+(?:\w{1,8}\s+)?person(?:ale)?sag\b",
    ),
    Clue(
        r"\b(?:indehold\w*|på\s+grund\s+af|pga\.?|grundet|af\s+hensyn\s+til|omfatter|omhandler)\s+(?:\w{1,14}\s+){0,2}?(?:person|forretnings)?(?:følsomm?e?t?|henførbare?|fortrolige)\b|^\W*personfølsomt?\b|[(\[]\s*personfølsom\w*"
    ),
    Clue(
        rf"^\W*interne?t?(?:\s+{THING})?\W*$|\binterne?t?\s+(?:punkt|sag|dagsorden)(?:er|et|en)?\b|\bkun\s+(?:til\s+)?internt?\b|\btil\s+internt?\s+brug\b|[(\[*]\s*interne?t?\s*[)\]*]"
    ),
    Clue(r"\bbegrænset\s+(?:adgang|offentlighed)\b", r"\bbegrænset\s+adgang\s+(?:til|for)\b"),
    Clue(
        r"\bkun\s+(?:for|til|åben\w?\s+for|synlig\w?\s+for|tilgængelig\w?\s+for|vises\s+for)\s+(?:\w{1,20}\s+)?(?:medlemmer(?:ne)?|udvalget|byrådet|bestyrelsesmedlemmer|politikere)\b",
        r"\bkun\s+(?:for|til)\s+medlemmer(?:ne)?\s+(?:af|i|over|under)\s+(?!udvalg|råd|byråd)",
    ),
    Clue(r"\b(?:confidential|closed\s+(?:item|session|meeting|doors|agenda)|not\s+(?:for\s+)?public\w*|restricted)\b|^\W*closed\b"),
    # asked and answered
    Clue(
        r"\b(?:åb(?:en|ent)|offentlig(?:t|gøres|hed)?|publiceres|på\s+hjemmesiden|på\s+nettet)(?:\s+(?:sag|punkt|dagsorden))?\s*[:?|]\s*(?:nej|no|ikke|lukket|☐)(?!\w)"
    ),
    Clue(r"\b(?:klassifi\w+|adgang|sikkerhedsniveau|synlighed)\s*[:|]\s*(?:fortrolig\w*|begrænset|lukket|intern\w*|hemmelig\w*)\b"),
)
_ANSWERED_NO = re.compile(
    r"\s*(?:punkt(?:et|er)?|sag(?:en|er)?|dagsorden)?\s*[:?]\s*(?:(?:nej|no|÷|☐)(?!\w)|ikke\W*$|ingen\W*$)", re.IGNORECASE
)
_WORDS = frozenset().union(*(clue.needs for clue in CLUES))


_IN_TITLE = re.compile(
    r"\W*FORTROLIGT?\s+\S|\W*L\.\s\S|.*[{]L[}]|.*\s[+/]?L\W*$|\W*(?:[Ll]ukket|LUKKET)\s+(?!kreds|system|afdeling|botilbud|facebook|rum|butik|vej|skole|zone|område|deponi|anlæg|kloak|fond|kreds)|\W*\d{1,3}\s?L\s|\W*F:\s|\W*L\s?\d{1,3}\s|.*[\[{]F[\]}]|.*[(\[][lL]\.[pP]\.[)\]]|.*[–(-]\s*fort\.\W*$|.*\s[/–—-]\s?(?:F|LD|LP)\W*$|.*[(\[](?:LP?|LD|l|lp|ld|l\.d\.?)[)\]]|\W*[(\[]F[)\]]\s|\W*FRI\s*[-–:]\s|.*[(\[](?:[Ll]ukk?\w{0,4}|LUKK?[A-ZÆØÅ]{0,4}|[Ll]kt|LKT)\.?[)\]]"
)


def clue_in_title(title: str) -> str | None:
    """The words of an item's title that speak of a closed item, among them a lone L."""
    return clue_in(title) or (title if len(title) <= 400 and _IN_TITLE.match(title) else None)


@lru_cache(maxsize=2000)  # minutes say the same again and again, and a document that can be read in two ways is looked through twice
def clue_in(text: str) -> str | None:
    """The words of a text that speak of a closed item; None where it has none, or is nothing but the mark of an open one."""
    folded = plain(text)
    if line_says(text) == "open":
        return None
    words = words_in(folded, _WORDS)
    for clue in CLUES:
        if clue.needs.isdisjoint(words):
            continue
        about_others: list[re.Match[str]] | None = None
        for found in clue.regex.finditer(folded):
            if _ANSWERED_NO.match(folded, found.end()):
                continue
            if about_others is None:
                about_others = list(clue.elsewhere.finditer(folded))
            if not any(other.start() <= found.start() and found.end() <= other.end() for other in about_others):
                return found.group().strip(" \t-–:|([*")
    return stem_in(folded) or looks_misspelled(text)
