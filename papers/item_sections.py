"""The sections of an item on paper, each fact in its place and none of them twice."""

import re
from collections.abc import Sequence

from django.utils.translation import gettext as _

from documents.model import Block, Listing, Paragraph, Section
from meetings import texts
from papers.blocks import blocks_of
from papers.values import PaperItem, PaperSection

_SUMMARY = re.compile(r"(?:sags)?resum[eé]", re.IGNORECASE)
_VOTE = re.compile(r"\bstem", re.IGNORECASE)


def agenda_sections(item: PaperItem) -> list[Section]:
    """What stands on the agenda. What its text does not tell comes where minutes have it: recommendations after the summary, attachments last."""
    return _sections(item, [section for section in item.sections if not section.is_decision])[0]


def minutes_sections(item: PaperItem, *, is_draft: bool) -> list[Section]:
    """The same with what was decided: where the minutes have it, else after the recommendations. In a draft the heading waits for the decision."""
    written = list(item.sections)
    last = max((at for at, section in enumerate(written) if section.is_decision), default=None)
    if last is not None:
        return _sections(item, written, _happened(item, "\n".join(section.text for section in written)), at=last)[0]
    found, place = _sections(item, written)
    blocks = [*(blocks_of(item.decision) or [Paragraph([one]) for one in item.outcomes]), *_happened(item, item.decision)]
    decision = [Section(_("Decision"), blocks)] if blocks or is_draft else []
    return [*found[:place], *decision, *found[place:]]


def _sections(item: PaperItem, written: list[PaperSection], more: Sequence[Block] = (), *, at: int = -1) -> tuple[list[Section], int]:
    """The written sections with what they do not tell, and the place after the recommendations, which is the decision's. `more` is added to the section `at`."""
    attached = Listing([("", title) for title in item.attachments])
    listed = [texts.is_only(section.text, list(item.attachments)) for section in written]
    blocks = [[attached] if is_list else blocks_of(section.text) for section, is_list in zip(written, listed, strict=True)]
    found = [
        Section(section.heading or _("Without heading"), [*blocks[place], *(more if place == at else ())])
        for place, section in enumerate(written)
    ]
    recommended = [text for _number, text in item.recommendations]
    place = next((at for at, section in enumerate(written) if texts.around(section.text, recommended)), None)
    if place is None:
        place = 1 if written and _SUMMARY.fullmatch(written[0].heading.strip()) else 0
        if recommended:
            found.insert(place, Section(_("Recommendation"), [Listing([(f"{number}.", text) for number, text in item.recommendations])]))
    if item.attachments and not any(listed):
        found.append(Section(_("Attachments"), [attached]))
    return found, place + bool(recommended)


def _happened(item: PaperItem, told: str) -> list[Block]:
    """Votes, and who was away or took no part, as far as `told` does not say it."""
    votes = [] if _VOTE.search(told) else list(item.votes)
    parts = [f"{kind}: {name}" for kind, name in item.parts if name not in told]
    return [Paragraph([line]) for line in [*votes, *parts]]
