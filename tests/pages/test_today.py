"""The front page of a secretary: of each body the next meeting, the agenda and its last day, what wants a place, and what waits."""

import datetime as dt
import re

import pytest

from agendas import services
from meetings.models import AgendaItem
from tests import factories as f
from tests.pages.conftest import NOON, member_of, secretary_of

pytestmark = pytest.mark.django_db
D, TODAY = dt.date, NOON.date()  # Monday 3 September 2018
BY = {"by": None, "now": NOON}


@pytest.fixture
def body():
    return f.BodyFactory(name="Rådet for Udsatte", slug="udsatte", dispatch_days=4)


@pytest.fixture
def secretary(body):
    return secretary_of(body)


def plain(page: str) -> str:
    main = page[page.index('id="main-content"') :].partition(">")[2]
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())


def waits(body, **columns):
    title = columns.pop("title", "Natcafé")
    asked = f.AgendaItemFactory(meeting__body=body, meeting__published=True, meeting__date=D(2018, 6, 6), title=title)
    due = {"due_start": D(2018, 9, 1), "due_end": D(2018, 9, 20)} | columns
    return f.OccurrenceFactory(follow_up__item=asked, follow_up__kind="return", body=body, **due)


def test_it_is_for_secretaries_and_leads_to_the_front_page_of_everybody_and_back(look, body, secretary):
    assert "Mandag d. 3. september 2018" in look("/", secretary)
    assert 'href="/forside/"' in look("/", secretary)
    assert "Seneste beslutninger" in look("/forside/", secretary)
    assert "Dagens side" in look("/forside/", secretary)
    for looker in (None, member_of(body), f.UserFactory(administrator=True), secretary_without_a_body()):
        assert "Seneste beslutninger" in look("/", looker)
        assert "Dagens side" not in look("/forside/", looker)


def secretary_without_a_body():
    return f.UserFactory(role="secretary")


def test_the_last_day_for_sending_is_counted_in_working_days_day_by_day(look, body, secretary):
    f.MeetingFactory(body=body, date=D(2018, 9, 19), start=dt.time(15), end=dt.time(18))
    page = plain(look("/", secretary))
    assert "Næste møde onsdag d. 19. september 2018 kl. 15.00–18.00 (om 16 dage)" in page
    assert "Ud senest torsdag d. 13. september 2018 (om 8 arbejdsdage)" in page
    assert "1. tirsdag d. 18. september 2018" in page
    assert "søndag d. 16. september 2018 – tæller ikke: søndag" in page
    assert "4. torsdag d. 13. september 2018" in page


STANDING = {
    D(2018, 9, 3): "er ikke sendt; den skulle være sendt",
    D(2018, 9, 4): "er ikke sendt; den skulle være sendt",
    D(2018, 9, 6): "er ikke sendt; den skulle være sendt",
    D(2018, 9, 7): "er ikke sendt; i dag er sidste dag for den",
}


@pytest.mark.parametrize("day", STANDING)
def test_an_agenda_that_should_be_out_is_told_first_in_words_and_red(look, body, secretary, day):
    f.MeetingFactory(body=body, date=day)
    page = look("/", secretary)
    assert "Haster" in page
    assert STANDING[day] in plain(page)
    assert "is-red" in page


def test_an_agenda_that_can_wait_or_is_out_is_not_urgent(look, body, secretary):
    f.MeetingFactory(body=body, date=D(2018, 9, 4), agenda_published=True)
    f.MeetingFactory(body=body, date=D(2018, 9, 10))
    page = plain(look("/", secretary))
    assert "Haster" not in page
    assert "Næste møde tirsdag d. 4. september 2018" in page
    assert "dagsordenen er sendt" in page
    assert "Næste dagsorden mandag d. 10. september 2018" in page
    assert "Ud senest tirsdag d. 4. september 2018 (om 1 arbejdsdag)" in page


def test_cancelled_and_held_meetings_count_for_nothing(look, body, secretary):
    f.MeetingFactory(body=body, date=D(2018, 9, 4), state="cancelled")
    f.MeetingFactory(body=body, date=TODAY, state="held")
    page = plain(look("/", secretary))
    assert "Intet kommende møde i kalenderen" in page
    assert "Haster" not in page


def test_how_far_the_agenda_is(look, body, secretary):
    meeting = f.MeetingFactory(body=body, date=D(2018, 9, 19), start=dt.time(15), end=dt.time(15, 20))
    assert "ikke begyndt" in plain(look("/", secretary))
    for title in ("Torvet", "Havnen"):
        services.add_item(meeting=meeting, title=title, minutes=20, case=None, **BY)
    assert "kladde 2 punkter, 40 minutter planlagt 1 ting at se på i tidsplanen" in plain(look("/", secretary))
    services.approve(meeting=meeting, **BY)
    assert "godkendt 2 punkter" in plain(look("/", secretary))
    services.move_item(item=AgendaItem.objects.get(title="Torvet"), by_places=1, **BY)
    assert "ændret, siden formanden godkendte den" in plain(look("/", secretary))


