"""Bodies (råd, udvalg, byråd), the spellings of their names, their former addresses and their secretaries."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cases.fields import DerivedCharField
from concurrency.models import Versioned
from danish.folding import name_key
from danish.sorting import sort_key
from meetings.querysets import BodyQuerySet

# Letters can fold into two or three (ß, ﬃ) and numbers are led by their length: no name may be too long for its own keys.
KEY_LENGTH, SORT_KEY_LENGTH = 200, 400


class BodyKind(models.TextChoices):
    COUNCIL = "council", _("municipal council")
    COMMITTEE = "committee", _("committee")
    ADVISORY = "advisory", _("advisory council")
    OUTSIDE = "outside", _("outside party")


class Body(Versioned):
    """A council, committee or the municipal council; or an outside party that is heard.

    Dispatch: the agenda goes out `dispatch_days` working days before the meeting: 4 for the municipal council
    (kommunestyrelsesloven § 8), for others what their rules of procedure say.
    """

    Kind = BodyKind

    class Numbering(models.TextChoices):
        RUNNING = "running", _("one running count a year")
        PER_MEETING = "per_meeting", _("from 1 at each meeting")

    name = models.CharField(_("name"), max_length=200)
    key = DerivedCharField(_("comparison key"), max_length=200, unique=True, of="name_key")
    sort_key = DerivedCharField(_("sort key"), max_length=400, db_index=True, of="name_sort_key")
    slug = models.SlugField(_("address"), max_length=80, unique=True)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.COMMITTEE)
    numbering = models.CharField(_("item numbers"), max_length=20, choices=Numbering.choices, default=Numbering.RUNNING)
    dispatch_days = models.PositiveSmallIntegerField(
        _("agenda goes out, working days before"), default=4, validators=[MaxValueValidator(60)]
    )
    saturday_counts = models.BooleanField(_("Saturday counts as a working day"), default=False)
    in_use_since = models.DateField(
        _("in use since"),
        null=True,
        blank=True,
        help_text=_(
            "What was due before that day is history: it counts nowhere, and nobody is reminded of it, until a secretary takes it up. "
            "Empty: nothing is history, and nobody is reminded of anything of the body's."
        ),
    )
    usual_place = models.CharField(_("usual place"), max_length=200, blank=True)
    usual_start = models.TimeField(_("usual start"), null=True, blank=True)
    usual_end = models.TimeField(_("usual end"), null=True, blank=True)

    objects = BodyQuerySet.as_manager()

    class Meta:
        verbose_name = _("body")
        verbose_name_plural = _("bodies")
        ordering = ["sort_key"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("body", kwargs={"slug": self.slug})

    def clean(self) -> None:
        _refuse_known_name(self.name_key, body=self)
        former = FormerSlug.objects.filter(slug=self.slug).exclude(body=self.pk).select_related("body").first()
        if former:
            raise ValidationError({"slug": _("%(body)s had this address earlier.") % {"body": former.body}})

    @property
    def name_key(self) -> str:
        return name_key(self.name)[:KEY_LENGTH]

    @property
    def name_sort_key(self) -> str:
        return sort_key(self.name)[:SORT_KEY_LENGTH]


class FormerSlug(models.Model):
    """An address that a body had before, or that a body had which was merged into it: it leads to the body still."""

    body = models.ForeignKey(Body, models.CASCADE, related_name="former_slugs", verbose_name=_("body"))
    slug = models.SlugField(_("former address"), max_length=80, unique=True)

    class Meta:
        verbose_name = _("former address")
        verbose_name_plural = _("former addresses")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.slug


class BodyName(Versioned):
    """Another spelling of a body's name, which documents use and an import recognises."""

    body = models.ForeignKey(Body, models.CASCADE, related_name="other_names", verbose_name=_("body"))
    name = models.CharField(_("name"), max_length=200)
    key = DerivedCharField(_("comparison key"), max_length=200, unique=True, of="name_key")

    class Meta:
        verbose_name = _("other spelling")
        verbose_name_plural = _("other spellings")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        _refuse_known_name(self.name_key, spelling=self)

    @property
    def name_key(self) -> str:
        return name_key(self.name)[:KEY_LENGTH]


def _refuse_known_name(key: str, *, body: Body | None = None, spelling: BodyName | None = None) -> None:
    """Raises ValidationError when another body or another spelling has the key: a name must lead an import to one body."""
    bodies = Body.objects.exclude(pk=body.pk if body else None)
    spellings = BodyName.objects.exclude(pk=spelling.pk if spelling else None)
    if bodies.filter(key=key).exists() or spellings.filter(key=key).exists():
        raise ValidationError({"name": _("A body is known by this name already.")})


class SecretaryAssignment(Versioned):
    """A secretary (user) who manages a body: prepares its agendas, records its minutes and follows up its promises."""

    body = models.ForeignKey(Body, models.CASCADE, related_name="secretary_assignments", verbose_name=_("body"))
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="secretary_assignments", verbose_name=_("secretary"))

    class Meta:
        verbose_name = _("secretary of a body")
        verbose_name_plural = _("secretaries of bodies")
        constraints = [
            models.UniqueConstraint(
                fields=["body", "user"],
                name="one_secretary_assignment_per_body_and_user",
                violation_error_message=_("The secretary manages this body already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.user}, {self.body}"
