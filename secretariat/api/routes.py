"""The planned route of a matter beside the one that it took, for everybody who may read of it."""

from django.http import Http404
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.exceptions import NotFound
from rest_framework.response import Response
from rest_framework.views import APIView

from agendas.routes import RouteState, RouteStep
from agendas.selectors.routes import ways_of
from meetings.access import get_matter
from meetings.params import is_key
from secretariat.api.views import NOT_FOUND


class VisitSerializer(serializers.Serializer):
    item = serializers.IntegerField(source="key", help_text=_("The item's id."))
    date = serializers.DateField(source="day")


class StepSerializer(serializers.Serializer):
    body = serializers.IntegerField()
    state = serializers.ChoiceField(choices=[(state.value, state.value) for state in RouteState])
    is_late = serializers.BooleanField()
    expected_first = serializers.SerializerMethodField()
    expected_last = serializers.SerializerMethodField()
    visits = VisitSerializer(many=True)

    def get_expected_first(self, step: RouteStep) -> str | None:
        return step.stop and step.stop.first and step.stop.first.isoformat()

    def get_expected_last(self, step: RouteStep) -> str | None:
        return step.stop and step.stop.last and step.stop.last.isoformat()


class RouteSerializer(serializers.Serializer):
    version = serializers.IntegerField(help_text=_("Grows with each change of the route; 0 where none is planned."))
    steps = StepSerializer(many=True)


class RouteView(APIView):
    @extend_schema(
        tags=["Sager"],
        summary=_("The planned route of a matter, and the one it took"),
        description=_(
            "Each body of the plan in order, with the meetings at which it had the case, and in between those that the plan lacks."
        ),
        responses={200: RouteSerializer, 404: NOT_FOUND},
    )
    def get(self, request, pk: str) -> Response:
        try:
            if not is_key(pk):
                raise Http404
            matter = get_matter(request, int(pk))
        except Http404 as error:
            raise NotFound(_("Not found.")) from error
        way = ways_of([matter.pk], request.actor, today=request.today).get(matter.pk)
        told = {"version": way.route.version, "steps": way.steps} if way else {"version": 0, "steps": []}
        return Response(RouteSerializer(told).data)
