"""On the review page a doubt is answered beside its marked words, by two plain buttons, and the answer can be taken back."""

import pytest
from django.urls import reverse

from accounts.models import Role
from meetings.models import AgendaItem
from minutes import services
from reader import facts, format
from tests.factories import BodyFactory, MembershipFactory, SecretaryAssignmentFactory, UserFactory
from tests.importing.documents import simple
from tests.importing_pages.desk import NOW, answer_doubt, apply, reviewed, seen

pytestmark = pytest.mark.django_db


@pytest.fixture
def import_(secretary):
    minutes = simple("Varmestue", "Klagesag", decision="Godkendt.")
    item = minutes.items[-1]
    item.closed = item.in_doubt = True
    minutes.warnings.append(facts.Warning("maybe_closed", 2, {"words": "for lukkede døre"}, "Sagen behandles for lukkede døre.", item.at))
    return reviewed(minutes, by=secretary)


@pytest.fixture
def answer(desk, import_):
    def send(said: str, item: str = "2"):
        return answer_doubt(desk, import_, said, item)

    return send


def state(import_) -> tuple[bool, bool]:
    import_.refresh_from_db()
    item = services.reading_of(import_).items[-1]
    return item.closed, item.in_doubt


def test_the_words_are_marked_beside_the_place_and_one_comes_back_to_them(desk, import_, answer):
    page = desk.get(import_.get_absolute_url()).content.decode()
    assert "Sagen behandles <mark>for lukkede døre</mark>." in page
    assert answer("lukket").redirect_chain == [(f"{import_.get_absolute_url()}#doubt-2", 302)]


@pytest.mark.parametrize(("said", "closed"), [("aabent", False), ("lukket", True)])
def test_it_is_answered_and_the_page_says_by_whom(import_, answer, secretary, said, closed):
    page = seen(answer(said))
    assert state(import_) == (closed, False)
    assert f"Svaret er: {'lukket' if closed else 'åbent'}. {secretary}" in page
    assert "1 lukket punkt forbliver lukket" in page if closed else "Alle kan læse de 2 åbne punkter" in page
    answer("fortryd")
    assert state(import_) == (True, True)


def test_an_answered_doubt_is_published_as_it_was_answered(desk, import_, answer):
    answer("aabent")
    apply(desk, import_, publish="on")
    item = AgendaItem.objects.get(title="Klagesag")
    assert (item.closed, item.in_doubt) == (False, False)
    assert item.meeting.minutes_published_at


def test_unanswered_it_is_closed_in_the_register_and_the_page_says_what_waits(desk, import_):
    assert "Ingen har sagt endnu, om punkt 2 er åbent eller lukket." in seen(apply(desk, import_))
    page = desk.get(import_.get_absolute_url())
    assert "Venter på dit svar" in seen(page)
    assert AgendaItem.objects.get(title="Klagesag").get_absolute_url() in page.content.decode()


@pytest.mark.parametrize(("said", "item"), [("måske", "2"), ("aabent", "1"), ("aabent", "99"), ("aabent", "")])
def test_what_is_no_answer_to_a_doubt_is_not_found(import_, answer, said, item):
    assert answer(said, item).status_code == 404
    assert state(import_) == (True, True)


def test_an_item_in_doubt_since_a_closed_one_was_joined_with_it_is_answered_on_the_page(desk, secretary):
    minutes = simple("Varmestue", "Klagesag")
    minutes.items[-1].closed = True
    import_ = reviewed(minutes, by=secretary)
    services.join_items(import_=import_, item="2", into="1", by=secretary, now=NOW)
    address = f"{import_.get_absolute_url()}tvivl/"
    assert "er flyttet hertil. Er punktet lukket?" in seen(desk.get(import_.get_absolute_url()))
    assert address in desk.get(import_.get_absolute_url()).content.decode()
    answer_doubt(desk, import_, "lukket", "1")
    assert state(import_) == (True, False)


def test_an_item_closed_by_hand_is_told_as_corrected_also_where_another_was_in_doubt(desk, import_, secretary):
    services.correct_reading(import_=import_, item="1", changes={"closed": True}, by=secretary, now=NOW)
    correction = import_.corrections.get()
    assert reverse("import-correction-undo", args=[import_.pk, correction.pk]) in desk.get(import_.get_absolute_url()).content.decode()


