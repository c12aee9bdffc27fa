"""The impact of a change of the calendar, told on the page that comes next."""

from collections.abc import Iterable

from django.contrib import messages
from django.http import HttpRequest

from meetings.calendar import Impact


def show_impacts(request: HttpRequest, found: Iterable[Impact]) -> None:
    for impact in found:
        messages.add_message(request, messages.WARNING if impact.warns else messages.INFO, impact.text)
