"""The API's lists and single rows. Each begins with the rows the actor may read; what is hidden answers as what is missing."""

from django.db.models import Model, QuerySet, prefetch_related_objects
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema, extend_schema_view, inline_serializer
from rest_framework import serializers as drf
from rest_framework.exceptions import NotFound
from rest_framework.response import Response
from rest_framework.viewsets import ReadOnlyModelViewSet

from cases.models import Case, Matter
from meetings import selectors
from meetings.access import get_case, get_item, get_matter, get_meeting
from meetings.models import AgendaItem, Body, Meeting
from meetings.params import is_key
from meetings.parts import prefetch_readable
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
    """A list of the rows that are `visible` to the actor, and a single row by the key, which `fetch` gets whole."""

    pagination_class = Pages
    filter_backends = [filters.StrictFilterBackend]
    # Whatever stands there, so that what is no id answers in JSON too.
    lookup_value_regex = "[^/]+"
    model: type[Model]
    list_serializer: type[drf.Serializer]
    detail_serializer: type[drf.Serializer]

    def visible(self) -> QuerySet:
        raise NotImplementedError

    def fetch(self, pk: int) -> Model:
        """The row, from `access` of its app. Raises `Http404` for one the actor may not read."""
        raise NotImplementedError

    def get_queryset(self) -> QuerySet:
        return self.model.objects.none() if getattr(self, "swagger_fake_view", False) else self.visible()

    def get_serializer_class(self):
        return self.list_serializer if self.action == "list" else self.detail_serializer

    def get_object(self) -> Model:
        pk = self.kwargs["pk"]
        if not is_key(pk):
            raise NotFound(_("Not found."))
        try:
            return self.fetch(int(pk))
        except Http404 as error:
            raise NotFound(_("Not found.")) from error

    @property
    def actor(self):
        return self.request.actor


@documented("Organer", serializers.BodySerializer, serializers.BodySerializer)
class BodyViewSet(Readable):
    model = Body
    filterset_class = filters.BodyFilter
    list_serializer = detail_serializer = serializers.BodySerializer

    def visible(self):
        return Body.objects.order_by("sort_key", "pk")

    def fetch(self, pk):
        return get_object_or_404(Body, pk=pk)


@documented("Møder", serializers.MeetingSerializer, serializers.MeetingDetail)
class MeetingViewSet(Readable):
    model = Meeting
    filterset_class = filters.MeetingFilter
    list_serializer, detail_serializer = serializers.MeetingSerializer, serializers.MeetingDetail

    def visible(self):
        return Meeting.objects.select_related("body").order_by("-date", "-sequence", "pk")

    def fetch(self, pk):
        return get_meeting(self.request, pk, whole=True)


@documented("Punkter", serializers.ItemBrief, serializers.ItemDetail)
class ItemViewSet(Readable):
    """Opening a closed item is logged."""

    model = AgendaItem
    filterset_class = filters.ItemFilter
    list_serializer, detail_serializer = serializers.ItemBrief, serializers.ItemDetail

    def visible(self):
        return appearances(self.actor).order_by("-date", "-meeting__sequence", "meeting", "position")

    def fetch(self, pk):
        return get_item(self.request, pk, whole=True)

    def retrieve(self, request, *args, **kwargs):
        item = self.get_object()
        context = {**self.get_serializer_context(), "found": selectors.resolve([item], self.actor)}
        return Response(self.detail_serializer(item, context=context).data)


@documented("Sager", serializers.CaseSerializer, serializers.CaseDetail)
class CaseViewSet(Readable):
    model = Case
    filterset_class = filters.CaseFilter
    list_serializer, detail_serializer = serializers.CaseSerializer, serializers.CaseDetail

    def visible(self):
        return Case.objects.visible_to(self.actor).in_order()

    def fetch(self, pk):
        return with_appearances(get_case(self.request, pk), self.actor)

    def retrieve(self, request, *args, **kwargs):
        case = self.get_object()
        case.links = selectors.links_of(case, self.actor)
        context = {**self.get_serializer_context(), "subjects": selectors.subjects_of([case])}
        return Response(self.detail_serializer(case, context=context).data)


@documented("Forløb", serializers.MatterSerializer, serializers.MatterDetail)
class MatterViewSet(Readable):
    model = Matter
    filterset_class = filters.MatterFilter
    list_serializer, detail_serializer = serializers.MatterSerializer, serializers.MatterDetail

    def visible(self):
        # Not by title: the place of a title that is not shown would tell of it.
        return Matter.objects.visible_to(self.actor).order_by("pk")

    def paginate_queryset(self, queryset):
        rows = super().paginate_queryset(queryset)
        # For a page alone: asked for with the list, PostgreSQL works the titles out for every matter there is.
        titled = Matter.objects.visible_to(self.actor).filter(pk__in=[row.pk for row in rows]).with_readable_titles(self.actor)
        titles = dict(titled.values_list("pk", "readable_title"))
        for row in rows:
            row.readable_title = titles[row.pk]
        return rows

    def fetch(self, pk):
        return with_appearances(get_matter(self.request, pk), self.actor)


def appearances(actor) -> QuerySet:
    return AgendaItem.objects.visible_to(actor).select_related("meeting", "body", "case")


def with_appearances(row: Case | Matter, actor) -> Case | Matter:
    """The case or matter with its `readable_appearances`, oldest first."""
    items = appearances(actor).order_by("meeting__date", "meeting__sequence", "meeting", "position")
    prefetch_related_objects([row], prefetch_readable("appearances", items))
    return row
