"""What the secretary does with a reading: into the register, in part or whole; discarded; taken back."""

import datetime as dt
import re

import pytest

from meetings.models import AgendaItem, Meeting
from minutes.models import Import
from reader import facts
from tests.factories import BodyFactory, SecretaryAssignmentFactory, UserFactory
from tests.importing.documents import simple
from tests.importing_pages.desk import NOW, apply, reviewed, seen, shown_version

pytestmark = pytest.mark.django_db


@pytest.fixture
def in_register(desk, secretary):
    """Minutes of two items in the register."""
    first = reviewed(simple("Varmestue", "Rejsekort", decision="Godkendt."), by=secretary)
    apply(desk, first, publish="on")
    return Import.objects.get(pk=first.pk)


def said() -> list[tuple[str, str]]:
    return list(AgendaItem.objects.order_by("number").values_list("title", "decision"))


def test_a_reviewed_meeting_goes_into_the_register_and_is_published(desk, secretary):
    page = apply(desk, reviewed(simple("Varmestue"), by=secretary), publish="on")
    meeting = Meeting.objects.get()
    assert "referat.txt er lagt i registret." in seen(page)
    assert f'href="{meeting.get_absolute_url()}"' in page.content.decode()
    assert meeting.minutes_published_at is not None


def test_the_next_document_comes_up_at_once_the_oldest_meeting_first(desk, secretary):
    first = reviewed(simple("Varmestue"), by=secretary)
    reviewed(simple("Rejsekort", number=5, day=dt.date(2025, 5, 7)), by=secretary)
    older = reviewed(simple("Budget", number=9, day=dt.date(2024, 12, 4)), by=secretary)
    assert apply(desk, first, next="1").redirect_chain == [(older.get_absolute_url(), 302)]


def test_after_the_last_document_one_stays_with_it(desk, secretary):
    import_ = reviewed(simple("Varmestue"), by=secretary)
    assert apply(desk, import_, next="1").redirect_chain == [(import_.get_absolute_url(), 302)]


def test_without_the_tick_it_is_not_published(desk, secretary):
    apply(desk, reviewed(simple("Varmestue"), by=secretary))
    assert Meeting.objects.get().minutes_published_at is None


@pytest.mark.parametrize("kind", ["minutes", "agenda"])
def test_publishing_is_never_ticked_in_advance_and_says_what_becomes_public(desk, secretary, kind):
    minutes = simple("Varmestue", "Klagesag", "Rampe")
    minutes.kind, minutes.items[1].closed = kind, True
    page = desk.get(reviewed(minutes, by=secretary).get_absolute_url())
    assert not re.search(r"name=.publish.[^>]*checked", page.content.decode())
    assert "Alle kan læse de 2 åbne punkter" in seen(page)
    assert "1 lukket punkt forbliver lukket." in seen(page)


def test_nothing_in_doubt_is_offered_for_publishing_and_the_page_says_what_waits(desk, secretary):
    import_ = reviewed(in_doubt("Varmestue", "Klagesag"), by=secretary)
    page = desk.get(import_.get_absolute_url())
    assert 'name="publish"' not in page.content.decode()
    assert "Der kan ikke offentliggøres noget, før du har svaret" in seen(page)
    assert "Der står »LUKKET«. Er punktet lukket?" in seen(page)
    assert "Sagen er <mark>LUKKET</mark> her" in page.content.decode()
    assert "så forkert ud" not in seen(page)
    assert "Det er ikke offentliggjort." in seen(apply(desk, import_, publish="on"))
    assert not Meeting.objects.exists()


def test_a_document_that_tells_of_closed_items_without_having_any_is_not_offered_for_publishing(desk, secretary):
    minutes = simple("Varmestue")
    minutes.warnings.append(
        facts.Warning("maybe_closed", None, {"words": "Lukket dagsorden"}, "Lukket dagsorden", facts.TextPlace(1, 1, 1))
    )
    page = desk.get(reviewed(minutes, by=secretary).get_absolute_url())
    assert 'name="publish"' not in page.content.decode()
    assert "Dokumentet fortæller om lukkede punkter, men ingen blev fundet" in seen(page)


