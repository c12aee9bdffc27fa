"""The front page, for each kind of reader."""

import datetime as dt

import pytest

from tests import factories as f
from tests.pages.conftest import NOON, member_of, secretary_of

pytestmark = pytest.mark.django_db
TODAY, DAY = NOON.date(), dt.timedelta(days=1)


@pytest.fixture
def body():
    return f.BodyFactory(name="Rådet for Udsatte")


def decided(body, **item):
    item = f.AgendaItemFactory(meeting__published=True, meeting__body=body, **item)
    f.RecommendationFactory(item=item)
    f.OutcomeFactory(item=item)
    return item


def test_an_empty_register_says_so(look):
    page = look("/")
    assert "Der er ikke offentliggjort referater endnu." in page
    assert "Ingen kommende møder i kalenderen." in page


def test_the_latest_decisions_and_the_next_meetings_are_shown(look, body):
    decided(body, title="Varmestue", decision="Godkendt, fordi den mangler.")
    f.MeetingFactory(body=body, date=dt.date(2018, 10, 3), agenda_published=True)
    f.MeetingFactory(body=body, date=dt.date(2018, 9, 19), state="cancelled", place="Kanariefugl")
    page = look("/")
    assert "Godkendt, fordi den mangler." in page
    assert "onsdag d. 3. oktober 2018" in page
    assert "Kanariefugl" not in page


def test_what_is_closed_or_unpublished_is_not_among_the_decisions(look, body):
    decided(body, title="Kanariefugl", decision="Ja.", closed=True)
    open_item = f.AgendaItemFactory(meeting__agenda_published=True, meeting__body=body, title="Kanariefugl", decision="Ja.")
    f.RecommendationFactory(item=open_item)
    assert "Kanariefugl" not in look("/")
    shown = look("/forside/", secretary_of(body))
    assert shown.count('class="row-title"><a href="/punkter/') == 1  # the open one, which is not yet public


def test_a_member_finds_his_or_her_bodies_with_their_next_meeting(look, body):
    f.BodyFactory(name="Byrådet")
    f.MeetingFactory(body=body, date=dt.date(2018, 10, 3))
    page = look("/", member_of(body))
    own = page[page.index("Mine organer") : page.index("Seneste beslutninger")]
    assert "Rådet for Udsatte" in own
    assert "onsdag d. 3. oktober 2018" in own
    assert "Byrådet" not in own
    assert "Mine organer" not in look("/")


def test_a_secretary_is_told_what_waits_to_be_reviewed(look, body):
    for state in ("review", "review", "applied"):
        f.ImportFactory(state=state, meeting=f.MeetingFactory(body=body))
    f.ImportFactory(state="review", meeting=f.MeetingFactory())
    secretary = secretary_of(body)
    assert "2 dokumenter venter på gennemsyn" in look("/", secretary)
    assert "2 dokumenter venter på, at du ser dem igennem" in look("/forside/", secretary)
    assert "venter på" not in look("/", member_of(body))
    assert "venter på" not in look("/")


def test_the_menu_offers_each_reader_what_he_or_she_may_use(look, body):
    assert 'href="/admin/"' in look("/", f.UserFactory(administrator=True))
    assert 'href="/import/"' in look("/", secretary_of(body))
    for page in (look("/"), look("/", member_of(body))):
        assert 'href="/admin/"' not in page
        assert 'href="/import/"' not in page


def test_what_is_waited_for_is_counted_for_whoever_looks(client):
    body = f.BodyFactory(name="Rådet for Udsatte", slug="udsatte")
    item = f.AgendaItemFactory(meeting=f.MeetingFactory(body=body, published=True))
    f.OccurrenceFactory(follow_up__item=item, due_start=TODAY - DAY, due_end=TODAY - DAY)
    f.OccurrenceFactory(follow_up__item=item, due_start=TODAY, due_end=TODAY)
    f.OccurrenceFactory(follow_up__item__meeting__body=body)
    f.HearingFactory(item=item, deadline=TODAY)
    html = " ".join(client.get("/").content.decode().split())
    assert "2 venter, 1 overskredet" in html
    assert "1 er i gang" in html
    client.force_login(member_of(body))
    assert '<a href="/opfoelgning/?organ=udsatte">3 venter' in client.get("/").content.decode()


def test_what_seems_answered_waits_for_the_secretary_alone(client):
    asked = f.AgendaItemFactory(meeting__published=True)
    body = asked.body
    f.ProposalFactory(occurrence__follow_up__item=asked, item__meeting__body=body)
    for looker, is_told in ((member_of(body), False), (secretary_of(body), True)):
        client.force_login(looker)
        for address in ("/", "/forside/"):
            assert ("forslag at tage stilling til" in client.get(address).content.decode()) == is_told
