"""The shapes in which files are sent to an item, and an item is split, moved or sent on. Comments stand before them, as the schema is Danish."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from agendas.forms.attachments import MOST_AT_ONCE, refuse_unkept
from agendas.models import AttachmentFile
from secretariat.api.agendas.request_serializers import MOST_ROWS, TITLE, Key, SentMinutes


# As a form (`multipart/form-data`), several files under one name.
class NewFiles(serializers.Serializer):
    files = serializers.ListField(
        child=serializers.FileField(max_length=255, validators=[refuse_unkept]), allow_empty=False, max_length=MOST_AT_ONCE
    )
    closed = serializers.BooleanField(default=False, help_text=_("Closed: not for the public, though the item is open"))


# What is not sent stays.
class FileChange(serializers.Serializer):
    version = serializers.IntegerField()
    title = serializers.CharField(required=False, max_length=AttachmentFile._meta.get_field("title").max_length)
    closed = serializers.BooleanField(required=False)


# The second item: its title, the minutes of both, and what goes along with it.
class Split(serializers.Serializer):
    version = serializers.IntegerField()
    title = serializers.CharField(max_length=TITLE, help_text=_("The second item is called"))
    minutes = SentMinutes(required=False, allow_null=True, default=None, help_text=_("Minutes of the second"))
    minutes_left = SentMinutes(required=False, allow_null=True, help_text=_("Minutes of the first; those it has, where nothing is sent."))
    recommendations = serializers.ListField(
        child=serializers.IntegerField(min_value=0), default=list, max_length=MOST_ROWS, help_text=_("Their places in the item, from 0.")
    )
    answers = serializers.ListField(
        child=Key(), default=list, max_length=MOST_ROWS, help_text=_("Of what the item is to answer, the occurrences that go along.")
    )

    def validate_recommendations(self, places: list[int]) -> list[int]:
        if any(place >= len(self.context["item"].readable_recommendations) for place in places):
            raise serializers.ValidationError(_("The item has no such recommendation."))
        return places

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        return {"minutes_left": self.context["item"].minutes} | attrs


# The meeting to whose agenda the item goes.
class Destination(serializers.Serializer):
    version = serializers.IntegerField()
    meeting = Key()
