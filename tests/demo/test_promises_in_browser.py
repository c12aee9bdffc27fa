"""What the demo council waits for and is asked, gone through in a real browser: a member on a phone, the secretary at a desk, the public."""

import csv
import datetime as dt
import io
import re
from collections.abc import Iterator
from urllib.parse import urljoin
from zoneinfo import ZoneInfo

import docx
import openpyxl
import pypdfium2
import pytest
import time_machine
from django.core.management import call_command
from django.db.models import Q
from django.utils.text import capfirst
from playwright.sync_api import APIResponse, Locator

from followups.models import FollowUp, PlannedTreatment
from meetings.models import AgendaItem
from secretariat.demo_logins import LOGINS
from tests.browser.test_accessibility import violations
from tests.browser.test_phone_and_paper import STICKS_OUT

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NOON = dt.datetime(2026, 11, 24, 12, tzinfo=ZoneInfo("Europe/Copenhagen"))
PHONE, SMALL_PHONE, DESK = {"width": 390, "height": 844}, {"width": 320, "height": 640}, {"width": 1280, "height": 900}

# The demo's bodies have been given what they waited for of these: the secretary finds them among the answered.
SETTLED_KINDS = {"Høringssvar", "Ekstraordinært møde"}
OVERDUE = "Rådet ønsker en opfølgning i foråret 2026."
BY_MEETINGS = "Udvalget besluttede den 13. maj 2025, pkt. 16, at få en status på hvert 3. udvalgsmøde, indtil ventetiden er under 30 dage."
ANSWERED = "Rådet får en status, når pladsen tages i brug i november 2026."
# What is placed, and the title of the item it is asked for at, which the new item has too.
PLACED = {
    "Rådet ønsker en status i slutningen af 2026.": "Breve der kan forstås",
    "Rådet ønsker en ny status i 1. kvartal 2027.": "Stationspladsen",
}
POSTPONED = "Forvaltningen fremlægger en skriftlig evaluering senest den 1. oktober 2026."
MET = "Forvaltningen undersøger, om der kan åbnes for behandling en ekstra eftermiddag i foråret 2026, og giver rådet besked."
DROPPED = "Solveig Munkholm ønsker at spørge forvaltningen, om klippekort til behandling nu kan hentes på Værestedet Stationen."
NOT_ANSWERABLE = "Forslag om fælles åbningstider på væresteder"
NO_MEETING = "Udsatterådet har intet møde i kalenderen, hvor det kan nå at svare."
EXTRAORDINARY_MEETING = "Ekstraordinært møde fredag d. 8. januar 2027"
NEXT_MEETING = "Ordinært møde onsdag d. 3. februar 2027"

UNFOLD = "document.querySelectorAll('details:not([open])').forEach(folded => { folded.open = true; folded.dataset.folded = '' })"
FOLD = "document.querySelectorAll('[data-folded]').forEach(folded => { folded.open = false; delete folded.dataset.folded })"


@pytest.fixture(autouse=True)
def noon(settings):
    """The day the demo is told on. The browser keeps the day it really is, so no cookie may run out by date."""
    settings.SESSION_EXPIRE_AT_BROWSER_CLOSE = True
    settings.CSRF_COOKIE_AGE = None
    with time_machine.travel(NOON, tick=True):
        yield


@pytest.fixture
def demo(transactional_db):
    call_command("demo", stdout=io.StringIO())


@pytest.fixture
def on_a_phone(page, live_server, demo):
    page.set_viewport_size(PHONE)
    page.goto(live_server.url)
    return page


@pytest.fixture
def at_a_desk(page, live_server, demo):
    page.set_viewport_size(DESK)
    page.goto(live_server.url)
    return page


def look(page) -> None:
    """Unfolded, the page breaks no rule of WCAG 2.2 AA, and nothing sticks out to the side, on a phone of any size either."""
    sizes = [PHONE, SMALL_PHONE] if page.viewport_size == PHONE else [page.viewport_size]
    page.evaluate(UNFOLD)
    assert violations(page) == [], page.url
    for size in sizes:
        page.set_viewport_size(size)
        assert page.evaluate(STICKS_OUT) == [], (page.url, size)
    page.set_viewport_size(sizes[0])
    page.evaluate(FOLD)


