"""Bodies, people and meetings; the items of a meeting (a case's appearances) and everything an item holds."""

from meetings.models.access_steps import AccessStep
from meetings.models.bodies import Body, BodyName, FormerSlug, SecretaryAssignment
from meetings.models.body_steps import BodyStep
from meetings.models.contents import Attachment, QuotedAppearance, Recommendation, RecommendedTo, Reference, Section
from meetings.models.documents import Document
from meetings.models.grounds import LegalGround
from meetings.models.guests import Guest
from meetings.models.items import AgendaItem
from meetings.models.matters import MatterMove, MatterStep
from meetings.models.meetings import Attendance, Meeting, TimePlanRow
from meetings.models.merges import Merge
from meetings.models.people import Membership, Person, PersonName
from meetings.models.publication import PublicationStep
from meetings.models.readings import ClosedReading, DocumentItem
from meetings.models.reviewed import Reviewed
from meetings.models.treatment import Outcome, Participation, Vote, VoteName
from meetings.models.year_plans import MeetingPlan, SchoolHoliday

__all__ = [
    "AccessStep",
    "AgendaItem",
    "Attachment",
    "Attendance",
    "Body",
    "BodyName",
    "BodyStep",
    "ClosedReading",
    "Document",
    "DocumentItem",
    "FormerSlug",
    "Guest",
    "LegalGround",
    "MatterMove",
    "MatterStep",
    "Meeting",
    "MeetingPlan",
    "Membership",
    "Merge",
    "Outcome",
    "Participation",
    "Person",
    "PersonName",
    "PublicationStep",
    "QuotedAppearance",
    "Recommendation",
    "RecommendedTo",
    "Reference",
    "Reviewed",
    "SchoolHoliday",
    "SecretaryAssignment",
    "Section",
    "TimePlanRow",
    "Vote",
    "VoteName",
]
