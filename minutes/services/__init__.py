"""The services of an import: receive, read, apply, discard, undo. Each does one step, once, whoever asks and however often."""

from minutes.services.applying import apply
from minutes.services.closed_item_log import closed_items, closed_items_in
from minutes.services.correcting_meetings import correct_facts, correct_meeting, undo_meeting_correction
from minutes.services.correcting_readings import correct_reading, join_items, move_text, split_item, undo_correction
from minutes.services.doubts import answer_doubt, answers_in, doubted, doubts_in, take_answer_back
from minutes.services.exceptions import ImportRefused
from minutes.services.locking import one_import_at_a_time
from minutes.services.lookup import differences_from_register, look_up, reading_of
from minutes.services.meeting_choice import meetings_of_day, say_which
from minutes.services.obligation_answers import accept, accept_all, add, bodies_asked, correct, leave_open, reject
from minutes.services.other_readings import corrections_lost, other_reading_of, take_other_reading
from minutes.services.proposals import leave_proposal, take_proposal, take_proposal_answer_back
from minutes.services.receiving import read, read_import, read_next, receive
from minutes.services.removals import to_confirm
from minutes.services.undoing import CAN_BE_DISCARDED, discard, undo

__all__ = [
    "CAN_BE_DISCARDED",
    "ImportRefused",
    "accept",
    "accept_all",
    "add",
    "answer_doubt",
    "answers_in",
    "apply",
    "bodies_asked",
    "closed_items",
    "closed_items_in",
    "correct",
    "correct_facts",
    "correct_meeting",
    "correct_reading",
    "corrections_lost",
    "differences_from_register",
    "discard",
    "doubted",
    "doubts_in",
    "join_items",
    "leave_open",
    "leave_proposal",
    "look_up",
    "meetings_of_day",
    "move_text",
    "one_import_at_a_time",
    "other_reading_of",
    "read",
    "read_import",
    "read_next",
    "reading_of",
    "receive",
    "reject",
    "say_which",
    "split_item",
    "take_answer_back",
    "take_other_reading",
    "take_proposal",
    "take_proposal_answer_back",
    "to_confirm",
    "undo",
    "undo_correction",
    "undo_meeting_correction",
]
