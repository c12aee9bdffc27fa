"""The outbox in words."""

from django import template

from reminders.wording import error_in_words

register = template.Library()
register.filter("mail_error", error_in_words)
