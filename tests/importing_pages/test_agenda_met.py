"""The review of minutes whose agenda was made here says what was not treated, and asks which item of the agenda one is where titles do not tell."""

import re

import pytest

from followups.models import Occurrence
from meetings.models import AgendaItem
from minutes.models import Import
from tests import factories as f
from tests.importing.agendas import Planned, Printed, made, minutes_of
from tests.importing_pages.desk import apply, reviewed, seen

pytestmark = pytest.mark.django_db

TITLES = ("Godkendelse af dagsordenen", "Rampe ved Havnegade", "Borde i Lunden", "Natcafé på Torvet")


@pytest.fixture
def meeting(council):
    return made(*(Planned(title) for title in TITLES), body=council)


def read(meeting, secretary, *items: tuple[int, str]) -> Import:
    printed = [Printed(number, title, f"Afgjort {number}.") for number, title in items]
    return reviewed(minutes_of(meeting, *printed), by=secretary)


def choices(client, import_: Import, key: str) -> list[tuple[str, str, bool]]:
    """What the page offers the item of that key to be: value, text, whether it is chosen."""
    article = client.get(import_.get_absolute_url()).content.decode().split(f'id="laest-{key}"')[1].split("</article>")[0]
    return [
        (value, text.strip(), bool(chosen)) for value, chosen, text in re.findall(r'<option value="(\w+)"( selected)?>([^<]*)<', article)
    ]


def say(client, import_: Import, key: str, row, **more):
    return client.post(f"{import_.get_absolute_url()}dagsordenspunkt/", {"punkt": key, "er": getattr(row, "pk", row)} | more, follow=True)


def test_what_was_not_treated_is_said_with_what_waits_for_its_answer(desk, secretary, meeting):
    asked = f.AgendaItemFactory(meeting__body=meeting.body, meeting__published=True, title="Støj i byen")
    f.OccurrenceFactory(follow_up__item=asked, body=meeting.body, placed_on=meeting.items.get(number=3))
    page = seen(desk.get(read(meeting, secretary, (1, TITLES[0]), (2, TITLES[1]), (4, TITLES[3])).get_absolute_url()))
    told = page.split("Ikke behandlet")[1].split("Dokumentet afviger")[0]
    assert "3. Borde i Lunden venter igen på svar: En status på varmestuen" in told
    assert "Rampe" not in told


def test_after_approval_it_is_said_once_more_with_the_way_to_the_meetings_page(desk, secretary, meeting):
    page = apply(desk, read(meeting, secretary, (1, TITLES[0]), (2, TITLES[1]), (4, TITLES[3])), all="1")
    assert "1 punkt fra dagsordenen blev ikke behandlet." in seen(page)
    assert f'href="{meeting.get_absolute_url()}#after-meeting"' in page.content.decode()


def test_an_item_read_as_the_text_of_another_is_pointed_at(desk, secretary, meeting):
    import_ = read(meeting, secretary, (1, TITLES[0]), (4, TITLES[3]), (2, TITLES[1]), (3, TITLES[2]))
    page = seen(desk.get(import_.get_absolute_url()))
    assert "4. Natcafé på Torvet Titlen står i teksten til »Godkendelse af dagsordenen«. Del det punkt, hvis dette begynder dér." in page


def test_where_titles_and_numbers_tell_nothing_is_asked(desk, secretary, meeting):
    import_ = read(meeting, secretary, *enumerate(TITLES, start=1))
    assert "Hvilket punkt på dagsordenen" not in seen(desk.get(import_.get_absolute_url()))


def test_another_title_under_the_same_number_is_asked_about_and_taken_for_the_same(desk, secretary, meeting):
    import_ = read(meeting, secretary, (1, TITLES[0]), (2, TITLES[1]), (3, "Møbler til byens rum"), (4, TITLES[3]))
    row = meeting.items.get(number=3)
    assert choices(desk, import_, "3") == [
        (str(row.pk), "3. Borde i Lunden", True),
        ("nyt", "ikke på dagsordenen: det kom på på mødet", False),
    ]
    apply(desk, import_, all="1")
    row.refresh_from_db()
    assert (row.title, row.decision, row.responsible) == ("Møbler til byens rum", "Afgjort 3.", "Ansvarlig for Borde i Lunden")


