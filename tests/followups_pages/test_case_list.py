"""The list of expected cases of a body: what is expected at each coming meeting, for whoever asks, as page, PDF and Word alike."""

import datetime as dt
import io
import re

import docx
import pypdfium2
import pytest

from followups.models import Step
from followups.selectors import case_list as selector
from tests import factories as f
from tests.pages.conftest import member_of, secretary_of

pytestmark = pytest.mark.django_db

D = dt.date
PAGE, PDF, WORD = "/sagsstyringsliste/", "/sagsstyringsliste/raadet.pdf", "/sagsstyringsliste/raadet.docx"
OF_COUNCIL = f"{PAGE}?organ=raadet"
OVERDUE, HOPELESS, PERIODS = "Fristen er overskredet", "Kan ikke nås på et møde i tide", "Ventes i en periode uden møde i kalenderen"
UNDATED, SLIPPED = "Uden dato", "Udskudt siden sidst"
SEPTEMBER, OCTOBER = "Ordinært møde onsdag d. 19. september 2018", "Ordinært møde onsdag d. 17. oktober 2018"


@pytest.fixture
def council():
    """It met on 6 June, and meets on 19 September and 17 October; its agendas go out four working days before."""
    body = f.BodyFactory(name="Rådet", slug="raadet", kind="advisory")
    for day in (D(2018, 9, 19), D(2018, 10, 17)):
        f.MeetingFactory(body=body, date=day)
    return body


@pytest.fixture
def june(council):
    return f.MeetingFactory(body=council, published=True, date=D(2018, 6, 6))


def awaited(meeting, text, first=None, last=None, **columns):
    """What is to come of a follow-up that `meeting` asked for, due from (month, day) to (month, day) in 2018."""
    days = {"due_start": first and D(2018, *first), "due_end": last and D(2018, *last)}
    item = columns.pop("item", None) or f.AgendaItemFactory(meeting=meeting, title=f"Sagen om {text}")
    follow_up = f.FollowUpFactory(item=item, text=text, review="accepted", responsible="Centerchefen")
    return f.OccurrenceFactory(follow_up=follow_up, **days | columns)


def consulted(body, subject, deadline, **columns):
    """A hearing in which `body` is consulted; returns its party."""
    meeting = f.MeetingFactory(published=True, date=D(2018, 8, 29))
    hearing = {"hearing__item": f.AgendaItemFactory(meeting=meeting), "hearing__review": "accepted"} | columns
    return f.HearingPartyFactory(hearing__subject=subject, hearing__deadline=deadline, body=body, name=body.name, **hearing)


def own_hearing(body):
    """A hearing the body's own minutes tell of, to be answered by 1 November; returns the body's party."""
    item = f.AgendaItemFactory(meeting__body=body, meeting__published=True, meeting__date=D(2018, 4, 11))
    return consulted(body, "Natklinik", D(2018, 11, 1), hearing__item=item)


def parts(page: str) -> dict[str, str]:
    """What stands under each heading, without markup."""
    main = page.split("<main", 1)[1].split("</main>", 1)[0]
    sections = [re.sub(r"<[^>]+>", " ", section) for section in re.findall(r"<section.*?</section>", main, re.DOTALL)]
    found = re.findall(r"<h2[^>]*>(.*?)</h2>", main, re.DOTALL)
    return {heading: " ".join(text.replace(heading, "", 1).split()) for heading, text in zip(found, sections, strict=True)}


def test_each_case_stands_at_the_meeting_where_it_is_expected(look, council, june):
    awaited(june, "status på herberget", (7, 1), (8, 31))
    awaited(june, "status på varmestuen", (9, 1), (9, 30))
    awaited(june, "budget", (8, 1), (11, 30))
    awaited(june, "evaluering", (11, 1), (12, 31))
    awaited(june, "orientering")
    found = parts(look(OF_COUNCIL))
    assert list(found) == [OVERDUE, SEPTEMBER, OCTOBER, PERIODS, UNDATED, SLIPPED]
    words = {OVERDUE: "herberget", SEPTEMBER: "varmestuen", OCTOBER: "Budget", PERIODS: "Evaluering", UNDATED: "Orientering"}
    for heading, word in words.items():
        assert word in found[heading]
    assert "Status på varmestuen Status · 27.15.00-A08-" in found[SEPTEMBER]
    assert "Rådet 6. juni 2018 Centerchefen 1.–30. september 2018" in found[SEPTEMBER]


