"""The secretary's desk: the list with what to do next, narrowed, answered several at once, and as a file."""

import csv
import datetime as dt
import io
import re

import pytest
from openpyxl import load_workbook

from followups.export import desk_table
from followups.models import Occurrence, Proposal, Step
from meetings.models import AgendaItem
from tests import factories as f
from tests.followups_pages.conftest import text_of
from tests.followups_pages.test_waiting import AUGUST, LATER, titles
from tests.pages.conftest import member_of, secretary_of

pytestmark = pytest.mark.django_db
D = dt.date
DESK = "/opfoelgning/bord/"
SEVERAL = "/opfoelgning/bord/flere/"
PROPOSALS = "/opfoelgning/bord/forslag/"
NEXT_AGENDA = "; næste dagsorden er til mødet d. 26. september 2018 og skal ud senest d. 20. september 2018"


def next_steps(page: str) -> list[str]:
    return re.findall(r'<p class="todo-next[^>]*>\s*<a href="[^"]+">([^<]+)</a>', page)


@pytest.fixture
def calendar(council):
    """The agenda of 12 September is out; that of the 26th is to go out by the 20th."""
    f.MeetingFactory(body=council, date=D(2018, 9, 12), agenda_published=True)
    return f.MeetingFactory(body=council, date=D(2018, 9, 26))


def test_it_is_for_those_who_manage(client, waits, council):
    waits()
    for address in (DESK, SEVERAL, f"{DESK}liste.csv", f"{DESK}liste.xlsx"):
        client.force_login(member_of(council))
        assert client.get(address).status_code == 404


def test_it_lists_what_the_bodies_served_wait_for(look, waits, council, secretary):
    waits("Vores")
    waits("Andres", body=f.BodyFactory())
    assert titles(look(DESK, secretary)) == ["Vores"]
    assert titles(look(DESK, f.UserFactory(administrator=True))) == ["Vores", "Andres"]
    assert titles(look(DESK, secretary_of(f.BodyFactory()))) == []


def test_each_row_says_what_to_do_next(look, waits, council, secretary, calendar):
    placed = f.AgendaItemFactory(meeting=calendar)
    treated = f.AgendaItemFactory(meeting__body=council, meeting__published=True, meeting__date=D(2018, 8, 22), number=12)
    answer = f.AgendaItemFactory(meeting=treated.meeting, number=13)
    f.ProposalFactory(occurrence=waits("a", due=(D(2018, 1, 1), D(2018, 1, 1))), item=answer)
    waits("b", due=(D(2018, 1, 2), D(2018, 1, 2)), occurrence={"placed_on": treated})
    waits("c", due=AUGUST, responsible="Forvaltningen")
    waits("d", due=(D(2018, 8, 1), D(2018, 8, 23)))
    waits("e", due=(D(2018, 9, 1), D(2018, 9, 27)))
    waits("f", due=(D(2018, 9, 1), D(2018, 9, 28)), review="unreviewed")
    waits("g", due=(D(2018, 9, 1), D(2018, 9, 29)), occurrence={"placed_on": placed})
    waits("h", due=(D(2018, 9, 1), D(2018, 9, 30)), kind="task", responsible="Formanden")
    waits("i", due=(D(2018, 9, 4), D(2018, 9, 25)))
    waits("j", due=None)
    waits("k", due=None, every=3, unit="meeting")
    assert next_steps(look(DESK, secretary)) == [
        "Bekræft, at punkt 13 d. 22. august 2018 besvarer den",
        "Var på dagsordenen d. 22. august 2018: skriv, om den blev besvaret",
        f"Ryk Forvaltningen: overskredet med 12 dage{NEXT_AGENDA}",
        f"Ryk for svar: overskredet med 11 dage{NEXT_AGENDA}",
        "Intet møde kan nå den inden d. 25. september 2018: aftal en anden dato, eller hold et ekstraordinært møde",
        "Sæt på dagsordenen for mødet d. 26. september 2018 – den skal sendes ud senest d. 20. september 2018",
        "Gennemgå læsningen",
        "Står på dagsordenen for mødet d. 26. september 2018",
        "Afvent Formanden til og med d. 30. september 2018",
        "Ingen dato: aftal en",
        "Sæt organets næste møder i kalenderen: datoen følger dem",
    ]


