"""The pages that everybody may read, for search engines (`/sitemap.xml`): the newest, fetched as the public's."""

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.db.models import Q
from django.urls import reverse

from cases.access import PUBLIC
from cases.models import Case
from meetings.models import AgendaItem, Body, Meeting

# Together less than the 50,000 addresses that a sitemap may hold.
MOST_MEETINGS, MOST_ITEMS, MOST_CASES = 5_000, 20_000, 10_000
LISTS = ("home", "meeting-list", "case-list", "body-list", "person-list", "hearing-list", "waiting", "year-wheel")


class PublicSitemap(Sitemap):
    """Its addresses begin with `SITE_URL`, whichever name the service was asked by."""

    limit = MOST_ITEMS

    def get_protocol(self, protocol=None):
        return settings.SITE_URL.partition("://")[0]

    def get_domain(self, site=None):
        return settings.SITE_URL.partition("://")[2]


class ListSitemap(PublicSitemap):
    def items(self):
        return LISTS

    def location(self, item):
        return reverse(item)


class BodySitemap(PublicSitemap):
    def items(self):
        return Body.objects.with_meetings().order_by("pk")


class MeetingSitemap(PublicSitemap):
    """Meetings of which something can be read."""

    def items(self):
        published = Q(agenda_published_at__isnull=False) | Q(minutes_published_at__isnull=False)
        return Meeting.objects.filter(published).order_by("-date", "-pk")[:MOST_MEETINGS]


class ItemSitemap(PublicSitemap):
    def items(self):
        return AgendaItem.objects.visible_to(PUBLIC).order_by("-date", "-pk").only("pk")[:MOST_ITEMS]


class CaseSitemap(PublicSitemap):
    def items(self):
        return Case.objects.visible_to(PUBLIC).order_by("-pk").only("number")[:MOST_CASES]


SITEMAPS = {"lists": ListSitemap, "bodies": BodySitemap, "meetings": MeetingSitemap, "items": ItemSitemap, "cases": CaseSitemap}
