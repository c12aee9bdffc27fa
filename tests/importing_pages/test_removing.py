"""What the page shows of removals: none is ticked, and of what is closed or published one is asked once more."""

import datetime as dt

import pytest

from followups.models import FollowUp
from meetings.models import AgendaItem, ClosedReading, Meeting
from minutes.models import Import
from reader import facts
from tests.factories import BodyFactory, FollowUpFactory, SecretaryAssignmentFactory
from tests.importing.documents import simple
from tests.importing_pages.desk import apply, reviewed, seen, shown_version

pytestmark = pytest.mark.django_db


@pytest.fixture
def published(desk, secretary):
    apply(desk, reviewed(simple("Varmestue", "Rejsekort", decision="Godkendt."), by=secretary), publish="on")
    return Meeting.objects.get()


@pytest.fixture
def shorter(secretary, published):
    return reviewed(simple("Varmestue", decision="Godkendt."), by=secretary)


def titles() -> list[str]:
    return list(AgendaItem.objects.order_by("position").values_list("title", flat=True))


def test_a_removal_is_shown_and_not_ticked(desk, shorter):
    page = desk.get(shorter.get_absolute_url())
    assert 'value="item/2" data-by-itself' in page.content.decode()
    assert "Fjern punktet, som ikke står i dokumentet" in seen(page)
    assert "Intet slettes, uden at du selv sætter flueben." in seen(page)


@pytest.mark.parametrize("answers", [{}, {"all": "1"}])
def test_the_buttons_alone_remove_nothing(desk, shorter, answers):
    apply(desk, shorter, **answers)
    assert titles() == ["Varmestue", "Rejsekort"]


def test_removing_something_published_asks_once_more_and_says_what_goes(desk, shorter):
    FollowUpFactory(item=AgendaItem.objects.get(number=2))
    page = apply(desk, shorter, accepted=["item/2"])
    words = seen(page)
    assert "Fjern fra registret?" in words
    assert "Punkt 2 Rejsekort Hele punktet med dets side. Også beslutningen. Også 1 løfte eller høring." in words
    assert "Mødet er offentliggjort: offentligheden ser, at det er væk." in words
    assert titles() == ["Varmestue", "Rejsekort"]
    hidden = {"shown": shown_version(desk, shorter), "accepted": "item/2", "confirmed": "1"}
    assert all(f'name="{name}" value="{value}"' in page.content.decode() for name, value in hidden.items())
    desk.post(f"{shorter.get_absolute_url()}godkend/", hidden)
    assert titles() == ["Varmestue"]
    assert not FollowUp.objects.exists()


def test_removing_a_closed_item_asks_though_nothing_is_published(desk, shorter, published):
    Meeting.objects.update(agenda_published_at=None, minutes_published_at=None)
    AgendaItem.objects.filter(number=2).update(closed=True)
    assert "Fjern fra registret?" in seen(apply(desk, shorter, accepted=["item/2"]))
    assert titles() == ["Varmestue", "Rejsekort"]


def test_the_question_shows_a_closed_item_and_is_logged_as_a_reading_of_it(desk, shorter, published):
    AgendaItem.objects.filter(number=2).update(closed=True)
    answers = {"shown": shown_version(desk, shorter), "accepted": "item/2"}
    ClosedReading.objects.all().delete()
    assert "Rejsekort" in seen(desk.post(f"{shorter.get_absolute_url()}godkend/", answers))
    assert ClosedReading.objects.get().item == AgendaItem.objects.get(number=2)


def test_removing_what_nobody_else_has_seen_asks_no_more(desk, shorter, published):
    Meeting.objects.update(agenda_published_at=None, minutes_published_at=None)
    apply(desk, shorter, accepted=["item/2"])
    assert titles() == ["Varmestue"]


def test_a_second_meeting_is_asked_about_and_put_in_the_register_as_one(desk, secretary, published):
    other = simple("Natcafé", number=3)
    other.meeting.start = dt.time(19)
    import_ = reviewed(other, by=secretary)
    page = desk.get(import_.get_absolute_url())
    assert "Er det samme møde, eller et møde til den dag?" in seen(page)
    assert "Læg i registret" not in seen(page).split("Sig først")[1]
    assert "Organet har allerede et møde den dag." in seen(
        desk.post(f"{import_.get_absolute_url()}godkend/", {"shown": shown_version(desk, import_)}, follow=True)
    )
    desk.post(f"{import_.get_absolute_url()}moede/", {"moede": "et-til"})
    apply(desk, import_)
    assert list(Meeting.objects.order_by("sequence").values_list("sequence", "start")) == [(1, dt.time(15, 30)), (2, dt.time(19))]


def test_the_answer_can_be_changed(desk, secretary, published):
    import_ = reviewed(simple("Varmestue", "Rejsekort", decision="Udsat."), by=secretary)
    address = f"{import_.get_absolute_url()}moede/"
    assert "Er det et møde til den dag?" in seen(desk.get(import_.get_absolute_url()))
    desk.post(address, {"moede": "et-til"})
    assert "Er det mødet i registret?" in seen(desk.get(import_.get_absolute_url()))
    desk.post(address, {"moede": str(published.pk)})
    assert "Dokumentet afviger fra registret 2 steder." in seen(desk.get(import_.get_absolute_url()))


@pytest.mark.parametrize("said", ["", "x", "99999999"])
def test_only_a_meeting_of_that_body_and_day_can_be_said(desk, secretary, published, said):
    import_ = reviewed(simple("Varmestue"), by=secretary)
    assert desk.post(f"{import_.get_absolute_url()}moede/", {"moede": said}).status_code == 404
    assert Import.objects.get(pk=import_.pk).said is None


def test_whoever_does_not_manage_the_body_says_nothing_of_its_meetings(client, published):
    stranger = SecretaryAssignmentFactory(body=BodyFactory(name="Ældrerådet")).user
    import_ = reviewed(simple("Varmestue"), by=stranger)
    client.force_login(stranger)
    assert client.post(f"{import_.get_absolute_url()}moede/", {"moede": "et-til"}).status_code == 404


ALARMS = {
    "no_items": "Der er ikke fundet nogen punkter i dokumentet.",
    "no_item_text": "Der er ikke fundet tekst i nogen af punkterne.",
    "text_outside_items": "Det meste af dokumentets tekst står ikke i noget punkt",
}


@pytest.mark.parametrize(("code", "sentence"), ALARMS.items())
def test_a_document_of_which_little_was_read_says_so_in_red(desk, secretary, code, sentence):
    minutes = simple() if code == "no_items" else simple("Varmestue")
    minutes.warnings = [facts.Warning(code)]
    page = desk.get(reviewed(minutes, by=secretary).get_absolute_url())
    assert "alert alert-error" in page.content.decode()
    assert sentence in seen(page)
    assert "Intet i dokumentet så forkert ud." not in seen(page)


def test_an_item_the_document_lacks_is_called_by_its_number_and_title_though_another_has_its_number(desk, secretary):
    apply(desk, reviewed(simple("Varmestue", "Rejsekort", "Natcafé", number=179), by=secretary))
    found = seen(desk.get(reviewed(simple("Varmestue", "Natcafé", number=179), by=secretary).get_absolute_url()))
    assert "Punkt 180, Rejsekort" in found
    assert "180-2" not in found
