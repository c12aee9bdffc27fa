"""Correcting an obligation: dates with a live reading of the phrase, and nothing lost on the way."""

import datetime as dt

import pytest

from minutes import services
from tests import factories as f
from tests.importing_pages.desk import NOW, seen

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}
D = dt.date


def form(row, **changes) -> dict:
    """What the form of `row` sends, with some fields written anew."""
    kind = {"followup": "opfoelgning", "hearing": "hoering", "plannedtreatment": "behandling"}[row._meta.model_name]
    sent = {
        "followup": {"kind": "status_report", "text": "en status", "due_start": "01-10-2018", "due_end": "31-12-2018", "unit": ""},
        "hearing": {"subject": "Natklinik", "deadline": "31-08-2018", "named": "Handicaprådet"},
        "plannedtreatment": {"body_name": "Byrådet", "title": "Natklinik", "due_start": "10-09-2018", "due_end": "10-09-2018"},
    }[row._meta.model_name]
    return {f"{kind}-{row.pk}-{name}": value for name, value in (sent | changes).items()}


def correct(office, desk, row, **changes):
    response = office.post(desk.of(row, "ret/"), form(row, **changes))
    row.refresh_from_db()
    return response


def test_the_form_is_opened_with_what_stands(office, desk):
    html = office.get(desk.of(desk.status, "ret/")).content.decode()
    assert 'value="01-10-2018"' in html
    assert 'value="31-12-2018"' in html
    assert "Handicaprådet" in office.get(desk.of(desk.hearing, "ret/")).content.decode()


def test_what_is_corrected_is_kept_beside_what_was_read(office, desk):
    response = correct(office, desk, desk.status, kind="return", due_start="01-11-2018", due_end="30-11-2018", every="3", unit="meeting")
    assert response.status_code == 302
    assert (desk.status.review, desk.status.kind, desk.status.due_end) == ("corrected", "return", D(2018, 11, 30))
    page = seen(office.get(desk.page))
    assert "Kommer igen rettet" in page
    assert "Hvornår 1.–30. november 2018 Gentages hvert 3. møde" in page
    assert "Sådan blev det læst: status Ansvarlig Forvaltningen Hvornår 1. oktober – 31. december 2018" in page


def test_another_body_is_chosen_that_it_is_owed_to(office, desk):
    other = f.BodyFactory(name="Ældrerådet")
    assert correct(office, desk, desk.status, owed_to=str(other.pk)).status_code == 302
    assert desk.status.owed_to == other


def test_accepting_a_corrected_one_gives_back_what_was_read(office, desk):
    correct(office, desk, desk.status, due_start="01-11-2018", due_end="30-11-2018")
    office.post(desk.of(desk.status, "svar/"), {"answer": "accept", "sure": "1"})
    desk.status.refresh_from_db()
    assert (desk.status.review, desk.status.due_end) == ("accepted", D(2018, 12, 31))


PHRASES = [
    ("i slutningen af 2019", D(2019, 10, 1), D(2019, 12, 31)),
    ("senest den 1. maj 2019", D(2019, 5, 1), D(2019, 5, 1)),
    ("på mødet i september", D(2018, 9, 5), D(2018, 9, 5)),
    ("snarest muligt", None, None),
]


@pytest.mark.parametrize(("phrase", "first", "last"), PHRASES)
def test_a_phrase_gives_the_days_that_were_not_written(office, desk, phrase, first, last):
    f.MeetingFactory(body=desk.meeting.body, date=D(2018, 9, 5))
    correct(office, desk, desk.status, phrase=phrase)
    assert (desk.status.due_start, desk.status.due_end) == (first, last)


def test_days_that_were_written_count_before_the_phrase(office, desk):
    correct(office, desk, desk.status, phrase="i slutningen af 2019", due_start="02-12-2019", due_end="06-12-2019")
    assert (desk.status.due_start, desk.status.due_end) == (D(2019, 12, 2), D(2019, 12, 6))


