"""The page of one thing that is waited for: what everybody reads of it, and what only the body's own people do."""

import datetime as dt

import pytest

from meetings.models import ClosedReading
from tests import factories as f
from tests.pages.conftest import NOON, member_of, secretary_of

pytestmark = pytest.mark.django_db
D = dt.date


def page_of(occurrence) -> str:
    return f"/opfoelgning/{occurrence.pk}/"


def test_everybody_reads_it_with_its_sentence(look, waits):
    one = waits("en status på varmestuen", responsible="Forvaltningen", due_words="i september")
    one.follow_up.quote = "Rådet ønsker en status på varmestuen i september."
    one.follow_up.save()
    page = look(page_of(one))
    for told in (
        '<h1 class="wait-heading">En status på varmestuen</h1>',
        "Rådet ønsker en status på varmestuen i september.",
        f"#opfoelgning-{one.follow_up.pk}",
        "<q>i september</q>",
        "1.–30. september 2018",
        "Forvaltningen",
        "27 dage tilbage",
    ):
        assert told in page, told


def test_a_text_that_is_the_sentence_is_told_once(look, waits):
    assert look(page_of(waits("Rådet ønsker en status."))).count(">Rådet ønsker en status.<") == 1


def test_each_time_of_what_recurs_is_told_with_what_answered_it(look, waits, council):
    answer = f.AgendaItemFactory(meeting__body=council, meeting__published=True, meeting__date=D(2018, 8, 22), title="Status er her")
    first = waits(every=1, unit="quarter", occurrence={"state": "met", "met_by": answer, "met_on": D(2018, 8, 22)})
    second = f.OccurrenceFactory(follow_up=first.follow_up, ordinal=2)
    page = look(page_of(second))
    assert "Hvert kvartal, dette er nr. 2" in page
    assert f'href="{page_of(first)}"' in page
    assert answer.get_absolute_url() in page
    assert "<strong>Besvaret</strong>" in page
    assert answer.get_absolute_url() in look(page_of(first))


def test_an_answer_that_may_not_be_read_leaves_its_day(look, waits, council):
    hidden = f.AgendaItemFactory(meeting__body=council, meeting__date=D(2018, 8, 22), title="Kanariefugl")
    one = waits(occurrence={"state": "met", "met_by": hidden, "met_on": D(2018, 8, 22)})
    page = look(page_of(one))
    assert "Kanariefugl" not in page
    assert "22. august 2018" in page
    assert "Kanariefugl" in look(page_of(one), member_of(council))


def test_the_steps_are_told_and_why_to_the_bodys_own_people(look, waits, council):
    one, clerk = waits(), f.UserFactory(name="Hanne Holmegård")
    f.StepFactory(occurrence=one, by=clerk, why="Tallene mangler.")
    undone = {"undone_at": NOON, "undone_by": f.UserFactory(name="Bodil Vang")}
    f.StepFactory(occurrence=one, what="dropped", by=clerk, why="Forkert knap.", **undone)
    page = look(page_of(one))
    assert "fra 1.–31. august 2018 til 1.–30. september 2018" in page
    assert "Hanne Holmegård" in page
    assert page.count("<s>") == 1
    assert "Fortrudt 3. september 2018, Bodil Vang" in " ".join(page.split())
    assert "Tallene mangler." not in page
    assert "Tallene mangler." not in look(page_of(one), secretary_of(f.BodyFactory()))
    for own in (member_of(council), secretary_of(council)):
        assert "Tallene mangler." in look(page_of(one), own)


def test_that_it_stands_on_a_hidden_agenda_is_told_to_nobody_else(look, waits, council):
    hidden = f.AgendaItemFactory(meeting__body=council, meeting__date=D(2018, 9, 26), title="Kanariefugl")
    one = waits(occurrence={"placed_on": hidden})
    f.StepFactory(occurrence=one, what="placed", after={"placed_on_id": hidden.pk}, before={"placed_on_id": None})
    assert "dagsorden" not in look(page_of(one)).split('<main id="main-content"')[1].split("</main>")[0]
    assert "Kanariefugl" in look(page_of(one), member_of(council))


