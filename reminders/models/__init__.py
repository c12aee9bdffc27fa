"""The rows of reminders: the address book, the policies, the letters, the outbox, and what people have done with them."""

from reminders.models.contacts import Contact
from reminders.models.letters import Letter
from reminders.models.outbox import Mail, PlannedDeadline, Reminder
from reminders.models.policies import ReminderPolicy
from reminders.models.steps import PolicyStep, ReminderStep

__all__ = ["Contact", "Letter", "Mail", "PlannedDeadline", "PolicyStep", "Reminder", "ReminderPolicy", "ReminderStep"]