def test_words_that_are_not_changed_are_not_read_anew(office, desk):
    told = {"due_words": "efter næste møde", "due_start": D(2018, 10, 1), "due_end": D(2018, 12, 31)}
    type(desk.status).objects.filter(pk=desk.status.pk).update(**told)
    correct(office, desk, desk.status, text="en kort status", phrase="efter næste møde")
    assert (desk.status.text, desk.status.due_words, desk.status.due_end) == ("en kort status", "efter næste møde", D(2018, 12, 31))


# words | first day due | last day due | the next meeting | every | unit
RULES = [
    ("hvert kvartal", None, None, False, 1, "quarter"),
    ("på hvert 3. møde", None, None, False, 3, "meeting"),
    ("årligt i april", D(2019, 4, 1), D(2019, 4, 30), False, 1, "year"),
    ("i slutningen af 2019 og derefter årligt", D(2019, 10, 1), D(2019, 12, 31), False, 1, "year"),
    ("på næste møde", None, None, True, None, ""),
    ("på næste møde og derefter hvert kvartal", None, None, True, 1, "quarter"),
    ("i november 2018", D(2018, 11, 1), D(2018, 11, 30), False, None, ""),
    ("snarest muligt", None, None, False, None, ""),
]
RULE = ("due_words", "due_start", "due_end", "at_next_meeting", "every", "unit")


@pytest.mark.parametrize("rule", RULES, ids=[rule[0] for rule in RULES])
def test_words_tell_the_whole_rule_as_they_do_in_a_sentence(office, desk, rule):
    f.MeetingFactory(body=desk.meeting.body, date=D(2018, 9, 5))
    correct(office, desk, desk.status, phrase=rule[0])
    assert tuple(getattr(desk.status, name) for name in RULE) == rule
    assert desk.status.review == "corrected"


def test_other_words_leave_nothing_of_the_rule_before_them(office, desk):
    correct(office, desk, desk.status, phrase="årligt i april")
    sent = {"due_start": "01-04-2019", "due_end": "30-04-2019", "every": "1", "unit": "year"}
    correct(office, desk, desk.status, phrase="på næste møde", **sent)
    assert tuple(getattr(desk.status, name) for name in RULE) == ("på næste møde", None, None, True, None, "")
    correct(office, desk, desk.status, phrase="i november 2018", due_start="", due_end="")
    assert tuple(getattr(desk.status, name) for name in RULE[1:]) == (D(2018, 11, 1), D(2018, 11, 30), False, None, "")


def test_what_is_written_in_a_field_of_its_own_counts_before_the_words(office, desk):
    correct(office, desk, desk.status, phrase="hvert kvartal", every="2", unit="month", due_start="01-02-2019", due_end="28-02-2019")
    assert tuple(getattr(desk.status, name) for name in RULE[1:]) == (D(2019, 2, 1), D(2019, 2, 28), False, 2, "month")


def test_what_follows_the_next_meeting_does_so_until_it_gets_a_day(office, desk):
    f.MeetingFactory(body=desk.meeting.body, date=D(2018, 9, 5))
    correct(office, desk, desk.status, phrase="på næste møde")
    assert 'value="på næste møde"' in office.get(desk.of(desk.status, "ret/")).content.decode()
    correct(office, desk, desk.status, phrase="på næste møde", text="en kort status", due_start="", due_end="")
    assert desk.status.at_next_meeting
    correct(office, desk, desk.status, phrase="på næste møde", due_end="06-12-2018", due_start="")
    assert (desk.status.at_next_meeting, desk.status.due_end) == (False, D(2018, 12, 6))


def test_a_last_day_alone_is_one_day(office, desk):
    correct(office, desk, desk.status, due_start="", due_end="06-12-2019")
    assert (desk.status.due_start, desk.status.due_end) == (D(2019, 12, 6), D(2019, 12, 6))


