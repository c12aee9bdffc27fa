"""Hearings, who is heard in them, what was answered, and how a deadline came to be another."""

from hearings.models.hearings import Extension, Hearing
from hearings.models.parties import HearingParty, HearingResponse

__all__ = ["Extension", "Hearing", "HearingParty", "HearingResponse"]
