"""The page of a meeting's obligations, each beside its sentence, for the secretary to answer for."""

from dataclasses import dataclass, field

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from followups.models import FollowUp, PlannedTreatment
from hearings.models import Hearing
from meetings.models import AgendaItem, Meeting, Reviewed, Section
from meetings.parts import fetch_parts
from minutes.access import get_obligation
from minutes.highlighting import Highlighted, highlight
from minutes.models import Import
from minutes.selectors import ItemWithObligations, held_by
from minutes.storing.readings import fact_as_read, fact_of
from minutes.storing.sources import place_of
from minutes.views.permissions import meeting_secretary_required
from minutes.views.presenters import ObligationPresenter, present
from minutes.views.shown_proposals import Lately, ShownProposal, lately, shown_proposals_of
from reader import facts


@dataclass(slots=True)
class Card:
    """One obligation: what it says, what was read before it was corrected, and where in its section the sentence stands."""

    kind: str
    row: Hearing | FollowUp | PlannedTreatment
    told: ObligationPresenter
    as_read: ObligationPresenter | None
    section: Section | None = None
    marked: Highlighted | None = None
    at: facts.TextPlace | None = None
    import_: Import | None = None

    @property
    def anchor(self) -> str:
        return anchor(self.kind, self.row)


@dataclass(frozen=True, slots=True)
class ItemCards:
    """An item with its cards, and what is proposed beside them, which nothing counts."""

    item: AgendaItem
    cards: list[Card]
    maybes: list[ShownProposal]


@dataclass(slots=True)
class ObligationsPage:
    """The meeting's items with their cards; to those without any one can still be added."""

    meeting: Meeting
    items: list[ItemCards] = field(default_factory=list)
    lately: Lately | None = None

    @property
    def cards(self) -> list[Card]:
        return [card for shown in self.items for card in shown.cards]

    @property
    def maybes(self) -> list[ShownProposal]:
        return [maybe for shown in self.items for maybe in shown.maybes]

    @property
    def waiting_maybes(self) -> list[ShownProposal]:
        return [maybe for maybe in self.maybes if not maybe.is_left]

    @property
    def without(self) -> list[AgendaItem]:
        return [shown.item for shown in self.items if not (shown.cards or shown.maybes)]

    @property
    def unreviewed(self) -> list[Card]:
        return [card for card in self.cards if card.told.is_unreviewed]

    def next_after(self, anchor_: str) -> str:
        """The anchor of the unanswered card or proposal that comes next after that one, round to the first; nothing when none is left."""
        order = [one.anchor for shown in self.items for one in (*shown.cards, *shown.maybes)]
        place = order.index(anchor_) if anchor_ in order else 0
        waiting = {card.anchor for card in self.unreviewed} | {maybe.anchor for maybe in self.waiting_maybes}
        return next((one for one in [*order[place + 1 :], *order[: place + 1]] if one in waiting), "")

    def maybe(self, item: int, key: str) -> ShownProposal | None:
        """The proposal of that item and sentence."""
        return next((one for one in self.maybes if (one.item.pk, one.key) == (item, key)), None)


def anchor(kind: str, row: Reviewed) -> str:
    return f"{kind}-{row.pk}"


@meeting_secretary_required
@require_safe
def meeting_obligations(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    """Every obligation of the meeting beside its sentence. Closed items are shown too, and their reading is logged."""
    page = page_of(request, meeting)
    request.readings.add(*(shown.item for shown in page.items if shown.cards or shown.maybes))
    return render(request, "obligations/page.html", {"meeting": meeting, "page": page})


@meeting_secretary_required
@require_safe
def card(request: HttpRequest, meeting: Meeting, kind: str, row: int) -> HttpResponse:
    """One card, for htmx; the page at that card for everybody else."""
    found = get_obligation(request, row, kind=kind, meeting=meeting)
    if not request.htmx:
        return redirect(address(meeting, anchor(kind, found)))
    return render(
        request, "obligations/card.html", {"meeting": meeting, "item": found.item, "card": card_of(request, meeting, kind, found)}
    )


def page_of(request: HttpRequest, meeting: Meeting) -> ObligationsPage:
    imports = _imports(request, meeting)
    held = held_by(meeting, request.actor)
    maybes = shown_proposals_of(held, meeting, request.actor)
    return ObligationsPage(meeting, [ItemCards(one.item, _cards(one, imports), maybes[one.item.pk]) for one in held], lately(request.actor))


def card_of(request: HttpRequest, meeting: Meeting, kind: str, row: Reviewed) -> Card:
    """The card of one obligation, beside its own item's text."""
    fetch_parts([row.item], request.actor, "sections")
    return _cards(ItemWithObligations(row.item, [(kind, row)]), _imports(request, meeting))[0]


def address(meeting: Meeting, fragment: str = "") -> str:
    """The page of the meeting's obligations, at the card named."""
    page = reverse("meeting-obligations", kwargs={"pk": meeting.pk})
    return f"{page}#{fragment}" if fragment else page


def _imports(request: HttpRequest, meeting: Meeting) -> dict[int, Import]:
    """The meeting's imports by document, through which a place can be shown in the original."""
    imports = Import.objects.visible_to(request.actor).filter(meeting=meeting, reading__isnull=False)
    return {import_.document_id: import_ for import_ in imports.only("pk", "document_id")}


def _cards(held: ItemWithObligations, imports: dict[int, Import]) -> list[Card]:
    cards = []
    for kind, row in held.obligations:
        read = fact_as_read(row)
        card = Card(kind, row, present(fact_of(row)), present(read) if read else None, at=place_of(row), import_=imports.get(row.source_id))
        card.section, card.marked = _sentence(held.item, row)
        cards.append(card)
    return cards


def _sentence(item: AgendaItem, row: Reviewed) -> tuple[Section | None, Highlighted | None]:
    """The section the sentence stands in, the one it was read from before others that say the same."""
    sections = sorted(item.readable_sections, key=lambda section: place_of(section) != place_of(row))
    found = ((section, highlight(section.text, row.quote)) for section in sections)
    return next(((section, marked) for section, marked in found if marked), (None, None))