def follow(link: Locator) -> None:
    """Clicks it, and waits for the page it leads to."""
    with link.page.expect_navigation():
        link.click()


def log_in(page, role: str) -> None:
    login = next(login for login in LOGINS if login.role == role)
    choose_in_account(page, "Log ind")
    page.get_by_label("Brugernavn").fill(login.username)
    page.get_by_label("Adgangskode").fill(login.password)
    look(page)
    follow(page.get_by_role("main").get_by_role("button", name="Log ind"))


def choose_in_account(page, name: str) -> None:
    follow(open_menu(page, within=".portal-user").get_by_role("link", name=name))


def choose_in_menu(page, name: str) -> None:
    follow(open_menu(page, within=".navigation-menu").get_by_role("link", name=name))
    page.get_by_role("heading", level=1, name=name).wait_for()


def open_menu(page, *, within: str) -> Locator:
    """On a phone all of the menu, which has to be opened; at a desk the part of the page that has it."""
    if page.viewport_size != PHONE:
        return page.locator(within)
    page.get_by_role("button", name="Menu").click()
    return page.get_by_role("dialog", name="Menu")


def choose_list(page, name: str) -> None:
    follow(page.get_by_role("navigation", name="Hvis liste").get_by_role("link", name=name))


def pages_of_the_list(page) -> Iterator[Locator]:
    """The list from its first page to its last, each looked at."""
    while True:
        look(page)
        yield page.get_by_role("main")
        onwards = page.get_by_role("link", name="Næste side")
        if not onwards.count():
            return
        follow(onwards)


def fetch(page, address: str) -> APIResponse:
    """What the browser is answered there, where it stays on its page."""
    return page.request.get(urljoin(page.url, address))


def section(page, heading: str) -> Locator:
    return page.get_by_role("region", name=heading, exact=True)


def fact(page, name: str) -> str:
    return page.locator("dl.facts div", has=page.locator("dt", has_text=name)).locator("dd").inner_text()


def said(page, text: str) -> None:
    page.get_by_role("status").or_(page.get_by_role("alert")).filter(has_text=text).first.wait_for()


def every_kind() -> set[str]:
    return {capfirst(str(name)) for name in (*FollowUp.Kind.labels, PlannedTreatment._meta.verbose_name)}


def kinds_on(part: Locator) -> set[str]:
    return set(part.locator(".row-item .badge-info").all_inner_texts()) & every_kind()


# A member on a phone


def test_a_member_goes_through_them_on_a_phone(on_a_phone):
    page = on_a_phone
    log_in(page, "member")
    waiting = the_front_page_counts_what_the_own_bodies_wait_for(page)
    choose_in_menu(page, "Hvad venter vi på?")
    running_hearings_say_how_many_days_are_left(page)
    the_list_of_the_own_bodies_has_the_overdue_first(page, waiting)
    it_can_be_narrowed_to_one_body(page, "Udsatterådet", waiting["Udsatterådet"])
    each_kind_is_on_the_list_of_all_bodies(page)
    what_follows_the_meetings_leads_to_its_sentence(page)
    the_hearing_nobody_can_answer_says_so(page)
    assert fetch(page, "/opfoelgning/bord/").status == 404


def the_front_page_counts_what_the_own_bodies_wait_for(page) -> dict[str, str]:
    """How much each waits for, as it is told: `16 venter, 2 overskredet`."""
    look(page)
    links = [tile.get_by_role("link").all_inner_texts() for tile in section(page, "Mine organer").get_by_role("listitem").all()]
    waiting = {names[0]: names[-1] for names in links}
    assert list(waiting) == ["Byrådet", "Socialudvalget", "Udsatterådet"]
    return waiting


def running_hearings_say_how_many_days_are_left(page) -> None:
    rows = section(page, "Høringer, der løber nu").locator(".row-item").all()
    told = [(row.get_by_role("link").inner_text(), row.get_by_role("strong").inner_text()) for row in rows]
    assert told == [(NOT_ANSWERABLE, "45 dage tilbage"), ("Plan for psykiatrien 2027-2030", "80 dage tilbage")]


