"""A hearing whose item stands on a coming agenda of the consulted body can be answered there, however late that agenda would now be sent."""

import datetime as dt

import pytest

from cases.access import Actor
from hearings.models import Hearing
from hearings.party_feasibility import PartyFeasibility, feasibility_by_hearing
from hearings.selectors import parties_shown
from meetings.parts import prefetch_readable
from tests import factories as f
from tests.hearings.conftest import NOON, TODAY

COMING, DEADLINE = dt.date(2018, 9, 5), dt.date(2018, 9, 28)
EVERYBODY = Actor(is_administrator=True)


def told_on_agenda(body, date=COMING, *, published=True, state="planned", **columns) -> Hearing:
    """A hearing that an item of the body's meeting on `date` tells of; `published`: the meeting's agenda is."""
    meeting = f.MeetingFactory(body=body, date=date, state=state, agenda_published_at=NOON if published else None)
    hearing = f.HearingFactory(item=f.AgendaItemFactory(meeting=meeting), **{"role": "consulted", "deadline": DEADLINE} | columns)
    f.HearingPartyFactory(hearing=hearing, name=body.name, body=body)
    return hearing


def feasibility_of(hearing: Hearing) -> PartyFeasibility:
    parties = prefetch_readable("parties", parties_shown(EVERYBODY))
    rows = Hearing.objects.filter(pk=hearing.pk).select_related("item__meeting").prefetch_related(parties)
    return feasibility_by_hearing(rows, EVERYBODY, today=TODAY)[hearing.pk][0]


@pytest.mark.parametrize("published", [True, False])
@pytest.mark.parametrize("known", [{}, {"received_on": dt.date(2018, 8, 27)}])
@pytest.mark.parametrize("day", [TODAY, COMING, DEADLINE])
def test_its_own_item_on_a_coming_agenda_is_where_it_is_answered(council, published, known, day):
    hearing = told_on_agenda(council, day, published=published, **known)
    found = feasibility_of(hearing)
    assert (found.treated_at, found.warns) == (hearing.item, False)


def test_so_it_is_for_an_item_of_no_matter(council):
    hearing = told_on_agenda(council)
    hearing.item.matter = None
    hearing.item.save()
    assert feasibility_of(hearing).treated_at == hearing.item


@pytest.mark.parametrize(
    ("why", "given"),
    [
        ("the deadline is before the meeting", {"deadline": dt.date(2018, 9, 4)}),
        ("the hearing opens after the meeting", {"opens_first": dt.date(2018, 9, 10), "opens_last": dt.date(2018, 9, 10)}),
        ("the meeting is cancelled", {"state": "cancelled"}),
        ("the meeting was held, and only tells that it has come", {"date": dt.date(2018, 9, 1), "state": "held"}),
        ("the meeting is held today, and only tells that it has come", {"date": TODAY, "state": "held"}),
    ],
)
def test_otherwise_there_is_no_meeting_that_will_do(council, why, given):
    found = feasibility_of(told_on_agenda(council, **given))
    assert (found.treated_at, found.is_infeasible) == (None, True), why


def test_the_item_at_which_a_body_decides_to_send_it_out_is_no_answer_of_its_own(committee):
    assert feasibility_of(told_on_agenda(committee, role="issuer")).treated_at is None


def test_what_is_to_be_sent_out_comes_on_the_day_of_the_meeting_that_decides_it(committee, council):
    hearing = told_on_agenda(committee, dt.date(2018, 9, 14), role="issuer")
    f.HearingPartyFactory(hearing=hearing, name=council.name, body=council)
    hearing.parties.filter(body=committee).delete()
    f.MeetingFactory(body=council, date=dt.date(2018, 9, 19))  # its agenda must be sent out by 13 September
    assert feasibility_of(hearing).is_infeasible
    f.MeetingFactory(body=council, date=dt.date(2018, 9, 20))
    assert [str(one.meeting.date) for one in feasibility_of(hearing).feasibility.feasible_meetings] == ["2018-09-20"]


@pytest.mark.parametrize("page", ["/hoeringer/", "/opfoelgning/", "/sagsstyringsliste/?organ=havneraadet"])
def test_the_lists_do_not_warn_of_it(council, office, page):
    hearing = told_on_agenda(council)
    html = office.get(page).content.decode()
    assert hearing.subject in html
    assert "intet møde i kalenderen" not in html
    assert "kræver et ekstraordinært møde" not in html


def test_its_page_tells_the_meeting(council, office):
    html = office.get(told_on_agenda(council).get_absolute_url()).content.decode()
    assert "Den står på dagsordenen til mødet" in html
    assert "onsdag d. 5. september 2018" in html
