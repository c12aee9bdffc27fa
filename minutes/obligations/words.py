"""The words the phrases are made of: who acts, what they do, what a status is called. A new word is a new entry here."""

import re

# What somebody is to do: infinitives, of which the present ("undersøger") and the passive ("undersøges") are made.
DEEDS = (
    "afholde", "afklare", "aftale", "arrangere", "beskrive", "besøge", "bestille", "bringe", "etablere", "fastlægge", "finde", "formidle",
    "formulere", "forberede", "fremsende", "følge op", "gå i dialog", "gå videre", "indarbejde", "indgå i", "indhente", "indkalde",
    "indlede", "indsamle", "invitere", "kigge på", "kontakte", "koordinere", "kortlægge", "lave", "medbringe", "medtage", "melde tilbage",
    "nedsætte", "omdele", "opdatere", "oprette", "oversende", "planlægge", "rette henvendelse", "rette til", "rundsende", "samle", "se på",
    "sende", "skrive", "sørge for", "tage fat i", "tage initiativ", "tage kontakt", "tilrette", "udarbejde", "udforme", "udsende",
    "undersøge", "vedlægge", "videreformidle", "videresende", "vurdere", "eftersende", "udvide", "justere", "offentliggøre", "annoncere",
    "udpege", "beregne", "belyse", "uddybe", "gennemgå", "træffe", "fremlægge", "orientere", "informere", "svare", "tage op med",
    "bestræbe", "sikre",
)  # fmt: skip

# Whoever can be asked to do something. The body itself is asked too: "rådet indgår i".
AGENTS = (
    "forvaltning(?:en)?", "administration(?:en)?", "sekretariatet", "sekretær(?:en)?", "formand(?:en|skabet)?", "næstformand(?:en)?",
    "medlemmerne", "direktør(?:en)?", "centerleder(?:en)?", "afdelingsleder(?:en)?", "projektleder(?:en)?", "arbejdsgruppen", "udvalget",
    "rådet", "borgmester(?:en)?", "direktionen", "styregruppen", "forretningsudvalget", "afdelingen", "konsulent(?:en)?",
)  # fmt: skip
PERSON = r"[A-ZÆØÅ][\wæøåé.-]+(?: [A-ZÆØÅ][\wæøåé.-]+){1,3}"

# What a body is told by.
STATUS = (
    r"(?:\w*status(?!løs)(?:notat|rapport|opgørelse|møde|punkt|sag|redegørelse|orientering)?(?:er|en|et)?|orientering(?:er|en|spunkt)?|opfølgning(?:er|en)?|"
    r"(?:\w+)?(?:redegørelse|rapport|evaluering|afrapportering|rapportering)(?:er|en)?|tilbagemelding(?:er|en)?|opdatering(?:er|en)?|"
    r"nøgletal|beretning(?:en)?|opgørelse(?:r|n)?|oversigt(?:er|en)?)"
)  # fmt: skip


def any_of(words: tuple[str, ...]) -> str:
    """A pattern for any of the words; a capital may begin each."""
    return "(?:" + "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" if word[0].isalpha() else word for word in words) + ")"


def present(deed: str) -> str:
    """`undersøge` → `undersøger`, `følge op` → `følger op`."""
    return _inflected(deed, "r")


def passive(deed: str) -> str:
    """`undersøge` → `undersøges`, `følge op` → `følges op`."""
    return _inflected(deed, "s")


def _inflected(deed: str, ending: str) -> str:
    return re.sub(r"^\w+", lambda verb: verb.group() + ending, deed)


TO_DO = any_of(DEEDS)
DOES = any_of(tuple(present(deed) for deed in DEEDS))
IS_DONE = any_of(tuple(passive(deed) for deed in DEEDS))
AGENT = f"(?:{any_of(AGENTS)}|{PERSON})"
