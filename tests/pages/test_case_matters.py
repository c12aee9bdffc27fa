"""Ret forløb: the secretary says which appearances belong together, sees what was moved, and takes it back."""

import re

import pytest
from django.utils.html import escape

from cases.models import Matter
from meetings.models import MatterStep
from tests import factories as f
from tests.pages.conftest import member_of, secretary_of
from tests.pages.matters import address, chosen, matter_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def council():
    return f.BodyFactory(name="Rådet for Udsatte")


@pytest.fixture
def items(council):
    """Three items under one number: two about a night shelter in one matter, one about bus passes in another."""
    meeting = f.MeetingFactory(body=council, published=True)
    case, shelter = f.CaseFactory(number="27.15.00-A08-1-18"), f.MatterFactory(title="Natvarmestue")
    return [
        f.AgendaItemFactory(meeting=meeting, case=case, matter=shelter, title="Natvarmestue"),
        f.AgendaItemFactory(meeting=meeting, case=case, matter=shelter, title="Natvarmestue, status"),
        f.AgendaItemFactory(meeting=meeting, case=case, title="Buskort", matter__title="Buskort"),
    ]


@pytest.fixture
def secretary(council):
    return secretary_of(council)


@pytest.fixture
def send(client, items, secretary):
    """`send(flyt="1", …)` presses a button of the page as the secretary and gives the page that follows."""

    def press(user=secretary, **sent) -> str:
        client.force_login(user)
        response = client.post(address(items[0]), sent, follow=True)
        press.status = response.status_code
        return response.content.decode()

    return press


def test_the_page_is_linked_from_the_case_for_those_who_manage_a_body_of_it(look, items, council, secretary):
    link = f'href="{address(items[0])}"'
    case = items[0].case.get_absolute_url()
    assert link in look(case, secretary)
    assert link not in look(case)
    assert link not in look(case, member_of(council))


def test_others_are_not_told_that_there_is_such_a_page(client, items, council):
    for user in (member_of(council), secretary_of(f.BodyFactory())):
        client.force_login(user)
        assert client.get(address(items[0])).status_code == 404
        assert client.post(address(items[0]), {"flyt": "1", "punkt": chosen(items[2])}).status_code == 404


@pytest.mark.parametrize("number", ["12/27845", "MDR-2016-02836", "330-2018 / 3619"])
def test_a_number_of_any_form_has_the_page(look, council, secretary, number):
    item = f.AgendaItemFactory(meeting__body=council, case__number=number)
    assert item.title in look(address(item), secretary)
    assert item.title in look(item.case.get_absolute_url(), secretary)


def test_appearances_stand_by_matter_those_under_other_numbers_too(look, items, secretary, council):
    elsewhere = f.AgendaItemFactory(meeting__body=council, matter=items[0].matter, title="Natvarmestue, evaluering")
    page = look(address(items[0]), secretary)
    assert page.index("Buskort</legend>") < page.index("Natvarmestue</legend>") < page.index("Natvarmestue, evaluering</label>")
    assert elsewhere.case.number in page


def test_only_what_the_actor_serves_can_be_moved(client, look, send, items):
    foreign = f.AgendaItemFactory(meeting__published=True, case=items[0].case, title="Buskort i udvalget")
    assert "Buskort i udvalget</label>" not in look(address(items[0]), secretary_of(items[0].body))
    send(flyt="1", punkt=chosen(foreign, items[2]), til=str(items[0].matter_id))
    assert send.status == 404
    assert matter_of(items[2]) == items[2].matter_id


def test_an_item_of_another_case_cannot_be_slipped_in(send, items, council):
    other = f.AgendaItemFactory(meeting__body=council)
    send(flyt="1", punkt=chosen(other), til=str(items[0].matter_id))
    assert send.status == 404


def test_items_move_to_one_of_the_matters_shown(send, items, secretary):
    page = send(flyt="1", punkt=chosen(items[2]), til="her", her=str(items[0].matter_id))
    assert "1 punkt er flyttet." in page
    assert matter_of(items[2]) == items[0].matter_id
    assert MatterStep.objects.get().by == secretary


def test_items_move_to_a_matter_found_elsewhere(send, items):
    other = f.AgendaItemFactory(meeting__published=True, matter__title="Buskort til alle")
    assert "2 punkter er flyttet." in send(flyt="1", punkt=chosen(*items[1:]), til=str(other.matter_id))
    assert [matter_of(item) for item in items[1:]] == [other.matter_id] * 2


def test_items_move_to_a_new_matter(send, items):
    send(flyt="1", punkt=chosen(items[1]), til="nyt", nyt="  Natvarmestue \n i sommer ")
    assert Matter.objects.get(pk=matter_of(items[1])).title == "Natvarmestue i sommer"
    assert matter_of(items[0]) == items[0].matter_id


