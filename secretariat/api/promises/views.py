"""Lists and single rows of hearings, promises and what is to come of them."""

from django.db.models import OuterRef, Prefetch, Subquery

from followups.models import FollowUp, Occurrence, PlannedTreatment
from hearings.models import Extension, Hearing, HearingParty, HearingResponse
from meetings.models import AgendaItem
from secretariat.api.promises import filters, serializers
from secretariat.api.views import Readable, documented


@documented("Høringer", serializers.HearingSerializer, serializers.HearingDetail)
class HearingViewSet(Readable):
    queryset = Hearing.objects.all()
    filterset_class = filters.HearingFilter
    list_serializer, detail_serializer = serializers.HearingSerializer, serializers.HearingDetail

    def visible(self):
        return self.queryset.visible_to(self.viewer).select_related("body").order_by("-deadline", "-pk")

    def whole(self, rows):
        return rows.prefetch_related(
            Prefetch("parties", HearingParty.objects.visible_to(self.viewer).order_by("position")),
            Prefetch("extensions", Extension.objects.visible_to(self.viewer).order_by("pk")),
        )


@documented("Høringsparter", serializers.PartySerializer, serializers.PartySerializer)
class PartyViewSet(Readable):
    queryset = HearingParty.objects.all()
    filterset_class = filters.PartyFilter
    list_serializer = detail_serializer = serializers.PartySerializer

    def visible(self):
        return self.queryset.visible_to(self.viewer).select_related("hearing").order_by("-hearing", "position")


@documented("Høringssvar", serializers.ResponseSerializer, serializers.ResponseSerializer)
class ResponseViewSet(Readable):
    queryset = HearingResponse.objects.all()
    filterset_class = filters.ResponseFilter
    list_serializer = detail_serializer = serializers.ResponseSerializer

    def visible(self):
        items = AgendaItem.objects.visible_to(self.viewer)
        shown = {f"{of}_shown": Subquery(items.filter(pk=OuterRef(f"{of}_at")).values("pk")[:1]) for of in ("decided", "considered")}
        return self.queryset.visible_to(self.viewer).annotate(**shown).select_related("party__hearing").order_by("-pk")


@documented("Opfølgninger", serializers.FollowUpSerializer, serializers.FollowUpSerializer)
class FollowUpViewSet(Readable):
    queryset = FollowUp.objects.all()
    filterset_class = filters.FollowUpFilter
    list_serializer = detail_serializer = serializers.FollowUpSerializer

    def visible(self):
        return self.queryset.visible_to(self.viewer).order_by("-pk")


@documented("Planlagte behandlinger", serializers.PlannedTreatmentSerializer, serializers.PlannedTreatmentSerializer)
class PlannedTreatmentViewSet(Readable):
    queryset = PlannedTreatment.objects.all()
    filterset_class = filters.PlannedTreatmentFilter
    list_serializer = detail_serializer = serializers.PlannedTreatmentSerializer

    def visible(self):
        return self.queryset.visible_to(self.viewer).order_by("-pk")


@documented("Forekomster", serializers.OccurrenceSerializer, serializers.OccurrenceSerializer)
class OccurrenceViewSet(Readable):
    queryset = Occurrence.objects.all()
    filterset_class = filters.OccurrenceFilter
    list_serializer = detail_serializer = serializers.OccurrenceSerializer

    def visible(self):
        rows = self.queryset.visible_to(self.viewer).telling_items(self.viewer)
        if self.action == "list":
            rows = rows.told_once(self.viewer)
        return rows.select_related("body", "follow_up", "planned").in_time()
