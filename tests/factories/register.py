"""Rows for tests, with invented people and bodies: each factory gives a whole valid row, and a test names only what it is about.

Meetings are unpublished unless a trait says otherwise: `MeetingFactory(agenda_published=True)` has its agenda out,
`MeetingFactory(published=True)` its minutes too. Items follow their meeting's body and year and count on in both.
"""

import datetime as dt
import hashlib
from zoneinfo import ZoneInfo

import factory
from django.core.files.base import ContentFile
from django.db.models import Max
from django.utils.text import slugify
from factory.django import DjangoModelFactory

from accounts.models import Role, User
from agendas.models import AttachmentFile, Route, RouteStop
from cases.models import Case, CaseLink, Facet, Matter, Subject
from meetings import models as m
from minutes.models import Import, MeetingCorrection, ProposalAnswer
from minutes.proposals import key_of

FIRST_NAMES = ("Agnete", "Birger", "Dorthea", "Ejvind", "Frode", "Gerda", "Hjalmar", "Ingrid", "Knud", "Laurits", "Øjvind", "Aase")
LAST_NAMES = ("Bregnholt", "Elmelund", "Fuglsang Krogh", "Havbro", "Kirkedal", "Lyngsøe", "Mosegaard", "Rønnehave", "Sandbjerg", "Ålund")
BODIES = ("Rådet for Udsatte", "Socialudvalget", "Økonomiudvalget", "Byrådet", "Ældrerådet", "Handicaprådet")
ASCII = str.maketrans({"å": "aa", "ø": "oe", "æ": "ae", "Ø": "Oe", "Æ": "Ae"})
PASSWORD = "lindhøj-sommerhus-42"
COPENHAGEN = ZoneInfo("Europe/Copenhagen")


