"""What the secretary writes down on the pages: nothing typed is lost, the second click does nothing, and nobody else gets in."""

import datetime as dt
import re

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile

from hearings import services
from hearings.models import Extension, Hearing, HearingResponse
from tests import factories as f
from tests.hearings.conftest import TODAY, member_of
from tests.importing_pages.test_documents import read

NEW = "/hoeringer/ny/"


def days(party) -> tuple:
    party.refresh_from_db()
    return party.asked_on, party.reminded_on, party.declined_on


def hidden(page, name: str) -> str:
    """The hidden field of that name in the last form of the page, the one with the button that removes."""
    return re.findall(rf'type="hidden" name="{name}" value="([^"]*)"', page.content.decode())[-1]


@pytest.fixture
def act(secretary, now):
    return {"by": secretary, "now": now}


class TestOpening:
    @pytest.fixture
    def filled(self, council):
        return {
            "body": council.pk,
            "role": "consulted",
            "subject": "Ny bekendtgørelse om havne",
            "sender": "Ministeriet",
            "received_on": "03-09-2018",
            "deadline": "28.9.2018",
            "parties": "Havnens Venner\n\nHavnens Venner \n",
        }

    def test_a_hearing_is_entered_by_hand(self, office, filled, council, secretary):
        response = office.post(NEW, filled)
        hearing = Hearing.objects.get()
        assert response["Location"] == hearing.get_absolute_url()
        assert (hearing.body, hearing.sender, hearing.deadline, hearing.reviewed_by) == (
            council,
            "Ministeriet",
            dt.date(2018, 9, 28),
            secretary,
        )
        assert [party.name for party in hearing.parties.all()] == ["Havnens Venner", "Havnerådet"]
        office.post(NEW, filled)
        assert Hearing.objects.count() == 1

    def test_one_that_an_item_tells_of_is_its_bodys(self, office, committee, filled):
        item = f.AgendaItemFactory(meeting__body=committee, title="Plan for havnen")
        assert "Plan for havnen</textarea>" in office.get(f"{NEW}?punkt={item.pk}").content.decode()
        office.post(f"{NEW}?punkt={item.pk}", filled | {"body": committee.pk, "role": "issuer", "sender": "", "received_on": ""})
        assert (Hearing.objects.get().item, Hearing.objects.get().body) == (item, committee)

    def test_what_is_wrong_is_said_and_nothing_typed_is_lost(self, office, filled):
        page = office.post(NEW, filled | {"subject": "", "deadline": "1-9-2018"}).content.decode()
        assert "Fristen ligger, før høringen begynder." in page
        assert "Dette felt er påkrævet." in page
        assert "Ministeriet" in page
        assert not Hearing.objects.exists()

    @pytest.mark.parametrize("punkt", ["abc", "99999", "1" * 20])
    def test_an_item_that_is_none_is_not_found(self, office, punkt):
        assert office.get(f"{NEW}?punkt={punkt}").status_code == 404

    def test_a_body_that_one_does_not_manage_cannot_be_chosen(self, office, filled):
        office.post(NEW, filled | {"body": f.BodyFactory(name="Byrådet").pk})
        assert not Hearing.objects.exists()

    def test_what_was_entered_is_corrected(self, office, consulted):
        address = f"{consulted.get_absolute_url()}ret/"
        office.post(address, {"role": "consulted", "subject": "Bekendtgørelse", "received_on": "02-09-2018", "deadline": "29-09-2018"})
        consulted.refresh_from_db()
        assert (consulted.subject, consulted.received_on, consulted.deadline) == (
            "Bekendtgørelse",
            dt.date(2018, 9, 2),
            dt.date(2018, 9, 29),
        )

    def test_what_was_read_is_corrected_beside_its_sentence(self, office, sent):
        page = office.get(f"{sent.get_absolute_url()}ret/").content.decode()
        assert f"/moeder/{sent.item.meeting_id}/loefter/hoering/{sent.pk}/ret/" in page
        office.post(f"{sent.get_absolute_url()}ret/", {"role": "issuer", "subject": "Noget andet", "answers_to": "plan@havneby.example"})
        sent.refresh_from_db()
        assert (sent.subject, sent.answers_to, sent.review) == ("Plan for havnen", "plan@havneby.example", "accepted")

    def test_a_deadline_that_was_put_off_is_not_corrected_by_the_way(self, office, consulted):
        f.ExtensionFactory(hearing=consulted, old=dt.date(2018, 9, 14), new=consulted.deadline)
        office.post(f"{consulted.get_absolute_url()}ret/", {"role": "consulted", "subject": "Havne", "deadline": "01-12-2018"})
        consulted.refresh_from_db()
        assert (consulted.subject, consulted.deadline) == ("Havne", dt.date(2018, 9, 28))


