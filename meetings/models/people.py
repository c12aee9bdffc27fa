"""People, the spellings of their names, and their seats on bodies."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cases.fields import DerivedCharField
from concurrency.models import Versioned
from danish.folding import name_key
from danish.sorting import sort_key
from meetings.models.bodies import KEY_LENGTH, SORT_KEY_LENGTH, Body
from meetings.querysets import PersonQuerySet


class Person(Versioned):
    """Somebody who sits on a body, takes part in an item or is named in a vote; linked to a user when he or she can log in."""

    name = models.CharField(_("name"), max_length=200)
    key = DerivedCharField(_("comparison key"), max_length=200, db_index=True, of="name_key")
    sort_key = DerivedCharField(_("sort key"), max_length=400, db_index=True, of="name_sort_key")
    party = models.CharField(_("party or list"), max_length=100, blank=True)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="person",
        verbose_name=_("user"),
    )
    bodies = models.ManyToManyField(Body, through="Membership", related_name="people", verbose_name=_("bodies"))

    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["sort_key", "pk"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("person", kwargs={"pk": self.pk})

    @property
    def name_key(self) -> str:
        return name_key(self.name)[:KEY_LENGTH]

    @property
    def name_sort_key(self) -> str:
        return sort_key(self.name)[:SORT_KEY_LENGTH]


class PersonName(models.Model):
    """Another spelling of a person's name, which documents use and an import recognises."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="other_names", verbose_name=_("person"))
    name = models.CharField(_("name"), max_length=200)
    key = DerivedCharField(_("comparison key"), max_length=200, db_index=True, of="name_key")

    class Meta:
        verbose_name = _("other spelling of a person")
        verbose_name_plural = _("other spellings of people")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def name_key(self) -> str:
        return name_key(self.name)[:KEY_LENGTH]


class Membership(Versioned):
    """A person's seat on a body, from the first to the last day, both included; no last day while it lasts."""

    class Role(models.TextChoices):
        CHAIR = "chair", _("chair")
        DEPUTY_CHAIR = "deputy_chair", _("deputy chair")
        MEMBER = "member", _("member")
        SUBSTITUTE = "substitute", _("substitute")

    person = models.ForeignKey(Person, models.CASCADE, related_name="memberships", verbose_name=_("person"))
    body = models.ForeignKey(Body, models.CASCADE, related_name="memberships", verbose_name=_("body"))
    role = models.CharField(_("role"), max_length=20, choices=Role.choices, default=Role.MEMBER)
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"), null=True, blank=True)

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        ordering = ["body", "person", "first_day"]
        constraints = [
            models.CheckConstraint(
                condition=Q(last_day__isnull=True) | Q(last_day__gte=F("first_day")),
                name="a_membership_ends_after_it_begins",
                violation_error_message=_("The last day lies before the first."),
            ),
            models.UniqueConstraint(
                fields=["person", "body", "role", "first_day"],
                name="one_membership_of_a_role_from_a_day",
                violation_error_message=_("The person has this role on the body from that day already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.get_role_display()}, {self.body}"
