"""The agenda while it is made, its time plan, and what wants a place on it."""

from django.utils.translation import gettext_lazy as _
from rest_framework.exceptions import ValidationError
from rest_framework.response import Response
from rest_framework.views import APIView

from agendas import services
from agendas.candidate_presenters import reason, sentence
from agendas.models import AgendaBreak
from agendas.plan_wording import say
from agendas.selectors.candidates import AgendaCandidate, candidates_for
from agendas.selectors.plan import meeting_to_plan
from agendas.services.states import status_of
from agendas.services.undo import last_step
from agendas.timeplan import make_plan
from agendas.timeplan.fileformat import to_json
from meetings import models as m
from secretariat.api.agendas import serializers
from secretariat.api.agendas.request_serializers import CandidateAnswer
from secretariat.api.agendas.requests import agenda_of, describe_change, describe_reading, refusals, validated


class AgendaView(APIView):
    @describe_reading(_("The agenda while it is made"), serializers.AgendaSerializer)
    def get(self, request, pk: str) -> Response:
        return Response(agenda_data(agenda_of(request, pk)))


class TimePlanView(APIView):
    @describe_reading(_("When each item begins, and what is to be known of the plan"), serializers.TimePlanSerializer)
    def get(self, request, pk: str) -> Response:
        meeting = agenda_of(request, pk)
        plan = to_json(make_plan(meeting_to_plan(meeting, meeting.readable_items, request.actor)), (), say=say)
        return Response({name: plan[name] for name in ("rows", "findings", "waiting_minutes")})


class CandidatesView(APIView):
    """For those who manage the body."""

    @describe_reading(_("What wants a place on the agenda, with its reason"), serializers.CandidateSerializer(many=True))
    def get(self, request, pk: str) -> Response:
        meeting = agenda_of(request, pk, manage=True)
        found = candidates_for(meeting, request.actor, today=request.today)
        every = [(one, False) for one in (*found.wanting, *found.standing)] + [(one, True) for one, _choice in found.left_out]
        return Response(
            [
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
        )

    @describe_change(_("Leave a candidate out, or let it want a place again"), CandidateAnswer, None, status=204)
    def post(self, request, pk: str) -> Response:
        meeting = agenda_of(request, pk, manage=True)
        sent = validated(request, CandidateAnswer)
        candidate = find_candidate(request, meeting, sent)
        with refusals():
            if sent["left_out"]:
                services.leave_out(meeting=meeting, candidate=candidate, by=request.user, now=request.now)
            else:
                services.take_answer_back(meeting=meeting, candidate=candidate)
        return Response(status=204)


def agenda_data(meeting: m.Meeting) -> dict:
    """The whole agenda: five queries beside the meeting's own."""
    standing, last = status_of(meeting), last_step(meeting)
    return serializers.AgendaSerializer(
        {
            "state": standing.state,
            "versions": standing.versions,
            "items": meeting.readable_items,
            "breaks": AgendaBreak.objects.filter(meeting=meeting).order_by("pk"),
            "last_change": last.pk if last else None,
        }
    ).data


def find_candidate(request, meeting: m.Meeting, named: dict) -> AgendaCandidate:
    """The candidate of that kind and key. Raises `ValidationError` for one that has been seen to."""
    found = candidates_for(meeting, request.actor, today=request.today)
    if (one := found.find(named["kind"], named["key"])) is None:
        raise ValidationError({"candidate": [_("It has been seen to already.")]})
    return one