@pytest.mark.parametrize("published", ["agenda", "minutes"])
def test_of_a_published_meeting_the_page_says_that_new_items_are_public_at_once(desk, secretary, in_register, published):
    times = {f"{one}_published_at": NOW if one == published else None for one in ("agenda", "minutes")}
    Meeting.objects.update(**times)
    later = simple("Varmestue", "Rejsekort", "Rampe", decision="Godkendt.")
    later.warnings.append(facts.Warning("maybe_closed", None, {"words": "Lukket dagsorden"}, "Lukket dagsorden", facts.TextPlace(1, 1, 1)))
    page = seen(desk.get(reviewed(later, by=secretary).get_absolute_url()))
    assert "De åbne punkter, du lægger i registret, kan alle læse med det samme." in page
    assert "ingen blev fundet i det. Se det igennem, før du lægger det i registret." in page


@pytest.mark.parametrize(
    ("published", "titles", "decision", "count"),
    [
        ("minutes", ("Varmestue", "Rejsekort", "Rampe"), "Godkendt.", 1),
        ("agenda", ("Varmestue", "Rejsekort", "Rampe"), "Godkendt.", 1),
        ("minutes", ("Varmestue", "Rejsekort"), "Udsat.", 2),
        ("agenda", ("Varmestue", "Rejsekort"), "Udsat.", 0),  # decisions wait for the minutes
        ("", ("Varmestue", "Rejsekort", "Rampe"), "Godkendt.", 0),
    ],
)
def test_what_would_be_public_at_once_is_counted_and_must_be_allowed(desk, secretary, in_register, published, titles, decision, count):
    Meeting.objects.update(**{f"{one}_published_at": NOW if one == published else None for one in ("agenda", "minutes")})
    import_ = reviewed(simple(*titles, decision=decision), by=secretary)
    page = desk.get(import_.get_absolute_url())
    told = {0: "", 1: "1 åbent punkt er nyt eller siger noget nyt.", 2: "2 åbne punkter er nye eller siger noget nyt."}[count]
    assert told in seen(page)
    assert bool(re.search(r'id="public" name="public">', page.content.decode())) == bool(count)
    refused = apply(desk, import_, all="1", public="")
    assert ("kunne alle læse det nye" in seen(refused)) == bool(count)
    assert Import.objects.get(pk=import_.pk).state == ("review" if count else "applied")


def test_publishing_says_how_many_items_of_the_whole_meeting_everybody_can_read(desk, secretary, in_register):
    Meeting.objects.update(minutes_published_at=None)
    supplement = simple("Varmestue")
    supplement.kind = "agenda"
    assert "Alle kan læse de 2 åbne punkter" in seen(desk.get(reviewed(supplement, by=secretary).get_absolute_url()))


def test_a_document_without_items_is_not_offered_for_publishing_and_is_not_published(desk, secretary):
    import_ = reviewed(simple(), by=secretary)
    assert 'name="publish"' not in desk.get(import_.get_absolute_url()).content.decode()
    assert "Mødet har ingen punkter, så der er ikke noget at offentliggøre." in seen(apply(desk, import_, publish="on"))
    assert not Meeting.objects.exists()


def in_doubt(*titles: str) -> facts.Minutes:
    """Minutes of which the last item is in doubt."""
    minutes = simple(*titles)
    item = minutes.items[-1]
    item.closed = item.in_doubt = True
    minutes.warnings.append(facts.Warning("maybe_closed", item.number, {"words": "LUKKET"}, "Sagen er LUKKET her", item.at))
    return minutes


def test_a_second_click_changes_nothing_and_does_not_say_that_it_did(desk, secretary):
    import_ = reviewed(simple("Varmestue"), by=secretary)
    version = shown_version(desk, import_)
    pages = [desk.post(f"{import_.get_absolute_url()}godkend/", {"shown": version, "publish": "on"}, follow=True) for _ in range(2)]
    assert "referat.txt er lagt i registret." in seen(pages[0])
    assert "referat.txt var allerede i registret. Der er ikke ændret noget." in seen(pages[1])
    assert AgendaItem.objects.count() == 1


def test_the_differences_of_a_corrected_version_are_shown_side_by_side(desk, secretary, in_register):
    corrected = simple("Varmestue ved havnen", "Rejsekort", decision="Godkendt med bemærkninger.")
    page = desk.get(reviewed(corrected, by=secretary).get_absolute_url())
    assert "Dokumentet afviger fra registret 3 steder." in seen(page)
    assert "<ins>ved havnen</ins>" in page.content.decode()
    assert "<ins>med bemærkninger</ins>" in page.content.decode()


