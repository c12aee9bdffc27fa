"""The words minutes use for their parts, and what each part is for.

A word is a heading only when it stands alone on its line, or before a colon where `INLINE` allows it. `role` says who reads the part:
summary, recommendation, decision, attachments, dissent, absence, presence, other.
"""

import re

_ROLES = {
    "summary": "sagsresumé, sagsresume, resume, resumé, sammendrag, sagsresumé, sagsresume, kort resumé, kort resume, resumé af sagen, indledning, beslutningstema, tema",
    "recommendation": (
        "indstilling, indstillinger, forslag, administrativ indstilling, forslag til beslutning, beslutningsforslag, anbefaling, forvaltningens indstilling, "
        "administrationens indstilling, direktionens indstilling, direktørens indstilling, borgmesterens indstilling, "
        "sekretariatets indstilling, administrationen indstiller, forvaltningen indstiller, indstilling fra forvaltningen, "
        "forvaltningen foreslår, forvaltningen anbefaler, administrationen foreslår, administrationen anbefaler, direktionen indstiller, direktionen foreslår, "
        "direktionen anbefaler, direktøren indstiller, borgmesteren indstiller, "
        "indstilling fra administrationen, formandens indstilling, administrationens anbefaling"
    ),
    "decision": (
        "beslutning, beslutninger, referat, aftale, aftaler, konklusion, udvalgets beslutning, rådets beslutning, byrådets beslutning, "
        "kommunalbestyrelsens beslutning, beslutning på mødet, protokol, beslutningsprotokol, mødets beslutning, aftalt, beslutning/referat, "
        "referat/beslutning, beslutning/aftale, aftalt/besluttet, besluttet, vedtaget, vedtagelse, det blev besluttet, beslutningen, protokollat, "
        "afgørelse, udvalgets afgørelse, udvalgets konklusion, rådets konklusion, nævnets afgørelse, nævnets beslutning, bestyrelsens beslutning, "
        "konklusion/beslutning, beslutning/konklusion, mødets konklusion, opsamling/beslutning, beslutning fra mødet, beslutning i udvalget, "
        "beslutning i rådet, udvalget besluttede, rådet besluttede"
    ),
    "attachments": (
        "bilag, bilagsoversigt, bilagsfortegnelse, åbne bilag, vedhæftede bilag, bilag til sagen, bilag til punktet, vedhæftede filer, "
        "vedlagte bilag, lukkede bilag, bilagsliste, vedhæftninger, offentlige bilag, sagens bilag, bilag der er vedlagt"
    ),
    "dissent": "mindretalsudtalelser og forkastede forslag, mindretalsudtalelse, mindretalsudtalelser, forkastede forslag, særudtalelse, særstandpunkt",
    "absence": "fraværende, afbud, ikke til stede, ikke tilstede, ikke mødt, fravær, afbud fra, fremmøde og inhabilitet, inhabilitet, afbud og inhabilitet",
    "presence": "til stede, tilstede, deltagere, mødedeltagere, deltagende, gæster, deltagere udefra, inviterede, øvrige deltagere",
    "other": (
        "sagsfremstilling, sagsbeskrivelse, sagsfremstilling og vurdering, beskrivelse af sagen, beskrivelse, baggrund, sagens baggrund, "
        "supplerende sagsfremstilling, supplerende oplysninger, præsentation, præsentation af sagen, indhold, "
        "økonomi, økonomiske konsekvenser, økonomiske forhold, økonomi og finansiering, økonomiske og personalemæssige konsekvenser, "
        "personalemæssige konsekvenser, bevillingsmæssige konsekvenser, konsekvenser, finansiering, økonomi og personaleforhold, "
        "lovgrundlag, retsgrundlag, lovgivning, juridiske konsekvenser, lovgrundlag m.v., lovgrundlag mv., retsgrundlag m.v., jura, "
        "videre proces, videre forløb, det videre forløb, den videre proces, proces, tidsplan, tids- og procesplan, sagens videre forløb, "
        "politisk behandling, sagsgang, sagens gang, behandling, kompetence, beslutningskompetence, tidligere behandling, tidligere beslutninger, "
        "historik, sagens historik, vurdering, forvaltningens vurdering, administrationens vurdering, administrationens bemærkninger, "
        "forvaltningens bemærkninger, bemærkninger, høring, høringssvar, kommunikation, kommunikation og presse, borgerinddragelse, "
        "inddragelse, formål, anledning, planforhold, miljøkonsekvenser, miljø, bæredygtighed, klima, klima og bæredygtighed, sundhed, "
        "sundhedsmæssige konsekvenser, implementering, opfølgning, evaluering, løsning, den videre sagsbehandling, "
        "redegørelse, sagens forløb, ansøgning, ansvar, information, politikker, konsekvenser for handicappede, forretningsgang, "
        "sagsgang og sagstype, beskrivelse af sagen, alternativ indstilling, beskrivelse af alternativ indstilling, øvrige konsekvenser, "
        "sagshistorik, sagshistorik, henvisninger, ansvarlig, ansvar, problemstilling, løsning, sagens opståen, udtalelser og høring, sagen behandles i, sagen afgøres i, oversigt over politisk behandling, inddragelse og høring, alternativer, "
        "tidsperspektiv, økonomiske forhold og konsekvenser, juridiske og planmæssige forhold, sagsforløb, personale, "
        "sagens kerne, retligt grundlag, handlemuligheder, udvalgets handlemuligheder, indledning og baggrund, baggrund og indledning, "
        "sagsoplysninger, dagsordentekst, dagsordenstekst, sagstekst, tekst, spørgsmål til drøftelse, noter, opsamling"
    ),
}
ROLES: dict[str, str] = {word.strip(): role for role, words in _ROLES.items() for word in words.split(",")}

