"""The agenda that was made here beside the minutes under review: which of its items each is taken for, and what was not treated."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from accounts.only_posted import only_posted
from cases.access import Actor
from concurrency.forms import is_stale
from followups.models import Occurrence
from followups.presenters import OccurrencePresenter
from followups.selectors.occurrences import presenters_of
from minutes import services
from minutes.access import get_import
from minutes.agenda_matching import AgendaMatch, agenda_matches, swallowed_by, untreated
from minutes.corrections import find_item
from minutes.corrections.values import STANDS_FOR
from minutes.storing import snapshot
from minutes.views.permissions import import_permission_required
from minutes.wording import say
from reader import facts

NEW = "nyt"


@dataclass(frozen=True, slots=True)
class AgendaChoice:
    """An item of the agenda that an item of the document may be; `key` is `nyt` for none of them."""

    key: str
    text: str
    is_chosen: bool


@dataclass(slots=True)
class UndecidedItem:
    """An item that stood on the agenda, what was to be answered under it, and the item of the document whose text it may stand in."""

    item: facts.ItemFacts
    within: facts.ItemFacts | None = None
    promises: list[OccurrencePresenter] = field(default_factory=list)

    @property
    def name(self) -> str:
        return heading(self.item)


def heading(item: facts.ItemFacts) -> str:
    number = item.number or item.label
    return f"{number}. {item.title}" if number else item.title


def choices_of(taken: AgendaMatch | None) -> list[AgendaChoice]:
    """Gives the items of the agenda that the item may be said to be, the one it is taken for first; nothing where there is nothing to ask."""
    if taken is None:
        return []
    items = [taken.item, *taken.free] if taken.item else taken.free
    found = [AgendaChoice(str(one.row), heading(one), one is taken.item) for one in items]
    return [*found, AgendaChoice(NEW, _("not on the agenda: it came on at the meeting"), taken.item is None)]


def untreated_of(will_be: facts.Minutes, reading: facts.Minutes, actor: Actor) -> list[UndecidedItem]:
    """Those of the meeting as it will be in the register. Four queries where there are any: what was to be answered under them."""
    found = {item.row: UndecidedItem(item, swallowed_by(item, reading)) for item in untreated(will_be)}
    if not found:
        return []
    waiting = Occurrence.objects.visible_to(actor).open().filter(placed_on__in=found).in_time()
    for told in presenters_of(list(waiting.values_list("pk", flat=True)), actor):
        found[told.occurrence.placed_on_id].promises.append(told)
    return list(found.values())


@import_permission_required
@only_posted("import-review")
def import_agenda_item(request: HttpRequest, pk: int) -> HttpResponse:
    """`punkt` is the item's key in the reading, `er` the key of the item of the agenda that it is, or `nyt`."""
    import_ = get_import(request, pk)
    key, said = request.POST.get("punkt", ""), request.POST.get("er", "")
    minutes = services.reading_of(import_) if import_.reading else None
    found = find_item(minutes, key) if minutes else None
    if minutes is None or found is None:
        raise Http404
    if is_stale(request, import_):
        messages.warning(request, say("reading_corrected_since", {}))
        return redirect(import_)
    known = {choice.key for choice in choices_of(_taken(minutes, found, import_, request.actor))}
    if said not in known:
        raise Http404
    changes = {STANDS_FOR: 0 if said == NEW else int(said)}
    try:
        services.correct_reading(import_=import_, item=key, changes=changes, by=request.user, now=request.now)
    except services.ImportRefused as refused:
        messages.error(request, str(refused))
    return redirect(f"{import_.get_absolute_url()}#laest-{key}")


def _taken(minutes: facts.Minutes, item: facts.ItemFacts, import_, actor: Actor) -> AgendaMatch | None:
    """Of another body's register nothing is told, by no refusal either."""
    matches, _warnings, meeting, _numbers = services.look_up(minutes, import_.said)
    if meeting is None or not actor.manages(matches.body.id):
        return None
    found: Sequence[AgendaMatch | None] = agenda_matches(snapshot(meeting), minutes)
    return next((one for one, shown in zip(found, minutes.items, strict=True) if shown.key == item.key), None)