def test_one_difference_is_one_place(desk, secretary, in_register):
    page = desk.get(reviewed(simple("Varmestue ved havnen", "Rejsekort", decision="Godkendt."), by=secretary).get_absolute_url())
    assert "Dokumentet afviger fra registret ét sted." in seen(page)
    assert "Læg alle ændringer i registret" in seen(page)


def test_only_the_accepted_differences_are_taken_over(desk, secretary, in_register):
    import_ = reviewed(simple("Varmestue ved havnen", "Rejsekort", decision="Udsat."), by=secretary)
    apply(desk, import_, accepted=["item/1/decision"])
    assert said() == [("Varmestue", "Udsat."), ("Rejsekort", "Godkendt.")]


def test_all_can_be_accepted_with_one_click(desk, secretary, in_register):
    import_ = reviewed(simple("Varmestue ved havnen", "Rejsekort", decision="Udsat."), by=secretary)
    apply(desk, import_, all="1")
    assert said() == [("Varmestue ved havnen", "Udsat."), ("Rejsekort", "Udsat.")]


def test_what_would_open_a_closed_item_is_not_ticked_and_says_what_a_tick_does(desk, secretary, in_register):
    AgendaItem.objects.filter(number=1).update(closed=True)
    import_ = reviewed(simple("Varmestue", "Rejsekort", decision="Udsat."), by=secretary)
    page = desk.get(import_.get_absolute_url())
    assert "Punktet er lukket i registret." in seen(page)
    assert 'value="item/1/closed" data-by-itself' in page.content.decode()
    apply(desk, import_, all="1")
    assert list(AgendaItem.objects.order_by("number").values_list("closed", "decision")) == [(True, "Udsat."), (False, "Udsat.")]


def test_a_version_that_says_the_same_says_so(desk, secretary, in_register):
    import_ = reviewed(simple("Varmestue", "Rejsekort", decision="Godkendt."), by=secretary)
    assert "er allerede i registret, og der står det samme som i dokumentet." in seen(desk.get(import_.get_absolute_url()))


def test_what_changed_after_the_page_was_opened_is_shown_before_anything_is_taken_over(desk, secretary):
    import_ = reviewed(simple("Varmestue"), by=secretary)
    version = shown_version(desk, import_)
    apply(desk, reviewed(simple("Varmestue og bad"), by=secretary))
    page = desk.post(f"{import_.get_absolute_url()}godkend/", {"shown": version}, follow=True)
    assert "Registret er ændret, siden du åbnede siden." in seen(page)
    assert AgendaItem.objects.get().title == "Varmestue og bad"


def test_a_document_without_a_date_cannot_be_put_in_the_register(desk, secretary):
    minutes = simple("Varmestue")
    minutes.meeting.date = None
    import_ = reviewed(minutes, by=secretary)
    page = desk.get(import_.get_absolute_url())
    assert "Organet eller datoen er ikke fundet i dokumentet" in seen(page)
    assert "så forkert ud" not in seen(page)
    apply(desk, import_)
    assert not Meeting.objects.exists()


def test_a_secretary_puts_in_the_register_only_what_belongs_to_bodies_managed(desk, secretary):
    BodyFactory(name="Ældrerådet")
    import_ = reviewed(simple("Varmestue", body="Ældrerådet"), by=secretary)
    page = desk.get(import_.get_absolute_url())
    assert 'type="submit"' not in page.content.decode().split('id="decide"')[1].split("</form>")[0]
    refused = desk.post(f"{import_.get_absolute_url()}godkend/", {"shown": "x"}, follow=True)
    assert "Du er ikke sekretær for Ældrerådet" in seen(refused)
    assert not Meeting.objects.exists()


def test_an_administrator_may_for_every_body(client, council):
    administrator = UserFactory(administrator=True)
    client.force_login(administrator)
    apply(client, reviewed(simple("Varmestue"), by=administrator))
    assert Meeting.objects.get().body == council


@pytest.mark.parametrize("state", ["review", "waiting"])
def test_discarding_asks_first_and_leaves_the_reading(desk, secretary, state):
    import_ = reviewed(simple("Varmestue"), by=secretary)
    Import.objects.update(state=state)
    address = f"{import_.get_absolute_url()}kasser/"
    assert f'href="{address}"' in desk.get(import_.get_absolute_url()).content.decode()
    assert "Vil du kassere det, der er læst?" in seen(desk.get(address))
    assert Import.objects.get().state == state
    page = desk.post(address, follow=True)
    assert "er kasseret. Upload filen igen" in seen(page)
    assert Import.objects.get().state == "discarded"


