"""With two pages open the second does not undo the first, and tells what both have written."""

import datetime as dt

import pytest

from meetings import planning
from meetings.models import Meeting
from minutes import services
from tests import factories as f
from tests.admin.forms import filled_in
from tests.pages.conftest import secretary_of

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2018, 9, 10, 10, tzinfo=f.COPENHAGEN)


@pytest.fixture
def council():
    return f.BodyFactory(name="Rådet", kind="advisory")


@pytest.fixture
def secretary(council, client):
    client.force_login(secretary_of(council))
    return client


def fresh(row):
    return type(row).objects.get(pk=row.pk)


def test_a_meeting_moved_by_another_is_not_moved_back(secretary, council):
    meeting = f.MeetingFactory(body=council, date=dt.date(2030, 10, 9), state=Meeting.State.PLANNED, place="Rådhuset")
    address = f"{meeting.get_absolute_url()}ret/"
    first, second = (filled_in(secretary.get(address).content.decode(), "planning") for _ in range(2))
    assert secretary.post(address, first | {"date": "16-10-2030"}).status_code == 302
    answer = secretary.post(address, second | {"date": "23-10-2030", "place": "Havnen"})
    html = answer.content.decode()
    assert "En anden har ændret dette, siden du åbnede det" in html
    assert "Imens har en anden skrevet »16. oktober 2030« her. Du har skrevet »23. oktober 2030«." in html
    assert (fresh(meeting).date, fresh(meeting).place) == (dt.date(2030, 10, 16), "Rådhuset")
    assert secretary.post(address, filled_in(html, "planning")).status_code == 302
    assert (fresh(meeting).date, fresh(meeting).place) == (dt.date(2030, 10, 23), "Havnen")


def test_a_meeting_moved_since_is_not_cancelled_unseen(secretary, council):
    meeting = f.MeetingFactory(body=council, date=dt.date(2030, 10, 9), state=Meeting.State.PLANNED)
    address = f"{meeting.get_absolute_url()}aflys/"
    form = filled_in(secretary.get(address).content.decode(), "steps")
    planning.change_meeting(meeting=fresh(meeting), date=dt.date(2030, 11, 6), kind="ordinary", start=None, end=None, place="")
    answer = secretary.post(address, form)
    assert "Imens har en anden ændret mødet." in answer.content.decode()
    assert fresh(meeting).state == Meeting.State.PLANNED
    secretary.post(address, filled_in(answer.content.decode(), "steps"))
    assert fresh(meeting).state == Meeting.State.CANCELLED


@pytest.fixture
def hearing(council):
    return f.HearingFactory(item=None, body=council, role="issuer", subject="Nyt torv", sender="", deadline=dt.date(2030, 10, 1))


@pytest.fixture
def party(hearing):
    return f.HearingPartyFactory(hearing=hearing, name="Seniorrådet", asked_on=dt.date(2018, 9, 1))


def two(client, address: str, form: str = "hearing-form") -> list[dict]:
    return [filled_in(client.get(address).content.decode(), form) for _ in range(2)]


def test_a_hearing_corrected_by_two_keeps_what_both_have_written(secretary, hearing):
    address = f"{hearing.get_absolute_url()}ret/"
    first, second = two(secretary, address)
    secretary.post(address, first | {"subject": "Det nye torv", "answers_to": "torv@by.dk"})
    answer = secretary.post(address, second | {"subject": "Torvet ved havnen"})
    html = answer.content.decode()
    assert "Imens har en anden skrevet »Det nye torv« her. Du har skrevet »Torvet ved havnen«." in html
    assert "Imens har en anden ændret dette fra »intet« til »torv@by.dk«." in html
    assert fresh(hearing).subject == "Det nye torv"
    assert secretary.post(address, filled_in(html, "hearing-form")).status_code == 302
    assert (fresh(hearing).subject, fresh(hearing).answers_to) == ("Torvet ved havnen", "torv@by.dk")


