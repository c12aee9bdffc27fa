"""The services on what is waited for: kept in step with what was asked, placed, met, dropped, postponed, undone, proposed and confirmed."""

from followups.exceptions import FollowUpRefused
from followups.services.agenda_items import item_left, place, place_all, place_on_new_items, remove_item_left, unplace
from followups.services.duplicates import link_duplicates
from followups.services.lifecycle import drop, drop_all, end, meet, meet_all, postpone, postpone_all, remind_by_letter
from followups.services.occurrences import sync_bodies, sync_occurrences
from followups.services.proposal_answers import ask_anew, confirm, reject
from followups.services.proposals import propose
from followups.services.rejections import reject_sentences, undo_all
from followups.services.taking_up import take_up
from followups.services.transitions import undo

__all__ = [
    "FollowUpRefused",
    "ask_anew",
    "confirm",
    "drop",
    "drop_all",
    "end",
    "item_left",
    "link_duplicates",
    "meet",
    "meet_all",
    "place",
    "place_all",
    "place_on_new_items",
    "postpone",
    "postpone_all",
    "propose",
    "reject",
    "reject_sentences",
    "remind_by_letter",
    "remove_item_left",
    "sync_bodies",
    "sync_occurrences",
    "take_up",
    "undo",
    "undo_all",
    "unplace",
]