def test_what_is_in_the_register_cannot_be_discarded(desk, in_register):
    assert desk.get(f"{in_register.get_absolute_url()}kasser/").url == in_register.get_absolute_url()
    page = desk.post(f"{in_register.get_absolute_url()}kasser/", follow=True)
    assert "Importen kan ikke længere kasseres." in seen(page)
    assert Import.objects.get().state == "applied"


def test_undoing_asks_first_and_then_takes_everything_back(desk, in_register):
    address = f"{in_register.get_absolute_url()}fortryd/"
    assert "Mødet og alle dets punkter fjernes fra registret." in seen(desk.get(address))
    assert Meeting.objects.exists()
    assert "er fortrudt." in seen(desk.post(address, follow=True))
    assert not Meeting.objects.exists()
    assert "var allerede fortrudt. Der er ikke ændret noget." in seen(desk.post(address, follow=True))


def test_undoing_a_correction_says_that_the_first_version_comes_back(desk, secretary, in_register):
    correction = reviewed(simple("Varmestue og bad", "Rejsekort", decision="Godkendt."), by=secretary)
    apply(desk, correction, all="1")
    address = f"{correction.get_absolute_url()}fortryd/"
    assert "Mødet bliver, som det var før importen." in seen(desk.get(address))
    desk.post(address)
    assert list(AgendaItem.objects.order_by("number").values_list("title", flat=True)) == ["Varmestue", "Rejsekort"]


def test_undoing_what_was_changed_since_is_refused_in_words(desk, in_register):
    AgendaItem.objects.filter(number=1).update(title="Rettet i hånden")
    page = desk.post(f"{in_register.get_absolute_url()}fortryd/", follow=True)
    assert "Mødet er ændret siden, så importen kan ikke fortrydes" in seen(page)
    assert Meeting.objects.exists()


def test_an_import_that_is_not_in_the_register_has_nothing_to_undo(desk, secretary):
    import_ = reviewed(simple("Varmestue"), by=secretary)
    assert desk.get(f"{import_.get_absolute_url()}fortryd/", follow=True).redirect_chain == [(import_.get_absolute_url(), 302)]
    assert "der er ikke noget at fortryde" in seen(desk.post(f"{import_.get_absolute_url()}fortryd/", follow=True))


def test_two_secretaries_who_take_the_same_document_end_with_one_meeting(client, desk, secretary, council):
    import_ = reviewed(simple("Varmestue"), by=secretary)
    version = shown_version(desk, import_)
    apply(desk, import_)
    client.force_login(SecretaryAssignmentFactory(body=council).user)
    client.post(f"{import_.get_absolute_url()}godkend/", {"shown": version}, follow=True)
    assert (Meeting.objects.count(), AgendaItem.objects.count()) == (1, 1)


def test_every_kind_of_fact_can_be_shown_as_a_difference(desk, secretary):
    place = facts.TextPlace(1, 1, 1)
    apply(desk, reviewed(simple("Varmestue"), by=secretary))
    rich = simple(
        "Varmestue",
        closed=True,
        recommendations=[facts.RecommendationFacts(1, "at åbne", place)],
        outcomes=[facts.OutcomeFacts(1, "deferred", place), facts.OutcomeFacts(None, "noted", place)],
        votes=[facts.VoteFacts(5, 2, 1, ["Havnelisten"], ["Knud Havbro"], "Byrådet", place)],
        absences=[facts.Absence("Agnete Bregnholt", "did_not_participate", place)],
        substitutes=[facts.Substitute("Birger Elmelund", "Gerda Ålund", place)],
    )
    rich.meeting.end = rich.meeting.start.replace(hour=18)
    rich.time_plan = [facts.TimePlanRowFacts(rich.meeting.start, rich.meeting.end, "Varmestue", 1, ["Tine Lyngsøe"], at=place)]
    words = seen(desk.get(reviewed(rich, by=secretary).get_absolute_url()))
    for expected in (
        "nej Dokumentet ja",
        "1. Udsat Taget til efterretning",
        "Byrådet: 5 for, 2 imod, 1 undlod. For: Havnelisten. Imod: Knud Havbro",
        "Agnete Bregnholt (",
        "Birger Elmelund for Gerda Ålund",
        "kl. 15.30–kl. 18.30 Varmestue Tine Lyngsøe",
    ):
        assert expected in words, expected