def test_what_is_expected_where_no_meetings_are_kept_is_asked_after(look, council, secretary):
    planned = f.PlannedTreatmentFactory(
        item__meeting__body=council, item__meeting__published=True, body_name="Regionsrådet", review="accepted"
    )
    f.OccurrenceFactory(follow_up=None, planned=planned, due_start=D(2018, 8, 22), due_end=D(2018, 8, 22))
    assert next_steps(look(DESK, secretary)) == ["Spørg efter den hos Regionsrådet: overskredet med 12 dage"]


def test_every_next_step_leads_to_where_it_is_done(client, waits, council, secretary, calendar):
    answer = f.AgendaItemFactory(meeting__body=council, meeting__published=True, meeting__date=D(2018, 8, 22))
    f.ProposalFactory(occurrence=waits("a", due=AUGUST), item=answer)
    for text, columns in (("b", {"due": AUGUST}), ("c", {}), ("d", {"due": None}), ("e", {"review": "unreviewed"})):
        waits(text, **columns)
    client.force_login(secretary)
    page = text_of(client.get(DESK))
    found = re.findall(r'<p class="todo-next[^>]*>\s*<a href="([^"]+)">', page)
    assert len(found) == 5
    for address in found:
        path, _hash, anchor = address.partition("#")
        assert not anchor or f'id="{anchor}"' in text_of(client.get(path)), address


STATES = {
    "": ["Overskredet", "Sat på", "Venter", "Uden"],
    "aaben": ["Overskredet", "Sat på", "Venter", "Uden"],
    "overskredet": ["Overskredet"],
    "venter": ["Overskredet", "Venter", "Uden"],
    "paa-dagsorden": ["Sat på"],
    "uden-dato": ["Uden"],
    "besvaret": ["Besvaret senest", "Besvaret først"],
    "lukket": ["Lukket"],
    "findes-ikke": ["Overskredet", "Sat på", "Venter", "Uden"],
}


@pytest.mark.parametrize("state", STATES)
def test_narrowed_to_a_state(look, waits, secretary, calendar, state):
    met = {"state": "met", "met_on": D(2018, 8, 1)}
    waits("Overskredet", due=AUGUST)
    waits("Sat på", occurrence={"placed_on": f.AgendaItemFactory(meeting=calendar)})
    waits("Venter", due=LATER)
    waits("Uden", due=None)
    waits("Besvaret først", due=AUGUST, occurrence=met)
    waits("Besvaret senest", due=LATER, occurrence=met)
    waits("Lukket", occurrence={"state": "dropped"})
    assert titles(look(DESK, secretary, tilstand=state)) == STATES[state]


def test_narrowed_to_kind_responsible_day_and_body(look, waits, council, secretary):
    other = f.BodyFactory(name="Byrådet", slug="byraadet")
    f.SecretaryAssignmentFactory(user=secretary, body=other)
    waits("Opgave", kind="task", responsible="Ældrechefen", due=AUGUST)
    waits("Status", responsible="Åse fra sekretariatet")
    waits("Byrådets", body=other, responsible="Borgmesteren", due=LATER)
    planned = f.PlannedTreatmentFactory(item__meeting__published=True, body=council, body_name=council.name, title="Natcafé")
    f.OccurrenceFactory(follow_up=None, planned=planned, body=council, due_start=None, due_end=None)
    assert titles(look(DESK, secretary, slags="task")) == ["Opgave"]
    assert titles(look(DESK, secretary, slags="planned")) == ["Rådet for Udsatte skal behandle »Natcafé«"]
    assert titles(look(DESK, secretary, ansvarlig="Borgmesteren")) == ["Byrådets"]
    assert titles(look(DESK, secretary, ansvarlig="Ingen kendt")) == []
    assert titles(look(DESK, secretary, senest="30-09-2018")) == ["Opgave", "Status"]
    assert titles(look(DESK, secretary, organ="byraadet")) == ["Byrådets"]
    assert titles(look(DESK, secretary, organ="byraadet", slags="task")) == []
    page = look(DESK, secretary, senest="i morgen")
    assert len(titles(page)) == 4
    assert "form-error-message" in page


def test_the_responsible_are_those_of_the_bodies_shown_in_danish_order(look, waits, secretary):
    for name in ("Åse", "Zenia", "Ærke", "Anton", "Anton"):
        waits(responsible=name)
    waits(body=f.BodyFactory(), responsible="En anden")
    form = look(DESK, secretary).split('name="ansvarlig"')[1].split("</select>")[0]
    assert re.findall(r'<option value="([^"]+)"', form) == ["Anton", "Zenia", "Ærke", "Åse"]


