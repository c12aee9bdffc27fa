"""What a document says and nothing of it was read as stands on the review page, and nowhere else."""

import pytest
from django.test import TestCase

from minutes.models import Import
from reader import facts
from tests.factories import MembershipFactory, SecretaryAssignmentFactory, UserFactory
from tests.importing.documents import simple
from tests.importing_pages.desk import apply, reviewed, seen, text_file, upload

pytestmark = pytest.mark.django_db
UNREAD = "Referent: Ida Vang"
HEADING = "Tekst, der ikke blev læst"


def with_leftovers(*texts: str) -> facts.Minutes:
    minutes = simple("Varmestue", decision="Godkendt.")
    minutes.leftovers = [facts.Leftover(2, text, facts.TextPlace(2, n, n)) for n, text in enumerate(texts, 4)]
    return minutes


def test_the_text_is_shown_with_its_place(desk, secretary):
    import_ = reviewed(with_leftovers(UNREAD), by=secretary)
    page = desk.get(import_.get_absolute_url())
    assert f"{HEADING} 3 ord" in seen(page)
    assert f"s. 2, l. 4 {UNREAD}" in seen(page)
    assert f"{import_.get_absolute_url()}original/?side=2&amp;fra=4&amp;til=4#maerket" in page.content.decode()
    assert "badge-error" not in page.content.decode()


def test_nothing_is_said_where_all_was_read(desk, secretary):
    assert HEADING not in seen(desk.get(reviewed(simple("Varmestue"), by=secretary).get_absolute_url()))


def test_much_is_counted_in_red_and_long_texts_are_folded(desk, secretary):
    page = desk.get(reviewed(with_leftovers("Solen skinnede hele dagen. " * 30, UNREAD), by=secretary).get_absolute_url())
    assert '<span class="badge badge-error">' in page.content.decode()
    assert "Det er meget: se, om der mangler et punkt." in seen(page)
    assert page.content.decode().count("<details>") == 1


def test_what_an_uploaded_document_says_besides_is_shown(desk):
    text = "REFERAT Udsatterådet d. 05-03-2025\n\nReferent: Ida Vang\n\nPunkt 7: Varmestue\n\nBeslutning\n\nGodkendt.\n"
    with TestCase.captureOnCommitCallbacks(execute=True):
        upload(desk, text_file(text))
    assert f"l. 3 {UNREAD}" in seen(desk.get(Import.objects.get().get_absolute_url()))


def test_only_those_who_may_see_the_import_read_it(client, council, secretary):
    import_ = reviewed(with_leftovers(UNREAD), by=secretary)
    for user in (MembershipFactory(body=council, person__user=UserFactory()).person.user, SecretaryAssignmentFactory().user):
        client.force_login(user)
        page = client.get(import_.get_absolute_url())
        assert (page.status_code, UNREAD in page.content.decode()) == (404, False)


def test_nothing_of_it_comes_into_the_register(desk, secretary):
    import_ = reviewed(with_leftovers(UNREAD), by=secretary)
    apply(desk, import_, publish="on")
    import_.refresh_from_db()
    assert UNREAD not in seen(desk.get(import_.meeting.get_absolute_url()))
    assert UNREAD in seen(desk.get(import_.get_absolute_url()))
