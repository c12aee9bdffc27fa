"""A form sent after the session ended: what was typed goes through the log-in, and on with a click."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from meetings.models import Meeting
from tests import factories as f

pytestmark = pytest.mark.django_db

LOG_IN = "/konto/log-ind/"
REASON = "Forvaltningen har bedt om mere tid til at svare.\n\nDet er aftalt med formanden."


@pytest.fixture
def secretary():
    return f.SecretaryAssignmentFactory(user__username="sekretaer").user


@pytest.fixture
def hearing(secretary):
    return f.HearingFactory(item=None, body=secretary.secretary_assignments.get().body, subject="Affaldsplan", open_to_public=True)


@pytest.fixture
def extend(hearing) -> str:
    return f"{hearing.get_absolute_url()}frist/"


def kept_in(answer) -> str:
    return re.search(r'name="kept" value="([^"]+)"', answer.content.decode())[1]


def fields_of(answer) -> dict[str, list[str]]:
    """What the button of the page would send."""
    from tests.admin.forms import _Fields

    page = answer.content.decode()
    fields = _Fields()
    start = page.index("<form", page.index("<main"))
    fields.feed(page[start : page.index("</form>", start)])
    return {name: value for name, value in fields.values.items() if name != "csrfmiddlewaretoken"}


def through_log_in(client, kept: str, **changes):
    return client.post(LOG_IN, {"login": "sekretaer", "password": f.PASSWORD, "kept": kept} | changes)


def test_what_was_typed_is_shown_and_asked_to_be_sent_after_the_log_in(client, hearing, extend):
    asked = client.post(extend, {"new": "01-10-2018", "reason": REASON}, headers={"Referer": f"http://testserver{extend}"})
    assert asked.status_code == 403
    assert "Du er blevet logget ud" in asked.content.decode()
    assert "Forvaltningen har bedt om mere tid" in asked.content.decode()
    back = through_log_in(client, kept_in(asked))
    page = back.content.decode()
    assert back.status_code == 200
    assert f'<form method="post" action="{extend}">' in page
    assert f'<a href="{extend}">Send det ikke</a>' in page
    assert hearing.extensions.count() == 0  # nothing is done by the log-in alone
    assert fields_of(back) == {"new": ["01-10-2018"], "reason": [REASON]}


def test_what_the_form_was_opened_with_travels_and_is_not_shown_as_written(client, extend):
    opened = "Den begrundelse, som stod der i forvejen."
    asked = client.post(extend, {"new": "01-10-2018", "reason": REASON, "initial-reason": opened})
    assert opened not in asked.content.decode()
    assert fields_of(through_log_in(client, kept_in(asked)))["initial-reason"] == [opened]


def test_the_click_does_what_the_form_would_have_done(client, secretary):
    meeting = f.MeetingFactory(body=secretary.secretary_assignments.get().body, date="2099-06-03")
    address = f"/moeder/{meeting.pk}/ret/"
    client.force_login(secretary)
    from tests.admin.forms import _Fields

    page = client.get(address).content.decode()
    fields = _Fields()
    start = page.index('<form method="post" class="planning"')
    fields.feed(page[start : page.index("</form>", start)])
    typed = fields.values | {"place": ["Lindhøj Bibliotek"], "seen": ["2099-06-03"]}
    client.cookies.clear()
    again = through_log_in(client, kept_in(client.post(address, typed)))
    assert client.post(address, fields_of(again)).status_code == 302
    assert Meeting.objects.get(pk=meeting.pk).place == "Lindhøj Bibliotek"


def test_a_wrong_password_loses_nothing(client, secretary, extend):
    kept = kept_in(client.post(extend, {"reason": REASON}))
    wrong = through_log_in(client, kept, password="forkert")
    assert "er forkert" in wrong.content.decode()
    assert REASON in fields_of(through_log_in(client, kept_in(wrong)))["reason"][0]


def test_somebody_who_logged_in_in_another_window_meanwhile_sends_it_on(client, secretary, extend):
    kept = kept_in(client.post(extend, {"reason": REASON}))
    client.force_login(secretary)
    assert REASON in fields_of(client.post(LOG_IN, {"login": "", "password": "", "kept": kept}))["reason"][0]


@pytest.mark.parametrize("kept", ["", "noget", "WyIvIiwiLyIsW10sW11d:1abc:defghijk"])
def test_what_we_have_not_signed_is_not_carried(client, secretary, kept):
    assert through_log_in(client, kept).status_code == 302


def test_passwords_are_not_carried(client, extend):
    answer = client.post(extend, {"reason": REASON, "password1": "havnens-nye-lys-7", "new_password": "havnens-nye-lys-7"})
    f.UserFactory(username="frode")
    assert "havnens-nye-lys" not in str(fields_of(through_log_in(client, kept_in(answer), login="frode")))


def test_files_are_asked_for_again(client, secretary, hearing):
    party = f.HearingPartyFactory(hearing=hearing)
    address = f"{hearing.get_absolute_url()}parter/{party.pk}/svar/"
    asked = client.post(address, {"text": REASON, "file": SimpleUploadedFile("svar.pdf", b"%PDF-1.7")})
    assert "Filen skal vælges igen:" in asked.content.decode()
    page = through_log_in(client, kept_in(asked)).content.decode()
    assert "Vælg svar.pdf igen" in page
    assert 'type="file" class="form-input" id="file_1" name="file" required' in page
    assert 'enctype="multipart/form-data"' in page


def test_a_long_text_is_carried_whole(client, secretary, extend):
    text = "Forvaltningen har bedt om mere tid.\n" * 20_000
    assert fields_of(through_log_in(client, kept_in(client.post(extend, {"reason": text}))))["reason"] == [text]


def test_a_button_without_anything_typed_leads_back_to_its_page(client, extend):
    answer = client.post(extend, headers={"Referer": f"http://testserver{extend}?fra=liste"})
    assert answer.url == f"/konto/log-ind/?next={extend}%3Ffra%3Dliste"


def test_the_way_back_never_leads_to_another_host(client, secretary, extend):
    for page in ("https://example.org/ond", "http://testserver//example.org/"):
        answer = through_log_in(Client(), kept_in(client.post(extend, {"reason": REASON}, headers={"Referer": page})))
        assert '<a href="/">Send det ikke</a>' in answer.content.decode()


def test_a_part_of_a_page_becomes_the_whole_page(client, extend):
    answer = client.post(extend, {"reason": REASON}, headers={"HX-Request": "true"})
    assert (answer.status_code, answer["HX-Retarget"], answer["HX-Reswap"]) == (200, "body", "innerHTML")


def test_administration_keeps_what_was_typed_too(client):
    f.UserFactory(username="bestyrer", administrator=True)
    body = f.BodyFactory()
    answer = client.post(f"/admin/meetings/body/{body.pk}/change/", {"name": "Rådet for Udsatte i hele Lindhøj"})
    again = through_log_in(client, kept_in(answer), login="bestyrer")
    assert fields_of(again) == {"name": ["Rådet for Udsatte i hele Lindhøj"]}


def test_what_is_there_and_what_is_not_are_answered_alike(client, extend):
    there = client.post(extend, {"reason": REASON})
    not_there = client.post("/hoeringer/999999/frist/", {"reason": REASON})
    assert there.status_code == not_there.status_code
    assert re.sub(r'value="[^"]+"', "", there.content.decode()) == re.sub(r'value="[^"]+"', "", not_there.content.decode())


@pytest.mark.parametrize("logged_in", [True, False])
def test_a_form_of_ours_with_an_old_token_is_sent_again_by_a_click(secretary, extend, logged_in):
    client = Client(enforce_csrf_checks=True)
    if logged_in:
        client.force_login(secretary)
    answer = client.post(extend, {"reason": REASON}, headers={"Sec-Fetch-Site": "same-origin"})
    assert answer.status_code == 403
    assert ("Send det, du skrev" if logged_in else "Du er blevet logget ud") in answer.content.decode()


@pytest.mark.parametrize("site", ["cross-site", "same-site", "none", None])
def test_a_form_of_another_site_is_never_shown_to_be_sent(secretary, extend, site):
    client = Client(enforce_csrf_checks=True)
    client.force_login(secretary)
    answer = client.post(extend, {"reason": REASON}, headers={"Sec-Fetch-Site": site} if site else {})
    assert answer.status_code == 403
    assert "Siden var forældet" in answer.content.decode()
    assert REASON[:20] not in answer.content.decode()
