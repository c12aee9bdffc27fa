"""Follow-ups and planned treatments, what is to come of them, what was done about it, and what seems to answer them."""

from followups.models.obligations import FollowUp, PlannedTreatment
from followups.models.occurrences import Occurrence
from followups.models.proposals import Proposal
from followups.models.steps import Step

__all__ = ["FollowUp", "Occurrence", "PlannedTreatment", "Proposal", "Step"]