def test_proposals_come_first_and_are_confirmed_several_at_once(office, waits, council):
    answer = f.AgendaItemFactory(meeting__body=council, meeting__published=True, meeting__date=D(2018, 8, 22), title="Status er her")
    proposals = [f.ProposalFactory(occurrence=waits(text, due=AUGUST), item=answer) for text in ("En", "To", "Tre")]
    page = text_of(office.get(DESK))
    assert page.index("Forslag at tage stilling til") < page.index("Listen")
    ticked = {"forslag": [one.pk for one in proposals[:2]], "svar": "ja", "til": "bord"}
    assert "2 forslag er bekræftet." in text_of(office.post(PROPOSALS, ticked, follow=True))
    assert "2 forslag er bekræftet." in text_of(office.post(PROPOSALS, ticked, follow=True)), "a second click is harmless"
    assert [row.state for row in Occurrence.objects.order_by("pk")] == ["met", "met", "open"]
    office.post(PROPOSALS, {"forslag": proposals[2].pk, "svar": "nej", "til": proposals[2].occurrence_id})
    assert Proposal.objects.get(pk=proposals[2].pk).state == "rejected"
    assert "Forslag at tage stilling til" not in text_of(office.get(DESK))
    assert "Sæt først kryds" in text_of(office.post(PROPOSALS, {"svar": "ja"}, follow=True))
    assert office.post(PROPOSALS, {"svar": "måske"}).status_code == 404


def test_the_front_page_counts_the_proposals_that_can_be_answered_here(office, waits, council):
    answer = f.AgendaItemFactory(meeting__body=council, meeting__published=True, meeting__date=D(2018, 8, 22), title="Status er her")
    cancelled = f.AgendaItemFactory(
        meeting__body=council, meeting__published=True, meeting__date=D(2018, 8, 29), meeting__state="cancelled"
    )
    f.ProposalFactory(occurrence=waits("Venter", due=AUGUST), item=answer)
    f.ProposalFactory(occurrence=waits("Er besvaret", due=AUGUST, occurrence={"state": "met", "met_on": D(2018, 8, 22)}), item=answer)
    f.ProposalFactory(occurrence=waits("Mødet er aflyst", due=AUGUST), item=cancelled)
    assert text_of(office.get(DESK)).count('name="forslag"') == 1
    assert "1 forslag at tage stilling til" in text_of(office.get("/"))


def test_a_rejected_proposal_is_not_confirmed(office, waits, council):
    answer = f.AgendaItemFactory(meeting__body=council, meeting__published=True, meeting__date=D(2018, 8, 22))
    one = f.ProposalFactory(occurrence=waits(), item=answer, state="rejected")
    assert "allerede" in text_of(office.post(PROPOSALS, {"forslag": one.pk, "svar": "ja"}, follow=True))
    assert not Step.objects.exists()


def test_a_rejection_is_taken_back_on_the_page_of_what_waits(office, waits, council):
    item = f.AgendaItemFactory(meeting__body=council, meeting__date=D(2018, 8, 22), title="Status på varmestuen")
    one = f.ProposalFactory(occurrence=waits(), item=item, says="met")
    own = f"/opfoelgning/{one.occurrence_id}/"
    office.post(PROPOSALS, {"forslag": one.pk, "svar": "nej", "til": one.occurrence_id})
    page = text_of(office.get(own))
    assert "Afvist af Hanne Holmegård, 3. september 2018" in page
    type(one).objects.update(by=None)
    assert "Afvist 3. september 2018" in text_of(office.get(own))
    for _click in range(2):
        assert "1 forslag venter på svar igen." in text_of(
            office.post(PROPOSALS, {"forslag": one.pk, "svar": "fortryd", "til": one.occurrence_id}, follow=True)
        )
    page = text_of(office.get(own))
    assert "Afvist af" not in page
    assert "Forslag at tage stilling til" in page


def test_what_stood_on_the_agenda_of_a_meeting_now_cancelled_says_so(office, waits, council):
    coming = f.MeetingFactory(body=council, date=D(2018, 9, 26), state="cancelled")
    page = text_of(office.get(waits(occurrence={"placed_on": f.AgendaItemFactory(meeting=coming)}).get_absolute_url()))
    assert "Mødet d. 26. september 2018, hvor den stod på dagsordenen, er aflyst." in page


