"""Hearings in a real browser: the secretary's day with one, by keyboard, on a phone and on paper, and against WCAG 2.2 AA."""

import datetime as dt

import pytest
import time_machine
from django.utils import timezone

from tests import factories as f
from tests.browser.test_accessibility import violations
from tests.browser.test_phone_and_paper import STICKS_OUT

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PHONE, LAPTOP = {"width": 390, "height": 844}, {"width": 1280, "height": 900}


@pytest.fixture(autouse=True)
def noon():
    """The day of the browser: its sessions would have run out on the day the other tests are on."""
    with time_machine.travel(timezone.localtime().replace(hour=12), tick=True):
        yield


@pytest.fixture
def today() -> dt.date:
    return timezone.localdate()


@pytest.fixture
def council(transactional_db):
    return f.BodyFactory(name="Havnerådet", slug="havneraadet", kind="advisory", dispatch_days=4)


@pytest.fixture
def hearing(council, today):
    """The council is consulted for three weeks; its next ordinary meeting comes a week after the deadline."""
    hearing = f.HearingFactory(
        item=None,
        body=council,
        subject="Ny bekendtgørelse om havne",
        sender="Ministeriet",
        role="consulted",
        received_on=today,
        deadline=today + dt.timedelta(21),
        review="added",
        open_to_public=True,
    )
    f.HearingPartyFactory(hearing=hearing, name=council.name, body=council)
    f.MeetingFactory(body=council, date=today + dt.timedelta(28))
    f.MeetingFactory(body=council, date=today + dt.timedelta(10), state="cancelled")
    f.MeetingFactory(body=council, date=today - dt.timedelta(20), kind="extraordinary", published=True)
    return hearing


@pytest.fixture
def sent(council, hearing, today):
    """What the council itself sends out, with an answer in time, one too late, and somebody who will not answer."""
    item = f.AgendaItemFactory(meeting__body=council, meeting__published=True, title="Plan for havnen", decision="Vedtaget.")
    quote = "Planen sendes i høring hos Havnens Venner."
    sent = f.HearingFactory(item=item, subject="Plan for havnen", quote=quote, role="issuer", deadline=today - dt.timedelta(3))
    f.ExtensionFactory(hearing=sent, old=today - dt.timedelta(10), new=sent.deadline)
    days = {"asked_on": today - dt.timedelta(30), "reminded_on": today - dt.timedelta(5)}
    for late, name in enumerate(("Havnens Venner", "MED-udvalget for Havn og Hav i Havneby Kommune")):
        given = sent.deadline + dt.timedelta(late)
        party = f.HearingPartyFactory(hearing=sent, name=name, answered_on=given, **days)
        f.HearingResponseFactory(party=party, given_on=given, considered_at=item, is_public=True)
    f.HearingPartyFactory(hearing=sent, name="Ældresagen", declined_on=today, **days)
    return sent


@pytest.fixture
def open_page(page, live_server):
    def go(address: str):
        page.goto(live_server.url + address)
        page.wait_for_load_state("load")
        return page

    return go


@pytest.fixture
def log_in(page, live_server, client, council):
    client.force_login(f.SecretaryAssignmentFactory(body=council).user)
    cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}
    page.context.add_cookies([cookie])


def all_pages(hearing, sent) -> list[str]:
    party, answer = sent.parties.first(), sent.parties.first().responses.get()
    steps = ["", "spor/", "ret/", "frist/", "behandlet/", f"parter/{party.pk}/", f"parter/{party.pk}/svar/", f"svar/{answer.pk}/"]
    own = [f"{hearing.get_absolute_url()}{step}" for step in ("", "ret/", f"parter/{hearing.parties.get().pk}/svar/")]
    lists = ["/hoeringer/", "/hoeringer/?vis=afsluttede", "/hoeringer/?vis=uden-frist", "/hoeringer/ny/"]
    return [*lists, *own, *(f"{sent.get_absolute_url()}{step}" for step in steps)]


@pytest.mark.parametrize("size", [PHONE, LAPTOP], ids=["phone", "laptop"])
def test_no_page_breaks_wcag_or_sticks_out(open_page, page, log_in, hearing, sent, size):
    page.set_viewport_size(size)
    for address in all_pages(hearing, sent):
        open_page(address)
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
        assert violations(page) == [], address
        assert page.evaluate(STICKS_OUT) == [], address


