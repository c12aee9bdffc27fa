"""The agenda of a meeting while it is made, its time plan, and what wants a place on it: for the body's own people alone."""

from django.http import Http404
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.exceptions import NotFound
from rest_framework.response import Response
from rest_framework.views import APIView

from agendas.access import get_agenda
from agendas.presenters import reason, sentence
from agendas.selectors.candidates import candidates_for
from agendas.selectors.plan import meeting_to_plan
from agendas.services.states import AgendaState, status_of
from agendas.timeplan import make_plan
from agendas.timeplan.fileformat import to_json
from agendas.wording import say
from meetings import models as m
from meetings.params import is_key
from secretariat.api.views import NOT_FOUND


class GuestSerializer(serializers.ModelSerializer):
    class Meta:
        model = m.Guest
        fields = ["name", "opens", "closes"]


class PlannedItemSerializer(serializers.ModelSerializer):
    guests = GuestSerializer(many=True, source="readable_invited")

    class Meta:
        model = m.AgendaItem
        fields = [
            "id",
            "version",
            "position",
            "number",
            "title",
            "case",
            "closed",
            "legal_ground",
            "legal_ground_text",
            "minutes",
            "fixed_start",
            "keep",
            "responsible",
            "guests",
        ]


class AgendaVersionSerializer(serializers.Serializer):
    number = serializers.IntegerField()
    kind = serializers.CharField()
    at = serializers.DateTimeField()
    reason = serializers.CharField()


class AgendaSerializer(serializers.Serializer):
    state = serializers.ChoiceField(choices=[(state.value, state.value) for state in AgendaState])
    versions = AgendaVersionSerializer(many=True)
    items = PlannedItemSerializer(many=True)


class PlanRowSerializer(serializers.Serializer):
    key = serializers.IntegerField(required=False, help_text=_("The item's id."))
    start = serializers.CharField()
    end = serializers.CharField()

    def get_fields(self):
        return super().get_fields() | {"break": serializers.IntegerField(required=False)}


class PlanFindingSerializer(serializers.Serializer):
    code = serializers.CharField()
    keys = serializers.ListField(child=serializers.IntegerField())
    message = serializers.CharField()


class TimePlanSerializer(serializers.Serializer):
    rows = PlanRowSerializer(many=True)
    findings = PlanFindingSerializer(many=True)
    waiting_minutes = serializers.IntegerField()


class CandidateSerializer(serializers.Serializer):
    kind = serializers.CharField()
    key = serializers.CharField()
    title = serializers.CharField()
    reason = serializers.CharField()
    sentence = serializers.CharField()
    closed = serializers.BooleanField()
    left_out = serializers.BooleanField()


class OfMeeting(APIView):
    """One answer about the agenda of the meeting of the address."""

    manage = False

    def get(self, request, pk: str) -> Response:
        try:
            if not is_key(pk):
                raise Http404
            return Response(self.told(get_agenda(request, int(pk), manage=self.manage)))
        except Http404 as error:
            raise NotFound(_("Not found.")) from error

    def told(self, meeting: m.Meeting) -> dict | list:
        raise NotImplementedError


def documented(summary: str, answer: serializers.Serializer):
    return extend_schema(
        tags=["Møder"],
        summary=summary,
        description=_("For the body's own people. What a closed item says beside its title is logged."),
        responses={200: answer, 404: NOT_FOUND},
    )


class AgendaView(OfMeeting):
    @documented(_("The agenda while it is made"), AgendaSerializer)
    def get(self, request, pk: str) -> Response:
        return super().get(request, pk)

    def told(self, meeting):
        standing = status_of(meeting)
        told = {"state": standing.state, "versions": standing.versions, "items": meeting.readable_items}
        return AgendaSerializer(told).data


class TimePlanView(OfMeeting):
    @documented(_("When each item begins, and what is to be known of the plan"), TimePlanSerializer)
    def get(self, request, pk: str) -> Response:
        return super().get(request, pk)

    def told(self, meeting):
        plan = make_plan(meeting_to_plan(meeting, meeting.readable_items, self.request.viewer))
        told = to_json(plan, (), say=say)
        return {name: told[name] for name in ("rows", "findings", "waiting_minutes")}


class CandidatesView(OfMeeting):
    """For those who manage the body."""

    manage = True

    @documented(_("What wants a place on the agenda, with its reason"), CandidateSerializer(many=True))
    def get(self, request, pk: str) -> Response:
        return super().get(request, pk)

    def told(self, meeting):
        found = candidates_for(meeting, self.request.viewer, today=self.request.today)
        every = [(one, False) for one in (*found.wanting, *found.standing)] + [(one, True) for one, _choice in found.left_out]
        return [
            {
                "kind": one.kind.value,
                "key": one.key,
                "title": one.title,
                "reason": reason(one, following=found.following),
                "sentence": sentence(one),
                "closed": one.is_closed,
                "left_out": left_out,
            }
            for one, left_out in every
        ]
