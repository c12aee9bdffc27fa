"""Addresses of the planned routes of matters."""

from django.urls import path

from agendas.views import routes

urlpatterns = [path("<int:pk>/", routes.route, name="route")]
