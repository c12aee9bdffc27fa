"""The address of the year wheel; included at /aarshjul/."""

from django.urls import path

from followups.views import wheel

urlpatterns = [
    path("", wheel.year_wheel, name="year-wheel"),
]
