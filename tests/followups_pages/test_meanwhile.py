"""What somebody else takes away while a form is sent, and keys that nothing can have."""

import datetime as dt

import pytest

from followups import services
from followups.models import Occurrence
from followups.views import bulk_actions, steps
from tests import factories as f
from tests.admin.forms import filled_in
from tests.followups_pages.conftest import text_of

GONE = "Den er her ikke længere"


@pytest.fixture
def goes(monkeypatch):
    """`goes(module, name)`: what the page has fetched is gone by the time it acts."""

    def arrange(module, name: str) -> None:
        fetch = getattr(module, name)

        def fetched(*args, **kwargs):
            found = fetch(*args, **kwargs)
            Occurrence.objects.all().delete()
            return found

        monkeypatch.setattr(module, name, fetched)

    return arrange


@pytest.mark.parametrize("verb", ["lukket", "besvaret", "af-dagsordenen"])
def test_one_that_goes_while_a_step_is_sent_is_told_of(office, waits, goes, verb):
    row = waits()
    goes(steps, "get_occurrence")
    sent = {f"{verb}-why": "Ikke længere aktuelt", f"{verb}-on": "2018-09-01"}
    answer = office.post(f"/opfoelgning/{row.pk}/{verb}/", sent, follow=True)
    assert answer.redirect_chain[-1][0] == "/opfoelgning/bord/"
    assert GONE in text_of(answer)


def test_one_that_goes_while_several_are_sent_is_told_of(office, waits, goes):
    row = waits()
    goes(bulk_actions, "_chosen")
    sent = {"goer": "besvaret", "valgt": [row.pk], "item": "", "on": "2018-09-01", "why": "Oplyst i telefonen"}
    answer = office.post("/opfoelgning/bord/flere/", sent, follow=True)
    assert answer.redirect_chain[-1][0] == "/opfoelgning/bord/"
    assert GONE in text_of(answer)


@pytest.mark.parametrize("key", ["9" * 500, "9" * 5000, "²", "-1", "x", ""])
def test_a_key_that_no_proposal_can_have_is_passed_over(office, key):
    answer = office.post("/opfoelgning/bord/forslag/", {"svar": "ja", "forslag": key, "til": key}, follow=True)
    assert answer.redirect_chain[-1][0] == "/opfoelgning/bord/"
    assert "Sæt først kryds ved et forslag" in text_of(answer)


def test_what_was_placed_elsewhere_since_is_not_taken_off_unseen(office, waits, council, secretary):
    one = waits()
    first, second = (
        f.AgendaItemFactory(meeting__body=council, meeting__date=dt.date(2018, 10, day), meeting__state="planned") for day in (3, 10)
    )
    step = {"by": secretary, "now": dt.datetime(2018, 9, 3, 12, tzinfo=f.COPENHAGEN)}
    services.place(occurrence=one, item=first, **step)
    shown = filled_in(text_of(office.get(f"/opfoelgning/{one.pk}/")), "acts d-print-none")
    services.place(occurrence=one, item=second, **step)
    answer = office.post(f"/opfoelgning/{one.pk}/af-dagsordenen/", {"version": shown["version"][0]}, follow=True)
    assert "Imens er der gjort noget ved den" in text_of(answer)
    assert Occurrence.objects.get(pk=one.pk).placed_on == second