def test_the_proposals_of_others_are_not_answered(client, waits):
    one = f.ProposalFactory(occurrence=waits())
    client.force_login(secretary_of(f.BodyFactory()))
    client.post(PROPOSALS, {"forslag": one.pk, "svar": "nej"})
    assert Proposal.objects.get().state == "waiting"


def several(browser, rows, name: str, version: int = 1, **fields):
    versions = {f"version-{row.pk}": version for row in rows}
    return browser.post(SEVERAL, {"valgt": [row.pk for row in rows], "goer": name} | versions | fields, follow=True)


def test_several_are_placed_on_one_item(office, waits, calendar):
    rows, item = [waits("En"), waits("To")], f.AgendaItemFactory(meeting=calendar)
    page = text_of(office.get(SEVERAL, {"valgt": [row.pk for row in rows], "goer": "dagsorden"}))
    assert "En" in page
    assert "Rådet for Udsatte, onsdag d. 26. september 2018" in page
    for _ in range(2):
        assert "2 står nu på dagsordenen." in text_of(several(office, rows, "dagsorden", item=item.pk))
    assert {row.placed_on for row in Occurrence.objects.all()} == {item}
    assert Step.objects.count() == 2


def test_several_get_a_new_item_each_case_its_own(office, waits, calendar):
    rows = [waits("En"), waits("To")]
    rows.append(waits("Tre", item=rows[0].item))
    several(office, rows, "dagsorden", item=f"nyt-{calendar.pk}")
    made = AgendaItem.objects.filter(meeting=calendar).order_by("position")
    assert [item.title for item in made] == ["Punkt om En", "Punkt om To"]
    assert [row.placed_on for row in Occurrence.objects.order_by("pk")] == [made[0], made[1], made[0]]


def test_several_are_answered_by_an_item_or_on_a_day(office, waits, council):
    item = f.AgendaItemFactory(meeting__body=council, meeting__published=True, meeting__date=D(2018, 8, 22))
    rows = [waits("En"), waits("To")]
    assert "2 er nu besvaret." in text_of(several(office, rows, "besvaret", item=item.pk))
    assert {row.met_by for row in Occurrence.objects.all()} == {item}
    third = waits("Tre")
    assert several(office, [third], "besvaret", item="").status_code == 422
    several(office, [third], "besvaret", item="", on="31-08-2018", tilbage="tilstand=aaben")
    assert Occurrence.objects.get(pk=third.pk).met_on == D(2018, 8, 31)


def test_all_or_none(office, waits):
    rows = [waits("En"), waits("To", occurrence={"state": "dropped"})]
    response = several(office, rows, "besvaret", item="", on="31-08-2018", why="Brev")
    page = text_of(response)
    assert response.status_code == 422
    assert "Den er ikke åben længere" in page
    assert "Brev" in page
    assert not Step.objects.exists()


def test_of_two_at_once_the_second_is_told(office, waits, calendar):
    rows, item = [waits("En"), waits("To")], f.AgendaItemFactory(meeting=calendar)
    several(office, rows[:1], "dagsorden", item=item.pk)
    response = several(office, rows, "dagsorden", item=f"nyt-{calendar.pk}")
    assert response.status_code == 409
    assert "Imens er der gjort noget ved en af dem" in text_of(response)
    assert calendar.items.count() == 1
    assert Step.objects.count() == 1


def test_all_on_the_page_are_ticked_without_a_script(look, waits, secretary, calendar):
    waits("En")
    waits("To")
    assert 'href="?valg=alle#list"' in look(DESK, secretary)
    page = look(DESK, secretary, valg="alle", organ="raadet")
    assert len(re.findall(r'name="valgt"[^>]* checked', page)) == 2
    assert 'name="tilbage" value="organ=raadet"' in page


def test_several_are_postponed_with_a_reason(office, waits):
    rows = [waits("En", due=AUGUST), waits("To")]
    assert several(office, rows, "udskudt", first="01-11-2018", last="30-11-2018").status_code == 422
    page = several(office, rows, "udskudt", first="01-11-2018", last="30-11-2018", why="Ferie")
    assert "2 har nu fået en ny tid." in text_of(page)
    assert {(row.due_start, row.due_end) for row in Occurrence.objects.all()} == {(D(2018, 11, 1), D(2018, 11, 30))}


