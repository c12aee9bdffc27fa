"""Pages, API and administration search cases and matters one way: the same words find the same, to each reader no more than may be read."""

from itertools import product

import pytest

from cases.access import PUBLIC as PUBLIC_ACTOR
from cases.models import Case, Matter
from cases.querysets import words_of
from meetings.access import actor_for
from meetings.models import AgendaItem
from meetings.querysets import ItemQuerySet
from tests import factories as f
from tests.access.people import TODAY, seat

pytestmark = pytest.mark.django_db
PUBLIC, SECRETARY, MEMBER, ADMINISTRATOR = "public", "secretary of the one body", "member of the other", "administrator"
ALL = {PUBLIC, SECRETARY, MEMBER, ADMINISTRATOR}
INSIDERS_OF_THE_OTHER = {MEMBER, ADMINISTRATOR}

# What is searched for; the case that holds it, and who finds it.
TABLE = [
    ("varmestue", "shelter", ALL),
    ("VARMESTUE havnen", "shelter", ALL),
    ("varmestue kvistgaard", "shelter", set()),
    ("enstemmigt", "shelter", ALL),  # a decision
    ("27.15.00-A08-1-18", "shelter", ALL),
    ("fremtid", "shelter", ALL),  # a matter's own title, which no item has
    ("kvistgaard", "complaint", INSIDERS_OF_THE_OTHER),  # the title of a closed item, and so of its matter
    ("byretten", "complaint", INSIDERS_OF_THE_OTHER),  # its decision
    ("orientering", "complaint", ALL),  # an open item of the same
    ("afslag", "waiting", INSIDERS_OF_THE_OTHER),  # the decision of minutes that are not published
    ("jobcentret", "waiting", ALL),
]
ONLY_MATTERS = {"fremtid"}


@pytest.fixture
def bodies():
    return f.BodyFactory(name="Havnerådet", slug="havneraadet"), f.BodyFactory(name="Socialudvalget", slug="socialudvalget")


@pytest.fixture
def told(bodies) -> dict[str, Case]:
    """A case told openly by the one body, one told closed and openly by the other, and one whose minutes are not published yet."""
    one, other = bodies
    shelter = f.AgendaItemFactory(
        meeting__published=True,
        meeting__body=one,
        title="Varmestue ved havnen",
        matter__title="Havnens fremtid",
        case__number="27.15.00-A08-1-18",
        decision="Godkendt enstemmigt.",
    )
    complaint = f.AgendaItemFactory(
        meeting__published=True,
        meeting__body=other,
        title="Klage fra Kvistgaard",
        closed=True,
        case__number="27.15.00-K02-7-18",
        decision="Sagen går til byretten.",
    )
    opened = {"case": complaint.case, "matter": complaint.matter, "title": "Orientering om klagesager"}
    f.AgendaItemFactory(meeting__published=True, meeting__body=other, **opened)
    waiting = f.AgendaItemFactory(
        meeting__agenda_published=True,
        meeting__body=other,
        title="Aftale med jobcentret",
        case__number="15.20.00-A00-1-18",
        decision="Afslag.",
    )
    return {"shelter": shelter.case, "complaint": complaint.case, "waiting": waiting.case}


@pytest.fixture
def reader(request, client, bodies):
    one, other = bodies
    users = {
        PUBLIC: lambda: None,
        SECRETARY: lambda: f.SecretaryAssignmentFactory(body=one).user,
        MEMBER: lambda: seat(other).person.user,
        ADMINISTRATOR: lambda: f.UserFactory(administrator=True),
    }
    if user := users[request.param]():
        client.force_login(user)
    return request.param


def of_api(client, kind: str, text: str) -> set[int]:
    return {row["id"] for row in client.get(f"/api/{kind}/", {"q": text}).json()["results"]}


def of_administration(client, model: str, text: str) -> set[int]:
    return {row.pk for row in client.get(f"/admin/cases/{model}/", {"q": text}).context["cl"].result_list}


@pytest.mark.parametrize("reader", [PUBLIC, SECRETARY, MEMBER, ADMINISTRATOR], indirect=True)
@pytest.mark.parametrize(("text", "name", "finders"), TABLE, ids=[row[0] for row in TABLE])
def test_every_surface_finds_the_same(client, told, reader, text, name, finders):
    case = told[name]
    matter = case.appearances.first().matter_id
    cases = {case.pk} if reader in finders and text not in ONLY_MATTERS else set()
    matters = {matter} if reader in finders else set()
    for sorted_by in ("", "nummer"):
        page = client.get("/sager/", {"q": text, "sortering": sorted_by})
        assert {row.pk for row in page.context["page"].rows} == cases
    assert of_api(client, "cases", text) == cases
    assert of_api(client, "matters", text) == matters
    if reader in (SECRETARY, ADMINISTRATOR):  # who gathers matters
        found = client.get(f"/forloeb/{told['shelter'].number}/", {"q": text}, headers={"HX-Request": "true"})
        assert {row.pk for row in found.context["found"]} == matters
    if reader == ADMINISTRATOR:
        assert of_administration(client, "case", text) == cases
        assert of_administration(client, "matter", text) == matters


def test_administration_finds_a_case_by_the_title_it_was_given_there_too(client, told):
    Case.objects.filter(pk=told["waiting"].pk).update(title="Lange aftaler")
    client.force_login(f.UserFactory(administrator=True))
    assert of_administration(client, "case", "lange") == {told["waiting"].pk}
    assert of_administration(client, "case", "") == {case.pk for case in told.values()}


def test_a_common_word_is_searched_for_in_another_way_and_finds_the_same(told, bodies, monkeypatch):
    one, other = bodies
    users = {
        SECRETARY: f.SecretaryAssignmentFactory(body=one).user,
        MEMBER: seat(other).person.user,
        ADMINISTRATOR: f.UserFactory(administrator=True),
    }
    actors = {PUBLIC: PUBLIC_ACTOR} | {name: actor_for(user, today=TODAY) for name, user in users.items()}
    for is_common in (False, True):
        monkeypatch.setattr(ItemQuerySet, "is_common", lambda self, word, is_common=is_common: is_common)
        for (text, name, finders), (who, actor) in product(TABLE, actors.items()):
            case = told[name]
            matter = case.appearances.first().matter
            cases = [case] if who in finders and text not in ONLY_MATTERS else []
            assert list(Case.objects.visible_to(actor).matching(text, actor)) == cases, (is_common, text, who)
            assert list(Matter.objects.visible_to(actor).matching(text, actor)) == ([matter] if who in finders else []), (
                is_common,
                text,
                who,
            )
            for word in words_of(text):
                rows = AgendaItem.objects.visible_to(actor).order_by("pk")
                assert list(rows.containing(word, actor)) == list(rows.each_containing(word, actor)), (text, who)