def test_a_second_click_makes_no_second_matter(send, items):
    again = {"flyt": "1", "punkt": chosen(items[1]), "til": "nyt", "nyt": "Sommer"}
    send(**again)
    assert "Punkterne hører allerede til det forløb." in send(**again)
    assert Matter.objects.filter(title="Sommer").count() == 1
    assert MatterStep.objects.count() == 1


def test_what_somebody_else_has_moved_since_is_not_moved_over(send, items):
    shown = chosen(items[1])
    other = f.AgendaItemFactory(meeting__published=True).matter
    send(flyt="1", punkt=shown, til=str(other.pk))
    assert "Nogen har flyttet et af punkterne" in send(flyt="1", punkt=shown, til=str(items[2].matter_id))
    assert matter_of(items[1]) == other.pk


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"til": "nyt", "nyt": "Sommer"}, "Vælg de punkter, der skal flyttes."),
        ({"punkt": True}, "Vælg, hvor de skal flyttes hen."),
        ({"punkt": True, "til": "nyt", "nyt": "  "}, "Titlen på det nye forløb:"),
        ({"punkt": True, "til": "nyt", "nyt": "x" * 501}, "Titlen på det nye forløb:"),
    ],
)
def test_what_is_missing_is_said_and_what_was_chosen_is_kept(send, items, sent, said):
    if "punkt" in sent:
        sent = sent | {"punkt": chosen(items[1])}
    page = send(flyt="1", **sent)
    assert send.status == 422
    assert said in page
    assert ("checked" in page) == bool(sent.get("punkt") or sent.get("til"))
    assert not MatterStep.objects.exists()


@pytest.mark.parametrize("sent", [{"punkt": "x-1"}, {"punkt": "-"}, {"til": "9" * 30}, {"til": "x"}, {"til": "her", "her": ""}])
def test_what_no_page_sends_is_not_found(send, items, sent):
    send(**({"flyt": "1", "punkt": chosen(items[1])} | sent))
    assert send.status == 404


def test_a_matter_is_found_by_its_title_an_items_title_or_a_case_number(send, items):
    other = f.AgendaItemFactory(meeting__published=True, title="Ældrebussen", case__number="81.20-K00-7-18", matter__title="ØRESTADSRUTEN")
    for text in ("ørestad", "ældreb", "81.20-K00-7", "ørestad ældreb"):
        assert f'name="til" value="{other.matter_id}"' in send(soeg="1", q=text), text
    assert "Intet forløb passer til »rute zebra«" in send(soeg="1", q="rute zebra")


def test_searching_keeps_what_was_chosen_and_moves_nothing(send, items):
    page = send(soeg="1", q="Buskort", punkt=chosen(items[1]), til=str(items[2].matter_id))
    assert page.count("checked") == 2
    assert not MatterStep.objects.exists()


def test_htmx_gets_the_matters_found_alone(client, items, secretary):
    client.force_login(secretary)
    page = client.get(address(items[0]), {"q": "buskort"}, headers={"HX-Request": "true"}).content.decode()
    assert f'value="{items[2].matter_id}"' in page
    assert "<form" not in page


def test_a_matter_is_neither_found_nor_called_by_a_title_that_may_not_be_read(send, items):
    """A closed item of another body has named the matter."""
    secret = f.AgendaItemFactory(meeting__published=True, closed=True, title="Klage over natcaféen", matter__title="Klage over natcaféen")
    f.AgendaItemFactory(meeting=secret.meeting, matter=secret.matter, title="Åbningstider")
    assert str(secret.matter_id) not in numbers_of(send(soeg="1", q="natcaféen"))
    page = send(soeg="1", q="åbningstider")
    assert re.search(r">Åbningstider\s+<", page)
    assert "Klage" not in page
    send(flyt="1", punkt=chosen(items[2]), til=str(secret.matter_id))
    assert "Klage" not in send(soeg="1")


def test_who_renames_without_seeing_all_is_not_told_so(look, send, items):
    """That something is hidden would itself be told by a refusal, or by a new title that does not show."""
    secret = f.AgendaItemFactory(closed=True, title="Klage over natcaféen", matter=items[2].matter, case=items[2].case)
    f.AgendaItemFactory(meeting=items[2].meeting, matter=items[2].matter, case=items[2].case, title="Buskort")
    key = items[2].matter_id
    page = send(**{"omdoeb": str(key), f"titel-{key}": "Buskort til alle", f"foer-{key}": "Buskort"})
    assert "Forløbet har fået sin nye titel." in page
    assert "Buskort til alle</legend>" in page
    assert "Buskort til alle" in look(items[2].case.get_absolute_url())
    other = secretary_of(secret.body)
    send(other, **{"omdoeb": str(key), f"titel-{key}": "Klagen over natcaféen", f"foer-{key}": "Buskort til alle"})
    assert "Klagen" not in look(items[2].case.get_absolute_url())


