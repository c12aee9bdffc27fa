"""Hvad venter vi på? What everybody reads of it, and in which order."""

import datetime as dt
import re

import pytest

from followups.selectors import bodies, paging
from tests import factories as f
from tests.followups_pages.conftest import TODAY
from tests.pages.conftest import member_of, secretary_of

pytestmark = pytest.mark.django_db
D = dt.date
AUGUST = (D(2018, 8, 1), D(2018, 8, 22))
LATER = (D(2018, 10, 1), D(2018, 12, 31))
PAGE = "/opfoelgning/"


def headings(page: str) -> list[str]:
    return re.findall(r'<h2 id="group-\d">([^<]+)</h2>', page)


def titles(page: str) -> list[str]:
    return re.findall(r'<(?:h3|p) class="row-title"><a [^>]+>([^<]+)</a>', page)


def chips(page: str) -> list[str]:
    """The choices as they are read out."""
    found = re.findall(r'<a class="chip"[^>]*>(.*?)</a>', page, flags=re.DOTALL)
    return [" ".join(re.sub(r"<[^>]+>", "", chip).split()) for chip in found]


def test_what_is_overdue_comes_first_and_what_has_no_date_last(look, waits):
    for text, due in (("Uden", None), ("Til vinter", LATER), ("Sensommer", AUGUST), ("Nu", (D(2018, 9, 1), D(2018, 9, 30)))):
        waits(text, due=due)
    page = look(PAGE)
    assert titles(page) == ["Sensommer", "Nu", "Til vinter", "Uden"]
    assert headings(page) == ["Overskredet", "Denne måned", "Senere", "Uden dato"]


def test_one_tells_what_was_asked_who_owes_it_and_when(look, waits):
    one = waits("en status på varmestuen", due=AUGUST, responsible="Socialforvaltningen", due_words="medio august", every=3, unit="meeting")
    page = look(PAGE)
    for told in (
        "En status på varmestuen",
        "Socialforvaltningen",
        "<q>medio august</q>",
        "1.–22. august 2018",
        "Overskredet med 12 dage",
        "hvert 3. møde",
        "6. juni 2018",
        f'href="/punkter/{one.item.pk}/#opfoelgning-{one.follow_up.pk}"',
    ):
        assert told in page, told


@pytest.mark.parametrize(
    ("last", "told"),
    [
        (D(2018, 9, 3), "I dag er sidste dag"),
        (D(2018, 9, 4), "1 dag tilbage"),
        (D(2018, 9, 2), "Overskredet med 1 dag"),
        (D(2018, 3, 3), "6 måneder"),
    ],
)
def test_the_days_are_counted_to_the_last_one(look, waits, last, told):
    waits(due=(D(2018, 1, 1), last))
    assert told in look(PAGE)


def test_it_leads_to_the_sentence(look, waits):
    one = waits("Rådet ønsker en status.")
    item = look(one.item.get_absolute_url())
    assert f'<li id="opfoelgning-{one.follow_up.pk}">' in item


def test_a_slip_is_told_in_one_line(look, waits):
    one = waits(due=LATER)
    for before in (D(2018, 3, 6), D(2018, 6, 1)):
        days = {"due_start": before.isoformat(), "due_end": before.isoformat()}
        f.StepFactory(occurrence=one, before=days)
    f.StepFactory(occurrence=one, undone_at=dt.datetime(2018, 8, 1, tzinfo=f.COPENHAGEN))
    page = look(PAGE)
    assert "lovet til 6. marts 2018, udskudt to gange" in page
    assert "nu 1. oktober – 31. december 2018" in page


def test_a_slip_from_no_date_is_told_too(look, waits):
    f.StepFactory(occurrence=waits(due=LATER), before={"due_start": None, "due_end": None})
    assert "<dd>udskudt én gang</dd>" in look(PAGE)


def test_a_planned_treatment_is_waited_for_too(look, council):
    planned = f.PlannedTreatmentFactory(
        item__meeting__published=True, body=council, body_name=council.name, title="Natcafé", review="accepted"
    )
    f.OccurrenceFactory(follow_up=None, planned=planned, body=council)
    page = look(PAGE, organ="raadet")
    assert titles(page) == ["Rådet for Udsatte skal behandle »Natcafé«"]
    assert f"#behandling-{planned.pk}" in page


def test_what_nobody_has_reviewed_is_marked(look, waits):
    waits(review="unreviewed")
    assert "ikke gennemgået" in look(PAGE)


def test_it_tells_the_agenda_it_stands_on_to_those_who_may_read_it(look, waits, council):
    coming = f.MeetingFactory(body=council, date=D(2018, 9, 26))
    item = f.AgendaItemFactory(meeting=coming, number=44, title="Varmestuen igen")
    waits(occurrence={"placed_on": item})
    assert "26. september 2018, punkt 44" in look(PAGE, member_of(council))
    page = look(PAGE)
    assert "En status på varmestuen" in page
    assert "26. september" not in page
    assert "På en dagsorden" not in page


def test_a_closed_item_tells_its_own_what_it_is_about_and_no_more(look, waits, council):
    waits("Kanariefuglen flyttes", closed=True, due_words="i det grønne bur")
    assert "Kanariefuglen" not in look(PAGE)
    page = look(PAGE, member_of(council))
    assert titles(page) == ["Punkt om Kanariefuglen flyttes"]
    assert "læsningen logges" in page
    assert "i det grønne bur" not in page


def test_what_was_decided_is_waited_for_when_the_minutes_are_out(look, waits, council):
    agenda = f.MeetingFactory(body=council, agenda_published=True, date=D(2018, 8, 29))
    waits("Endnu ikke offentliggjort", item=f.AgendaItemFactory(meeting=agenda))
    assert titles(look(PAGE)) == []
    assert titles(look(PAGE, member_of(council))) == ["Endnu ikke offentliggjort"]


