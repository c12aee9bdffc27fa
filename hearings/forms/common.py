"""Fields and checks that the forms of hearings have in common."""

from collections.abc import Sequence
from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from concurrency.forms import VersionedForm
from danish.folding import name_key
from hearings.models import Hearing, HearingParty
from hearings.validators import day_too_early
from meetings.forms.fields import lines, style_fields
from meetings.models import AgendaItem
from meetings.templatetags.danish import day as day_in_words

NAME_CHARACTERS = HearingParty._meta.get_field("name").max_length
NOT_YET = _("The day has not come yet.")


class HearingsForm(VersionedForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        style_fields(self)


class NamesField(forms.CharField):
    """Names, one a line; a name written twice counts once, as it was written first."""

    def __init__(self, label, **kwargs):
        super().__init__(label=label, widget=lines(3), **kwargs)

    def clean(self, value) -> list[str]:
        names = [" ".join(name.split()) for name in super().clean(value).splitlines()]
        if any(len(name) > NAME_CHARACTERS for name in names):
            raise ValidationError(_("The name of a party has at most 200 characters."))
        return [*{name_key(name): name for name in reversed(names) if name}.values()][::-1]


class TreatedAtField(forms.ChoiceField):
    """An item among those of the same `matter` and the body's `others`; none is a choice too."""

    def __init__(self, label, **kwargs):
        super().__init__(label=label, required=False, **kwargs)
        self._items: dict[str, AgendaItem] = {}

    def offer(self, matter: Sequence[AgendaItem], others: Sequence[AgendaItem], chosen: AgendaItem | None = None) -> None:
        items = [*matter, *others]
        left_out = [chosen] if chosen and chosen not in items else []
        self._items = {str(item.pk): item for item in [*items, *left_out]}
        groups = [(_("Chosen now"), left_out), (_("In the same matter"), matter), (_("Other items of the body"), others)]
        named = [(label, [(str(item.pk), _name(item)) for item in group]) for label, group in groups if group]
        self.choices = [("", _("None yet")), *named]

    def clean(self, value) -> AgendaItem | None:
        return self._items.get(super().clean(value))


def too_early(hearing: Hearing, party: HearingParty, said: dict[str, date | None], only: str | None = None) -> tuple[str, str] | None:
    """Returns the party's day that would lie too early with the values `said` now, and the words for it; with `only`, that day alone is looked at."""
    known = {name: getattr(party, name) for name in ("asked_on", "reminded_on", "declined_on", "answered_on")} | said
    if only:
        known = {name: day for name, day in known.items() if name in ("asked_on", only)}
    early = day_too_early(opened=hearing.opened_from, asked_from=hearing.asked_from, **known)
    if early is None:
        return None
    name, earliest = early
    texts = {
        "asked_on": _("Nobody is asked before the hearing opens, which is on %(day)s."),
        "reminded_on": _("Nobody is reminded before being asked, which was on %(day)s."),
        "declined_on": _("Nobody declines before being asked, which was on %(day)s."),
        "answered_on": _("The answer would be older than the hearing, which came on %(day)s."),
    }
    return name, texts[name] % {"day": day_in_words(earliest)}


def past_day(day: date | None, today: date) -> date | None:
    if day and day > today:
        raise ValidationError(NOT_YET)
    return day


def _name(item: AgendaItem) -> str:
    """`06-06-2018, 16. Varmestue ved havnen (Socialudvalget)`."""
    return f"{item.meeting.date:%d-%m-%Y}, {item} ({item.body})"