class TestParties:
    @pytest.fixture
    def parties(self, sent):
        return list(sent.parties.all())

    def note(self, office, hearing, what: str, *parties, on: str = "03-09-2018"):
        return office.post(f"{hearing.get_absolute_url()}parter/", {"note": what, "on": on, "parties": [party.pk for party in parties]})

    def test_several_are_noted_at_once(self, office, sent, parties):
        self.note(office, sent, "spurgt", *parties[:2], on="01-09-2018")
        self.note(office, sent, "rykket", parties[0])
        self.note(office, sent, "afslaaet", parties[1])
        asked = dt.date(2018, 9, 1)
        assert [days(party) for party in parties] == [(asked, TODAY, None), (asked, None, TODAY), (None, None, None)]

    def test_everybody_who_is_not_asked_is_asked_without_choosing(self, office, sent, parties):
        self.note(office, sent, "spurgt-alle")
        assert [days(party)[0] for party in parties] == [TODAY] * 3

    @pytest.mark.parametrize(("on", "error"), [("", "Dette felt er påkrævet."), ("4-9-2018", "Dagen er ikke kommet endnu.")])
    def test_a_wrong_day_is_said_and_the_choice_stands(self, office, sent, parties, on, error):
        response = self.note(office, sent, "rykket", parties[1], on=on)
        page = response.content.decode()
        assert error in page
        assert f'value="{parties[1].pk}" checked' in page

    def test_nobody_chosen_is_said(self, office, sent):
        assert "Vælg mindst én part." in self.note(office, sent, "rykket").content.decode()

    def test_another_word_than_the_known_is_no_request(self, office, sent):
        assert self.note(office, sent, "slettet").status_code == 400

    def test_a_day_noted_by_mistake_is_emptied(self, office, sent, parties):
        self.note(office, sent, "rykket", parties[0])
        address = f"{sent.get_absolute_url()}parter/{parties[0].pk}/"
        office.post(address, {"name": "Havnerådet", "asked_on": "01-09-2018", "reminded_on": "", "declined_on": ""})
        assert days(parties[0]) == (dt.date(2018, 9, 1), None, None)

    def test_parties_are_added_and_removed(self, office, sent, parties):
        office.post(f"{sent.get_absolute_url()}parter/nye/", {"names": "Ældresagen\nHavnerådet"})
        office.post(f"{sent.get_absolute_url()}parter/{parties[2].pk}/", {"fjern": "1"})
        assert [party.name for party in sent.parties.standing()] == ["Havnerådet", "MED-udvalget", "Ældresagen"]

    def test_one_that_somebody_has_noted_a_day_of_since_is_not_removed(self, office, sent, parties, secretary, now):
        address = f"{sent.get_absolute_url()}parter/{parties[2].pk}/"
        shown = hidden(office.get(address), "versions")
        services.ask(hearing=sent, parties=[parties[2]], on=TODAY, by=secretary, now=now)
        page = office.post(address, {"fjern": "1", "versions": shown}, follow=True).content.decode()
        assert sent.parties.standing().count() == 3
        assert "Nogen har ændret" in page
        office.post(address, {"fjern": "1", "versions": hidden(office.get(address), "versions")})
        assert sent.parties.standing().count() == 2

    def test_one_with_an_answer_stays(self, office, sent, parties):
        f.HearingResponseFactory(party=parties[0])
        office.post(f"{sent.get_absolute_url()}parter/{parties[0].pk}/", {"fjern": "1"})
        assert sent.parties.count() == 3

    def test_a_party_of_another_hearing_is_not_found(self, office, sent, own):
        assert office.get(f"{sent.get_absolute_url()}parter/{own.pk}/").status_code == 404


