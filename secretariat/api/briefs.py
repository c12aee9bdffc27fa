"""The short form of a row where another row names it."""

from rest_framework import serializers

from cases.models import Case
from meetings import models as m


class BodyBrief(serializers.ModelSerializer):
    class Meta:
        model = m.Body
        fields = ["id", "name", "slug"]


class PersonBrief(serializers.ModelSerializer):
    class Meta:
        model = m.Person
        fields = ["id", "name"]


class CaseBrief(serializers.ModelSerializer):
    class Meta:
        model = Case
        fields = ["id", "number"]
