"""What the database itself refuses, whoever writes to it."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from cases.models import Case
from meetings.models import AgendaItem, Body
from tests import factories as f

pytestmark = pytest.mark.django_db


def again(row, **changes):
    """A second row like `row`, but for its key and `changes`."""
    copy = type(row).objects.get(pk=row.pk)
    copy.pk = None
    for name, value in changes.items():
        setattr(copy, name, value)
    copy.save(force_insert=True)
    return copy


def refused(do, *args, **kwargs) -> bool:
    try:
        with transaction.atomic():
            do(*args, **kwargs)
    except IntegrityError:
        return True
    return False


def test_a_number_is_given_once_per_body_and_year():
    item = f.AgendaItemFactory(number=16)
    meeting = f.MeetingFactory(body=item.body, date=dt.date(2018, 9, 3))
    assert refused(f.AgendaItemFactory, meeting=meeting, number=16)


@pytest.mark.parametrize(
    "elsewhere", [lambda body: f.MeetingFactory(), lambda body: f.MeetingFactory(body=body, date=dt.date(2019, 1, 9))], ids=["body", "year"]
)
def test_another_body_and_another_year_count_for_themselves(elsewhere):
    item = f.AgendaItemFactory(number=16)
    assert f.AgendaItemFactory(meeting=elsewhere(item.body), number=16).number == 16


def test_items_without_a_number_of_the_year_do_not_clash():
    item = f.AgendaItemFactory(number=None)
    assert f.AgendaItemFactory(meeting=item.meeting, number=None).pk


def test_numbers_count_from_one():
    assert refused(f.AgendaItemFactory, number=0)


PARTS_IN_ORDER = [
    f.AgendaItemFactory,
    f.SectionFactory,
    f.RecommendationFactory,
    f.RecommendedToFactory,
    f.AttachmentFactory,
    f.GuestFactory,
    f.QuotedAppearanceFactory,
    f.ReferenceFactory,
    f.OutcomeFactory,
    f.VoteFactory,
    f.VoteNameFactory,
    f.ParticipationFactory,
    f.TimePlanRowFactory,
    f.AttendanceFactory,
]


@pytest.mark.parametrize("factory", PARTS_IN_ORDER, ids=lambda factory: factory._meta.model.__name__)
def test_no_two_stand_in_one_place(factory):
    row = factory()
    aside = {"number": None} if isinstance(row, AgendaItem) else {}
    assert refused(again, row, **aside)
    assert again(row, position=row.position + 1, **aside).pk


@pytest.mark.parametrize("side", ["for", "against"])
def test_names_for_and_against_count_each_for_themselves(side):
    named = f.VoteNameFactory(side="for", position=1)
    assert refused(again, named, side=side) is (side == "for")


def test_a_body_sits_once_a_day_unless_it_is_another_sitting():
    meeting = f.MeetingFactory()
    assert refused(again, meeting)
    assert again(meeting, sequence=2).pk
    assert refused(f.MeetingFactory, sequence=0)


def test_a_membership_ends_no_earlier_than_it_begins():
    day = dt.date(2018, 1, 1)
    assert f.MembershipFactory(first_day=day, last_day=day).pk
    assert refused(f.MembershipFactory, first_day=day, last_day=day - dt.timedelta(days=1))


def test_a_seat_is_taken_once_in_a_role_from_a_day():
    seat = f.MembershipFactory()
    assert refused(again, seat)
    assert again(seat, role="chair").pk


def test_a_secretary_serves_a_body_once():
    assert refused(again, f.SecretaryAssignmentFactory())


@pytest.mark.parametrize("printed", ["27.15.00-A08-1-18", "27.15.00 – a08 – 1 – 2018"])
def test_a_number_names_one_case_however_it_is_printed(printed):
    f.CaseFactory(number="27.15.00-A08-1-18")
    assert refused(f.CaseFactory, number=printed)


@pytest.mark.parametrize("name", ["Børne- og Familieudvalget", "BØRNE og  familieudvalget"])
def test_a_name_names_one_body_however_it_is_written(name):
    f.BodyFactory(name="Børne- og Familieudvalget", slug="et")
    assert refused(f.BodyFactory, name=name, slug="andet")


def test_a_spelling_leads_to_one_body():
    other = f.BodyNameFactory()
    assert refused(f.BodyNameFactory, name=other.name)


def test_cases_are_linked_once_in_a_way_and_never_to_themselves():
    link = f.CaseLinkFactory()
    assert refused(again, link)
    assert again(link, kind="continues").pk
    assert refused(f.CaseLinkFactory, origin=link.origin, target=link.origin)


def test_a_file_is_kept_once():
    document = f.DocumentFactory()
    assert refused(f.DocumentFactory, sha256=document.sha256)


@pytest.mark.parametrize(("state", "is_refused"), [("waiting", True), ("applied", True), ("undone", False), ("discarded", False)])
def test_a_document_has_one_living_import(state, is_refused):
    first = f.ImportFactory(state="applied")
    assert refused(f.ImportFactory, document=first.document, state=state) is is_refused


def test_a_user_is_one_person():
    person = f.PersonFactory(user=f.UserFactory())
    assert refused(f.PersonFactory, user=person.user)


def test_what_the_register_tells_of_is_not_deleted_under_it():
    item = f.AgendaItemFactory()
    with pytest.raises(ProtectedError):
        Case.objects.get(pk=item.case_id).delete()
    with pytest.raises(ProtectedError):
        Body.objects.get(pk=item.body_id).delete()


@pytest.mark.parametrize("name", ["ﬃ" * 200, "1 " * 100, "z" * 200])
def test_no_name_is_too_long_for_its_own_keys(name):
    body = f.BodyFactory(name=name, slug="langt-navn")
    body.full_clean()
    assert len(body.key) <= 200
    assert len(body.sort_key) <= 400