def test_a_meeting_in_words_is_read_by_the_calendar_of_the_one_body_that_waits(office, waits, calendar, secretary):
    rows = [waits("En"), waits("To")]
    several(office, rows, "udskudt", phrase="på næste møde", why="Ferie")
    assert {row.due_end for row in Occurrence.objects.all()} == {D(2018, 9, 12)}
    other = waits("Tre", body=f.SecretaryAssignmentFactory(user=secretary).body)
    page = office.get(SEVERAL, {"valgt": [rows[0].pk, other.pk], "goer": "udskudt"})
    assert "skriv derfor tiden som dage" in text_of(page)


def test_several_are_let_go_and_what_recurs_for_good_where_that_is_said(office, waits):
    rows = [waits("En", every=1, unit="quarter"), waits("To")]
    page = text_of(office.get(SEVERAL, {"valgt": [row.pk for row in rows], "goer": "lukket"}))
    assert "for_good" in page
    assert "2 ventes der ikke længere på." in text_of(several(office, rows, "lukket", why="Aftalt", for_good="on"))
    assert sorted(Step.objects.values_list("what", flat=True)) == ["dropped", "ended"]
    assert not Occurrence.objects.open().exists()


def test_several_are_rejected_as_misread_and_wait_no_more(office, waits):
    rows = [waits("En", review="unreviewed"), waits("To")]
    assert "Sætningerne nedenfor beder ikke om noget" in text_of(office.get(SEVERAL, {"valgt": [row.pk for row in rows], "goer": "afvist"}))
    assert "2 er afvist som fejllæst." in text_of(several(office, rows, "afvist"))
    assert titles(text_of(office.get(DESK))) == []
    assert {row.follow_up.review for row in Occurrence.objects.all()} == {"rejected"}


REFUSED = {"added": "tilføjet den i hånden", "placed": "Den står på en dagsorden"}


@pytest.mark.parametrize("why", REFUSED)
def test_what_is_not_misread_is_not_rejected_and_then_none_is(office, waits, calendar, why):
    stands = {"placed_on": f.AgendaItemFactory(meeting=calendar)} if why == "placed" else {}
    rows = [waits("En"), waits("To", review="added" if why == "added" else "accepted", occurrence=stands)]
    response = several(office, rows, "afvist")
    assert response.status_code == 422
    assert REFUSED[why] in text_of(response)
    assert not Step.objects.exists()


def test_a_sentence_is_rejected_by_those_who_manage_the_body_whose_minutes_it_stands_in(office, waits, council):
    elsewhere = f.AgendaItemFactory(meeting=f.MeetingFactory(published=True))
    owed = waits("Status", item=elsewhere, owed_to=council, occurrence={"body": council})
    page = several(office, [owed], "afvist")
    assert "afvises af dem, der passer det organ" in text_of(page)
    assert not Step.objects.exists()


DONE = {
    "udskudt": {"first": "01-11-2018", "last": "30-11-2018", "why": "Ferie"},
    "lukket": {"why": "Aftalt"},
    "afvist": {},
    "besvaret": {"item": "", "on": "31-08-2018"},
}


@pytest.mark.parametrize("name", DONE)
def test_what_was_done_last_on_the_desk_is_taken_back_all_of_it(office, waits, name):
    rows = [waits("En", review="unreviewed"), waits("To", every=1, unit="quarter")]
    before = list(Occurrence.objects.order_by("pk").values("state", "due_start", "due_end", "due_fixed", "met_on", "follow_up__kind"))
    several(office, rows, name, **DONE[name])
    assert "Senest gjort her: 2" in text_of(office.get(DESK))
    page = text_of(office.post(f"{DESK}fortryd/", follow=True))
    assert "Det er fortrudt." in page
    assert "Senest gjort her" not in page
    assert list(Occurrence.objects.order_by("pk").values(*before[0])) == before
    assert not Step.objects.filter(undone_at=None).exists()
    assert "Der er ikke længere noget at fortryde." in text_of(office.post(f"{DESK}fortryd/", follow=True))


def test_a_rejection_taken_back_is_what_was_said_before_and_a_correction_stays(office, waits):
    rows = [waits("En", review="unreviewed"), waits("To", review="corrected", read={"text": "Tu"})]
    several(office, rows, "afvist")
    office.post(f"{DESK}fortryd/")
    assert [(row.follow_up.review, row.follow_up.text) for row in Occurrence.objects.order_by("pk")] == [
        ("unreviewed", "En"),
        ("corrected", "To"),
    ]


