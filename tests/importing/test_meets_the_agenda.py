"""The minutes of a meeting whose agenda was made here meet that agenda: items are paired, nothing written by hand is lost, and undoing brings it back."""

import datetime as dt
from dataclasses import replace

import pytest

from agendas.models import AgendaVersion
from agendas.services.states import AgendaState, status_of
from agendas.snapshot import snapshot
from cases.access import PUBLIC
from meetings.models import AgendaItem, Meeting
from minutes import services
from minutes.models import Import
from tests import factories as f
from tests.importing.agendas import Planned, Printed, made, minutes_of

pytestmark = pytest.mark.django_db

AFTER = {"by": None, "now": dt.datetime(2025, 3, 10, 9, tzinfo=f.COPENHAGEN)}
AGENDA = (
    Planned("Godkendelse af dagsordenen"),
    Planned("Rampe ved Havnegade", "Rampen har kostet meget."),
    Planned("Borde i Lunden", "Der mangler seks borde."),
    Planned("Natcafé på Torvet"),
    Planned("Gensidig orientering"),
)


@pytest.fixture
def meeting():
    return made(*AGENDA, body=f.BodyFactory(name="Udsatterådet"))


@pytest.fixture
def brought(reviewed, meeting):
    """Puts minutes of the meeting with the items printed in the register; gives the import."""

    def bring(*printed: Printed, **how) -> Import:
        import_ = reviewed(minutes_of(meeting, *printed))
        return services.apply(import_=import_, publish=False, may_be_public=True, **AFTER, **how)

    return bring


def one(number: int | None, title: str) -> Printed:
    return Printed(number, title, f"Afgjort: {title.lower()}.", case=f"27.15.00-A08-{len(title)}-25")


def printed(*titles: str) -> list[Printed]:
    """The items in the order of their numbers, without case numbers."""
    return [replace(one(number, title), case="") for number, title in enumerate(titles, start=1)]


ADDED = one(6, "Tak til formanden")


def told(meeting: Meeting) -> list[tuple]:
    """What is known of each item in order: its number, title, who was responsible, and the decision."""
    rows = AgendaItem.objects.filter(meeting=meeting).order_by("position").values_list("number", "title", "responsible", "decision")
    return [tuple(row) for row in rows]


def held(number: int | None, title: str, planned: str = "", decision: str | None = "") -> tuple:
    """An item whose agenda called it `planned`, else as now."""
    of = f"Ansvarlig for {planned or title}" if planned is not None else ""
    return (number, title, of, f"Afgjort: {title.lower()}." if decision == "" else decision or "")


TITLES = [one.title for one in AGENDA]
EACH = [one(number, title) for number, title in enumerate(TITLES, start=1)]
AS_PLANNED = [held(number, title) for number, title in enumerate(TITLES, start=1)]


def renamed(place: int, title: str) -> list[str]:
    return [title if at == place else one for at, one in enumerate(TITLES)]


def without(*places: int) -> list[Printed]:
    return [one for at, one in enumerate(printed(*TITLES)) if at not in places]


CHANGES = {
    "nothing": (printed(*TITLES), AS_PLANNED),
    "a title": (
        printed(*renamed(2, "Møbler til byens grønne rum")),
        [*AS_PLANNED[:2], held(3, "Møbler til byens grønne rum", "Borde i Lunden"), *AS_PLANNED[3:]],
    ),
    "every title": (
        printed("Dagsordenens form", "Adgang for alle", "Byens møbler", "Åbent om aftenen", "Eventuelt og nyt"),
        [
            held(number, title, planned)
            for number, (title, planned) in enumerate(
                zip(("Dagsordenens form", "Adgang for alle", "Byens møbler", "Åbent om aftenen", "Eventuelt og nyt"), TITLES, strict=True),
                start=1,
            )
        ],
    ),
    "an item taken off": (without(2), [*AS_PLANNED[:2], held(3, "Borde i Lunden", decision=None), *AS_PLANNED[3:]]),
    "one added at the meeting": (
        [*printed(*TITLES), ADDED],
        [*AS_PLANNED, held(6, "Tak til formanden", None)],
    ),
    "one added in the middle under the next number": (
        [*EACH[:2], ADDED, *EACH[2:]],
        [*AS_PLANNED[:2], held(6, "Tak til formanden", None), *AS_PLANNED[2:]],
    ),
    "the order": ([EACH[at] for at in (0, 3, 1, 2, 4)], [AS_PLANNED[at] for at in (0, 3, 1, 2, 4)]),
    "all numbers, since one was taken off": (
        printed(*[title for title in TITLES if title != "Borde i Lunden"]),
        [
            held(1, TITLES[0]),
            held(2, TITLES[1]),
            held(None, "Borde i Lunden", decision=None),
            held(3, TITLES[3]),
            held(4, TITLES[4]),
        ],
    ),
    "a title and the order, one off and one added": (
        [EACH[0], one(4, "Åbent om aftenen"), EACH[1], ADDED, EACH[4]],
        [
            AS_PLANNED[0],
            held(4, "Åbent om aftenen", "Natcafé på Torvet"),
            AS_PLANNED[1],
            held(3, "Borde i Lunden", decision=None),
            held(6, "Tak til formanden", None),
            AS_PLANNED[4],
        ],
    ),
}


@pytest.mark.parametrize(("items", "expected"), CHANGES.values(), ids=CHANGES)
def test_what_changed_at_the_meeting_is_told_of_the_item_it_is_about(brought, meeting, items, expected):
    brought(*items)
    assert told(meeting) == expected


