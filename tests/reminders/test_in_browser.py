"""A first-time secretary, in a browser and with a real mail box: she sets a deadline, sees what will come, gets the mail, follows it and turns it off."""

import datetime as dt
import re
from email.message import Message

import pytest
import time_machine
from django.utils import timezone

from accounts.models import Role
from danish.formatting import day_in_words
from danish.working_days import Calendar
from followups.models import FollowUp
from meetings.models import AgendaItem, Meeting
from reminders import services
from reminders.hours import morning
from reminders.templatetags.reminders import short_day
from tests import factories as f
from tests.browser.test_accessibility import LAPTOP, PHONE, violations
from tests.browser.test_phone_and_paper import STICKS_OUT
from tests.operations.processes import free_port
from tests.reminders.smtp import MailServer
from tests.reminders.test_reminder_pages import promise

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SENTENCE = "Rådet ønsker en status på varmestuen."
MONTHS = dt.timedelta(days=60)


@pytest.fixture(autouse=True)
def noon():
    """The day of the browser: its sessions would have run out on the day the other tests are on."""
    with time_machine.travel(timezone.localtime().replace(hour=12), tick=True):
        yield


@pytest.fixture
def body(transactional_db):
    return f.BodyFactory(name="Rådet for Udsatte", slug="raadet")


@pytest.fixture
def secretary(body):
    return f.SecretaryAssignmentFactory(body=body, user__username="sekretaer").user


@pytest.fixture
def waits(body):
    """What the council waits for, without a day yet. Its minutes are not published, so whoever is not logged in may not read of it."""
    asked = promise(body, SENTENCE)
    Meeting.objects.filter(pk=asked.item.meeting_id).update(minutes_published_at=None)
    type(asked).objects.filter(pk=asked.pk).update(due_start=None, due_end=None)
    FollowUp.objects.filter(pk=asked.follow_up_id).update(due_start=None, due_end=None)
    return asked


@pytest.fixture
def mail_box(settings, live_server):
    server = MailServer(free_port())
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.SITE_URL = "127.0.0.1", server.port, live_server.url
    server.start()
    yield server
    server.stop()


@pytest.fixture
def stranger(chromium):
    """A browser in which nobody has logged in, such as the one that a mail program opens."""
    context = chromium.new_context(locale="da-DK", viewport=PHONE)
    yield context.new_page()
    context.close()