def test_what_another_body_expects_at_this_one_is_expected_here(look, council, june):
    elsewhere = f.AgendaItemFactory(meeting__published=True, meeting__body=f.BodyFactory(name="Udvalget"))
    planned = f.PlannedTreatmentFactory(item=elsewhere, body=council, title="Natklinik", review="accepted")
    f.OccurrenceFactory(follow_up=None, planned=planned, body=council, due_start=D(2018, 10, 17), due_end=D(2018, 10, 17))
    assert "Natklinik Planlagt behandling" in parts(look(OF_COUNCIL))[OCTOBER]


def test_what_stands_on_a_coming_agenda_is_expected_there_for_those_who_may_read_it(look, council, june):
    meeting = council.meetings.get(date=D(2018, 9, 19))
    awaited(june, "budget", (10, 1), (10, 31), placed_on=f.AgendaItemFactory(meeting=meeting, number=23))
    assert "på dagsordenen som punkt 23" in parts(look(OF_COUNCIL, secretary_of(council)))[SEPTEMBER]
    told = parts(look(OF_COUNCIL))
    assert "Budget" in told[OCTOBER]
    assert "dagsordenen" not in told[OCTOBER]


def test_what_is_overdue_and_on_an_agenda_is_told_as_both(look, council, june):
    meeting = council.meetings.get(date=D(2018, 9, 19))
    awaited(june, "budget", (7, 1), (7, 31), placed_on=f.AgendaItemFactory(meeting=meeting, number=23))
    found = parts(look(OF_COUNCIL, secretary_of(council)))
    assert "på dagsordenen som punkt 23, fristen er overskredet" in found[SEPTEMBER]
    assert OVERDUE not in found


def test_what_is_settled_is_expected_no_more(look, council, june):
    awaited(june, "budget", (9, 1), (9, 30), state="met", met_on=D(2018, 8, 1))
    awaited(june, "status", (9, 1), (9, 30), state="dropped")
    assert parts(look(OF_COUNCIL))[SEPTEMBER] == "Der ventes ingen sager."


def test_cancelled_meetings_and_those_of_others_are_left_out(look, council):
    f.MeetingFactory(body=council, date=D(2018, 9, 26), state="cancelled")
    f.MeetingFactory(body=f.BodyFactory(name="Udvalget"), date=D(2018, 9, 27))
    f.MeetingFactory(body=council, date=D(2018, 9, 28), kind="extraordinary")
    assert list(parts(look(OF_COUNCIL))) == [SEPTEMBER, "Ekstraordinært møde fredag d. 28. september 2018", OCTOBER]


def test_an_answer_is_expected_at_the_last_ordinary_meeting_before_the_deadline(look, council):
    consulted(council, "Natklinik", D(2018, 10, 1))
    consulted(council, "Herberg", D(2018, 11, 1))
    found = parts(look(OF_COUNCIL))
    assert "Natklinik Høringssvar" in found[SEPTEMBER]
    assert "sidste møde, der kan nå det; dagsordenen sendes ud senest 13. september 2018" in found[SEPTEMBER]
    assert "Herberg" in found[OCTOBER]


def test_an_answer_no_meeting_can_reach_is_told_plainly(look, council):
    consulted(council, "Natklinik", D(2018, 9, 14))
    found = parts(look(OF_COUNCIL))
    assert "svares senest 14. september 2018" in found[HOPELESS]
    assert "kræver et ekstraordinært møde 7.–14. september 2018 eller en anden frist" in found[HOPELESS]
    assert "Natklinik" not in found[SEPTEMBER]


def test_what_it_is_too_late_for_is_told_so(look, council):
    consulted(council, "Natklinik", D(2018, 9, 4))
    assert "det er også for sent til et ekstraordinært møde: kræver en anden frist" in parts(look(OF_COUNCIL))[HOPELESS]


@pytest.mark.parametrize("over", ["answered_on", "declined_on"])
def test_an_answer_that_is_given_or_declined_is_expected_no_more(look, council, over):
    consulted(council, "Natklinik", D(2018, 10, 1), **{over: D(2018, 9, 1)})
    assert "Natklinik" not in look(OF_COUNCIL)


