"""The review page of a document that can be read in two ways."""

import pytest

from minutes import services
from minutes.models import Import
from reader import format
from tests import factories as f
from tests.admin.forms import filled_in
from tests.browser.test_accessibility import violations
from tests.importing.documents import simple
from tests.importing_pages.desk import MINUTES, NOW, reviewed, seen

PHONE = {"width": 390, "height": 844}


def two_ways(by) -> Import:
    """An import whose document has two items, or one closed."""
    import_ = reviewed(simple("Varmestue ved havnen", "Rejsekort", number=7), by=by, text=MINUTES)
    other = simple("Klage fra en bruger", number=7, closed=True)
    import_.reading |= {"margin": 0.2}
    import_.other_reading = format.to_json(other, places=True) | {"form": "label emne", "margin": -0.2}
    import_.save()
    return import_


@pytest.mark.django_db
def test_pressed_twice_or_by_two_the_button_takes_the_other_reading_once(client):
    secretary = f.SecretaryAssignmentFactory(body=f.BodyFactory(name="Udsatterådet")).user
    import_ = two_ways(secretary)
    client.force_login(secretary)
    address = f"{import_.get_absolute_url()}laesning/"
    page = client.get(import_.get_absolute_url()).content.decode()
    sent = filled_in(page[page.index('<h2 id="other-reading"') :], "d-print-none")
    client.post(address, sent)
    assert "Der er ikke ændret mere." in seen(client.post(address, sent, follow=True))
    import_.refresh_from_db()
    assert [item.title for item in services.reading_of(import_).items] == ["Klage fra en bruger"]


@pytest.mark.django_db
def test_a_correction_made_while_it_asked_is_asked_about_too(client):
    secretary = f.SecretaryAssignmentFactory(body=f.BodyFactory(name="Udsatterådet")).user
    import_ = two_ways(secretary)
    client.force_login(secretary)
    address = f"{import_.get_absolute_url()}laesning/"
    services.correct_reading(import_=import_, item="8", changes={"title": "Rejsekortet"}, by=secretary, now=NOW)
    asked = filled_in(client.post(address, {"valgt": import_.choice}).content.decode(), "review-steps")
    services.correct_reading(import_=import_, item="8", changes={"case_number": "27.15.00-A08-9-25"}, by=secretary, now=NOW)
    again = client.post(address, asked).content.decode()
    assert again.count("Rejsekortet") == 2
    assert client.post(address, filled_in(again, "review-steps")).status_code == 302
    import_.refresh_from_db()
    assert import_.chosen_by == secretary


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_one_button_takes_the_other_reading_and_asks_before_a_correction_is_lost(page, live_server, client):
    secretary = f.SecretaryAssignmentFactory(body=f.BodyFactory(name="Udsatterådet")).user
    import_ = two_ways(secretary)
    services.correct_reading(import_=import_, item="8", changes={"title": "Rejsekortet"}, by=secretary, now=NOW)
    client.force_login(secretary)
    page.context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}])
    page.goto(f"{live_server.url}{import_.get_absolute_url()}")
    assert violations(page) == []
    section = page.get_by_role("region", name="Dokumentet kan også læses sådan: 1 punkt")
    assert "Klage fra en bruger" in section.inner_text()
    page.set_viewport_size(PHONE)
    section.get_by_role("button", name="Brug denne læsning i stedet").click()
    assert "Titel: Rejsekortet" in page.inner_text("main")
    assert violations(page) == []
    page.get_by_role("button", name="Brug den anden læsning").click()
    assert page.locator(".read-item h3").all_inner_texts()[0].startswith("Punkt 7: Klage fra en bruger")
    page.get_by_role("button", name="Brug denne læsning i stedet").click()
    assert "Rejsekortet" in page.inner_text("#laest-8")
    assert page.locator(".read-item").count() == 2
