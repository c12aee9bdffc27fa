"""The rows of reminders: the address book, the policies, and the outbox."""

from reminders.models.contacts import Contact
from reminders.models.outbox import Mail, PlannedDeadline, Reminder
from reminders.models.policies import ReminderPolicy

__all__ = ["Contact", "Mail", "PlannedDeadline", "Reminder", "ReminderPolicy"]
