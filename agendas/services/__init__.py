"""The verbs on a coming meeting's agenda."""

from agendas.services.attachments import attach, change_attachments, remove_attachment
from agendas.services.candidates import leave_out, place_candidate, take_answer_back
from agendas.services.items import add_break, add_item, apply_order, change_item, move_item, remove_break, remove_item
from agendas.services.transfers import move_to_meeting, send_on, split_item
from agendas.services.undo import undo_last
from agendas.services.versions import approve, send_supplement

__all__ = [
    "add_break",
    "add_item",
    "apply_order",
    "approve",
    "attach",
    "change_attachments",
    "change_item",
    "leave_out",
    "move_item",
    "move_to_meeting",
    "place_candidate",
    "remove_attachment",
    "remove_break",
    "remove_item",
    "send_on",
    "send_supplement",
    "split_item",
    "take_answer_back",
    "undo_last",
]