def test_reading_a_closed_one_is_logged_and_kept_by_no_browser(client, waits, council):
    one, user = waits("Kanariefuglen flyttes", closed=True), member_of(council)
    client.force_login(user)
    response = client.get(page_of(one))
    assert "Kanariefuglen flyttes" in response.content.decode()
    assert "no-store" in response["Cache-Control"]
    assert [(row.item, row.user) for row in ClosedReading.objects.all()] == [(one.item, user)]


def test_what_may_not_be_read_answers_as_what_is_not_there(client, waits):
    closed = waits(closed=True)
    rejected = waits(review="rejected")
    hidden, absent = client.get(page_of(closed)), client.get("/opfoelgning/999999/")
    assert hidden.status_code == absent.status_code == client.get(page_of(rejected)).status_code == 404
    assert hidden.content == absent.content


def test_the_forms_are_for_those_who_manage_the_body(look, waits, council, secretary):
    one = waits()
    assert "Udskyd den" in look(page_of(one), secretary)
    for other in (None, member_of(council), secretary_of(f.BodyFactory())):
        page = look(page_of(one), other)
        assert "Udskyd den" not in page
        assert "csrfmiddlewaretoken" not in page.split("<main")[1]


def test_the_body_that_is_to_treat_a_case_sees_to_it_too(look, council):
    committee = f.BodyFactory(name="Socialudvalget")
    planned = f.PlannedTreatmentFactory(
        item__meeting__body=council, item__meeting__published=True, body=committee, body_name="Socialudvalget"
    )
    one = f.OccurrenceFactory(follow_up=None, planned=planned, body=committee)
    for body in (council, committee):
        assert "Den er besvaret" in look(page_of(one), secretary_of(body))


def test_what_nobody_reviewed_says_that_acting_accepts_it(look, waits, secretary):
    one = waits(review="unreviewed")
    page = look(page_of(one), secretary)
    assert "Gennemgå læsningen" in page
    assert f"/moeder/{one.item.meeting_id}/loefter/#opfoelgning-{one.follow_up.pk}" in page
    assert "Gennemgå læsningen" not in look(page_of(one))


def test_a_phrase_is_read_from_today_on_for_those_who_manage(client, waits, council, secretary):
    one = waits()
    f.MeetingFactory(body=council, date=D(2018, 9, 26))
    client.force_login(secretary)
    assert "26. september 2018" in client.get(f"{page_of(one)}periode/", {"udskudt-phrase": "på næste møde"}).content.decode()
    assert "1.–30. november 2018" in client.get(f"{page_of(one)}periode/", {"phrase": "i november"}).content.decode()
    client.logout()
    assert client.get(f"{page_of(one)}periode/", {"phrase": "i november"}).status_code == 302


def test_reading_a_phrase_shows_nothing_of_a_closed_item_and_is_no_reading_of_it(client, waits, secretary):
    one = waits(closed=True)
    client.force_login(secretary)
    assert client.get(f"{page_of(one)}periode/", {"phrase": "i november"}).status_code == 200
    assert not ClosedReading.objects.exists()
    client.get(page_of(one))
    assert ClosedReading.objects.get().item == one.item


def test_proposals_are_shown_to_those_who_manage(look, waits, council, secretary):
    answer = f.AgendaItemFactory(meeting__body=council, meeting__published=True, meeting__date=D(2018, 8, 22), title="Status er her")
    one = waits()
    f.ProposalFactory(occurrence=one, item=answer, reasons=["case", "date"])
    page = look(page_of(one), secretary)
    assert "Den er besvaret her" in page
    assert f"samme sag, {answer.case.number}, mødet ligger i den lovede periode" in page
    assert "Forslag" not in look(page_of(one))


def test_of_a_hole_in_the_calendar_it_says_that_the_day_is_not_known(client, waits, council):
    one = waits("Status", every=3, unit="meeting", due_words="på hvert 3. møde", due=None)
    page = " ".join(client.get(page_of(one)).content.decode().split())
    said = f"Dagen kendes ikke: i kalenderen mangler der møder i {council.name} efter d. 6. juni 2018."
    assert said in page
    assert "Dagen kendes ikke: der mangler møder i kalenderen" in client.get("/opfoelgning/?vis=alle").content.decode()
    assert "Dagen kendes ikke" not in client.get(page_of(waits("Uden tid", due=None))).content.decode()
