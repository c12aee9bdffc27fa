"""On the page of an item those who manage the body answer whether it is open, and who may not read it; on the meeting's page they see what waits."""

import pytest

from meetings import confidentiality
from meetings.models import AgendaItem
from tests import factories as f
from tests.pages.conftest import NOON, member_of, secretary_of

pytestmark = pytest.mark.django_db
QUOTE = "Sagen behandles for lukkede døre."
DOUBT = {"code": "maybe_closed", "params": {"words": "for lukkede døre"}, "quote": QUOTE, "at": [1, 4, 4]}


@pytest.fixture
def meeting():
    return f.MeetingFactory(body__name="Rådet for Udsatte")


@pytest.fixture
def item(meeting):
    f.AgendaItemFactory(meeting=meeting, title="Natvarmestue")
    return f.AgendaItemFactory(meeting=meeting, title="Klagesag", closed=True, in_doubt=True, doubts=[DOUBT])


@pytest.fixture
def secretary(meeting):
    return secretary_of(meeting.body)


@pytest.fixture
def send(client):
    def post(item: AgendaItem, step: str, user, **data):
        client.force_login(user)
        return client.post(f"{item.get_absolute_url()}{step}/", data, follow=True)

    return post


def fresh(item: AgendaItem) -> AgendaItem:
    return AgendaItem.objects.get(pk=item.pk)


def test_the_words_are_marked_and_both_answers_offered(look, item, secretary):
    page = look(item.get_absolute_url(), secretary)
    assert "Sagen behandles <mark>for lukkede døre</mark>." in page
    assert 'value="aabent"' in page
    assert 'value="lukket"' in page


@pytest.mark.parametrize("published", [None, "agenda", "minutes"])
def test_until_it_is_answered_the_public_does_not_see_it_and_members_are_not_asked(look, item, published):
    if published:
        setattr(item.meeting, f"{published}_published_at", NOON)
        item.meeting.save()
    assert "Klagesag" not in look(item.meeting.get_absolute_url())
    page = look(item.get_absolute_url(), member_of(item.body))
    assert "I tvivl" in page
    assert 'value="aabent"' not in page


def test_the_answer_can_be_taken_back(send, item, secretary):
    assert "Punktet er åbent." in send(item, "lukning", secretary, svar="aabent").content.decode()
    assert not fresh(item).closed
    assert "Svaret er fortrudt." in send(item, "lukning", secretary, svar="fortryd").content.decode()
    assert fresh(item).in_doubt
    send(item, "lukning", secretary, svar="lukket")
    assert (fresh(item).closed, fresh(item).in_doubt) == (True, False)


def test_a_doubt_that_no_words_of_a_document_raised_is_answered_too(send, look, item, secretary):
    AgendaItem.objects.filter(pk=item.pk).update(doubts=[])
    page = look(item.get_absolute_url(), secretary)
    assert "Nogen har sat punktet i tvivl uden en begrundelse. Er punktet lukket?" in page
    assert 'value="lukket"' in page
    assert "Punktet er lukket." in send(item, "lukning", secretary, svar="lukket").content.decode()
    assert (fresh(item).closed, fresh(item).in_doubt) == (True, False)


def test_whoever_answers_last_opens_nothing_that_another_has_closed(send, item, secretary):
    send(item, "lukning", secretary_of(item.body), svar="lukket")
    assert "Nogen har allerede svaret." in send(item, "lukning", secretary, svar="aabent").content.decode()
    assert fresh(item).closed


def test_what_everybody_could_read_at_once_is_asked_about_once_more(send, look, item, secretary):
    item.meeting.minutes_published_at = NOON
    item.meeting.save()
    assert "Åbn punktet?" in send(item, "lukning", secretary, svar="aabent").content.decode()
    assert fresh(item).in_doubt
    send(item, "lukning", secretary, svar="aabent", sikker="1")
    assert "Klagesag" in look(item.meeting.get_absolute_url())


def test_the_page_says_who_answered(send, look, item, secretary):
    send(item, "lukning", secretary, svar="lukket")
    assert f"punktet er lukket, {secretary}" in look(item.get_absolute_url(), secretary)


