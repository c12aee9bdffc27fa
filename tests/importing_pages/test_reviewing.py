"""The review page: what was read, how sure, and where it stands."""

import datetime as dt

import pytest

from cases.models import Case
from minutes import services
from minutes.models import Import
from reader import facts
from tests.factories import AgendaItemFactory, BodyFactory, ImportFactory, MembershipFactory, PersonFactory, SecretaryAssignmentFactory
from tests.importing.documents import simple
from tests.importing_pages.desk import NOW, PLACE, reviewed, seen, text_file, upload

pytestmark = pytest.mark.django_db
NUMBER = "27.15.00-A08-7-25"


def test_the_meeting_and_its_items_are_shown_with_their_places(desk, secretary):
    import_ = reviewed(simple("Varmestue", decision="Godkendt.", case_number=NUMBER), by=secretary)
    page = desk.get(import_.get_absolute_url())
    assert "Udsatterådet (samme navn)" in seen(page)
    assert "onsdag d. 5. marts 2025" in seen(page)
    assert "Punkt 1: Varmestue" in seen(page)
    assert f"{NUMBER} ny" in seen(page)
    assert f'href="{import_.get_absolute_url()}original/?side=1&amp;fra=2&amp;til=2#maerket"' in page.content.decode()


def test_a_known_case_and_a_known_person_are_links_and_new_ones_are_marked(desk, secretary, council):
    AgendaItemFactory(meeting__body=council, case__number=NUMBER)
    person = MembershipFactory(body=council, person__name="Agnete Bregnholt").person
    away = [facts.Absence("Agnete Bregnholt", "absent", PLACE), facts.Absence("Birger Elmelund", "absent", PLACE)]
    page = desk.get(reviewed(simple("Varmestue", case_number=NUMBER, absences=away), by=secretary).get_absolute_url())
    assert f'<a class="number" href="{Case.objects.get(number=NUMBER).get_absolute_url()}">{NUMBER}</a>' in page.content.decode()
    assert f'<a href="{person.get_absolute_url()}">Agnete Bregnholt</a>' in page.content.decode()
    assert "Birger Elmelund ny" in seen(page)
    assert "Agnete Bregnholt medlem af organet med det navn" in seen(page)


def test_a_case_known_only_from_a_closed_item_elsewhere_is_shown_as_new(desk, secretary):
    AgendaItemFactory(closed=True, case__number="27.15.00-K02-1-25")
    page = desk.get(reviewed(simple("Klage", case_number="27.15.00-K02-1-25"), by=secretary).get_absolute_url())
    assert "27.15.00-K02-1-25 ny" in seen(page)


def test_a_name_that_two_people_have_is_linked_to_neither(desk, secretary):
    PersonFactory.create_batch(2, name="Agnete Bregnholt")
    away = [facts.Absence("Agnete Bregnholt", "absent", PLACE)]
    words = seen(desk.get(reviewed(simple("Varmestue", absences=away), by=secretary).get_absolute_url()))
    assert "Registret har flere personer, der hedder »Agnete Bregnholt«" in words
    assert "Agnete Bregnholt ny" not in words


def test_warnings_and_what_was_not_understood_are_lists_of_their_own(desk, secretary):
    minutes = simple("Varmestue")
    minutes.meeting.body = "Udsatteråded"
    minutes.warnings = [facts.Warning("not_understood", 1, {"part": "Udfald"}, "3 sedler til gul", facts.TextPlace(1, 9, 11))]
    words = seen(desk.get(reviewed(minutes, by=secretary).get_absolute_url()))
    assert "1 bemærkning" in words
    assert "Organet »Udsatteråded« er taget for »Udsatterådet«. Er det stavet forkert?" in words
    assert words.index("Ikke forstået Disse steder") > words.index("1 bemærkning")
    assert "Punkt 1: Der er ikke læst noget ud af »Udfald«. Vis i originalen: s. 1, l. 9–11 3 sedler til gul" in words


def test_a_document_without_fault_says_so(desk, secretary):
    assert "Intet i dokumentet så forkert ud." in seen(desk.get(reviewed(simple("Varmestue"), by=secretary).get_absolute_url()))


def test_votes_outcomes_and_the_rest_are_shown(desk, secretary):
    vote = facts.VoteFacts(6, 1, None, [], ["Agnete Bregnholt", "Havnelisten"], "decision", PLACE)
    minutes = simple(
        "Varmestue",
        recommendations=[facts.RecommendationFacts(1, "at varmestuen åbner", PLACE)],
        outcomes=[facts.OutcomeFacts(1, "approved", PLACE)],
        votes=[vote],
        recommended_to=["Udsatterådet", "Byrådet"],
        earlier_treatments=[facts.EarlierTreatment("Socialudvalget", dt.date(2025, 2, 4), 67, "Godkendt.", PLACE)],
        references=[facts.ReferenceFacts(None, None, [3], "Se punkt 3.", PLACE)],
        attachments=[facts.AttachmentFacts("Bilag 1", PLACE)],
        guests=[facts.GuestFacts("Tine Lyngsøe", "leder", PLACE)],
        substitutes=[facts.Substitute("Birger Elmelund", "Gerda Ålund", PLACE)],
        appointments=[facts.Appointment("Gerda Ålund", "styregruppen", PLACE)],
        brought_to_council=[facts.BroughtToCouncil("Knud Havbro", PLACE)],
        sections=[facts.SectionFacts("Økonomi", "Ingen.", PLACE)],
    )
    words = seen(desk.get(reviewed(minutes, by=secretary).get_absolute_url()))
    for expected in (
        "1. at varmestuen åbner Godkendt",
        "6 for, 1 imod. Imod: Agnete Bregnholt ny, Havnelisten",
        "Udsatterådet →, derefter Byrådet ny",
        "Socialudvalget ny, 4. februar 2025, punkt 67: Godkendt.",
        "punkt 3: Se punkt 3.",
        "Bilag 1",
        "Tine Lyngsøe ny, leder",
        "Birger Elmelund ny for Gerda Ålund",
        "Gerda Ålund ny, styregruppen",
        "Begærede sagen i byrådet Knud Havbro",
        "Økonomi Vis i originalen: s. 1, l. 3 Ingen.",
    ):
        assert expected in words, expected


