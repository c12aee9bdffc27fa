"""What a secretary does about what is waited for, click by click."""

import datetime as dt

import pytest

from followups.models import Occurrence, Step
from meetings.models import AgendaItem
from tests import factories as f
from tests.followups_pages.conftest import text_of
from tests.pages.conftest import member_of, secretary_of

pytestmark = pytest.mark.django_db
D = dt.date


@pytest.fixture
def coming(council):
    return f.MeetingFactory(body=council, date=D(2018, 9, 26))


@pytest.fixture
def held(council):
    return f.MeetingFactory(body=council, date=D(2018, 8, 22), published=True)


def send(browser, one, name: str, version: int = 1, **fields):
    data = {f"{name}-{field}": value for field, value in fields.items()} | {"version": version}
    return browser.post(f"/opfoelgning/{one.pk}/{name}/", data, follow=True)


def fresh(one) -> Occurrence:
    return Occurrence.objects.get(pk=one.pk)


def test_placed_on_an_item_of_a_coming_agenda(office, waits, coming, secretary):
    one, item = waits(), f.AgendaItemFactory(meeting=coming, number=44, title="Varmestuen igen")
    response = send(office, one, "dagsorden", item=item.pk, why="Aftalt med formanden.")
    assert "Den står nu på dagsordenen." in text_of(response)
    assert fresh(one).placed_on == item
    step = Step.objects.get()
    assert (step.what, step.by, step.why) == ("placed", secretary, "Aftalt med formanden.")


def test_the_choice_is_what_the_secretary_may_read_of_the_bodys_planned_meetings(office, waits, coming, held, council):
    f.AgendaItemFactory(meeting=coming, title="Varmestuen igen")
    f.AgendaItemFactory(meeting=coming, title="Godkendelse af dagsorden")
    f.AgendaItemFactory(meeting=held, title="Allerede holdt")
    f.AgendaItemFactory(meeting__date=D(2018, 9, 27), title="Et andet organs punkt")
    cancelled = f.MeetingFactory(body=council, date=D(2018, 10, 3), state="cancelled")
    f.AgendaItemFactory(meeting=cancelled, title="Aflyst punkt")
    form = text_of(office.get(f"/opfoelgning/{waits().pk}/")).split('id="dagsorden"')[1].split("</details>")[0]
    assert "Rådet for Udsatte, onsdag d. 26. september 2018" in form
    assert "Varmestuen igen" in form
    assert "Nyt punkt på dagsordenen" in form
    for left_out in ("Godkendelse", "Allerede holdt", "Et andet organs", "Aflyst"):
        assert left_out not in form


@pytest.mark.parametrize("closed", [False, True])
def test_a_new_item_is_made_last_on_the_agenda_once(office, waits, coming, closed):
    one = waits(closed=closed)
    barred = f.PersonFactory()
    one.item.shut_out.add(barred)
    f.AgendaItemFactory(meeting=coming)
    for _ in range(2):
        send(office, one, "dagsorden", item=f"nyt-{coming.pk}")
    made = AgendaItem.objects.filter(meeting=coming).order_by("position").last()
    assert coming.items.count() == 2
    assert fresh(one).placed_on == made
    asked = one.item
    assert (made.title, made.case, made.matter, made.closed, made.number) == (asked.title, asked.case, asked.matter, closed, None)
    assert list(made.shut_out.all()) == [barred]
    assert Step.objects.count() == 1


@pytest.mark.parametrize(
    ("asked", "text", "title"),
    [
        ({"title": "Gensidig orientering"}, "tal for varmestuen i hele 2018", "Tal for varmestuen i hele 2018"),
        ({"title": "Gensidig orientering"}, "tal " * 80, ("Tal" + " tal" * 48 + " …")),
        ({"title": "Gensidig orientering", "closed": True}, "tal for hr. Mosegaard", "Gensidig orientering"),
        ({"title": "Varmestuens regnskab"}, "tal for varmestuen", "Varmestuens regnskab"),
    ],
)
def test_the_new_item_is_called_as_the_one_that_asked_or_by_what_was_asked_for(office, waits, coming, asked, text, title):
    one = waits(text=text, item=f.AgendaItemFactory(meeting=f.MeetingFactory(body=coming.body, date=D(2018, 6, 6)), **asked))
    send(office, one, "dagsorden", item=f"nyt-{coming.pk}")
    assert fresh(one).placed_on.title == title


def test_three_things_asked_for_under_one_standing_item_get_an_item_each(office, waits, coming):
    asked = f.MeetingFactory(body=coming.body, date=D(2018, 6, 6))
    standing = f.AgendaItemFactory(meeting=asked, title="Gensidig orientering", case=None, matter=None)
    for text in ("tal for varmestuen", "tal for herberget", "tal for natcafeen"):
        send(office, waits(text=text, item=standing), "dagsorden", item=f"nyt-{coming.pk}")
    assert coming.items.count() == 3


