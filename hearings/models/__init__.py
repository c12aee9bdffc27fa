"""Hearings, who is heard in them, what was answered, and how a deadline came to be another."""

from hearings.models.hearings import FOREIGN_TO_ISSUER, Extension, Hearing, HearingRole
from hearings.models.parties import HearingParty, HearingResponse
from hearings.models.proposals import RejectedProposal
from hearings.models.steps import HearingStep, PartyStep

__all__ = [
    "FOREIGN_TO_ISSUER",
    "Extension",
    "Hearing",
    "HearingParty",
    "HearingResponse",
    "HearingRole",
    "HearingStep",
    "PartyStep",
    "RejectedProposal",
]