def test_the_secretary_sees_at_once_that_it_cannot_be_done_and_puts_the_deadline_off(open_page, log_in, hearing):
    page = open_page("/hoeringer/")
    page.get_by_text("Havnerådet har intet møde i kalenderen, hvor det kan nå at svare.").wait_for()
    page.get_by_role("link", name="Ny bekendtgørelse om havne", exact=True).click()
    page.get_by_text("Der er to udveje:").wait_for()
    page.get_by_role("link", name="Udskyd fristen til d.").click()
    page.get_by_role("button", name="Gem").click()
    page.locator(".form-error-message").get_by_text("Dette felt er påkrævet.").wait_for()
    assert violations(page) == []
    page.get_by_label("Hvorfor fristen udskydes").fill("Rådet holder først møde i næste måned.")
    page.get_by_role("button", name="Gem").click()
    page.get_by_text("Den kan besvares på mødet:").wait_for()
    assert page.get_by_text("fordi: Rådet holder først møde i næste måned.").is_visible()
    page.get_by_role("link", name="Udskyd fristen").click()
    page.get_by_role("button", name="Fortryd").click()
    page.get_by_text("Der er to udveje:").wait_for()


@pytest.mark.parametrize("size", [PHONE, LAPTOP], ids=["phone", "laptop"])
def test_what_stands_twice_is_joined_and_parted(open_page, page, log_in, hearing, council, size):
    page.set_viewport_size(size)
    told = f.HearingFactory(
        item=f.AgendaItemFactory(meeting__body=council, meeting__published=True),
        subject=hearing.subject,
        role="consulted",
        deadline=hearing.deadline,
    )
    for name in ("Ældrerådet", "Ældreråd", "kommunens hjemmeside"):
        f.HearingPartyFactory(hearing=told, name=name)
    open_page(told.get_absolute_url())
    page.get_by_label(f"Saml den med »{hearing.subject}«").check()
    page.get_by_role("button", name="Saml de afkrydsede").click()
    page.get_by_label("Lad »kommunens hjemmeside« udgå som part").check()
    page.get_by_role("button", name="Bekræft de afkrydsede").click()
    page.get_by_label("Saml »Ældreråd« med »Ældrerådet«").check()
    page.get_by_role("button", name="Afvis de afkrydsede").click()
    page.get_by_role("heading", name="Afviste forslag").wait_for()
    assert violations(page) == []
    assert page.evaluate(STICKS_OUT) == []
    page.locator(".step", has_text="Samlet med en anden").get_by_role("button").click()
    page.get_by_text("Skridtet er fortrudt.").wait_for()
    page.get_by_label(f"Saml den med »{hearing.subject}«").wait_for()


def test_a_new_hearing_asks_for_the_sender_and_the_day_it_came_only_when_the_body_is_consulted(open_page, log_in, today):
    page = open_page("/hoeringer/ny/")
    asked = [page.get_by_label(name, exact=True) for name in ("Afsender", "Modtaget")]
    assert [one.is_visible() for one in asked] == [True, True]
    asked[0].fill("Ministeriet")
    page.get_by_label("Organets rolle").select_option("issuer")
    assert [one.is_visible() for one in asked] == [False, False]
    page.get_by_label("Emne").fill("Plan for havnen")
    page.get_by_role("button", name="Gem").click()
    page.locator(".form-error-message").get_by_text("Organet sender selv høringen ud, så den har ingen anden afsender.").wait_for()
    assert [one.is_visible() for one in asked] == [True, False]
    assert violations(page) == []
    asked[0].fill("")
    page.get_by_role("button", name="Gem").click()
    page.get_by_role("heading", name="Plan for havnen").wait_for()
    assert page.get_by_text("Modtaget").count() == 0


def test_the_answer_is_drafted_and_sent_by_keyboard_alone(open_page, log_in, hearing, today):
    page = open_page(hearing.get_absolute_url())
    page.get_by_role("link", name="Skriv svaret").focus()
    page.keyboard.press("Enter")
    page.get_by_label("Svaret", exact=True).focus()
    page.keyboard.type("Rådet mener, at havnen skal være for alle.")
    page.get_by_role("button", name="Gem").focus()
    page.keyboard.press("Enter")
    page.get_by_text("Udkast til svar", exact=True).wait_for()
    page.get_by_role("link", name="Ret eller send").focus()
    page.keyboard.press("Enter")
    page.get_by_label("Sendt").focus()
    page.keyboard.type(f"{today:%d-%m-%Y}")
    page.keyboard.press("Enter")
    page.get_by_text("Svaret er sendt.").wait_for()
    assert page.get_by_text("Der er to udveje:").count() == 0


