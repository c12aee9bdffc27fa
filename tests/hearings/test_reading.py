"""What everybody reads about hearings: the list, one hearing and the trace, and who sees what of it."""

import datetime as dt
import re

import pytest

from meetings.models import ClosedReading, Meeting
from tests import factories as f
from tests.hearings.conftest import NOON, TODAY, member_of

LIST = "/hoeringer/"


@pytest.fixture
def look(client):
    """`look(address)` is the page's text as the public sees it, `look(address, user)` as `user` does; it must be there."""

    def text(address: str, user=None) -> str:
        client.logout()
        if user:
            client.force_login(user)
        response = client.get(address)
        assert response.status_code == 200, address
        return words(response.content.decode())

    return text


def words(html: str) -> str:
    """What a reader reads of the page's content."""
    main = html[html.index("<main") : html.index("</main>")]
    return " ".join(re.sub(r"<[^>]+>", " ", re.sub(r"<svg.*?</svg>", " ", main, flags=re.S)).split())


def meeting(body, day: str, **columns) -> Meeting:
    return f.MeetingFactory(body=body, date=dt.date.fromisoformat(day), **columns)


class TestTheList:
    def test_the_nearest_deadline_comes_first_with_the_days_left(self, sent, look):
        for subject, deadline in (("Cykelstier", TODAY), ("Fiskekvoter", TODAY + dt.timedelta(1))):
            f.HearingFactory(item=sent.item, subject=subject, deadline=deadline)
        page = look(LIST)
        told = ["Cykelstier", "Fristen er i dag", "Fiskekvoter", "1 dag tilbage", "Plan for havnen", "25 dage tilbage"]
        places = [page.index(one) for one in told]
        assert places == sorted(places)

    def test_how_many_have_answered_is_told_to_everybody(self, sent, look):
        sent.parties.filter(position=1).update(answered_on=TODAY)
        assert "1 af 3 parter har svaret" in look(LIST)

    def test_those_that_are_over_and_those_without_a_deadline_have_lists_of_their_own(self, sent, look):
        f.HearingFactory(item=sent.item, subject="Gammel sag", deadline=TODAY - dt.timedelta(1))
        f.HearingFactory(item=sent.item, subject="Uvis sag", deadline=None)
        running, over, without = (look(f"{LIST}{query}") for query in ("", "?vis=afsluttede", "?vis=uden-frist"))
        assert [("Gammel sag" in page, "Uvis sag" in page, "Plan for havnen" in page) for page in (running, over, without)] == [
            (False, False, True),
            (True, False, False),
            (False, True, False),
        ]
        assert "Fristen er overskredet" in over
        assert "Ingen frist" in without

    def test_a_body_finds_what_it_is_consulted_in_and_what_it_sends_out(self, sent, council, look):
        sent.parties.filter(name="Havnerådet").update(body=council)
        f.BodyFactory(name="Byrådet", slug="byraadet")
        for slug, there in (("planudvalget", True), ("havneraadet", True), ("byraadet", False)):
            assert ("Plan for havnen" in look(f"{LIST}?organ={slug}")) is there

    def test_it_warns_where_no_ordinary_meeting_can_answer(self, consulted, council, secretary, look):
        meeting(council, "2018-10-03")
        warning = "Havnerådet har intet møde i kalenderen, hvor det kan nå at svare."
        assert warning in look(LIST, secretary)
        meeting(council, "2018-09-19")
        assert warning not in look(LIST, secretary)

    def test_the_chart_is_a_table_too(self, sent, committee, look):
        f.ExtensionFactory(hearing=sent, old=dt.date(2018, 9, 14), new=sent.deadline)
        meeting(committee, "2018-09-12")
        assert "28. september 2018 før 14. september 2018 6. juni 2018 12. september 2018" in look(LIST)

    def test_an_empty_list_leads_on(self, db, look):
        page = look(LIST)
        assert "Der er ingen løbende høringer." in page
        assert "Se de afsluttede" in page

    def test_it_has_pages(self, sent, client):
        for n in range(25):
            f.HearingFactory(item=sent.item, subject=f"Høring {n}")
        sent.item.hearings.update(deadline=TODAY)
        assert client.get(f"{LIST}?side=2").status_code == 200
        assert client.get(f"{LIST}?side=3").status_code == 404


