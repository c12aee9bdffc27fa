"""The verbs of an import: receive, read, apply, discard, undo. Each does one step, once, whoever asks and however often."""

from minutes.services.answering import accept, accept_all, add, correct, leave_open, reject
from minutes.services.applying import apply
from minutes.services.lookup import differences_from_register, look_up, reading_of
from minutes.services.receiving import read, read_next, receive
from minutes.services.refusing import Refused
from minutes.services.undoing import CAN_BE_DISCARDED, discard, undo

__all__ = [
    "CAN_BE_DISCARDED",
    "Refused",
    "accept",
    "accept_all",
    "add",
    "apply",
    "correct",
    "differences_from_register",
    "discard",
    "leave_open",
    "look_up",
    "read",
    "read_next",
    "reading_of",
    "receive",
    "reject",
    "undo",
]
