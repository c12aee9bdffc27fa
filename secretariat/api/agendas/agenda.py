"""An agenda as a whole: its order and breaks, the change that is taken back, and how it goes out."""

from django.utils.translation import gettext_lazy as _
from rest_framework.exceptions import NotFound
from rest_framework.response import Response
from rest_framework.views import APIView

from agendas import services
from agendas.access import is_chair
from agendas.services.undo import last_step
from meetings.services import publish_agenda
from secretariat.api.agendas import request_serializers, serializers
from secretariat.api.agendas.requests import Conflict, agenda_of, describe_change, refusals, standing, validated
from secretariat.api.agendas.views import agenda_data, find_candidate


class OrderView(APIView):
    @describe_change(_("Put the items in another order"), request_serializers.Order, serializers.AgendaSerializer)
    def post(self, request, pk: str) -> Response:
        meeting = agenda_of(request, pk, manage=True)
        values = validated(request, request_serializers.Order)
        with refusals(lambda: Conflict(before=(values["before"], standing(request, pk)))):
            services.apply_order(meeting=meeting, before=values["before"], keys=values["items"], by=request.user, now=request.now)
        return Response(agenda_data(agenda_of(request, pk)))


class BreaksView(APIView):
    @describe_change(_("Plan a break"), request_serializers.NewBreak, serializers.AgendaSerializer, status=201)
    def post(self, request, pk: str) -> Response:
        meeting = agenda_of(request, pk, manage=True)
        values = validated(request, request_serializers.NewBreak)
        with refusals():
            services.add_break(meeting=meeting, **values, by=request.user, now=request.now)
        return Response(agenda_data(agenda_of(request, pk)), status=201)


class BreakView(APIView):
    @describe_change(_("Take a break away"), None, None, status=204)
    def delete(self, request, pk: str, name: str) -> Response:
        meeting = agenda_of(request, pk, manage=True)
        with refusals():
            services.remove_break(meeting=meeting, name=name, by=request.user, now=request.now)
        return Response(status=204)


class UndoView(APIView):
    @describe_change(_("Take the last change back"), request_serializers.Undo, serializers.AgendaSerializer)
    def post(self, request, pk: str) -> Response:
        meeting = agenda_of(request, pk, manage=True)
        change = validated(request, request_serializers.Undo)["change"]
        last = last_step(meeting)
        with refusals(lambda: Conflict(change=(change, last.pk if last else None))):
            services.undo_last(meeting=meeting, key=change, by=request.user, now=request.now)
        return Response(agenda_data(agenda_of(request, pk)))


class ApproveView(APIView):
    """For the chair, and for those who manage the body and note that the chair has said yes."""

    @describe_change(_("Approve the agenda as it stands"), None, serializers.AgendaSerializer)
    def post(self, request, pk: str) -> Response:
        meeting = agenda_of(request, pk)
        if not (request.actor.manages(meeting.body_id) or is_chair(request.actor, meeting, request.today)):
            raise NotFound(_("Not found."))
        with refusals():
            services.approve(meeting=meeting, by=request.user, now=request.now)
        return Response(agenda_data(agenda_of(request, pk)))


class SendView(APIView):
    @describe_change(_("Send the agenda: everybody can read its open items"), None, serializers.AgendaSerializer)
    def post(self, request, pk: str) -> Response:
        meeting = agenda_of(request, pk, manage=True)
        with refusals():
            publish_agenda(meeting=meeting, by=request.user, now=request.now)
        return Response(agenda_data(agenda_of(request, pk)))


class SupplementView(APIView):
    @describe_change(
        _("Send a supplement to an agenda that is out"), request_serializers.Supplement, serializers.AgendaSerializer, status=201
    )
    def post(self, request, pk: str) -> Response:
        meeting = agenda_of(request, pk, manage=True)
        values = validated(request, request_serializers.Supplement)
        named = values.pop("candidate", None)
        with refusals():
            candidate = find_candidate(request, meeting, named) if named else None
            if candidate and candidate.item and candidate.item.lacks_ground:
                request_serializers.refuse_amiss(values | {"closed": True}, is_required=True)
            values = dict.fromkeys(("title",), "") | dict.fromkeys(("minutes", "case")) | values
            services.send_supplement(meeting=meeting, candidate=candidate, **values, by=request.user, now=request.now)
        return Response(agenda_data(agenda_of(request, pk)), status=201)
