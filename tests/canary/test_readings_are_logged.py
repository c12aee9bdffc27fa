"""Whatever shows what stands in a closed item is written in the log of closed readings: pages, files, API, import and administration."""

from dataclasses import dataclass

import pytest
import time_machine
from django.contrib import admin
from django.urls import reverse

from followups.models import FollowUp, Occurrence, PlannedTreatment
from hearings.models import Hearing, HearingParty, HearingResponse
from meetings.models import ClosedReading
from tests.canary import surfaces
from tests.canary.walking import Answer, kept, visit
from tests.canary.world import NOW, World

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


@pytest.fixture(autouse=True)
def one_moment():
    with time_machine.travel(NOW, tick=False):
        yield


@dataclass
class Told:
    """An answer that tells what stands in the closed item, with the items whose reading was logged for its address."""

    name: str
    answer: Answer
    logged: set[int | None]


def walk(client, visited: dict[str, list[str]], word: str) -> tuple[list[Answer], list[Told]]:
    """Returns the answers of every address, and those of them that tell `word`."""
    answers, told = [], []
    for name, addresses in visited.items():
        for address in addresses:
            ClosedReading.objects.all().delete()
            here = visit(client, address)
            answers += here
            if telling := [answer for answer in here if answer.tells([word])]:
                logged = set(ClosedReading.objects.values_list("item", flat=True))
                told += [Told(name, answer, logged) for answer in telling]
    return answers, told


@pytest.mark.parametrize("reader", [World.secretary, World.member, World.administrator], ids=lambda reader: reader.__name__)
def test_what_a_closed_item_says_is_told_where_reading_is_logged_and_kept_by_no_browser(reader):
    """Lists, counts, titles and files tell its own people the item's title alone."""
    world = World()
    word, client = world.whisper_everything(), reader(world)
    answers, told = walk(client, surfaces.pages(world), word)
    assert len(told) > (5 if reader is World.member else 25)
    # What a document says is logged as its own reading, whether its meeting is in the register or not.
    of_documents, item = ("document", "import"), world.closed_item.pk
    assert [str(one.answer) for one in told if not (one.logged if one.name.startswith(of_documents) else item in one.logged)] == []
    assert kept(answers) == []
    if reader is World.secretary:
        assert_there_is_something_to_leak(world, answers)


def assert_there_is_something_to_leak(world: World, answers: list[Answer]) -> None:
    """The words stand where the walk of those who may not read them looks: whoever manages the body is told them."""
    told = "\n".join(answer.told.casefold() for answer in answers if answer.status == 200 and not answer.address.startswith("/import/"))
    for secret in world.secrets:
        assert told.count(secret.word) > (5 if secret is world.inside else 50)


def test_administration_shows_nothing_of_it_without_a_row():
    world = World()
    word, client = world.whisper_everything(), world.administrator()
    _, told = walk(client, {"admin": list(administration(world))}, word)
    assert len(told) > 25
    assert [str(one.answer) for one in told if not one.logged] == []


def administration(world: World):
    """Every list there is, the pages of every row of the closed item, and the choices that are found as somebody types."""
    lists = [address for name, group in surfaces.admin_pages(world).items() if name.endswith("_changelist") for address in group]
    yield from lists
    item = world.closed_item
    rows = [item, item.meeting, *item.votes.all(), world.import_, world.import_.document, item.matter, item.case]
    for model, path in OF_ITEM.items():
        rows += model.objects.filter(**{path: item})
    for row in rows:
        for page in ("change", "delete", "history"):
            yield reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_{page}", args=[row.pk])
    for model, field in CHOICES:
        place = f"app_label={model._meta.app_label}&model_name={model._meta.model_name}&field_name={field}"
        yield f"{reverse('admin:autocomplete')}?{place}"


OF_ITEM = {
    FollowUp: "item",
    PlannedTreatment: "item",
    Occurrence: "item",
    Hearing: "item",
    HearingParty: "hearing__item",
    HearingResponse: "party__hearing__item",
}
CHOICES = [(Occurrence, "follow_up"), (Occurrence, "planned"), (HearingParty, "hearing"), (HearingResponse, "party")]


def test_what_administration_only_lists_by_title_is_no_reading():
    world = World()
    client = world.administrator()
    client.get(reverse("admin:meetings_agendaitem_changelist"))
    assert world.readings() == 0


def test_every_choice_of_what_an_item_tells_is_walked():
    """A field added later that finds rows of an item as somebody types is added here."""
    fields = [(model, name) for model, page in admin.site._registry.items() for name in page.autocomplete_fields]
    assert {(model, name) for model, name in fields if model._meta.get_field(name).related_model in OF_ITEM} == set(CHOICES)
