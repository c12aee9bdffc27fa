"""An address that takes an answer and shows nothing leads back to its page when it is reloaded, and changes nothing."""

import pytest
from django.urls import reverse

from tests import factories as f
from tests.importing.documents import simple
from tests.importing_pages.desk import reviewed

pytestmark = pytest.mark.django_db
HERE = {
    "import-apply": "import-review",
    "import-answer": "import-review",
    "import-which": "import-review",
    "import-correction-undo": "import-review",
    "meeting-correction-undo": "meeting-correct",
    "obligations-accept-all": "meeting-obligations",
    "item-answer": "item",
    "item-shut-out": "item",
    "hearing-note": "hearing",
    "hearing-add-parties": "hearing",
    "occurrence-undo": "occurrence",
    "occurrence-unplace": "occurrence",
    "occurrence-remove-item": "occurrence",
}


@pytest.fixture
def rows(db):
    item = f.AgendaItemFactory()
    hearing, occurrence = f.HearingFactory(item=item), f.OccurrenceFactory(follow_up=f.FollowUpFactory(item=item, review="accepted"))
    import_ = reviewed(simple("Varmestue"))
    return {"import": import_.pk, "meeting": item.meeting_id, "obligations": item.meeting_id, "item": item.pk, "hearing": hearing.pk} | {
        "occurrence": occurrence.pk
    }


@pytest.mark.parametrize(("name", "page"), HERE.items(), ids=HERE)
def test_a_reload_leads_to_the_page(client, rows, name, page):
    client.force_login(f.UserFactory(administrator=True))
    key = rows[name.split("-")[0]]
    more = [1] if name.endswith("correction-undo") else []
    answer = client.get(reverse(name, args=[key, *more]))
    assert (answer.status_code, answer.url) == (302, reverse(page, args=[key]))
    assert client.put(reverse(name, args=[key, *more])).status_code == 405


def test_the_proposals_lead_to_the_desk(client, rows):
    client.force_login(f.UserFactory(administrator=True))
    assert client.get(reverse("proposals")).url == reverse("desk")


def test_nobody_is_told_of_an_address_by_it(client, rows):
    client.force_login(f.UserFactory(member=True))
    assert client.get(reverse("import-apply", args=[rows["import"]])).status_code == 404
