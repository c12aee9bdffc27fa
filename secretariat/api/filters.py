"""The filters of the API's lists. A filter looks only at what the actor may read, so its answer tells no more than the rows do."""

from django import forms
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _
from django_filters import rest_framework as filters
from drf_spectacular.utils import extend_schema_field
from rest_framework.exceptions import ValidationError

from cases.models import Case, Matter
from cases.querysets import MOST_WORDS, distinct_words
from meetings.models import AgendaItem, Body, Meeting, Outcome

LARGEST_ID = 2**31 - 1


class StrictFilterBackend(filters.DjangoFilterBackend):
    """Refuses what it does not know: a misspelt filter would otherwise answer with every row."""

    def filter_queryset(self, request, queryset, view):
        known = view.filterset_class.base_filters
        wrong = {
            name: [_("There is no such filter.")] for name in sorted({*request.query_params} - {*known, *view.pagination_class.parameters})
        }
        for name, choice in known.items():
            if request.query_params.get(name) == "" and not isinstance(choice, TextFilter):
                wrong[name] = [_("Write a value, or leave the filter out.")]
        if wrong:
            raise ValidationError(wrong)
        return super().filter_queryset(request, queryset, view)


@extend_schema_field({"type": "integer", "minimum": 1, "maximum": LARGEST_ID})
class IdFilter(filters.Filter):
    field_class = forms.IntegerField

    def __init__(self, **kwargs):
        super().__init__(min_value=1, max_value=LARGEST_ID, **kwargs)


@extend_schema_field({"type": "string", "enum": ["true", "false"]})
class YesNoFilter(filters.TypedChoiceFilter):
    def __init__(self, **kwargs):
        super().__init__(choices=[("true", "true"), ("false", "false")], coerce=lambda text: text == "true", **kwargs)


@extend_schema_field({"type": "string", "pattern": r"^[^\u0000]*$"})
class TextFilter(filters.CharFilter):
    pass


def day(field_name: str, lookup: str) -> filters.DateFilter:
    return filters.DateFilter(field_name=field_name, lookup_expr=lookup, input_formats=["%Y-%m-%d"])


class BodyFilter(filters.FilterSet):
    kind = filters.ChoiceFilter(choices=Body.Kind.choices)

    class Meta:
        model = Body
        fields = ["kind"]


class MeetingFilter(filters.FilterSet):
    body = IdFilter()
    date_from = day("date", "gte")
    date_to = day("date", "lte")
    kind = filters.ChoiceFilter(choices=Meeting.Kind.choices)
    state = filters.ChoiceFilter(choices=Meeting.State.choices)

    class Meta:
        model = Meeting
        fields = ["body", "kind", "state"]


class ItemFilter(filters.FilterSet):
    body = IdFilter()
    meeting = IdFilter()
    case = IdFilter()
    matter = IdFilter()
    number = TextFilter(field_name="case__number", method="of_case_number", max_length=100)
    date_from = day("date", "gte")
    date_to = day("date", "lte")
    closed = YesNoFilter(method="that_are_closed")
    in_doubt = YesNoFilter()
    outcome = filters.ChoiceFilter(choices=Outcome.Value.choices, method="with_outcome")
    q = TextFilter(method="containing", max_length=200)

    class Meta:
        model = AgendaItem
        fields = ["body", "meeting", "case", "matter", "closed", "in_doubt"]

    def of_case_number(self, items: QuerySet, name: str, value: str) -> QuerySet:
        return items.filter(case__in=Case.objects.visible_to(self.request.actor).numbered(value))

    def with_outcome(self, items: QuerySet, name: str, value: str) -> QuerySet:
        outcomes = Outcome.objects.visible_to(self.request.actor).filter(outcome=value)
        return items.filter(Exists(outcomes.filter(item=OuterRef("pk"))))

    def that_are_closed(self, items: QuerySet, name: str, value: bool) -> QuerySet:
        actor = self.request.actor
        if value and not actor.is_administrator:
            # Only their own bodies' closed items are readable to anybody else, and of those the index knows.
            items = items.filter(body__in=actor.managed_bodies | actor.sits_on)
        return items.filter(closed=value)

    def containing(self, items: QuerySet, name: str, value: str) -> QuerySet:
        for word in _words(value):
            items = items.containing(word, self.request.actor)
        return items


class ThroughAppearances(filters.FilterSet):
    """Rows with at least one readable appearance of which every filter is true; a search looks where the pages' does (`matching`)."""

    body = IdFilter()
    date_from = day("meeting__date", "gte")
    date_to = day("meeting__date", "lte")
    closed = YesNoFilter()
    outcome = filters.ChoiceFilter(choices=Outcome.Value.choices)
    q = TextFilter(max_length=200)

    of_items = ("body", "date_from", "date_to", "closed", "outcome")
    link: str

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        chosen = {name: self.data[name] for name in self.of_items if self.data.get(name)}
        if chosen:
            visible = AgendaItem.objects.visible_to(self.request.actor)
            items = ItemFilter(chosen, visible, request=self.request).qs
            queryset = queryset.filter(Exists(items.filter(**{self.link: OuterRef("pk")})))
        return self.narrowed(queryset, self.form.cleaned_data)

    def narrowed(self, queryset: QuerySet, chosen: dict) -> QuerySet:
        return queryset.matching(" ".join(_words(chosen["q"])), self.request.actor)


class CaseFilter(ThroughAppearances):
    number = TextFilter(max_length=100)
    subject = TextFilter(max_length=8)

    link = "case"

    class Meta:
        model = Case
        fields: list[str] = []

    def narrowed(self, queryset, chosen):
        if chosen["number"]:
            queryset = queryset.numbered(chosen["number"])
        if chosen["subject"]:
            queryset = queryset.filter(subject_code__startswith=chosen["subject"])
        return super().narrowed(queryset, chosen)


class MatterFilter(ThroughAppearances):
    link = "matter"

    class Meta:
        model = Matter
        fields: list[str] = []


def _words(text: str) -> list[str]:
    words = distinct_words(text)
    if len(words) > MOST_WORDS:
        raise ValidationError({"q": [_("Search for at most %(most)d words.") % {"most": MOST_WORDS}]})
    return words
