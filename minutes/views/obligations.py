"""What a meeting's items ask for, promise and expect, each beside its sentence, for the secretary to answer for."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from followups.models import FollowUp, PlannedTreatment
from hearings.models import Hearing
from meetings import services
from meetings.models import AgendaItem, Meeting, Reviewed, Section
from minutes import facts
from minutes.marking import Marked, mark
from minutes.models import Import
from minutes.selectors import MODELS, Held, held_by
from minutes.storing.places import place_of
from minutes.storing.readings import fact_as_read, fact_of
from minutes.views.access import View, importers_only
from minutes.views.telling import Told, tell


@dataclass(slots=True)
class Card:
    """One obligation: what it says, what was read before it was corrected, and where in its section the sentence stands."""

    kind: str
    row: Hearing | FollowUp | PlannedTreatment
    told: Told
    as_read: Told | None
    section: Section | None = None
    marked: Marked | None = None
    at: facts.Place | None = None
    import_: Import | None = None

    @property
    def anchor(self) -> str:
        return anchor(self.kind, self.row)


@dataclass(slots=True)
class Page:
    """The meeting's items with their cards; to those without any one can still be added."""

    meeting: Meeting
    items: list[tuple[AgendaItem, list[Card]]] = field(default_factory=list)

    @property
    def cards(self) -> list[Card]:
        return [card for _item, cards in self.items for card in cards]

    @property
    def without(self) -> list[AgendaItem]:
        return [item for item, cards in self.items if not cards]

    @property
    def unreviewed(self) -> list[Card]:
        return [card for card in self.cards if card.told.is_unreviewed]

    def next_after(self, anchor_: str) -> str:
        """The anchor of the unreviewed card that comes next after that one, round to the first; nothing when none is left."""
        order = [card.anchor for card in self.cards]
        place = order.index(anchor_) if anchor_ in order else 0
        waiting = {card.anchor for card in self.unreviewed}
        return next((one for one in [*order[place + 1 :], *order[: place + 1]] if one in waiting), "")


def anchor(kind: str, row: Reviewed) -> str:
    return f"{kind}-{row.pk}"


def those_who_serve(view: View) -> Callable[..., HttpResponse]:
    """Hands the view the meeting in place of its key. Others than those who serve its body are not told that there is such a page."""

    @importers_only
    @wraps(view)
    def guarded(request: HttpRequest, pk: int, **kwargs) -> HttpResponse:
        meeting = get_object_or_404(Meeting.objects.select_related("body"), pk=pk)
        if not request.viewer.serves_body(meeting.body_id):
            raise Http404
        return view(request, meeting, **kwargs)

    return guarded


@those_who_serve
@require_safe
def meeting_obligations(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    """Every obligation of the meeting beside its sentence. Closed items are shown too, and their reading is logged."""
    page = page_of(request, meeting)
    services.log_closed_reading(items=[item for item, cards in page.items if cards], viewer=request.viewer, now=request.now)
    return render(request, "obligations/page.html", {"meeting": meeting, "page": page})


@those_who_serve
@require_safe
def card(request: HttpRequest, meeting: Meeting, kind: str, row: int) -> HttpResponse:
    """One card, for htmx; the page at that card for everybody else."""
    found = row_of(meeting, kind, row)
    if not request.htmx:
        return redirect(address(meeting, anchor(kind, found)))
    return render(
        request, "obligations/card.html", {"meeting": meeting, "item": found.item, "card": card_of(request, meeting, kind, found)}
    )


def page_of(request: HttpRequest, meeting: Meeting) -> Page:
    imports = _imports(request, meeting)
    return Page(meeting, [(one.item, _cards(one, imports)) for one in held_by(meeting)])


def card_of(request: HttpRequest, meeting: Meeting, kind: str, row: Reviewed) -> Card:
    """The card of one obligation, beside its own item's text."""
    services.log_closed_reading(items=[row.item], viewer=request.viewer, now=request.now)
    return _cards(Held(row.item, [(kind, row)]), _imports(request, meeting))[0]


def row_of(meeting: Meeting, kind: str, pk: int) -> Reviewed:
    rows = MODELS[kind].objects.filter(item__meeting=meeting).select_related("item__meeting")
    return get_object_or_404(rows, pk=pk)


def address(meeting: Meeting, fragment: str = "") -> str:
    """The page of the meeting's obligations, at the card named."""
    page = reverse("meeting-obligations", kwargs={"pk": meeting.pk})
    return f"{page}#{fragment}" if fragment else page


def _imports(request: HttpRequest, meeting: Meeting) -> dict[int, Import]:
    """The meeting's imports by document, through which a place can be shown in the original."""
    imports = Import.objects.visible_to(request.viewer).filter(meeting=meeting, reading__isnull=False)
    return {import_.document_id: import_ for import_ in imports.only("pk", "document_id")}


def _cards(held: Held, imports: dict[int, Import]) -> list[Card]:
    cards = []
    for kind, row in held.obligations:
        read = fact_as_read(row)
        card = Card(kind, row, tell(fact_of(row)), tell(read) if read else None, at=place_of(row), import_=imports.get(row.source_id))
        card.section, card.marked = _sentence(held.item, row)
        cards.append(card)
    return cards


def _sentence(item: AgendaItem, row: Reviewed) -> tuple[Section | None, Marked | None]:
    """The section the sentence stands in, the one it was read from before others that say the same."""
    sections = sorted(item.sections.all(), key=lambda section: place_of(section) != place_of(row))
    found = ((section, mark(section.text, row.quote)) for section in sections)
    return next(((section, marked) for section, marked in found if marked), (None, None))
