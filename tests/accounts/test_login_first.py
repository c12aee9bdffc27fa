"""An address for somebody logged in alone asks the anonymous to log in and leads back, whether what it names exists or not."""

from collections.abc import Callable, Iterator

import pytest
from django.urls import URLPattern, get_resolver

from tests import factories as f

pytestmark = pytest.mark.django_db

THERE, NOT_THERE = "{pk}", "999999"
ADDRESSES = [
    *("/opfoelgning/bord/", "/opfoelgning/bord/liste.csv", "/hoeringer/ny/", "/moeder/nyt/?organ=x", "/import/"),
    *("/moeder/{meeting}/ret/", "/moeder/{meeting}/aflys/", "/moeder/{meeting}/loefter/", "/import/{import_}/", "/originaler/{document}/"),
    *(
        "/hoeringer/{hearing}/ret/",
        "/opfoelgning/{occurrence}/besvaret/",
        "/forloeb/{number}/",
        "/admin/meetings/meeting/{meeting}/change/",
    ),
]


# What the public may come to, as far as there is something for it to read. Everything else asks for the log-in first.
PUBLIC = {
    *("home", "front-page", "case-list", "case", "meeting-list", "meeting", "item", "body-list", "body", "person-list", "person"),
    *("waiting", "occurrence", "year-wheel", "expected-cases", "expected-cases-pdf", "expected-cases-word"),
    *("hearing-list", "hearing", "hearing-trace", "hearing-answer-file", "attachment-file", "robots", "favicon"),
    *("agenda-pdf", "agenda-word", "minutes-pdf", "minutes-word", "meeting-print", "item-extract", "meeting-calendar", "body-calendar"),
    *("body-feed", "case-feed", "sitemap"),
    *("account_login", "account_logout", "account_change_password", "account_reset_password", "account_reset_password_done"),
    "account_reset_password_from_key",
    *("calendar-feed", "reminders-leave"),  # secret addresses, for programs that cannot log in
}


def views_of(patterns) -> Iterator[tuple[str, Callable]]:
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            yield pattern.name, pattern.callback
        elif pattern.app_name != "admin" and str(pattern.pattern) != "api/":
            yield from views_of(pattern.url_patterns)


def test_every_address_is_public_or_asks_for_the_log_in_first():
    marked = {name: getattr(view, "login_first", False) for name, view in views_of(get_resolver().url_patterns)}
    assert {name for name, is_marked in marked.items() if not is_marked} == PUBLIC


@pytest.fixture
def keys() -> dict:
    item = f.AgendaItemFactory(closed=True)
    import_ = f.ImportFactory(meeting=item.meeting, state="review")
    return {
        "meeting": item.meeting_id,
        "number": item.case.number,
        "import_": import_.pk,
        "document": import_.document_id,
        "hearing": f.HearingFactory(item=item).pk,
        "occurrence": f.OccurrenceFactory(follow_up__item=item).pk,
    }


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_answer_is_the_same_for_what_is_there_and_what_is_not(client, keys, address):
    there, not_there = (address.format(**named) for named in (keys, dict.fromkeys(keys, "999999")))
    for one in (there, not_there):
        answer = client.get(one)
        assert (answer.status_code, answer.url) == (302, f"/konto/log-ind/?next={one.replace('?', '%3F').replace('=', '%3D')}")


def test_one_ends_where_the_link_led(client, keys):
    f.UserFactory(username="bestyrer", administrator=True)
    wanted = f"/moeder/{keys['meeting']}/ret/"
    page = client.get(wanted, follow=True).content.decode()
    assert f'name="next" value="{wanted}"' in page
    answer = client.post("/konto/log-ind/", {"login": "bestyrer", "password": f.PASSWORD, "next": wanted}, follow=True)
    assert answer.redirect_chain == [(wanted, 302)]
    assert answer.status_code == 200


def test_a_part_of_a_page_asks_for_the_whole_page(client):
    assert client.get("/import/", headers={"HX-Request": "true"})["HX-Refresh"] == "true"


def test_a_field_that_asks_while_its_form_is_written_leaves_the_page_as_it_is(client):
    """The page would be loaded anew, and what was typed be gone; once the form is sent it is kept through the log-in."""
    answer = client.get("/moeder/1/ret/?place=Salen", headers={"HX-Request": "true", "HX-Trigger-Name": "place"})
    assert (answer.status_code, "HX-Refresh" in answer) == (204, False)
    assert client.get("/import/", headers={"HX-Request": "true", "HX-Trigger-Name": "q"})["HX-Refresh"] == "true"


@pytest.mark.parametrize("address", ["/punkter/{closed}/", "/punkter/999999/", "/findes-ikke/?a=b"])
def test_what_may_be_public_is_not_there_and_offers_a_log_in_that_leads_back(client, address):
    address = address.format(closed=f.AgendaItemFactory(closed=True).pk)
    answer = client.get(address)
    assert answer.status_code == 404
    assert answer.content.decode().count('href="/konto/log-ind/"') == 3  # the page, and both menus
    page = client.get("/konto/log-ind/", headers={"Referer": f"http://testserver{address}"}).content.decode()
    assert f'name="next" value="{address}"' in page


@pytest.mark.parametrize("page", ["https://example.org/sager/", "http://testserver//example.org/", "http://testserver/konto/log-ind/", ""])
def test_the_way_back_is_to_a_page_of_ours(client, page):
    told = client.get("/konto/log-ind/", headers={"Referer": page}).content.decode()
    assert "example.org" not in told
    assert 'name="next" value="/konto' not in told


def test_administration_has_no_log_in_of_its_own(client):
    assert client.get("/admin/").url == "/konto/log-ind/?next=/admin/"
    assert client.get("/admin/login/?next=/admin/meetings/").url == "/konto/log-ind/?next=/admin/meetings/"
    assert client.get("/admin/login/?next=https://example.org/").url == "/konto/log-ind/?next=/admin/"


def test_an_administrator_who_comes_there_goes_on(client):
    client.force_login(f.UserFactory(administrator=True))
    assert client.get("/admin/login/?next=/admin/meetings/").url == "/admin/meetings/"


@pytest.mark.parametrize("role", ["", "member", "secretary"])
def test_others_are_told_that_it_is_not_for_them(client, role):
    client.force_login(f.UserFactory(role=role, name="Gerda Havbro"))
    answer = client.get("/admin/", follow=True)
    assert answer.status_code == 403
    assert "Du er logget ind som Gerda Havbro, der ikke er administrator." in answer.content.decode()