@pytest.mark.parametrize("items", [one[0] for one in CHANGES.values()], ids=CHANGES)
def test_undoing_the_import_brings_the_agenda_back_as_it_was(brought, meeting, items):
    before = snapshot(meeting)
    services.undo(import_=brought(*items), **AFTER)
    meeting.refresh_from_db()
    assert (snapshot(meeting), meeting.state, status_of(meeting).state) == (before, "planned", AgendaState.SENT)


def test_an_item_that_was_removed_by_name_comes_back_with_all_that_was_planned(brought, meeting):
    item = meeting.items.get(number=3)
    f.OccurrenceFactory(body=meeting.body, placed_on=item)
    f.AttachmentFileFactory(item=item)
    before = snapshot(meeting)
    import_ = brought(*without(2), accepted={"kind", "item/3"}, confirmed=True)
    assert not meeting.items.filter(title="Borde i Lunden").exists()
    services.undo(import_=import_, **AFTER)
    assert snapshot(meeting) == before


def test_nothing_written_by_hand_is_lost(brought, meeting):
    before = {row["pk"]: row for row in snapshot(meeting)["items"]}
    items = printed(*TITLES)
    items[1] = replace(items[1], text="Rampen har kostet for meget, siger forvaltningen.")
    items[3] = replace(items[3], text="Caféen åbner klokken 20.")
    brought(*items)
    for row in snapshot(meeting)["items"]:
        for part in ("minutes", "guests", "responsible", "keep", "fixed_start", "choices", "answers"):
            assert row[part] == before[row["pk"]][part]
    texts = {row["title"]: dict(row["sections"]).get("Sagsfremstilling") for row in snapshot(meeting)["items"]}
    assert texts["Rampe ved Havnegade"] == "Rampen har kostet meget."  # what the document says otherwise is shown, and not ticked
    assert texts["Natcafé på Torvet"] == "Caféen åbner klokken 20."


def test_what_was_sent_is_shown_again_as_it_was_sent(brought, meeting, client):
    sent = AgendaVersion.objects.get(meeting=meeting, kind="sent")
    brought(*CHANGES["a title"][0])
    kept = AgendaVersion.objects.get(pk=sent.pk)
    assert (kept.rows, kept.agenda) == (sent.rows, sent.agenda)
    client.force_login(f.SecretaryAssignmentFactory(body=meeting.body).user)
    page = client.get(sent.get_absolute_url()).content.decode()
    assert "Borde i Lunden" in page
    assert "Møbler til byens grønne rum" not in page


def test_minutes_meet_an_agenda_that_was_never_sent_by_their_titles(reviewed):
    draft = made(*AGENDA, body=f.BodyFactory(name="Seniorrådet"), sent=False)
    items = printed(*renamed(2, "Møbler til byens grønne rum"))
    services.apply(import_=reviewed(minutes_of(draft, *items)), publish=False, **AFTER)
    assert told(draft) == [
        *AS_PLANNED[:2],
        held(None, "Borde i Lunden", decision=None),
        held(3, "Møbler til byens grønne rum", None),
        *AS_PLANNED[3:],
    ]


def test_a_number_that_may_be_counted_anew_pairs_nothing_by_itself(brought, meeting):
    """The last one was left out, so 4 may be the old 4 or 5: nobody knows which one has got another title."""
    brought(*printed(*TITLES[:3], "Åbent om aftenen"))
    assert held(4, "Åbent om aftenen", "Natcafé på Torvet") not in told(meeting)
    assert [row for row in told(meeting) if row[2]] == [
        *AS_PLANNED[:3],
        held(4, TITLES[3], decision=None),
        held(5, TITLES[4], decision=None),
    ]


CLOSED = (*AGENDA[:4], Planned("Klage over Kvistgaard", "Kvistgaard klager over støj.", closed=True), Planned("Gensidig orientering"))
CLOSED_PRINTED = {
    "left out": None,
    "marked": Printed(5, "Klage over Kvistgaard (lukket)", "Kvistgaard fik medhold."),
    "without its mark": Printed(5, "Klage over Kvistgaard", "Kvistgaard fik medhold."),
    "retitled without its mark": Printed(5, "Sag om naboer", "Kvistgaard fik medhold."),
    "without its mark under another number": Printed(7, "Klage over Kvistgaard", "Kvistgaard fik medhold."),
    "retitled under another number": Printed(7, "Sag om naboer", "Kvistgaard klager over støj."),
}


@pytest.mark.parametrize("item", CLOSED_PRINTED.values(), ids=CLOSED_PRINTED)
def test_a_closed_item_of_the_agenda_never_becomes_open(reviewed, item, client):
    meeting = made(*CLOSED, body=f.BodyFactory(name="Udsatterådet"))
    closed = meeting.items.get(closed=True)
    items = [Printed(number, title, "Taget til efterretning.") for number, title in enumerate([one.title for one in CLOSED], start=1)]
    items[4:5] = [item] if item else []
    services.apply(import_=reviewed(minutes_of(meeting, *items)), publish=False, may_be_public=True, **AFTER)
    closed.refresh_from_db()
    assert (closed.closed, closed.legal_ground, closed.responsible) == (True, "ofl_30_1", "Ansvarlig for Klage over Kvistgaard")
    public = AgendaItem.objects.visible_to(PUBLIC).filter(meeting=meeting)
    assert closed not in public
    texts = [f"{item.title} {item.decision} {[section.text for section in item.sections.all()]}" for item in public]
    assert "kvistgaard" not in " ".join(texts).casefold()
    for address in (meeting.get_absolute_url(), *(item.get_absolute_url() for item in public)):
        assert "kvistgaard" not in client.get(address).content.decode().casefold()
