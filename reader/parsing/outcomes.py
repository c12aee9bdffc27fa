"""The outcome of a decision: one outcome for the whole, or one per recommendation where it answers them apart."""

import re

from reader.facts import OutcomeFacts
from reader.reading import TextBlock

from .sections import place_of
from .sentences import sentences
from .vocabulary import one_line_label

# In this order where two begin at the same word; else what stands first in the text counts.
_WORDS = (
    ("rejected", r"ikke\s+(?:godkendt|imødekommet|tiltrådt|vedtaget)|(?:kan|kunne) ikke (?:godkende|tiltræde|imødekomme)\w*|afvis\w+|forkast\w+|afslag|afslå\w+|faldt|bortfald\w*"),
    ("deferred", r"(?:(?:sagen|punktet|behandlingen|beslutningen|indstillingen|sag|punkt)\b[^.]{0,60}?\s|^(?:\W*at\s+)?)(?:uds(?:at|ættes|ætte)|udsk(?:udt|ydes|yde))\b|besluttede at udsætte|genoptages|tilbagesend\w+|tages? af dagsordenen|taget af dagsordenen"),
    ("recommended", r"anbefal(?:es|er|et|ede)\b|indstilles\b|indstiller\b|fremsendes med anbefaling"),
    ("noted", r"(?:til|til\s+foreløbig)\s+efterretning|taget til orientering"),
    ("approved", r"godkend\w*|tiltråd\w*|tiltræd\w*|vedtag\w*|imødekom\w*|bevilg\w*|følger indstillingen|indstilling(?:en)? følges|fulgte indstillingen|som indstillet|(?:blev|er) fulgt"),
    ("appointed", r"udpeg\w+|valgt\b|vælges\b|valgte\b|konstituere\w+|konstitueret"),
    ("discussed", r"drøft\w+"),
)  # fmt: skip
_OUTCOME = re.compile("|".join(rf"(?P<{name}>\b(?:{words}))" for name, words in _WORDS), re.IGNORECASE)
_ASIDE = re.compile(
    r"ændringsforslag|modforslag|mindretalsudtalelse|stillede forslag|fremsatte|foreslog|foreslår|bemærke[dr]", re.IGNORECASE
)
# Where nothing was recommended and somebody told of something, verbs like "godkendt" are about the world, not about the item.
_TOLD = re.compile(r"\borienterede\b", re.IGNORECASE)
# "1. at taget til efterretning", "3. og 4. at.", "Ad 1 og 2:", "Punkt 1-3)", "Indstilling 2:"
_SPLIT = re.compile(
    r"(?:(?:Ad|Pkt\.?|Punkt|Indstilling(?:spunkt)?|Nr\.?|Vedr\.?(?:\s+(?:pkt\.?|punkt|indstilling))?)\s*)?"
    r"(?P<numbers>(?:\d{1,2}|[A-H](?=\s?[.)]|\s+og\s+[A-H]\)))(?:(?:\s*[.)]?\s*(?:,|og|-|–|samt|\+)\s*)(?:\d{1,2}|[A-H](?=[.)]))){0,8})\s*(?:[.):]+\s*(?:at\b[.:]?)?|-at\b[.:]?|\s+at\b[.:]?)\s*(?P<text>.*)",
    re.DOTALL | re.IGNORECASE,
)
# "Første indstilling godkendt.", "Punkt 2 blev udsat": the answer follows right on the recommendation it is for.
_NTH = ("første", "anden", "tredje", "fjerde", "femte", "sjette")
_SPOKEN = re.compile(
    rf"(?:(?P<nth>{'|'.join(_NTH)})\s+(?:indstilling(?:spunkt)?|punkt|at|pind)|(?:Punkt|Pkt\.?|Indstilling(?:spunkt)?)\s*(?P<numbers>\d{{1,2}}(?:(?:,\s*|\s+og\s+)\d{{1,2}}){{0,8}})|(?P<bare>\d{{1,2}})\s+[–-](?=\s))"
    r"\s+(?:(?:blev|bliver|er)\s+)?(?:enstemmigt\s+)?(?P<text>(?:ikke\s+)?(?:godkend|tiltr[åæ]d|vedtag|imødekom|bevilg|uds[aæk]|tage[st]\s+(?:til|af)|afvis|forkast|anbefal|indstilles|drøft|fulgt).*)",
    re.DOTALL | re.IGNORECASE,
)
_NEXT_ANSWER = re.compile(r"(?<=[.;,])\s+(?=(?:(?:Ad|Pkt\.?|Punkt|Indstilling(?:spunkt)?)\s*\d{1,2}|\d{1,2}[.)]\s*at)\b)")
_WORDED = re.compile(r"(?:Ad|Pkt|Punkt|Indstilling|Nr|Vedr)", re.IGNORECASE)


def outcomes_of(blocks: list[TextBlock], recommendations: int) -> list[OutcomeFacts]:
    """The outcomes of this body's decision, given its blocks and how many recommendations there were."""
    blocks = [block for block in blocks if not one_line_label(block.text)]
    split = _split(blocks, recommendations)
    if split:
        return split
    text = " ".join(block.text for block in blocks)
    if blocks and not recommendations and _TOLD.search(blocks[0].text):
        return [OutcomeFacts(None, "other", place_of(blocks))]
    return [OutcomeFacts(None, outcome_in(text), place_of(blocks))] if text else []


def outcome_in(text: str) -> str:
    """The outcome the text begins with; `other` when it says none of the usual words."""
    for sentence in re.split(r"(?<=[.!?])\s+(?=[A-ZÆØÅ])", text):
        if _ASIDE.search(sentence):
            continue
        found = _OUTCOME.search(sentence)
        if found:
            return found.lastgroup or "other"
    return "other"


def answered_in(line: str, recommendations: int) -> tuple[list[int], str]:
    """Which of so many recommendations a line of the decision answers, and the words after their numbers; none and all of it for any other."""
    if spoken := _SPOKEN.match(line):
        numbers = [_NTH.index(spoken["nth"].lower()) + 1] if spoken["nth"] else _numbers(spoken["numbers"] or spoken["bare"])
        return [n for n in numbers if n <= max(recommendations, 1)], spoken["text"]
    match = _SPLIT.match(line)
    if not match:
        return [], line
    return [n for n in _numbers(match["numbers"]) if n <= max(recommendations, 1 if _WORDED.match(line) else 0)], match["text"]


def answers_of(line: str) -> list[str]:
    """The answers to single recommendations that stand after each other in one line; any other line as it is."""
    return sentences(line) if _SPOKEN.match(line) else _NEXT_ANSWER.split(line) if _SPLIT.match(line) else [line]


def _split(blocks: list[TextBlock], recommendations: int) -> list[OutcomeFacts]:
    outcomes: list[OutcomeFacts] = []
    answered: set[int] = set()
    for block in blocks:
        if _ASIDE.search(block.text):
            break
        if block.kind not in ("paragraph", "list_item"):
            continue
        for answer in answers_of(block.text):
            numbers, said = answered_in(answer, recommendations)
            for number in numbers:
                if number not in answered:
                    answered.add(number)
                    outcomes.append(OutcomeFacts(number, outcome_in(said), place_of([block])))
    return outcomes if outcomes and recommendations > 1 else []


def _numbers(text: str) -> list[int]:
    found = [int(number) if number.isdigit() else ord(number) - ord("A") + 1 for number in re.findall(r"\d+|\b[A-H]\b", text.upper())]
    if re.search(r"\d\s*[-–]\s*\d", text) and len(found) == 2 and found[0] < found[1] <= found[0] + 20:
        return list(range(found[0], found[1] + 1))
    return found
