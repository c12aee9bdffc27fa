"""The subject of a letter, as the app that waits for something tells it; the letter itself knows no such app."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from meetings.models import AgendaItem, Body
from reminders.address_book import known_contacts
from reminders.addressees import name_addressee
from reminders.deadlines import Addressee, Duty
from reminders.letters.draft import Draft
from reminders.models import Contact


@dataclass(frozen=True, slots=True)
class About:
    """The deadline of the `key`, for which the secretary of `body` asks `name`, as printed.

    `item` tells of it, None where none does. `version` is that of the row that is waited for, `since` the day it was asked for, and
    `addressees` are those whom the planner would remind, the first one first.
    """

    key: str
    version: int
    body: Body
    item: AgendaItem | None
    name: str
    since: date | None
    addressees: tuple[Addressee, ...]
    draft: Draft

    @property
    def why_no_mail(self) -> str:
        """`closed`, `unpublished`, or nothing: what not everybody may read leaves the house by no mail."""
        return "" if may_be_mailed(self.item) else "closed" if self.item.closed else "unpublished"

    @property
    def own_addressee(self) -> Addressee:
        """The addressee for whom a new address is kept: the one addressee without a log-in, else the name as printed."""
        others = [one for one in self.addressees if not one.key.startswith("user:")]
        return others[0] if others else name_addressee(self.name, Duty.RESPONSIBLE)

    def contacts(self) -> dict[str, Contact]:
        """The address book's entries, by the addressees' keys: two queries at most."""
        return known_contacts([*self.addressees, self.own_addressee])


def may_be_mailed(item: AgendaItem | None) -> bool:
    """Tells whether everybody may read the item; its meeting is at hand. In doubt it is closed."""
    return item is None or (not item.closed and item.meeting.minutes_published_at is not None)


def with_address(contacts: Mapping[str, Contact]) -> dict[str, Contact]:
    """Those who can be written to. A letter is no reminder that comes by itself, so nobody is asked to agree to it first."""
    return {key: contact for key, contact in contacts.items() if contact.address and not contact.is_refused}
