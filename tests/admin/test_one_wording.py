"""What is changed in administration is public in its new wording alone."""

import pytest
from django.test import Client

from meetings.models import Section
from tests import factories as f
from tests.admin.forms import errors_of, send
from tests.admin.test_editing import page

pytestmark = pytest.mark.django_db
OLD, NEW = "Rådet godkendte forslaget om en varmestue ved havnen.", "Rådet afviste forslaget om en varmestue ved havnen."


@pytest.fixture
def administrator(client):
    client.force_login(f.UserFactory(administrator=True))
    return client


@pytest.fixture
def item():
    return f.AgendaItemFactory(meeting__published=True, title="Varmestue ved havnen", decision=OLD)


def public(item) -> str:
    return Client().get(item.get_absolute_url()).content.decode()


def test_a_decision_is_changed_in_the_section_that_holds_it(administrator, item):
    section = f.SectionFactory(item=item, heading="Beslutning", text=OLD, is_decision=True)
    assert errors_of(send(administrator, page(item), decision=NEW)) == ""
    section.refresh_from_db()
    item.refresh_from_db()
    assert (section.text, section.is_decision, item.decision) == (NEW, True, NEW)
    assert item.search_decision == NEW.lower()
    html = public(item)
    assert NEW in html
    assert "godkendte" not in html


def test_a_section_that_only_repeats_the_decision_follows_it_too(administrator, item):
    f.SectionFactory(item=item, heading="Referat", text=OLD)
    assert errors_of(send(administrator, page(item), decision=NEW)) == ""
    assert "godkendte" not in public(item)


def test_the_decision_has_one_field(administrator, item):
    f.SectionFactory(item=item, heading="Beslutning", text=OLD, is_decision=True)
    assert administrator.get(page(item)).content.decode().count(OLD) == 2  # the field, and what it was opened with


PARTS = [
    (
        f.RecommendationFactory,
        "recommendations",
        "text",
        "at varmestuen holder åbent i weekenden",
        "at varmestuen lukker",
        "1. {}\n2. at tage det op",
    ),
    (f.AttachmentFactory, "attachments", "title", "Bilag 1: Oversigt over åbningstider", "Bilag 1: Budget", "{}"),
    (f.QuotedAppearanceFactory, "earlier_treatments", "decision", "Udvalget tiltrådte indstillingen.", "Udvalget udsatte sagen.", "{}"),
]


@pytest.mark.parametrize(("factory", "inline", "column", "old", "new", "printed"), PARTS)
def test_other_facts_are_changed_where_the_text_repeats_them(administrator, item, factory, inline, column, old, new, printed):
    factory(item=item, **{column: old})
    if inline == "recommendations":
        f.RecommendationFactory(item=item, text="at tage det op")
    section = f.SectionFactory(item=item, text=printed.format(old.replace(" ", "\n", 1)))
    assert errors_of(send(administrator, page(item), **{f"{inline}-0-{column}": new})) == ""
    section.refresh_from_db()
    assert section.text == printed.format(new)
    assert old not in public(item)


def test_a_short_decision_is_not_changed_where_others_said_the_same(administrator, item):
    item.decision = "Godkendt."
    item.save()
    quoted = f.SectionFactory(item=item, heading="Sagens gang", text="Socialudvalget den 22. maj: Godkendt. Byrådet: Godkendt.")
    assert errors_of(send(administrator, page(item), decision="Afvist.")) == ""
    assert Section.objects.get(pk=quoted.pk).text == quoted.text


def test_where_the_old_words_still_stand_is_told(administrator, item):
    f.SectionFactory(item=item, heading="Referat", text=f"Formanden bød velkommen. {OLD} Mødet sluttede.")
    f.FollowUpFactory(item=item, quote=OLD)
    answer = send(administrator, page(item), decision=NEW)
    told = administrator.get(answer.url).content.decode()
    assert "De gamle ord står stadig i: Referat" in told


def test_time_plan_and_matter_follow_the_title(administrator, item):
    matter, row = item.matter, f.TimePlanRowFactory(meeting=item.meeting, item=item, title=item.title)
    assert errors_of(send(administrator, page(item), title="Rampe ved biblioteket")) == ""
    matter.refresh_from_db()
    row.refresh_from_db()
    assert (matter.title, matter.search_text, row.title) == ("Rampe ved biblioteket", "rampe ved biblioteket", "Rampe ved biblioteket")


def test_a_matter_that_has_a_name_of_its_own_keeps_it(administrator, item):
    item.matter.title = "Varmestuer i byen"
    item.matter.save()
    send(administrator, page(item), title="Rampe ved biblioteket")
    item.matter.refresh_from_db()
    assert item.matter.title == "Varmestuer i byen"