def test_no_item_chosen_is_said_beside_the_field(office, waits):
    response = send(office, waits(), "dagsorden", item="", why="Vigtigt")
    page = text_of(response)
    assert response.status_code == 422
    assert "Dette felt er påkrævet." in page
    assert "Vigtigt" in page, "nothing typed is lost"
    assert '<details class="act" id="dagsorden" open>' in page


@pytest.mark.parametrize("last", ["2-9-2018", "31. august 2018"])
def test_it_is_not_postponed_to_days_that_have_passed(office, waits, last):
    one = waits()
    page = text_of(send(office, one, "udskudt", last=last, why="Travlt."))
    assert "De dage er gået. Vælg dage, der kommer." in page
    assert not Step.objects.exists()


@pytest.mark.parametrize("written", ["5. oktober 2018", "d. 5. okt. 2018", "den 5. oktober 2018", "5/10-2018", "05.10.2018", "2018-10-05"])
def test_a_day_is_read_as_people_write_it(office, waits, written):
    one = waits()
    send(office, one, "udskudt", last=written, why="Travlt.")
    assert fresh(one).due_end == D(2018, 10, 5)


@pytest.mark.parametrize("written", ["5. oktober", "mødet 5. oktober 2018", "5. oktober 2018 eller senere", "31. februar 2018"])
def test_what_is_more_or_less_than_a_day_is_none(office, waits, written):
    one = waits()
    assert send(office, one, "udskudt", last=written, why="Travlt.").status_code == 422
    assert not Step.objects.exists()


def test_it_is_taken_off_again(office, waits, coming):
    one = waits(occurrence={"placed_on": f.AgendaItemFactory(meeting=coming)})
    office.post(f"/opfoelgning/{one.pk}/af-dagsordenen/")
    office.post(f"/opfoelgning/{one.pk}/af-dagsordenen/")
    assert fresh(one).placed_on is None
    assert Step.objects.count() == 1


def test_met_by_an_item(office, waits, held):
    one, item = waits(), f.AgendaItemFactory(meeting=held)
    assert "Den er nu besvaret." in text_of(send(office, one, "besvaret", item=item.pk))
    assert (fresh(one).state, fresh(one).met_by, fresh(one).met_on) == ("met", item, held.date)


def test_the_same_case_comes_first_among_the_answers(office, waits, held):
    one = waits()
    elsewhere = f.AgendaItemFactory(case=one.item.case, meeting__published=True, meeting__date=D(2018, 8, 1), title="Også i udvalget")
    form = text_of(office.get(f"/opfoelgning/{one.pk}/besvaret/")).split('id="besvaret"')[1]
    assert "Samme sag" in form
    assert f'<option value="{elsewhere.pk}">' in form


def test_met_outside_a_meeting(office, waits):
    one = waits()
    send(office, one, "besvaret", item="", on="31-08-2018", why="Brev fra forvaltningen.")
    assert (fresh(one).state, fresh(one).met_by, fresh(one).met_on) == ("met", None, D(2018, 8, 31))


@pytest.mark.parametrize(
    ("on", "said"),
    [
        ("", "Vælg et punkt, eller skriv dagen."),
        ("4-9-2018", "Den dag er ikke kommet endnu."),
        ("1-1-2018", "før det møde, der bad om det"),
        ("32-1-2018", "dato"),
    ],
)
def test_a_day_that_cannot_be_is_said_beside_it(office, waits, on, said):
    one = waits()
    response = send(office, one, "besvaret", item="", on=on, why="Brev")
    assert response.status_code == 422
    assert said in text_of(response).split('class="form-error-message" id="id_besvaret-on_error">')[1].split("</span>")[0]
    assert fresh(one).is_open


@pytest.mark.parametrize(
    ("told", "days"),
    [
        ({"phrase": "i november"}, (D(2018, 11, 1), D(2018, 11, 30))),
        ({"phrase": "på næste møde"}, (D(2018, 9, 26), D(2018, 9, 26))),
        ({"first": "1-10-2018", "last": "5-10-2018"}, (D(2018, 10, 1), D(2018, 10, 5))),
        ({"last": "5-10-2018"}, (D(2018, 10, 5), D(2018, 10, 5))),
        ({"phrase": "i november", "first": "1-10-2018", "last": "5-10-2018"}, (D(2018, 10, 1), D(2018, 10, 5))),
    ],
)
def test_postponed_in_words_or_days(office, waits, coming, told, days):
    one = waits()
    send(office, one, "udskudt", why="Tallene er ikke klar.", **told)
    one = fresh(one)
    assert (one.due_start, one.due_end) == days
    assert one.due_fixed


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"phrase": "i november", "why": ""}, "Dette felt er påkrævet."),
        ({"phrase": "når det passer", "why": "Tal"}, "kunne ikke læses som et tidspunkt"),
        ({"why": "Tal"}, "Skriv til hvornår"),
        ({"first": "5-10-2018", "last": "1-10-2018", "why": "Tal"}, "ligger før den første"),
    ],
)
def test_what_is_wrong_with_a_postponement_is_said_and_what_was_typed_stays(office, waits, fields, said):
    one = waits()
    response = send(office, one, "udskudt", **fields)
    page = text_of(response)
    assert response.status_code == 422
    assert said in page
    for typed in fields.values():
        assert typed in page
    assert not Step.objects.exists()


