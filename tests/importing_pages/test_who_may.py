"""Only secretaries and administrators come to the import, and each secretary to the imports of bodies managed."""

import pytest

from accounts.models import Role
from tests.factories import MembershipFactory, SecretaryAssignmentFactory, UserFactory
from tests.importing.documents import simple
from tests.importing_pages.desk import MINUTES, apply, reviewed

pytestmark = pytest.mark.django_db
PAGES = {
    "list": ("get", "/import/"),
    "upload": ("post", "/import/"),
    "review": ("get", "{import}"),
    "original": ("get", "{import}original/"),
    "apply": ("post", "{import}godkend/"),
    "discard": ("post", "{import}kasser/"),
    "discard page": ("get", "{import}kasser/"),
    "undo": ("post", "{import}fortryd/"),
    "correct": ("post", "{import}ret/"),
    "correct page": ("get", "{import}ret/"),
    "correct an item": ("post", "{import}ret/punkt/1/"),
    "correct an item page": ("get", "{import}ret/punkt/1/"),
    "split": ("post", "{import}ret/punkt/1/del/"),
    "split page": ("get", "{import}ret/punkt/1/del/"),
    "join": ("post", "{import}ret/punkt/1/saml/"),
    "join page": ("get", "{import}ret/punkt/1/saml/"),
    "undo a correction": ("post", "{import}ret/fortryd/1/"),
    "undo page": ("get", "{import}fortryd/"),
}
OF_ONE_IMPORT = {name: page for name, page in PAGES.items() if "{import}" in page[1]}


@pytest.fixture(params=["review", "applied"])
def import_(request, desk, secretary):
    made = reviewed(simple("Kanariefugl", closed=True), by=secretary, text=MINUTES)
    if request.param == "applied":
        apply(desk, made)
    desk.logout()
    return made


def answers(client, import_, pages: dict[str, tuple[str, str]]) -> dict:
    """What each of the pages answers, by its name."""
    return {
        name: getattr(client, method)(address.format(**{"import": import_.get_absolute_url()})) for name, (method, address) in pages.items()
    }


def statuses(client, import_, pages: dict[str, tuple[str, str]]) -> dict[str, int]:
    return {name: answer.status_code for name, answer in answers(client, import_, pages).items()}


def test_whoever_is_not_logged_in_is_asked_to(client, import_):
    led_to = {name: answer.headers.get("Location", "").partition("?")[0] for name, answer in answers(client, import_, PAGES).items()}
    assert led_to == dict.fromkeys(PAGES, "/konto/log-ind/")


def test_for_members_and_people_without_a_role_there_is_no_such_page(client, import_, council):
    member = MembershipFactory(body=council, person__user=UserFactory(role=Role.MEMBER)).person.user
    for user in (member, UserFactory()):
        client.force_login(user)
        assert statuses(client, import_, PAGES) == dict.fromkeys(PAGES, 404)


def test_for_the_secretary_of_another_body_there_is_no_such_import(client, import_):
    import_.refresh_from_db()
    state = import_.state
    client.force_login(SecretaryAssignmentFactory().user)
    assert statuses(client, import_, OF_ONE_IMPORT) == dict.fromkeys(OF_ONE_IMPORT, 404)
    import_.refresh_from_db()
    assert import_.state == state


@pytest.mark.parametrize(("page", "status"), [("apply", 302), ("discard", 200)])
def test_a_link_alone_changes_nothing(desk, secretary, page, status):
    import_ = reviewed(simple("Varmestue"), by=secretary)
    assert desk.get(PAGES[page][1].format(**{"import": import_.get_absolute_url()})).status_code == status
    import_.refresh_from_db()
    assert import_.state == "review"


def test_a_session_that_has_run_out_while_the_list_waits_asks_for_the_log_in(client):
    answer = client.get("/import/", headers={"HX-Request": "true"})
    assert answer["HX-Refresh"] == "true"