def test_what_somebody_has_done_something_about_since_is_not_taken_back(office, waits, secretary):
    rows = [waits("En"), waits("To")]
    several(office, rows, "udskudt", **DONE["udskudt"])
    office.post(f"/opfoelgning/{rows[0].pk}/besvaret/", {"besvaret-item": "", "besvaret-on": "31-08-2018"})
    assert "Der er gjort noget siden" in text_of(office.post(f"{DESK}fortryd/", follow=True))
    assert {row.due_end for row in Occurrence.objects.filter(pk__in=[row.pk for row in rows])} == {D(2018, 11, 30)}


def test_nobody_takes_back_what_another_did(office, waits, client, council):
    rows = [waits("En")]
    several(office, rows, "udskudt", **DONE["udskudt"])
    Step.objects.update(by=f.UserFactory())
    assert "Der er ikke længere noget at fortryde." in text_of(office.post(f"{DESK}fortryd/", follow=True))


def test_nothing_ticked_or_too_much_leads_back(office, waits, monkeypatch):
    response = office.get(SEVERAL, {"goer": "dagsorden", "tilbage": "organ=raadet"}, follow=True)
    assert "Sæt først kryds ved rækkerne." in text_of(response)
    assert response.redirect_chain[-1][0] == f"{DESK}?organ=raadet"
    monkeypatch.setattr("followups.views.bulk_actions.AT_MOST", 1)
    rows = [waits("En"), waits("To")]
    response = office.get(SEVERAL, {"goer": "dagsorden", "valgt": [row.pk for row in rows]}, follow=True)
    assert "Højst 1 ad gangen." in text_of(response)


def test_what_one_does_not_see_to_cannot_be_ticked(office, waits):
    other = waits(body=f.BodyFactory())
    for keys in ([other.pk], [999_999], ["x"]):
        assert office.get(SEVERAL, {"goer": "dagsorden", "valgt": keys}).status_code == 404
    assert office.get(SEVERAL, {"goer": "andet", "valgt": [waits().pk]}).status_code == 404


def read_csv(response) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig")), delimiter=";"))


def test_the_list_as_csv_and_for_excel(office, waits, calendar):
    item = f.AgendaItemFactory(meeting=calendar)
    one = waits("=1+1", due=AUGUST, responsible="Forvaltningen", due_words="i august", every=1, unit="quarter")
    waits("Kanariefugl", closed=True, due_words="i buret", occurrence={"placed_on": item})
    response = office.get(f"{DESK}liste.csv")
    assert response["Content-Disposition"] == 'attachment; filename="opfoelgning-2018-09-03.csv"'
    first, closed = read_csv(response)
    assert first["Hvad"] == "'=1+1", "no cell is a formula"
    assert first["Næste skridt"] == f"Ryk Forvaltningen: overskredet med 12 dage{NEXT_AGENDA}"
    told = (first["Dage overskredet"], first["Senest"], first["Med rådets egne ord"], first["Gentages"], first["Sag"])
    assert told == ("12", "22-08-2018", "i august", "hvert kvartal", one.item.case.number)
    assert (closed["Hvad"], closed["Med rådets egne ord"]) == ("Lukket punkt: Punkt om Kanariefugl", "")
    assert closed["På dagsordenen den"] == "26-09-2018"
    sheet = load_workbook(io.BytesIO(office.get(f"{DESK}liste.xlsx").content)).active
    rows = list(sheet.values)
    assert len(rows) == 3
    assert dict(zip(rows[0], rows[1], strict=True))["Senest"] == dt.datetime(2018, 8, 22)  # noqa: DTZ001 (a cell's day)


def test_the_file_is_narrowed_as_the_list_is(office, waits):
    waits("Opgave", kind="task")
    waits("Status")
    assert [row["Hvad"] for row in read_csv(office.get(f"{DESK}liste.csv?slags=task"))] == ["Opgave"]


def test_a_file_that_was_cut_says_so(office, waits, monkeypatch):
    monkeypatch.setattr(desk_table, "MOST_ROWS", 2)
    monkeypatch.setattr("followups.views.desk.MOST_ROWS", 2)
    for n in range(3):
        waits(f"Nr. {n}")
    rows = list(csv.reader(io.StringIO(office.get(f"{DESK}liste.csv").content.decode("utf-8-sig")), delimiter=";"))
    assert len(rows) == 4
    assert rows[-1][0].startswith("Listen er skåret af efter 2 rækker.")
