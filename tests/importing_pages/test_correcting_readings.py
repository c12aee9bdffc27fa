"""What was read is corrected on the review page: in forms, without changing the document, with a way back."""

import datetime as dt

import pytest

from meetings.models import AgendaItem, Meeting
from minutes import services
from minutes.models import Import, ReadingCorrection
from reader import facts
from tests import factories as f
from tests.importing.documents import simple
from tests.importing_pages.desk import NOW, PLACE, apply, reviewed, seen, shown_mark, shown_version

pytestmark = pytest.mark.django_db
MEETING = {
    "kind": "minutes",
    "body": "Udsatterådet",
    "date": "05-03-2025",
    "start": "15.30",
    "end": "",
    "place": "Mødelokale 2",
    "attendees": "",
    "absent": "",
}
ITEM = {"number": "1", "title": "Varmestue", "case_number": "", "closed": "", "absent": "", "did_not_participate": "", "outcome_0": ""}


def correct(client, import_: Import, item: str = "", **fields):
    """Sends the form of the meeting, or of an item, with `fields` filled in otherwise; gives the page one lands on."""
    address = f"{import_.get_absolute_url()}ret/" + (f"punkt/{item}/" if item else "")
    filled = (ITEM if item else MEETING) | fields
    return client.post(address, {f"{item}-{name}" if item else name: value for name, value in filled.items()}, follow=True)


def reading(import_: Import) -> facts.Minutes:
    import_.refresh_from_db()
    return services.reading_of(import_)


@pytest.mark.parametrize("lacking", ["body", "date"])
def test_an_upload_without_body_or_date_is_filled_in_and_finished(desk, secretary, council, lacking):
    minutes = simple("Varmestue")
    setattr(minutes.meeting, lacking, None)
    import_ = reviewed(minutes, by=secretary)
    page = desk.get(import_.get_absolute_url())
    assert "Ikke fundet i dokumentet. Udfyld det." in seen(page)
    assert f'name="{lacking}"' in page.content.decode()
    page = correct(desk, import_, body="Udsatterådet", date="d. 5. marts 2025")
    assert "Ikke fundet i dokumentet" not in seen(page)
    apply(desk, import_)
    assert (Meeting.objects.get().body, Meeting.objects.get().date) == (council, dt.date(2025, 3, 5))
    assert "Udsatterådet" in seen(desk.get("/import/"))


def test_what_is_corrected_is_marked_with_who_when_and_what_was_read(desk, secretary):
    import_ = reviewed(simple("Varmestue"), by=secretary)
    words = seen(correct(desk, import_, "1", title="Varmestue ved havnen", number="Punkt 3a"))
    assert "3a Varmestue ved havnen" in words
    assert "Rettet i hånden Titel. Det blev læst som: Varmestue Hanne Holmegård" in words
    assert "Rettet i hånden Nummer. Det blev læst som: 1" in words


def test_a_correction_is_undone(desk, secretary):
    import_ = reviewed(simple("Varmestue"), by=secretary)
    correct(desk, import_, "1", title="Bad")
    row = ReadingCorrection.objects.get()
    words = seen(desk.post(f"{import_.get_absolute_url()}ret/fortryd/{row.pk}/", follow=True))
    assert "Punkt 1: Varmestue" in words
    assert "Rettet i hånden" not in words


def test_only_what_was_changed_is_a_correction(desk, secretary):
    away = [facts.Absence("Agnete Bregnholt", "absent", PLACE)]
    votes = [facts.VoteFacts(6, 1, None, [], ["Havnelisten"], "amendment", PLACE)]
    minutes = simple("Varmestue", absences=away, votes=votes, outcomes=[facts.OutcomeFacts(None, "approved", PLACE)])
    import_ = reviewed(minutes, by=secretary)
    filled = {"vote_0_votes_for": "6", "vote_0_votes_against": "1", "vote_0_against_names": "Havnelisten"}
    correct(desk, import_, "1", absent="Agnete Bregnholt", outcome_0="approved", **filled)
    assert not ReadingCorrection.objects.exists()


def test_outcomes_votes_and_absences_are_corrected(desk, secretary):
    minutes = simple(
        "Varmestue", recommendations=[facts.RecommendationFacts(1, "at den åbner"), facts.RecommendationFacts(2, "at den lukker")]
    )
    import_ = reviewed(minutes, by=secretary)
    votes = {"vote_0_votes_for": "5", "vote_0_votes_against": "2", "vote_0_against_names": "Birger Elmelund\nHavnelisten"}
    correct(desk, import_, "1", outcome_1="approved", outcome_2="rejected", absent="Gerda Ålund", did_not_participate="Ib Bæk", **votes)
    (item,) = reading(import_).items
    assert [(one.recommendation, one.outcome) for one in item.outcomes] == [(1, "approved"), (2, "rejected")]
    assert item.votes == [facts.VoteFacts(5, 2, None, [], ["Birger Elmelund", "Havnelisten"])]
    assert [(one.name, one.kind) for one in item.absences] == [("Gerda Ålund", "absent"), ("Ib Bæk", "did_not_participate")]
    correct(desk, import_, "1", outcome_1="approved", vote_0_votes_for="", vote_0_votes_against="", vote_0_against_names="")
    (item,) = reading(import_).items
    assert (item.outcomes, item.votes, item.absences) == ([facts.OutcomeFacts(1, "approved")], [], [])