def the_list_of_the_own_bodies_has_the_overdue_first(page, waiting: dict[str, str]) -> None:
    count, overdue = (sum(numbers) for numbers in zip(*map(numbers_in, waiting.values()), strict=True))
    assert numbers_in(chosen(page, "Mine råd")) == (count, overdue)
    headings, rows = [], 0
    late = section(page, "Overskredet").locator(".row-item")
    late.get_by_role("link", name=OVERDUE).wait_for()
    assert late.count() == page.locator(".is-overdue").count() == overdue
    for part in pages_of_the_list(page):
        headings += part.locator(".waits h2").all_inner_texts()
        rows += part.locator(".waits .row-item").count()
        no_form_is_offered(page)
    assert list(dict.fromkeys(headings)) == ["Overskredet", "Denne måned", "Senere", "Uden dato"]
    assert rows == count


def it_can_be_narrowed_to_one_body(page, name: str, waits: str) -> None:
    choose_list(page, name)
    look(page)
    assert numbers_in(chosen(page, name)) == numbers_in(waits)
    assert numbers_in(waits) == (page.locator(".waits .row-item").count(), page.locator(".is-overdue").count())
    page.get_by_role("link", name=OVERDUE).wait_for()
    assert page.get_by_role("link", name=BY_MEETINGS).count() == 0


def each_kind_is_on_the_list_of_all_bodies(page) -> None:
    choose_list(page, "Alle")
    found = set().union(*(kinds_on(part) for part in pages_of_the_list(page)))
    assert found == every_kind() - SETTLED_KINDS


def chosen(page, name: str) -> str:
    return page.get_by_role("navigation", name="Hvis liste").locator("[aria-current=page]", has_text=name).inner_text()


def numbers_in(told: str) -> tuple[int, int]:
    """How much waits, and how much of it is overdue: `9 venter` are 9 and 0."""
    waiting, overdue = [*map(int, re.findall(r"\d+", told)), 0][:2]
    return waiting, overdue


def what_follows_the_meetings_leads_to_its_sentence(page) -> None:
    choose_in_menu(page, "Hvad venter vi på?")
    follow(page.locator(".is-overdue").get_by_role("link", name=BY_MEETINGS))
    page.get_by_role("heading", name=BY_MEETINGS).wait_for()
    look(page)
    page.get_by_text("Overskredet med 77 dage").wait_for()
    assert fact(page, "Lovet til") == "på hvert 3. udvalgsmøde, 8. september 2026"
    assert fact(page, "Gentages") == "Hvert 3. møde"
    no_form_is_offered(page)
    follow(page.get_by_role("link", name="Status på ventetid på støtte efter § 85"))
    sentence = page.locator("li:target")
    sentence.get_by_text(BY_MEETINGS).wait_for()
    assert sentence.evaluate("element => getComputedStyle(element).outlineStyle") == "solid"
    assert sentence.evaluate("element => element.getBoundingClientRect().top < innerHeight")
    look(page)


def the_hearing_nobody_can_answer_says_so(page) -> None:
    choose_in_menu(page, "Høringer")
    page.locator(".row-item", has_text=NOT_ANSWERABLE).get_by_text(NO_MEETING).wait_for()
    look(page)
    follow(page.locator(".row-item").get_by_role("link", name=NOT_ANSWERABLE))
    page.get_by_role("heading", name=NO_MEETING).wait_for()
    assert page.get_by_text("Der er to udveje:").is_visible()
    assert page.get_by_role("link", name="Planlæg et ekstraordinært møde").count() == 0
    no_form_is_offered(page)
    look(page)


def no_form_is_offered(page) -> None:
    assert page.get_by_role("main").locator("form[method=post], button").count() == 0
    assert page.get_by_role("link", name="Gå til sekretærens bord").count() == 0


# The secretary at a desk


def test_the_secretary_sees_to_them_at_a_desk(at_a_desk):
    page = at_a_desk
    log_in(page, "secretary")
    the_front_page_leads_to_the_desk(page)
    the_desk_has_each_kind(page)
    a_proposal_is_confirmed_and_taken_back(page)
    two_are_placed_on_the_next_agenda(page)
    one_is_postponed(page)
    one_is_answered_outside_a_meeting(page)
    one_is_let_go(page)
    the_sheets_say_how_it_stands(page)
    the_list_of_expected_cases_has_what_was_placed(page)


