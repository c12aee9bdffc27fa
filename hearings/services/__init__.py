"""The services on hearings. Acting on one that nobody has reviewed accepts it."""

from hearings.services.acceptance import holding_hearing, in_use, is_in_use, lock
from hearings.services.answer_files import forget_with
from hearings.services.answer_steps import tell_day
from hearings.services.answers import (
    consider,
    correct_answer,
    decide_answer,
    delete_answer,
    keep_answer,
    record_answer,
    remove_answer,
    save_draft,
    send_answer,
)
from hearings.services.extensions import extend, put_off_to, undo_extension
from hearings.services.hearing_merging import join_hearings
from hearings.services.hearings import correct_hearing, open_hearing
from hearings.services.letters import remind_by_letter
from hearings.services.parties import set_parties
from hearings.services.party_merging import join_parties
from hearings.services.party_progress import add_parties, ask, correct_party, decline, drop_party, remind, send_out
from hearings.services.proposals import confirm_proposals, reject_proposal, reject_proposals, take_rejection_back
from hearings.services.sync import follow_bodies, sync_hearings
from hearings.services.transitions import refuse_changed
from hearings.services.undo import undo_hearing_step, undo_party_step

__all__ = [
    "add_parties",
    "ask",
    "confirm_proposals",
    "consider",
    "correct_answer",
    "correct_hearing",
    "correct_party",
    "decide_answer",
    "decline",
    "delete_answer",
    "drop_party",
    "extend",
    "follow_bodies",
    "forget_with",
    "holding_hearing",
    "in_use",
    "is_in_use",
    "join_hearings",
    "join_parties",
    "keep_answer",
    "lock",
    "open_hearing",
    "put_off_to",
    "record_answer",
    "refuse_changed",
    "reject_proposal",
    "reject_proposals",
    "remind",
    "remind_by_letter",
    "remove_answer",
    "save_draft",
    "send_answer",
    "send_out",
    "set_parties",
    "sync_hearings",
    "take_rejection_back",
    "tell_day",
    "undo_extension",
    "undo_hearing_step",
    "undo_party_step",
]
