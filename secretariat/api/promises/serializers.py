"""The shapes of hearings, promises and what is to come of them. `review` tells whether somebody has looked at what was read, `quote` is the sentence."""

from django.db import models
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from followups.models import FollowUp, Occurrence, PlannedTreatment
from hearings.models import Extension, Hearing, HearingParty, HearingResponse
from meetings.models import AgendaItem
from secretariat.api.briefs import BodyBrief

STATES = ["open", "placed", "met", "dropped"]
KINDS = [*FollowUp.Kind.values, "planned_treatment"]


# A row that an item tells of. In a list the `words` of a closed item are empty: they stand in the single row, where reading them is logged.
# (A docstring would be the schema's description, which is Danish.)
class OfItem(serializers.ModelSerializer):
    words: tuple[str, ...] = ()

    def to_representation(self, instance) -> dict:
        told = super().to_representation(instance)
        item = item_of(instance)
        if item and item.closed and self.context["view"].action == "list":
            told |= dict.fromkeys(self.words, "")
        return told


def item_of(row: models.Model) -> AgendaItem | None:
    """The item that tells of the row; none of a hearing entered by hand."""
    if isinstance(row, HearingResponse):
        row = row.party
    return row.hearing.item if isinstance(row, HearingParty) else row.item


class PartySerializer(OfItem):
    words = ("name",)
    state = serializers.SerializerMethodField()

    class Meta:
        model = HearingParty
        fields = ["id", "hearing", "name", "body", "state", "asked_on", "reminded_on", "answered_on", "declined_on"]

    @extend_schema_field(serializers.ChoiceField(choices=HearingParty.State.choices))
    def get_state(self, party: HearingParty) -> str:
        return party.state_on(self.context["request"].today).value


class ResponseSerializer(OfItem):
    words = ("text", "file_name")
    hearing = serializers.IntegerField(source="party.hearing_id")
    is_late = serializers.SerializerMethodField()
    decided_at = serializers.IntegerField(source="decided_shown", allow_null=True)
    considered_at = serializers.IntegerField(source="considered_shown", allow_null=True)

    class Meta:
        model = HearingResponse
        fields = ["id", "hearing", "party", "text", "file_name", "given_on", "is_late", "decided_at", "considered_at", "is_public"]

    def get_is_late(self, response: HearingResponse) -> bool:
        return response.is_late(response.party.hearing.deadline)


class ExtensionSerializer(serializers.ModelSerializer):
    class Meta:
        model = Extension
        fields = ["old", "new", "reason"]


class HearingOfItem(serializers.ModelSerializer):
    parties = serializers.ListField(child=serializers.CharField(), source="party_names")

    class Meta:
        model = Hearing
        fields = ["id", "subject", "opens_first", "opens_last", "deadline", "parties", "quote", "review"]


class HearingSerializer(OfItem):
    words = ("sender", "subject", "answers_to", "quote")
    body = BodyBrief()

    class Meta:
        model = Hearing
        fields = [
            *("id", "body", "role", "sender", "subject", "opens_first", "opens_last", "received_on", "deadline", "answers_to"),
            *("item", "quote", "review"),
        ]


class HearingDetail(HearingSerializer):
    parties = PartySerializer(many=True, source="readable_parties")
    extensions = ExtensionSerializer(many=True, source="readable_extensions")

    class Meta(HearingSerializer.Meta):
        fields = [*HearingSerializer.Meta.fields, "parties", "extensions"]


class FollowUpOfItem(serializers.ModelSerializer):
    class Meta:
        model = FollowUp
        fields = ["id", "kind", "text", "due_start", "due_end", "due_words", "every", "unit", "responsible", "quote", "review"]


class FollowUpSerializer(OfItem):
    words = ("text", "due_words", "responsible", "quote")

    class Meta(FollowUpOfItem.Meta):
        fields = [*FollowUpOfItem.Meta.fields, "item", "at_next_meeting"]


class PlannedTreatmentOfItem(serializers.ModelSerializer):
    class Meta:
        model = PlannedTreatment
        fields = ["id", "body_name", "body", "title", "due_start", "due_end", "quote", "review"]


class PlannedTreatmentSerializer(OfItem):
    words = ("body_name", "title", "quote")

    class Meta(PlannedTreatmentOfItem.Meta):
        fields = [*PlannedTreatmentOfItem.Meta.fields, "item"]


# An item that it is placed on or met by, and that the actor may not read, is null; one that is placed there is told as open.
class OccurrenceSerializer(OfItem):
    words = ("text", "responsible")
    body = BodyBrief()
    kind = serializers.SerializerMethodField()
    text = serializers.CharField(source="obligation")
    responsible = serializers.SerializerMethodField()
    state = serializers.SerializerMethodField()
    is_overdue = serializers.SerializerMethodField()
    is_historic = serializers.BooleanField()
    placed_on = serializers.IntegerField(source="placed_shown", allow_null=True)
    met_by = serializers.IntegerField(source="met_shown", allow_null=True)
    planned_treatment = serializers.IntegerField(source="planned_id", allow_null=True)

    class Meta:
        model = Occurrence
        fields = [
            *("id", "body", "item", "follow_up", "planned_treatment", "ordinal", "kind", "text", "responsible"),
            *("due_start", "due_end", "state", "is_overdue", "is_historic", "placed_on", "met_by", "met_on", "reminded_on"),
        ]

    @extend_schema_field(serializers.ChoiceField(choices=KINDS))
    def get_kind(self, occurrence: Occurrence) -> str:
        return occurrence.follow_up.kind if occurrence.follow_up else "planned_treatment"

    def get_responsible(self, occurrence: Occurrence) -> str:
        return occurrence.follow_up.responsible if occurrence.follow_up else ""

    @extend_schema_field(serializers.ChoiceField(choices=STATES))
    def get_state(self, occurrence: Occurrence) -> str:
        return "placed" if occurrence.is_open and occurrence.placed_shown else occurrence.state

    def get_is_overdue(self, occurrence: Occurrence) -> bool:
        return occurrence.is_overdue(self.context["request"].today)