class TestAnswers:
    def address(self, party) -> str:
        return f"{party.hearing.get_absolute_url()}parter/{party.pk}/svar/"

    def test_an_answer_is_written_down_with_its_file(self, office, sent):
        party = sent.parties.first()
        file = SimpleUploadedFile("Svar på høring.pdf", b"%PDF-1.7 svar")
        response = office.post(self.address(party), {"given_on": "03-09-2018", "text": "Vi bakker op.", "file": file, "is_public": "on"})
        answer = HearingResponse.objects.get()
        assert response["Location"] == f"{sent.get_absolute_url()}#part-{party.pk}"
        assert (answer.text, answer.file_name, answer.given_on, answer.is_public) == ("Vi bakker op.", "Svar på høring.pdf", TODAY, True)
        office.post(self.address(party), {"given_on": "03-09-2018", "text": "Vi bakker op.", "file": file, "is_public": "on"})
        assert HearingResponse.objects.count() == 1

    @pytest.mark.parametrize(
        ("name", "content", "error"),
        [
            ("svar.exe", b"MZ", "Filen er ikke af en slags, der kan gemmes"),
            ("svar.pdf", b"<html>", "Filen er ikke af en slags, der kan gemmes"),
            ("svar.html", b"<script>", "Filen er ikke af en slags, der kan gemmes"),
            ("svar.txt", b"a\x00b", "Filen er ikke af en slags, der kan gemmes"),
            ("svar.pdf", b"", "tom"),
        ],
    )
    def test_a_file_of_another_kind_is_refused_and_the_words_stay(self, office, sent, name, content, error):
        filled = {"given_on": "03-09-2018", "text": "Vi bakker op.", "file": SimpleUploadedFile(name, content)}
        response = office.post(self.address(sent.parties.first()), filled)
        page = response.content.decode()
        assert error in page
        assert "Vi bakker op.</textarea>" in page
        assert not HearingResponse.objects.exists()

    @pytest.mark.parametrize(
        ("name", "content"),
        [
            ("svar.PDF", b"%PDF-1.4"),
            ("svar.docx", b"PK\x03\x04 ord"),
            ("svar.odt", b"PK\x03\x04 ord"),
            ("svar.png", b"\x89PNG\r\n\x1a\n..."),
            ("svar.jpeg", b"\xff\xd8\xff\xe0"),
            ("svar.txt", "Høring".encode("cp1252")),
        ],
    )
    def test_the_usual_kinds_are_kept(self, office, sent, name, content):
        office.post(self.address(sent.parties.first()), {"given_on": "03-09-2018", "file": SimpleUploadedFile(name, content)})
        assert HearingResponse.objects.get().file_name == name

    def test_a_file_that_is_too_large_is_refused(self, office, sent, settings):
        settings.MINUTES_MAX_UPLOAD_BYTES = 10
        filled = {"given_on": "03-09-2018", "file": SimpleUploadedFile("svar.pdf", b"%PDF-1.4 for stort")}
        assert "Filen er for stor." in office.post(self.address(sent.parties.first()), filled).content.decode()

    def test_a_file_is_asked_for_again_when_something_else_is_wrong(self, office, sent):
        filled = {"given_on": "", "file": SimpleUploadedFile("svar.pdf", b"%PDF-1.4")}
        assert "Vælg filen igen." in office.post(self.address(sent.parties.first()), filled).content.decode()

    @pytest.mark.parametrize(
        ("filled", "error"),
        [
            ({"given_on": "03-09-2018", "text": " "}, "Skriv svaret, eller vælg en fil."),
            ({"given_on": "04-09-2018", "text": "Ja."}, "Dagen er ikke kommet endnu."),
            ({"given_on": "", "text": "Ja."}, "Dette felt er påkrævet."),
        ],
    )
    def test_an_answer_has_words_or_a_file_and_a_day_that_has_come(self, office, sent, filled, error):
        assert error in office.post(self.address(sent.parties.first()), filled).content.decode()

    def test_our_own_goes_from_draft_through_decision_to_sent(self, office, own, council):
        item = f.AgendaItemFactory(meeting__body=council, meeting__date=dt.date(2018, 8, 29), title="Svar om havne")
        office.post(self.address(own), {"text": "Rådet mener"})
        office.post(self.address(own), {"text": "Rådet mener, at", "decided_at": item.pk})
        answer = HearingResponse.objects.get()
        assert (answer.text, answer.decided_at, answer.given_on) == ("Rådet mener, at", item, None)
        assert "Besluttet svar, ikke sendt endnu" in office.get(own.hearing.get_absolute_url()).content.decode()
        address = f"{own.hearing.get_absolute_url()}svar/{answer.pk}/"
        office.post(address, {"text": "Rådet mener, at", "decided_at": item.pk, "given_on": "03-09-2018", "is_public": "on"})
        answer.refresh_from_db()
        assert (answer.given_on, answer.is_public, answer.decided_at) == (TODAY, True, item)
        own.refresh_from_db()
        assert own.answered_on == TODAY

    def test_a_draft_is_not_for_everybody(self, office, own):
        page = office.post(self.address(own), {"text": "Rådet mener", "is_public": "on"}).content.decode()
        assert "Et udkast kan ikke læses af alle." in page

    def test_an_answer_is_corrected_and_removed(self, office, sent):
        answer = f.HearingResponseFactory(party=sent.parties.first())
        address = f"{sent.get_absolute_url()}svar/{answer.pk}/"
        office.post(address, {"given_on": "02-09-2018", "text": "Rettet."})
        answer.refresh_from_db()
        assert (answer.text, answer.given_on) == ("Rettet.", dt.date(2018, 9, 2))
        shown = hidden(office.get(address), "version")
        office.post(address, {"given_on": "02-09-2018", "text": "Rettet igen."})
        page = office.post(address, {"fjern": "1", "version": shown}, follow=True).content.decode()
        assert HearingResponse.objects.get().text == "Rettet igen."
        assert "Nogen har ændret" in page
        office.post(address, {"fjern": "1", "version": hidden(office.get(address), "version")})
        assert not HearingResponse.objects.standing().exists()
        page = office.get(sent.get_absolute_url()).content.decode()
        assert "Rettet igen." not in page
        assert "svar fjernet" in page

    def test_answers_are_considered_at_an_item_of_the_matter_or_the_body(self, office, sent):
        same = f.AgendaItemFactory(meeting__body=f.BodyFactory(name="Byrådet"), meeting__published=True, matter=sent.item.matter)
        other = f.AgendaItemFactory(meeting__body=f.BodyFactory(name="Kulturudvalget"), meeting__published=True)
        answers = [f.HearingResponseFactory(party=party) for party in sent.parties.all()[:2]]
        address = f"{sent.get_absolute_url()}behandlet/"
        page = office.get(address).content.decode()
        assert f'value="{same.pk}"' in page
        assert page.count("checked") == 2
        office.post(address, {"answers": [answers[0].pk], "item": other.pk})
        assert not other.considered_responses.exists()
        office.post(address, {"answers": [answers[0].pk], "item": same.pk})
        assert same.considered_responses.get() == answers[0]
        office.post(address, {"answers": [answers[0].pk], "item": ""})
        assert not same.considered_responses.exists()
        page = office.get(sent.get_absolute_url()).content.decode()
        assert page.count("svar behandlet ved et punkt</strong>") == 2
        assert "Behandlet ved: noteret → –" in page

    def test_answers_that_somebody_noted_meanwhile_are_not_noted_anew_unseen(self, office, sent, act):
        mine, theirs = (f.AgendaItemFactory(meeting__body=sent.body, meeting__published=True, matter=sent.item.matter) for _ in range(2))
        answer = f.HearingResponseFactory(party=sent.parties.first())
        address = f"{sent.get_absolute_url()}behandlet/"
        shown = hidden(office.get(address), "versions")
        services.consider(hearing=sent, responses=[answer], item=theirs, **act)
        page = office.post(address, {"answers": [answer.pk], "item": mine.pk, "versions": shown})
        assert "Nogen har ændret" in page.content.decode()
        assert theirs.considered_responses.get() == answer
        office.post(address, {"answers": [answer.pk], "item": mine.pk, "versions": hidden(page, "versions")})
        assert mine.considered_responses.get() == answer