def test_an_answer_that_is_late_is_overdue_and_one_without_a_deadline_undated(look, council):
    consulted(council, "Natklinik", D(2018, 8, 31))
    consulted(council, "Herberg", None)
    found = parts(look(OF_COUNCIL))
    assert "Natklinik" in found[OVERDUE]
    assert "Herberg" in found[UNDATED]


def test_an_answer_nobody_can_know_of_is_not_overdue(look, council):
    consulted(council, "Natklinik", D(2018, 8, 28))  # it was over when the minutes told of it
    treated = consulted(council, "Herberg", D(2018, 8, 31))
    consulted(council, "Varmestue", D(2018, 8, 31))
    meeting = f.MeetingFactory(body=council, date=D(2018, 8, 30), published=True)
    f.AgendaItemFactory(meeting=meeting, matter=treated.hearing.item.matter)
    text = parts(look(OF_COUNCIL))[OVERDUE]
    assert [subject in text for subject in ("Natklinik", "Herberg", "Varmestue")] == [False, False, True]


@pytest.mark.parametrize(
    ("columns", "is_waited_for"), [({"state": "met", "met_on": D(2018, 5, 2)}, False), ({"state": "dropped"}, False), ({}, True)]
)
def test_an_answer_that_was_promised_and_is_given_is_expected_no_more(look, council, columns, is_waited_for):
    item = own_hearing(council).hearing.item
    f.OccurrenceFactory(follow_up=f.FollowUpFactory(item=item, kind="hearing_response", text="svar", review="accepted"), **columns)
    assert ("Natklinik" in look(OF_COUNCIL)) == is_waited_for


@pytest.mark.parametrize("is_postponed", [False, True])
def test_an_answer_that_was_promised_stands_there_once(look, council, is_postponed):
    """As the hearing, which knows when it can be answered, or as the promise, where somebody has set its days."""
    hearing = own_hearing(council).hearing
    days = {"due_start": hearing.deadline, "due_end": hearing.deadline, "due_fixed": is_postponed}
    response = f.FollowUpFactory(item=hearing.item, kind="hearing_response", text="et svar", review="accepted", hearing=hearing)
    f.OccurrenceFactory(follow_up=response, **days)
    page = look(OF_COUNCIL)
    links = (hearing.get_absolute_url(), response.occurrences.get().get_absolute_url())
    assert [f'href="{link}"' in page for link in links] == [not is_postponed, is_postponed]


def test_an_answer_to_be_decided_at_an_item_is_expected_there_for_the_bodys_own_people(look, council):
    item = f.AgendaItemFactory(meeting=council.meetings.get(date=D(2018, 9, 19)), number=24)
    f.HearingResponseFactory(party=own_hearing(council), given_on=None, decided_at=item)
    assert "på dagsordenen som punkt 24" in parts(look(OF_COUNCIL, secretary_of(council)))[SEPTEMBER]
    assert "Natklinik" in parts(look(OF_COUNCIL))[OCTOBER]


def test_an_answer_that_is_decided_waits_to_be_sent(look, council, june):
    item = f.AgendaItemFactory(meeting=june)
    f.HearingResponseFactory(party=own_hearing(council), given_on=None, decided_at=item)
    assert "besluttet 6. juni 2018, mangler at blive sendt" in parts(look(OF_COUNCIL, secretary_of(council)))[PERIODS]


def put_off(occurrence, at, before=("2018-09-01", "2018-09-30"), **columns):
    days = dict(zip(("due_start", "due_end"), before, strict=True))
    after = {"due_start": "2018-10-01", "due_end": "2018-10-31"}
    return f.StepFactory(occurrence=occurrence, at=dt.datetime(2018, *at, 10, tzinfo=f.COPENHAGEN), before=days, after=after, **columns)


def test_what_was_put_off_since_the_last_meeting_is_told_with_the_reason_to_the_bodys_own_people(look, council, june):
    row = awaited(june, "budget", (10, 1), (10, 31))
    put_off(row, (5, 2), before=("2018-05-01", "2018-05-31"), why="Længe før.")
    put_off(row, (7, 2))
    put_off(row, (8, 20), before=("2018-10-01", "2018-10-15"), why="Tallene kom ikke.")
    for who, reason in (
        (None, ""),
        (secretary_of(council), " Tallene er ikke klar. · Tallene kom ikke."),
        (member_of(f.BodyFactory()), ""),
    ):
        text = parts(look(OF_COUNCIL, who))[SLIPPED]
        column = " Begrundelse" if reason else ""
        told = f"Siden mødet d. 6. juni 2018. Sag Var ventet Ventes nu{column} Sagen om budget 1.–30. september 2018 1.–31. oktober 2018"
        assert text == told + reason
    assert "lovet til 1.–31. maj 2018, udskudt tre gange" in parts(look(OF_COUNCIL))[OCTOBER]


