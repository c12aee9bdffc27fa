"""Which bodies, people, meetings, items and documents a list picks. Visibility is decided here, never in a view."""

from collections.abc import Collection
from datetime import date

from django.db import connections, models
from django.db.models import BooleanField, Case, Exists, OuterRef, Q, Value, When

from cases import numbers
from cases.access import Actor
from concurrency.models import VersionedQuerySet
from meetings import parts
from meetings.visibility import readable_appearances, readable_decisions

COMMON = 2_000  # items that hold a word


class BodyQuerySet(VersionedQuerySet):
    """Bodies are public offices: everybody sees them all."""

    def with_meetings(self):
        """The bodies whose meetings the register follows; outside parties are left out."""
        return self.exclude(kind="outside")


class PersonQuerySet(VersionedQuerySet):
    def visible_to(self, actor: Actor):
        """The people `actor` may know of: those who hold or held a seat, and those named in something the actor may read.

        Somebody known only from a closed item (a guest, a complainant's adviser) is not there for the public.
        """
        if actor.is_administrator:
            return self
        return self.filter(
            Exists(self._related("memberships").filter(person=OuterRef("pk")))
            | Exists(self._related("participations").filter(_decided(actor), person=OuterRef("pk")))
            | Exists(self._related("substituted").filter(_decided(actor), for_person=OuterRef("pk")))
            | Exists(self._related("vote_names").filter(_decided(actor, "vote__item__"), person=OuterRef("pk")))
            | Exists(self._related("attendances").filter(_published_meeting(actor), person=OuterRef("pk")))
        )

    def _related(self, name: str):
        return self.model._meta.get_field(name).related_model.objects.all()


class MeetingQuerySet(VersionedQuerySet):
    """The calendar of meetings is public; what is on a meeting is decided item by item."""

    def with_parts(self, actor: Actor, *, of_items: Collection[str] = ()):
        """The same rows, each with what `actor` may read as lists: `readable_items`, `readable_time_plan`, `readable_attendances`.

        `of_items` are the parts wanted of the items.
        """
        items = self._related("items").visible_to(actor).select_related("body", "case").order_by("position")
        plan = self._related("time_plan").visible_to(actor).select_related("item").order_by("position")
        named = self._related("attendances").visible_to(actor).select_related("person").order_by("position")
        return self.prefetch_related(
            parts.prefetch_readable("items", items.with_parts(actor, *of_items) if of_items else items),
            parts.prefetch_readable("time_plan", plan),
            parts.prefetch_readable("attendances", named),
        )

    def _related(self, name: str):
        return self.model._meta.get_field(name).related_model.objects.all()

    def upcoming(self, today: date):
        return self.filter(date__gte=today).order_by("date", "sequence")