class TestFiles:
    @pytest.fixture
    def answer(self, sent):
        file = ContentFile("Vi er imod. Ærligt.".encode(), name="x.txt")
        return f.HearingResponseFactory(party=sent.parties.first(), file=file, file_name="Høringssvar <b>.txt")

    def address(self, answer) -> str:
        return f"{answer.party.hearing.get_absolute_url()}svar/{answer.pk}/fil/"

    def test_a_file_is_saved_under_its_own_name_and_never_shown(self, office, answer):
        response = office.get(self.address(answer))
        assert read(response) == "Vi er imod. Ærligt.".encode()
        assert response["Content-Disposition"].startswith("attachment")
        assert "H%C3%B8ringssvar" in response["Content-Disposition"]
        assert response["X-Content-Type-Options"] == "nosniff"
        assert response["Content-Type"] == "text/plain"
        assert "no-store" in response["Cache-Control"]

    def test_it_is_for_those_who_may_read_the_answer(self, client, answer, committee):
        for user in (None, member_of(f.BodyFactory(name="Byrådet"))):
            client.logout()
            if user:
                client.force_login(user)
            assert client.get(self.address(answer)).status_code == 404
        client.force_login(member_of(committee))
        assert read(client.get(self.address(answer)))
        answer.is_public = True
        answer.save()
        client.logout()
        assert read(client.get(self.address(answer)))

    def test_a_file_that_is_gone_or_another_hearings_is_not_found(self, office, answer, consulted, caplog):
        assert office.get(f"{consulted.get_absolute_url()}svar/{answer.pk}/fil/").status_code == 404
        answer.file.storage.delete(answer.file.name)
        assert office.get(self.address(answer)).status_code == 404
        assert "cannot be opened" in caplog.text