def test_why_another_body_put_it_off_is_told_to_that_bodys_people_and_to_whoever_sees_to_it(look, council, june):
    asked_at = f.MeetingFactory(body=f.BodyFactory(), published=True, date=D(2018, 6, 6))
    row = awaited(asked_at, "budget", (10, 1), (10, 31), body=council)
    put_off(row, (7, 2), why="Udvalget er delt.")
    readers = [None, member_of(council), member_of(asked_at.body), secretary_of(council)]
    assert ["delt" in look(OF_COUNCIL, who) for who in readers] == [False, False, True, True]


def test_a_step_that_was_undone_or_is_of_something_else_is_no_slip(look, council, june):
    row = awaited(june, "budget", (10, 1), (10, 31))
    put_off(row, (7, 2), undone_at=dt.datetime(2018, 7, 3, tzinfo=f.COPENHAGEN))
    f.StepFactory(occurrence=row, what=Step.What.PLACED)
    assert parts(look(OF_COUNCIL))[SLIPPED] == "Intet er udskudt siden mødet d. 6. juni 2018."


def test_a_deadline_that_was_put_off_since_the_last_meeting_is_told_with_its_reason(look, council, june):
    party = consulted(council, "Natklinik", D(2018, 9, 30))
    f.ExtensionFactory(hearing=party.hearing, old=D(2018, 9, 10), new=D(2018, 9, 30), reason="Sommerferien.")
    assert parts(look(OF_COUNCIL))[SLIPPED].endswith("Natklinik 10. september 2018 30. september 2018 Sommerferien.")


def test_of_a_closed_item_the_title_stands_alone_and_for_those_who_may_read_it(look, council, june):
    item = f.AgendaItemFactory(meeting=june, title="Klagesag", closed=True)
    put_off(awaited(june, "erstatning til hr. Mosegaard", (9, 1), (9, 30), item=item), (7, 2), why="Hr. Mosegaard er syg.")
    page = look(OF_COUNCIL, secretary_of(council))
    assert "Klagesag Status, lukket punkt" in parts(page)[SEPTEMBER]
    assert "Mosegaard" not in page
    assert "Klagesag" not in look(OF_COUNCIL)


def test_what_nobody_has_reviewed_says_so(look, council, june):
    f.OccurrenceFactory(follow_up__item=f.AgendaItemFactory(meeting=june))
    assert "Status, ikke gennemgået" in parts(look(OF_COUNCIL))[SEPTEMBER]


def test_each_row_leads_to_what_it_tells_of(look, council, june):
    row, hearing = awaited(june, "budget", (9, 1), (9, 30)), consulted(council, "Natklinik", D(2018, 10, 1)).hearing
    page = look(OF_COUNCIL)
    assert f'<a href="{row.get_absolute_url()}">Sagen om budget</a>' in page
    assert f'<a href="{hearing.get_absolute_url()}">Natklinik</a>' in page


def test_a_case_is_called_what_it_is_called_and_then_what_was_asked_for(look, council, june):
    awaited(june, "status på herberget", (9, 1), (9, 30))
    standing = f.AgendaItemFactory(meeting=june, title="Gensidig orientering")
    awaited(june, "tal for varmestuen", (9, 1), (9, 30), item=standing)
    told = parts(look(OF_COUNCIL))[SEPTEMBER]
    assert "Sagen om status på herberget Status på herberget Status" in told
    assert "Tal for varmestuen Status" in told
    assert "Gensidig orientering" not in told


def test_a_treatment_elsewhere_says_where(look, council, june):
    planned = f.PlannedTreatmentFactory(item__meeting=june, body=None, body_name="Folketinget", title="Lov om herberger", review="accepted")
    f.OccurrenceFactory(follow_up=None, planned=planned, body=council, due_start=D(2018, 9, 1), due_end=D(2018, 9, 30))
    assert "Lov om herberger Folketinget skal behandle »Lov om herberger«" in parts(look(OF_COUNCIL))[SEPTEMBER]


