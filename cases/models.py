"""Cases (the file, with its number), matters (what is really being treated) and the subject plan that names numbers."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cases import numbers, querysets
from cases.fields import DerivedCharField, DerivedTextField
from concurrency.models import Versioned
from danish.folding import fold


class Subject(Versioned):
    """A line of KL's subject plan (KLE): main group `27`, group `27.15` or subject `27.15.00`."""

    code = models.CharField(_("code"), max_length=8, primary_key=True)
    title = models.CharField(_("title"), max_length=300)
    is_current = models.BooleanField(_("in use"), default=True)

    class Meta:
        verbose_name = _("KLE subject")
        verbose_name_plural = _("KLE subjects")
        ordering = ["code"]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"


class Facet(Versioned):
    """The kind of work of a case, in the subject plan: `A08`, `K02`, `P35`."""

    code = models.CharField(_("code"), max_length=3, primary_key=True)
    title = models.CharField(_("title"), max_length=300)
    is_current = models.BooleanField(_("in use"), default=True)

    class Meta:
        verbose_name = _("KLE facet")
        verbose_name_plural = _("KLE facets")
        ordering = ["code"]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"


class Case(Versioned):
    """A case file (sag). One number is not one topic: its appearances are gathered in matters.

    `number` is kept as printed; the four parts are filled when it is of the KLE form. `key` is what makes two prints the same
    number, `sort_key` what lists sort by.
    """

    number = models.CharField(_("case number"), max_length=100)
    key = DerivedCharField(_("comparison key"), max_length=100, unique=True, of="number_key")
    sort_key = DerivedCharField(_("sort key"), max_length=200, db_index=True, of="number_sort_key")
    subject_code = DerivedCharField(_("KLE subject"), max_length=8, blank=True, db_index=True, of="number_subject")
    facet_code = DerivedCharField(_("KLE facet"), max_length=3, blank=True, of="number_facet")
    title = models.CharField(
        _("title"), max_length=500, blank=True, help_text=_("The secretary's own title. Appearances keep the titles they had.")
    )

    objects = querysets.CaseQuerySet.as_manager()

    class Meta:
        verbose_name = _("case")
        verbose_name_plural = _("cases")
        ordering = ["sort_key"]

    def __str__(self) -> str:
        return self.number

    def get_absolute_url(self) -> str:
        return reverse("case", kwargs={"number": self.number})

    def clean(self) -> None:
        if Case.objects.filter(key=self.number_key).exclude(pk=self.pk).exists():
            raise ValidationError({"number": _("There is a case with this number already.")})
        former = FormerNumber.objects.filter(key=self.number_key).exclude(case=self.pk).select_related("case").first()
        if former:
            raise ValidationError({"number": _("The case %(case)s had this number earlier.") % {"case": former.case}})

    @property
    def parsed_number(self) -> numbers.CaseNumber:
        return numbers.parse(self.number)

    @property
    def number_key(self) -> str:
        return self.parsed_number.key

    @property
    def number_sort_key(self) -> str:
        return self.parsed_number.sort_key

    @property
    def number_subject(self) -> str:
        return self.parsed_number.subject or ""

    @property
    def number_facet(self) -> str:
        return self.parsed_number.facet or ""


class FormerNumber(models.Model):
    """A number that a case had before: it leads to the case still, in addresses, in the search and in what is imported."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="former_numbers", verbose_name=_("case"))
    number = models.CharField(_("former number"), max_length=100)
    key = DerivedCharField(_("comparison key"), max_length=100, unique=True, of="number_key")

    class Meta:
        verbose_name = _("former number")
        verbose_name_plural = _("former numbers")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.number

    @property
    def number_key(self) -> str:
        return numbers.parse(self.number).key


class Matter(Versioned):
    """The topic that is treated (forløb): the appearances that belong together, whatever number each was filed under."""

    title = models.CharField(_("title"), max_length=500)
    search_text = DerivedTextField(_("search text"), blank=True, of="words_to_find")
    title_is_open = models.BooleanField(
        _("open title"),
        default=False,
        editable=False,
        help_text=_("Given by somebody who could not read all of it, so it tells nothing hidden."),
    )
    titled_at = models.DateTimeField(
        _("named"), null=True, blank=True, editable=False, help_text=_("When a secretary last gave it its title.")
    )

    objects = querysets.MatterQuerySet.as_manager()

    class Meta:
        verbose_name = _("matter")
        verbose_name_plural = _("matters")
        ordering = ["title", "pk"]

    def __str__(self) -> str:
        return self.title

    @property
    def words_to_find(self) -> str:
        return fold(self.title)


class CaseLinkKind(models.TextChoices):
    CONTINUES = "continues", _("continues")
    RELATED = "related", _("is related to")


class CaseLink(Versioned):
    """Two cases that belong together. `continues` is read from `origin` to `target`; the other way it is "continued by"."""

    Kind = CaseLinkKind

    origin = models.ForeignKey(Case, models.CASCADE, related_name="links_out", verbose_name=_("case"))
    target = models.ForeignKey(Case, models.CASCADE, related_name="links_in", verbose_name=_("other case"))
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.RELATED)
    note = models.CharField(_("note"), max_length=300, blank=True)

    objects = querysets.CaseLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("link between cases")
        verbose_name_plural = _("links between cases")
        constraints = [
            models.UniqueConstraint(
                fields=["origin", "target", "kind"],
                name="one_link_of_a_kind_between_two_cases",
                violation_error_message=_("The two cases are linked in this way already."),
            ),
            models.CheckConstraint(
                condition=~Q(origin=F("target")),
                name="no_case_is_linked_to_itself",
                violation_error_message=_("A case cannot be linked to itself."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.origin} {self.get_kind_display()} {self.target}"
