"""The mentions of a person, whose links a deletion would cut."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cases.deletion import links_cut
from meetings.models import Person

SHOWN_OF_EACH = 20


def where_named(person: Person) -> list[str]:
    """A line for each kind of place with how many there are, and the first of them: log-in, seats, votes, parts in items and the rest."""
    places = {str(_("log-in")): [str(person.user)]} if person.user else {}
    places |= {
        str(_("seats")): [str(seat) for seat in person.memberships.select_related("person", "body")],
        str(_("closed items the person is shut out of")): [str(item) for item in person.shut_out_of.all()],
    }
    places |= links_cut([person])
    return [_line(what, rows) for what, rows in places.items() if rows]


def _line(what: str, rows: list[str]) -> str:
    shown, more = "; ".join(rows[:SHOWN_OF_EACH]), len(rows) - SHOWN_OF_EACH
    text = _("%(what)s: %(count)s – %(rows)s") % {"what": what, "count": len(rows), "rows": shown}
    return text if more <= 0 else text + ngettext(" and %(count)s more", " and %(count)s more", more) % {"count": more}
