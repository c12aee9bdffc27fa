"""The case list: what it shows, how it is searched and narrowed."""

import datetime as dt

import pytest

from tests import factories as f

pytestmark = pytest.mark.django_db


@pytest.fixture
def shelter():
    """A case about a shelter, treated in June and due again in October."""
    case = f.CaseFactory(number="27.36.00-A08-4-18")
    body = f.BodyFactory(name="Socialudvalget")
    f.AgendaItemFactory(meeting__published=True, meeting__body=body, case=case, title="Herberg ved havnen", decision="Udsat til efteråret.")
    f.AgendaItemFactory(
        meeting__agenda_published=True, meeting__body=body, meeting__date=dt.date(2018, 10, 3), case=case, title="Herberg ved havnen, igen"
    )
    return case


@pytest.fixture
def café():
    return f.AgendaItemFactory(
        meeting__published=True,
        meeting__body__name="Byrådet",
        meeting__date=dt.date(2017, 3, 1),
        case__number="27.36.00-A08-4-17",
        title="Natcafé",
    ).case


def test_a_row_has_number_title_subject_and_latest_and_next_meeting(look, shelter):
    f.SubjectFactory(code="27.36.00", title="Botilbud")
    page = look("/sager/")
    for shown in ("27.36.00-A08-4-18", "Herberg ved havnen, igen", "Botilbud", "6. juni 2018", "3. oktober 2018", "Socialudvalget"):
        assert shown in page


def test_the_secretarys_own_title_goes_before_the_appearances(look, shelter):
    shelter.title = "Herberget"
    shelter.save()
    assert ">Herberget<" in look("/sager/")


@pytest.mark.parametrize("words", ["herberg", "HAVNEN herberg", "27.36.00-A08-4-18", "efteråret"])
def test_search_finds_titles_numbers_and_decisions(look, shelter, café, words):
    page = look("/sager/", q=words)
    assert "Herberg ved havnen" in page
    assert "Natcafé" not in page


def test_a_number_of_many_topics_is_found_by_the_one_searched_for(look):
    case = f.CaseFactory(number="27.15.00-P35-1-18")
    for day, title in ((2, "Udflugt til Samsø"), (3, "Gensidig orientering")):
        item = f.AgendaItemFactory(meeting__published=True, meeting__date=dt.date(2018, day, 1), case=case, title=title)
    page = look("/sager/", q="udflugt")
    assert "Udflugt til Samsø</a>" in page
    assert "Fundet i" in page
    assert "Fundet i" not in look("/sager/", q="gensidig")
    assert item.title in look("/sager/")


def test_a_closed_appearance_is_not_what_a_case_is_found_by(look):
    case = f.CaseFactory()
    f.AgendaItemFactory(meeting__published=True, case=case, title="Kanariefugl i Udflugt", closed=True)
    f.AgendaItemFactory(meeting__published=True, case=case, title="Gensidig orientering")
    assert "Gensidig" not in look("/sager/", q="udflugt")
    assert "Kanariefugl" not in look("/sager/", q="gensidig")


def test_items_of_councils_that_print_no_numbers_are_found_beside_the_cases(look, shelter):
    loose = f.AgendaItemFactory(meeting__published=True, case=None, title="Varmestue uden nummer")
    f.AgendaItemFactory(meeting__published=True, case=None, title="Varmestue, Kanariefugl", closed=True)
    for page in (look("/sager/"), look("/sager/", q="varmestue"), look("/sager/", aar="2018")):
        assert loose.get_absolute_url() in page
        assert "Kanariefugl" not in page
    assert "Varmestue" not in look("/sager/", q="herberg")
    assert "Ingen sager passer" not in look("/sager/", q="varmestue")


def test_an_empty_search_result_says_so_and_shows_the_way_on(look, shelter):
    page = look("/sager/", q="findes <ikke>")
    assert "Ingen sager passer til »findes &lt;ikke&gt;«." in page
    assert "Vis alle sager" in page


@pytest.mark.parametrize("query", [{"organ": "socialudvalget"}, {"aar": "2018"}, {"organ": "socialudvalget", "aar": "2018", "q": "havnen"}])
@pytest.mark.parametrize("order", ["", "nummer"])
def test_the_list_is_narrowed_by_body_and_year(look, shelter, café, query, order):
    page = look("/sager/", sortering=order, **query)
    assert "Herberg" in page
    assert "Natcafé" not in page


def test_what_is_not_understood_in_the_address_narrows_nothing(look, shelter):
    assert "Herberg" in look("/sager/", organ="' or 1=1", aar="næste")


def test_the_latest_meeting_comes_first_and_numbers_go_by_their_parts(look, shelter, café):
    f.AgendaItemFactory(meeting__published=True, case__number="27.36.00-A08-30-18", meeting__date=dt.date(2018, 6, 7), title="Tandpleje")
    newest_first = look("/sager/")
    assert newest_first.index("Herberg") < newest_first.index("Tandpleje") < newest_first.index("Natcafé")
    by_number = look("/sager/", sortering="nummer")
    assert by_number.index("Natcafé") < by_number.index("Herberg") < by_number.index("Tandpleje")


@pytest.mark.parametrize("order", ["", "nummer"])
def test_a_case_stands_once_however_often_it_was_treated(look, shelter, order):
    assert look("/sager/", sortering=order).count('class="row-title"') == 1


def test_htmx_gets_the_results_alone_and_history_the_whole_page(client, shelter):
    part = client.get("/sager/", {"q": "herberg"}, headers={"HX-Request": "true"})
    assert "Herberg" in part.content.decode()
    assert "<html" not in part.content.decode()
    assert "HX-Request" in part["Vary"]
    restored = client.get("/sager/", headers={"HX-Request": "true", "HX-History-Restore-Request": "true"})
    assert "<html" in restored.content.decode()


def test_a_long_list_is_paged_and_keeps_its_search(look, client):
    meeting = f.MeetingFactory(published=True)
    for number in range(26):
        f.AgendaItemFactory(meeting=meeting, title=f"Bevilling {number}")
    first = look("/sager/", q="bevilling")
    assert first.count('class="row-title"') == 25
    assert "?q=bevilling&amp;side=2" in first
    assert look("/sager/", q="bevilling", side="2").count('class="row-title"') == 1
    assert client.get("/sager/", {"side": "3"}).status_code == 404