def numbers_of(page: str) -> list[str]:
    """The keys of the matters the search found."""
    return [part.split('"')[0] for part in page.split('name="til" value="')[1:]]


def test_a_closed_item_that_leaves_a_matter_takes_its_title_out_of_sight(look, send, items):
    """The public must not read in the title what it could not read before."""
    items[0].closed = True
    items[0].save()
    items[0].matter.title = "Klage over natcaféen"
    items[0].matter.save()
    send(flyt="1", punkt=chosen(items[0]), til="nyt", nyt="Klagen")
    case = items[0].case.get_absolute_url()
    assert "Klage" not in look(case)
    left = items[1].matter_id
    send(**{"omdoeb": str(left), f"titel-{left}": "Natcaféen", f"foer-{left}": "Klage over natcaféen"})
    f.AgendaItemFactory(meeting=items[1].meeting, matter_id=left, case=items[1].case)
    assert "Natcaféen" in look(case)


def test_the_latest_moves_tell_who_when_from_where_to_where(send, items, secretary):
    send(flyt="1", punkt=chosen(items[2]), til="her", her=str(items[0].matter_id))
    page = send(soeg="1")
    told = page[page.index("De seneste flytninger") :]
    assert escape(str(secretary)) in told
    assert "3. september 2018" in told
    assert told.index("fra <strong>Buskort</strong>") < told.index("til <strong>Natvarmestue</strong>")


def test_a_move_is_taken_back_once(send, items):
    send(flyt="1", punkt=chosen(items[2]), til="her", her=str(items[0].matter_id))
    step = str(MatterStep.objects.get().pk)
    assert "Punkterne er tilbage, hvor de var." in send(fortryd=step)
    assert matter_of(items[2]) == items[2].matter_id
    assert "Flytningen er allerede fortrudt." in send(fortryd=step)


def test_a_move_is_not_taken_back_past_a_newer_one(send, items):
    send(flyt="1", punkt=chosen(items[2]), til="her", her=str(items[0].matter_id))
    step = str(MatterStep.objects.get().pk)
    send(flyt="1", punkt=f"{items[2].pk}-{items[0].matter_id}", til="nyt", nyt="Kort til bussen")
    assert "Flytningen kan ikke fortrydes" in send(fortryd=step)
    assert Matter.objects.get(pk=matter_of(items[2])).title == "Kort til bussen"


def test_a_step_that_moved_another_bodys_item_too_is_not_the_secretarys_to_take_back(send, items):
    hidden = f.AgendaItemFactory(title="Upubliceret hos udvalget", case=items[0].case)
    administrator = f.UserFactory(administrator=True)
    send(administrator, flyt="1", punkt=chosen(items[2], hidden), til="her", her=str(items[0].matter_id))
    step = MatterStep.objects.get()
    assert "De seneste flytninger" not in send(soeg="1")
    send(fortryd=str(step.pk))
    assert send.status == 404
    send(administrator, fortryd=str(step.pk))
    assert matter_of(hidden) == hidden.matter_id


def test_a_matter_gets_a_new_title(send, items):
    key = items[0].matter_id
    page = send(**{"omdoeb": str(key), f"titel-{key}": " Natvarmestuen i Havnegade ", f"foer-{key}": "Natvarmestue"})
    assert "Forløbet har fået sin nye titel." in page
    assert Matter.objects.get(pk=key).title == "Natvarmestuen i Havnegade"
    assert f'value="{key}"' in send(soeg="1", q="havnegade")


@pytest.mark.parametrize("title", ["", "   ", "x" * 501])
def test_a_title_that_is_none_is_refused(send, items, title):
    key = items[0].matter_id
    assert "Titlen:" in send(**{"omdoeb": str(key), f"titel-{key}": title, f"foer-{key}": "Natvarmestue"})
    assert Matter.objects.get(pk=key).title == "Natvarmestue"


def test_two_who_rename_at_once_do_not_write_over_each_other(send, items):
    key = items[0].matter_id
    send(**{"omdoeb": str(key), f"titel-{key}": "Den første", f"foer-{key}": "Natvarmestue"})
    page = send(**{"omdoeb": str(key), f"titel-{key}": "Den anden", f"foer-{key}": "Natvarmestue"})
    assert "Nogen har ændret titlen" in page
    assert Matter.objects.get(pk=key).title == "Den første"


def test_a_matter_of_other_cases_is_not_renamed_from_here(send, items, council):
    other = f.AgendaItemFactory(meeting__body=council).matter_id
    send(**{"omdoeb": str(other), f"titel-{other}": "Ny"})
    assert send.status == 404
