"""Lists and single rows of hearings, promises and what is to come of them."""

from django.db.models import OuterRef, QuerySet, Subquery

from followups.models import FollowUp, Occurrence, PlannedTreatment
from hearings.models import Extension, Hearing, HearingParty, HearingResponse
from meetings.access import get_row
from meetings.models import AgendaItem
from meetings.parts import prefetch_readable
from secretariat.api.promises import filters, serializers
from secretariat.api.views import Readable, documented


class ToldByItem(Readable):
    """Rows that an item tells of, at the end of the path `told_by`: opening one of a closed item is logged as opening the item is."""

    told_by = "item"

    def fetch(self, pk):
        return get_row(self.request, self.whole(self.visible()), pk, told_by=self.told_by)

    def whole(self, rows: QuerySet) -> QuerySet:
        """`rows` with what a single row shows beside a list's."""
        return rows


@documented("Høringer", serializers.HearingSerializer, serializers.HearingDetail)
class HearingViewSet(ToldByItem):
    model = Hearing
    filterset_class = filters.HearingFilter
    list_serializer, detail_serializer = serializers.HearingSerializer, serializers.HearingDetail

    def visible(self):
        return Hearing.objects.visible_to(self.actor).select_related("body", "item").order_by("-deadline", "-pk")

    def whole(self, rows):
        return rows.prefetch_related(
            prefetch_readable("parties", HearingParty.objects.visible_to(self.actor).order_by("position")),
            prefetch_readable("extensions", Extension.objects.visible_to(self.actor).order_by("pk")),
        )


@documented("Høringsparter", serializers.PartySerializer, serializers.PartySerializer)
class PartyViewSet(ToldByItem):
    model = HearingParty
    told_by = "hearing__item"
    filterset_class = filters.PartyFilter
    list_serializer = detail_serializer = serializers.PartySerializer

    def visible(self):
        return HearingParty.objects.visible_to(self.actor).select_related("hearing__item").order_by("-hearing", "position")


@documented("Høringssvar", serializers.ResponseSerializer, serializers.ResponseSerializer)
class ResponseViewSet(ToldByItem):
    model = HearingResponse
    told_by = "party__hearing__item"
    filterset_class = filters.ResponseFilter
    list_serializer = detail_serializer = serializers.ResponseSerializer

    def visible(self):
        items = AgendaItem.objects.visible_to(self.actor)
        shown = {f"{of}_shown": Subquery(items.filter(pk=OuterRef(f"{of}_at")).values("pk")[:1]) for of in ("decided", "considered")}
        return HearingResponse.objects.visible_to(self.actor).annotate(**shown).select_related("party__hearing__item").order_by("-pk")


@documented("Opfølgninger", serializers.FollowUpSerializer, serializers.FollowUpSerializer)
class FollowUpViewSet(ToldByItem):
    model = FollowUp
    filterset_class = filters.FollowUpFilter
    list_serializer = detail_serializer = serializers.FollowUpSerializer

    def visible(self):
        return FollowUp.objects.visible_to(self.actor).select_related("item").order_by("-pk")


@documented("Planlagte behandlinger", serializers.PlannedTreatmentSerializer, serializers.PlannedTreatmentSerializer)
class PlannedTreatmentViewSet(ToldByItem):
    model = PlannedTreatment
    filterset_class = filters.PlannedTreatmentFilter
    list_serializer = detail_serializer = serializers.PlannedTreatmentSerializer

    def visible(self):
        return PlannedTreatment.objects.visible_to(self.actor).select_related("item").order_by("-pk")


@documented("Forekomster", serializers.OccurrenceSerializer, serializers.OccurrenceSerializer)
class OccurrenceViewSet(ToldByItem):
    model = Occurrence
    filterset_class = filters.OccurrenceFilter
    list_serializer = detail_serializer = serializers.OccurrenceSerializer

    def visible(self):
        rows = Occurrence.objects.visible_to(self.actor).with_readable_items(self.actor)
        if self.action == "list":
            rows = rows.without_duplicates(self.actor)
        return rows.select_related("body", "item", "follow_up", "planned").in_time()