def test_an_answer_comes_in_as_a_file_that_is_saved_and_not_shown(open_page, log_in, sent):
    page = open_page(sent.get_absolute_url())
    page.locator(".party", has_text="Ældresagen").get_by_role("link", name="Skriv svaret ind").click()
    page.get_by_label("Fil").set_input_files({"name": "svar.exe", "mimeType": "application/octet-stream", "buffer": b"MZ"})
    page.get_by_label("Svaret", exact=True).fill("Se filen.")
    page.get_by_role("button", name="Gem").click()
    page.locator(".form-error-message").get_by_text("Filen er ikke af en slags, der kan gemmes").wait_for()
    assert page.get_by_label("Svaret", exact=True).input_value() == "Se filen."
    page.get_by_label("Fil").set_input_files({"name": "Svar.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 svar"})
    page.get_by_role("button", name="Gem").click()
    page.get_by_text("Svaret er noteret.").wait_for()
    with page.expect_download() as saved:
        page.get_by_role("link", name="Svar.pdf").click()
    assert saved.value.suggested_filename == "Svar.pdf"


def test_several_parties_are_reminded_without_scripts(chromium, live_server, client, council, sent):
    client.force_login(f.SecretaryAssignmentFactory(body=council).user)
    sent.parties.update(answered_on=None, declined_on=None, reminded_on=None)
    context = chromium.new_context(java_script_enabled=False, locale="da-DK")
    context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}])
    page = context.new_page()
    page.goto(live_server.url + sent.get_absolute_url())
    for name in ("Havnens Venner", "Ældresagen"):
        page.get_by_label(name).check()
    page.get_by_role("button", name="Rykket").click()
    page.get_by_text("Noteret for 2 parter.").wait_for()
    assert sent.parties.filter(reminded_on__isnull=False).count() == 2
    context.close()


@pytest.fixture
def silent(sent):
    """A party that has not answered yet."""
    return f.HearingPartyFactory(hearing=sent, name="Havnens Sangforening", asked_on=sent.deadline - dt.timedelta(20))


def test_a_party_is_asked_by_mail_on_a_phone_without_scripts(chromium, live_server, client, council, sent, silent):
    client.force_login(f.SecretaryAssignmentFactory(body=council).user)
    context = chromium.new_context(java_script_enabled=False, locale="da-DK", viewport=PHONE)
    context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}])
    page = context.new_page()
    page.goto(live_server.url + sent.get_absolute_url())
    page.get_by_role("link", name="Ryk for svar").click()
    page.get_by_role("button", name="Send mailen").click()
    page.get_by_text("Der er ingen adresse at sende mailen til").first.wait_for()
    page.get_by_label("Mailadresse").fill("sang@havneby.example")
    page.get_by_role("button", name="Send mailen").click()
    page.get_by_text("Mailen er på vej.").wait_for()
    page.reload()
    page.get_by_text("Mailen er sendt og kan ikke kaldes tilbage.").wait_for()
    page.goto(live_server.url + sent.get_absolute_url())
    page.get_by_text("med mail til sang@havneby.example").first.wait_for()
    context.close()


@pytest.mark.parametrize("size", [PHONE, LAPTOP], ids=["phone", "laptop"])
def test_the_letter_breaks_no_wcag_and_does_not_stick_out(chromium, live_server, client, council, sent, silent, size):
    """Nor does its form with what was wrong, of which a browser's console tells by itself."""
    client.force_login(f.SecretaryAssignmentFactory(body=council).user)
    context = chromium.new_context(locale="da-DK", viewport=size)
    context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}])
    page = context.new_page()
    f.ContactFactory(user=None, name=silent.name, email="en-meget-lang-adresse-uden-bindestreger@havnenssangforening.example")
    page.goto(f"{live_server.url}{sent.get_absolute_url()}parter/{silent.pk}/ryk/")
    for button in ("Noter det som sendt", "Send mailen"):
        assert violations(page) == []
        assert page.evaluate(STICKS_OUT) == []
        page.get_by_role("button", name=button).click()
        page.wait_for_load_state("load")
    page.get_by_role("heading", name="Brev til Havnens Sangforening").wait_for()
    assert violations(page) == []
    assert page.evaluate(STICKS_OUT) == []
    context.close()


def test_the_trace_prints_without_what_can_only_be_clicked(open_page, page, sent):
    open_page(f"{sent.get_absolute_url()}spor/")
    page.emulate_media(media="print")
    assert page.get_by_role("heading", name="Plan for havnen").first.is_visible()
    for told in ("Havnens Venner", "Vedtaget.", "for sent", "Sommerferien lå i vejen."):
        assert page.get_by_text(told).first.is_visible(), told
    assert not page.get_by_text("Tilbage til høringen").is_visible()
    assert page.evaluate("getComputedStyle(document.querySelector('.trace td')).color") == "rgb(0, 0, 0)"
    assert page.pdf(format="A4").startswith(b"%PDF")