def test_an_unreadable_file_says_why_and_what_to_do(desk, secretary):
    error = {"code": "no_text", "params": {"format": "pdf", "pages": 12}}
    import_ = ImportFactory(state="unreadable", error=error, document__uploaded_by=secretary)
    words = seen(desk.get(import_.get_absolute_url()))
    assert "Filen (PDF) har ingen tekst, kun billeder af sider" in words
    assert "Upload en rettet fil i stedet." in words


@pytest.mark.parametrize("state", ["discarded", "undone"])
def test_what_was_discarded_or_undone_tells_how_to_begin_again(desk, secretary, state):
    import_ = ImportFactory(state=state, document__uploaded_by=secretary)
    assert "Upload den igen for at få den læst på ny." in seen(desk.get(import_.get_absolute_url()))


def test_a_waiting_import_asks_until_it_is_read_and_then_shows_itself(desk):
    upload(desk, text_file())
    address = Import.objects.get().get_absolute_url()
    assert 'hx-trigger="every 2s"' in desk.get(address).content.decode()
    assert desk.get(address, headers={"HX-Request": "true"}).status_code == 204
    services.read_next(now=NOW)
    assert desk.get(address, headers={"HX-Request": "true"})["HX-Refresh"] == "true"
    assert "Punkt 7: Varmestue ved havnen" in seen(desk.get(address))


def test_the_next_document_to_review_is_a_click_away(desk, secretary):
    first, second = (reviewed(simple(title), by=secretary) for title in ("Varmestue", "Rejsekort"))
    assert f'href="{second.get_absolute_url()}">Næste til gennemsyn:' in desk.get(first.get_absolute_url()).content.decode()


def test_of_another_bodys_register_nothing_is_told(client, council):
    """Somebody who makes up minutes of a body he or she does not manage learns nothing of what that body has."""
    stranger = SecretaryAssignmentFactory(body=BodyFactory(name="Ældrerådet")).user
    AgendaItemFactory(meeting__body=council, meeting__date=dt.date(2025, 3, 5), number=1, title="Kanariefugl", closed=True)
    AgendaItemFactory(meeting__body=council, meeting__date=dt.date(2025, 5, 7), number=2, title="Kanariefugl", closed=True)
    client.force_login(stranger)
    page = client.get(reviewed(simple("Varmestue", "Rejsekort"), by=stranger).get_absolute_url())
    assert "Du er ikke sekretær for Udsatterådet" in seen(page)
    assert "Kanariefugl" not in page.content.decode()
    assert "Intet i dokumentet så forkert ud." in seen(page)


def proposing(position: int, **columns) -> facts.ProposalFacts:
    told = {"kind": "task", "due_start": None, "due_end": None, "recurrence": None, "responsible": None}
    return facts.ProposalFacts(1, 0.6, "Ruth samler underskrifter.", ["samler"], **told, position=position, at=PLACE, **columns)


def test_what_is_maybe_a_promise_stands_by_its_item_and_counts_nowhere(desk, secretary):
    minutes = simple("Varmestue", "Rejsekort")
    minutes.proposals = [proposing(2)]
    page = desk.get(reviewed(minutes, by=secretary).get_absolute_url())
    own, other = page.content.decode().split("Rejsekort", 1)
    assert "Ruth" not in own
    assert "<q>Ruth <mark>samler</mark> underskrifter.</q>" in other
    assert "Opgave, måske" in seen(page)
    assert "Godkend også alle løfter" not in seen(page)


def test_nothing_is_maybe_a_promise_in_a_closed_item(desk, secretary):
    minutes = simple("Varmestue")
    minutes.items[0].closed, minutes.proposals = True, [proposing(1)]
    assert "måske" not in seen(desk.get(reviewed(minutes, by=secretary).get_absolute_url()))


def test_a_reading_from_before_anything_was_proposed_is_shown(desk, secretary):
    import_ = reviewed(simple("Varmestue"), by=secretary)
    del import_.reading["proposals"]
    import_.save(update_fields=["reading"])
    assert "Punkt 1: Varmestue" in seen(desk.get(import_.get_absolute_url()))


@pytest.mark.parametrize("count", [1, 12])
def test_the_review_takes_as_many_queries_whatever_the_number_of_items(desk, secretary, django_assert_num_queries, count):
    titles = [f"Varmestue {number}" for number in range(count)]
    away = [facts.Absence("Agnete Bregnholt", "absent", PLACE)]
    import_ = reviewed(simple(*titles, case_number=NUMBER, absences=away), by=secretary)
    desk.get(import_.get_absolute_url())
    with django_assert_num_queries(QUERIES):
        desk.get(import_.get_absolute_url())


QUERIES = 21
