"""Answers come in, late ones too, or are drafted, decided and sent; and a body considers them at an item."""

import datetime as dt

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile

from hearings import services
from hearings.exceptions import HearingRefused
from hearings.history import history_of
from hearings.models import HearingResponse, PartyStep
from tests import factories as f
from tests.access.people import actor_of
from tests.hearings.conftest import TODAY


@pytest.fixture
def act(secretary, now):
    return {"by": secretary, "now": now}


@pytest.fixture
def party(sent):
    return sent.parties.first()


def upload(name: str = "Høringssvar.pdf", content: bytes = b"%PDF-1.7 svar") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


@pytest.mark.parametrize(("given_on", "late"), [(dt.date(2018, 9, 28), False), (dt.date(2018, 9, 29), True)])
def test_an_answer_after_the_deadline_is_taken_and_is_late(sent, party, act, given_on, late):
    response = services.record_answer(party=party, given_on=given_on, text="Vi bakker op.", **act)
    assert response.is_late(sent.deadline) is late
    party.refresh_from_db()
    assert party.answered_on == given_on


def test_the_same_answer_is_taken_anew_when_its_file_is_gone_from_the_disk(party, act):
    said = {"party": party, "given_on": dt.date(2018, 9, 20), "text": "Vi bakker op.", **act}
    lost = services.record_answer(file=upload(), **said)
    default_storage.delete(lost.file.name)
    found = services.record_answer(file=upload(), **said)
    assert found != lost
    with found.file.open() as kept:
        assert kept.read() == b"%PDF-1.7 svar"


def test_an_extension_makes_a_late_answer_one_in_time(sent, party, act):
    response = services.record_answer(party=party, given_on=dt.date(2018, 9, 29), text="Vi bakker op.", **act)
    services.extend(hearing=sent, new=dt.date(2018, 10, 5), reason="Efterårsferien.", **act)
    assert not response.is_late(sent.deadline)


def test_the_partys_day_is_its_first_answers(party, act):
    second = services.record_answer(party=party, given_on=dt.date(2018, 9, 20), text="Mere.", **act)
    first = services.record_answer(party=party, given_on=dt.date(2018, 9, 10), text="Først.", **act)
    for removed, left in ((first, dt.date(2018, 9, 20)), (second, None)):
        services.remove_answer(response=removed, **act)
        party.refresh_from_db()
        assert party.answered_on == left


def test_the_second_click_records_nothing_more(party, act):
    for _ in range(2):
        services.record_answer(party=party, given_on=TODAY, text="Vi bakker op.", file=upload(), **act)
    assert party.responses.count() == 1


def test_the_file_keeps_its_name_and_lies_under_another(party, act):
    response = services.record_answer(party=party, given_on=TODAY, text="", file=upload("Vores svar (endeligt).PDF"), **act)
    assert response.file_name == "Vores svar (endeligt).PDF"
    assert "svar" not in response.file.name
    with response.file.open() as kept:
        assert kept.read() == b"%PDF-1.7 svar"


def test_every_file_goes_with_an_answer_that_is_deleted_for_good(party, act, django_capture_on_commit_callbacks):
    response = services.record_answer(party=party, given_on=TODAY, text="", file=upload(), **act)
    other = services.record_answer(party=party, given_on=TODAY, text="Et andet.", file=upload(), **act)
    first = response.file.name
    services.correct_answer(response=response, given_on=TODAY, text="Se filen.", file=upload("ny.pdf"), is_public=False, **act)
    second = response.file.name
    with django_capture_on_commit_callbacks(execute=True):
        services.remove_answer(response=response, **act)
    assert default_storage.exists(first)
    assert default_storage.exists(second)
    with django_capture_on_commit_callbacks(execute=True):
        services.delete_answer(response=response, **act)
    assert [default_storage.exists(name) for name in (first, second, other.file.name)] == [False, False, True]
    assert [step.moved["answers"] for step in party.steps.all()] == [[other.pk]]


def test_an_answer_that_was_removed_is_given_back_with_its_file(party, act):
    response = services.record_answer(party=party, given_on=TODAY, text="Vi bakker op.", file=upload(), **act)
    step = services.remove_answer(response=response, **act)
    assert services.remove_answer(response=response, **act) is None
    assert not HearingResponse.objects.visible_to(actor_of("administrator", party.hearing.body)).exists()
    [entry] = [entry for entry in history_of(party.hearing) if entry.step == step]
    assert (entry.of, entry.may_undo) == (party.name, True)
    services.undo_party_step(step=step, **act)
    response.refresh_from_db()
    party.refresh_from_db()
    assert (response.is_removed, party.answered_on) == (False, TODAY)
    with response.file.open() as kept:
        assert kept.read() == b"%PDF-1.7 svar"


