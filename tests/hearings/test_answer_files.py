"""A file goes when administration has deleted all that names it, whichever way, and stays as long as an answer or a step does."""

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from hearings import services
from hearings.models import HearingParty, HearingResponse, PartyStep
from tests import factories as f
from tests.admin.forms import filled_in
from tests.hearings.conftest import TODAY


@pytest.fixture
def act(secretary, now):
    return {"by": secretary, "now": now}


@pytest.fixture
def party(sent):
    return sent.parties.first()


def answer_of(party, act) -> HearingResponse:
    """An answer whose file was corrected, so that a step alone names the first."""
    response = services.record_answer(party=party, given_on=TODAY, text="", file=SimpleUploadedFile("a.txt", b"Et"), **act)
    second = SimpleUploadedFile("b.txt", b"To")
    services.correct_answer(response=response, given_on=TODAY, text="", file=second, is_public=False, **act)
    return response


def files_of(response) -> list[str]:
    steps = PartyStep.objects.filter(moved__answers=[response.pk])
    return sorted({name for step in steps for name in step.moved["changed"].get("file", ()) if name})


def there(names) -> list[bool]:
    return [default_storage.exists(name) for name in names]


@pytest.fixture
def administrator(client):
    client.force_login(f.UserFactory(administrator=True))
    return client


@pytest.fixture
def delete(administrator, django_capture_on_commit_callbacks):
    def deleted(row) -> None:
        address = reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_delete", args=[row.pk])
        with django_capture_on_commit_callbacks(execute=True):
            assert administrator.post(address, {"post": "yes"}).status_code == 302
        assert not type(row).objects.filter(pk=row.pk).exists()

    return deleted


@pytest.mark.parametrize("path", ["", "party", "party.hearing", "party.hearing.item", "party.hearing.item.meeting"])
def test_the_files_of_an_answer_go_with_whatever_is_deleted(party, act, delete, path):
    response = answer_of(party, act)
    other = answer_of(f.HearingPartyFactory(hearing=f.HearingFactory(), name="En anden"), act)
    first_and_second, others = files_of(response), files_of(other)
    row = response
    for name in filter(None, path.split(".")):
        row = getattr(row, name)
    delete(row)
    assert there([*first_and_second, *others]) == [False, False, True, True]


def test_the_files_go_when_a_party_is_ticked_away_on_its_hearings_page(party, act, administrator, django_capture_on_commit_callbacks):
    files = files_of(answer_of(party, act))
    address = reverse("admin:hearings_hearing_change", args=[party.hearing_id])
    form = filled_in(administrator.get(address).content.decode()) | {"parties-0-DELETE": "on"}
    with django_capture_on_commit_callbacks(execute=True):
        assert administrator.post(address, form).status_code == 302
    assert not HearingParty.objects.filter(pk=party.pk).exists()
    assert there(files) == [False, False]


def test_a_file_that_its_answer_took_along_to_another_party_stays(sent, act, delete):
    kept, gone = sent.parties.all()[:2]
    response = answer_of(gone, act)
    first, second = files_of(response)
    first, second = (first, second) if HearingResponse.objects.get().file.name == second else (second, first)
    services.join_parties(kept=kept, gone=gone, **act)
    delete(HearingParty.objects.get(pk=gone.pk))
    assert HearingResponse.objects.get().party == kept
    assert there([first, second]) == [False, True]  # the step that could have given the first one back is gone


def test_nothing_is_removed_when_deleting_fails(party, act, administrator, monkeypatch, django_capture_on_commit_callbacks):
    files = files_of(answer_of(party, act))
    monkeypatch.setattr("hearings.admin._tell_dependents", lambda *_args: 1 / 0)
    address = reverse("admin:hearings_hearingparty_delete", args=[party.pk])
    with django_capture_on_commit_callbacks(execute=True), pytest.raises(ZeroDivisionError):
        administrator.post(address, {"post": "yes"})
    assert there(files) == [True, True]
