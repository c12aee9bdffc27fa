"""Collisions of a day in words."""

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from meetings.templatetags.danish import hours
from meetings.yearplan.collisions import Code, Collision


def collision_text(remark: Collision) -> str:
    """The remark as a sentence."""
    other = remark.other
    params = {"name": remark.name}
    if other:
        params |= {"body": other.body, "hours": hours(other) or _("that day"), "place": other.place, "people": _joined(remark.people)}
    texts = {
        Code.HOLIDAY: _("It is %(name)s."),
        Code.CLOSED: _("The schools are closed: %(name)s."),
        Code.PAST: _("The day has passed."),
        Code.MEETS: _("The body meets on that day already."),
        Code.CANCELLED: _("The body's meeting on that day is cancelled. Reinstate it instead."),
        Code.ROOM: _("%(place)s is taken by %(body)s, %(hours)s."),
        Code.PEOPLE: ngettext(
            "%(people)s sits on %(body)s too, which meets then, %(hours)s.",
            "%(people)s sit on %(body)s too, which meets then, %(hours)s.",
            len(remark.people),
        ),
    }
    return capfirst(texts[remark.code] % params)


def _joined(names: tuple[str, ...]) -> str:
    """`Ida Holm, Bo Lind og Kaj Dam`."""
    return _(" and ").join(filter(None, [", ".join(names[:-1]), *names[-1:]]))