def back(step, act):
    return services.undo_party_step(step=step, **act)


def test_the_file_that_a_correction_took_the_place_of_is_given_back(party, act, django_capture_on_commit_callbacks):
    response = services.record_answer(party=party, given_on=TODAY, text="Vi bakker op.", file=upload(content=b"%PDF-1.7 en"), **act)
    with django_capture_on_commit_callbacks(execute=True):
        said = {"given_on": dt.date(2018, 9, 2), "text": "Vi er imod.", "file": upload("ny.pdf", b"%PDF-1.7 to"), "is_public": True}
        step = services.correct_answer(response=response, **said, **act)
        assert services.correct_answer(response=response, **said, **act) is None
        back(step, act)
    response.refresh_from_db()
    party.refresh_from_db()
    assert (response.given_on, response.text, response.file_name, response.is_public) == (TODAY, "Vi bakker op.", "Høringssvar.pdf", False)
    assert party.answered_on == TODAY
    with response.file.open() as kept:
        assert kept.read() == b"%PDF-1.7 en"


def test_an_answer_is_taken_back_from_the_newest_step_to_the_first(own, act):
    item = f.AgendaItemFactory(meeting__body=own.body, meeting__date=dt.date(2018, 8, 29))
    draft = services.save_draft(party=own, text="Rådet", **act)
    services.save_draft(party=own, text="Rådet mener", **act)
    services.decide_answer(response=draft, item=item, **act)
    services.send_answer(response=draft, on=TODAY, is_public=True, **act)
    steps = list(own.steps.order_by("-pk"))
    assert [step.what for step in steps] == ["sent", "decided", "drafted", "drafted"]
    assert {step.by for step in steps} == {act["by"]}
    with pytest.raises(HearingRefused):
        back(steps[1], act)
    left = []
    for step in steps:
        back(step, act)
        answer = HearingResponse.objects.get()
        own.refresh_from_db()
        left.append((answer.text, answer.decided_at, answer.given_on, answer.is_public, answer.is_removed, own.answered_on))
    assert left == [
        ("Rådet mener", item, None, False, False, None),
        ("Rådet mener", None, None, False, False, None),
        ("Rådet", None, None, False, False, None),
        ("Rådet", None, None, False, True, None),
    ]


@pytest.mark.parametrize("since", [{"text": "Rettet i administrationen."}, {"is_public": True}])
def test_what_was_corrected_since_in_another_way_is_not_overwritten(own, act, since):
    draft = services.save_draft(party=own, text="Rådet", **act)
    step = services.send_answer(response=draft, on=TODAY, **act)
    if "text" in since:
        step = services.correct_answer(response=draft, given_on=TODAY, text="Rådet mener", is_public=False, **act)
    HearingResponse.objects.update(**since)
    with pytest.raises(HearingRefused) as refused:
        back(step, act)
    assert refused.value.code == "overwrites"
    assert HearingResponse.objects.filter(given_on=TODAY, **since).exists()


def test_an_answer_that_is_removed_meanwhile_is_not_corrected(party, act):
    response = services.record_answer(party=party, given_on=TODAY, text="Vi bakker op.", **act)
    seen = HearingResponse.objects.get()
    services.remove_answer(response=response, **act)
    with pytest.raises(HearingRefused) as refused:
        services.correct_answer(response=seen, given_on=TODAY, text="Nej.", is_public=True, **act)
    assert refused.value.code == "gone"
    assert HearingResponse.objects.get().text == "Vi bakker op."


def test_a_correction_without_a_file_keeps_the_file(party, act):
    response = services.record_answer(party=party, given_on=TODAY, text="", file=upload(), **act)
    services.correct_answer(response=response, given_on=TODAY, text="Nu med ord.", is_public=True, **act)
    response.refresh_from_db()
    assert (response.file_name, response.text, response.is_public) == ("Høringssvar.pdf", "Nu med ord.", True)


