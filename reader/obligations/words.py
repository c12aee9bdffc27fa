"""The words the phrases of `phrases.py` are made of, by the name they have there. A new word is a new entry here."""

import re

from reader.obligations.verbs import NO_INFINITIVE

# What somebody is to do: infinitives, of which the present ("undersøger") and the passive ("undersøges") are made.
DEEDS = (
    "afholde", "afklare", "aflægge besøg", "aftale", "annoncere", "arrangere", "belyse", "beregne", "beskrive", "bestille", "bestræbe", "booke", "bringe",
    "efterlyse", "eftersende", "etablere", "fastlægge", "finde", "fordele", "formidle", "formulere", "forberede", "foretage",
    "fremlægge", "fremsende", "følge op", "gennemføre", "gennemgå", "give besked", "give tilbagemelding", "gå i dialog", "gå videre",
    "henvende sig", "igangsætte", "indarbejde", "indbyde", "indhente", "indkalde", "indlede", "indsamle", "informere",
    "invitere", "justere", "kigge på", "kontakte", "koordinere", "kortlægge", "lave", "lægge", "medbringe", "medtage", "melde tilbage",
    "nedsætte", "offentliggøre", "omdele", "opdatere", "oprette", "opsætte", "organisere", "orientere", "oversende", "planlægge",
    "påbegynde", "rette henvendelse", "rette til", "rundsende", "rykke", "samle", "se nærmere på", "se på", "sende", "sikre", "skabe",
    "skrive", "svare", "sørge for", "tage fat i", "tage fat på", "tage initiativ", "tage kontakt", "tage op med", "tilrette",
    "tilrettelægge", "træffe", "tælle", "udarbejde", "tilføje", "uddybe", "udforme", "udsende", "udvide", "undersøge", "vedlægge",
    "videreformidle", "videresende", "vurdere", "sætte op", "hente", "ændre", "dele", "drage omsorg", "redegøre",
    "tage ud", "forhandle", "forhøre sig", "spørge ind", "bede", "opfordre", "ansøge", "søge", "bidrage", "tilmelde", "evaluere",
)  # fmt: skip

# In the present tense these tell what goes on as often as what is promised ("Formanden orienterer om …"): only with a time to come.
TELLING = (
    "beskrive", "bestræbe", "bidrage", "bringe", "dele", "efterlyse", "evaluere", "finde", "fordele", "fremlægge", "gennemføre", "henvende sig",
    "informere", "lægge", "opfordre", "bede", "orientere", "redegøre", "skabe", "svare", "søge", "tælle", "uddybe", "ansøge", "forhandle",
)  # fmt: skip

# Whoever can be asked to do something, as the end of the word. The body itself is asked too: "rådet indgår i".
AGENTS = (
    r"forvaltning(?:en)?", r"administration(?:en)?", r"sekretariatet", r"sekretær(?:en)?", r"formand(?:en|skabet)?", r"medlemmerne",
    r"direktør(?:en)?", r"(?<=\w)leder(?:en)?", r"(?<!mål)(?<!alders)gruppen", r"udvalget", r"rådet", r"bestyrelsen", r"borgmester(?:en)?",
    r"direktionen", r"(?<=\w)konsulent(?:en)?", r"konsulenten", r"(?<=\w)chef(?:en)?", r"chefen",
)  # fmt: skip

# What a body is told by.
STATUS = (
    r"\w*(?:status(?!løs)(?:notat|rapport|opgørelse|møde|punkt|sag|redegørelse|orientering)?(?:er|en|et)?|orientering(?:er|en|spunkt)?|"
    r"opfølgning(?:er|en)?|(?:redegørelse|evaluering|rapportering|rapport)(?:er|en)?|tilbagemelding(?:er|en)?|opdatering(?:er|en)?|"
    r"nøgletal|beretning(?:en)?|opgørelse(?:r|n)?|oversigt(?:er|en)?|opsamling(?:en)?|redegjort|(?<!\w)melding(?:er)?|update[tn]?)"
)  # fmt: skip


def any_of(words: tuple[str, ...]) -> str:
    """A pattern for any of the words."""
    return "(?:" + "|".join(words) + ")"


def inflected(deeds: tuple[str, ...], ending: str) -> tuple[str, ...]:
    """The verb of each with the ending: `r` makes the present ("undersøger", "følger op"), `s` the passive ("undersøges")."""
    return tuple(re.sub(r"^\w+", lambda verb: verb.group() + ending, deed) for deed in deeds)


def participles(deeds: tuple[str, ...]) -> tuple[str, ...]:
    """The participles of what has been done: "undersøgt", "inviteret", "fulgt op" and the like; the few that go otherwise are left out."""
    return tuple(re.sub(r"^(\w+)e\b", r"\1e?t", deed) for deed in deeds)


