"""The body that a report is owed to, where that is another than the one in whose minutes the report is told."""

import re

from reader.obligations.abbreviations import in_full
from reader.obligations.bodies import Named, bodies_in, is_own
from reader.obligations.passages import Setting
from reader.parsing.names import presentable

_GETS = (
    r"(?:modtager?|modtog|får|fik|skal have|forelægges|præsenteres for|orienteres|holdes orienteret|informeres|ønske[rs]?|ønskede|bad|beder|"
    r"(?:besluttede|vedtog),? at (?:få|modtage)|vil (?:\w+ )?(?:modtage|få|have|blive (?:forelagt|orienteret|præsenteret)))"
)
# "Socialudvalget modtager (hvert kvartal) …", and turned round: "Hvert kvartal får Socialudvalget …".
_AFTER = re.compile(rf"\s+(?:\w+ )?{_GETS}\b", re.IGNORECASE)
_BEFORE = re.compile(rf"\b{_GETS}\s+\Z", re.IGNORECASE)
# "… giver en status til Socialudvalget", "… forelægges Byrådet".
_GIVEN_TO = re.compile(
    r"\b(?:gives?|giver|aflægge[rs]|afrapportere[rs]|rapportere[rs]|forelægge[rs]|fremlægge[rs]|orientere[rs]|redegør|status|redegørelse|"
    r"rapport|orientering|opfølgning)\b[^.:;]{0,60}?(?:\s(?:til|for|i))?\s+\Z",
    re.IGNORECASE,
)
_BARE = re.compile(r"(?:\w+\s)?(udvalg|råd|bestyrelse|nævn)(?:et|en)\Z", re.IGNORECASE)


def recipient_of(text: str, setting: Setting) -> str:
    """Returns the body that gets the report the sentence tells of; "" where it names none, or the meeting's own body is among them."""
    text = in_full(text, setting.short)
    named = bodies_in(text)
    found = [_meant(body, named, setting) for body in named if _gets(text, body)]
    others = [name for name in found if name and not is_own(name, setting)]
    return presentable(others[0]) if others and len(others) == len([name for name in found if name]) else ""


def _gets(text: str, body: Named) -> bool:
    if text[body.end :].startswith("s "):  # "Socialudvalgets møde" gets nothing
        return False
    before = text[: body.start]
    return bool(_AFTER.match(text, body.end) or _BEFORE.search(before) or _GIVEN_TO.search(before))


def _meant(body: Named, named: list[Named], setting: Setting) -> str:
    """The name of the body; of a bare "udvalget" in the minutes of a council the committee named before it, "" where none is."""
    bare = _BARE.fullmatch(body.name)
    if not bare or (kind := bare.group(1).lower()) in (setting.body or "").lower():
        return body.name
    before = [one.name for one in named if one.start < body.start and kind in one.name.lower() and one.name.lower() != body.name.lower()]
    return before[-1] if before else ""
