"""The parts of an agenda item in the API: its texts, decisions, votes, people and references."""

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from meetings import models as m
from meetings import timeline
from secretariat.api.briefs import PersonBrief


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
