"""Lists and single rows of hearings, promises and what is to come of them."""

from django.db.models import OuterRef, Prefetch, Subquery
from django.utils.cache import add_never_cache_headers
from rest_framework.response import Response

from followups.models import FollowUp, Occurrence, PlannedTreatment
from hearings.models import Extension, Hearing, HearingParty, HearingResponse
from meetings import services
from meetings.models import AgendaItem
from secretariat.api.promises import filters, serializers
from secretariat.api.views import Readable, documented


class ToldByItem(Readable):
    """Rows that an item tells of: opening one of a closed item is logged as opening the item is, and no browser keeps a copy."""

    def retrieve(self, request, *args, **kwargs):
        row = self.get_object()
        response = Response(self.get_serializer(row).data)
        item = serializers.item_of(row)
        if item and item.closed:
            services.log_closed_reading(items=[item], viewer=self.viewer, now=request.now)
            add_never_cache_headers(response)
        return response


@documented("Høringer", serializers.HearingSerializer, serializers.HearingDetail)
class HearingViewSet(ToldByItem):
    queryset = Hearing.objects.all()
    filterset_class = filters.HearingFilter
    list_serializer, detail_serializer = serializers.HearingSerializer, serializers.HearingDetail

    def visible(self):
        return self.queryset.visible_to(self.viewer).select_related("body", "item").order_by("-deadline", "-pk")

    def whole(self, rows):
        return rows.prefetch_related(
            Prefetch("parties", HearingParty.objects.visible_to(self.viewer).order_by("position")),
            Prefetch("extensions", Extension.objects.visible_to(self.viewer).order_by("pk")),
        )


@documented("Høringsparter", serializers.PartySerializer, serializers.PartySerializer)
class PartyViewSet(ToldByItem):
    queryset = HearingParty.objects.all()
    filterset_class = filters.PartyFilter
    list_serializer = detail_serializer = serializers.PartySerializer

    def visible(self):
        return self.queryset.visible_to(self.viewer).select_related("hearing__item").order_by("-hearing", "position")


@documented("Høringssvar", serializers.ResponseSerializer, serializers.ResponseSerializer)
class ResponseViewSet(ToldByItem):
    queryset = HearingResponse.objects.all()
    filterset_class = filters.ResponseFilter
    list_serializer = detail_serializer = serializers.ResponseSerializer

    def visible(self):
        items = AgendaItem.objects.visible_to(self.viewer)
        shown = {f"{of}_shown": Subquery(items.filter(pk=OuterRef(f"{of}_at")).values("pk")[:1]) for of in ("decided", "considered")}
        return self.queryset.visible_to(self.viewer).annotate(**shown).select_related("party__hearing__item").order_by("-pk")


@documented("Opfølgninger", serializers.FollowUpSerializer, serializers.FollowUpSerializer)
class FollowUpViewSet(ToldByItem):
    queryset = FollowUp.objects.all()
    filterset_class = filters.FollowUpFilter
    list_serializer = detail_serializer = serializers.FollowUpSerializer

    def visible(self):
        return self.queryset.visible_to(self.viewer).select_related("item").order_by("-pk")


@documented("Planlagte behandlinger", serializers.PlannedTreatmentSerializer, serializers.PlannedTreatmentSerializer)
class PlannedTreatmentViewSet(ToldByItem):
    queryset = PlannedTreatment.objects.all()
    filterset_class = filters.PlannedTreatmentFilter
    list_serializer = detail_serializer = serializers.PlannedTreatmentSerializer

    def visible(self):
        return self.queryset.visible_to(self.viewer).select_related("item").order_by("-pk")


@documented("Forekomster", serializers.OccurrenceSerializer, serializers.OccurrenceSerializer)
class OccurrenceViewSet(ToldByItem):
    queryset = Occurrence.objects.all()
    filterset_class = filters.OccurrenceFilter
    list_serializer = detail_serializer = serializers.OccurrenceSerializer

    def visible(self):
        rows = self.queryset.visible_to(self.viewer).telling_items(self.viewer)
        if self.action == "list":
            rows = rows.told_once(self.viewer)
        return rows.select_related("body", "item", "follow_up", "planned").in_time()