def invented_name(n: int) -> str:
    """The n-th name of an invented person; all different."""
    first, last = FIRST_NAMES[n % len(FIRST_NAMES)], LAST_NAMES[n // len(FIRST_NAMES) % len(LAST_NAMES)]
    again = n // (len(FIRST_NAMES) * len(LAST_NAMES))
    return f"{first} {last}" + (f" {again + 1}" if again else "")


def next_place(rows, column: str = "position") -> int:
    return (rows.aggregate(last=Max(column))["last"] or 0) + 1


class UserFactory(DjangoModelFactory):
    """Somebody with no role; `role=` or the traits `member`, `secretary`, `administrator` give one."""

    class Meta:
        model = User

    class Params:
        member = factory.Trait(role=Role.MEMBER)
        secretary = factory.Trait(role=Role.SECRETARY)
        administrator = factory.Trait(role=Role.ADMINISTRATOR)

    username = factory.Sequence(lambda n: f"bruger{n}")
    name = factory.Sequence(invented_name)
    email = factory.LazyAttribute(lambda user: f"{user.username}@lindhoej.example")
    password = PASSWORD

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        return model_class.objects.create_user(*args, **kwargs)


class BodyFactory(DjangoModelFactory):
    class Meta:
        model = m.Body

    name = factory.Sequence(lambda n: BODIES[n % len(BODIES)] + (f" {n // len(BODIES) + 1}" if n >= len(BODIES) else ""))
    slug = factory.LazyAttribute(lambda body: slugify(body.name.translate(ASCII)))
    kind = m.Body.Kind.COMMITTEE
    in_use_since = dt.date(2018, 1, 1)


class BodyNameFactory(DjangoModelFactory):
    class Meta:
        model = m.BodyName

    body = factory.SubFactory(BodyFactory)
    name = factory.LazyAttribute(lambda other: f"{other.body.name} i Lindhøj")


class PersonFactory(DjangoModelFactory):
    class Meta:
        model = m.Person

    name = factory.Sequence(invented_name)


class MembershipFactory(DjangoModelFactory):
    class Meta:
        model = m.Membership

    person = factory.SubFactory(PersonFactory)
    body = factory.SubFactory(BodyFactory)
    first_day = dt.date(2018, 1, 1)


class SecretaryAssignmentFactory(DjangoModelFactory):
    class Meta:
        model = m.SecretaryAssignment

    body = factory.SubFactory(BodyFactory)
    user = factory.SubFactory(UserFactory, secretary=True)


class MeetingFactory(DjangoModelFactory):
    """A meeting on 6 June 2018, or the next sitting of the body on the day given."""

    class Meta:
        model = m.Meeting

    class Params:
        agenda_published = factory.Trait(agenda_published_at=dt.datetime(2018, 5, 30, 9, tzinfo=COPENHAGEN))
        published = factory.Trait(
            state=m.Meeting.State.HELD,
            agenda_published_at=dt.datetime(2018, 5, 30, 9, tzinfo=COPENHAGEN),
            minutes_published_at=dt.datetime(2018, 6, 8, 12, tzinfo=COPENHAGEN),
        )

    body = factory.SubFactory(BodyFactory)
    date = dt.date(2018, 6, 6)
    sequence = factory.LazyAttribute(lambda new: next_place(m.Meeting.objects.filter(body=new.body, date=new.date), "sequence"))
    start = dt.time(15, 30)
    end = dt.time(18, 0)
    place = "Mødelokale 2, Lindhøj Rådhus"


class CaseFactory(DjangoModelFactory):
    class Meta:
        model = Case

    number = factory.Sequence(lambda n: f"27.15.00-A08-{n + 1}-18")


class MatterFactory(DjangoModelFactory):
    class Meta:
        model = Matter

    title = factory.Sequence(lambda n: f"Varmestue ved havnen {n + 1}")


class RouteFactory(DjangoModelFactory):
    class Meta:
        model = Route

    matter = factory.SubFactory(MatterFactory)


class RouteStopFactory(DjangoModelFactory):
    class Meta:
        model = RouteStop

    route = factory.SubFactory(RouteFactory)
    body = factory.SubFactory("tests.factories.register.BodyFactory")
    position = factory.LazyAttribute(lambda stop: next_place(stop.route.stops))


class CaseLinkFactory(DjangoModelFactory):
    class Meta:
        model = CaseLink

    origin = factory.SubFactory(CaseFactory)
    target = factory.SubFactory(CaseFactory)


class SubjectFactory(DjangoModelFactory):
    class Meta:
        model = Subject
        django_get_or_create = ("code",)

    code = "27.15.00"
    title = "Rådgivende organer"


class FacetFactory(DjangoModelFactory):
    class Meta:
        model = Facet
        django_get_or_create = ("code",)

    code = "A08"
    title = "Foreninger og råd"


class SchoolHolidayFactory(DjangoModelFactory):
    class Meta:
        model = m.SchoolHoliday

    name = factory.Sequence(lambda n: f"Vinterferie {n + 1}")
    first_day = dt.date(2019, 2, 16)
    last_day = dt.date(2019, 2, 24)


class MeetingPlanFactory(DjangoModelFactory):
    class Meta:
        model = m.MeetingPlan

    body = factory.SubFactory(BodyFactory)
    mark = factory.Sequence(str)
    first_day = dt.date(2019, 1, 1)
    last_day = dt.date(2019, 12, 31)
    at = dt.datetime(2018, 9, 3, 12, tzinfo=COPENHAGEN)


class AgendaItemFactory(DjangoModelFactory):
    """An open item with a case and a matter of its own, next in the meeting and in the body's running count of the year."""

    class Meta:
        model = m.AgendaItem

    meeting = factory.SubFactory(MeetingFactory)
    body = factory.SelfAttribute("meeting.body")
    year = factory.SelfAttribute("meeting.date.year")
    position = factory.LazyAttribute(lambda item: next_place(m.AgendaItem.objects.filter(meeting=item.meeting)))
    number = factory.LazyAttribute(lambda item: next_place(m.AgendaItem.objects.filter(body=item.body, year=item.year), "number"))
    label = factory.LazyAttribute(lambda item: str(item.number or ""))
    title = factory.Sequence(lambda n: f"Varmestue ved havnen {n + 1}")
    case = factory.SubFactory(CaseFactory)
    matter = factory.SubFactory(MatterFactory, title=factory.SelfAttribute("..title"))


class _PartOfItem(DjangoModelFactory):
    class Meta:
        abstract = True

    item = factory.SubFactory(AgendaItemFactory)

    @classmethod
    def _adjust_kwargs(cls, **kwargs):
        """The next position in the item, unless the test names one."""
        kwargs.setdefault("position", next_place(cls._meta.model.objects.filter(item=kwargs["item"])))
        return kwargs


class SectionFactory(_PartOfItem):
    class Meta:
        model = m.Section

    heading = "Sagsfremstilling"
    text = "Forvaltningen har besøgt varmestuen og talt med brugerne."


class RecommendationFactory(_PartOfItem):
    class Meta:
        model = m.Recommendation

    number = factory.Sequence(lambda n: n + 1)
    text = "at varmestuen holder åbent i weekenden"


class RecommendedToFactory(_PartOfItem):
    class Meta:
        model = m.RecommendedTo

    name = "Byrådet"


class AttachmentFileFactory(DjangoModelFactory):
    class Meta:
        model = AttachmentFile

    item = factory.SubFactory(AgendaItemFactory)
    title = "Oversigt over åbningstider"
    file = factory.LazyFunction(lambda: ContentFile(b"Oversigt", name="oversigt.txt"))
    file_name = "oversigt.txt"
    size = 8
    sha256 = hashlib.sha256(b"Oversigt").hexdigest()
    added_at = dt.datetime(2018, 5, 30, 9, tzinfo=COPENHAGEN)


class AttachmentFactory(_PartOfItem):
    class Meta:
        model = m.Attachment

    title = "Bilag 1: Oversigt over åbningstider"


class GuestFactory(_PartOfItem):
    class Meta:
        model = m.Guest

    name = factory.Sequence(invented_name)


class QuotedAppearanceFactory(_PartOfItem):
    class Meta:
        model = m.QuotedAppearance

    body_name = "Socialudvalget"
    date = dt.date(2018, 5, 22)
    item_number = 67
    decision = "Godkendt."


class ReferenceFactory(_PartOfItem):
    class Meta:
        model = m.Reference

    body_name = "Socialudvalget"
    date = dt.date(2018, 5, 22)
    item_numbers = factory.LazyFunction(lambda: [67])
    quote = "Udvalget behandlede varmestuen som pkt. 67."


class OutcomeFactory(_PartOfItem):
    class Meta:
        model = m.Outcome

    outcome = m.Outcome.Value.APPROVED


class VoteFactory(_PartOfItem):
    class Meta:
        model = m.Vote

    votes_for = 6
    votes_against = 1


class ParticipationFactory(_PartOfItem):
    class Meta:
        model = m.Participation

    kind = m.Participation.Kind.GUEST
    name = factory.Sequence(invented_name)
    detail = "Centerleder"


class VoteNameFactory(DjangoModelFactory):
    class Meta:
        model = m.VoteName

    vote = factory.SubFactory(VoteFactory)
    side = m.VoteName.Side.AGAINST
    position = factory.LazyAttribute(lambda named: next_place(m.VoteName.objects.filter(vote=named.vote, side=named.side)))
    name = factory.Sequence(invented_name)


class TimePlanRowFactory(DjangoModelFactory):
    class Meta:
        model = m.TimePlanRow

    meeting = factory.SubFactory(MeetingFactory)
    position = factory.LazyAttribute(lambda row: next_place(m.TimePlanRow.objects.filter(meeting=row.meeting)))
    start = dt.time(16, 5)
    end = dt.time(16, 20)
    title = "Varmestue ved havnen"


class AttendanceFactory(DjangoModelFactory):
    class Meta:
        model = m.Attendance

    meeting = factory.SubFactory(MeetingFactory)
    position = factory.LazyAttribute(lambda row: next_place(m.Attendance.objects.filter(meeting=row.meeting)))
    name = factory.Sequence(invented_name)


class DocumentFactory(DjangoModelFactory):
    """A stored text file; `content=` (bytes) is what stands in it."""

    class Meta:
        model = m.Document

    class Params:
        content = factory.Sequence(lambda n: f"REFERAT nr. {n}".encode())

    name = factory.Sequence(lambda n: f"referat-{n}.txt")
    file = factory.LazyAttribute(lambda new: ContentFile(new.content, name=new.name))
    sha256 = factory.LazyAttribute(lambda new: hashlib.sha256(new.content).hexdigest())
    size = factory.LazyAttribute(lambda new: len(new.content))
    format = m.Document.Format.TXT
    uploaded_at = dt.datetime(2018, 6, 8, 10, tzinfo=COPENHAGEN)


class MeetingCorrectionFactory(DjangoModelFactory):
    class Meta:
        model = MeetingCorrection

    meeting = factory.SubFactory(MeetingFactory)
    parts = ["place"]
    before = factory.LazyFunction(dict)
    after = factory.LazyFunction(dict)
    at = dt.datetime(2025, 4, 1, 9, 0, tzinfo=COPENHAGEN)


class ProposalAnswerFactory(DjangoModelFactory):
    class Meta:
        model = ProposalAnswer

    item = factory.SubFactory(AgendaItemFactory)
    quote = factory.Sequence("Opslag på hjemmesiden om {} tegninger.".format)
    key = factory.LazyAttribute(lambda new: key_of(new.quote))
    part = "decision"
    score = 0.5
    said = ProposalAnswer.Said.LEFT
    at = dt.datetime(2018, 6, 7, 10, tzinfo=COPENHAGEN)


class ImportFactory(DjangoModelFactory):
    class Meta:
        model = Import

    document = factory.SubFactory(DocumentFactory)