def test_a_list_too_long_is_cut_and_says_so_and_leaves_room_for_what_is_to_come(look, council, june, monkeypatch):
    monkeypatch.setattr(selector, "OVERDUE_AT_MOST", 2)
    for number in range(3):
        awaited(june, f"gammel sag {number}", (7, 1), (7, 10 + number))
    awaited(june, "budget", (9, 1), (9, 30))
    found = parts(look(OF_COUNCIL))
    assert next(iter(found)) == "Listen er ikke hel"
    assert re.findall(r"Gammel sag \d", found[OVERDUE]) == ["Gammel sag 0", "Gammel sag 1"]
    assert "Budget" in found[SEPTEMBER]


def test_one_sees_ones_own_body_first_and_others_choose(look, council):
    f.BodyFactory(name="Andet Udvalg", slug="andet-udvalg")
    f.BodyFactory(name="Foreningen", kind="outside")
    assert "Sagsstyringsliste for Rådet" in look(PAGE, member_of(council))
    page = look(PAGE)
    assert f'href="{PAGE}?organ=andet-udvalg"' in page
    assert f'href="{OF_COUNCIL}"' in page
    assert "Foreningen" not in page
    assert "Sagsstyringsliste for Andet Udvalg" in look(f"{PAGE}?organ=andet-udvalg", member_of(council))
    assert "Vælg et organ" in look(f"{PAGE}?organ=findes-ikke")


def text_of_pdf(data: bytes) -> str:
    with pypdfium2.PdfDocument(data) as document:
        return " ".join(" ".join(page.get_textpage().get_text_bounded() for page in document).split())


def text_of_word(data: bytes) -> str:
    document = docx.Document(io.BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return " ".join(" ".join([*(paragraph.text for paragraph in document.paragraphs), *cells]).split())


@pytest.mark.parametrize(("address", "read", "kind"), [(PDF, text_of_pdf, "application/pdf"), (WORD, text_of_word, "application/vnd.")])
def test_the_files_say_what_whoever_asks_may_read(client, council, june, address, read, kind):
    put_off(awaited(june, "budget", (9, 1), (9, 30)), (7, 2))
    awaited(june, "klage", (9, 1), (9, 30), item=f.AgendaItemFactory(meeting=june, title="Klagesag", closed=True))
    texts = []
    for who in (None, secretary_of(council)):
        client.logout()
        if who:
            client.force_login(who)
        answer = client.get(address)
        assert answer["Content-Type"].startswith(kind)
        assert "Cookie" in answer["Vary"]
        suffix = address.rsplit(".")[-1]
        assert answer["Content-Disposition"] == f'attachment; filename="sagsstyringsliste-raadet-2018-09-03.{suffix}"'
        texts.append(read(answer.content))
    public, own = texts
    assert "Sagsstyringsliste for Rådet" in public
    assert "Budget" in public
    for secret in ("Klagesag", "Tallene er ikke klar."):
        assert secret not in public
        assert secret in own


def test_there_is_no_file_of_a_body_whose_meetings_are_not_followed(client):
    f.BodyFactory(slug="foreningen", kind="outside")
    for address in ("foreningen.pdf", "foreningen.docx", "findes-ikke.pdf"):
        assert client.get(PAGE + address).status_code == 404


# Bodies; meetings, the meeting before; what is placed, overdue, to come; occurrences, items on agendas, steps; hearings, parties,
# answers, extensions, calendars of meetings, items of the matter.
QUERIES = 15


@pytest.mark.parametrize("rows", [1, 3])
def test_a_fixed_number_of_queries(client, django_assert_num_queries, council, june, rows):
    meeting = council.meetings.get(date=D(2018, 9, 19))
    for number in range(rows):
        placed = f.AgendaItemFactory(meeting=meeting)
        put_off(awaited(june, f"budget {number}", (9, 1), (9, 30), placed_on=placed), (7, 2))
        awaited(june, f"status {number}", (7, 1), (7, 30))
        f.ExtensionFactory(hearing=consulted(council, "Natklinik", D(2018, 10, 1)).hearing)
        consulted(council, "Herberg", D(2018, 9, 10))
        f.MeetingFactory(body=council, date=D(2018, 11, 1 + number))
    with django_assert_num_queries(QUERIES):
        client.get(OF_COUNCIL)
    with django_assert_num_queries(QUERIES):
        assert client.get(PDF).status_code == 200