NAMES: dict[str, str] = {
    "status": STATUS,
    "agent": any_of((rf"\w*{any_of(AGENTS)}", "vi", r"(?-i:[A-ZÆØÅ])[\w.-]+(?: (?-i:[A-ZÆØÅ])[\w.-]+){1,3}")),
    "administration": r"(?:(?:\w+)?forvaltning(?:en)?|administration(?:en)?|direktionen|sekretariatet|afdelingen|\w+chef(?:en)?)",
    "todo": any_of(DEEDS),
    "does": any_of(inflected(tuple(deed for deed in DEEDS if deed not in TELLING), "r")),
    "tells": any_of(inflected(TELLING, "r")),
    "done": any_of(inflected(DEEDS, "s")),
    "been": any_of(participles(DEEDS)),
    # Who is none of the body's own: what they do is told, not promised.
    "outsider": (
        r"(?:kommunen|regionen|ministeriet|staten|kl|\w+styrelsen|\w+ministeriet|\w*tilsynet|politiet|\w+selskabet|planen|notatet|sagen|rapporten|"
        r"forslaget|politikken|strategien|loven|projektet|borgeren|der|den|det|de|dette|her|som|\w+erne)"
    ),
    # The body, as it is called when it acts or is told.
    "body": r"(?:\w*(?:udvalg|råd)ets?|\w*(?:bestyrelsen|nævnet|kommissionen|repræsentationen)s?|vi)",
    # The item itself, and a gathering that can be moved.
    "item": (
        r"(?:sag(?: nr\.)? \d+|sagen|sagerne|punktet|punkterne|pkt\. ?\d+|punkt \d+|emnet|forslaget|drøftelsen|behandlingen|beslutningen|indstillingen|orienteringen|"
        r"stillingtagen|planen|politikken|strategien|oplægget|spørgsmålet)"
    ),
    "gathering": r"(?:\w*mødet|besøget|studieturen|temadagen|besigtigelsen)",
    # Who decides to do so has done it: "besluttede at godkende".
    "settled": any_of(tuple(NO_INFINITIVE)),
    # What somebody does at a meeting of the body.
    "comes": (
        r"(?:komme[r]?|deltage[rs]?(?= (?:i|på) \w*møde)|gæste[rs]?|vise[rs]?|fortælle[rs]?|holde[rs]? (?:\w+ )?(?:oplæg|indlæg)|præsentere[rs]?|fremlægge[rs]?|gennemgå[rs]?|"
        r"medvirke[rs]?|tage[rs]? (?:der )?stilling|ønskes|drøfte[rs]?|behandle[rs]?|afgøre[rs]?|vende[rs]?)"
    ),
    # A meeting to come.
    "later": (
        r"(?:næste gang|(?:(?:et|det|udvalgets|rådets|byrådets|(?:et af )?de(?: \w+)?) )?(?:kommende|næste|næstkommende|senere|førstkommende|efterfølgende|følgende) "
        r"(?:ordinære )?\w*møde(?:r|rne)?)"
    ),
    # Its own meeting: "på mødet i september", "ved udvalgets møde den 3. april", "på rådets møde i maj".
    "meeting": r"(?:på|til|ved|i) (?:(?:et|sit|vores|(?:\w*udvalgets|\w*rådets|\w*bestyrelsens|det|årets)(?: første| sidste)?|første|sidste) )?(?!\w*(?:tema|dialog|borger|informations|forældre|formands|års)møde)(?:[\w-]*mødet|\w*møde (?:i|den|d\.))",
    "wants": (
        r"(?:ønske[rs]|ønskede|vil gerne|gerne vil|beder|bad|bedes|anmoder|anmodes|anmodede|efterlyser|efterlyste|efterspørger|forventer|ser frem til|"
        r"imødeser|afventer|skal have|vil have|ser gerne|(?:udtryk(?:te|ker)|ytrede|fremsatte|der (?:er|var)) (?:et )?ønske om|besluttede at (?:få|modtage|have)|vil følge|aftales|aftaltes|vil se)(?! bidrage| deltage| medvirke| hjælpe| støtte)"
    ),
    "gets": (
        r"(?:får(?! (?:\w+ )?tilsendt (?:den|det|de) )|modtager|(?:vil|skal) (?:\w+ )?(?:få|modtage|have|orienteres|forelægges|blive (?:forelagt|orienteret|præsenteret|givet))|"
        r"forelægges|forelægger|præsenteres for|orienteres|gives|giver|udarbejder|udarbejdes|afgiver|afgives|aflægger|fremlægger|fremlægges|"
        r"fremsender|fremsendes|(?:vil|skal) [^.]{0,40}?fremsende|rapporterer|afrapporterer|afrapporteres|(?:vender|melder) tilbage|vil vende tilbage|kommer|"
        r"følger op|følges op)(?! (?:et )?udkast)"
    ),
    "shown": (
        r"(?:forelægges|forelagt|gives(?! videre)|fremlægges|fremlagt|præsenteres|ønskes|følger|"
        r"(?:vil|skal) (?:\w+ )?blive (?:forelagt|fremlagt|givet|præsenteret))"
    ),
    "again": (
        r"(?:(?:tages?|tager|optages|tage) [^.]{0,40}?op (?:igen|på ny|til drøftelse|til behandling|på)|optages igen|genoptages|genoptager|genbehandles|behandles (?:igen|på ny)|"
        r"gen(?:besøges|drøftes|fremlægges|fremsendes|fremsættes|forelægges)|drøftes (?:igen|på ny|videre)|(?:får|have|få) (?:sagen|punktet|emnet|den|det) (?:igen|tilbage|retur|på ny)|"
        r"fortsættes|fortsætter på|(?:forelægges|fremlægges|sættes på) (?:igen|på ny)|kommer (?:igen|tilbage|retur)|vende[rs]? (?:\w+ )?retur)"
    ),
}  # fmt: skip
