"""Only those who manage the body answer for its obligations; others see them where the items are shown."""

import pytest

from tests import factories as f
from tests.importing_pages.desk import seen
from tests.obligations_pages.conftest import STATUS

pytestmark = pytest.mark.django_db


def addresses(desk) -> list[str]:
    each = [desk.of(row, step) for row in (desk.status, desk.hearing, desk.planned) for step in ("", "ret/")]
    adding = f"{desk.page}tilfoej/{desk.item.pk}/"
    return [desk.page, *each, f"{desk.page}periode/", adding, f"{adding}opfoelgning/"]


def forms(desk) -> list[str]:
    each = [desk.of(row, step) for row in (desk.status, desk.hearing, desk.planned) for step in ("svar/", "ret/")]
    maybe = f"{desk.page}maaske/{desk.item.pk}/0123456789abcdef/svar/"
    return [*each, maybe, f"{desk.page}godkend-alle/", f"{desk.page}tilfoej/{desk.item.pk}/opfoelgning/"]


def member(desk):
    return f.MembershipFactory(body=desk.meeting.body, person__user=f.UserFactory(member=True)).person.user


def secretary_of_another_body(desk):
    return f.SecretaryAssignmentFactory(body=f.BodyFactory(name="Ældrerådet")).user


@pytest.mark.parametrize("somebody", [member, secretary_of_another_body])
def test_others_are_not_told_that_there_is_such_a_page(client, desk, somebody):
    client.force_login(somebody(desk))
    assert {client.get(address).status_code for address in addresses(desk)} == {404}
    assert {client.post(address, {"answer": "accept"}).status_code for address in forms(desk)} == {404}
    desk.status.refresh_from_db()
    assert desk.status.review == "unreviewed"


def test_whoever_has_not_logged_in_is_asked_to(client, desk):
    assert all(client.get(address).url.startswith("/konto/log-ind/") for address in addresses(desk))
    assert {client.post(address).status_code for address in forms(desk)} == {302}
    desk.status.refresh_from_db()
    assert desk.status.review == "unreviewed"


def test_an_administrator_answers_for_every_body(client, desk):
    client.force_login(f.UserFactory(administrator=True))
    assert {client.get(address).status_code for address in addresses(desk)} == {200, 302}


def test_everybody_sees_on_the_item_what_nobody_has_reviewed(client, desk):
    page = seen(client.get(desk.item.get_absolute_url()))
    assert "Løfter, opfølgning og høringer" in page
    assert f"{STATUS} Status ikke gennemgået Ansvarlig Forvaltningen Hvornår 1. oktober – 31. december 2018" in page
    assert "Høring ikke gennemgået Frist 31. august 2018 Høringsparter Handicaprådet" in page
    assert "Tag stilling" not in page


def test_what_is_reviewed_has_no_tag_and_what_is_rejected_is_not_there(client, desk):
    for row, review in ((desk.status, "accepted"), (desk.hearing, "rejected"), (desk.planned, "corrected")):
        type(row).objects.filter(pk=row.pk).update(review=review)
    page = seen(client.get(desk.item.get_absolute_url()))
    assert "ikke gennemgået" not in page
    assert "Status Ansvarlig" in page
    assert "Høringsparter" not in page


def test_the_secretary_comes_from_the_item_to_the_answers(office, desk):
    assert f'href="{desk.page}"' in office.get(desk.item.get_absolute_url()).content.decode()


def test_the_way_of_the_case_tells_them_in_short(client, desk):
    page = seen(client.get(desk.item.case.get_absolute_url()))
    assert f"Status (ikke gennemgået): 1. oktober – 31. december 2018, {STATUS}" in page
    assert "Høring (ikke gennemgået): frist 31. august 2018" in page
    assert "Planlagt behandling (ikke gennemgået): 10. september 2018, Byrådet" in page


def test_no_colon_stands_where_nothing_is_told_of_a_hearing(client, desk):
    desk.hearing.subject, desk.hearing.deadline = desk.item.title, None
    desk.hearing.save(update_fields=["subject", "deadline"])
    page = seen(client.get(desk.item.case.get_absolute_url()))
    assert "Høring (ikke gennemgået)" in page
    assert "Høring (ikke gennemgået):" not in page


def test_nothing_is_told_before_the_minutes_are_published(client, desk):
    desk.meeting.minutes_published_at = None
    desk.meeting.save()
    for address in (desk.item.get_absolute_url(), desk.item.case.get_absolute_url()):
        page = client.get(address)
        assert page.status_code == 200
        assert "ikke gennemgået" not in seen(page)
