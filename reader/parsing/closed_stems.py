"""Stems of closed business: every word of the family puts its item in doubt unless the thing that is closed is plainly something else."""

import re
from dataclasses import dataclass, field

from .prefilter import words_in, words_needed

# A sentence that speaks of the meeting or of its business is about these, whatever else it names.
_BUSINESS = re.compile(
    r"\b\w*punkt(?:et|er|erne|s|ets)?\b|\b\w*sag(?:en|er|erne|ens)?\b|\b\w*møde(?:t|r|rne|ts)?\b|\b\w*dagsorden\w*|\b(?:behandl|drøft|referat|protokol|session)\w*"
    r"|\bvoter(?:e|ede|ing)\w*|\bemnet?\b|\bdør(?:e|ene|en)?\b|\b(?:dette|denne)\b|\bpkt\b",
    re.IGNORECASE,
)
_SENTENCE_ENDS = re.compile(r"[.,;:!?|](?=\s|$)")
_ENDING = r"(?:[klmpst])?(?:e|en|et|er|erne|ene|ne|r|n|t|rne|s|ens|ets|ernes)?(?!\w)"
# What else can be closed: houses and roads, pipes and vessels, accounts and circles.
PLACE = (
    r"\w*(?:institution|børnehave|vuggestue|dagtilbud|skole|vej|gade|cykelsti|bro|bane|station|havn|butik|center|centr|hal|bad|bibliotek|museum|muse|plads|kirke|afdeling|tilbud"
    r"|plejehjem|hospital|sygehus|klinik|ledning|kloak|kredsløb|system|anlæg|rør|brønd|tank|skab|rum|beholder|container|værksted|fabrik|virksomhed|forretning|restaurant|café|bygning|hus"
    r"|port|låge|vindue|konto|kasse|bus|kørsel|tog|færge|tunnel|kiosk|hotel|sauna|toilet|passage|indgang|udgang|stald|fold|ovn|fond|marked|netværk|runde|pulje|tilmelding|register|venteliste|ventil|hane|pumpe|sluse|spjæld|kran|gruppe|kreds|cirkel|deponi|park|strand|rute|trafik|kælder|kontor|borgerservice|kantine|køkken|grænse|ordning|botilbud|linje|forløb|station)"
    + _ENDING
)
# "Tilhørerne forlod borgermødet"
LEFT_ELSEWHERE = r"\b(?:tilhører\w*|publikum|pressen|gæsterne)\s+(?:\w{1,14}\s+){0,2}?forl[ao]d\w*\s+(?:\w{1,14}\s+)?(?:borger|informations|orienterings|dialog|vælger|debat|folke)møde\w*"
_IS = r"(?:er|var|bliver|blev|blevet|være|været|holder|holdt|holde|holdes|har|havde|står|stod|forbliver|med)"
_WORDS = r"(?:\w{1,20}\s+)"
_CLOSED = r"(?:luk{1,5}e{0,2}[td]{1,4}e?s?|l[uy]ck{0,4}e{0,2}[td]{1,4}e?)"
_PUBLIC = (
    r"(?:offentlig\w*|\boff\.?(?!\w)|publi[cs]\w*|\b\w*hjemmeside\w*|\binternet\w*|\bweb\w*|\bnettet\b|\bonline\b|aktindsigt\w*|transmi\w*|\bstream\w*|\bpresse[nr]?\b|\btilhører\w*|\bnetudgave\w*"
    r"|\båb(?:en|ent|ne)\s+(?:dagsorden|del|punkt|møde|referat|udgave|version)\w*)"
)
_KEPT = (
    r"(?<!\w)(?:ikke|ej|nej|uden|undta\w+|undlad\w*|først|udela\w*|kun|alene|slette[ts]|fjerne[ts]|afbrud\w*|afbrydes|slukke[ts]|anonymiser\w*|maskere\w*|overstreg\w*|udstreg\w*|sværte[ts]|skjul\w*"
    r"|forbehold\w*|tilbagehold\w*|hverken|forbud\w*|ingen|not|never|no|udgår|skærme[ts]|unddrag\w*|udeluk\w*|afvent\w*|tidligst)(?!\w)"
)
_OTHER_PUBLIC = (
    r"\b(?:ikke-?)?offentlig\w*\s+(?:og\s+private\s+)?(?:ydelse|myndighed|transport|trafik|toilet|høring|system|sektor|vej|areal|plads|bygning|institution|rum|park|virksomhed|ansat|forsyning|kontor|skole|gæld|sti"
    r"|finans|forsørg|instans|aktør|støtte|tilskud|udbud|kasse|legeplads|grund|hjælp|midler|ejendom|service|løsning|opgave|leverandør|udgift|ejet|adgang\s+til|data|statistik|belysning|bad)\w*"
    r"|\b(?:ikke-?)?offentlige\s+(?!(?:sag|punkt|møde|del\b|dele\b|dagsorden|referat|protokol|udgave|version|udskrift|gengivelse|kopi|eksemplar|visning|behandling|beslutning|dokument|materiale|bilag|emne))[^\W\d_]{3,}"
    r"|\b(?:hjemmeside\w*|(?:inter)?nettet)\s+(?:er|var|har|virker|fungerer|bliver)\s+(?:\w{1,20}\s+)?ikke\b|\bdet\s+offentliges?\b(?!\s+(?:møde|referat|punkt|eksemplar))|\bofte\s+publi\w*|\bpublikum\w*"
)
_NEAR = r"[^.;!?]{0,80}?"
_PARAGRAPH = r"(?:§+|\bparagraf|\bpar\.)\s*"
_STYRELSE = r"(?:\b\w*styrelsesl\w*|\bksl\b|\bkstl\b|\bkommun\w*\s+styrelse\w*)"


