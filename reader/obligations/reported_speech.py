"""The part of a sentence that is the body's own request: without quotations, without somebody's mere words, and without proposals that fell."""

import re

from reader.obligations.bodies import bodies_in
from reader.obligations.passages import Passage
from reader.obligations.prefilter import has

_QUOTED = re.compile(r"[\"”“»«][^\"”“»«]{20,}[\"”“»«]")

# A verb of saying, thinking or advising: what follows it is an opinion, a proposal or news, up to what is asked after it.
SAYING = (
    "anbefaler", "anbefalede", "bemærker", "bemærkede", "efterspurgte(?! (?:en |et )?(?:begrundelse|forklaring|svar|tal))", "er glad for", "er imod", "er positiv", "er tilfreds", "finder(?! en | et | frem | tid| ud af| emner| lokale)",
    "beretter", "berettede", "forklarede", "forklarer", "fortæller(?<!og fortæller)", "gør opmærksom på", "gjorde opmærksom på", "nævner", r"nævnte(?! \w+er\b)", "foreslog", "foreslår", "fortalte", "forudsætter", "fremhæver", "fremhævede", "fremlagde", "gav udtryk", "gennemgik",
    "kan(?: ikke)? støtte", "kan(?: ikke)? tiltræde", "konstaterede", "kunne ikke støtte", "kvitterede",  "lagde vægt", "mener", "mente",
    "noterede sig", "noterer sig", "opfatter", "oplyser", "oplyste", "orienterede", "peger på", "pegede på", "påpeger", "påpegede",
    "præsenterede", "redegjorde", "stillede forslag", "støtter", "støttede", "takker", "takkede", "tilslutter sig", "tog forbehold",
    "udtaler", "udtalte", "udtrykker(?! (?:et )?ønske)", "udtrykte(?! (?:et )?ønske)", "undrede sig", "vurderede", "vurderer", "vægter", "understregede", "understreger",
    "drøftede, om", "drøftede, hvordan", "drøftede muligheden", "ønskede(?: det)? tilført", "ønsker(?: det)? tilført", "besvarede",
)  # fmt: skip
# "Konsulenten sagde, at han tager kontakt": who says so of himself promises it.
_PROMISED = re.compile(
    r"\b(?:oplyste|sagde|fortalte|meddelte|nævnte|svarede|oplyser|siger), at (?:hun|han|de|vi|den) (?:vil|\w+er)\b(?! ikke)"
)
_SAYING_STEMS = tuple({re.split(r"[(,]", saying)[0].lower() for saying in SAYING})
_SAID = re.compile(
    rf"\b(?:{'|'.join(SAYING)})\b.*?(?=(?:,? og|,? men|[;.]) (?:\w+ )?(?:ønsker|ønskede|beder|bad|anmoder|anmodede|besluttede|vender tilbage|vil gerne)\b|$)",
    re.DOTALL,
)
# A vote that was lost takes the proposal with it.
_FELL = re.compile(r"\b(?:forkastet|forkastedes|bortfald(?:t|er)|faldt|nedstemt|ikke vedtaget|trukket tilbage)\b")
_OPINION = re.compile(r"^\W*Det er \w+s (?:opfattelse|holdning|vurdering|indtryk|synspunkt)\b")
# One member's or one party's wish is no wish of the body.
_WISH = re.compile(
    r"^\W*(?P<who>(?:Et mindretal|Mindretallet|(?-i:[A-ZÆØÅ])[\wæøå.-]*(?: (?-i:[A-ZÆØÅ])[\wæøå.-]*){0,4})(?: ?\([^()]{1,20}\))?[^.]{0,60}?) ønske(?:r|de)\b(?! at (?:spørge|vide|få))"
)
_COLLECTIVE = re.compile(
    r"(?:udvalget|rådet|bestyrelsen|forvaltningen|direktionen|nævnet|kommissionen)\b|^\W*(?:vi|der|det|medlemmerne|desuden|endvidere|herudover|derudover|samtidig|på|i|rådets|udvalgets)\b",
    re.IGNORECASE,
)  # fmt: skip
# "Rådet besluttede i april, at …": the day it was decided is over, and so is what was asked.
EARLIER_DECISION = re.compile(
    r"\b(?:besluttede|bad|ønskede|anmodede|vedtog|spurgte|aftalte|har (?:\w+ )?besluttet|blev (?:\w+ )?besluttet)\W+(?:\w+ ){0,2}$"
)
# The entries under these are points of an answer or a proposal, not things to do.
_LISTS_OPINIONS = re.compile(
    r"\bændringsforslag|følgende (?:punkter|bemærkninger|forslag|synspunkter|input)|\bindeholde|" + "|".join(SAYING), re.IGNORECASE
)

_LISTS_NEWS = re.compile(r"\b(?:orienterede|informerede|orientering) (?:\w+ ){0,4}om\b", re.IGNORECASE)


def own_words(passage: Passage) -> str:
    """The sentence without its quotations."""
    if not any(mark in passage.text for mark in '"”“»«'):
        return passage.text
    return _QUOTED.sub(" ", passage.text)


def asked_in(passage: Passage) -> str:
    """Gives the words with which the sentence itself asks or promises; an empty string when all of it is told, meant, proposed by one member, or lost."""
    text = own_words(passage)
    if _OPINION.search(text):
        return ""
    if _FELL.search(text) or _is_wish_of_one(text):
        return ""
    if not has(passage.low, _SAYING_STEMS) or _PROMISED.search(text):
        return text
    return _SAID.sub(" ", text)


def lists_opinions(opener: Passage | None) -> bool:
    """Tells whether the list under `opener` says what somebody thinks or proposes."""
    return opener is not None and bool(_LISTS_OPINIONS.search(opener.text)) and not lists_news(opener)


def lists_news(opener: Passage | None) -> bool:
    """Tells whether the list under `opener` is what somebody orally informed the body about ("Forvaltningen orienterede om:")."""
    return opener is not None and bool(_LISTS_NEWS.search(opener.text))


def _is_wish_of_one(text: str) -> bool:
    match = _WISH.match(text)
    return bool(match and not _COLLECTIVE.search(match["who"]) and not bodies_in(match["who"]))
