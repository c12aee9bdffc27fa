"""The treatment of an item at the meeting: outcomes, votes, and who took part, stayed away or stood in."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from concurrency.models import Versioned
from meetings.models.documents import PLACE_TAKEN, Sourced
from meetings.models.items import AgendaItem
from meetings.models.people import Person
from meetings.part_querysets import DecidedPartQuerySet, VoteNameQuerySet


class Outcome(Sourced):
    """The result of one recommendation; of the whole item when `recommendation` is null, the decision not being split."""

    class Value(models.TextChoices):
        APPROVED = "approved", _("Approved")
        NOTED = "noted", _("Noted")
        DISCUSSED = "discussed", _("Discussed")
        DEFERRED = "deferred", _("Deferred")
        REJECTED = "rejected", _("Rejected")
        RECOMMENDED = "recommended", _("Recommended")
        APPOINTED = "appointed", _("Appointed")
        OTHER = "other", _("Other")

    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="outcomes", verbose_name=_("item"))
    position = models.PositiveSmallIntegerField(_("position"))
    recommendation = models.PositiveSmallIntegerField(_("recommendation no."), null=True, blank=True)
    outcome = models.CharField(_("outcome"), max_length=20, choices=Value.choices)

    objects = DecidedPartQuerySet.as_manager()

    class Meta:
        verbose_name = _("outcome")
        verbose_name_plural = _("outcomes")
        ordering = ["item", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "position"],
                name="outcomes_stand_in_order",
                violation_error_message=PLACE_TAKEN,
            )
        ]

    def __str__(self) -> str:
        return self.get_outcome_display()


class Vote(Sourced):
    """One vote the item reports. `on`: decision, amendment, or the name of the earlier body whose vote is quoted."""

    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="votes", verbose_name=_("item"))
    position = models.PositiveSmallIntegerField(_("position"))
    on = models.CharField(_("vote on"), max_length=200, default="decision")
    votes_for = models.PositiveSmallIntegerField(_("for"), null=True, blank=True)
    votes_against = models.PositiveSmallIntegerField(_("against"), null=True, blank=True)
    abstained = models.PositiveSmallIntegerField(_("abstained"), null=True, blank=True)

    objects = DecidedPartQuerySet.as_manager()

    class Meta:
        verbose_name = _("vote")
        verbose_name_plural = _("votes")
        ordering = ["item", "position"]
        constraints = [
            models.UniqueConstraint(fields=["item", "position"], name="votes_stand_in_order", violation_error_message=PLACE_TAKEN)
        ]

    def __str__(self) -> str:
        return f"{self.votes_for}–{self.votes_against}"


class VoteName(Versioned):
    """A person or a whole party list named in a vote."""

    class Side(models.TextChoices):
        FOR = "for", _("for")
        AGAINST = "against", _("against")

    vote = models.ForeignKey(Vote, models.CASCADE, related_name="names", verbose_name=_("vote"))
    side = models.CharField(_("side"), max_length=10, choices=Side.choices)
    position = models.PositiveSmallIntegerField(_("position"))
    name = models.CharField(_("name as printed"), max_length=200)
    person = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="vote_names", verbose_name=_("person"))

    objects = VoteNameQuerySet.as_manager()

    class Meta:
        verbose_name = _("name in a vote")
        verbose_name_plural = _("names in votes")
        ordering = ["vote", "side", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["vote", "side", "position"],
                name="names_in_a_vote_stand_in_order",
                violation_error_message=PLACE_TAKEN,
            )
        ]

    def __str__(self) -> str:
        return self.name


class ParticipationKind(models.TextChoices):
    ABSENT = "absent", _("absent")
    DID_NOT_PARTICIPATE = "did_not_participate", _("took no part")
    SUBSTITUTE = "substitute", _("substitute")
    GUEST = "guest", _("guest")
    APPOINTED = "appointed", _("appointed")
    BROUGHT_TO_COUNCIL = "brought_to_council", _("brought the case to the council")


class Participation(Sourced):
    """A named part somebody had in one item: away, not taking part, standing in, a guest, appointed, bringing it to the council.

    `detail` is the guest's title, or what somebody was appointed to; `for_name` whom a substitute stood in for. Of somebody who took no
    part, `disqualified` says that it was for being disqualified (inhabil).
    """

    Kind = ParticipationKind

    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="participations", verbose_name=_("item"))
    position = models.PositiveSmallIntegerField(_("position"))
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices)
    name = models.CharField(_("name as printed"), max_length=300)
    person = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="participations", verbose_name=_("person"))
    for_name = models.CharField(_("stands in for"), max_length=300, blank=True)
    for_person = models.ForeignKey(
        Person, models.SET_NULL, null=True, blank=True, related_name="substituted", verbose_name=_("stands in for (person)")
    )
    detail = models.CharField(_("title or task"), max_length=500, blank=True)
    disqualified = models.BooleanField(_("disqualified"), default=False)

    objects = DecidedPartQuerySet.as_manager()

    class Meta:
        verbose_name = _("part in an item")
        verbose_name_plural = _("parts in items")
        ordering = ["item", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "kind", "position"],
                name="parts_of_a_kind_stand_in_order",
                violation_error_message=PLACE_TAKEN,
            )
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.get_kind_display()}"
