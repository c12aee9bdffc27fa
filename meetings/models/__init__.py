"""Bodies, people and meetings; the items of a meeting (a case's appearances) and everything an item holds."""

from meetings.models.bodies import Body, BodyName, Membership, Person, Service
from meetings.models.contents import Attachment, QuotedAppearance, Recommendation, RecommendedTo, Reference, Section
from meetings.models.documents import Document
from meetings.models.items import AgendaItem, ClosedReading
from meetings.models.matters import MatterMove, MatterStep
from meetings.models.meetings import Attendance, Meeting, TimePlanRow
from meetings.models.publication import PublicationStep
from meetings.models.reviewed import Reviewed
from meetings.models.treatment import Outcome, Participation, Vote, VoteName

__all__ = [
    "AgendaItem",
    "Attachment",
    "Attendance",
    "Body",
    "BodyName",
    "ClosedReading",
    "Document",
    "MatterMove",
    "MatterStep",
    "Meeting",
    "Membership",
    "Outcome",
    "Participation",
    "Person",
    "PublicationStep",
    "QuotedAppearance",
    "Recommendation",
    "RecommendedTo",
    "Reference",
    "Reviewed",
    "Section",
    "Service",
    "TimePlanRow",
    "Vote",
    "VoteName",
]
