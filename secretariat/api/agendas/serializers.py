"""The shapes in which an agenda that is being made is told, to the body's own people alone."""

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from agendas.models import AttachmentFile
from agendas.services.states import AgendaState
from meetings import models as m
from secretariat.api.serializers import TimedSerializer


class GuestSerializer(TimedSerializer):
    class Meta:
        model = m.Guest
        fields = ["name", "opens", "closes"]


class PlannedItemSerializer(TimedSerializer):
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
            "matter",
            "closed",
            "legal_ground",
            "legal_ground_text",
            "minutes",
            "fixed_start",
            "keep",
            "responsible",
            "guests",
        ]


# A guest with the mail address, for those who write the guests.
class InvitedSerializer(TimedSerializer):
    class Meta:
        model = m.Guest
        fields = ["name", "mail", "opens", "closes"]


class WrittenSectionSerializer(serializers.Serializer):
    heading = serializers.CharField()
    text = serializers.CharField()


# The item with its text. Its guests, sections and recommendations are at hand.
class WholeItemSerializer(PlannedItemSerializer):
    guests = InvitedSerializer(many=True, source="readable_invited")
    sections = serializers.SerializerMethodField()
    recommendations = serializers.SerializerMethodField()

    class Meta(PlannedItemSerializer.Meta):
        fields = [*PlannedItemSerializer.Meta.fields, "sections", "recommendations"]

    @extend_schema_field(WrittenSectionSerializer(many=True))
    def get_sections(self, item: m.AgendaItem) -> list[dict]:
        return WrittenSectionSerializer([one for one in item.readable_sections if not one.is_decision], many=True).data

    def get_recommendations(self, item: m.AgendaItem) -> list[str]:
        return [one.text for one in item.readable_recommendations]


# The item where it has come to another agenda.
class ArrivedItemSerializer(WholeItemSerializer):
    class Meta(WholeItemSerializer.Meta):
        fields = ["meeting", *WholeItemSerializer.Meta.fields]


class AttachmentFileSerializer(serializers.ModelSerializer):
    link = serializers.CharField(source="get_absolute_url", help_text=_("Where the file is fetched."))

    class Meta:
        model = AttachmentFile
        fields = ["id", "version", "title", "file_name", "size", "sha256", "closed", "added_at", "link"]


class AgendaVersionSerializer(serializers.Serializer):
    number = serializers.IntegerField()
    kind = serializers.CharField()
    at = serializers.DateTimeField()
    reason = serializers.CharField()


class BreakSerializer(serializers.Serializer):
    name = serializers.CharField(help_text=_("The break is named so when it is taken away."))
    minutes = serializers.IntegerField()
    after = serializers.IntegerField(source="after_minutes", allow_null=True)


class AgendaSerializer(serializers.Serializer):
    state = serializers.ChoiceField(choices=[(state.value, state.value) for state in AgendaState])
    versions = AgendaVersionSerializer(many=True)
    items = PlannedItemSerializer(many=True)
    breaks = BreakSerializer(many=True)
    last_change = serializers.IntegerField(allow_null=True, help_text=_("The change that can be taken back."))


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