class TestDeadlines:
    def extend(self, office, hearing, **filled):
        shown = {"version": hearing.version, "new": "12-10-2018", "reason": "Efterårsferien."}
        return office.post(f"{hearing.get_absolute_url()}frist/", shown | filled)

    def test_the_proposed_day_is_filled_in(self, office, sent):
        assert 'value="12-10-2018"' in office.get(f"{sent.get_absolute_url()}frist/?til=2018-10-12").content.decode()
        assert office.get(f"{sent.get_absolute_url()}frist/?til=snart").status_code == 200

    def test_a_deadline_is_put_off_once_however_often_one_clicks(self, office, sent):
        for _ in range(2):
            assert self.extend(office, sent).status_code == 302
        sent.refresh_from_db()
        assert (sent.deadline, sent.extensions.count()) == (dt.date(2018, 10, 12), 1)

    @pytest.mark.parametrize(
        ("filled", "error"),
        [
            ({"new": "28-09-2018"}, "Den nye frist skal ligge efter den, der gælder nu."),
            ({"reason": ""}, "Dette felt er påkrævet."),
            ({"new": "i morgen"}, "Indtast en gyldig dato."),
        ],
    )
    def test_what_is_wrong_is_said_beside_the_field(self, office, sent, filled, error):
        response = self.extend(office, sent, **filled)
        assert error in response.content.decode()
        assert not Extension.objects.exists()

    def test_the_latest_is_undone_and_the_second_click_leaves_the_one_before(self, office, sent):
        self.extend(office, sent)
        sent.refresh_from_db()
        self.extend(office, sent, new="19-10-2018")
        latest = Extension.objects.latest("pk")
        for _ in range(2):
            office.post(f"{sent.get_absolute_url()}frist/", {"fortryd": latest.pk})
        sent.refresh_from_db()
        assert (sent.deadline, sent.extensions.count()) == (dt.date(2018, 10, 12), 1)


STEPS = ["ret/", "frist/", "parter/", "parter/nye/", "parter/{party}/", "parter/{party}/svar/", "svar/{answer}/", "behandlet/"]


@pytest.mark.parametrize("step", STEPS)
def test_only_those_who_manage_the_body_come_to_the_forms(client, sent, committee, step):
    answer = f.HearingResponseFactory(party=sent.parties.first(), is_public=True)
    address = sent.get_absolute_url() + step.format(party=answer.party_id, answer=answer.pk)
    elsewhere = f.SecretaryAssignmentFactory(body=f.BodyFactory(name="Byrådet")).user
    for user in (member_of(committee), elsewhere):
        client.force_login(user)
        assert client.get(address).status_code == client.post(address).status_code == 404
    client.force_login(f.UserFactory(administrator=True))
    assert client.post(address).status_code in (200, 302, 400)


def test_only_those_who_manage_a_body_enter_a_hearing(client, committee):
    for user, status in ((None, 302), (member_of(committee), 404), (f.UserFactory(administrator=True), 200)):
        if user:
            client.force_login(user)
        assert client.get(NEW).status_code == status