def test_who_opened_an_item_stands_on_its_page_though_it_was_never_in_doubt(look, meeting, secretary):
    item = f.AgendaItemFactory(meeting=meeting, closed=True)
    confidentiality.set_closed(item=item, closed=False, by=secretary, now=NOON)
    assert f"punktet er åbent, {secretary}" in look(item.get_absolute_url(), secretary)
    assert "punktet er åbent," not in look(item.get_absolute_url(), member_of(item.body))


def test_the_meeting_page_says_what_waits_and_cannot_be_published_before(client, look, item, secretary):
    page = look(item.meeting.get_absolute_url(), secretary)
    assert "Venter på dit svar" in page
    address = f"{item.meeting.get_absolute_url()}offentliggoer/dagsorden/"
    assert f'<a href="{item.get_absolute_url()}">' in look(address, secretary)
    client.force_login(secretary)
    assert "Det kan ikke offentliggøres endnu" in client.post(address).content.decode()
    assert not fresh(item).meeting.agenda_published_at


@pytest.mark.parametrize("step", ["lukning", "inhabile"])
@pytest.mark.parametrize("who", [member_of, lambda body: secretary_of(f.BodyFactory())], ids=["member", "secretary of another body"])
def test_others_are_not_told_that_it_can_be_answered(send, item, step, who):
    assert send(item, step, who(item.body), svar="aabent", person="1").status_code == 404
    assert fresh(item).in_doubt


def test_what_is_no_answer_is_not_found(send, item, secretary):
    assert send(item, "lukning", secretary, svar="måske").status_code == 404


class TestDisqualified:
    @pytest.fixture
    def item(self, meeting):
        return f.AgendaItemFactory(meeting=meeting, title="Klagesag", closed=True)

    @pytest.fixture
    def amina(self, item):
        return f.MembershipFactory(body=item.body, person__name="Amina Haddad", person__user=f.UserFactory(member=True)).person

    def test_a_member_is_shut_out_and_let_in_again(self, client, send, item, amina, secretary):
        assert "Amina Haddad er udelukket fra punktet." in send(item, "inhabile", secretary, person=amina.pk).content.decode()
        client.force_login(amina.user)
        assert client.get(item.get_absolute_url()).status_code == 404
        assert "Amina Haddad må læse punktet." in send(item, "inhabile", secretary, person=amina.pk, fjern="1").content.decode()
        client.force_login(amina.user)
        assert client.get(item.get_absolute_url()).status_code == 200

    def test_a_name_that_is_nobodys_for_certain_is_asked_about(self, send, look, item, amina, secretary):
        f.ParticipationFactory(item=item, kind="did_not_participate", name="Formanden", detail="", disqualified=True)
        confidentiality.propose_shut_outs(items=[item], now=NOON)
        assert "Formanden var inhabil. Hvilket medlem er det?" in look(item.get_absolute_url(), secretary)
        send(item, "inhabile", secretary, navn="Formanden", person="ingen")
        assert "Hvilket medlem er det?" not in look(item.get_absolute_url(), secretary)
        assert not item.shut_out.exists()

    def test_only_members_can_be_shut_out(self, send, item, secretary):
        outsider = f.MembershipFactory(person__name="Viggo Storm").person
        assert "har ikke sæde i organet" in send(item, "inhabile", secretary, person=outsider.pk).content.decode()
        assert "Vælg et medlem." in send(item, "inhabile", secretary, person="").content.decode()
        assert not item.shut_out.exists()

    def test_nobody_is_told_the_name_of_a_person_known_from_a_closed_item_elsewhere(self, send, item, secretary):
        hidden = f.PersonFactory(name="Viggo Storm")
        f.ParticipationFactory(item=f.AgendaItemFactory(closed=True), person=hidden)
        answer = send(item, "inhabile", secretary, person=hidden.pk)
        assert answer.status_code == 404
        assert "Viggo Storm" not in answer.content.decode()

    def test_of_an_open_item_the_page_says_that_nobody_is_shut_out(self, look, meeting, secretary):
        item = f.AgendaItemFactory(meeting=meeting)
        f.ParticipationFactory(item=item, kind="did_not_participate", name="Amina Haddad", detail="", disqualified=True)
        assert "Det er åbent, så ingen er udelukket fra at læse det." in look(item.get_absolute_url(), secretary)
