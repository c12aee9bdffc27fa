"""Addresses below a body's own."""

from django.urls import path

from agendas.views import standing_items

urlpatterns = [path("faste-punkter/", standing_items.standing_items, name="standing-items")]