def test_a_closed_item_is_opened_only_with_a_tick_that_says_so(desk, secretary):
    import_ = reviewed(simple("Varmestue", closed=True), by=secretary)
    page = correct(desk, import_, "1", closed="")
    assert "Punktet er lukket. Sæt flueben, hvis alle skal kunne læse det." in seen(page)
    assert reading(import_).items[0].closed
    correct(desk, import_, "1", closed="", may_open="on")
    assert not reading(import_).items[0].closed


def test_undoing_what_closed_an_item_asks_first(desk, secretary):
    import_ = reviewed(simple("Varmestue"), by=secretary)
    correct(desk, import_, "1", closed="closed")
    address = f"{import_.get_absolute_url()}ret/fortryd/{ReadingCorrection.objects.get().pk}/"
    assert "alle kan læse det" in seen(desk.post(address))
    assert reading(import_).items[0].closed
    desk.post(address, {"may_open": "1"})
    assert not reading(import_).items[0].closed


def test_matches_and_differences_follow_the_correction(desk, secretary, council):
    f.AgendaItemFactory(meeting__body=council, meeting__date=dt.date(2025, 3, 12), number=1, title="Varmestue")
    import_ = reviewed(simple("Varmestue"), by=secretary)
    assert "allerede i registret" not in seen(desk.get(import_.get_absolute_url()))
    assert "Mødet er allerede i registret" in seen(correct(desk, import_, date="12-03-2025"))


def test_what_somebody_else_has_corrected_meanwhile_is_shown_and_not_undone(desk, secretary):
    import_ = reviewed(simple("Varmestue"), by=secretary)
    page = desk.get(f"{import_.get_absolute_url()}ret/punkt/1/").context["form"]
    opened = {page.add_prefix("version"): page["version"].value()} | {f"initial-1-{name}": value for name, value in ITEM.items()}
    correct(desk, import_, "1", title="Bad")
    sent = {f"1-{name}": value for name, value in (ITEM | {"title": "Kaffe"}).items()}
    words = seen(desk.post(f"{import_.get_absolute_url()}ret/punkt/1/", opened | sent))
    assert "Imens har en anden skrevet »Bad« her. Du har skrevet »Kaffe«." in words
    assert reading(import_).items[0].title == "Bad"


def test_what_was_corrected_after_the_page_was_opened_is_shown_before_it_is_put_in_the_register(desk, secretary):
    import_ = reviewed(simple("Varmestue"), by=secretary)
    shown = shown_version(desk, import_)
    correct(desk, import_, "1", title="Bad")
    desk.post(f"{import_.get_absolute_url()}godkend/", {"shown": shown})
    assert not Meeting.objects.exists()


def test_an_import_corrected_to_another_body_waits_with_that_one(desk, secretary):
    f.BodyFactory(name="Byrådet")
    import_ = reviewed(simple("Varmestue"))
    words = seen(correct(desk, import_, body="Byrådet"))
    assert "Importen venter nu hos dem, der er sekretær for organet." in words
    assert desk.get(import_.get_absolute_url()).status_code == 404


def test_an_item_is_split_at_a_line(desk, secretary):
    minutes = simple("Varmestue", sections=[facts.SectionFacts("Beslutning", "Godkendt.\n\nPunkt 4: Klage\n\nAfvist.", PLACE)])
    import_ = reviewed(minutes, by=secretary)
    address = f"{import_.get_absolute_url()}ret/punkt/1/del/"
    assert "Punkt 4: Klage Del her" in seen(desk.get(address))
    page = desk.get(address, {"afsnit": "0", "linje": "2"}).content.decode()
    assert 'value="4"' in page
    point = {"afsnit": "0", "linje": "2", "tekst": "Punkt 4: Klage", "vist": shown_mark(page)}
    words = seen(desk.post(address, point | {"gor": "del", "number": "4", "title": "Klage", "case_number": ""}, follow=True))
    assert "Punkt 4: Klage" in words
    assert "Rettet i hånden Punktet er skilt ud fra det ovenfor" in words
    apply(desk, import_)
    assert [(item.number, item.title) for item in AgendaItem.objects.order_by("position")] == [(1, "Varmestue"), (4, "Klage")]


def test_text_is_moved_to_the_item_below(desk, secretary):
    minutes = simple("Varmestue", "Rejsekort")
    minutes.items[0].sections = [facts.SectionFacts("Beslutning", "Godkendt.\n\nFrivillige kører med.", PLACE)]
    import_ = reviewed(minutes, by=secretary)
    point = {"afsnit": "0", "linje": "2", "tekst": "Frivillige kører med.", "gor": "flyt"}
    address = f"{import_.get_absolute_url()}ret/punkt/1/del/"
    mark = shown_mark(desk.get(address, point).content.decode())
    services.correct_reading(import_=import_, item="2", changes={"title": "Klagesag"}, by=secretary, now=NOW)
    assert "Punktet er ændret, siden du åbnede siden." in seen(desk.post(address, point | {"vist": mark}, follow=True))
    desk.post(address, point | {"vist": shown_mark(desk.get(address, point).content.decode())})
    assert [[one.text for one in item.sections] for item in reading(import_).items] == [["Godkendt."], ["Frivillige kører med."]]