def the_front_page_leads_to_the_desk(page) -> None:
    look(page)
    follow(page.locator(".alert", has_text="ser ud til at").get_by_role("link", name="Gå til sekretærens bord"))
    page.get_by_role("heading", name="Sekretærens bord").wait_for()


def the_desk_has_each_kind(page) -> None:
    found = set().union(*(kinds_on(part) for part in pages_of_the_list(page)))
    assert found == every_kind() - SETTLED_KINDS
    narrow(page, "Besvaret")
    found = set().union(*(kinds_on(part) for part in pages_of_the_list(page)))
    assert found >= SETTLED_KINDS


def a_proposal_is_confirmed_and_taken_back(page) -> None:
    open_the_desk(page)
    proposal = section(page, "Forslag at tage stilling til").locator(".row-item", has_text=ANSWERED)
    told = proposal.inner_text()
    assert "Den er besvaret her: punkt 23, Stationspladsen" in told
    assert "Fordi: samme forløb, samme sag" in told
    proposal.get_by_role("checkbox").check()
    follow(page.get_by_role("button", name="Bekræft de afkrydsede"))
    said(page, "1 forslag er bekræftet.")
    assert page.get_by_text(ANSWERED).count() == 0
    look(page)
    narrow(page, "Besvaret")
    open_one(page, ANSWERED)
    look(page)
    assert fact(page, "Besvaret").startswith("punkt 23, Stationspladsen")
    assert section(page, "Hvad er der sket med den?").count() == 0
    follow(section(page, "Hvad der er gjort").get_by_role("button", name="Tag skridtet tilbage"))
    said(page, "Skridtet er taget tilbage.")
    section(page, "Forslag at tage stilling til").get_by_role("link", name="punkt 23, Stationspladsen").wait_for()
    look(page)


def two_are_placed_on_the_next_agenda(page) -> None:
    open_the_desk(page, "Udsatterådet")
    tick(page, *PLACED)
    follow(page.get_by_role("button", name="Sæt på dagsordenen …"))
    page.get_by_role("heading", name="Sæt på en dagsorden").wait_for()
    look(page)
    new_item_on(page, "Udsatterådet, onsdag d. 3. februar 2027")
    follow(page.get_by_role("button", name="Sæt på dagsordenen"))
    said(page, "2 står nu på dagsordenen.")
    assert "organ=udsatteraadet" in page.url
    for what, title in PLACED.items():
        row = page.locator(".todo", has_text=what)
        assert "På en dagsorden" in row.locator(".badges").inner_text()
        row.get_by_role("link", name=f"3. februar 2027, {title}").wait_for()
        row.get_by_role("link", name="Står på dagsordenen for mødet d. 3. februar 2027").wait_for()
    look(page)


def new_item_on(page, sitting: str) -> None:
    """Chooses a new item on the agenda of that meeting."""
    agendas = page.get_by_label("På hvilken dagsorden")
    option = agendas.locator(f"optgroup[label='{sitting}'] option", has_text="Nyt punkt på dagsordenen")
    agendas.select_option(option.get_attribute("value"))


def one_is_postponed(page) -> None:
    open_the_desk(page)
    open_one(page, POSTPONED)
    form = act(page, "Udskyd den")
    form.get_by_label("Til hvornår, med ord").press_sequentially("i slutningen af marts")
    form.get_by_text("marts 2027").wait_for()
    form.get_by_label("Hvorfor").fill("Ét tilbud mangler endnu at svare.")
    follow(form.get_by_role("button", name="Udskyd den"))
    said(page, "Den har nu fået sin nye tid.")
    assert fact(page, "Udskudt") == "Lovet til 1. oktober 2026, udskudt tre gange"
    latest = section(page, "Hvad der er gjort").get_by_role("listitem").last
    assert "Udskudt fra 19. januar 2027 til" in latest.inner_text()
    latest.get_by_text("Ét tilbud mangler endnu at svare.").wait_for()
    look(page)