WRONG = [
    ({"text": ""}, "Dette felt er påkrævet."),
    ({"due_start": "31-12-2018", "due_end": "01-10-2018"}, "Den sidste dag ligger før den første."),
    ({"due_start": "01-11-2018", "due_end": ""}, "Skriv også den sidste dag"),
    ({"due_end": "i morgen"}, "Indtast en gyldig dato."),
    ({"phrase": "når solen skinner", "due_start": "", "due_end": ""}, "Det kunne ikke læses som et tidspunkt."),
    ({"phrase": "fra 1. maj 2019"}, "men ikke hvornår det slutter"),
    ({"every": "3", "unit": ""}, "Vælg møde, måned, kvartal eller år."),
    ({"every": "0", "unit": "year"}, "større end eller lig 1"),
    ({"responsible": "F" * 201}, "højst have 200 tegn"),
]


@pytest.mark.parametrize(("changes", "complaint"), WRONG, ids=[complaint for _, complaint in WRONG])
def test_what_is_wrong_is_said_in_danish_and_nothing_is_lost(office, desk, changes, complaint):
    response = correct(
        office,
        desk,
        desk.status,
        text="Mine egne ord" if "text" not in changes else "",
        **{k: v for k, v in changes.items() if k != "text"},
    )
    assert complaint in seen(response)
    assert "Det blev ikke gemt" in seen(response)
    html = response.content.decode()
    assert 'aria-invalid="true"' in html
    for written in changes.values():
        assert written in html
    assert desk.status.review == "unreviewed"


DEADLINES = [
    ("i september", D(2018, 9, 30)),
    ("senest den 14. september", D(2018, 9, 14)),
    ("inden den 1. oktober", D(2018, 9, 30)),
    ("snarest muligt", None),
]


@pytest.mark.parametrize(("phrase", "day"), DEADLINES)
def test_a_deadline_in_words_is_the_last_day_of_the_time(office, desk, phrase, day):
    correct(office, desk, desk.hearing, deadline_phrase=phrase)
    assert desk.hearing.deadline == day


def test_a_deadline_that_was_written_counts_before_its_words(office, desk):
    correct(office, desk, desk.hearing, deadline="15-09-2018", deadline_phrase="i oktober")
    assert desk.hearing.deadline == D(2018, 9, 15)


OPENS_TOO_LATE = [
    {"opens_first": "01-09-2018", "opens_last": "01-09-2018"},
    {"phrase": "i september 2018"},
    {"opens_first": "01-06-2018", "opens_last": "01-06-2018", "deadline": "31-05-2018"},
    {"opens_first": "01-10-2018", "opens_last": "01-10-2018", "deadline_phrase": "i september"},
]


@pytest.mark.parametrize("changes", OPENS_TOO_LATE, ids=str)
def test_a_hearing_does_not_open_after_its_deadline(office, desk, changes):
    response = correct(office, desk, desk.hearing, **changes)
    assert "Fristen ligger før den dag, høringen åbner." in seen(response)
    assert f'id="id_hoering-{desk.hearing.pk}-deadline_error"' in response.content.decode()
    assert (desk.hearing.review, desk.hearing.deadline) == ("unreviewed", D(2018, 8, 31))


def test_a_hearing_may_open_within_days_that_reach_past_its_deadline(office, desk):
    correct(office, desk, desk.hearing, phrase="i august 2018", deadline="20-08-2018")
    assert (desk.hearing.opens_last, desk.hearing.deadline) == (D(2018, 8, 31), D(2018, 8, 20))


WRONG_DEADLINES = [("når solen skinner", "Skriv dagen i stedet."), ("fra 1. maj 2019", "men ikke hvornår det slutter. Skriv dagen")]


@pytest.mark.parametrize(("phrase", "complaint"), WRONG_DEADLINES)
def test_a_deadline_that_cannot_be_read_is_asked_for_as_a_day(office, desk, phrase, complaint):
    assert complaint in seen(correct(office, desk, desk.hearing, deadline_phrase=phrase))
    assert desk.hearing.deadline == D(2018, 8, 31)


