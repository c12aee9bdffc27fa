"""The rows of reminders: the address book, the policies, the letters, the outbox, and what people have done with them."""

from reminders.models.attempts import Attempt
from reminders.models.contacts import Contact, FormerToken
from reminders.models.letters import Letter
from reminders.models.outbox import Mail, PlannedDeadline, Reminder
from reminders.models.policies import ReminderPolicy
from reminders.models.steps import PolicyStep, ReminderStep

__all__ = [
    "Attempt",
    "Contact",
    "FormerToken",
    "Letter",
    "Mail",
    "PlannedDeadline",
    "PolicyStep",
    "Reminder",
    "ReminderPolicy",
    "ReminderStep",
]
