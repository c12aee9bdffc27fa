"""A letter to somebody: drafted in plain Danish, sent by mail through the outbox, printed, or noted as told in another way."""

import datetime as dt
from smtplib import SMTPDataError, SMTPRecipientsRefused

import pytest
from django.core import mail as sent
from django.core.mail.backends.locmem import EmailBackend

from followups import services as followups
from followups.models import FollowUp, Step
from meetings.models import AgendaItem, ClosedReading
from reminders.models import Contact, Letter, Mail, Reminder
from reminders.outbox import _take_again, send_next
from reminders.sending import PAUSES
from tests import factories as f
from tests.followups.test_list_documents import pages_of
from tests.pages.conftest import NOON, member_of, noon, secretary_of
from tests.pages.test_query_counts import A_SECRETARY_COSTS

__all__ = ["noon"]

pytestmark = pytest.mark.django_db
State = Mail.State
SENTENCE = "Forvaltningen giver rådet en status på varmestuen i august."
AUGUST = {"due_start": dt.date(2018, 8, 1), "due_end": dt.date(2018, 8, 31)}
ADDRESS = "forvaltningen@lindhoej.example"
# itself; the bodies, their secretaries and seats, the person of that name; the address book
A_FORM = 6


@pytest.fixture
def body():
    return f.BodyFactory(name="Rådet for Udsatte", slug="raadet")


@pytest.fixture
def secretary(body):
    return f.SecretaryAssignmentFactory(body=body, user__name="Hanne Holmegård", user__email="hanne@lindhoej.example").user


@pytest.fixture
def promise(body):
    """Owed by the administration until Friday 31 August; it is Monday 3 September."""
    meeting = f.MeetingFactory(body=body, published=True)
    item = f.AgendaItemFactory(meeting=meeting, number=16, title="Varmestue ved havnen", case__number="27.15.00-A08-1-18")
    asked = f.FollowUpFactory(item=item, text="en status på varmestuen", quote=SENTENCE, responsible="Forvaltningen", **AUGUST)
    return f.OccurrenceFactory(follow_up=asked, **AUGUST)


@pytest.fixture
def office(client, secretary):
    client.force_login(secretary)
    return client


@pytest.fixture
def unit():
    return f.ContactFactory(user=None, name="Forvaltningen", email=ADDRESS)


@pytest.fixture
def server(monkeypatch):
    """An error that the mail server answers everything with, when one is put in."""
    errors = []

    def send_messages(self, messages):
        if errors:
            raise errors[0]
        sent.outbox.extend(messages)
        return len(messages)

    monkeypatch.setattr(EmailBackend, "send_messages", send_messages)
    return errors


def address(promise) -> str:
    return f"{promise.get_absolute_url()}ryk/"


def filled(promise, **columns) -> dict:
    promise.refresh_from_db()
    return {"subject": "Ryk", "text": "Til Forvaltningen\n\nSend os den.", "version": promise.version, "sent_on": "03-09-2018"} | columns


def mailed(office, promise, **columns):
    return office.post(address(promise), filled(promise, way="mail") | columns)


def test_the_draft_says_what_is_asked_and_where_it_stands(office, promise):
    text = office.get(address(promise)).content.decode()
    for told in (
        "Til Forvaltningen",
        "Rådet for Udsatte venter på noget, I er blevet bedt om.",
        "I referatet fra mødet i Rådet for Udsatte d. 6. juni 2018 står der under punkt 16, »Varmestue ved havnen«:",
        f"»{SENTENCE}«",
        "Sagens nummer er 27.15.00-A08-1-18.",
        "Fristen var fredag d. 31. august 2018, for 1 arbejdsdag siden.",
        "Send os det, eller skriv, hvornår vi kan få det. Skriv til hanne@lindhoej.example.",
        "Hanne Holmegård",
        "sekretær for Rådet for Udsatte",
    ):
        assert told in text
    assert "Vi venter på: En status på varmestuen" in text


def test_without_an_address_the_form_asks_for_one_and_keeps_it(office, promise):
    assert "Adressebogen har ingen adresse på Forvaltningen" in office.get(address(promise)).content.decode()
    refused = mailed(office, promise)
    assert refused.status_code == 422
    assert "Der er ingen adresse at sende mailen til" in refused.content.decode()
    assert mailed(office, promise, email=ADDRESS).status_code == 302
    assert Contact.objects.get(name="Forvaltningen").email == ADDRESS