# Words that also stand before a colon with their text on the same line: "Beslutning: Godkendt."
INLINE = re.compile(
    r"(?P<word>(?:[A-ZÆØÅ][\wæøå-]{2,40}s\s+)?(?:beslutning|konklusion)|Det blev besluttet|Besluttet|Vedtaget|Referat|Aftale|Indstilling|Sagsfremstilling|Resum[eé]|Baggrund|Økonomi|Indhold|Lovgrundlag|Videre proces)\s*:\s*(?P<rest>\S.*)",
    re.DOTALL | re.IGNORECASE,
)

# Labels of a single line, which leaves the part it stands in open: the text after the colon is all that belongs to it.
ONE_LINE = re.compile(
    r"(?P<word>Fraværende(?: (?:i sagen|i punktet|under punktet|ved punktet|medlemmer|ved behandlingen))?|Fravær|Meldt afbud|Afbud(?: fra)?|Ikke til ?stede|Deltog ikke|Til ?stede|Deltagere?|Gæst(?:er)?|Bilag)\s*:\s*(?P<rest>.*)",
    re.DOTALL | re.IGNORECASE,
)


# Words that as often are the decision itself as its heading: "Vedtaget."
_NEEDS_COLON = {"besluttet", "vedtaget", "aftalt", "det blev besluttet", "udvalget besluttede", "rådet besluttede"}
# "Fagchefens indstilling", "Direktionens anbefaling"
_SOMEBODYS = re.compile(r"[A-ZÆØÅ][\wæøåÆØÅ -]{2,40}s\s+(?:indstilling|anbefaling|forslag til beslutning)[ :.]*$")


def one_line_label(text: str) -> tuple[str, str] | None:
    """The role and the rest of a one-line label such as "Fraværende: Bo Dam"; None for any other line."""
    match = ONE_LINE.match(text) if ":" in text[:28] else None
    if not match:
        return None
    word = match["word"].lower()
    role = (
        "attachments" if word == "bilag" else "absence" if word[:3] in ("fra", "afb", "ikk", "mel") or word == "deltog ikke" else "presence"
    )
    return role, match["rest"]


def role_of(text: str) -> str | None:
    """Gives the role of the part under this heading; None when the text is no known heading."""
    if len(text) >= 60:
        return None
    word = text.strip(" :.,").lower()
    if word in _NEEDS_COLON and not text.rstrip().endswith(":"):
        return None
    return ROLES.get(word) or ("recommendation" if _SOMEBODYS.match(text) else None)
