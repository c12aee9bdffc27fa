"""The pages on which the border between two items is moved, in a reading or in the register: splitting an item, joining two, moving text to the next."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from danish.numbers import whole_number
from minutes import services
from minutes.corrections import DoesNotApply, find_item, mark_of, point_at
from minutes.forms.headings import SplitReadingForm, heading_in
from minutes.views.hosts import Host
from minutes.views.originals import LARGEST_PLACE
from reader import facts


def split_item(request: HttpRequest, host: Host, item: str) -> HttpResponse:
    """The item's lines to choose from; with one chosen (`?afsnit=0&linje=2`) what becomes of the text from there on.

    A POST splits the item there, or with `gor=flyt` moves the text to the item below. The line's own text is sent along, and the mark
    of the item and of the one below (`vist`): they must not have changed meanwhile.
    """
    found = item_or_404(host.minutes, item)
    asked = request.POST if request.method == "POST" else request.GET
    context = {"host": host, "item": found, "back": host.address_of(item), "choose": host.split_address(item)}
    point = _point(found, asked)
    if point is None:
        return render(request, "minutes/split.html", context | {"sections": _lines(found)})
    below = _below(host.minutes, found)
    mark = mark_of(found, below) if below else mark_of(found)
    if request.method == "POST" and (asked.get("vist"), asked.get("tekst", "").split()) != (mark, str(point["text"]).split()):
        return host.left(_("The item has changed since you opened the page. Look it through once more."))
    form = SplitReadingForm(request.POST if request.POST.get("gor") == "del" else None, initial=_heading(found, point))
    try:
        if request.POST.get("gor") == "flyt" and below:
            host.move(item, point, below.key)
            return host.done(below.key)
        if form.is_valid():
            head = form.cleaned_data | {"case_number": form.cleaned_data["case_number"] or None}
            return host.done(host.split(item, point, head))
    except services.ImportRefused as refused:
        return host.left(str(refused))
    context |= {"point": point, "form": form, "below": below, "mark": mark, "text": _text_from(found, point)}
    return render(request, "minutes/split_here.html", context)


def join_item(request: HttpRequest, host: Host, item: str) -> HttpResponse:
    """Asks first; a POST makes the item a part of the one above, when both are as they were shown (`vist`)."""
    found = item_or_404(host.minutes, item)
    place = host.minutes.items.index(found)
    if not place:
        return host.left(_("There is no item above this one."))
    above = host.minutes.items[place - 1]
    mark = mark_of(above, found)
    if request.method != "POST":
        context = {"host": host, "item": found, "above": above, "mark": mark, "back": host.address_of(item)}
        return render(request, "minutes/join.html", context)
    if request.POST.get("vist") != mark:
        return host.left(_("The item has changed since you opened the page. Look it through once more."))
    try:
        host.join(item, request.POST.get("ind", ""))
    except services.ImportRefused as refused:
        return host.left(str(refused))
    return host.done(above.key)


def item_or_404(minutes: facts.Minutes, key: str) -> facts.ItemFacts:
    found = find_item(minutes, key)
    if found is None:
        raise Http404
    return found


def _point(item: facts.ItemFacts, asked) -> dict | None:
    """The place asked for; None when the address names none or nonsense."""
    numbers = [whole_number(asked.get(name, ""), most=LARGEST_PLACE) for name in ("afsnit", "linje")]
    if None in numbers:
        return None
    try:
        return point_at(item, *numbers)
    except DoesNotApply:
        return None


def _lines(item: facts.ItemFacts) -> list[tuple[facts.SectionFacts, list[tuple[int, str]]]]:
    """The lines that say something, each with its number in its section."""
    return [(one, [(n, line) for n, line in enumerate(one.text.split("\n")) if line.strip()]) for one in item.sections]


def _below(minutes: facts.Minutes, item: facts.ItemFacts) -> facts.ItemFacts | None:
    return next(iter(minutes.items[minutes.items.index(item) + 1 :]), None)


def _heading(item: facts.ItemFacts, point: dict) -> dict[str, str]:
    """The likely number and title of the new item: those of the line, or the section's heading where the section is taken whole."""
    heading = item.sections[point["section"]].heading
    return heading_in(heading if not point["line"] and heading else str(point["text"]))


def _text_from(item: facts.ItemFacts, point: dict) -> list[facts.SectionFacts]:
    """The sections that would go."""
    first = item.sections[point["section"]]
    if point["line"]:
        first = facts.SectionFacts("", "\n".join(first.text.split("\n")[point["line"] :]), first.at)
    return [first, *item.sections[point["section"] + 1 :]]
