"""The shapes of the API's answers. They show what they are given: which rows and parts there are, the querysets have decided."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from cases.models import Case, CaseLink, Matter
from meetings import models as m
from secretariat.api.briefs import BodyBrief, CaseBrief, PersonBrief
from secretariat.api.item_parts import (
    AttachmentSerializer,
    OutcomeSerializer,
    ParticipationSerializer,
    QuotedSerializer,
    RecommendationSerializer,
    RecommendedToSerializer,
    ReferenceSerializer,
    SectionSerializer,
    VoteSerializer,
)
from secretariat.api.promises.serializers import FollowUpOfItem, HearingOfItem, PlannedTreatmentOfItem


@extend_schema_field({"type": "string", "pattern": "^[0-2][0-9]:[0-5][0-9]$", "example": "15:30"})
class LocalTime(serializers.TimeField):
    """Hours and minutes in Denmark. OpenAPI's own `time` demands seconds and an offset."""

    def __init__(self, **kwargs):
        super().__init__(format="%H:%M", **kwargs)


class TimedSerializer(serializers.ModelSerializer):
    serializer_field_mapping = {**serializers.ModelSerializer.serializer_field_mapping, models.TimeField: LocalTime}


class BodySerializer(TimedSerializer):
    class Meta:
        model = m.Body
        fields = ["id", "name", "slug", "kind", "numbering", "usual_place", "usual_start", "usual_end"]


# What was decided is told on the item itself alone, where reading a closed one is logged.
class ItemBrief(serializers.ModelSerializer):
    date = serializers.DateField(source="meeting.date")
    body = BodyBrief()
    case = CaseBrief(allow_null=True)

    class Meta:
        model = m.AgendaItem
        fields = ["id", "number", "label", "title", "closed", "in_doubt", "date", "body", "meeting", "case", "matter"]


class MeetingSerializer(TimedSerializer):
    body = BodyBrief()

    class Meta:
        model = m.Meeting
        fields = ["id", "body", "date", "sequence", "kind", "state", "start", "end", "place"]


class TimePlanRowSerializer(TimedSerializer):
    guests = serializers.ListField(child=serializers.CharField())

    class Meta:
        model = m.TimePlanRow
        fields = ["start", "end", "title", "item", "guests", "is_break"]


class AttendanceSerializer(serializers.ModelSerializer):
    person = PersonBrief(allow_null=True)

    class Meta:
        model = m.Attendance
        fields = ["name", "person"]


class MeetingDetail(MeetingSerializer):
    items = ItemBrief(many=True, source="readable_items")
    time_plan = TimePlanRowSerializer(many=True, source="readable_time_plan")
    attendances = AttendanceSerializer(many=True, source="readable_attendances")

    class Meta(MeetingSerializer.Meta):
        fields = [*MeetingSerializer.Meta.fields, "items", "time_plan", "attendances"]


class ItemDetail(ItemBrief):
    decision = serializers.SerializerMethodField(help_text=_("Null until the minutes are published to you."))
    sections = SectionSerializer(many=True, source="readable_sections")
    recommendations = RecommendationSerializer(many=True, source="readable_recommendations")
    recommended_to = RecommendedToSerializer(many=True, source="readable_recommended_to")
    outcomes = OutcomeSerializer(many=True, source="readable_outcomes")
    attachments = AttachmentSerializer(many=True, source="readable_attachments")
    votes = VoteSerializer(many=True, source="readable_votes")
    participations = ParticipationSerializer(many=True, source="readable_participations")
    earlier_treatments = QuotedSerializer(many=True, source="readable_earlier_treatments")
    references = ReferenceSerializer(many=True, source="readable_references")
    hearings = HearingOfItem(many=True, source="readable_hearings")
    follow_ups = FollowUpOfItem(many=True, source="readable_follow_ups")
    planned_treatments = PlannedTreatmentOfItem(many=True, source="readable_planned_treatments")

    class Meta(ItemBrief.Meta):
        fields = [
            *ItemBrief.Meta.fields,
            *("decision", "sections", "recommendations", "recommended_to", "outcomes", "attachments", "votes", "participations"),
            *("earlier_treatments", "references", "hearings", "follow_ups", "planned_treatments"),
        ]

    @extend_schema_field(serializers.CharField(allow_null=True))
    def get_decision(self, item: m.AgendaItem) -> str | None:
        return item.decision if item.decision_shown else None


class CaseSerializer(serializers.ModelSerializer):
    subject = serializers.CharField(source="subject_code")
    facet = serializers.CharField(source="facet_code")

    class Meta:
        model = Case
        fields = ["id", "number", "title", "subject", "facet"]


class CaseLinkSerializer(serializers.ModelSerializer):
    origin = CaseBrief()
    target = CaseBrief()

    class Meta:
        model = CaseLink
        fields = ["kind", "origin", "target", "note"]


class CaseDetail(CaseSerializer):
    subject_title = serializers.SerializerMethodField()
    appearances = ItemBrief(many=True, source="readable_appearances")
    links = CaseLinkSerializer(many=True)

    class Meta(CaseSerializer.Meta):
        fields = [*CaseSerializer.Meta.fields, "subject_title", "appearances", "links"]

    def get_subject_title(self, case: Case) -> str:
        subject = self.context["subjects"].get(case.subject_code)
        return subject.title if subject else ""


class MatterSerializer(serializers.ModelSerializer):
    title = serializers.CharField(source="readable_title")

    class Meta:
        model = Matter
        fields = ["id", "title"]


class MatterDetail(MatterSerializer):
    appearances = ItemBrief(many=True, source="readable_appearances")

    class Meta(MatterSerializer.Meta):
        fields = [*MatterSerializer.Meta.fields, "appearances"]