def test_our_own_answer_is_drafted_decided_and_sent(own, act):
    item = f.AgendaItemFactory(meeting__body=own.body, meeting__date=dt.date(2018, 9, 19))
    draft = services.save_draft(party=own, text="Rådet mener …", **act)
    assert services.save_draft(party=own, text="Rådet mener, at", **act) == draft
    own.refresh_from_db()
    assert (HearingResponse.objects.count(), own.answered_on) == (1, None)
    services.decide_answer(response=draft, item=item, **act)
    services.send_answer(response=draft, on=dt.date(2018, 9, 20), **act)
    draft.refresh_from_db()
    own.refresh_from_db()
    assert (draft.text, draft.decided_at, draft.given_on, own.answered_on) == (
        "Rådet mener, at",
        item,
        dt.date(2018, 9, 20),
        dt.date(2018, 9, 20),
    )


def test_an_answer_said_to_be_sent_can_become_a_draft_again(own, act):
    response = services.record_answer(party=own, given_on=TODAY, text="Rådet mener", **act)
    services.correct_answer(response=response, given_on=None, text="Rådet mener", is_public=False, **act)
    own.refresh_from_db()
    assert own.answered_on is None


def test_answers_are_considered_at_an_item_and_drafts_and_others_are_not(sent, own, act):
    item = f.AgendaItemFactory(meeting__body=sent.body)
    council, union, _friends = sent.parties.all()
    ours = [services.record_answer(party=party, given_on=TODAY, text="Svar.", **act) for party in (council, union)]
    others = [services.save_draft(party=own, text="Udkast", **act), services.save_draft(party=council, text="Udkast", **act)]
    assert services.consider(hearing=sent, responses=ours + others, item=item, **act) == 2
    assert [response.party_id for response in item.considered_responses.order_by("pk")] == [council.pk, union.pk]
    services.consider(hearing=sent, responses=ours[:1], item=None, **act)
    assert item.considered_responses.get() == ours[1]


def test_each_answer_considered_is_a_step_of_its_own_that_is_taken_back(sent, party, act):
    first, second = (f.AgendaItemFactory(meeting__body=sent.body) for _ in range(2))
    response = services.record_answer(party=party, given_on=TODAY, text="Svar.", **act)
    assert services.consider(hearing=sent, responses=[response], item=first, **act) == 1
    assert services.consider(hearing=sent, responses=[response], item=first, **act) == 0
    assert services.consider(hearing=sent, responses=[response], item=second, **act) == 1
    steps = list(party.steps.order_by("-pk"))
    assert [step.what for step in steps] == ["considered", "considered", "recorded"]
    left = []
    for step in steps[:2]:
        back(step, act)
        response.refresh_from_db()
        left.append(response.considered_at)
    assert left == [first, None]
    sent.refresh_from_db()
    assert sent.review == "accepted"


def test_what_was_considered_elsewhere_since_is_not_overwritten(sent, party, act):
    first, second = (f.AgendaItemFactory(meeting__body=sent.body) for _ in range(2))
    response = services.record_answer(party=party, given_on=TODAY, text="Svar.", **act)
    services.consider(hearing=sent, responses=[response], item=first, **act)
    HearingResponse.objects.update(considered_at=second)
    with pytest.raises(HearingRefused) as refused:
        back(PartyStep.objects.get(what="considered"), act)
    assert refused.value.code == "overwrites"


def test_nothing_is_noted_of_any_answer_when_one_has_been_changed_since_the_page_was_opened(sent, act):
    council, union, _friends = sent.parties.all()
    item, other = (f.AgendaItemFactory(meeting__body=sent.body) for _ in range(2))
    answers = [services.record_answer(party=party, given_on=TODAY, text="Svar.", **act) for party in (council, union)]
    shown = {answer.pk: answer.version for answer in answers}
    services.consider(hearing=sent, responses=answers[1:], item=other, **act)
    with pytest.raises(HearingRefused) as refused:
        services.consider(hearing=sent, responses=answers, item=item, versions=shown, **act)
    assert refused.value.code == "changed"
    assert not item.considered_responses.exists()
    assert services.consider(hearing=sent, responses=answers, item=other, versions=shown, **act) == 1  # of the other it is so already


def test_an_item_that_goes_away_leaves_the_answer_unconsidered(sent, party, act):
    item = f.AgendaItemFactory()
    response = services.record_answer(party=party, given_on=TODAY, text="Svar.", **act)
    services.consider(hearing=sent, responses=[response], item=item, **act)
    item.delete()
    response.refresh_from_db()
    assert response.considered_at is None
