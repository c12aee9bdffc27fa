"""What the reader did not find is added by marking its sentence."""

import datetime as dt

import pytest

from followups.models import FollowUp, PlannedTreatment
from hearings.models import Hearing
from meetings.models import ClosedReading
from tests import factories as f
from tests.importing_pages.desk import seen
from tests.obligations_pages.conftest import HEARD, PLANNED, STATUS

pytestmark = pytest.mark.django_db
THANKS = "Formanden takkede."


def choosing(desk) -> str:
    return f"{desk.page}tilfoej/{desk.item.pk}/"


def marked(desk, sentence: str) -> dict:
    """The query that names a sentence of the item."""
    section = next(one for one in desk.item.sections.all() if sentence in one.text)
    start = section.text.index(sentence)
    return {"afsnit": section.pk, "fra": start, "til": start + len(sentence)}


def form_of(desk, kind: str) -> str:
    return f"{choosing(desk)}{kind}/"


def test_every_sentence_has_a_link_of_its_own(office, desk):
    html = office.get(choosing(desk)).content.decode()
    assert html.count('class="choose-add') == 7
    place = marked(desk, THANKS)
    assert f"?afsnit={place['afsnit']}&amp;fra={place['fra']}&amp;til={place['til']}" in html


@pytest.mark.parametrize(
    ("sentence", "kind"), [(STATUS, "opfoelgning"), (HEARD, "hoering"), (PLANNED, "behandling"), (THANKS, "opfoelgning")]
)
def test_a_sentence_leads_to_the_form_it_is_likeliest_to_want(office, desk, sentence, kind):
    response = office.get(choosing(desk), marked(desk, sentence))
    assert response.url.startswith(f"{form_of(desk, kind)}?")


def test_the_form_is_filled_in_from_the_sentence(office, desk):
    page = office.get(form_of(desk, "opfoelgning"), marked(desk, STATUS))
    form = page.context["form"]
    assert page.context["quoting"]["quote"].value() == STATUS
    assert (form["kind"].value(), form["text"].value()) == ("status_report", STATUS)
    assert (form["due_start"].value(), form["due_end"].value()) == (dt.date(2018, 10, 1), dt.date(2018, 12, 31))
    hearing = office.get(form_of(desk, "hoering"), marked(desk, HEARD)).context["form"]
    assert (hearing["subject"].value(), hearing["deadline"].value()) == (desk.item.title, dt.date(2018, 8, 31))


def test_what_is_added_stands_as_added_beside_its_sentence(office, desk, secretary):
    sent = {"quote": THANKS, "kind": "task", "text": "Formanden takker", "phrase": "i juli", "unit": ""}
    response = office.post(form_of(desk, "opfoelgning"), sent)
    added = FollowUp.objects.get(review="added")
    assert response.url == f"{desk.page}#opfoelgning-{added.pk}"
    assert (added.item, added.quote, added.reviewed_by) == (desk.item, THANKS, secretary)
    assert (added.due_start, added.due_end) == (dt.date(2018, 7, 1), dt.date(2018, 7, 31))
    page = office.get(desk.page)
    assert f"<mark>{THANKS}</mark>" in page.content.decode()
    assert "Opgave tilføjet Formanden takker Hvornår 1.–31. juli 2018" in seen(page)


def test_hearings_and_planned_treatments_are_added_too(office, desk):
    office.post(form_of(desk, "hoering"), {"quote": HEARD, "subject": "Plan", "deadline": "1-9-2018", "named": "Ældrerådet\nBrugerne"})
    added = Hearing.objects.get(review="added")
    assert [party.name for party in added.parties.all()] == ["Ældrerådet", "Brugerne"]
    office.post(form_of(desk, "behandling"), {"quote": PLANNED, "body_name": "Rådet for Udsatte", "title": "Plan"})
    assert PlannedTreatment.objects.get(review="added").body == desk.meeting.body


def test_a_sentence_the_item_does_not_say_is_refused_and_kept_in_the_form(office, desk):
    sent = {"quote": "Rådet lovede guld.", "kind": "task", "text": "Guld", "unit": ""}
    response = office.post(form_of(desk, "opfoelgning"), sent)
    assert "Det står ikke i punktet." in seen(response)
    assert "Rådet lovede guld." in response.content.decode()
    assert not FollowUp.objects.filter(review="added").exists()


def test_an_item_without_text_takes_any_sentence(office, desk):
    desk.item.sections.all().delete()
    assert "Punktet har ingen tekst." in seen(office.get(choosing(desk)))
    office.post(form_of(desk, "opfoelgning"), {"quote": "Sagt på mødet.", "kind": "task", "text": "Ring", "unit": ""})
    assert FollowUp.objects.filter(review="added").exists()


@pytest.mark.parametrize(
    "query", [{}, {"afsnit": "x"}, {"afsnit": "1", "fra": "-4", "til": "9"}, {"afsnit": "9" * 11, "fra": "0", "til": "5"}]
)
def test_an_address_that_marks_nothing_leaves_the_choice(office, desk, query):
    assert office.get(choosing(desk), query).status_code == 200
    assert office.get(form_of(desk, "opfoelgning"), query).context["quoting"]["quote"].value() == ""


def test_a_section_of_another_item_is_not_read_from(office, desk):
    section = f.SectionFactory(text="En anden sags hemmelighed.")
    query = {"afsnit": section.pk, "fra": 0, "til": 20}
    assert "hemmelighed" not in office.get(form_of(desk, "opfoelgning"), query).content.decode()


def test_marking_in_a_closed_item_is_logged(office, desk):
    desk.item.closed = True
    desk.item.save()
    office.get(choosing(desk))
    assert ClosedReading.objects.count() == 1
