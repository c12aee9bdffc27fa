"""Votes, parts and attachments on paper, each as a line."""

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from meetings.models import Participation, Vote, VoteName
from meetings.wording import votes_counted


def vote_told(vote: Vote) -> str:
    """`Afstemning: 6 for, 1 imod. Imod: Gert Hostrup`."""
    what = _("Vote on an amendment:") if vote.on == "amendment" else _("Vote:")
    counted = f"{what} {votes_counted(vote.votes_for, vote.votes_against, vote.abstained)}"
    sides = ((VoteName.Side.FOR, pgettext("votes", "For:")), (VoteName.Side.AGAINST, pgettext("votes", "Against:")))
    names = [(word, [one.name for one in vote.readable_names if one.side == side]) for side, word in sides]
    return ". ".join([counted, *(f"{word} {', '.join(named)}" for word, named in names if named)])


def part_told(part: Participation) -> tuple[str, str]:
    """The kind of the part, and who had it: (`Stedfortræder`, `Eva Bak for Bo Ravn`)."""
    names = _("%(name)s for %(other)s") % {"name": part.name, "other": part.for_name} if part.for_name else part.name
    disqualified = f" ({_('disqualified')})" if part.disqualified else ""
    return capfirst(part.get_kind_display()), f"{names}{disqualified}{f', {part.detail}' if part.detail else ''}"


def attachment_told(title: str, *, is_closed: bool) -> str:
    return _("%(title)s (closed)") % {"title": title} if is_closed else title