@dataclass(frozen=True, slots=True)
class Stem:
    """`words` put the item in doubt but within what `unless` matches in a sentence about nothing of the meeting, or `denied` in any."""

    words: str
    unless: str = r"(?!)"
    denied: str = r"(?!)"
    regex: re.Pattern[str] = field(init=False, compare=False)
    elsewhere: re.Pattern[str] = field(init=False, compare=False)
    no: re.Pattern[str] = field(init=False, compare=False)
    needs: frozenset[str] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        for name, pattern in (("regex", self.words), ("elsewhere", self.unless), ("no", self.denied)):
            object.__setattr__(self, name, re.compile(pattern, re.IGNORECASE))
        object.__setattr__(self, "needs", words_needed(self.words))


STEMS: tuple[Stem, ...] = (
    Stem(
        rf"(?<!\w)(?:{_CLOSED}(?!\w)|lukket(?!id)\w*|lukkede\w*|lkt\b|lukk?\.(?!\w)|l\.d\.|(?-i:^\W*Ld\.\s))",
        rf"\b{_CLOSED}\s+{_WORDS}?{PLACE}|\b{PLACE}\s+{_WORDS}{{0,3}}?{_IS}\s+{_WORDS}{{0,3}}?{_CLOSED}(?!\w)(?:\s+{PLACE})?|\b{_IS}\s+{PLACE}\s+{_WORDS}{{0,3}}?{_CLOSED}(?!\w)"
        rf"|\b{PLACE}(?:[^.;!?]|\.(?=\s(?-i:[a-zæøå]))){{0,80}}?\b{_IS}\s+{_WORDS}{{0,3}}?{_CLOSED}(?!\w)|\b(?:den|det|de)\s+(?:har|havde)\s+været\s+{_CLOSED}\s+(?:siden|i|fra)\b"
        rf"|\b(?:har|havde)\s+{_CLOSED}\s+{_WORDS}{{0,2}}{PLACE}"
        r"|\b(?:holder|holdt|holde|med)\s+lukket\b(?=\s+(?:om|i|på|fra|hele|mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag|jul|mellem|under)\b|\W*$)|\blukket\s+(?:ned|ude|inde|kl|om\s+\w+dagen|i\s+uge)\b|\blukkede\s+øjne\b|\bhar\s+lukket\s+(?:op|i)\b"
        r"|\b(?:byrådet|kommunen|regionen|staten)\s+lukkede\s+\w*(?:skole|afdeling|institution)\w*",
        r"\bikke\s+(?:længere\s+)?lukke(?:t|de)\b(?:\s+\w{1,30})?|\bingen\s+lukkede\b(?:\s+\w{1,30})?|\båb(?:en|ent)\s*/\s*lukket\s*[:?]\s*åb\w+|\blukket\s*/\s*åb(?:en|ent)\s*[:?]\s*åb\w+|\blukkede?\s+bilag\b|\blukke(?:t|de)\w*(?:\s+(?:punkt|sag|dagsorden)\w*)?\s*[:?=]\s*(?:(?:nej|no)\b|ingen\W*$)",
    ),
    Stem(
        r"\b(?:møde|punkt|dagsorden|session|dør)\w*\s+(?:\w{1,14}\s+){0,3}?luk(?:kes|kedes|ker|kede|ning)\w*(?!\s+(?:med|til|kl|ned|ude|fast|sig|automatisk|elektronisk|af\s+sig))",
        r"(?!)",
        r"\bdør\w*\s+(?:\w{1,20}\s+)?kan\s+(?:\w{1,20}\s+)?ikke\s+lukkes\b",
    ),
    Stem(r"\bover(?:gang|går|gik|gå)\s+(?:nu\s+|herefter\s+)?til\s+(?:den\s+|et\s+)?(?:luk\w*|fortro\w*|ikke)\b"),
    Stem(
        r"\b\w{0,12}fort?ro?li[gk]\w*|\bkonfident\w*|\bconfiden\w*|\bdiskretion\w*",
        r"\b\w{0,20}(?:telefon|linje|rådgivning|tilbud|samtale|snak|chat)\w{0,4}\s+(?:er|var)\s+(?:\w{1,20}\s+){0,2}?fortrolige?t?\b|\bfortrolige?\s+(?:og\s+\w+\s+)?(?:samtaler?|rådgivning\w*|telefon\w*|linje\w*|snak\w*|henvendelser|forhold|rum|miljø\w*|relation\w*|tilbud)\b"
        r"|\b(?:er|blive?\w*|gøre?\w*|gjort)\s+(?:\w+\s+)?fortrolige?\s+med\b|\bfortrolighed(?:en|s\w*)?\s+(?:mellem|i\s+(?!møde|punkt|sagen|drøft|behandl|dagsorden|referat)\w+|hos|overfor|blandt|og\s+(?:tillid|tryghed))\b"
        r"|\b(?:svar\w{0,4}|besvarelse\w{0,4}|undersøgelsen)\s+er\s+(?:\w{1,20}\s+)?fortrolige?\b|\bi\s+fortrolighed\s+med\b|\b(?:skabe|øge|tillid\s+og)\s+fortrolighed\w*|\bfortrolighedscirkel\w*",
        r"\bikke\s+(?:længere\s+)?fortrolig\w*|\bfortrolig\w*\s*[:?]\s*(?:nej|ingen|lav)\b",
    ),
    Stem(
        r"\btavshed\w*",
        r"\b(?:kurs\w*|regler\w*|vejledning\w*|pjece\w*|retningslinjer\w*|politik\w*|undervisning\w*|orienter\w*|oplæg\w*|information\w*|temadag\w*)\s+(?:\w+\s+){0,2}?(?:om|for)\s+(?:\w+\s+){0,3}?tavshedspligt(?!en)\w*"
        r"|\btavshedspligt\s+(?:for|hos|blandt|og\s+under)\s+(?:de\s+)?(?:frivillig|ansat|medarbejder|personale|lærer|fagfolk|pædagog)\w*|\bfagfolks\s+tavshedspligt\b"
        r"|\b(?:medarbejder\w*|ansatte?|personale\w*|frivillige|lærer\w*|læger?\w*|sygeplejersk\w*|rådgiver\w*|pædagog\w*)\s+(?:\w+\s+){0,3}?(?:har|underlagt|omfattet\s+af|undergivet|pålagt)\s+(?:\w{1,14}\s+)?tavshedspligt\w*",
        r"\btavshedspligt\s*[:?]\s*nej\b|\bikke\s+(?:er\s+)?(?:omfattet|underlagt|undergivet)\s+(?:af\s+)?tavshed\w*",
    ),
    Stem(
        r"\b(?:top)?hemmelig\w*|\btys-?tys\b",
        r"\bhemmelige?t?\s+(?:skriftlige?\s+)?(?:afstemning|valg|sted|kode|skat|gang|ingrediens|adresse|nummer|have|rum|gæst|opskrift)\w*|\b(?:afstemning\w*|valget?)\s+(?:\w+\s+){0,3}hemmelig\w*",
        r"\bikke\s+(?:længere\s+)?hemmelig\w*|\bhemmelig\w*\s*[:?]\s*nej\b",
    ),
    Stem(
        r"\b(?:person|personale|ansættelses|disciplinær)sag(?:en|er|erne|ens)?\b",
        r"(?!)",
        r"\b(?:ikke|ingen)\s+(?:\w{1,8}\s+)?person(?:ale)?sag\w*|\b(?:antal\w*|mængden)\s+(?:af\s+)?person\w*sager\b|\bpersonsager\s+(?:i|på|hos)\s+\w+\s*(?:,\s*statistik)?|\bstatistik\w*\s+(?:\w+\s+){0,3}personsager\b",
    ),
    Stem(
        r"\bklausul(?:er(?:et|ede|ing\w*|es)|belagt\w*|\b)",
        r"\bklausuleret\s+(?:areal|arealer|jord|område)\w*|\b(?:areal|jord|grund|mark|område)\w{0,3}\s+(?:er|blev|bliver)\s+klausuler\w+|\bklausul\s+(?:om|i|på|for)\b",
    ),
    Stem(
        r"\bklassificer(?:et|ede|es)\b|\bklassifikation\s*[:=]",
        r"\bklassificere\w*\s+(?:som|efter|i|med)\s+(?!fortro|intern|hemmel|luk|beskyt|ikke)\w+|\b(?:vej|bygning|hus|areal|vandløb|ejendom|affald)\w*\s+(?:\w+\s+){0,3}klassificer\w*",
    ),
    # publicity kept from the item: the two words in one sentence, in either order
    Stem(
        rf"{_PUBLIC}(?:{_NEAR})?{_KEPT}|{_KEPT}{_NEAR}{_PUBLIC}",
        rf"\b\w{{0,20}}(?:plan|planen|regnskab|regnskabet|høring|høringen)\s+(?:offentliggøres|publiceres)\s+(?:først|tidligst)\b|(?:{_KEPT}{_NEAR})?(?:{_OTHER_PUBLIC})(?:{_NEAR}{_KEPT})?",
    ),
    Stem(
        r"(?<!\w)(?:off(?:entlig\w*)?\.?|åb(?:en|ent)|publi[cs]\w*|internet\w*|web\w*|hjemmeside\w*|nettet|å\s*/\s*l|vises|synlig\w*)(?:\s+\w{1,14}){0,3}\s*(?:\([^)]{0,12}\)\s*)?[:=?|]\s*(?:n|nej|no|0|falsk|false|l|÷|☐)(?!\w)"
    ),
    Stem(
        r"\b(?:kun|alene|udelukkende|forbeholdt|only)\b[^.;!?]{0,50}?\b(?:medlem\w*|byråd\w*|kommunalbestyrelse\w*|politiker\w*|folkevalgte|members)\b|[(\[]\s*(?:kun\s+)?medlemmer\w*\s*[)\]]",
        r"\b(?:kun|alene)\s+(?:\w+\s+)?(?:et|en|to|tre|fire|fem|seks|syv|otte|ni|ti|få|halvdelen|\d+)\b[^.;!?]{0,50}?\bmedlem\w*|\bkun\s+medlemmer\w*,?\s+(?:der|som)\b|\bikke\s+(?:kun|alene)\b[^.;!?]{0,60}|\bkun\b[^.;!?]{0,50}?\bmedlem\w*\s+af\s+\w{0,20}(?:forening|klub|parti|laug|lav)\w*",
    ),
    # laws
    Stem(rf"{_STYRELSE}[^.;]{{0,40}}?{_PARAGRAPH}10\b|{_PARAGRAPH}10\b.{{0,60}}?{_STYRELSE}|\bparagraf\s*10\b|\bksl\b\.?\s*§"),
    Stem(
        rf"(?:offentlighedslov\w*|\bofl\b|\boffl\b|\blov\s+om\s+offentlighed\b).{{0,40}}?{_PARAGRAPH}\d|{_PARAGRAPH}\d.{{0,40}}?(?:offentlighedslov\w*|\bofl\b|\boffl\b|\blov\s+om\s+offentlighed\b)"
    ),
    Stem(
        rf"(?:forvaltningslov\w*|\bfvl\b|\bforv\.\s?lov\w*).{{0,20}}?{_PARAGRAPH}27\b|{_PARAGRAPH}27\b.{{0,40}}?(?:forvaltningslov\w*|\bfvl\b|\bforv\.\s?lov\w*)"
    ),
    Stem(
        r"\b(?:undta\w+|omfattet|beskyttet|tilbageholdt|pga\.?|hensyn\w*|jf\.?|indeholder)\s+(?:\w{1,20}\s+){0,4}?(?:databeskyttelse\w*|gdpr|persondata\w*|personoplysning\w*)\b|^\W*gdpr\W*$"
    ),
    Stem(r"\b(?:databeskyttelse|gdpr|persondata)\w*[^.;!?]{0,60}?\bvises\b|§+\s*152\b"),
    # doors that are opened again have been closed, and what is written of one item alone
    Stem(
        r"\bdørl[uo]k\w*|\blukke-?(?:møde|session)\w*|§+\s*10-?\s*(?:sag|punkt)\w*|\(n\.?o\.?\)|(?-i:\bLP)\W*$|\b(?:sag|punkt)\w*\s+(?:er\s+)?(?:ikke|ej)\s+åbne?n?t?\b"
    ),
    Stem(
        r"\b(?:dør|døre|dørene|mødet)\s+(?:\w{1,20}\s+)?genåbne\w*|\b(?:igen|atter|genoptog\w*|fortsatte)\b[^.;!?]{0,40}?\b(?:åbne\s+døre|adgang\s+til\s+(?:salen|lokalet|mødet))\b"
    ),
    Stem(
        r"\bsynlighed\s*[:=]\s*(?:skjult|intern|begrænset|nej|kun)|\bgradering\s*[:=]\s*(?!ingen|nej|åben)\w+|\b(?:gengives|refereres|trykkes|medtages|nævnes|skrives|står)\s+ikke\b[^.;!?]{0,30}?\breferat\w*"
    ),
    Stem(
        r"\b(?:til|for)\s+(?:medlemmernes|\w*udvalgets|\w*rådets|\w*bestyrelsens)\s+(?:personlige|egen|eget|interne)\s+(?:brug|orientering|underretning|information|viden)\b"
    ),
    # the papers and the room kept to those who sit there
    Stem(r"\bkonf\.(?!\w)|\bstrengt\s+person\w*|\bforbeholdt\s+(?:\w{1,20}\s+)?(?:udvalg|råd|byråd|bestyrelse)\w*|\bkun\s+til\s+\w*brug\b"),
    Stem(r"\b(?:sag|punkt|dokument|referat)\w*\s+er\s+(?:spærret|beskyttet)\b|\b(?:spærret|beskyttet)\s+(?:dokument|sag|punkt)\b"),
    Stem(
        r"\b(?:materiale|bilag|papir|oplysning|sag|punkt)\w*\s+(?:\w{1,20}\s+){0,4}?bliver?\s+(?:i|inden\s*for)\s+(?:salen|lokalet|mødelokalet|rummet|kredsen)\b|\bdet\s+sagte\b[^.;!?]{0,20}?\b(?:for)?blive?r?\b|\b(?:for)?blive?r?\s+i?mellem\s+os\b|\bsagsrummet\b|\bi\s+(?:det\s+|en\s+)?lukke(?:t|de)\s+(?:kreds|rum)\W*$"
    ),
    Stem(
        r"\b(?:publikum|tilhørere|tilhørerne)\s+(?:bedes|bedt|måtte|gik|forlod|blev\s+bedt)\b(?!\s+(?:tage\s+plads(?!\s+uden)|møde\s+(?:op|frem|senest)|slukke|tilmelde\s+sig|komme\s+(?:senest|i\s+god))\b)(?!\s+om\s+at\s+(?!gå|forlade|træde|vente|komme|trække|være))"
        r"|\b(?:gæster|gæsterne)\s+(?:bedes|bedt|måtte|blev\s+bedt|(?:gik|forlod)\s*(?:[,.]?\s*$|,|ud\b|\w*mødet|salen|lokalet))",
        denied=LEFT_ELSEWHERE,
    ),
    Stem(
        r"\b(?:\w*stream\w*|web-?tv|\w*transmission\w*|mikrofon\w*|kamera\w*)\b[^.;!?]{0,60}?\b(?:ikke|stop\w*|slut\w*|sluk\w*|afbr\w*|stands\w*|ophør\w*)"
        r"|\b(?:ikke|uden|ingen)\b[^.;!?]{0,40}?\b(?:\w*stream\w*|web-?tv|\w*transmission\w*)"
    ),
    Stem(r"\b(?:lyd|video|billed)?(?:optagelse|transmission)\w*\s+(?:\w{1,20}\s+)?(?:standse|stoppe|slukke|afbryde)[st]\b"),
    Stem(
        r"\b(?:vises|udleveres|udsendes|sendes)\s+ikke\s+(?:ud\s+)?(?:for|til|på)\s+(?:\w{1,20}\s+)?(?:borger|presse|skærm|offentlig)\w*|\bmå\s+ikke\s+komme\s+ud\b"
    ),
    Stem(r"\bundtaget\s+(?:efter|jf|iht|i\s+henhold|i\s+medfør)\b"),
    Stem(
        r"\bin\s+camera\b|\b(?:private|executive|closed)\s+(?:session|meeting|item)\b|\b(?:not\s+for|exempt\s+from|withheld)\s+\w*(?:public|release|disclos)\w*|\bredacted\b"
    ),
    # a bare paragraph is that of the act on municipal government
    Stem(
        rf"(?:^|[(\[–—,;:-]|\bjf\.?|\bjvf\.?|\biht\.?|\befter)\s*{_PARAGRAPH}10(?:\s*,?\s*stk\.?\s*\d)?\W*$|[(\[][^)\]]{{0,30}}{_PARAGRAPH}10\b"
    ),
    # a line that is nothing but a letter, and a particular whose answer is one
    Stem(
        r"^\W*(?-i:LP?|LD)\W*$|(?-i:\b(?:LP?|F)-)(?:punkt|sag)\w*|\b\w{0,12}(?:punkt|sag|pkt)\w*\W*[(\[]\s*(?:lp?|f)\s*[)\]]\W*$",
    ),
    Stem(
        r"^\W*(?!parti|liste|gruppe|størrelse|valg|udpeget|indstillet|navn)[^\W\d_][\w ./()-]{2,40}[:=]\s*(?:(?-i:LP?|LD)|interne?t?|skjult|spærret|beskyttet|begrænset|hemmeligt?|klausuleret)\W*$",
        r"\b(?:kontakt|ansvarlig|behandler|konsulent|revision|post|telefon|kontrol|parkering|plads\w*|udbud)\w*\s*[:=].*",
    ),
    Stem(r"^\W*(?:ikke|ej)\s+(?:alment\s+|offentligt\s+)?tilgængelig\w*\W*$"),
    Stem(r"\bsærskilt\s+(?:\w+\s+)?(?:kuvert|protokol\w*|referat\w*|konvolut)"),
    # the audience is out
    Stem(r"\buden\s+(?:\w{1,20}\s+){0,3}?(?:publikum|tilhører\w*|pressen)\b"),
    Stem(
        r"\b(?:tilhører\w*|publikum|pressen|offentligheden)\b[^.;!?]{0,40}?\b(?:forladt|forlod|forlader|forlade|udvist|bortvist|var\s+gået|er\s+gået|var\s+ude)\b",
        denied=LEFT_ELSEWHERE,
    ),
    # what is asked and answered, whatever words are used: publicity denied or limited, protection granted
    Stem(
        r"^\W*[\w /()]{0,20}(?:åben|offentl|publi|udgiv|frigiv|tilhør|hjemmeside|internet|synlig|tilgængelig|vises|adgang|presse|stream|optages)[\w /()]{0,25}[:=?]\s*"
        r"(?:nej|ingen\b.{0,20}|0|[÷-]|undlades|afvist|afslået|udskudt|udsat|afventer\b.{0,20}|(?:u|af|ikke[\s-]?)publiceret|kun\b.{0,30}|medlemmer\w*|rådet|byrådet|udvalget|bestyrelsen|lukket|interne?t?)\W*$"
        r"|^\W*[\w /()]{0,20}(?:luk|fortro|hemme|tavshed|beskyt|diskret|følsom|klausul|begræns)[\w /()]{0,20}[:=?]\s*(?:ja|x|1|[✓✔☒☑])\W*$"
        r"|^\W*(?:sag|punkt|type|kategori|dagsorden)\w{0,12}[:=]\s*(?-i:F|FP|L|LP)\W*$",
    ),
    Stem(
        r"\b(?:følger|omfattes\s+af|omfattet\s+af)\s+(?:reglerne|bestemmelserne)\s+om\s+tavshed\w*|\bi\s+enrum\b|^\W*(?:offentliggøres|publiceres)\s+(?:efter|når|senere)\b|\buden\s+referat\b|\b(?:ikke|ej)\s+til\s+(?:deling|gengivelse|omtale|citat)\b|^\W*interne?t?\s+(?:arbejdspapir|notat|dokument|materiale|papir)\W*$|\bembargo\b"
    ),
    Stem(
        r"\bprivate?t?\s+(?:møde|session|drøftelse|punkt)\b|\b(?:for|til)\s+(?:\w{1,20}\s+)?(?:medlemmer\w*|\w*rådet|\w*udvalget|bestyrelsen)\s+alene\b"
    ),
    Stem(
        r"\b(?:bedes|må|kan|skal|bør)\s+(?:ikke|først|tidligst)\s+(?:\w{1,20}\s+)?(?:omtale|nævne|viderebringe|videregive|gengive|referere|citere)[st]?\b"
        r"|\b(?:omtales|nævnes|gengives|refereres|videregives|citeres)\s+(?:ikke|ej|først|tidligst)\s*(?:$|[.,]|udadtil|offentligt|uden\s+for|efter)",
    ),
    Stem(
        r"\b(?:bilag|materiale|papir|notat|referat)\w*\b[^.;!?]{0,40}?\b(?:makulere[st]|indsamles|inddrages|tilbageleveres|samles\s+ind|afleveres\s+(?:igen|efter))\b"
    ),
    # what the reader of this copy is not shown, or only after logging in
    Stem(
        r"\b(?:punkt|sag|titel|titl|indhold|tekst|emne|overskrift|referat|sagsfremstilling)\w{0,3}\s+(?:\w{1,14}\s+){0,2}?(?:(?:kan|må|vil)\s+(?:ikke|ej)\s+(?:vises|ses|læses|åbnes|hentes|tilgås)"
        r"(?!\s+(?:isoleret|alene|uafhængig\w*|løsrevet|som|uden|i\s+sammenhæng)\b)|(?:er\s+)?(?:ikke|ej)\s+(?:tilgængelig|synlig)\w*(?=\W*$|\s+(?:her|for|på|i)\b)|(?:er\s+)?utilgængelig\w*\W*$"
        r"|vises\s+(?:ikke|ej)\W*$|(?:skjul|udela|fjerne|slette|sløre|maskere)[dt]{1,2}(?=\W*$|\s+(?:her|af\s+hensyn|pga|på\s+grund|jf|fra\s+(?:nettet|hjemmesiden))\b))"
    ),
    Stem(
        r"^\W*(?:(?:kan|må)\s+(?:ikke|ej)\s+(?:ses|vises|læses|åbnes)(?:\s+(?:her|på\s+\w{1,20}))?|(?:titel\w*\s+)?(?:skjult|fjernet|slettet|udeladt|sløret|maskeret|blankt?|anonymiseret)(?:\s+(?:titel|punkt|sag|overskrift|tekst|indhold)\w*)?|(?:ikke|ej)\s+(?:vist|gengivet|udsendt|trykt)|skjulte?\s+(?:titel|punkt|sag|overskrift|tekst|indhold)\w*"
        r"|(?:sag|punkt|emne)\s+uden\s+(?:titel|overskrift|navn)|x{3,}(?:\W+x{2,}){0,20}|diskret)\W*$"
    ),
    Stem(
        r"^\W*(?:(?:dette|denne|det)\s+)?(?:(?:punkt|sag|dokument|referat|indhold|adgang)\w*\s+)?(?:(?:kan\s+)?kun\s+(?:\w{1,14}\s+){0,2}?(?:med|efter)|kræver)\s+(?:\w{1,14}\s+){0,2}?(?:log-?\s?ind?\b|login|adgangskode|kodeord|password|nemid|mitid|rettigheder)\w*\W*$"
        r"|\b(?:vises|synlig\w?|tilgængelig\w?|læses)\s+(?:kun|alene)\s+(?:for|af|hos)\b|^\W*\w{0,12}(?:adgang|rettighed|rettigheder)\s*[:=]\s*(?:\w*beskyttet|kun|lukket|udvalg|råd|medlem|sekretari|intern|begræns)\w*.{0,40}$"
    ),
    Stem(r"\b(?:intet|ingen)\s+offentlige?t?\s+(?:referat|protokol|udgave|version|omtale|behandling|materiale|sagsfremstilling)\w*"),
    # the room and the papers kept from others
    Stem(
        r"\b(?:du|man|bruger|borger|udefrakommende|udenforstående|uvedkommende|andre|gæst)\w*\s+(?:har|havde|får|fik|gives)\s+(?:ikke|ingen)\s+adgang(?=\W*$|\s+(?:under|mens|til\s+(?:\w{1,14}\s+)?(?:punkt|møde|sal|lokal|sag|dagsorden|referat))\w*)"
        r"|^\W*(?:ingen|manglende)\s+(?:adgang|læseadgang|rettigheder)\W*$|\badgang\s+(?:er\s+)?nægte[ts]\b|\buden\s+(?:\w{1,14}\s+)?(?:borgere|udefrakommende|gæster|andre)\s+(?:i\s+(?:salen|lokalet)|til\s*stede)\b"
        r"|\bfor\s+andre\s+end\s+(?:\w{1,14}\s+)?(?:\w*udvalg|\w*råd|medlem|bestyrelse)\w*"
    ),
    Stem(
        r"\bmå\s+(?:ikke|ej)\s+(?:komme|bringes|føres|nå|drøftes|omtales)\s+(?:ud\s+)?(?:uden\s*for|ud\s+af)\s+(?:\w{1,14}\s+)?(?:\w*udvalg|\w*råd|bestyrelse|kreds|møde|lokale|sal|hus)\w*"
        r"|^\W*(?:(?:dette|denne)\s+)?(?:(?:punkt|sag|bilag|materiale|referat|dokument|papir)\w*\s+)?må\s+(?:ikke|ej)\s+(?:udleveres|videresendes|kopieres|fotograferes|medtages)\W*$"
        r"|\bmå\s+(?:ikke|ej)\s+(?:\w{1,14}\s+)?(?:røbes|afsløres|(?:fortælles|siges|bringes)\s+videre)\b|\b(?:navn|modtager|beslutning|referat|punkt|sag)\w*\s+(?:\w{1,20}\s+){0,4}?holde[ts]\s+tilbage\b"
        r"|\bslet(?:tes)?\s+(?:dette|denne|punktet|sagen|afsnittet)\b[^.;!?]{0,40}?\b(?:før|inden|når)\b"
    ),
    Stem(
        r"^\W*intern(?:t|e)?\s+(?:drøftelse|behandling)\w{0,2}(?:\s+(?:i|for|mellem|blandt)\s+[\w ]{1,30})?\W*$|[(\[]\s*(?-i:FORT)\.?\s*[)\]]\W*$|\bpunkt\w*\s+er\s+(?:lyse)?rødt?\W*$"
    ),
    Stem(
        r"\b(?:borger|tilhører|publikum|presse|offentlighed|gæst)\w*\s+(?:\w{1,14}\s+){0,2}?(?:ikke|ej)\s+(?:\w{1,14}\s+)?(?:overvære|deltage|følge(?!\s+med)|være\s+til\s*stede|indsigt)\b(?!\s+i\s+(?:høring|valg|debat|projekt))|\b(?:tilhørere|tilhørerne|publikum|pressen)\s+deltog\s+ikke\b"
        r"|\b(?:salen|lokalet|rummet)\s+(?:\w{1,14}\s+)?(?:tømt|tømmes|ryddes|rømmet|rømmes)\b(?!\s+for\s+(?!tilhør|publik|borger|gæst|presse))|\b(?:udelukket|undtaget|fritaget)\s+fra\s+(?:visning|udsendelse|udlevering|fremvisning)\b"
        r"|\b(?:ikke|ej)\s+(?:\w{1,14}\s+)?(?:givet\s+adgang\s+til\s+(?:sag|punkt|møde)\w*|til\s+(?:almindelige?t?|offentlige?t?|alment)\s+kendskab)\b|^\W*(?:\w*udvalget|\w*rådet|bestyrelsen|medlemmerne)\s+alene\W*$|^\W*uofficiel\w*\s+(?:del|afdeling|møde|dagsorden|punkt)\w*"
        r"|\b(?:udsendes|udleveres|omdeles)\s+(?:kun\s+|alene\s+)?på\s+papir\b"
    ),
    # what is protected, by its own name or by that of the law
    Stem(
        r"\benkeltpersoners?\s+(?:\w{1,14}\s+)?(?:private|økonomiske|personlige)\b|\bprivate\s+forhold\b|\bforretningshemmelig\w*|\bdrifts-?\s*(?:og|eller)\s+forretnings(?:mæssige\s+)?forhold\w*|\bindeholder\s+cpr\b|^\W*helbredsoplysninger\b.{0,20}$"
        r"|\bfølsom(?:t|me)?\s+(?:sag|punkt)\w*|\b(?:sag|punkt)\w*\s+er\s+(?:\w{1,14}\s+)?følsomt?\b|\bfortrol?\.|^\W*(?:jf\.?\s*)?(?:§+|paragraf)\s*(?:27|152)\W*$",
        r"\b(?:hverken|ingen)\s+forretningshemmelig\w*",
    ),
    Stem(r"\bretssikkerhedslov\w*.{0,20}?§+\s*43\b|§+\s*43\b.{0,30}?\bretssikkerhedslov\w*"),
    Stem(r"(?:\bsundhedslov\w*|\bsundhedsl\.).{0,20}?§+\s*4[0-3]\b|§+\s*4[0-3]\b.{0,40}?\bsundhedslov\w*"),
)
_NEEDED: frozenset[str] = frozenset().union(*(stem.needs for stem in STEMS))


def stem_in(folded: str) -> str | None:
    """The words of a `folding.plain` text that belong to the family of closed business and are about nothing else; None where none are."""
    words = words_in(folded, _NEEDED)
    ends: list[int] | None = None
    for stem in STEMS:
        if stem.needs.isdisjoint(words):
            continue
        others: list[re.Match[str]] | None = None
        for found in stem.regex.finditer(folded):
            if others is None:
                others = list(stem.no.finditer(folded))
                ends = ends if ends is not None else [0, *(end.end() for end in _SENTENCE_ENDS.finditer(folded)), len(folded)]
                others += [one for one in stem.elsewhere.finditer(folded) if not _about_business(folded, one, ends)]
            if not any(one.start() <= found.start() and found.end() <= one.end() for one in others):
                return found.group().strip(" \t-–:|([*")
    return None


def _about_business(folded: str, found: re.Match[str], ends: list[int]) -> bool:
    """Tells whether the sentence the words stand in speaks of the meeting or of its business."""
    at = max(end for end in ends if end <= found.start())
    to = min((end for end in ends if end >= found.end()), default=len(folded))
    return bool(_BUSINESS.search(folded, at, to))
