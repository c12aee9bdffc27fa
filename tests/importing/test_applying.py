"""A reading becomes part of the register: once, by those who may, with every fact leading back to its place."""

import datetime as dt

import pytest

from accounts.models import Role
from cases.access import PUBLIC
from cases.models import Case, Matter
from meetings.models import AgendaItem, Body, Meeting, Person, SecretaryAssignment
from minutes import services
from minutes.models import Import
from reader import facts
from tests.factories import BodyFactory, MembershipFactory, PersonFactory, SecretaryAssignmentFactory, UserFactory
from tests.importing.documents import simple

pytestmark = pytest.mark.django_db


def test_a_first_import_makes_the_body_the_meeting_and_the_cases(reviewed, now):
    services.apply(import_=reviewed(simple("Stormøde", case_number="27.15.00-A08-1-25")), by=None, now=now, publish=True)
    meeting = Meeting.objects.get()
    assert (meeting.body.name, meeting.body.kind, meeting.state) == ("Udsatterådet", Body.Kind.ADVISORY, Meeting.State.HELD)
    assert Case.objects.get().appearances.get().title == "Stormøde"


def test_a_second_click_changes_nothing(reviewed, now):
    import_ = reviewed(simple("Stormøde"))
    services.apply(import_=import_, by=None, now=now, publish=True)
    first = services.apply(import_=import_, by=None, now=now + dt.timedelta(minutes=1), publish=True)
    assert Meeting.objects.count() == 1
    assert first.applied_at == now


def test_a_reading_that_was_corrected_after_it_was_looked_through_is_refused(reviewed, now):
    import_ = reviewed(simple("Stormøde"))
    services.correct_reading(import_=import_, changes={"place": "Rådhuset"}, by=UserFactory(secretary=True), now=now)
    with pytest.raises(services.ImportRefused, match="rettet"):
        services.apply(import_=import_, by=None, now=now, publish=False, shown=import_.version)
    import_.refresh_from_db()
    assert services.apply(import_=import_, by=None, now=now, publish=False, shown=import_.version).meeting.place == "Rådhuset"


def test_what_is_not_published_only_the_body_and_its_secretary_see(reviewed, now):
    services.apply(import_=reviewed(simple("Stormøde")), by=None, now=now, publish=False)
    assert not AgendaItem.objects.visible_to(PUBLIC).exists()


def test_every_fact_leads_to_its_document_page_and_line(reviewed, now):
    section = facts.SectionFacts("Resumé", "Vi mødes.", at=facts.TextPlace(2, 14, 16))
    import_ = services.apply(import_=reviewed(simple("Stormøde", sections=[section])), by=None, now=now, publish=True)
    row = AgendaItem.objects.get().sections.get()
    assert (row.source, row.source_page, row.source_line, row.source_end_line) == (import_.document, 2, 14, 16)


def test_a_secretary_puts_only_the_minutes_of_bodies_managed_in_the_register(reviewed, now):
    BodyFactory(name="Udsatterådet")
    stranger = SecretaryAssignmentFactory(body__name="Byrådet", user__role=Role.SECRETARY).user
    import_ = reviewed(simple("Stormøde"))
    with pytest.raises(services.ImportRefused) as refused:
        services.apply(import_=import_, by=stranger, now=now, publish=True)
    assert refused.value.code == "not_your_body"
    assert not Meeting.objects.exists()


def test_the_secretary_who_brings_a_new_body_manages_it(reviewed, now):
    secretary = UserFactory(role=Role.SECRETARY)
    services.apply(import_=reviewed(simple("Stormøde")), by=secretary, now=now, publish=True)
    assert SecretaryAssignment.objects.get().body.name == "Udsatterådet"


def test_minutes_without_a_date_are_refused_and_stay_for_review(reviewed, now):
    minutes = simple("Stormøde")
    minutes.meeting.date = None
    import_ = reviewed(minutes)
    with pytest.raises(services.ImportRefused) as refused:
        services.apply(import_=import_, by=None, now=now, publish=True)
    assert refused.value.code == "no_body_or_date"
    assert Import.objects.get().state == Import.State.REVIEW


