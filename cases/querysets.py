"""Which cases, matters and subjects a list picks. Visibility is decided here, never in a view."""

from __future__ import annotations

from django.db.models import Case, Exists, F, OuterRef, Q, Subquery, When
from django.db.models.lookups import IsNull

from cases import numbers
from cases.access import Actor
from concurrency.models import VersionedQuerySet
from danish.folding import fold

MOST_WORDS = 12  # each is a search of its own: what is asked must not decide how long it takes


def words_of(text: str) -> list[str]:
    """The words to search for, folded, each once; of a long text the first dozen."""
    return distinct_words(text)[:MOST_WORDS]


def distinct_words(text: str) -> list[str]:
    """The words of `text`, folded, each once."""
    return list(dict.fromkeys(fold(text).split()))


def _has_one(rows) -> Q:
    """True of what has one of the correlated `rows`. PostgreSQL may look at all rows at once to answer `Exists`; these are looked at where asked."""
    return Q(IsNull(Subquery(rows.values("pk")[:1]), False))


class _SeenThroughAppearances(VersionedQuerySet):
    """Rows that are known by their appearances: who may read one of those may know the row."""

    key: str

    def visible_to(self, actor: Actor):
        """The rows `actor` may know of: those with an appearance the actor may read, and for an administrator all.

        The title and the number of a closed item can themselves reveal, so a case without a readable appearance is not there.
        """
        if actor.is_administrator:
            return self
        return self.filter(Exists(self._appearances().visible_to(actor).filter(**{self.key: OuterRef("pk")})))

    def _appearances(self):
        return self.model._meta.get_field("appearances").related_model.objects.all()


class CaseQuerySet(_SeenThroughAppearances):
    key = "case"

    def matching(self, text: str, actor: Actor):
        """The cases whose number, or the words of whose readable appearances, hold every word of `text`."""
        readable = self._appearances().order_by().visible_to(actor)
        for word in words_of(text):
            if readable.is_common(word):
                told = readable.filter(case=OuterRef("pk")).each_containing(word, actor)
                self = self.filter(_has_one(told) | Q(pk__in=self._numbered(word)))
            else:
                self = self.filter(pk__in=self._numbered(word).union(*readable.told_in(word, actor, of="case"), all=True))
        return self

    def _numbered(self, word: str):
        """The keys of the cases that have, or had, `word` in their number."""
        key = numbers.parse(word).key
        former = self.model._meta.get_field("former_numbers").related_model.objects.order_by().filter(key__contains=key)
        return self.model._base_manager.order_by().filter(key__contains=key).values("pk").union(former.values("case"), all=True)

    def numbered(self, printed: str):
        """The case that has the number, or had it before."""
        key = numbers.parse(printed).key
        former = self.model._meta.get_field("former_numbers").related_model.objects.filter(key=key)
        return self.filter(Q(key=key) | Q(pk__in=former.values("case")))

    def in_order(self):
        """By the parts of the number, not as text."""
        return self.order_by("sort_key", "pk")


class MatterQuerySet(_SeenThroughAppearances):
    key = "matter"

    def with_readable_titles(self, actor: Actor):
        """The same rows, each with `readable_title`.

        A matter may have its title from a closed appearance, so whoever may not read them all is shown that of the newest he or she may.
        """
        if actor.is_administrator:
            return self.annotate(readable_title=F("title"))
        readable = self._appearances().visible_to(actor).filter(matter=OuterRef("pk"))
        newest = readable.order_by("-meeting__date", "-pk").values("title")[:1]
        return self.annotate(readable_title=Case(When(self._hides_title(actor), then=Subquery(newest)), default=F("title")))

    def of_hidden_title(self, actor: Actor):
        """The matters that `actor` is not shown the title of."""
        return self.none() if actor.is_administrator else self.filter(self._hides_title(actor))

    def matching(self, text: str, actor: Actor):
        """The matters whose title, where `actor` may read it, or the words of whose readable appearances hold every word of `text`."""
        readable = self._appearances().order_by().visible_to(actor)
        for word in words_of(text):
            if readable.is_common(word):
                told = readable.filter(matter=OuterRef("pk")).each_containing(word, actor)
                titled = (
                    Q(search_text__contains=word) if actor.is_administrator else Q(search_text__contains=word) & ~self._hides_title(actor)
                )
                self = self.filter(_has_one(told) | titled)
            else:
                told = [*readable.told_in(word, actor, of="matter"), *readable.numbered_with(word, of="matter")]
                self = self.filter(pk__in=self._titled(word, actor).union(*told, all=True))
        return self

    def _titled(self, word: str, actor: Actor):
        """The keys of the matters with `word` in a title that `actor` may read."""
        titled = self.model._base_manager.order_by().filter(search_text__contains=word)
        return (titled if actor.is_administrator else titled.filter(~self._hides_title(actor))).values("pk")

    def _hides_title(self, actor: Actor) -> Q:
        """True of a matter that has an appearance `actor` may not read, or had one when it was last given its title.

        Not where that was done by somebody who could not read them all either: such a title tells nothing.
        """
        own = self._appearances().filter(matter=OuterRef("pk"))
        beside = self._appearances().visible_to(actor).filter(matter=OuterRef("matter"))
        moved = self._appearances().visible_to(actor).filter(pk=OuterRef("item"))
        left = self.model._meta.get_field("departures").related_model.objects.filter(~Exists(moved), before=OuterRef("pk"))
        since = Q(titled_at__isnull=True) & Exists(left) | Q(Exists(left.filter(step__at__gt=OuterRef("titled_at"))))
        return Q(title_is_open=False) & (Q(Exists(own.exclude(pk__in=beside.values("pk")))) | since)


class CaseLinkQuerySet(VersionedQuerySet):
    def visible_to(self, actor: Actor):
        """The links both ends of which `actor` may know of."""
        case = self.model._meta.get_field("origin").related_model
        seen = case.objects.visible_to(actor).values("pk")
        return self.filter(origin__in=seen, target__in=seen)
