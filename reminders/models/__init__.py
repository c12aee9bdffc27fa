"""The rows of reminders: the address book, the policies, the letters, and the outbox."""

from reminders.models.contacts import Contact
from reminders.models.letters import Letter
from reminders.models.outbox import Mail, PlannedDeadline, Reminder
from reminders.models.policies import ReminderPolicy

__all__ = ["Contact", "Letter", "Mail", "PlannedDeadline", "Reminder", "ReminderPolicy"]
