"""A source of made-up deadlines, in the place of all others."""

import datetime as dt
from dataclasses import dataclass, field, replace

from reminders import sources
from reminders.address_book import key_of
from reminders.deadlines import Addressee, Deadline, DeadlineKind, Description, Duty
from reminders.models import Contact
from tests import factories as f

LAST = dt.date(2018, 9, 17)  # a Monday; ten working days before is Monday, 3 September


@dataclass
class MadeUp(sources.DeadlineSource):
    """Deadlines that a test adds, moves and ends. Those in `hidden` are put into words for nobody; those in `over` ended with their day."""

    name: str = "made"
    standing: dict[str, Deadline] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)
    over: set[str] = field(default_factory=set)

    def deadlines(self, *, today, keys=None):
        return [one for key, one in self.standing.items() if keys is None or key in keys]

    def lapsed(self, keys):
        return self.over & {*keys}

    def waits_for(self, key):
        return key in self.standing

    def letter_address(self, key, letter):
        return f"/punkter/{key[5:]}/breve/{letter}/"

    def describe(self, keys, *, actor):
        return {
            key: Description(f"Sagen {key}", "Rådet ønsker en status.", f"/punkter/{key[5:]}/") for key in keys if key not in self.hidden
        }

    def add(self, *contacts: Contact, kind=DeadlineKind.REPORT, last=LAST, opens=None, duty=Duty.SECRETARY, body=None) -> Deadline:
        key = f"made:{len(self.standing) + 1}"
        body = body or f.BodyFactory()
        addressees = tuple(Addressee(key_of(contact), duty, contact.name) for contact in contacts)
        self.standing[key] = Deadline(key, kind, body.pk, opens, last, addressees)
        return self.standing[key]

    def address_to(self, deadline: Deadline, *addressees: Addressee) -> None:
        self.standing[deadline.key] = replace(deadline, addressees=addressees)

    def move(self, deadline: Deadline, last: dt.date) -> None:
        self.standing[deadline.key] = replace(deadline, last=last)

    def end(self, deadline: Deadline, *, is_over: bool = False) -> None:
        """It is met, or with `is_over` its day has passed and it can be met no more."""
        del self.standing[deadline.key]
        if is_over:
            self.over.add(deadline.key)


def in_place_of_all(monkeypatch) -> MadeUp:
    made = MadeUp()
    monkeypatch.setattr(sources, "_sources", {made.name: made})
    return made
