"""One item, whole."""

import datetime as dt

import pytest

from meetings.models import ClosedReading, Meeting
from tests import factories as f
from tests.pages.conftest import NOON, member_of, secretary_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def body():
    return f.BodyFactory(name="Rådet for Udsatte")


@pytest.fixture
def item(body):
    return f.AgendaItemFactory(meeting__published=True, meeting__body=body, title="Varmestue", decision="Godkendt efter drøftelse.")


def test_sections_stand_in_the_documents_order(look, item):
    for heading in ("Resume", "Sagsfremstilling", "Økonomi", "Videre proces"):
        f.SectionFactory(item=item, heading=heading, text=f"Om {heading.lower()}.")
    page = look(item.get_absolute_url())
    assert page.index("Om resume.") < page.index("Om sagsfremstilling.") < page.index("Om økonomi.") < page.index("Om videre proces.")


def test_a_section_without_text_or_without_heading_is_shown(look, item):
    f.SectionFactory(item=item, heading="Økonomi", text="")
    f.SectionFactory(item=item, heading="", text="Forvaltningen indstiller.")
    page = look(item.get_absolute_url())
    assert "Økonomi" in page
    assert "Ingen tekst." in page
    assert "Uden overskrift" in page


def test_each_recommendation_has_its_outcome_beside_it(look, item):
    for number, text, outcome in ((1, "at A", "noted"), (2, "at B", "rejected")):
        f.RecommendationFactory(item=item, number=number, text=text)
        f.OutcomeFactory(item=item, recommendation=number, outcome=outcome)
    page = look(item.get_absolute_url())
    assert page.index("at A") < page.index("Taget til efterretning") < page.index("at B") < page.index("Forkastet")


def test_what_stands_as_facts_is_not_repeated_as_text(look, item):
    f.RecommendationFactory(item=item, number=1, text="at varmestuen åbner")
    f.AttachmentFactory(item=item, title="Budget")
    f.SectionFactory(item=item, heading="Indstilling", text="1. at varmestuen åbner")
    f.SectionFactory(item=item, heading="Bilag", text="Budget")
    f.SectionFactory(item=item, heading="Beslutning", text=item.decision, is_decision=True)
    page = look(item.get_absolute_url())
    for once in ("at varmestuen åbner", "Budget", item.decision):
        assert page.count(once) == 1


def test_the_words_around_the_recommendations_stand_around_them(look, item):
    f.RecommendationFactory(item=item, number=1, text="at varmestuen åbner")
    f.RecommendationFactory(item=item, number=2, text="at den holder åbent")
    f.SectionFactory(
        item=item,
        heading="Indstilling",
        text="Forvaltningen indstiller til byrådet,\n\n1. at varmestuen\nåbner, og\n\n2. at den holder åbent.\n\nPunktet er særligt.",
    )
    page = look(item.get_absolute_url())
    told = ["Forvaltningen indstiller til byrådet,", "at varmestuen åbner", "at den holder åbent", "Punktet er særligt"]
    assert [page.count(part) for part in told] == [1] * 4
    assert sorted(told, key=page.index) == told


def test_recommendations_with_talk_between_them_are_shown_whole_as_well(look, item):
    f.RecommendationFactory(item=item, number=1, text="at A")
    f.RecommendationFactory(item=item, number=2, text="at B")
    f.SectionFactory(item=item, heading="Indstilling", text="1. at A\n\nUdvalget ønskede desuden:\n\n2. at B")
    assert "Udvalget ønskede desuden:" in look(item.get_absolute_url())


def test_what_another_body_decided_is_told_once_with_its_votes(look, item):
    f.QuotedAppearanceFactory(item=item, body_name="Socialudvalget", decision="Godkendt med 4 stemmer for og 3 imod.")
    f.SectionFactory(item=item, heading="Socialudvalget, 22. maj 2018, pkt. 67", text="Godkendt med 4 stemmer for og 3 imod.")
    f.VoteFactory(item=item, on="Socialudvalget", votes_for=4, votes_against=3)
    page = look(item.get_absolute_url())
    assert page.count("Godkendt med 4 stemmer for og 3 imod.") == 1
    assert page.index("Tidligere behandling") < page.index("Afstemning i Socialudvalget:")


def test_an_item_without_a_case_number_leads_to_the_rest_of_its_matter(look, body):
    matter = f.MatterFactory()
    items = [
        f.AgendaItemFactory(meeting__published=True, meeting__date=dt.date(2018, month, 1), matter=matter, case=None, closed=month == 4)
        for month in (2, 3, 4)
    ]
    page = look(items[1].get_absolute_url())
    assert items[0].get_absolute_url() in page
    assert items[2].get_absolute_url() not in page


