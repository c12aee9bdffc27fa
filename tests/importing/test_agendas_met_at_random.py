"""Whatever changes at the meeting, no item and no word written by hand is lost by its minutes, no two items are taken for one another, and nothing closed opens."""

import datetime as dt
from dataclasses import dataclass, replace

import pytest
from django.db import transaction
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from agendas.models import AgendaVersion
from agendas.snapshot import snapshot
from cases.access import PUBLIC
from meetings.models import AgendaItem, Meeting
from minutes import services, storing
from minutes.agenda_matching import agenda_matches
from minutes.models import Import
from tests import factories as f
from tests.importing.agendas import Planned, Printed, made, minutes_of

pytestmark = pytest.mark.django_db

AFTER = {"by": None, "now": dt.datetime(2025, 3, 10, 9, tzinfo=f.COPENHAGEN)}
TITLES = (
    *("Rampe ved Havnegade", "Borde i Lunden", "Natcafé på Torvet", "Svømmehallens åbningstider", "Ny skolebus", "Træer langs åen"),
    *("Cykelparkering", "Rejsekort til frivillige", "Madordning på bostedet"),
)
OTHER = (
    *("Adgang for alle", "Møbler til byens rum", "Aftenåbent værested", "Bad for begyndere", "Kørsel om morgenen", "Skygge til gæster"),
    *("Plads til to hjul", "Gratis transport", "Varm frokost"),
)
CLOSED = ("Klage over Kvistgaard", "Aftale med Kvistgaard")


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of an item of the agenda at the meeting: whether the minutes have it, under which title, and with which text."""

    planned: Planned
    is_printed: bool
    title: str
    text: str


@st.composite
def agendas(draw) -> tuple[list[Fate], list[int], list[tuple[int, str]], bool]:
    """The items with their fates, the order in which they were taken, what came on where, and whether the minutes count anew."""
    counts_anew = draw(st.booleans())
    fates = []
    for place in range(draw(st.integers(1, 6))):
        text = f"Her står ordet{place}, som er skrevet i hånden." if draw(st.booleans()) else ""
        title = TITLES[place] if counts_anew or draw(st.booleans()) else OTHER[place]
        printed_text = draw(st.sampled_from(["", text, f"Her trykkes tryk{place}."]))
        fates.append(Fate(Planned(TITLES[place], text), draw(st.booleans()) or draw(st.booleans()), title, printed_text))
    for place, title in enumerate(CLOSED[: draw(st.integers(0, 2))]):
        text = f"Kvistgaard har sagt hemmelig{place}."
        printed_title = draw(st.sampled_from([f"{title} (lukket)"] if counts_anew else [f"{title} (lukket)", title, f"Sag nummer {place}"]))
        fates.insert(draw(st.integers(0, len(fates))), Fate(Planned(title, text, closed=True), draw(st.booleans()), printed_title, text))
    order = draw(st.permutations(range(len(fates)))) if draw(st.booleans()) else list(range(len(fates)))
    added = [(draw(st.integers(0, len(fates))), title) for title in OTHER[6 : 6 + draw(st.integers(0, 2))]]
    return fates, list(order), added, counts_anew


def printed_of(fates: list[Fate], order: list[int], added: list[tuple[int, str]], counts_anew: bool) -> list[tuple[Printed, int | None]]:
    """The items of the minutes, each with the place on the agenda of the item that it is; None for one that came on."""
    items = [
        (Printed(at + 1, fates[at].title, f"Afgjort som sag {at}.", fates[at].text, f"27.15.00-A08-{at + 1}-25"), at)
        for at in order
        if fates[at].is_printed
    ]
    for number, (place, title) in enumerate(added, start=len(fates) + 1):
        items.insert(min(place, len(items)), (Printed(number, title, f"Afgjort som ny {number}.", case=f"27.15.00-A08-{number}-25"), None))
    return [(replace(one, number=number), at) for number, (one, at) in enumerate(items, start=1)] if counts_anew else items


def said(import_: Import, meeting: Meeting, truth: dict[str, int]) -> None:
    """The secretary says which item of the agenda one is where the page asks and takes it for another; `truth` are keys by decision, 0 for none."""
    minutes = services.reading_of(import_)
    for item, taken in zip(minutes.items, agenda_matches(storing.snapshot(meeting), minutes), strict=True):
        right = truth[item.decision]
        if taken and (taken.item.row if taken.item else 0) != right:
            assert right in [0, *(one.row for one in taken.free)]
            services.correct_reading(import_=import_, item=item.key, changes={"stands_for": right}, **AFTER)


def answered(import_: Import, closed: set[str]) -> None:
    """The secretary answers each doubt as it is."""
    for item in services.doubted(import_).items:
        if item.in_doubt and item.decision not in closed:
            services.answer_doubt(import_=import_, item=item.key, closed=False, by=f.UserFactory(administrator=True), now=AFTER["now"])


@given(agendas())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.filter_too_much])
def test_no_item_and_no_word_is_lost_no_pair_crossed_and_nothing_closed_opened(reviewed, drawn):
    fates, order, added, counts_anew = drawn
    printed = printed_of(fates, order, added, counts_anew)
    assume(printed)
    with transaction.atomic():  # each agenda has a register of its own
        meet(fates, printed, reviewed)
        transaction.set_rollback(True)


def meet(fates: list[Fate], printed: list[tuple[Printed, int | None]], reviewed) -> None:
    meeting = made(*(one.planned for one in fates), body=f.BodyFactory(name="Udsatterådet"))
    minutes = minutes_of(meeting, *(one for one, _at in printed))
    assume([item.title for item in minutes.items] == [one.title for one, _at in printed])
    keys = list(meeting.items.order_by("position").values_list("pk", flat=True))
    before, sent = snapshot(meeting), AgendaVersion.objects.get(meeting=meeting, kind="sent").rows
    import_ = reviewed(minutes)
    said(import_, meeting, {one.decision: 0 if at is None else keys[at] for one, at in printed})
    answered(import_, {one.decision for one, at in printed if at is not None and fates[at].planned.closed})
    services.apply(import_=Import.objects.get(pk=import_.pk), publish=False, may_be_public=True, **AFTER)

    planned = {row["pk"]: row for row in before["items"]}
    now = {row["pk"]: row for row in snapshot(meeting)["items"]}
    assert planned.keys() <= now.keys()
    for key, row in planned.items():
        for part in ("minutes", "guests", "responsible", "legal_ground", "keep", "answers", "choices"):
            assert now[key][part] == row[part]
        words = " ".join(text for _heading, text in now[key]["sections"])
        assert all(text in words for _heading, text in row["sections"])
        assert now[key]["closed"] >= row["closed"]
    decided = {row.decision: row.pk for row in AgendaItem.objects.filter(meeting=meeting).exclude(decision="")}
    for one, at in printed:
        if at is None:
            assert decided[one.decision] not in keys
        else:
            assert decided[one.decision] == keys[at]
    public = AgendaItem.objects.visible_to(PUBLIC).filter(meeting=meeting)
    assert "kvistgaard" not in str([(row.title, row.decision, [one.text for one in row.sections.all()]) for row in public]).casefold()
    assert AgendaVersion.objects.get(meeting=meeting, kind="sent").rows == sent

    services.undo(import_=Import.objects.get(pk=import_.pk), **AFTER)
    assert snapshot(Meeting.objects.get(pk=meeting.pk)) == before