def test_said_to_be_another_it_is_one_more_item_and_can_be_said_back(desk, secretary, meeting):
    import_ = read(meeting, secretary, (1, TITLES[0]), (2, TITLES[1]), (3, "Møbler til byens rum"), (4, TITLES[3]))
    row = meeting.items.get(number=3)
    page = say(desk, import_, "3", "nyt")
    assert "Hvilket punkt på dagsordenen det er" in seen(page)
    assert "3. Borde i Lunden" in seen(page).split("Ikke behandlet")[1]
    undo = re.search(r'action="([^"]*/fortryd/\d+/)"', page.content.decode())[1]
    desk.post(undo)
    assert choices(desk, import_, "3")[0] == (str(row.pk), "3. Borde i Lunden", True)
    say(desk, import_, "3", "nyt")
    apply(desk, import_, all="1")
    row.refresh_from_db()
    assert (row.title, row.decision) == ("Borde i Lunden", "")
    assert AgendaItem.objects.get(title="Møbler til byens rum").decision == "Afgjort 3."


def test_one_that_nobody_can_tell_is_said_to_be_an_item_of_the_agenda(desk, secretary, meeting):
    import_ = read(meeting, secretary, (1, TITLES[0]), (2, TITLES[1]), (3, "Åbent om aftenen"))
    three, four = meeting.items.get(number=3), meeting.items.get(number=4)
    assert [value for value, _text, _chosen in choices(desk, import_, "3")] == [str(three.pk), str(four.pk), "nyt"]
    say(desk, import_, "3", four)
    apply(desk, import_, all="1")
    four.refresh_from_db()
    assert (four.title, four.decision) == ("Åbent om aftenen", "Afgjort 3.")


def test_what_is_not_offered_is_not_taken_and_nothing_is_told_to_another_bodys_secretary(desk, client, secretary, meeting):
    import_ = read(meeting, secretary, (1, TITLES[0]), (2, TITLES[1]), (3, "Åbent om aftenen"))
    for said in (meeting.items.get(number=1), 0, "0", "x", ""):
        assert say(desk, import_, "3", said).status_code == 404
    assert say(desk, import_, "9", "nyt").status_code == 404
    stranger = f.SecretaryAssignmentFactory(body=f.BodyFactory(name="Ældrerådet")).user
    client.force_login(stranger)
    theirs = read(meeting, stranger, (1, TITLES[0]), (3, "Åbent om aftenen"))
    assert "Natcafé" not in seen(client.get(theirs.get_absolute_url()))
    assert say(client, theirs, "3", "nyt").status_code == 404


def test_an_answer_from_a_page_that_somebody_has_corrected_since_is_refused(desk, secretary, meeting):
    import_ = read(meeting, secretary, (1, TITLES[0]), (2, TITLES[1]), (3, "Åbent om aftenen"))
    page = say(desk, import_, "3", meeting.items.get(number=3), version=import_.version + 1)
    assert "Nogen har rettet" in seen(page)
    assert not import_.corrections.exists()


def test_what_was_written_for_the_agenda_is_shown_beside_the_documents_words_and_not_ticked(desk, secretary, council):
    meeting = made(Planned(TITLES[1], "Rampen har kostet meget."), body=council)
    printed = Printed(1, TITLES[1], "Godkendt.", "Rampen har kostet for meget.")
    import_ = reviewed(minutes_of(meeting, printed), by=secretary)
    assert "Det er skrevet til dagsordenen. Med et flueben her træder dokumentets ord i stedet." in seen(
        desk.get(import_.get_absolute_url())
    )
    apply(desk, import_, all="1")
    assert meeting.items.get().sections.get(heading="Sagsfremstilling").text == "Rampen har kostet meget."


@pytest.mark.parametrize("count", [1, 5])
def test_the_review_asks_as_often_however_much_was_not_treated(desk, secretary, council, django_assert_num_queries, count):
    titles = [f"Sag om {word}" for word in ("torvet", "havnen", "parken", "skolen", "banegården")[:count]]
    meeting = made(Planned(TITLES[0]), *(Planned(title) for title in titles), body=council)
    for item in meeting.items.filter(number__gt=1):
        f.OccurrenceFactory(follow_up__item=f.AgendaItemFactory(meeting__published=True), body=council, placed_on=item)
    import_ = read(meeting, secretary, (1, TITLES[0]))
    assert Occurrence.objects.open().count() == count
    desk.get(import_.get_absolute_url())
    with django_assert_num_queries(39):
        desk.get(import_.get_absolute_url())
