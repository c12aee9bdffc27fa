"""The deadlines of hearings: a body's own answer, for its secretary, and the answers of those whom it has asked, for them."""

from collections.abc import Collection, Iterator
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from cases.access import PUBLIC, Actor
from hearings.models import Hearing, HearingParty, HearingRole
from hearings.querysets import readable_hearings
from meetings.models import Body
from reminders.addressees import BodyPeople, Readers, name_addressee, people_of, readers_of
from reminders.deadlines import Addressee, Deadline, DeadlineKind, Description, Duty
from reminders.keys import deadline_key, rows_of
from reminders.sources import DeadlineSource, LetterSource

UNREVIEWED = Hearing.Review.UNREVIEWED


class HearingSource(DeadlineSource):
    """A hearing in which a body of ours is consulted, until its own answer is given or declined."""

    name = "hearing"

    def deadlines(self, *, today: date, keys: Collection[str] | None = None) -> Iterator[Deadline]:
        """Three queries at most. The secretaries who may read the hearing are reminded."""
        rows = Hearing.objects.filter(deadline__isnull=False, duplicate_of=None).exclude(role=HearingRole.ISSUER)
        rows = rows.exclude(review=Hearing.Review.REJECTED).exclude(body__kind=Body.Kind.OUTSIDE)
        own = HearingParty.objects.standing().filter(hearing=OuterRef("pk"), body=OuterRef("body"))
        rows = rows.exclude(Exists(own.exclude(answered_on=None))).exclude(Exists(own.exclude(declined_on=None)))
        hearings = list(_among(self.name, rows, keys).select_related("item__meeting").order_by("pk"))
        people, readers = _people_and_readers(hearings, today)
        for hearing in hearings:
            secretaries = readers.among(people.secretaries_of(hearing.body_id), hearing.item_id, public=True)
            yield Deadline(
                deadline_key(self.name, hearing.pk), DeadlineKind.HEARING, hearing.body_id, None, hearing.deadline, tuple(secretaries)
            )

    def describe(self, keys: Collection[str], *, actor: Actor) -> dict[str, Description]:
        """One query."""
        rows = Hearing.objects.visible_to(actor).filter(pk__in=rows_of(self.name, keys)).select_related("item")
        return {deadline_key(self.name, hearing.pk): _description(hearing) for hearing in rows}


class PartySource(LetterSource):
    """A party that a body of ours has asked, until it has answered.

    A party that is a body of ours is its secretaries. Nothing is sent outside of a hearing that nobody has reviewed, that not everybody
    may read, or that has not been sent out: the secretaries of the body that asks are told instead, as they are of a party that none may
    be reminded for.
    """

    name = "party"

    def deadlines(self, *, today: date, keys: Collection[str] | None = None) -> Iterator[Deadline]:
        """Four queries at most."""
        rows = HearingParty.objects.standing().filter(answered_on=None, declined_on=None)
        rows = rows.filter(hearing__role=HearingRole.ISSUER, hearing__deadline__isnull=False, hearing__duplicate_of=None)
        rows = rows.exclude(hearing__review=Hearing.Review.REJECTED)
        parties = list(_among(self.name, rows, keys).select_related("hearing__item__meeting").order_by("pk"))
        by_hand = {party.hearing_id for party in parties if not party.hearing.item_id}
        public = set(Hearing.objects.filter(readable_hearings(PUBLIC), pk__in=by_hand).values_list("pk", flat=True))
        people, readers = _people_and_readers([party.hearing for party in parties], today, {party.body_id for party in parties})
        for party in parties:
            hearing = party.hearing
            asked = _asked(party, people, readers, is_public=hearing.pk in public, today=today)
            told = asked or readers.among(people.secretaries_of(hearing.body_id), hearing.item_id, public=True)
            yield Deadline(
                deadline_key(self.name, party.pk), DeadlineKind.PARTY, hearing.body_id, hearing.asked_from, hearing.deadline, tuple(told)
            )

    def waits_for(self, key: str) -> bool:
        """One query."""
        rows = HearingParty.objects.standing().filter(pk__in=rows_of(self.name, [key]), answered_on=None, declined_on=None)
        return rows.filter(hearing__duplicate_of=None).exclude(hearing__review=Hearing.Review.REJECTED).exists()

    def letter_address(self, key: str, letter: int) -> str:
        """One query. Of a party that is there no more there is no page."""
        hearing = HearingParty.objects.filter(pk__in=rows_of(self.name, [key])).values_list("hearing", flat=True).first()
        return reverse("hearing-letter", kwargs={"pk": hearing, "letter": letter}) if hearing else ""

    def describe(self, keys: Collection[str], *, actor: Actor) -> dict[str, Description]:
        """One query."""
        rows = HearingParty.objects.visible_to(actor).filter(pk__in=rows_of(self.name, keys)).select_related("hearing__item")
        return {deadline_key(self.name, party.pk): _description(party.hearing, party) for party in rows}


def _asked(party: HearingParty, people: BodyPeople, readers: Readers, *, is_public: bool, today: date) -> list[Addressee]:
    """The party itself, as far as it has been asked and may be written to."""
    hearing = party.hearing
    has_been_asked = party.asked_on or (hearing.opened_on and hearing.opened_on <= today)
    if hearing.review == UNREVIEWED or not has_been_asked:
        return []
    secretaries = people.secretaries_of(party.body_id, Duty.PARTY)
    others = secretaries or [name_addressee(party.name, Duty.PARTY)]
    return readers.among(others, hearing.item_id, public=is_public)


def _among(source: str, rows: QuerySet, keys: Collection[str] | None) -> QuerySet:
    return rows if keys is None else rows.filter(pk__in=rows_of(source, keys))


def _people_and_readers(hearings: list[Hearing], today: date, others: Collection[int | None] = ()) -> tuple[BodyPeople, Readers]:
    """One query, and one when any item is closed."""
    items = [hearing.item for hearing in hearings if hearing.item]
    bodies = {hearing.body_id for hearing in hearings} | {item.body_id for item in items} | {*others} - {None}
    people = people_of(bodies)
    return people, readers_of(items, people, today=today)


def _description(hearing: Hearing, party: HearingParty | None = None) -> Description:
    link = hearing.get_absolute_url()
    if hearing.item and hearing.item.closed:
        return Description(_("A closed item"), "", link)
    told = {"party": party.name, "hearing": hearing.subject} if party else {}
    title = _("Answer from %(party)s: %(hearing)s") % told if party else hearing.subject
    sentence = f"{hearing.item.get_absolute_url()}#hoering-{hearing.pk}" if hearing.item and hearing.quote else ""
    return Description(title, hearing.quote, link, sentence)