def test_a_line_that_has_changed_meanwhile_is_not_split_at(desk, secretary):
    import_ = reviewed(simple("Varmestue", sections=[facts.SectionFacts("Beslutning", "Godkendt.")]), by=secretary)
    point = {"afsnit": "0", "linje": "0", "tekst": "Udsat.", "gor": "del", "title": "Klage"}
    words = seen(desk.post(f"{import_.get_absolute_url()}ret/punkt/1/del/", point, follow=True))
    assert "Punktet er ændret, siden du åbnede siden." in words
    assert not ReadingCorrection.objects.exists()


def test_two_items_are_joined_after_a_question(desk, secretary):
    import_ = reviewed(simple("Varmestue", "Rejsekort", closed=True), by=secretary)
    address = f"{import_.get_absolute_url()}ret/punkt/2/saml/"
    page = desk.get(address)
    assert "Et af dem er lukket, så det samlede punkt er lukket." in seen(page)
    sent = {"ind": "1", "vist": shown_mark(page.content.decode())}
    services.correct_reading(import_=import_, item="1", changes={"title": "Klagesag"}, by=secretary, now=NOW)
    assert "Punktet er ændret, siden du åbnede siden." in seen(desk.post(address, sent, follow=True))
    words = seen(desk.post(address, sent | {"vist": shown_mark(desk.get(address).content.decode())}, follow=True))
    assert "1 punkt" in words
    assert "Rettet i hånden Punktet nedenfor er lagt sammen med det" in words


@pytest.mark.parametrize("address", ["ret/", "ret/punkt/1/", "ret/punkt/1/del/", "ret/punkt/2/saml/"])
def test_what_is_in_the_register_is_no_longer_corrected_here(desk, secretary, address):
    import_ = reviewed(simple("Varmestue", "Rejsekort"), by=secretary)
    services.apply(import_=import_, by=secretary, now=NOW, publish=False)
    words = seen(desk.get(f"{import_.get_absolute_url()}{address}", follow=True))
    assert "det læste kan ikke længere rettes her" in words


@pytest.mark.parametrize("address", ["ret/punkt/9/", "ret/punkt/9/del/", "ret/punkt/9/saml/", "ret/fortryd/9999/"])
def test_what_is_not_there_is_not_found(desk, secretary, address):
    import_ = reviewed(simple("Varmestue"), by=secretary)
    assert desk.post(f"{import_.get_absolute_url()}{address}").status_code == 404


def test_for_htmx_the_reading_comes_anew_with_the_focus_on_what_was_corrected(desk, secretary):
    import_ = reviewed(simple("Varmestue", "Rejsekort"), by=secretary)
    htmx = {"HX-Request": "true"}
    form = desk.get(f"{import_.get_absolute_url()}ret/punkt/2/", headers=htmx)
    assert b"<html" not in form.content
    sent = {f"2-{name}": value for name, value in (ITEM | {"number": "2", "title": "Bus"}).items()}
    answer = desk.post(f"{import_.get_absolute_url()}ret/punkt/2/", sent, headers=htmx)
    assert answer["HX-Retarget"] == "#read"
    assert 'id="laest-2" tabindex="-1" autofocus' in " ".join(answer.content.decode().split())


@pytest.mark.parametrize("corrections", [1, 6])
def test_corrections_take_one_query_however_many(desk, secretary, django_assert_num_queries, corrections):
    import_ = reviewed(simple(*[f"Varmestue {n}" for n in range(6)]), by=secretary)
    for number in range(1, corrections + 1):
        services.correct_reading(import_=import_, item=str(number), changes={"title": "Bad"}, by=secretary, now=NOW)
    desk.get(import_.get_absolute_url())
    with django_assert_num_queries(17):
        desk.get(import_.get_absolute_url())


def test_an_item_split_off_in_doubt_can_be_answered_for(desk, secretary):
    sections = [facts.SectionFacts("Beslutning", "Godkendt.\n\nKlage", PLACE)]
    import_ = reviewed(simple("Varmestue", closed=True, in_doubt=True, sections=sections), by=secretary)
    point = {"afsnit": "0", "linje": "2", "tekst": "Klage", "gor": "del", "title": "Klage"}
    address = f"{import_.get_absolute_url()}ret/punkt/1/del/"
    page = desk.post(address, point | {"vist": shown_mark(desk.get(address, point).content.decode())}, follow=True)
    assert seen(page).count("Indtil du svarer, er punktet lukket.") == 2
    key = reading(import_).items[1].key
    correct(desk, import_, key, title="Klage", number="", closed="closed")
    assert [(item.closed, item.in_doubt) for item in reading(import_).items] == [(True, True), (True, False)]
