"""Hearings in Danish for every page that shows them."""

from datetime import date

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hearings import letters
from hearings.feasibility import InfeasibleMeeting, Obstacle
from hearings.models import Hearing, HearingParty, HearingResponse
from meetings.templatetags.danish import day
from reminders.keys import deadline_key

register = template.Library()

BADGES = {
    HearingParty.State.ANSWERED: "badge-success",
    HearingParty.State.DECLINED: "badge-quiet",
    HearingParty.State.ASKED: "badge-info",
    HearingParty.State.REMINDED: "badge-warning",
    HearingParty.State.SILENT: "badge-error",
    HearingParty.State.NOT_ASKED: "badge-quiet",
}
SOON = 7  # days


@register.filter
def deadline_keys(hearing: Hearing) -> list[str]:
    """The keys of its own deadline and of its parties', which are at hand."""
    return [deadline_key("hearing", hearing.pk), *(deadline_key("party", party.pk) for party in hearing.readable_parties)]


@register.filter
def days_left(deadline: date | None, today: date) -> str:
    """`3 dage tilbage`, `fristen er i dag`, `fristen er overskredet`."""
    if deadline is None:
        return _("no deadline")
    left = (deadline - today).days
    if left < 0:
        return _("the deadline has passed")
    return ngettext("%(count)d day left", "%(count)d days left", left) % {"count": left} if left else _("the deadline is today")


@register.filter
def standing(hearing: Hearing, today: date) -> str:
    """The days left; of a hearing whose deadline has passed and in which nobody is waited for, that it is over."""
    parties = hearing.readable_parties
    settled = parties and all(party.answered_on or party.declined_on for party in parties)
    return _("over") if settled and hearing.deadline and hearing.deadline < today else days_left(hearing.deadline, today)


@register.filter
def left_badge(deadline: date | None, today: date) -> str:
    """The design system's class for how near the deadline is; the words say the same."""
    if deadline is None or deadline < today:
        return "badge-quiet"
    return "badge-warning" if (deadline - today).days <= SOON else "badge-info"


@register.filter
def state_on(party: HearingParty, today: date) -> HearingParty.State:
    return party.state_on(today)


@register.filter
def may_be_reminded(party: HearingParty, today: date) -> bool:
    return letters.may_be_reminded(party, today)


@register.filter
def party_badge(state: HearingParty.State) -> str:
    return BADGES[state]


@register.filter
def answer_told(response: HearingResponse) -> str:
    """Tells how far the answer is: `Svar af 3. september 2018`, once it has been given."""
    if response.given_on:
        return _("Answer of %(day)s") % {"day": day(response.given_on)}
    return _("Answer decided, not sent yet") if response.decided_at else _("Draft of an answer")


@register.filter
def is_late(response: HearingResponse, hearing: Hearing) -> bool:
    return response.is_late(hearing.deadline)


@register.filter
def answers_told(hearing: Hearing) -> str:
    """`3 af 5 parter har svaret`; of a body that is the only one consulted whether it has. Nothing when there are no parties."""
    parties = hearing.readable_parties
    if not parties:
        return ""
    if len(parties) == 1 and parties[0].is_own:
        return _("The answer has been sent") if parties[0].answered_on else _("It is not noted that the answer has been sent")
    answered = sum(bool(party.answered_on) for party in parties)
    text = ngettext("%(answered)d of %(all)d party has answered", "%(answered)d of %(all)d parties have answered", len(parties))
    return text % {"answered": answered, "all": len(parties)}


@register.filter
def obstacle(infeasible: InfeasibleMeeting) -> str:
    """Tells why a meeting is no use for answering."""
    texts = {
        Obstacle.AFTER_DEADLINE: _("The ordinary meeting on %(day)s comes after the deadline."),
        Obstacle.BEFORE_ARRIVAL: _("The ordinary meeting on %(day)s was held before the hearing came."),
        Obstacle.AGENDA_SENT: _("The agenda of the ordinary meeting on %(day)s has been sent out."),
        Obstacle.DUE_BEFORE_ARRIVAL: _(
            "The agenda of the ordinary meeting on %(day)s had to be sent out by %(dispatch)s, before the hearing came."
        ),
        Obstacle.DUE_BEFORE_TODAY: _("The agenda of the ordinary meeting on %(day)s had to be sent out by %(dispatch)s."),
    }
    return texts[infeasible.obstacle] % {"day": day(infeasible.meeting.date), "dispatch": day(infeasible.dispatch)}
