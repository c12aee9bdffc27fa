"""What somebody else takes away while a form is sent, and keys that nothing can have."""

import pytest

from followups.models import Occurrence
from followups.views import several, steps
from tests.followups_pages.conftest import text_of

GONE = "Den er her ikke længere"


@pytest.fixture
def goes(monkeypatch):
    """`goes(module, name)`: what the page has fetched is gone by the time it acts."""

    def arrange(module, name: str) -> None:
        fetch = getattr(module, name)

        def fetched(*args):
            found = fetch(*args)
            Occurrence.objects.all().delete()
            return found

        monkeypatch.setattr(module, name, fetched)

    return arrange


@pytest.mark.parametrize("verb", ["lukket", "besvaret", "af-dagsordenen"])
def test_one_that_goes_while_a_step_is_sent_is_told_of(office, waits, goes, verb):
    row = waits()
    goes(steps, "served")
    sent = {f"{verb}-why": "Ikke længere aktuelt", f"{verb}-on": "2018-09-01"}
    answer = office.post(f"/opfoelgning/{row.pk}/{verb}/", sent, follow=True)
    assert answer.redirect_chain[-1][0] == "/opfoelgning/bord/"
    assert GONE in text_of(answer)


def test_one_that_goes_while_several_are_sent_is_told_of(office, waits, goes):
    row = waits()
    goes(several, "_form")
    sent = {"goer": "besvaret", "valgt": [row.pk], "item": "", "on": "2018-09-01", "why": "Oplyst i telefonen"}
    answer = office.post("/opfoelgning/bord/flere/", sent, follow=True)
    assert answer.redirect_chain[-1][0] == "/opfoelgning/bord/"
    assert GONE in text_of(answer)


@pytest.mark.parametrize("key", ["9" * 500, "9" * 5000, "²", "-1", "x", ""])
def test_a_key_that_no_proposal_can_have_is_passed_over(office, key):
    answer = office.post("/opfoelgning/bord/forslag/", {"svar": "ja", "forslag": key, "til": key}, follow=True)
    assert answer.redirect_chain[-1][0] == "/opfoelgning/bord/"
    assert "Sæt først kryds ved et forslag" in text_of(answer)
