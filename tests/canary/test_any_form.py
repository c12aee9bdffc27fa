"""Whatever is sent to a form, by whoever may send it, comes back as a page or a refusal and never as an error of the service."""

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile

from hearings.models import HearingParty
from meetings.models import AgendaItem
from tests.canary import surfaces
from tests.canary.world import NOW, World

pytestmark = pytest.mark.django_db

PREFIXES = ("", "dagsorden-", "besvaret-", "udskudt-", "lukket-")
FIELDS = (
    *(
        "item",
        "on",
        "why",
        "phrase",
        "first",
        "last",
        "for_good",
        "version",
        "valgt",
        "tilbage",
        "forslag",
        "til",
        "trin",
        "fortryd",
        "new",
        "reason",
    ),
    *(
        "shown",
        "parties",
        "versions",
        "names",
        "name",
        "asked_on",
        "reminded_on",
        "declined_on",
        "text",
        "given_on",
        "decided_at",
        "is_public",
        "answers",
    ),
    *(
        "subject",
        "sender",
        "received_on",
        "opens",
        "opens_first",
        "opens_last",
        "deadline",
        "answers_to",
        "open_to_public",
        "body",
        "date",
        "start",
    ),
    *(
        "end",
        "place",
        "quote",
        "kind",
        "responsible",
        "due_start",
        "due_end",
        "every",
        "unit",
        "body_name",
        "title",
        "svar",
        "vending",
        "person",
        "navn",
        "punkt",
        "plads",
        "to",
        "email",
        "postal_address",
        "how",
        "sent_on",
    ),
)
BUTTONS = {"goer": "besvaret", "svar": "ja", "note": "rykket", "role": "issuer", "way": "mail"}
VALUES = ["9" * 500, "-1", "a\0b²", "31-02-2018", "31-12-9999", "<script>æøå " * 2000]


@pytest.fixture(autouse=True)
def one_moment():
    with time_machine.travel(NOW, tick=False):
        yield


def forms(world: World) -> list[str]:
    """One address of each name that takes a form and belongs to what is waited for, heard, planned or answered for."""
    prefixes = ("occurrence", "several", "proposals", "hearing", "obligation", "meeting-", "item-", "import-answer")
    pages = surfaces.pages(world)
    own = [addresses for name, addresses in pages.items() if name.startswith(prefixes) and name != "meeting-list"]
    return [address.partition("?")[0] for addresses in own for address in addresses[:1]]


@pytest.mark.parametrize("value", VALUES, ids=range(len(VALUES)))
def test_nothing_that_is_sent_breaks_a_page(value):
    world = World()
    client = world.secretary()
    keys = {"valgt": [str(world.open_item.occurrences.first().pk)], "parties": [str(HearingParty.objects.first().pk)]}
    sent = {f"{prefix}{name}": value for prefix in PREFIXES for name in FIELDS}
    for address in forms(world):
        file = SimpleUploadedFile("svar.pdf", b"%PDF-1.7")
        for data in (sent | BUTTONS, sent | BUTTONS | keys | {"file": file}, {"goer": value, "note": value, "fjern": value}):
            answer = client.post(address, data)
            assert answer.status_code < 500, address
            assert not answer.streaming
            assert "<html" in answer.content.decode() or not answer.content or answer.status_code in (302, 400, 403, 404, 405)
    assert AgendaItem.objects.filter(pk=world.open_item.pk).exists()
