"""Bodies with their members, and people with what they took part in."""

import datetime as dt

import pytest

from tests import factories as f
from tests.pages.conftest import secretary_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def body():
    return f.BodyFactory(name="Rådet for Udsatte", kind="advisory", dispatch_days=8, saturday_counts=True)


def test_bodies_stand_in_danish_order_without_outside_parties(look):
    for name in ("Ældrerådet", "Aarhusgruppen", "Byrådet", "Økonomiudvalget"):
        f.BodyFactory(name=name)
    f.BodyFactory(name="Naboforeningen", kind="outside")
    page = look("/organer/")
    places = [page.index(name) for name in ("Byrådet", "Ældrerådet", "Økonomiudvalget", "Aarhusgruppen")]
    assert places == sorted(places)
    assert "Naboforeningen" not in page


def test_the_dispatch_rule_is_told_in_words(look, body):
    page = look(body.get_absolute_url())
    assert "Dagsordenen sendes ud 8 hverdage før mødet. Lørdag tæller som hverdag." in page


def test_members_stand_by_role_and_those_who_left_apart(look, body):
    for name, role, period in (
        ("Medlem Aagaard", "member", {}),
        ("Stedfortræder Bak", "substitute", {}),
        ("Formand Ørsted", "chair", {}),
        ("Næstformand Yde", "deputy_chair", {}),
        ("Tidligere Krag", "member", {"last_day": dt.date(2018, 9, 2)}),
        ("Kommende Lund", "member", {"first_day": dt.date(2018, 9, 4)}),
    ):
        f.MembershipFactory(body=body, person__name=name, role=role, **period)
    page = look(body.get_absolute_url())
    places = [page.index(name) for name in ("Formand Ørsted", "Næstformand Yde", "Medlem Aagaard", "Stedfortræder Bak", "Tidligere Krag")]
    assert places == sorted(places)
    assert "Kommende Lund" not in page


def test_a_bodys_latest_cases_are_those_the_reader_may_see(look, body):
    meeting = f.MeetingFactory(body=body, published=True)
    f.AgendaItemFactory(meeting=meeting, title="Varmestue")
    f.AgendaItemFactory(meeting=meeting, title="Kanariefugl", closed=True)
    assert "Varmestue" in look(body.get_absolute_url())
    assert "Kanariefugl" not in look(body.get_absolute_url())
    assert "Kanariefugl" in look(body.get_absolute_url(), secretary_of(body))


def test_a_bodys_latest_cases_tell_their_outcome_when_the_minutes_are_published(look, body):
    held = f.MeetingFactory(body=body, agenda_published=True)
    f.OutcomeFactory(item=f.AgendaItemFactory(meeting=held, title="Varmestue", decision="Udsat."), outcome="deferred")
    assert "Varmestue" in look(body.get_absolute_url())
    assert ">Udsat<" not in look(body.get_absolute_url())
    assert ">Udsat<" in look(body.get_absolute_url(), secretary_of(body))
    held.minutes_published_at = held.agenda_published_at
    held.save()
    assert ">Udsat<" in look(body.get_absolute_url())


def test_people_are_found_by_any_part_of_their_name(look, body):
    for name in ("Dorthea Fuglsang Krogh", "Knud Ålund"):
        f.MembershipFactory(body=body, person__name=name)
    page = look("/personer/", q="krogh dorthea")
    assert "Dorthea Fuglsang Krogh" in page
    assert "Knud Ålund" not in page
    assert "Rådet for Udsatte, medlem" in page
    assert "Ingen hedder »ingen«." in look("/personer/", q="ingen")


def test_a_person_shows_seats_parts_and_votes(look, body):
    person = f.PersonFactory(name="Gerda Havbro", party="Liste Ø")
    f.MembershipFactory(person=person, body=body, role="chair", first_day=dt.date(2018, 1, 1))
    item = f.AgendaItemFactory(meeting__published=True, meeting__body=body, title="Varmestue")
    f.VoteNameFactory(vote__item=item, person=person)
    f.ParticipationFactory(item=item, kind="appointed", person=person, name="Gerda Havbro", detail="følgegruppen")
    page = look(person.get_absolute_url())
    for told in ("Liste Ø", "formand", "fra 1. januar 2018", "Varmestue", "Stemte imod", "Udpeget: følgegruppen"):
        assert told in page


def test_what_a_person_did_in_unpublished_minutes_is_not_told(look, body):
    person = f.MembershipFactory(body=body).person
    item = f.AgendaItemFactory(meeting__agenda_published=True, meeting__body=body, title="Varmestue")
    f.VoteNameFactory(vote__item=item, person=person)
    assert "Varmestue" not in look(person.get_absolute_url())
    assert "Varmestue" in look(person.get_absolute_url(), secretary_of(body))


def test_somebody_known_only_from_a_closed_item_is_not_there_for_the_public(client, look, body):
    item = f.AgendaItemFactory(meeting__published=True, meeting__body=body, closed=True)
    person = f.ParticipationFactory(item=item, person=f.PersonFactory(name="Kanariefugl"), name="Kanariefugl", kind="guest").person
    assert client.get(person.get_absolute_url()).status_code == 404
    assert "Kanariefugl" not in look("/personer/")
    page = look(person.get_absolute_url(), secretary_of(body))
    assert item.title in page
    assert "Deltager udefra" not in page  # what a closed item says stands on its own page
