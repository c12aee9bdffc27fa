"""What is done with a hearing, one verb each. Acting on one that nobody has reviewed accepts it."""

from hearings.services.accepting import in_use, is_in_use
from hearings.services.answering import consider, correct_answer, decide_answer, record_answer, remove_answer, save_draft, send_answer
from hearings.services.asking import add_parties, ask, correct_party, decline, remind, remove_party, send_out
from hearings.services.extending import extend, put_off_to, undo_extension
from hearings.services.opening import correct_hearing, open_hearing
from hearings.services.parties import set_parties
from hearings.services.tracking import follow_bodies, track

__all__ = [
    "add_parties",
    "ask",
    "consider",
    "correct_answer",
    "correct_hearing",
    "correct_party",
    "decide_answer",
    "decline",
    "extend",
    "follow_bodies",
    "in_use",
    "is_in_use",
    "open_hearing",
    "put_off_to",
    "record_answer",
    "remind",
    "remove_answer",
    "remove_party",
    "save_draft",
    "send_answer",
    "send_out",
    "set_parties",
    "track",
    "undo_extension",
]