class TestOneHearing:
    def test_everybody_reads_the_hearing_of_an_open_item(self, sent, look):
        f.ExtensionFactory(hearing=sent, old=dt.date(2018, 9, 14), new=sent.deadline, reason="Sommerferien lå i vejen.")
        page = look(sent.get_absolute_url())
        for told in (
            "Planudvalget sender i høring",
            "Planen sendes i høring med frist den 28. september 2018.",
            "fredag d. 28. september 2018",
            "udskudt fra d. 14. september 2018 til d. 28. september 2018, fordi: Sommerferien lå i vejen.",
            "Havnens Venner",
        ):
            assert told in page

    def test_one_entered_by_hand_is_for_the_bodys_own_people_until_it_is_opened(self, consulted, council, client):
        address = consulted.get_absolute_url()
        assert client.get(address).status_code == 404
        client.force_login(member_of(f.BodyFactory()))
        assert client.get(address).status_code == 404
        client.force_login(member_of(council))
        assert client.get(address).status_code == 200
        consulted.open_to_public = True
        consulted.save()
        client.logout()
        assert client.get(address).status_code == 200

    def test_an_answer_is_for_the_bodys_own_people_until_everybody_may_read_it(self, sent, committee, look):
        answer = f.HearingResponseFactory(party=sent.parties.first(), text="Vi er imod.", given_on=TODAY)
        sent.parties.filter(position=1).update(answered_on=TODAY)
        address = sent.get_absolute_url()
        page = look(address)
        assert "svaret d. 3. september 2018" in page
        assert "Vi er imod." not in page
        assert "Vi er imod." in look(address, member_of(committee))
        answer.is_public = True
        answer.save()
        assert "Vi er imod." in look(address)

    def test_a_late_answer_is_marked(self, sent, look):
        sent.parties.filter(position=1).update(answered_on=dt.date(2018, 10, 1))
        assert look(sent.get_absolute_url()).count("for sent") == 1

    def test_the_item_an_answer_was_treated_at_is_shown_to_those_who_may_read_it(self, sent, committee, look):
        hidden = f.AgendaItemFactory(meeting__body=committee, meeting__date=TODAY, title="Skjult punkt")
        f.HearingResponseFactory(party=sent.parties.first(), considered_at=hidden, decided_at=hidden, is_public=True)
        assert "Skjult punkt" not in look(sent.get_absolute_url())
        assert "Skjult punkt" in look(sent.get_absolute_url(), member_of(committee))

    def test_reading_what_a_closed_item_says_is_logged_and_kept_by_no_browser(self, sent, committee, client):
        sent.item.closed = True
        sent.item.save()
        assert client.get(sent.get_absolute_url()).status_code == 404
        client.force_login(member_of(committee))
        for address in (sent.get_absolute_url(), f"{sent.get_absolute_url()}spor/"):
            assert "no-store" in client.get(address)["Cache-Control"]
        assert [row.item for row in ClosedReading.objects.all()] == [sent.item] * 2

    def test_a_rejected_reading_is_no_hearing(self, sent, secretary, client):
        sent.review = "rejected"
        sent.save()
        client.force_login(secretary)
        assert client.get(sent.get_absolute_url()).status_code == 404


class TestTheChanceOfAnswering:
    """The council is consulted on Monday 3 September until Friday 28 September; its agendas go out four working days before."""

    def page(self, consulted, look, user) -> str:
        return look(consulted.get_absolute_url(), user)

    def test_a_meeting_that_will_do_is_told_with_its_dispatch_day(self, consulted, council, secretary, look):
        meeting(council, "2018-09-19")
        page = self.page(consulted, look, secretary)
        assert (
            "Den kan besvares på mødet: onsdag d. 19. september 2018 , dagsordenen sendes ud senest torsdag d. 13. september 2018" in page
        )

    def test_no_meeting_is_told_at_once_with_the_dates_and_two_ways_out(self, consulted, council, secretary, look):
        meeting(council, "2018-09-05")
        meeting(council, "2018-10-03")
        page = self.page(consulted, look, secretary)
        for told in (
            "Havnerådet har intet møde i kalenderen, hvor det kan nå at svare.",
            "Dagsordenen til det ordinære møde d. 5. september 2018 skulle sendes ud senest d. 30. august 2018, før høringen kom.",
            "Det ordinære møde d. 3. oktober 2018 ligger efter fristen.",
            "Et ekstraordinært møde tidligst fredag d. 7. september 2018 og senest fredag d. 28. september 2018.",
            "Til den seneste dag skal dagsordenen sendes ud senest mandag d. 24. september 2018.",
            "En anden frist, tidligst torsdag d. 4. oktober 2018: Det ordinære møde onsdag d. 3. oktober 2018 kan behandle høringen",
            "Udskyd fristen til d. 4. oktober 2018",
        ):
            assert told in page

    def test_an_extraordinary_meeting_in_the_calendar_is_a_way_out(self, consulted, council, secretary, look):
        meeting(council, "2018-09-20", kind="extraordinary")
        assert "Havnerådet kan kun nå at svare på et ekstraordinært møde." in self.page(consulted, look, secretary)

    def test_a_meeting_cancelled_or_sent_out_is_reckoned_with_at_once(self, consulted, council, secretary, look):
        one = meeting(council, "2018-09-19")
        assert "Den kan besvares" in self.page(consulted, look, secretary)
        for change in ({"state": "cancelled"}, {"state": "planned", "agenda_published_at": NOON}):
            Meeting.objects.filter(pk=one.pk).update(**change)
            assert "intet møde i kalenderen" in self.page(consulted, look, secretary)

    def test_an_agenda_that_holds_the_matter_already_is_the_meeting(self, sent, council, look):
        meeting_ = meeting(council, "2018-09-05", agenda_published=True)
        sent.parties.filter(name="Havnerådet").update(body=council)
        assert "intet møde i kalenderen" in look(sent.get_absolute_url())
        f.AgendaItemFactory(meeting=meeting_, matter=sent.item.matter)
        assert "Den står på dagsordenen til mødet onsdag d. 5. september 2018" in look(sent.get_absolute_url())

    def test_a_meeting_that_has_treated_the_matter_since_the_hearing_came_is_it(self, sent, council, look):
        treated = f.AgendaItemFactory(meeting=meeting(council, "2018-08-29", published=True), matter=sent.item.matter)
        sent.parties.filter(name="Havnerådet").update(body=council)
        assert "Sagen er behandlet på mødet onsdag d. 29. august 2018" in look(sent.get_absolute_url())
        treated.meeting.date = dt.date(2018, 5, 30)  # before the meeting that tells of the hearing
        treated.meeting.save()
        assert "intet møde i kalenderen" in look(sent.get_absolute_url())

    @pytest.mark.parametrize("columns", [{"answered_on": TODAY}, {"declined_on": TODAY}])
    def test_whoever_has_answered_or_will_not_needs_no_meeting(self, consulted, own, council, secretary, look, columns):
        meeting(council, "2018-10-03")
        consulted.parties.update(**columns)
        assert "besvares i tide" not in self.page(consulted, look, secretary)

    def test_nor_does_an_answer_that_is_decided(self, consulted, own, council, secretary, look):
        item = f.AgendaItemFactory(meeting=meeting(council, "2018-08-29"))
        f.HearingResponseFactory(party=own, given_on=None, decided_at=item)
        assert "besvares i tide" not in self.page(consulted, look, secretary)

    def test_saturday_counts_where_the_body_says_so(self, consulted, council, secretary, look):
        meeting(council, "2018-09-19")
        council.saturday_counts = True
        council.save()
        assert "senest fredag d. 14. september 2018" in self.page(consulted, look, secretary)


