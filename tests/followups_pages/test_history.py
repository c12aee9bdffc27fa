"""History, what was due before its body's start, counts on no page until the secretary takes it up; the desk shows it on its own."""

import datetime as dt
import re

import pytest

from agendas.selectors.candidates import candidates_for
from cases.access import Actor
from followups.models import Occurrence, Step
from followups.selectors.case_list import unanswered_hearings
from followups.start_date_impact import count_history
from reminders.sources import source_of
from tests import factories as f
from tests.followups_pages.conftest import TODAY, text_of
from tests.followups_pages.test_waiting import chips, titles

pytestmark = pytest.mark.django_db
D = dt.date
DESK, HISTORY = "/opfoelgning/bord/", "/opfoelgning/bord/?tilstand=historie"
OLD, AUGUST = (D(2018, 7, 1), D(2018, 7, 31)), (D(2018, 8, 1), D(2018, 8, 31))
START = D(2018, 8, 1)


@pytest.fixture(autouse=True)
def start(council):
    council.in_use_since = START
    council.save()


def hidden(council) -> Occurrence:
    """What another body's minutes, which are not published, expect of the council."""
    planned = f.PlannedTreatmentFactory(body=council, due_start=OLD[0], due_end=OLD[1])
    return f.OccurrenceFactory(follow_up=None, planned=planned, body=council, due_start=OLD[0], due_end=OLD[1])


def test_everybodys_list_tells_only_what_counts(look, waits):
    waits("Gammelt", due=OLD)
    waits("Nyt", due=AUGUST)
    page = look("/opfoelgning/")
    assert titles(page) == ["Nyt"]
    assert "Alle : 1 1 overskredet" in chips(page)
    assert "1 venter, 1 overskredet" in " ".join(re.sub(r"<[^>]+>", "", look("/forside/")).split())


def test_the_desk_keeps_it_apart_and_says_how_much_there_is(look, waits, secretary, council):
    waits("Gammelt", due=OLD)
    waits("Ældre", due=(D(2018, 6, 1), D(2018, 6, 30)))
    waits("Nyt", due=AUGUST)
    hidden(council)
    page = look(DESK, secretary)
    assert titles(page) == ["Nyt"]
    assert "Historie (2)</a>" in page
    page = look(HISTORY, secretary)
    assert titles(page) == ["Gammelt", "Ældre"]  # the latest first
    assert "Tag den op, hvis den stadig ønskes" in page
    assert "verskredet med" not in page
    assert "Historie (" not in look(DESK, f.SecretaryAssignmentFactory(user__name="En anden").user)


def test_several_are_taken_up_in_one_go_and_taken_back(office, waits):
    rows = [waits(text, due=OLD) for text in ("En", "To")]
    told = {"goer": "taget-op", "valgt": [row.pk for row in rows], "tilbage": "tilstand=historie"}
    assert "De tæller med fra nu af" in text_of(office.get(f"{DESK}flere/", told))
    page = text_of(office.post(f"{DESK}flere/", told | {f"version-{row.pk}": row.version for row in rows}, follow=True))
    assert "2 er taget op og tæller nu med." in page
    assert sorted(titles(text_of(office.get(DESK)))) == ["En", "To"]
    office.post(f"{DESK}fortryd/", {"tilbage": ""})
    assert Occurrence.objects.historic().count() == 2
    assert not Step.objects.filter(undone_at=None).exists()


def test_one_is_taken_up_on_its_own_page_with_one_click(office, client, waits):
    one = waits("Gammelt", due=OLD)
    address = f"/opfoelgning/{one.pk}/"
    page = text_of(office.get(address))
    assert "Fristen lå før d. 1. august 2018, da Rådet for Udsatte tog registret i brug" in page
    page = text_of(office.post(f"{address}taget-op/", {"version": one.version}, follow=True))
    assert "Den er taget op og tæller nu med." in page
    assert "Det er historie" not in page
    assert "Overskredet med" in page
    client.logout()
    assert "<strong>Taget op</strong>" in text_of(client.get(address))


def test_somebody_who_has_done_something_meanwhile_is_not_overwritten(office, waits):
    one = waits("Gammelt", due=OLD)
    assert office.post(f"/opfoelgning/{one.pk}/taget-op/", {"version": one.version - 1}).status_code == 409
    assert Occurrence.objects.historic().exists()


def test_it_waits_on_no_list_wheel_or_agenda_and_nobody_is_reminded(look, waits, council, secretary):
    meeting = f.MeetingFactory(body=council, date=D(2018, 9, 26))
    one = waits("Gammelt", due=OLD, every=1, unit="quarter")
    everything = Actor(is_administrator=True)

    def counted() -> list[bool]:
        return [
            "Gammelt" in look("/sagsstyringsliste/?organ=raadet", secretary),
            "Gammelt" in look("/aarshjul/?organ=raadet", secretary),
            bool(candidates_for(meeting, everything, today=TODAY).wanting),
            bool(list(source_of("report:0").deadlines(today=TODAY))),
            "overskredet" in look("/", secretary),
        ]

    assert counted() == [False] * 5
    Occurrence.objects.filter(pk=one.pk).update(taken_up=True)
    assert counted() == [True] * 5


def test_a_proposal_for_it_waits_on_its_page_alone(look, waits, council, secretary):
    one = waits("Gammelt", due=OLD)
    f.ProposalFactory(
        occurrence=one, item=f.AgendaItemFactory(meeting__body=council, meeting__published=True, meeting__date=D(2018, 8, 22))
    )
    heading = "Forslag at tage stilling til"
    assert heading not in look(DESK, secretary)
    assert "forslag at tage stilling til" not in look("/", secretary)
    assert 'id="proposals"' in look(f"/opfoelgning/{one.pk}/", secretary)


def test_a_hearing_that_was_over_before_the_start_is_no_longer_to_be_answered(council):
    party = {
        "body": council,
        "name": council.name,
        "hearing__item__meeting__published": True,
        "hearing__item__meeting__date": D(2018, 6, 6),
    }
    f.HearingPartyFactory(hearing__deadline=D(2018, 7, 31), **party)
    counts = f.HearingPartyFactory(hearing__deadline=D(2018, 8, 1), **party).hearing
    undated = f.HearingPartyFactory(hearing__deadline=None, **party).hearing
    assert set(unanswered_hearings(council, Actor(is_administrator=True), today=TODAY)) == {counts, undated}


def test_the_api_says_it_and_can_leave_it_out(client, waits):
    old, new = waits("Gammelt", due=OLD), waits("Nyt", due=AUGUST)

    def ids(query: str) -> list[int]:
        return [row["id"] for row in client.get(f"/api/occurrences/?{query}").json()["results"]]

    assert ids("historic=true") == [old.pk]
    assert ids("historic=false") == ids("overdue=true") == [new.pk]
    assert client.get("/api/follow-ups/?historic=true").json()["results"][0]["id"] == old.follow_up_id
    told = client.get(f"/api/occurrences/{old.pk}/").json()
    assert (told["is_historic"], told["is_overdue"]) == (True, False)


def test_what_another_start_makes_history_is_counted_of_what_one_may_read(waits, council):
    waits("Gammelt", due=OLD)
    waits("Nyt", due=AUGUST)
    hidden(council)
    actor = Actor(user_id=1)
    for day, count in ((None, 0), (OLD[0], 0), (START, 1), (TODAY, 2)):
        assert count_history(body=council, start=day, actor=actor) == count
