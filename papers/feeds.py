"""What was published of a body, and of a case, as Atom: for everybody, so whoever is logged in is told no more."""

from datetime import datetime
from typing import NamedTuple

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.db.models import F
from django.db.models.functions import Coalesce, Greatest
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from cases.access import PUBLIC
from cases.models import Case
from danish.formatting import day_in_words
from documents.text import on_one_line
from meetings.models import AgendaItem, Body, Meeting
from meetings.selectors import belonging

MOST_ENTRIES = 50


class Paper(NamedTuple):
    """The agenda or the minutes of a meeting, published at an aware time."""

    kind: str
    title: str
    meeting: Meeting
    at: datetime


class PublicFeed(Feed):
    """A feed of what everybody may read. Its links lead to `SITE_URL`, whichever name the service was asked by."""

    feed_type = Atom1Feed
    language = "da"
    item_description = None

    def get_object(self, request, row):
        return row

    def link(self, row):
        return settings.SITE_URL + row.get_absolute_url()

    feed_guid = link

    def feed_url(self, row):
        return f"{self.link(row)}feed.atom"

    def author_name(self):
        return _("Secretariat")


class BodyFeed(PublicFeed):
    """The newest agendas and minutes of a body: two queries."""

    def title(self, body: Body):
        return on_one_line(body.name)

    def items(self, body: Body):
        agendas = _published(body, "agenda_published_at")
        minutes = _published(body, "minutes_published_at")
        papers = [Paper("dagsorden", _("Agenda for %(meeting)s"), one, one.agenda_published_at) for one in agendas]
        papers += [Paper("referat", _("Minutes of %(meeting)s"), one, one.minutes_published_at) for one in minutes]
        return sorted(papers, key=lambda paper: (paper.at, paper.meeting.pk, paper.kind), reverse=True)[:MOST_ENTRIES]

    def item_title(self, paper: Paper):
        return paper.title % {"meeting": _named(paper.meeting)}

    def item_link(self, paper: Paper):
        return settings.SITE_URL + paper.meeting.get_absolute_url()

    def item_guid(self, paper: Paper):
        return f"{self.item_link(paper)}#{paper.kind}"

    def item_pubdate(self, paper: Paper):
        return paper.at

    item_updateddate = item_pubdate


class CaseFeed(PublicFeed):
    """The newest published items of a case, and of what belongs to it under other numbers: one query."""

    def title(self, case: Case):
        return _("Case %(number)s") % {"number": on_one_line(case.number)}

    def items(self, case: Case):
        agenda, minutes = F("meeting__agenda_published_at"), F("meeting__minutes_published_at")
        items = belonging(case, PUBLIC).select_related("meeting__body")
        items = items.annotate(updated=Greatest(Coalesce(agenda, minutes), Coalesce(minutes, agenda)))
        return items.order_by("-updated", "-pk")[:MOST_ENTRIES]

    def item_title(self, item: AgendaItem):
        return f"{on_one_line(item.title)} ({_named(item.meeting)})"

    def item_link(self, item: AgendaItem):
        return settings.SITE_URL + item.get_absolute_url()

    item_guid = item_link

    def item_pubdate(self, item: AgendaItem):
        return item.meeting.agenda_published_at or item.meeting.minutes_published_at

    def item_updateddate(self, item: AgendaItem):
        return item.updated


def _published(body: Body, column: str) -> list[Meeting]:
    meetings = Meeting.objects.filter(body=body, **{f"{column}__isnull": False}).select_related("body")
    return list(meetings.order_by(f"-{column}", "-pk")[:MOST_ENTRIES])


def _named(meeting: Meeting) -> str:
    return on_one_line(_("%(body)s on %(day)s") % {"body": meeting.body.name, "day": day_in_words(meeting.date)})
