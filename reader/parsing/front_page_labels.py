"""The labelled lines of a front page: `Mødested: Rådhuset`, `Dato | 3. marts 2020`, `Deltagere:` and names on the lines below."""

import re
from dataclasses import dataclass, field

from danish.dates import find_dates, find_times
from reader.reading import TextBlock

LABELS = {
    "date": "mødedato|dato|mødedag|dato og tid|tid og sted|tidspunkt og sted|dato/tid|mødedato og tid|mødedato og -tidspunkt|afholdt|mødet holdt",
    "start": "mødetidspunkt|tidspunkt|tid|starttidspunkt|start|mødestart|mødet startede|mødet begyndte|mødet begyndt|mødet påbegyndt|møde start|"
    "klokkeslæt|mødetid|mødet åbnet|mødet starter|kl|mødets start|påbegyndt|starttidspunkt for møde|starttidspunkt for mødet|mødets starttidspunkt|mødet blev åbnet|mødet indledt|mødet indledtes|mødet startet|mødestart kl",
    "end": "sluttidspunkt|slut|mødet sluttede|mødet slut|mødet hævet|møde slut|afsluttet|mødet afsluttet|mødet blev hævet|mødeslut|hævet|mødet hævet kl|mødets afslutning|sluttidspunkt for møde|sluttidspunkt for mødet|mødets sluttidspunkt|mødet slutter|mødet sluttet|mødet afsluttes|mødet ophævet|mødet ophørte|mødet blev afsluttet|"
    "mødet hævedes|mødets slut|afslutning",
    "place": "mødested|sted|lokale|mødelokale|mødet afholdes|adresse",
    "attendees": "mødedeltagere|deltagere|medlemmer|til stede|tilstede|tilstedeværende|fremmødte|mødte|deltagende|deltagere i mødet|"
    "medlemmer til stede|tilstede var|til stede var|til stede fra udvalget|tilstedeværende medlemmer",
    "absent": "fraværende|afbud|ikke til stede|ikke tilstede|afbud fra|fraværende med afbud|fraværende uden afbud|forfald|ikke mødt|fravær|meldt afbud|havde meldt afbud|havde forfald|der var afbud fra|fraværende medlemmer|ikke fremmødte|udeblevet|udeblevne|"
    "fraværende/afbud|afbud/fraværende|afbud til mødet|anmeldt forfald|afbud med lovligt forfald|lovligt forfald",
    "guests": "gæst|gæster|eksterne deltagere|eksterne|inviterede|særligt inviterede|deltagere udefra|øvrige deltagere|endvidere deltog",
    "body": "udvalg|organ|råd|mødeforum|forum|udvalg/råd|udvalgsnavn|møde i",
    "other": "referent|mødeleder|ordstyrer|sekretær|formand|næstformand|dirigent|protokolfører|bemærkninger|dagsorden|side|mødetype|møde nr|"
    "fra forvaltningen|forvaltningen|udsendt|underskrift|status|mødenummer|øvrige|stedfortræder|stedfortrædere|suppleant|suppleanter|nb|"
    "fra administrationen|administrationen|tidsplan|dagsorden med referat|næste møde|sagsoversigt|sager|åbent referat|kopi til|tilforordnede",
}
_ROLE = {word: role for role, words in LABELS.items() for word in words.split("|")}
_WORDS = "|".join(sorted(map(re.escape, _ROLE), key=len, reverse=True))
_LABELLED = re.compile(rf"(?P<label>{_WORDS})(?![\w/])\s*(?P<colon>[:.]?)\s*(?P<rest>.*)$", re.IGNORECASE | re.DOTALL)
# Words too common to be labels without a colon, when something follows on the line.
_NEEDS_COLON = {
    "tid", "start", "slut", "kl", "udvalg", "råd", "organ", "forum", "hævet", "sted", "medlemmer", "mødte", "forfald", "dato", "gæst", "gæster", "afholdt",
    "lokale", "mødelokale", "møde i",
}  # fmt: skip


@dataclass(slots=True)
class LabelledEntry:
    """A label's role, its lines, and the blocks they came from."""

    role: str
    lines: list[str] = field(default_factory=list)
    blocks: list[TextBlock] = field(default_factory=list)

    @property
    def text(self) -> str:
        return ", ".join(self.lines)


def entries_of(front: list[TextBlock]) -> tuple[list[LabelledEntry], list[TextBlock]]:
    """The labelled lines with what belongs to them, and the blocks that are neither."""
    entries: list[LabelledEntry] = []
    others: list[TextBlock] = []
    open_entry: LabelledEntry | None = None
    for block in front:
        label = _label(block)
        awaited = open_entry and not open_entry.lines and block.text[:2].lower() == "kl"  # the hour of the label on the line above
        if label and not awaited:
            role, rest = label
            entries.append(LabelledEntry(role, [line for line in rest.split("\n") if line.strip()], [block]))
            open_entry = None if entries[-1].lines else entries[-1]
        elif open_entry and _belongs(open_entry, block):
            open_entry.lines.append(block.text.replace("\t", ", "))
            open_entry.blocks.append(block)
        else:
            open_entry = None
            others.append(block)
    return [entry for entry in entries if entry.lines], others


def _label(block: TextBlock) -> tuple[str, str] | None:
    """The label's role and what follows it, of a labelled line or row."""
    if block.kind == "table_row":
        filled = [cell for cell in block.cells if cell]
        role = _ROLE.get(filled[0].strip(" :.").lower()) if filled else None
        if role:
            return role, "\n".join(filled[1:])
    match = _LABELLED.match(block.text.replace("\t", " "))
    if not match:
        return None
    label = match["label"].lower()
    if match["rest"] and match["colon"] != ":" and (_ROLE[label] == "other" or (label in _NEEDS_COLON and not match["colon"])):
        return None
    return _ROLE[label], match["rest"]


def _belongs(entry: LabelledEntry, block: TextBlock) -> bool:
    """Tells whether the line goes on with a label that stands alone: names, or the one value that is asked for."""
    if block.kind in ("table_row", "heading") or len(block.text) > 300:
        return False
    if entry.role in ("attendees", "absent", "guests"):
        return block.text[:1].isupper() and not find_dates(block.text) and not find_times(block.text) and not block.text.endswith(":")
    return not entry.lines and entry.role != "other"