class ItemQuerySet(VersionedQuerySet):
    def visible_to(self, actor: Actor):
        """The appearances that exist for `actor`, if and only if `meetings.visibility.readable_appearances` says so."""
        return self.filter(readable_appearances(actor))

    def telling_decisions(self, actor: Actor):
        """The same rows, each with `decision_shown`: whether this actor may read its decision, votes and parts."""
        shown = Case(When(readable_decisions(actor), then=Value(True)), default=Value(False), output_field=BooleanField())
        return self.annotate(decision_shown=shown)

    def with_parts(self, actor: Actor, *names: str, texts: bool = True):
        """The same rows `telling_decisions`, each with its parts that `actor` may read as lists: `readable_votes`, `readable_outcomes`.

        `names` are the parts wanted, else all of them (`meetings.parts`); without `texts` the long ones are left out.
        """
        return self.telling_decisions(actor).prefetch_related(*parts.prefetches(actor, names, texts=texts))

    def taking_place(self):
        """The rows less those of cancelled meetings, which stand on no agenda as long as it is so."""
        return self.exclude(meeting__state="cancelled")

    def left_untreated(self, actor: Actor):
        """The rows of meetings that were held, of which no decision, outcome or vote is told, as far as `actor` may read what was decided."""
        rows = self.filter(readable_decisions(actor), meeting__state="held", decision="")
        for part in ("outcomes", "votes"):
            told = self.model._meta.get_field(part).related_model.objects
            rows = rows.exclude(Exists(told.filter(item=OuterRef("pk"))))
        return rows

    def without_openings(self):
        """The rows less the approval of the agenda that every meeting opens with, which is no news to anybody."""
        return self.exclude(search_text__startswith="godkendelse af dagsorden")

    def containing(self, word: str, actor: Actor):
        """The rows with `word` (already folded) in the title or the case's number, or in a decision the actor may read."""
        if self.is_common(word):
            return self.each_containing(word, actor)
        rows = self.model.objects.order_by()
        titled, *others = [*rows.told_in(word, actor, of="pk"), *rows.numbered_with(word, of="pk")]
        return self.filter(pk__in=titled.union(*others, all=True))

    def each_containing(self, word: str, actor: Actor):
        """The same rows as `containing`, looked at one by one: for few rows, and for a word that so many hold that a page is soon full."""
        key = numbers.parse(word).key
        former = self.model._meta.get_field("case").related_model._meta.get_field("former_numbers").related_model.objects
        decided = readable_decisions(actor) & Q(search_decision__contains=word)
        numbered = Q(case__key__contains=key) | Q(case__in=former.filter(key__contains=key).values("case"))
        return self.filter(Q(search_text__contains=word) | decided | numbered)

    def is_common(self, word: str) -> bool:
        """Tells whether more than `COMMON` items of the register hold `word`: then it is no use to look them all up first. One query.

        It says how to search, never what is found. SQLite has no index of words, so there it is never asked.
        """
        if connections[self.db].vendor != "postgresql":
            return False
        held = self.model._base_manager.filter(Q(search_text__contains=word) | Q(search_decision__contains=word)).order_by()
        return len(held.values_list("pk", flat=True)[: COMMON + 1]) > COMMON

    # Each place a word can stand in is looked up by itself: joined by OR in one condition, no index could be used for any of them.

    def told_in(self, word: str, actor: Actor, *, of: str) -> list:
        """The column `of` of the rows with `word` in the title, and of those with it in a decision the actor may read; none without a value."""
        rows = self.filter(**{f"{of}__isnull": False}).values(of)
        return [rows.filter(search_text__contains=word), rows.filter(readable_decisions(actor), search_decision__contains=word)]

    def numbered_with(self, word: str, *, of: str) -> list:
        """The same of the rows whose case has, or had, `word` in its number."""
        key, rows = numbers.parse(word).key, self.filter(**{f"{of}__isnull": False}).values(of)
        return [rows.filter(case__key__contains=key), rows.filter(case__former_numbers__key__contains=key)]


class DocumentQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor):
        """Originals may hold closed items whole, so only those who manage the body open them, and whoever uploaded one."""
        if actor.is_administrator:
            return self
        if not actor.is_secretary:
            return self.none()
        return self.filter(Q(meeting__body__in=actor.managed_bodies) | Q(meeting__isnull=True) & unplaced_documents(actor))


def unplaced_documents(actor: Actor, prefix: str = "") -> Q:
    """The documents without a meeting that a secretary sees: his or her own, and those that nobody uploaded.

    A file read from the command line has nobody: it waits for those who manage its body, and for all secretaries as long as its body is unknown.
    """
    nobodys = Q(**{f"{prefix}uploaded_by__isnull": True})
    of_managed = Q(**{f"{prefix}body__in": actor.managed_bodies}) | Q(**{f"{prefix}body__isnull": True})
    return Q(**{f"{prefix}uploaded_by": actor.user_id}) | nobodys & of_managed


def _decided(actor: Actor, prefix: str = "item__") -> Q:
    return readable_appearances(actor, prefix) & readable_decisions(actor, prefix)


def _published_meeting(actor: Actor) -> Q:
    return Q(meeting__minutes_published_at__isnull=False) | Q(meeting__body__in=actor.managed_bodies | actor.sits_on)