def one_is_answered_outside_a_meeting(page) -> None:
    open_the_desk(page)
    narrow(page, "Uden dato")
    tick(page, MET)
    follow(page.get_by_role("button", name="Besvaret …"))
    page.get_by_role("heading", name="Den er besvaret").wait_for()
    look(page)
    page.get_by_label("Ellers: besvaret uden for et møde den").fill("20-11-2026")
    page.get_by_label("Bemærkning").fill("Svaret kom på mail.")
    follow(page.get_by_role("button", name="Den er besvaret"))
    said(page, "1 er nu besvaret.")
    assert page.get_by_text(MET).count() == 0
    narrow(page, "Besvaret")
    open_one(page, MET)
    assert fact(page, "Besvaret") == "20. november 2026"
    page.get_by_text("Svaret kom på mail.").wait_for()


def one_is_let_go(page) -> None:
    open_the_desk(page)
    narrow(page, "Uden dato")
    open_one(page, DROPPED)
    form = act(page, "Den er frafaldet")
    form.get_by_label("Hvorfor").fill("Spørgsmålet er ikke længere aktuelt.")
    follow(form.get_by_role("button", name="Den er frafaldet"))
    said(page, "Den er nu frafaldet.")
    section(page, "Hvad der er gjort").get_by_text("Spørgsmålet er ikke længere aktuelt.").wait_for()
    look(page)
    open_the_desk(page)
    narrow(page, "Frafaldet")
    page.locator(".todo").get_by_role("link", name=DROPPED).wait_for()


def the_sheets_say_how_it_stands(page) -> None:
    """CSV and Excel have the same rows: those of the pages of the list."""
    open_the_desk(page, "Udsatterådet")
    shown = page.locator(".todo").count()
    as_csv, as_excel = (download(page, name) for name in ("CSV", "Excel"))
    lines = list(csv.DictReader(io.StringIO(as_csv.decode("utf-8-sig"), newline=""), delimiter=";"))
    header, *rows = openpyxl.load_workbook(io.BytesIO(as_excel)).active.iter_rows(values_only=True)
    book = [dict(zip(header, row, strict=True)) for row in rows]
    assert shown == len(lines) == len(book)
    assert [line["Hvad"] for line in lines] == [row["Hvad"] for row in book]
    for what in PLACED:
        [row] = [row for row in book if row["Hvad"] == what]
        assert row["Tilstand"] == "på en dagsorden"
        assert row["På dagsordenen den"].date() == dt.date(2027, 2, 3)
    assert not {MET, DROPPED} & {row["Hvad"] for row in book}


def the_list_of_expected_cases_has_what_was_placed(page) -> None:
    follow(page.get_by_role("link", name="Sagsstyringsliste: hvad der ventes på de kommende møder"))
    page.get_by_role("heading", name="Sagsstyringsliste for Udsatterådet").wait_for()
    look(page)
    for what, title in PLACED.items():
        case = section(page, NEXT_MEETING).get_by_role("row", name=what)
        case.get_by_role("link", name=title).wait_for()
    for told in (text_of_pdf(download(page, "Hent som PDF")), text_of_word(download(page, "Hent som Word"))):
        words = " ".join(told.split())
        assert words.index("Fristen er overskredet") < words.index(NEXT_MEETING)
        for what in PLACED:
            assert words.index(NEXT_MEETING) < words.index(what) < words.index("Ordinært møde onsdag d. 28. april 2027")


def open_the_desk(page, body: str = "") -> None:
    choose_in_menu(page, "Hvad venter vi på?")
    follow(page.get_by_role("link", name="Gå til sekretærens bord"))
    page.get_by_role("heading", name="Sekretærens bord").wait_for()
    if body:
        choose_list(page, body)


def narrow(page, state: str) -> None:
    page.get_by_label("Tilstand").select_option(state)
    follow(page.get_by_role("button", name="Vis", exact=True))
    assert page.get_by_role("heading", name="Listen").evaluate("heading => heading.getBoundingClientRect().top < innerHeight")


def open_one(page, what: str) -> None:
    follow(page.locator(".todo").get_by_role("link", name=what))
    page.get_by_role("heading", level=1, name=what).wait_for()


def act(page, name: str) -> Locator:
    """The form of that name, unfolded."""
    page.locator("summary", has_text=name).click()
    return page.locator("details[open]")


def tick(page, *whats: str) -> None:
    for what in whats:
        page.locator(".todo", has_text=what).get_by_role("checkbox").check()


def download(page, name: str) -> bytes:
    with page.expect_download() as saved:
        page.get_by_role("link", name=name).click()
    return saved.value.path().read_bytes()