def test_a_known_member_is_recognised_and_a_stranger_gets_a_row_of_his_own(reviewed, now):
    known = PersonFactory(name="Agnete Bregnholt")
    MembershipFactory(person=known, body=BodyFactory(name="Udsatterådet"))
    absent = [facts.Absence("Agnete Bregnholt", "absent"), facts.Absence("Birger Elmelund", "absent")]
    services.apply(import_=reviewed(simple("Stormøde", absences=absent)), by=None, now=now, publish=True)
    parts = {part.name: part.person for part in AgendaItem.objects.get().participations.select_related("person")}
    assert parts["Agnete Bregnholt"] == known
    assert parts["Birger Elmelund"] == Person.objects.get(name="Birger Elmelund")


def test_a_party_list_in_a_vote_is_no_person(reviewed, now):
    votes = [facts.VoteFacts(5, 2, against_names=["Havnelisten", "Dorthea Havbro"])]
    services.apply(import_=reviewed(simple("Stormøde", votes=votes)), by=None, now=now, publish=True)
    assert [person.name for person in Person.objects.all()] == ["Dorthea Havbro"]


def test_like_titles_under_one_number_are_one_matter_and_unlike_ones_under_a_meeting_case_are_not(reviewed, now):
    number = "27.15.00-A08-1-25"
    services.apply(import_=reviewed(simple("Rejsekort til hjemløse", "Årets stormøde", case_number=number)), by=None, now=now, publish=True)
    later = simple("Rejsekort til hjemløse – status", number=9, day=dt.date(2025, 5, 7), case_number=number)
    services.apply(import_=reviewed(later), by=None, now=now, publish=True)
    assert Matter.objects.count() == 2
    assert Matter.objects.get(title="Rejsekort til hjemløse").appearances.count() == 2


def test_a_quoted_treatment_joins_its_matter_though_the_number_is_another(reviewed, now):
    committee = simple("Plan for havnen", number=67, body="Socialudvalget", case_number="27.03.00-P00-2-25")
    services.apply(import_=reviewed(committee), by=None, now=now, publish=True)
    quoted = facts.EarlierTreatment("Socialudvalget", dt.date(2025, 3, 5), 67, "Godkendt")
    council = simple("Havneplanen", body="Byrådet", case_number="01.02.03-P00-1-25", earlier_treatments=[quoted], day=dt.date(2025, 4, 7))
    services.apply(import_=reviewed(council), by=None, now=now, publish=True)
    assert Matter.objects.get().appearances.count() == 2


@pytest.mark.parametrize(
    ("printed", "kept"), [("Punkt 16:", "16"), ("Sag nr. 129", "129"), ("Pkt. 5", "5"), ("1.", "1"), ("", "4"), ("B12", "B12")]
)
def test_the_printed_number_is_kept_without_the_word_before_it(reviewed, now, printed, kept):
    minutes = simple("Stormøde", number=4)
    minutes.items[0].label = printed
    services.apply(import_=reviewed(minutes), by=None, now=now, publish=True)
    assert AgendaItem.objects.get().label == kept


@pytest.mark.parametrize(
    ("title_line", "kind"),
    [
        ("REFERAT Udsatterådet (ekstraordinært møde) d. 20-08-2025", Meeting.Kind.EXTRAORDINARY),
        ("Ekstraordinær dagsorden for Udsatterådet", Meeting.Kind.EXTRAORDINARY),
        ("REFERAT Udsatterådet d. 20-08-2025", Meeting.Kind.ORDINARY),
    ],
)
def test_the_title_line_tells_an_extraordinary_meeting(reviewed, now, title_line, kind):
    minutes = simple("Stormøde")
    minutes.meeting.title_line = title_line
    services.apply(import_=reviewed(minutes), by=None, now=now, publish=True)
    assert Meeting.objects.get().kind == kind
