"""From the review of a document to the answers for what was read in it."""

import datetime as dt

import pytest

from followups.models import FollowUp
from minutes import services
from reader import facts
from tests import factories as f
from tests.importing.documents import simple
from tests.importing_pages.desk import NOW, apply, reviewed, seen

pytestmark = pytest.mark.django_db
SENTENCE = "Rådet ønsker en status på hvert 3. møde."


@pytest.fixture
def import_(secretary, council):
    again = facts.Recurrence(3, "meeting")
    status = facts.FollowUpFacts(
        "status_report", SENTENCE, None, None, again, "Forvaltningen", SENTENCE, "wants a status", at=facts.TextPlace(1, 4, 4)
    )
    hearing = facts.HearingFacts(
        "Plan for havnen", facts.Days(dt.date(2025, 3, 10), dt.date(2025, 3, 10)), dt.date(2025, 5, 1), ["Handicaprådet"], "I høring."
    )
    return reviewed(simple("Varmestue", body=council.name, follow_ups=[status], hearings=[hearing]), by=secretary)


def test_the_review_shows_what_was_read_before_anything_is_in_the_register(office, import_):
    response = office.get(import_.get_absolute_url())
    page = seen(response)
    assert "Status Ansvarlig Forvaltningen Gentages hvert 3. møde Taget med, fordi organet ønsker en status." in page
    assert "Høring Plan for havnen Åbner 10. marts 2025 Frist 1. maj 2025 Høringsparter Handicaprådet" in page
    assert 'data-from="4"' in response.content.decode()
    assert "Godkend også alle fundne løfter og høringer" in page


def test_what_was_read_is_answered_for_after_it_is_in_the_register(office, import_):
    response = apply(office, import_)
    meeting = FollowUp.objects.get().item.meeting
    assert response.redirect_chain == [(f"/moeder/{meeting.pk}/loefter/", 302)]
    assert "2 af 2 er ikke gennemgået." in seen(response)
    page = office.get(import_.get_absolute_url())
    assert "Tag stilling til 2 løfter og høringer" in seen(page)
    assert f'href="/moeder/{meeting.pk}/loefter/"' in page.content.decode()


def test_of_a_clean_document_all_is_accepted_with_one_tick(office, import_):
    response = apply(office, import_, clean="on")
    assert response.redirect_chain == [(import_.get_absolute_url(), 302)]
    assert FollowUp.objects.get().review == "accepted"


def test_a_document_without_any_has_no_tick(office, secretary, council):
    page = seen(office.get(reviewed(simple("Varmestue", body=council.name), by=secretary).get_absolute_url()))
    assert "Godkend også alle" not in page
    assert "Løfter, opfølgning" not in page


def test_a_rejected_one_stays_rejected_when_the_document_is_read_again(office, import_, secretary, council):
    apply(office, import_)
    status = FollowUp.objects.get()
    page = f"/moeder/{status.item.meeting_id}/loefter/"
    office.post(f"{page}opfoelgning/{status.pk}/svar/", {"answer": "reject"})
    later = reviewed(services.reading_of(import_), by=secretary)
    services.apply(import_=later, by=secretary, now=NOW, publish=True)
    assert "Status afvist" in seen(office.get(page))
    assert FollowUp.objects.count() == 1


def test_the_answers_are_there_when_the_import_is_gone(office, import_):
    apply(office, import_)
    import_.delete()
    item = FollowUp.objects.get().item
    assert SENTENCE in seen(office.get(f"/moeder/{item.meeting_id}/loefter/"))


def test_the_sentence_is_shown_in_the_original_as_long_as_the_import_is_there(office, import_):
    apply(office, import_)
    meeting = FollowUp.objects.get().item.meeting
    html = office.get(f"/moeder/{meeting.pk}/loefter/").content.decode()
    assert f'href="/import/{import_.pk}/original/?side=1&amp;fra=4&amp;til=4#maerket"' in html


def test_the_meeting_of_another_body_is_not_answered_for(office, import_):
    assert office.get(f"/moeder/{f.MeetingFactory().pk}/loefter/").status_code == 404