def test_what_wants_a_place_is_counted_and_the_first_three_told_with_their_reasons(look, body, secretary):
    meeting = f.MeetingFactory(body=body, date=D(2018, 9, 19))
    f.MeetingFactory(body=body, date=D(2018, 10, 17))
    for number in range(4):
        waits(body, title=f"Sag {number}", due_end=D(2018, 9, 20 + number))
    page = look("/", secretary)
    assert "Vil på dagsordenen : Rådet for Udsatte 4" in plain(page) or "4" in plain(page)
    assert [f"Sag {number}" in page for number in range(4)] == [True, True, True, False]
    assert "Bedt om den 6. juni 2018." in page
    assert f'href="/moeder/{meeting.pk}/dagsorden/#vil-paa"' in page


def test_hearings_to_answer_overdue_promises_and_imports_are_told_of_each_body(look, body, secretary):
    f.MeetingFactory(body=body, date=D(2018, 10, 17))
    told = f.AgendaItemFactory(meeting__body=body, meeting__published=True, meeting__date=D(2018, 8, 29))
    hearing = f.HearingFactory(item=told, body=body, role="consulted", subject="Rampen", deadline=D(2018, 9, 21))
    f.HearingPartyFactory(hearing=hearing, body=body)
    waits(body, due_start=D(2018, 8, 1), due_end=D(2018, 8, 31))
    f.ImportFactory(state="review", meeting=f.MeetingFactory(body=body, date=D(2018, 5, 2)))
    f.ImportFactory(state="review", meeting=f.MeetingFactory())
    page = plain(look("/", secretary))
    assert "senest 21. september 2018, og intet ordinært møde ligger i tide" in page
    assert "Intet ordinært møde ligger i tide til at besvare »Rampen« senest 21. september 2018." in page
    assert "1 overskredet" in page
    assert page.count("1 dokument venter på gennemsyn") == 2  # in all, and of the body


def test_another_body_s_work_is_not_shown(look, body, secretary):
    other = f.BodyFactory(name="Byrådet")
    f.MeetingFactory(body=other, date=D(2018, 9, 4))
    waits(other, title="Kanariefugl")
    page = look("/", secretary)
    assert "Byrådet" not in page
    assert "Kanariefugl" not in page


def test_the_agenda_that_is_due_first_comes_first(look, secretary, body):
    names = {"Byrådet": D(2018, 9, 12), "Udvalget": D(2018, 9, 5), "Ungdomsrådet": None}
    for name, day in names.items():
        other = f.BodyFactory(name=name)
        f.SecretaryAssignmentFactory(user=secretary, body=other)
        if day:
            f.MeetingFactory(body=other, date=day)
    f.MeetingFactory(body=body, date=D(2018, 9, 26))
    page = look("/", secretary)
    found = re.findall(r"<h3[^>]*><a[^>]*>([^<]+)</a>", page)
    assert found == ["Udvalget", "Byrådet", "Rådet for Udsatte", "Ungdomsrådet"]


def fill(secretary, bodies: int, rows: int) -> None:
    """`bodies` bodies of the secretary's, each with `rows` of everything that its part of the page tells of."""
    for _number in range(bodies):
        body = f.BodyFactory(dispatch_days=4)
        f.SecretaryAssignmentFactory(user=secretary, body=body)
        f.MeetingFactory(body=body, date=D(2018, 9, 5), agenda_published=True)
        meeting = f.MeetingFactory(body=body, date=D(2018, 9, 19), start=dt.time(15))
        f.MeetingFactory(body=body, date=D(2018, 10, 17), start=dt.time(15))
        f.MembershipFactory(body=body)
        services.add_item(meeting=meeting, title="Torvet", minutes=None, case=None, **BY)
        services.approve(meeting=meeting, **BY)
        for row in range(rows):
            services.add_item(meeting=meeting, title=f"Havnen {row}", minutes=10, case=None, **BY)
            waits(body, due_start=D(2018, 8, 1), due_end=D(2018, 8, 31))
            recommended = f.AgendaItemFactory(meeting__published=True, meeting__date=D(2018, 8, 1 + row))
            f.RecommendedToFactory(item=recommended, body=body)
            told = f.AgendaItemFactory(meeting__body=body, meeting__published=True, meeting__date=D(2018, 7, 4 + row))
            f.HearingPartyFactory(hearing=f.HearingFactory(item=told, body=body, deadline=D(2018, 9, 25)), body=body)
            f.ImportFactory(state="review", meeting=f.MeetingFactory(body=body, date=D(2017, 5, 2 + row)))


@pytest.mark.parametrize(("bodies", "rows"), [(1, 1), (1, 4), (5, 1), (5, 4)])
def test_the_page_asks_the_database_as_often_for_one_body_as_for_five(client, django_assert_num_queries, bodies, rows):
    secretary = f.UserFactory(role="secretary")
    fill(secretary, bodies, rows)
    client.force_login(secretary)
    # Session, user, seats, bodies managed; imports; what waits for each body; next meetings and those themselves.
    # Agendas: items, guests; breaks, history twice, other meetings, people; versions, what was approved, and nine for the agendas now.
    # Candidates: next meetings, answers; what was promised with three that tell it; hearings with three; recommended, standing, titles.
    # Hearings to answer with three, and two on whether they can be; proposals; reminders that reached nobody.
    with django_assert_num_queries(48):
        assert client.get("/").status_code == 200