def text_of_pdf(content: bytes) -> str:
    document = pypdfium2.PdfDocument(content)
    return "\n".join(document[number].get_textpage().get_text_bounded() for number in range(len(document)))


def text_of_word(content: bytes) -> str:
    return "\n".join(text.text for text in docx.Document(io.BytesIO(content)).element.body.iter("{*}t"))


def test_the_secretary_plans_the_meeting_a_hearing_needs(at_a_desk):
    page = at_a_desk
    log_in(page, "secretary")
    the_hearing_leads_to_planning_a_meeting(page)
    the_meeting_is_planned_and_tells_what_came_of_it(page)
    the_hearing_can_be_answered(page)
    the_lists_of_the_body_have_the_meeting(page)


def the_hearing_leads_to_planning_a_meeting(page) -> None:
    choose_in_menu(page, "Høringer")
    look(page)
    follow(page.locator(".row-item", has_text=NO_MEETING).get_by_role("link", name=NOT_ANSWERABLE))
    page.get_by_role("heading", name=NO_MEETING).wait_for()
    look(page)
    follow(page.get_by_role("link", name="Planlæg et ekstraordinært møde"))


def the_meeting_is_planned_and_tells_what_came_of_it(page) -> None:
    assert page.get_by_label("Dato").input_value() == "08-01-2027"
    assert page.get_by_label("Slags").input_value() == "extraordinary"
    look(page)
    follow(page.get_by_role("button", name="Gem"))
    said(page, "Mødet er planlagt.")
    said(page, f"Høringen {NOT_ANSWERABLE} kan nu besvares på et ekstraordinært møde")
    page.get_by_role("heading", level=1, name=EXTRAORDINARY_MEETING).wait_for()
    look(page)
    follow(page.get_by_role("status").get_by_role("link", name=NOT_ANSWERABLE))


def the_hearing_can_be_answered(page) -> None:
    page.get_by_role("heading", name="Udsatterådet kan kun nå at svare på et ekstraordinært møde.").wait_for()
    assert page.get_by_role("heading", name=NO_MEETING).count() == 0
    look(page)
    follow(page.get_by_role("link", name="fredag d. 8. januar 2027", exact=True))


def the_lists_of_the_body_have_the_meeting(page) -> None:
    """The list of expected cases has the hearing under it, and the year wheel shows it."""
    follow(page.get_by_role("link", name="Sagsstyringsliste"))
    section(page, EXTRAORDINARY_MEETING).get_by_role("link", name=NOT_ANSWERABLE).wait_for()
    look(page)
    follow(page.get_by_role("navigation", name="Brødkrumme").get_by_role("link", name="Udsatterådet"))
    follow(page.get_by_role("link", name="Organets årshjul"))
    page.get_by_role("heading", name="Årshjul 2026").wait_for()
    look(page)
    follow(page.get_by_role("link", name="2027", exact=True))
    wheel = page.get_by_role("group", name="Årshjul 2027")
    wheel.get_by_role("link", name="Ekstraordinært møde, fredag d. 8. januar 2027").wait_for()
    look(page)


# The public


def test_what_a_closed_item_asks_for_is_not_told_to_the_public(on_a_phone):
    """The demo's own closed items ask for nothing, so two of those that do are closed."""
    page = on_a_phone
    choose_in_menu(page, "Hvad venter vi på?")
    look(page)
    addresses = ["/opfoelgning/", "/opfoelgning/?side=2", "/hoeringer/", "/sagsstyringsliste/?organ=socialudvalget"]
    own = [page.get_by_role("link", name=name).first.get_attribute("href") for name in (BY_MEETINGS, NOT_ANSWERABLE)]
    told = "".join(fetch(page, address).text() for address in addresses)
    assert BY_MEETINGS in told
    assert NOT_ANSWERABLE in told
    asking = AgendaItem.objects.filter(Q(follow_ups__text=BY_MEETINGS) | Q(hearings__subject=NOT_ANSWERABLE))
    AgendaItem.objects.filter(pk__in=asking).update(closed=True)
    told = "".join(fetch(page, address).text() for address in addresses)
    assert OVERDUE in told
    assert BY_MEETINGS not in told
    assert NOT_ANSWERABLE not in told
    assert [fetch(page, address).status for address in own] == [404, 404]
