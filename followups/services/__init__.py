"""The verbs on what is to come: kept in step with what was asked, placed, met, dropped, postponed, undone, proposed and confirmed."""

from followups.exceptions import Refused
from followups.services.confirming import ask_anew, confirm, reject
from followups.services.duplicates import link_duplicates
from followups.services.leaving import item_left, remove_item_left
from followups.services.life import drop, end, meet, meet_all, place, place_all, postpone, unplace
from followups.services.proposing import propose
from followups.services.recounting import recount
from followups.services.tracking import track
from followups.services.undoing import undo

__all__ = [
    "Refused",
    "ask_anew",
    "confirm",
    "drop",
    "end",
    "item_left",
    "link_duplicates",
    "meet",
    "meet_all",
    "place",
    "place_all",
    "postpone",
    "propose",
    "recount",
    "reject",
    "remove_item_left",
    "track",
    "undo",
    "unplace",
]
