"""How a promise stands is told with it, on its item's page and in the story of the case, as far as whoever looks may know."""

import datetime as dt

import pytest
import time_machine

from tests import factories as f

pytestmark = pytest.mark.django_db
D = dt.date


@pytest.fixture(autouse=True)
def one_day():
    with time_machine.travel(dt.datetime(2018, 9, 10, 12, tzinfo=f.COPENHAGEN), tick=False):
        yield


@pytest.fixture
def asked():
    return f.FollowUpFactory(item__meeting__published=True)


def pages(client, asked) -> list[str]:
    addresses = [asked.item.get_absolute_url(), asked.item.case.get_absolute_url()]
    return [" ".join(client.get(address).content.decode().split()) for address in addresses]


@pytest.mark.parametrize(
    ("columns", "word"),
    [
        ({"due_start": D(2018, 9, 1), "due_end": D(2018, 9, 30)}, "Venter"),
        ({"due_start": D(2018, 9, 1), "due_end": D(2018, 9, 9)}, "Overskredet"),
        ({"due_start": None, "due_end": None}, "Venter"),
        ({"state": "met", "met_on": D(2018, 9, 3)}, "Besvaret"),
        ({"state": "dropped"}, "Frafaldet"),
    ],
)
def test_how_it_stands_is_told(client, asked, columns, word):
    occurrence = f.OccurrenceFactory(follow_up=asked, **columns)
    for html in pages(client, asked):
        assert f'<a href="/opfoelgning/{occurrence.pk}/">{word}</a>' in html


def test_the_newest_of_what_recurs_counts(client, asked):
    f.OccurrenceFactory(follow_up=asked, state="met", met_on=D(2018, 9, 3))
    newest = f.OccurrenceFactory(follow_up=asked, ordinal=2)
    for html in pages(client, asked):
        assert f'<a href="/opfoelgning/{newest.pk}/">Venter</a>' in html
        assert "Besvaret" not in html


@pytest.mark.parametrize("columns", [{}, {"state": "met", "met_on": D(2018, 9, 3)}])
def test_the_item_that_answers_is_named_to_those_who_may_read_it(client, asked, columns):
    link = "met_by" if columns else "placed_on"
    hidden = f.AgendaItemFactory(meeting__body=asked.item.body, meeting__date=D(2018, 9, 3), number=77)
    f.OccurrenceFactory(follow_up=asked, **{link: hidden}, **columns)
    for html in pages(client, asked):
        assert hidden.get_absolute_url() not in html
        assert "På en dagsorden" not in html
    client.force_login(f.SecretaryAssignmentFactory(body=asked.item.body).user)
    for html in pages(client, asked):
        assert f'<a href="{hidden.get_absolute_url()}">3. september 2018, punkt 77</a>' in html


@pytest.mark.parametrize(
    ("columns", "told"),
    [
        ({"due_start": D(2018, 10, 1), "due_end": D(2018, 10, 31), "due_fixed": True}, "udskudt til 1.–31. oktober 2018"),
        ({"due_start": D(2018, 10, 3), "due_end": D(2018, 10, 3)}, "nu 3. oktober 2018"),
        ({"due_start": D(2018, 10, 3), "due_end": D(2018, 10, 3), "ordinal": 2}, "næste gang 3. oktober 2018"),
    ],
)
def test_when_it_is_due_by_now_is_told_beside_what_was_told(client, asked, columns, told):
    asked.due_start, asked.due_end = D(2018, 9, 1), D(2018, 9, 30)
    asked.save()
    f.OccurrenceFactory(follow_up=asked, **columns)
    for html in pages(client, asked):
        assert "1.–30. september 2018" in html
        assert f'<span class="quiet">{told}</span>' in html


def test_what_is_due_as_it_was_told_or_is_settled_says_no_more(client, asked):
    asked.due_start, asked.due_end = D(2018, 9, 1), D(2018, 9, 30)
    asked.save()
    f.OccurrenceFactory(follow_up=asked, due_start=asked.due_start, due_end=asked.due_end)
    for html in pages(client, asked):
        assert "udskudt til" not in html
        assert "nu 1." not in html
