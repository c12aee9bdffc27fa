"""Which bodies, people, meetings, items and documents a list picks. Visibility is decided here, never in a view."""

from datetime import date

from django.db import models
from django.db.models import BooleanField, Case, Exists, OuterRef, Q, Value, When

from cases import numbers
from cases.access import Viewer, readable_appearances, readable_decisions


class BodyQuerySet(models.QuerySet):
    """Bodies are public offices: everybody sees them all."""

    def with_meetings(self):
        """The bodies whose meetings the register follows; outside parties are left out."""
        return self.exclude(kind="outside")


class PersonQuerySet(models.QuerySet):
    def visible_to(self, viewer: Viewer):
        """The people `viewer` may know of: those who hold or held a seat, and those named in something the viewer may read.

        Somebody known only from a closed item (a guest, a complainant's adviser) is not there for the public.
        """
        if viewer.is_administrator:
            return self
        return self.filter(
            Exists(self._related("memberships").filter(person=OuterRef("pk")))
            | Exists(self._related("participations").filter(_decided(viewer), person=OuterRef("pk")))
            | Exists(self._related("substituted").filter(_decided(viewer), for_person=OuterRef("pk")))
            | Exists(self._related("vote_names").filter(_decided(viewer, "vote__item__"), person=OuterRef("pk")))
            | Exists(self._related("attendances").filter(_published_meeting(viewer), person=OuterRef("pk")))
        )

    def _related(self, name: str):
        return self.model._meta.get_field(name).related_model.objects.all()


class MeetingQuerySet(models.QuerySet):
    """The calendar of meetings is public; what is on a meeting is decided item by item."""

    def upcoming(self, today: date):
        return self.filter(date__gte=today).order_by("date", "sequence")


class ItemQuerySet(models.QuerySet):
    def visible_to(self, viewer: Viewer):
        """The appearances that exist for `viewer`, if and only if `cases.access.readable_appearances` says so."""
        return self.filter(readable_appearances(viewer))

    def telling_decisions(self, viewer: Viewer):
        """The same rows, each with `decision_shown`: whether this viewer may read its decision, votes and parts."""
        shown = Case(When(readable_decisions(viewer), then=Value(True)), default=Value(False), output_field=BooleanField())
        return self.annotate(decision_shown=shown)

    def taking_place(self):
        """The rows less those of cancelled meetings, which stand on no agenda as long as it is so."""
        return self.exclude(meeting__state="cancelled")

    def without_openings(self):
        """The rows less the approval of the agenda that every meeting opens with, which is no news to anybody."""
        return self.exclude(search_text__startswith="godkendelse af dagsorden")

    def named(self, word: str):
        """The rows with `word` (already folded) in the title or the case's number."""
        return self.filter(pk__in=self._titled(word).union(self._numbered(word), all=True))

    def containing(self, word: str, viewer: Viewer):
        """The rows with `word` (already folded) in the title or the case's number, or in a decision the viewer may read."""
        decided = self._rows().filter(readable_decisions(viewer), search_decision__contains=word)
        return self.filter(pk__in=self._titled(word).union(self._numbered(word), decided, all=True))

    # Each place a word can stand in is looked up by itself: joined by OR in one condition, no index could be used for any of them.

    def _titled(self, word: str):
        return self._rows().filter(search_text__contains=word)

    def _numbered(self, word: str):
        return self._rows().filter(case__key__contains=numbers.parse(word).key)

    def _rows(self):
        return self.model._base_manager.order_by().values("pk")


class DocumentQuerySet(models.QuerySet):
    def visible_to(self, viewer: Viewer):
        """Originals may hold closed items whole, so only those who serve the body open them, and whoever uploaded one."""
        if viewer.is_administrator:
            return self
        if not viewer.is_secretary:
            return self.none()
        return self.filter(Q(meeting__body__in=viewer.serves) | Q(meeting__isnull=True, uploaded_by=viewer.user_id))


def _decided(viewer: Viewer, prefix: str = "item__") -> Q:
    return readable_appearances(viewer, prefix) & readable_decisions(viewer, prefix)


def _published_meeting(viewer: Viewer) -> Q:
    return Q(meeting__minutes_published_at__isnull=False) | Q(meeting__body__in=viewer.serves | viewer.sits_on)