def log_in(page, user) -> None:
    page.get_by_label("Brugernavn").fill(user.username)
    page.get_by_label("Adgangskode").fill(f.PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Log ind").click()
    page.wait_for_load_state("load")


def schedule(now: dt.datetime) -> None:
    """What the schedule does."""
    services.update_plan(now=now)
    services.send_due(clock=lambda: now)


def time_passes_to(day: dt.date) -> None:
    """Each working morning the schedule looks."""
    calendar, coming = Calendar(), timezone.localdate()
    while coming <= day:
        if calendar.is_working_day(coming):
            schedule(morning(coming))
        coming += dt.timedelta(1)


def parts_of(mail: Message) -> dict[str, str]:
    """The mail's text and HTML, by their type."""
    return {part.get_content_type(): part.get_payload(decode=True).decode() for part in mail.walk() if not part.is_multipart()}


def way_out(mail: Message) -> str:
    return mail["List-Unsubscribe"].strip("\r\n <>")


def looks_right(page) -> None:
    for size in (LAPTOP, PHONE):
        page.set_viewport_size(size)
        assert violations(page) == []
        assert page.evaluate(STICKS_OUT) == []
    page.set_viewport_size(LAPTOP)


def test_a_new_secretary_sets_a_deadline_is_reminded_and_turns_it_off(page, stranger, live_server, mail_box, secretary, waits):
    leaves, last = (Calendar().forward(timezone.localdate(), days) for days in (15, 25))

    page.goto(f"{live_server.url}/konto/log-ind/")
    log_in(page, secretary)
    page.get_by_role("link", name="Hvad venter vi på?").first.click()
    page.get_by_role("link", name=SENTENCE).first.click()
    page.locator("summary", has_text="Udskyd den").click()
    page.get_by_label("Første dag").fill(f"{last:%d-%m-%Y}")
    page.get_by_label("Sidste dag").fill(f"{last:%d-%m-%Y}")
    page.locator("details[open]").get_by_label("Hvorfor").fill("Forvaltningen har lovet den til da.")
    page.locator("details[open]").get_by_role("button", name="Udskyd").click()
    page.get_by_text(day_in_words(last)).first.wait_for()

    schedule(timezone.now())
    page.get_by_role("link", name="Påmindelser").click()
    coming = page.get_by_role("row").filter(has_text="10 arbejdsdage før")
    assert short_day(leaves) in coming.inner_text()
    assert secretary.name in coming.inner_text()
    looks_right(page)
    coming.get_by_role("link", name=SENTENCE, exact=True).click()
    kept = page.get_by_role("row").filter(has_text="10 arbejdsdage før")
    assert short_day(leaves) in kept.inner_text()
    looks_right(page)

    assert mail_box.arrived == []
    time_passes_to(leaves)
    [mail] = mail_box.arrived
    assert mail["To"] == secretary.email
    said = parts_of(mail)
    for words in (SENTENCE, f"d. {day_in_words(last)}", "Du får påmindelsen, fordi du er sekretær for Rådet for Udsatte."):
        assert words in said["text/plain"]
        assert words in said["text/html"]
    link = re.search(r'<a href="([^"]+)"><strong>', said["text/html"])[1]
    assert link in said["text/plain"]

    stranger.goto(link)
    log_in(stranger, secretary)
    stranger.get_by_role("heading", name=SENTENCE).wait_for()
    looks_right(stranger)
    stranger.goto(re.search(r'<a href="([^"]+)">Se sætningen', said["text/html"])[1])
    stranger.locator(".told-quote", has_text=SENTENCE).wait_for()

    stranger.goto(way_out(mail))
    stranger.get_by_text("Mail om det, du selv skal gøre, kommer stadig").wait_for()
    looks_right(stranger)
    stranger.get_by_role("link", name="Hvornår der sendes påmindelser").click()
    stranger.get_by_role("link", name="Ret Opfølgning").click()
    for field in ("Når perioden begynder", "Første arbejdsdag efter", "Derefter hver måned"):
        stranger.get_by_label(field).uncheck()
    stranger.get_by_label("Arbejdsdage før den sidste dag").fill("")
    stranger.get_by_role("button", name="Gem").click()
    stranger.get_by_text("Gemt.").wait_for()
    time_passes_to(last + MONTHS)
    assert len(mail_box.arrived) == 1


def test_a_member_turns_the_mails_about_meetings_off_by_the_mails_own_link(stranger, mail_box, body, secretary):
    member = f.MembershipFactory(body=body, person__user=f.UserFactory(role=Role.MEMBER)).person.user
    day = Calendar().forward(timezone.localdate(), 4)
    for sequence in range(2):
        f.MeetingFactory(body=body, date=day + sequence * dt.timedelta(14), agenda_published=True)
    AgendaItem.objects.all().delete()
    time_passes_to(Calendar().back(day, 2))
    mine = [mail for mail in mail_box.arrived if mail["To"] == member.email]
    assert "fordi du er medlem af Rådet for Udsatte" in parts_of(mine[0])["text/plain"]

    stranger.goto(way_out(mine[0]))
    stranger.get_by_role("button", name="Slå påmindelser fra").click()
    stranger.get_by_text("Det er slået fra.").wait_for()
    looks_right(stranger)
    time_passes_to(day + MONTHS)
    assert [mail for mail in mail_box.arrived if mail["To"] == member.email] == mine

    stranger.get_by_role("link", name="Mine mails").click()
    log_in(stranger, member)
    assert stranger.get_by_label("Kun egne opgaver").is_checked()
    looks_right(stranger)
