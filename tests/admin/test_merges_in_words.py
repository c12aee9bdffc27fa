"""What a merge moves is told by kind and count, in words."""

import html
import re

import pytest

from tests import factories as f

pytestmark = pytest.mark.django_db


def seen(answer) -> str:
    return " ".join(html.unescape(re.sub("<[^>]+>", " ", answer.content.decode())).split())


def test_it_is_told_before_and_afterwards(client):
    client.force_login(f.UserFactory(administrator=True))
    kept, gone = f.PersonFactory(name="Knud Elmelund"), f.PersonFactory(name="K. Elmelund")
    f.MembershipFactory(person=gone)
    f.AgendaItemFactory(closed=True).shut_out.add(gone)
    address = f"/admin/meetings/person/{kept.pk}/merge/"
    before = seen(client.post(address, {"other": gone.pk}))
    assert "Punkter (udelukket) 1" in before
    assert "Medlemskaber (person) 1" in before
    after = seen(client.post(address, {"other": gone.pk, "confirmed": "1"}, follow=True))
    for told in ("medlemskaber (person): 1", "punkter (udelukket): 1"):
        assert told in after
    for text in (before, after):
        assert "relationer" not in text.lower()
        assert "meetings." not in text.replace("/meetings.", "")
