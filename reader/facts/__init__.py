"""Facts of a document of minutes as plain values, which every stage of an import works on.

Reading gives text blocks, parsing makes a `Minutes` of them, matching, review and storing work on it.
Every fact knows its `TextPlace` in the document, so that it can be shown beside the sentence it came from.
Dates are `datetime.date`, times naive `datetime.time` in Europe/Copenhagen; texts stay in the document's Danish.
Unknown is `None`, none is an empty list.
"""

from .decisions import EarlierTreatment, OutcomeFacts, RecommendationFacts, ReferenceFacts, VoteFacts
from .documents import Leftover, Minutes, SourceFile, Warning
from .items import AttachmentFacts, ItemFacts, SectionFacts
from .meetings import MeetingFacts, TimePlanRowFacts
from .obligations import OBLIGATIONS, Days, FollowUpFacts, HearingFacts, Obligation, PlannedTreatmentFacts, ProposalFacts, Recurrence
from .people import Absence, Appointment, BroughtToCouncil, GuestFacts, Substitute
from .places import TextPlace

__all__ = [
    "OBLIGATIONS",
    "Absence",
    "Appointment",
    "AttachmentFacts",
    "BroughtToCouncil",
    "Days",
    "EarlierTreatment",
    "FollowUpFacts",
    "GuestFacts",
    "HearingFacts",
    "ItemFacts",
    "Leftover",
    "MeetingFacts",
    "Minutes",
    "Obligation",
    "OutcomeFacts",
    "PlannedTreatmentFacts",
    "ProposalFacts",
    "RecommendationFacts",
    "Recurrence",
    "ReferenceFacts",
    "SectionFacts",
    "SourceFile",
    "Substitute",
    "TextPlace",
    "TimePlanRowFacts",
    "VoteFacts",
    "Warning",
]