def test_an_answer_to_an_item_shown_otherwise_answers_nothing(desk, import_, secretary):
    """In the other reading another item, in doubt itself, has the number of the one that was shown."""
    other = simple("Varmestue", "Afskedigelse af en ansat")
    other.items[1].closed = other.items[1].in_doubt = True
    other.warnings.append(facts.Warning("maybe_closed", 2, {"words": "fortroligt"}, "fortroligt", other.items[1].at))
    import_.other_reading = format.to_json(other, places=True)
    import_.save()
    shown = desk.get(import_.get_absolute_url()).content.decode()
    services.take_other_reading(import_=import_, by=secretary, now=NOW)
    for page in (shown, "without a mark"):
        assert "Nogen har rettet det læste, siden du åbnede siden." in seen(answer_doubt(desk, import_, "aabent", "2", page))
        assert state(import_) == (True, True)


def test_what_is_in_the_register_is_answered_there(desk, import_, answer):
    apply(desk, import_)
    assert "tvivl/" not in desk.get(import_.get_absolute_url()).content.decode()
    answer("aabent")
    assert AgendaItem.objects.get(title="Klagesag").in_doubt


def test_the_secretary_of_another_body_is_not_told_of_it(client, import_):
    client.force_login(SecretaryAssignmentFactory(body=BodyFactory(), user=UserFactory(role=Role.SECRETARY)).user)
    assert client.post(f"{import_.get_absolute_url()}tvivl/", {"svar": "aabent", "punkt": "2"}).status_code == 404


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("Amina Haddad", "Amina Haddad var inhabil og er udelukket fra at læse punktet."),
        ("Viggo Storm", "Viggo Storm var inhabil, men navnet er ikke med sikkerhed et medlems."),
    ],
)
def test_the_page_says_who_will_be_shut_out_of_a_closed_item(desk, secretary, council, printed, said):
    MembershipFactory(body=council, person__name="Amina Haddad")
    away = [facts.Absence(printed, "did_not_participate", disqualified=True)]
    minutes = simple("Klagesag", closed=True, absences=away)
    assert said in seen(desk.get(reviewed(minutes, by=secretary).get_absolute_url()))


class TestClosedInTheRegister:
    """The later document has the register's closed words in an open item: asked, told and answered as any doubt."""

    CLOSED = "Naboen har klaget over støj fra gården."

    @pytest.fixture
    def later(self, desk, secretary):
        first = simple("Varmestue", "Klagesag", "Rejsekort", decision="Godkendt.")
        first.items[1].closed, first.items[1].decision = True, self.CLOSED
        apply(desk, reviewed(first, by=secretary), publish="on")
        second = simple("Varmestue", "Rejsekort", decision=f"Godkendt. {self.CLOSED}")
        second.items[1].decision = "Godkendt."
        return reviewed(second, by=secretary)

    def test_it_is_asked_about_and_the_text_is_not_ticked(self, desk, later):
        page = desk.get(later.get_absolute_url())
        assert f"»{self.CLOSED}« står i et punkt, der er lukket i registret. Er dette punkt lukket?" in seen(page)
        assert "Det kan være tekst, der er lukket i registret." in seen(page)
        shown = {one.path: one.is_ticked for group in page.context["reading"].groups for one in group.changes}
        assert shown["item/1/decision"] is False
        assert not page.context["reading"].is_agenda
        assert page.context["reading"].in_doubt

    def test_left_unanswered_the_published_item_stays_as_it_was(self, desk, later):
        apply(desk, later, public="on")
        item = AgendaItem.objects.get(title="Varmestue")
        assert (item.closed, item.decision) == (False, "Godkendt.")

    def test_answered_open_it_is_taken_over_and_the_answer_can_be_taken_back(self, desk, later):
        def send(said):
            return answer_doubt(desk, later, said, "1")

        page = send("aabent")
        assert "Svaret er: åbent." in seen(page)
        assert {one.path: one.is_ticked for group in page.context["reading"].groups for one in group.changes}["item/1/decision"]
        assert "Svaret er:" not in seen(send("fortryd"))
        assert send("aabent").status_code == 200
        apply(desk, later, all="on", public="on")
        item = AgendaItem.objects.get(title="Varmestue")
        assert (item.closed, item.in_doubt, item.decision) == (False, False, f"Godkendt. {self.CLOSED}")

    def test_nobody_is_told_on_anothers_page(self, client, later):
        client.force_login(
            SecretaryAssignmentFactory(body=BodyFactory(name="Havnerådet", slug="havneraadet"), user__name="Aksel Storm").user
        )
        response = client.get(later.get_absolute_url())
        assert response.status_code == 404 or "lukket i registret" not in seen(response)
