"""The API's lists and single rows. Each begins with the rows the viewer may read; what is hidden answers as what is missing."""

from django.db.models import Prefetch, QuerySet
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext_lazy as _
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema, extend_schema_view, inline_serializer
from rest_framework import serializers as drf
from rest_framework.exceptions import NotFound
from rest_framework.response import Response
from rest_framework.viewsets import ReadOnlyModelViewSet

from cases.models import Case, Matter
from meetings import selectors, services
from meetings.models import AgendaItem, Attendance, Body, Meeting, TimePlanRow
from secretariat.api import filters, serializers
from secretariat.api.paging import Pages

NOT_FOUND = inline_serializer("NotFound", {"detail": drf.CharField()})


def documented(tag: str, brief: type[drf.Serializer], whole: type[drf.Serializer]):
    """Tells the schema what a list and a single row of `tag` answer, errors included."""
    listed = extend_schema(
        tags=[tag],
        summary=_("The rows you may read, narrowed"),
        description=_("A filter looks only at what you may read. One that does not exist is refused."),
        responses={200: brief(many=True), 400: OpenApiTypes.OBJECT},
    )
    single = extend_schema(
        tags=[tag],
        summary=_("One row, whole"),
        description=_("What you may not read answers as what does not exist. Opening a closed item is logged."),
        responses={200: whole, 404: NOT_FOUND},
    )
    return extend_schema_view(list=listed, retrieve=single)


class Readable(ReadOnlyModelViewSet):
    """A list by `listed`, a single row by `whole`; both get querysets of rows that the viewer may read."""

    pagination_class = Pages
    filter_backends = [filters.StrictFilterBackend]
    # Whatever stands there, so that what is no id answers in JSON too.
    lookup_value_regex = "[^/]+"
    list_serializer: type[drf.Serializer]
    detail_serializer: type[drf.Serializer]

    def visible(self) -> QuerySet:
        raise NotImplementedError

    def whole(self, rows: QuerySet) -> QuerySet:
        """`rows` with what a single row shows beside a list's."""
        return rows

    def get_queryset(self) -> QuerySet:
        if getattr(self, "swagger_fake_view", False):
            return self.queryset.none()
        return self.visible()

    def get_serializer_class(self):
        return self.list_serializer if self.action == "list" else self.detail_serializer

    def get_object(self):
        pk = self.kwargs["pk"]
        is_number = pk.isascii() and pk.isdigit() and len(pk) < 19
        row = self.whole(self.get_queryset()).filter(pk=pk).first() if is_number else None
        if row is None:
            raise NotFound(_("Not found."))
        return row

    @property
    def viewer(self):
        return self.request.viewer


@documented("Organer", serializers.BodySerializer, serializers.BodySerializer)
class BodyViewSet(Readable):
    queryset = Body.objects.all()
    filterset_class = filters.BodyFilter
    list_serializer = detail_serializer = serializers.BodySerializer

    def visible(self):
        return self.queryset.order_by("sort_key", "pk")


@documented("Møder", serializers.MeetingSerializer, serializers.MeetingDetail)
class MeetingViewSet(Readable):
    queryset = Meeting.objects.all()
    filterset_class = filters.MeetingFilter
    list_serializer, detail_serializer = serializers.MeetingSerializer, serializers.MeetingDetail

    def visible(self):
        return self.queryset.select_related("body").order_by("-date", "-sequence", "pk")

    def whole(self, rows):
        attendances = Attendance.objects.visible_to(self.viewer).order_by("position").select_related("person")
        return rows.prefetch_related(
            Prefetch("items", appearances(self.viewer).order_by("position")),
            Prefetch("time_plan", TimePlanRow.objects.visible_to(self.viewer).order_by("position")),
            Prefetch("attendances", attendances),
        )


@documented("Punkter", serializers.ItemBrief, serializers.ItemDetail)
class ItemViewSet(Readable):
    """Opening a closed item is logged."""

    queryset = AgendaItem.objects.all()
    filterset_class = filters.ItemFilter
    list_serializer, detail_serializer = serializers.ItemBrief, serializers.ItemDetail

    def visible(self):
        return appearances(self.viewer).order_by("-meeting__date", "-meeting__sequence", "meeting", "position")

    def whole(self, rows):
        return selectors.whole(rows, self.viewer)

    def retrieve(self, request, *args, **kwargs):
        item = self.get_object()
        services.log_closed_reading(items=[item], viewer=self.viewer, now=request.now)
        context = {**self.get_serializer_context(), "found": selectors.resolve([item], self.viewer)}
        response = Response(self.detail_serializer(item, context=context).data)
        if item.closed:
            add_never_cache_headers(response)
        return response


@documented("Sager", serializers.CaseSerializer, serializers.CaseDetail)
class CaseViewSet(Readable):
    queryset = Case.objects.all()
    filterset_class = filters.CaseFilter
    list_serializer, detail_serializer = serializers.CaseSerializer, serializers.CaseDetail

    def visible(self):
        return self.queryset.visible_to(self.viewer).in_order()

    def whole(self, rows):
        return rows.prefetch_related(Prefetch("appearances", in_time(appearances(self.viewer))))

    def retrieve(self, request, *args, **kwargs):
        case = self.get_object()
        case.links = selectors.links_of(case, self.viewer)
        context = {**self.get_serializer_context(), "subjects": selectors.subjects_of([case])}
        return Response(self.detail_serializer(case, context=context).data)


@documented("Forløb", serializers.MatterSerializer, serializers.MatterDetail)
class MatterViewSet(Readable):
    queryset = Matter.objects.all()
    filterset_class = filters.MatterFilter
    list_serializer, detail_serializer = serializers.MatterSerializer, serializers.MatterDetail

    def visible(self):
        # Not by title: the place of a title that is not shown would tell of it.
        return self.queryset.visible_to(self.viewer).order_by("pk")

    def paginate_queryset(self, queryset):
        rows = super().paginate_queryset(queryset)
        # For a page alone: asked for with the list, PostgreSQL works the titles out for every matter there is.
        titled = self.queryset.filter(pk__in=[row.pk for row in rows]).with_readable_titles(self.viewer)
        titles = dict(titled.values_list("pk", "readable_title"))
        for row in rows:
            row.readable_title = titles[row.pk]
        return rows

    def whole(self, rows):
        return rows.with_readable_titles(self.viewer).prefetch_related(Prefetch("appearances", in_time(appearances(self.viewer))))


def appearances(viewer) -> QuerySet:
    return AgendaItem.objects.visible_to(viewer).select_related("meeting", "body", "case")


def in_time(items: QuerySet) -> QuerySet:
    return items.order_by("meeting__date", "meeting__sequence", "meeting", "position")