def test_dropped_with_a_reason(office, waits):
    one = waits()
    assert send(office, one, "lukket", why="").status_code == 422
    send(office, one, "lukket", why="Sagen er bortfaldet.")
    assert fresh(one).state == "dropped"


@pytest.mark.parametrize(("for_good", "left"), [("", 1), ("on", 0)])
def test_what_recurs_is_dropped_this_time_or_for_good(office, waits, for_good, left):
    one = waits(every=1, unit="quarter")
    send(office, one, "lukket", why="Ingen tal.", **({"for_good": for_good} if for_good else {}))
    assert Occurrence.objects.filter(state="open").count() == left


def test_only_what_recurs_can_be_ended(office, waits):
    assert "for_good" not in text_of(office.get(f"/opfoelgning/{waits().pk}/"))


def test_the_latest_step_is_taken_back(office, waits):
    one = waits()
    send(office, one, "lukket", why="Forkert knap.")
    step = Step.objects.get()
    assert f'name="trin" value="{step.pk}"' in text_of(office.get(f"/opfoelgning/{one.pk}/"))
    for said in ("Skridtet er fortrudt.", "allerede"):
        assert said in text_of(office.post(f"/opfoelgning/{one.pk}/fortryd/", {"trin": step.pk}, follow=True))
    assert fresh(one).is_open


def test_a_step_of_another_is_not_taken_back_here(office, waits):
    other = f.StepFactory()
    assert office.post(f"/opfoelgning/{waits().pk}/fortryd/", {"trin": other.pk}).status_code == 404
    assert office.post(f"/opfoelgning/{waits().pk}/fortryd/", {"trin": "x"}).status_code == 404


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("besvaret", {"item": "", "on": "31-08-2018", "why": ""}),
        ("udskudt", {"phrase": "i november", "why": "Tal"}),
        ("lukket", {"why": "Bortfaldet"}),
    ],
)
def test_a_second_click_changes_nothing_and_frightens_nobody(office, waits, name, fields):
    one = waits()
    first, second = send(office, one, name, **fields), send(office, one, name, **fields)
    assert Step.objects.count() == 1
    assert first.status_code == second.status_code == 200
    assert "Imens" not in text_of(second)


def test_of_two_at_once_the_second_is_told_what_has_happened(office, waits, coming, council):
    one = waits()
    item, other = f.AgendaItemFactory(meeting=coming), f.AgendaItemFactory(meeting=coming)
    send(office, one, "dagsorden", item=item.pk)
    response = send(office, one, "dagsorden", item=other.pk, why="Mit ønske")
    page = text_of(response)
    assert response.status_code == 409
    assert "Imens har Hanne Holmegård gjort noget ved den: sat på en dagsorden, 3. september 2018 kl. 12.00." in page
    assert "Mit ønske" in page
    assert fresh(one).placed_on == item
    send(office, one, "dagsorden", 2, item=other.pk)
    assert fresh(one).placed_on == other


def test_a_new_item_is_not_left_behind_by_the_one_who_came_second(office, waits, coming):
    one = waits()
    send(office, one, "dagsorden", item=f.AgendaItemFactory(meeting=coming).pk)
    send(office, one, "dagsorden", item=f"nyt-{coming.pk}")
    assert coming.items.count() == 1


def test_what_has_been_answered_meanwhile_takes_no_other_answer(office, waits):
    one = waits()
    send(office, one, "besvaret", item="", on="31-08-2018")
    page = text_of(send(office, one, "lukket", why="Bortfaldet"))
    assert "Imens har Hanne Holmegård gjort noget ved den: besvaret" in page
    assert fresh(one).state == "met"


def test_acting_on_what_nobody_reviewed_accepts_it(office, waits):
    one = waits(review="unreviewed")
    send(office, one, "lukket", why="Bortfaldet")
    one.follow_up.refresh_from_db()
    assert one.follow_up.review == "accepted"


@pytest.mark.parametrize("name", ["dagsorden/", "besvaret/", "udskudt/", "lukket/", "fortryd/", "af-dagsordenen/"])
def test_others_are_not_told_that_there_is_such_a_page(client, waits, council, name):
    address = f"/opfoelgning/{waits().pk}/{name}"
    for other in (member_of(council), secretary_of(f.BodyFactory())):
        client.force_login(other)
        assert client.post(address).status_code == 404
    assert not Step.objects.exists()