def test_votes_are_told_apart_from_those_of_other_bodies(look, item):
    f.VoteFactory(item=item, votes_for=6, votes_against=1, abstained=2)
    f.VoteFactory(item=item, on="amendment", votes_for=1, votes_against=6)
    f.VoteFactory(item=item, on="Byrådet", votes_for=27, votes_against=3)
    page = look(item.get_absolute_url())
    assert (
        page.index("Afstemning:")
        < page.index("Afstemning om ændringsforslag:")
        < page.index("Referatet gengiver også:")
        < page.index("Afstemning i Byrådet:")
    )
    assert "hverken for eller imod" in page


def test_the_public_reads_no_decision_before_the_minutes_are_published(look, body):
    item = f.AgendaItemFactory(
        meeting__agenda_published=True, meeting__body=body, meeting__state=Meeting.State.HELD, decision="Kanariefugl i dag."
    )
    f.SectionFactory(item=item, heading="Beslutning", text="Kanariefugl i dag.", is_decision=True)
    f.VoteNameFactory(vote__item=item, name="Kanariefugl")
    f.ParticipationFactory(item=item, name="Kanariefugl")
    f.OutcomeFactory(item=item)
    f.ReferenceFactory(item=item, quote="Kanariefugl i dag.")
    page = look(item.get_absolute_url())
    assert "Kanariefugl" not in page
    assert "badge-success" not in page
    for user in (member_of(body), secretary_of(body), f.UserFactory(administrator=True)):
        assert "Kanariefugl" in look(item.get_absolute_url(), user)


def test_the_neighbours_are_those_the_reader_may_open(look, item, body):
    closed = f.AgendaItemFactory(meeting=item.meeting, title="Kanariefugl", closed=True)
    after = f.AgendaItemFactory(meeting=item.meeting, title="Gensidig orientering")
    f.AgendaItemFactory(meeting__published=True, meeting__body=body, meeting__date=dt.date(2018, 7, 4), title="Et andet møde")
    public = look(item.get_absolute_url())
    assert after.get_absolute_url() in public
    assert "Kanariefugl" not in public
    assert "Et andet møde" not in public
    assert closed.get_absolute_url() in look(item.get_absolute_url(), member_of(body))


def test_the_bodys_secretary_is_shown_where_a_fact_was_read(look, item, body):
    document = f.DocumentFactory(meeting=item.meeting, format="pdf", name="referat.pdf")
    f.SectionFactory(item=item, source=document, source_page=3, source_line=12, source_end_line=14)
    f.RecommendationFactory(item=item, number=1, source=document, source_page=4, source_line=2, source_end_line=2)
    page = look(item.get_absolute_url(), secretary_of(body))
    assert f'href="/originaler/{document.pk}/#page=3"' in page
    assert "side 3, linje 12–14" in page
    assert "side 4, linje 2<" in page
    assert "/originaler/" not in look(item.get_absolute_url())
    assert "/originaler/" not in look(item.get_absolute_url(), secretary_of(f.BodyFactory()))


def test_opening_a_closed_item_is_logged_with_who_and_when(look, body):
    item = f.AgendaItemFactory(meeting__published=True, meeting__body=body, closed=True)
    secretary = secretary_of(body)
    look(item.get_absolute_url(), secretary)
    look(item.get_absolute_url(), secretary)
    assert [(row.item, row.user, row.at) for row in ClosedReading.objects.all()] == [(item, secretary, NOON)] * 2


def test_opening_an_open_item_is_nobodys_business(look, item, body):
    look(item.get_absolute_url())
    look(item.get_absolute_url(), secretary_of(body))
    assert not ClosedReading.objects.exists()


def test_an_item_that_may_not_be_read_answers_as_one_that_is_not_there(client, body):
    closed = f.AgendaItemFactory(meeting__published=True, meeting__body=body, closed=True, title="Kanariefugl")
    hidden, absent = client.get(closed.get_absolute_url()), client.get("/punkter/999999/")
    assert hidden.status_code == absent.status_code == 404
    assert hidden.content == absent.content
    assert not ClosedReading.objects.exists()


def test_every_promise_and_hearing_of_it_can_be_linked_to(look, item):
    status, planned, hearing = f.FollowUpFactory(item=item), f.PlannedTreatmentFactory(item=item), f.HearingFactory(item=item)
    page = look(item.get_absolute_url())
    for anchor in (f"opfoelgning-{status.pk}", f"behandling-{planned.pk}", f"hoering-{hearing.pk}"):
        assert page.count(f'id="{anchor}"') == 1
