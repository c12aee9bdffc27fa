"""The verbs on what is to come: kept in step with what was asked, placed, met, dropped, postponed, undone, proposed and confirmed."""

from followups.exceptions import FollowUpRefused
from followups.services.confirming import ask_anew, confirm, reject
from followups.services.duplicates import link_duplicates
from followups.services.leaving import item_left, remove_item_left
from followups.services.life import drop, drop_all, end, end_all, meet, meet_all, place, place_all, postpone, postpone_all, unplace
from followups.services.proposing import propose
from followups.services.recounting import recount
from followups.services.rejecting import reject_sentences, undo_all
from followups.services.reminding import remind_by_letter
from followups.services.tracking import track
from followups.services.undoing import undo

__all__ = [
    "FollowUpRefused",
    "ask_anew",
    "confirm",
    "drop",
    "drop_all",
    "end",
    "end_all",
    "item_left",
    "link_duplicates",
    "meet",
    "meet_all",
    "place",
    "place_all",
    "postpone",
    "postpone_all",
    "propose",
    "recount",
    "reject",
    "reject_sentences",
    "remind_by_letter",
    "remove_item_left",
    "track",
    "undo",
    "undo_all",
    "unplace",
]
