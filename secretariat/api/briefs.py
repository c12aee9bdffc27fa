"""The short form of a row where another row names it."""

from rest_framework import serializers

from meetings import models as m


class BodyBrief(serializers.ModelSerializer):
    class Meta:
        model = m.Body
        fields = ["id", "name", "slug"]
