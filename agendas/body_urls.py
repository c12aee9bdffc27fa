"""Addresses below a body's own."""

from django.urls import path

from agendas.views import standing

urlpatterns = [path("faste-punkter/", standing.standing_items, name="standing-items")]