def test_what_is_answered_or_dropped_is_waited_for_no_more(look, waits):
    waits("Besvaret", occurrence={"state": "met", "met_on": TODAY})
    waits("Lukket", occurrence={"state": "dropped"})
    assert "Der ventes ikke på noget" in look(PAGE)


def test_ones_own_councils_come_first_for_whoever_has_any(look, waits, council):
    other, third = f.BodyFactory(name="Byrådet", slug="byraadet"), f.BodyFactory(name="Ældrerådet", slug="aeldreraadet")
    for text, body in (("Eget", council), ("Andres", other), ("Andre igen", third)):
        waits(text, body=body)
    assert titles(look(PAGE)) == ["Eget", "Andres", "Andre igen"]
    assert titles(look(PAGE, member_of(council))) == ["Eget"]
    both = secretary_of(council)
    f.SecretaryAssignmentFactory(user=both, body=other)
    page = look(PAGE, both)
    assert titles(page) == ["Eget", "Andres"]
    assert chips(page) == ["Mine råd : 2", "Byrådet : 1", "Rådet for Udsatte : 1", "Alle : 3", "Ældrerådet : 1"]
    assert titles(look(PAGE, both, vis="alle")) == ["Eget", "Andres", "Andre igen"]
    assert titles(look(PAGE, both, organ="aeldreraadet")) == ["Andre igen"]
    assert titles(look(PAGE, both, organ="findes-ikke")) == ["Eget", "Andres"]


def test_what_is_counted_is_what_may_be_read(look, waits, council):
    waits("Lukket", closed=True, due=AUGUST)
    waits("Åbent", due=AUGUST)
    assert chips(look(PAGE)) == ["Alle : 1 1 overskredet", "Rådet for Udsatte : 1 1 overskredet"]
    assert chips(look(PAGE, member_of(council))) == ["Rådet for Udsatte : 2 2 overskredet", "Alle : 2 2 overskredet"]


def test_nobody_counts_further_than_anybody_needs(look, waits, monkeypatch):
    monkeypatch.setattr(bodies, "AT_MOST", 2)
    for _ in range(4):
        waits(due=AUGUST)
    waits(body=f.BodyFactory(name="Ældrerådet"))
    assert chips(look(PAGE)) == ["Alle : 3+ 2+ overskredet", "Rådet for Udsatte : 2+ 2+ overskredet", "Ældrerådet : 1"]


def test_a_body_that_waits_for_nothing_says_so(look, waits, council):
    waits(body=f.BodyFactory(name="Byrådet"))
    assert "Rådet for Udsatte venter ikke på noget." in look(PAGE, organ="raadet")


def test_hearings_that_run_are_told_with_the_days_left(look, council):
    meeting = f.MeetingFactory(body=council, published=True)
    for subject, deadline in (("Natklinik", D(2018, 9, 13)), ("Slut", D(2018, 9, 2)), ("Sidste dag", TODAY)):
        f.HearingFactory(item__meeting=meeting, subject=subject, deadline=deadline)
    f.HearingFactory(item__meeting=meeting, item__closed=True, subject="Kanariefugl", deadline=D(2018, 9, 13))
    page = look(PAGE)
    assert titles(page) == ["Sidste dag", "Natklinik"]
    assert "Slutter i dag" in page
    assert "10 dage tilbage" in page
    assert "frist 13. september 2018" in page
    assert titles(look(PAGE, organ=f.BodyFactory().slug)) == []


def test_a_hearing_that_no_ordinary_meeting_can_answer_says_so(look, council):
    item = f.AgendaItemFactory(meeting=f.MeetingFactory(body=council, published=True))
    f.HearingPartyFactory(hearing=f.HearingFactory(item=item, role="consulted", deadline=D(2018, 9, 28)), body=council)
    f.MeetingFactory(body=council, date=D(2018, 10, 3))
    warning = "Rådet for Udsatte har intet møde i kalenderen, hvor det kan nå at svare."
    assert warning in look(PAGE)
    f.MeetingFactory(body=council, date=D(2018, 9, 19))
    assert warning not in look(PAGE)


def test_pages_follow_each_other(look, client, waits, monkeypatch):
    for n in range(26):
        waits(f"Nr. {n}", due=(TODAY, TODAY + dt.timedelta(days=n)))
    assert titles(look(PAGE)) == [f"Nr. {n}" for n in range(25)]
    assert titles(look(PAGE, side=2)) == ["Nr. 25"]
    assert client.get(PAGE, {"side": 3}).status_code == 404
    assert client.get(PAGE, {"side": "x"}).status_code == 404
    monkeypatch.setattr(paging, "LAST_PAGE", 1)
    page = look(PAGE)
    assert "Listen vises ikke længere end hertil" in page
    assert "side=2" not in page
    assert client.get(PAGE, {"side": 2}).status_code == 404


def test_several_bodies_are_told_as_one_list(look, waits, council):
    other = f.BodyFactory(name="Byrådet")
    user = secretary_of(council)
    f.SecretaryAssignmentFactory(user=user, body=other)
    for n in range(30):
        waits(f"Nr. {n:02}", body=(council, other)[n % 2], due=(TODAY, TODAY + dt.timedelta(days=n)))
    assert titles(look(PAGE, user)) == [f"Nr. {n:02}" for n in range(25)]
    assert titles(look(PAGE, user, side=2)) == [f"Nr. {n:02}" for n in range(25, 30)]


def test_everybody_finds_it_in_the_menu(look):
    assert 'href="/opfoelgning/" class="nav-link"' in look("/")
