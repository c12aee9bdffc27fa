"""The filters of the lists of hearings, promises and occurrences."""

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django_filters import rest_framework as filters

from followups.models import FollowUp, Occurrence, PlannedTreatment
from hearings.models import Hearing, HearingParty, HearingResponse, HearingRole
from secretariat.api.filters import IdFilter, TextFilter, YesNoFilter, day
from secretariat.api.promises.serializers import KINDS, STATES

OF_STATE = [(state, state) for state in STATES]


class HearingFilter(filters.FilterSet):
    body = IdFilter()
    item = IdFilter()
    role = filters.ChoiceFilter(choices=HearingRole.choices)
    due_before = day("deadline", "lt")
    overdue = YesNoFilter(method="past")

    class Meta:
        model = Hearing
        fields = ["body", "item", "role"]

    def past(self, hearings: QuerySet, name: str, value: bool) -> QuerySet:
        over = Q(deadline__lt=self.request.today)
        return hearings.filter(over) if value else hearings.exclude(over)


class PartyFilter(filters.FilterSet):
    hearing = IdFilter()
    body = IdFilter()
    state = filters.ChoiceFilter(choices=HearingParty.State.choices, method="in_state")
    due_before = day("hearing__deadline", "lt")
    overdue = YesNoFilter(method="silent")

    class Meta:
        model = HearingParty
        fields = ["hearing", "body"]

    def in_state(self, parties: QuerySet, name: str, value: str) -> QuerySet:
        return parties.in_state(value, self.request.today)

    def silent(self, parties: QuerySet, name: str, value: bool) -> QuerySet:
        silent = parties.in_state("silent", self.request.today)
        return silent if value else _less(parties, silent)


class ResponseFilter(filters.FilterSet):
    hearing = IdFilter(field_name="party__hearing")
    party = IdFilter()
    body = IdFilter(field_name="party__body")
    state = filters.ChoiceFilter(choices=[("draft", "draft"), ("given", "given")], method="in_state")
    late = YesNoFilter(method="after_the_deadline")

    class Meta:
        model = HearingResponse
        fields = ["party"]

    def in_state(self, responses: QuerySet, name: str, value: str) -> QuerySet:
        return responses.filter(given_on__isnull=value == "draft")

    def after_the_deadline(self, responses: QuerySet, name: str, value: bool) -> QuerySet:
        late = responses.filter(given_on__gt=F("party__hearing__deadline"))
        return late if value else _less(responses, late)


class OccurrenceFilter(filters.FilterSet):
    body = IdFilter()
    item = IdFilter()
    follow_up = IdFilter()
    planned_treatment = IdFilter(field_name="planned")
    kind = filters.ChoiceFilter(choices=[(kind, kind) for kind in KINDS], method="of_kind")
    responsible = TextFilter(field_name="follow_up__responsible", lookup_expr="iexact", max_length=200)
    state = filters.ChoiceFilter(choices=OF_STATE, method="in_state")
    due_before = day("due_end", "lt")
    overdue = YesNoFilter(method="is_overdue")
    historic = YesNoFilter(method="is_history")

    class Meta:
        model = Occurrence
        fields = ["body", "item", "follow_up"]

    def of_kind(self, occurrences: QuerySet, name: str, value: str) -> QuerySet:
        if value == "planned_treatment":
            return occurrences.filter(planned__isnull=False)
        return occurrences.filter(follow_up__kind=value)

    def in_state(self, occurrences: QuerySet, name: str, value: str) -> QuerySet:
        return occurrences.in_state(value, self.request.actor)

    def is_overdue(self, occurrences: QuerySet, name: str, value: bool) -> QuerySet:
        overdue = occurrences.overdue(self.request.today)
        return overdue if value else _less(occurrences, overdue)

    def is_history(self, occurrences: QuerySet, name: str, value: bool) -> QuerySet:
        return occurrences.historic() if value else occurrences.counting()


class _ThroughOccurrences(filters.FilterSet):
    """Obligations of which something readable is to come, or came, as the filters say; all of them are asked of the same occurrence."""

    state = filters.ChoiceFilter(choices=OF_STATE, method="of_occurrence")
    due_before = filters.DateFilter(input_formats=["%Y-%m-%d"], method="of_occurrence")
    overdue = YesNoFilter(method="of_occurrence")
    historic = YesNoFilter(method="of_occurrence")

    link: str

    def of_occurrence(self, obligations: QuerySet, name: str, value) -> QuerySet:
        return obligations  # answered together, below

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        chosen = {name: self.data[name] for name in ("state", "due_before", "overdue", "historic") if self.data.get(name)}
        queryset = super().filter_queryset(queryset)
        if not chosen:
            return queryset
        told = Occurrence.objects.visible_to(self.request.actor).without_duplicates(self.request.actor)
        found = OccurrenceFilter(chosen, told, request=self.request).qs
        return queryset.filter(Exists(found.filter(**{self.link: OuterRef("pk")})))


class FollowUpFilter(_ThroughOccurrences):
    body = IdFilter(field_name="item__body")
    item = IdFilter()
    kind = filters.ChoiceFilter(choices=FollowUp.Kind.choices)
    responsible = TextFilter(lookup_expr="iexact", max_length=200)

    link = "follow_up"

    class Meta:
        model = FollowUp
        fields = ["item", "kind"]


class PlannedTreatmentFilter(_ThroughOccurrences):
    body = IdFilter()
    item = IdFilter()

    link = "planned"

    class Meta:
        model = PlannedTreatment
        fields = ["body", "item"]


def _less(rows: QuerySet, left_out: QuerySet) -> QuerySet:
    """`rows` without those of `left_out`, of which a condition on an empty column would leave out too many."""
    return rows.exclude(pk__in=left_out.order_by().values("pk"))