def test_htmx_gets_the_form_again_with_what_is_wrong(office, desk):
    response = office.post(desk.of(desk.status, "ret/"), form(desk.status, text=""), headers=HTMX)
    assert "Dette felt er påkrævet." in seen(response)
    assert "<html" not in response.content.decode()


def test_the_parties_of_a_hearing_are_written_one_a_line(office, desk):
    correct(office, desk, desk.hearing, deadline="15-09-2018", named="Ældrerådet\n\nHandicaprådet \nÆldrerådet", phrase="i juni 2018")
    assert [party.name for party in desk.hearing.parties.all()] == ["Ældrerådet", "Handicaprådet"]
    assert (desk.hearing.deadline, desk.hearing.opens_first, desk.hearing.opens_last) == (D(2018, 9, 15), D(2018, 6, 1), D(2018, 6, 30))
    assert "Sådan blev det læst: høring Frist 31. august 2018 Høringsparter Handicaprådet" in seen(office.get(desk.page))


def test_a_known_body_is_linked_and_an_unknown_one_is_only_a_name(office, desk):
    council = f.BodyFactory(name="Byrådet i Lindhøj")
    correct(office, desk, desk.planned, body_name="byrådet i lindhøj")
    assert desk.planned.body == council
    correct(office, desk, desk.planned, body_name="Havneudvalget")
    assert (desk.planned.body, desk.planned.body_name) == (None, "Havneudvalget")


def test_an_added_one_stays_added(office, desk):
    services.add(item=desk.item, model=type(desk.status), values={"text": "Formanden ringer.", "kind": "task"}, by=None, now=NOW)
    added = type(desk.status).objects.get(review="added")
    correct(office, desk, added, text="Formanden skriver.")
    assert (added.review, added.text, added.read) == ("added", "Formanden skriver.", None)


READINGS = [
    ("i slutningen af 2019", "1. oktober – 31. december 2019, læst som: i slutningen af 2019"),
    ("en status i september", "1.–30. september 2018, læst som: i september"),
    ("når solen skinner", "Kunne ikke læses som et tidspunkt."),
    ("fra 1. maj 2019", "Siger, hvornår det begynder, men ikke hvornår det slutter."),
    ("snarest muligt", "Nævner ingen dag: snarest muligt"),
    ("  ", ""),
    ("x" * 5000, "Kunne ikke læses som et tidspunkt."),
]


@pytest.mark.parametrize(("phrase", "words"), READINGS, ids=[words for _, words in READINGS])
def test_a_phrase_is_read_while_it_is_written(office, desk, phrase, words):
    for name in ("vending", "opfoelgning-7-phrase"):
        assert seen(office.get(f"{desk.page}periode/", {name: phrase}, headers=HTMX)) == words


def test_of_a_deadline_in_words_the_last_day_is_shown(office, desk):
    shown = office.get(f"{desk.page}periode/", {"hoering-7-deadline_phrase": "i september"}, headers=HTMX)
    assert seen(shown) == "30. september 2018, læst som: i september"


RULE_READINGS = [
    ("hvert kvartal", "hvert kvartal"),
    ("årligt i april", "hvert år, 1.–30. april 2019"),
    ("på næste møde", "på næste møde"),
    ("i november", "1.–30. november 2018"),
    ("snarest muligt", "Nævner ingen dag: snarest muligt"),
    ("når solen skinner", "Kunne ikke læses som et tidspunkt."),
]


@pytest.mark.parametrize(("phrase", "words"), RULE_READINGS)
def test_a_due_rule_is_read_while_it_is_written(office, desk, phrase, words):
    assert seen(office.get(f"{desk.page}periode/?regel=ja", {"regel": "ja", "opfoelgning-7-phrase": phrase}, headers=HTMX)) == words