def test_a_letter_leaves_by_the_outbox_and_stands_in_the_history(office, promise, unit, secretary, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        answer = mailed(office, promise, to=f"name:{unit.key}")
    letter = Letter.objects.get()
    assert answer["Location"] == f"{promise.get_absolute_url()}breve/{letter.pk}/"
    [message] = sent.outbox
    assert (message.to, message.subject, message.reply_to) == ([ADDRESS], "Ryk", ["hanne@lindhoej.example"])
    assert message.extra_headers["Message-ID"] == letter.mail.message_id
    assert (letter.mail.state, letter.by, letter.recipient, letter.sent_on) == (State.SENT, secretary, "Forvaltningen", NOON.date())
    page = office.get(promise.get_absolute_url()).content.decode()
    assert "3. september 2018" in page
    assert ADDRESS in page
    shown = office.get(answer["Location"]).content.decode()
    assert "Send os den." in shown
    assert "Mailen er sendt og kan ikke kaldes tilbage." in shown


def test_a_second_click_sends_no_second_mail(office, promise, unit):
    form = filled(promise, way="mail", to=f"name:{unit.key}")
    first, second = office.post(address(promise), form), office.post(address(promise), form)
    assert first["Location"] == second["Location"]
    assert Letter.objects.count() == Mail.objects.count() == Step.objects.count() == 1


def test_a_colleague_who_was_first_is_told_of_and_nothing_is_lost(office, promise, unit):
    form = filled(promise, way="mail", to=f"name:{unit.key}")
    office.post(address(promise), form)
    answer = office.post(address(promise), form | {"text": "Kære alle, hvor bliver den af?"})
    assert answer.status_code == 409
    assert "hvor bliver den af?" in answer.content.decode()
    assert Letter.objects.count() == 1


@pytest.mark.parametrize(
    ("columns", "told"),
    [
        ({"to": "", "email": ""}, "Der er ingen adresse"),
        ({"email": "ingen adresse"}, "gyldig"),
        ({"email": "en.anden@lindhoej.example"}, "Du har både valgt en adresse og skrevet en anden"),
        ({"to": "user:999"}, "form-error-message"),
        ({"subject": " "}, "form-error-message"),
        ({"text": ""}, "form-error-message"),
        ({"way": "post", "sent_on": ""}, "Skriv dagen."),
        ({"way": "post", "sent_on": "04-09-2018"}, "Dagen er ikke kommet endnu."),
        ({"way": "hand", "sent_on": "05-06-2018", "how": "telefon"}, "6. juni 2018"),
        ({"way": "hand", "how": " "}, "Skriv hvordan."),
    ],
    ids=str,
)
def test_what_cannot_be_is_said_in_words(office, promise, unit, columns, told):
    answer = office.post(address(promise), filled(promise, way="mail", to=f"name:{unit.key}") | columns)
    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert not Letter.objects.exists()


@pytest.mark.parametrize("way", ["", "due", "fax"])
def test_a_letter_goes_one_of_three_ways(office, promise, way):
    assert office.post(address(promise), filled(promise, way=way)).status_code == 400


def test_an_address_that_was_refused_is_not_offered(office, promise, unit):
    Contact.objects.filter(pk=unit.pk).update(refused_email=ADDRESS)
    assert f"name:{unit.key}" not in office.get(address(promise)).content.decode()
    assert "Mailserveren kender ikke den adresse." in mailed(office, promise, email=ADDRESS).content.decode()
    mailed(office, promise, email="ny@lindhoej.example")
    unit.refresh_from_db()
    assert unit.email == "ny@lindhoej.example"


def test_an_address_for_one_letter_takes_no_other_ones_place(office, promise, unit):
    mailed(office, promise, to="", email="kontoret@lindhoej.example")
    unit.refresh_from_db()
    assert (unit.email, Letter.objects.get().address) == (ADDRESS, "kontoret@lindhoej.example")


def test_a_mail_is_withdrawn_as_long_as_it_has_not_left(office, promise, unit):
    mailed(office, promise, to=f"name:{unit.key}")
    letter, step = Letter.objects.get(), Step.objects.get()
    assert "Træk mailen tilbage" in office.get(f"{promise.get_absolute_url()}breve/{letter.pk}/").content.decode()
    office.post(f"{promise.get_absolute_url()}fortryd/", {"trin": step.pk})
    promise.refresh_from_db()
    assert (promise.reminded_on, Mail.objects.get().state) == (None, State.WITHDRAWN)
    assert not send_next(now=NOON + dt.timedelta(days=1))
    assert sent.outbox == []


def test_a_mail_that_has_left_is_not_taken_back_and_keeps_nothing_before_it(office, promise, unit, secretary):
    by = {"by": secretary, "now": NOON}
    put_off = followups.postpone(occurrence=promise, first=NOON.date(), last=NOON.date(), why="Ferie", **by)
    mailed(office, promise, to=f"name:{unit.key}")
    assert send_next(now=NOON)
    step = Step.objects.get(what="reminded")
    with pytest.raises(followups.FollowUpRefused):
        followups.undo(step=step, **by)
    followups.undo(step=put_off, **by)
    promise.refresh_from_db()
    assert (promise.due_end, promise.reminded_on) == (dt.date(2018, 8, 31), NOON.date())


def test_a_mail_that_is_tried_again_later_can_be_withdrawn_between_the_tries(office, promise, unit, server):
    mailed(office, promise, to=f"name:{unit.key}")
    server.append(SMTPDataError(451, b"later"))
    send_next(now=NOON)
    assert Mail.objects.get().can_be_withdrawn
    _take_again(NOON + PAUSES[0], by_hand_only=True)
    assert not Mail.objects.get().can_be_withdrawn
    assert not Mail.objects.withdrawable().exists()


def test_a_mail_that_was_refused_is_shown_until_somebody_has_seen_it(office, promise, unit, server):
    mailed(office, promise, to=f"name:{unit.key}")
    server.append(SMTPRecipientsRefused({ADDRESS: (550, b"no such user")}))
    send_next(now=NOON)
    assert "1 påmindelse er ikke nået frem" in office.get("/").content.decode()
    shown = office.get("/paamindelser/?vis=problemer").content.decode()
    assert "Brev til Forvaltningen" in shown
    assert "Mailserveren kender ikke adressen." in shown
    office.post("/paamindelser/set/", {"breve": [Letter.objects.get().pk]})
    assert "ikke nået frem" not in office.get("/").content.decode()
    unit.refresh_from_db()
    assert unit.is_refused


def test_what_has_been_delivered_or_closed_since_is_not_written_about(office, promise, unit, secretary):
    for change in (
        lambda: followups.meet(occurrence=promise, item=None, on=NOON.date(), by=secretary, now=NOON),
        lambda: AgendaItem.objects.update(closed=True),
    ):
        mailed(office, promise, to=f"name:{unit.key}")
        change()
        assert send_next(now=NOON)
        assert Mail.objects.latest("pk").state == State.EMPTY
        Step.objects.filter(what="met").update(undone_at=NOON)
        promise.refresh_from_db()
        promise.state, promise.met_on = "open", None
        promise.save(update_fields=["state", "met_on"])
    assert sent.outbox == []


def test_a_letter_by_hand_leaves_outside_the_hours_and_delays_no_reminder(office, promise, unit, made, monday):
    late = NOON + dt.timedelta(hours=10)
    mail = f.LetterFactory(way="mail", key="made:1", recipient="Jobcentret").mail
    deadline = made.add(mail.contact)
    f.ReminderFactory(contact=mail.contact, key=deadline.key, send_at=late, last=deadline.last)
    assert send_next(now=late, by_hand_only=True)
    assert not send_next(now=late, by_hand_only=True)
    assert [message.to for message in sent.outbox] == [["forvaltningen@lindhoej.example"]]
    Contact.objects.update(email="job@lindhoej.example", consents=True)
    assert send_next(now=late)
    assert Reminder.objects.get().state == Reminder.State.SENT


@pytest.mark.parametrize("way", ["post", "hand"])
def test_what_goes_another_way_is_noted_with_its_day_and_undone(office, promise, way):
    answer = office.post(address(promise), filled(promise, way=way, sent_on="01-09-2018", how="telefon", postal_address="Torvet 1"))
    letter = Letter.objects.get()
    promise.refresh_from_db()
    assert (letter.way, letter.sent_on, promise.reminded_on) == (way, dt.date(2018, 9, 1), dt.date(2018, 9, 1))
    assert (letter.how, letter.postal_address) == (("telefon", "") if way == "hand" else ("", "Torvet 1"))
    shown = office.get(answer["Location"]).content.decode()
    assert "Fortryd: det blev ikke sendt" in shown
    office.post(f"{promise.get_absolute_url()}fortryd/", {"trin": Step.objects.get().pk})
    promise.refresh_from_db()
    assert promise.reminded_on is None
    assert "Fortrudt" in office.get(answer["Location"]).content.decode()


def test_the_pdf_says_what_was_written_and_reads_none_of_it_as_markup(office, promise):
    text = "Til #strong[Forvaltningen]\n\n= $x^2$ *fed* _skrå_ \\ @kilde"
    office.post(address(promise), filled(promise, way="post", postal_address="Torvet 1\n8000 Lindhøj", text=text, subject='#eval("1")'))
    file = office.get(f"{promise.get_absolute_url()}breve/{Letter.objects.get().pk}/pdf/")
    assert file["Content-Type"] == "application/pdf"
    [shown] = pages_of(file.content)
    for told in (
        "Rådet for Udsatte",
        "Torvet 1",
        "8000 Lindhøj",
        "mandag d. 3. september 2018",
        "#strong[Forvaltningen]",
        "$x^2$ *fed* _skrå_",
    ):
        assert told in shown


def test_of_a_closed_item_only_paper_leaves_and_reading_it_is_logged(office, promise, unit):
    AgendaItem.objects.filter(pk=promise.item_id).update(closed=True)
    page = office.get(address(promise)).content.decode()
    assert "Punktet er lukket, så der skrives ikke om det i en mail." in page
    assert "Send mailen" not in page
    assert ClosedReading.objects.count() == 1
    assert mailed(office, promise, to=f"name:{unit.key}").status_code == 422
    answer = office.post(address(promise), filled(promise, way="post"))
    for shown in (answer["Location"], f"{answer['Location']}pdf/"):
        ClosedReading.objects.all().delete()
        assert office.get(shown).status_code == 200
        assert ClosedReading.objects.count() == 1
    assert sent.outbox == []


def test_minutes_that_are_not_published_are_not_written_about_by_mail(office, promise, unit):
    promise.item.meeting.minutes_published_at = None
    promise.item.meeting.save(update_fields=["minutes_published_at"])
    assert "Referatet er ikke offentliggjort endnu" in mailed(office, promise, to=f"name:{unit.key}").content.decode()


def test_without_a_mail_server_only_paper_is_offered(office, promise, settings):
    settings.SENDS_MAIL = False
    assert "Der er ikke sat en mailserver op" in office.get(address(promise)).content.decode()


@pytest.mark.parametrize("who", ["public", "member", "other secretary"])
def test_to_others_there_is_no_letter(client, office, promise, body, who):
    office.post(address(promise), filled(promise, way="hand", how="telefon"))
    letter = Letter.objects.get()
    client.logout()
    if who != "public":
        client.force_login(member_of(body) if who == "member" else secretary_of(f.BodyFactory()))
    for page in (
        address(promise),
        f"{promise.get_absolute_url()}breve/{letter.pk}/",
        f"{promise.get_absolute_url()}breve/{letter.pk}/pdf/",
    ):
        assert client.get(page).status_code == (302 if who == "public" else 404)
    assert client.get(f"/breve/{letter.pk}/").status_code == (302 if who == "public" else 404)
    assert "telefon" not in client.get(promise.get_absolute_url()).content.decode()


def test_a_letter_is_found_under_what_it_is_about_alone(office, promise, body):
    office.post(address(promise), filled(promise, way="hand", how="telefon"))
    other = f.OccurrenceFactory(follow_up__item=promise.item)
    letter = Letter.objects.get()
    assert office.get(f"/breve/{letter.pk}/")["Location"] == f"{promise.get_absolute_url()}breve/{letter.pk}/"
    assert office.get(f"{other.get_absolute_url()}breve/{letter.pk}/").status_code == 404


@pytest.mark.parametrize("responsible", ["", "Sekretæren", "Rådet for Udsatte"])
def test_nobody_asks_oneself(office, promise, responsible):
    FollowUp.objects.update(responsible=responsible)
    assert "Ryk for svar" not in office.get(promise.get_absolute_url()).content.decode()
    assert office.get(address(promise))["Location"] == promise.get_absolute_url()


@pytest.mark.parametrize("rows", [1, 3])
def test_the_queries_of_the_form_and_of_the_list_do_not_grow(office, promise, body, django_assert_num_queries, rows):
    for _n in range(rows):
        f.OccurrenceFactory(follow_up__item=promise.item)
        f.MembershipFactory(body=body)
        f.LetterFactory(body=body, way="mail", recipient=f"Kontor {_n}", mail__state=State.FAILED)
    with django_assert_num_queries(A_FORM + A_SECRETARY_COSTS):
        assert office.get(address(promise)).status_code == 200
    with django_assert_num_queries(4 + A_SECRETARY_COSTS):  # bodies, what failed, letters, rows
        assert office.get("/paamindelser/?vis=problemer").status_code == 200