class TestTheTrace:
    def test_it_leads_from_the_sentence_to_the_decision(self, sent, committee, look):
        item = f.AgendaItemFactory(
            meeting__body=committee, meeting__published=True, meeting__date=dt.date(2018, 8, 29), title="Havneplan", decision="Vedtaget."
        )
        sent.parties.filter(position=1).update(
            asked_on=dt.date(2018, 6, 8), reminded_on=dt.date(2018, 8, 1), answered_on=dt.date(2018, 8, 20)
        )
        f.HearingResponseFactory(party=sent.parties.first(), text="Vi bakker op.", considered_at=item, is_public=True)
        page = look(f"{sent.get_absolute_url()}spor/")
        told = [
            "Plan for havnen",
            sent.quote,
            "Havnerådet 8. juni 2018 1. august 2018 20. august 2018",
            "Planudvalget, 29. august 2018",
            "Vi bakker op.",
            "Her blev svarene behandlet fra Havnerådet",
            "Vedtaget.",
        ]
        places = [page.index(one) for one in told]
        assert places == sorted(places)

    def test_a_decision_that_is_not_published_or_closed_is_not_told(self, sent, committee, look):
        agenda = meeting(committee, "2018-09-12", agenda_published=True)
        closed = f.AgendaItemFactory(meeting=sent.item.meeting, closed=True, decision="Hemmeligt.")
        planned = f.AgendaItemFactory(meeting=agenda, decision="Udkast til beslutning.")
        for item in (closed, planned):
            f.HearingResponseFactory(party=sent.parties.first(), considered_at=item, is_public=True)
        page = look(f"{sent.get_absolute_url()}spor/")
        assert "Udkast til beslutning." not in page
        assert closed.title not in page
        page = look(f"{sent.get_absolute_url()}spor/", member_of(committee))
        assert "Hemmeligt." not in page
        assert "Beslutningen står på punktets egen side" in page


def test_of_a_closed_item_the_list_and_the_titles_name_the_item_alone(sent, committee, client):
    sent.item.closed, sent.item.title = True, "Lukket punkt om havnen"
    sent.item.save()
    client.force_login(member_of(committee))
    listed = client.get("/hoeringer/").content.decode()
    assert "Lukket punkt om havnen" in listed
    assert "Plan for havnen" not in listed
    page = client.get(sent.get_absolute_url()).content.decode()
    assert "Plan for havnen" not in page.partition("</head>")[0]
    assert "Plan for havnen" in page
    assert sent.item.closed_readings.count() == 1


def test_seeing_the_form_of_a_closed_items_hearing_is_logged(sent, office):
    sent.item.closed = True
    sent.item.save()
    office.get(f"{sent.get_absolute_url()}ret/")
    assert sent.item.closed_readings.count() == 1
