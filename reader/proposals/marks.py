"""The grammar marks of a word: the words of the field it is one of, and the tense it can stand in as a verb. Pure.

A word has several marks. A new word of the field goes where its like stands; after that the weights are trained anew.
"""

import re
from functools import lru_cache

# A person's name, whoever it is.
NAME = "navn"

_AGENTS = (
    r"forvaltning(?:en)?|administration(?:en)?|sekretariatet|sekretær(?:en)?|formand(?:en|skabet)?|leder(?:en)?|konsulent(?:en)?|chef(?:en)?|"
    r"direktør(?:en)?|direktionen|gruppen|medarbejder(?:en)?|planlægger(?:en)?|kasserer(?:en)?|koordinator(?:en)?"
)
_WORDS: dict[str, re.Pattern[str]] = {
    name: re.compile(words)
    for name, words in {
        "doer": rf"\w*(?:{_AGENTS})|vi|{NAME}",
        "body": r"\w*(?:udvalg(?:et)?|råd(?:et)?|bestyrelsen|nævnet)s?",
        "outsider": (
            r"kommunen|regionen|ministeriet|staten|kl|\w+styrelsen|\w*tilsynet|politiet|loven|borgerne|beboerne|ansøger\w*|bygherre\w*|"
            r"entreprenøren"
        ),
        "party": r"gruppe|liste|parti(?:et)?|mindretal(?:let)?|medlem|borger(?:en|ne)?",
        "modal": r"skal|bør|vil|må|kan|bedes|ønskes",
        "asks": r"ønsk(?:er|ede)|bad|beder|anmod(?:er|ede)|efterlys(?:er|te)|opfordr(?:er|ede)|efterspørger|efterspurgte",
        "decides": r"beslutte(?:de|r|t|s|des)|vedt(?:og|ager|aget)|aftalte?s?|enige?|lovede|påtog|tilbød",
        "later": r"næste|kommende|senere|igen|herefter|derefter|fremover|løbende|inden|senest|førstkommende|næstkommende",
        "often": r"hver|hvert|årligt?|halvårligt?|kvartalsvis|månedligt?|løbende|faste?",
        "time": (
            r"januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|primo|medio|ultimo|forår(?:et)?|"
            r"sommer(?:en)?|efterår(?:et)?|vinter(?:en)?|uge|kvartal|halvår"
        ),
        "been": r"blev|var|havde|fik|gik|kom|har|er|\w{2,}edes?",
        "passive": r"\w{3,}es",
        "not": r"ikke|ingen|intet|hverken|uden",
        "hearing": r"\w*høring\w*|høres|\w*bemærkninger|indsigelser|udtalelse\w*",
        "status": r"\w*(?:status|orientering|redegørelse|evaluering|tilbagemelding|opfølgning|opgørelse|rapport|beretning|afrapporter)\w*",
        "record": r"godkendt|tiltrådt|efterretning|vedtaget|anbefal\w*|drøftet|indstil\w*",
        "question": r"hvorfor|hvordan|hvornår|hvad|hvem|spørgsmål(?:et|ene)?|spørge|\?",
    }.items()
}
_PRESENT, _PLURAL = re.compile(r"\w{2,}r"), re.compile(r"\w*(?:rne|ler|ier|mer)")
_PASSIVE, _PAST = re.compile(r"\w{3,}es"), re.compile(r"\w{2,}(?:ede|te)")


@lru_cache(maxsize=20_000)
def marks_of(word: str) -> tuple[str, ...]:
    """The marks of a word in small letters."""
    return tuple(name for name, pattern in _WORDS.items() if pattern.fullmatch(word))


@lru_cache(maxsize=20_000)
def tense_of(word: str) -> str:
    """The tense a word would have were it the verb: present, passive or past; empty for what is none."""
    if _PRESENT.fullmatch(word) and not _PLURAL.fullmatch(word):
        return "present"
    if _PASSIVE.fullmatch(word):
        return "passive"
    return "past" if _PAST.fullmatch(word) else ""