def test_a_party_corrected_by_two_keeps_what_both_have_written(secretary, hearing, party):
    address = f"{hearing.get_absolute_url()}parter/{party.pk}/"
    first, second = two(secretary, address)
    secretary.post(address, first | {"name": "Ældrerådet"})
    answer = secretary.post(address, second | {"reminded_on": "10-09-2018"})
    html = answer.content.decode()
    assert "Imens har en anden ændret dette fra »Seniorrådet« til »Ældrerådet«." in html
    secretary.post(address, filled_in(html, "hearing-form"))
    assert (fresh(party).name, fresh(party).reminded_on) == ("Ældrerådet", dt.date(2018, 9, 10))


def test_two_who_write_the_first_draft_do_not_write_over_each_other(secretary, council):
    consulted = f.HearingFactory(item=None, body=council, role="consulted", deadline=dt.date(2030, 10, 1))
    own = f.HearingPartyFactory(hearing=consulted, body=council, name=council.name)
    address = f"{consulted.get_absolute_url()}parter/{own.pk}/svar/"
    first, second = two(secretary, address)
    secretary.post(address, first | {"text": "Rådet er positivt."})
    answer = secretary.post(address, second | {"text": "Rådet er skeptisk."})
    assert "Imens har en anden skrevet »Rådet er positivt.« her. Du har skrevet »Rådet er skeptisk.«." in answer.content.decode()
    assert own.responses.get().text == "Rådet er positivt."


@pytest.fixture
def promise(council):
    item = f.AgendaItemFactory(meeting__body=council, meeting__date=dt.date(2018, 6, 6))
    return f.FollowUpFactory(item=item, text="en status", responsible="Forvaltningen")


def test_a_promise_corrected_by_two_keeps_what_both_have_written(secretary, promise):
    address = f"/moeder/{promise.item.meeting_id}/loefter/opfoelgning/{promise.pk}/ret/"
    first, second = two(secretary, address, "obligation-form")
    name = f"opfoelgning-{promise.pk}-"
    secretary.post(address, first | {f"{name}responsible": "Formanden"})
    answer = secretary.post(address, second | {f"{name}text": "en grundig status"})
    html = answer.content.decode()
    assert "Imens har en anden ændret dette fra »Forvaltningen« til »Formanden«." in html
    assert fresh(promise).text == "en status"
    secretary.post(address, filled_in(html, "obligation-form"))
    assert (fresh(promise).text, fresh(promise).responsible) == ("en grundig status", "Formanden")


def test_a_card_that_was_corrected_since_is_not_accepted_unseen(secretary, promise):
    page = f"/moeder/{promise.item.meeting_id}/loefter/"
    shown = filled_in(secretary.get(page).content.decode(), "obligation-answers d-print-none")
    services.correct(obligation=fresh(promise), values={"text": "en ny status"}, parties=None, by=f.UserFactory(), now=NOW)
    address = f"{page}opfoelgning/{promise.pk}/svar/"
    answer = secretary.post(address, shown | {"answer": "accept"}, follow=True)
    assert "Nogen har svaret, siden du åbnede siden. Se på det en gang til." in answer.content.decode()
    assert (fresh(promise).text, fresh(promise).review) == ("en ny status", "corrected")


def test_parties_added_meanwhile_are_not_removed_beside_the_sentence(secretary, council):
    item = f.AgendaItemFactory(meeting__body=council, meeting__date=dt.date(2018, 6, 6))
    hearing = f.HearingFactory(item=item, body=council, role="issuer", quote="Sendes i høring.")
    f.HearingPartyFactory(hearing=hearing, name="Seniorrådet")
    address = f"/moeder/{item.meeting_id}/loefter/hoering/{hearing.pk}/ret/"
    first, second = two(secretary, address, "obligation-form")
    name = f"hoering-{hearing.pk}-"
    secretary.post(address, first | {f"{name}named": "Seniorrådet\r\nHandicaprådet"})
    answer = secretary.post(address, second | {f"{name}named": "Seniorrådet\r\nUngerådet"})
    assert "Handicaprådet" in answer.content.decode()
    assert [party.name for party in hearing.parties.order_by("position")] == ["Seniorrådet", "Handicaprådet"]
