"""The form of a planned route: a row for each stop, and rows for new ones."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from itertools import takewhile
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from agendas.route_presenters import when_of
from agendas.routes import Stop
from meetings.forms.fields import style_fields
from meetings.forms.period import PHRASE_CHARACTERS
from meetings.models import Body
from meetings.typed_periods import TypedPeriod

EMPTY_ROWS, MOST_STOPS = 3, 20
Read = Callable[[str, int], TypedPeriod]


class StopForm(forms.Form):
    """One stop. A row without a body is none. `read` reads a time in words by the meetings of a body."""

    number = forms.IntegerField(label=_("No."), required=False, min_value=1, max_value=99)
    body = forms.ChoiceField(label=_("Body"), required=False)
    when = forms.CharField(label=_("Expected"), required=False, max_length=PHRASE_CHARACTERS)

    def __init__(self, *args, choices: Sequence[tuple[str, str]], read: Read, stop: Stop | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        self.read, self.stop = read, stop
        self.fields["body"].choices = choices
        self.fields["number"].widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "size": 2})
        self.fields["when"].widget.attrs |= {"autocomplete": "off", "placeholder": _("for instance May 2027")}
        style_fields(self)

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        data["days"] = self._days(data.get("when", ""), data.get("body", ""))
        return data

    def _days(self, words: str, body: str) -> tuple[date | None, date | None]:
        """Words that nobody has changed keep their days."""
        if not words or not body:
            return None, None
        if self.stop and words == when_of(self.stop):
            return self.stop.first, self.stop.last
        phrase = self.read(words, int(body))
        if phrase.first is None or phrase.last is None:
            self.add_error("when", _("This could not be read as a time. Write for instance a month, a day or “next meeting”."))
        return phrase.first, phrase.last


def stop_forms(stops: Sequence[Stop], bodies: Iterable[Body], *, read: Read, data: Mapping[str, str] | None = None) -> list[StopForm]:
    """One for each stop, and three empty ones; of what was sent, as many as were sent."""
    shared = {"choices": [("", "–"), *((str(body.pk), str(body)) for body in bodies)], "read": read}
    if data is None:
        count = len(stops) + EMPTY_ROWS
    else:
        count = len(list(takewhile(lambda place: f"led{place}-body" in data, range(MOST_STOPS + EMPTY_ROWS))))
    forms_ = []
    for place in range(count):
        stop = stops[place] if place < len(stops) else None
        initial = {"number": place + 1} | ({"body": str(stop.body), "when": when_of(stop)} if stop else {})
        forms_.append(StopForm(data, prefix=f"led{place}", initial=initial, stop=stop, **shared))
    return forms_


def stops_of(filled: Sequence[StopForm]) -> list[Stop]:
    """The stops in the order of their numbers; of equal numbers, and without any, in the order of the rows. The forms are valid."""
    rows = [(form.cleaned_data.get("number") or place, form.cleaned_data) for place, form in enumerate(filled, start=1)]
    rows.sort(key=lambda row: row[0])
    return [Stop(int(data["body"]), *data["days"]) for _number, data in rows if data["body"]]
