"""The verbs of an import: receive, read, apply, discard, undo. Each does one step, once, whoever asks and however often."""

from minutes.services.applying import apply
from minutes.services.lookup import differences_from_register, look_up, reading_of
from minutes.services.receiving import read, read_next, receive
from minutes.services.refusing import Refused
from minutes.services.undoing import discard, undo

__all__ = [
    "Refused",
    "apply",
    "differences_from_register",
    "discard",
    "look_up",
    "read",
    "read_next",
    "reading_of",
    "receive",
    "undo",
]
