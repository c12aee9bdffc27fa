"""The shapes of the API's answers. They show what they are given: which rows and parts there are, the querysets have decided."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from cases.models import Case, CaseLink, Matter
from meetings import models as m
from meetings import timeline
from secretariat.api.briefs import BodyBrief
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


class PersonBrief(serializers.ModelSerializer):
    class Meta:
        model = m.Person
        fields = ["id", "name"]


class CaseBrief(serializers.ModelSerializer):
    class Meta:
        model = Case
        fields = ["id", "number"]


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


class SectionSerializer(serializers.ModelSerializer):
    class Meta:
        model = m.Section
        fields = ["heading", "text"]


class RecommendationSerializer(serializers.ModelSerializer):
    class Meta:
        model = m.Recommendation
        fields = ["number", "text"]


class RecommendedToSerializer(serializers.ModelSerializer):
    class Meta:
        model = m.RecommendedTo
        fields = ["name", "body"]


class OutcomeSerializer(serializers.ModelSerializer):
    class Meta:
        model = m.Outcome
        fields = ["recommendation", "outcome"]


class AttachmentSerializer(serializers.ModelSerializer):
    class Meta:
        model = m.Attachment
        fields = ["title"]


class VoteNameSerializer(serializers.ModelSerializer):
    person = PersonBrief(allow_null=True)

    class Meta:
        model = m.VoteName
        fields = ["side", "name", "person"]


class VoteSerializer(serializers.ModelSerializer):
    names = VoteNameSerializer(many=True, source="readable_names")

    class Meta:
        model = m.Vote
        fields = ["on", "votes_for", "votes_against", "abstained", "names"]


class ParticipationSerializer(serializers.ModelSerializer):
    person = PersonBrief(allow_null=True)
    for_person = PersonBrief(allow_null=True)

    class Meta:
        model = m.Participation
        fields = ["kind", "name", "person", "for_name", "for_person", "detail"]


class QuotedSerializer(serializers.ModelSerializer):
    item = serializers.SerializerMethodField(help_text=_("The quoted item itself, where the register has it and you may read it."))

    class Meta:
        model = m.QuotedAppearance
        fields = ["body_name", "body", "date", "item_number", "decision", "item"]

    @extend_schema_field(serializers.IntegerField(allow_null=True))
    def get_item(self, quote: m.QuotedAppearance) -> int | None:
        found = self.context["found"].get(timeline.address_of_quote(quote))
        return found.pk if found else None


class ReferenceSerializer(serializers.ModelSerializer):
    item_numbers = serializers.ListField(child=serializers.IntegerField())
    items = serializers.SerializerMethodField(help_text=_("Those of the items that the register has and you may read."))

    class Meta:
        model = m.Reference
        fields = ["body_name", "body", "date", "item_numbers", "quote", "items"]

    @extend_schema_field(serializers.ListField(child=serializers.IntegerField()))
    def get_items(self, reference: m.Reference) -> list[int]:
        found = self.context["found"]
        return [found[address].pk for _, address in timeline.addresses_of(reference) if address in found]


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
