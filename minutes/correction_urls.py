"""Addresses of the corrections of a meeting, in Danish as people see them; included at /moeder/<pk>/rettelser/."""

from django.urls import path

from minutes.views import correcting_meetings

urlpatterns = [
    path("", correcting_meetings.correct_meeting, name="meeting-correct"),
    path("punkt/<int:item>/", correcting_meetings.correct_item, name="meeting-correct-item"),
    path("punkt/<int:item>/del/", correcting_meetings.split, name="meeting-split-item"),
    path("punkt/<int:item>/saml/", correcting_meetings.join, name="meeting-join-item"),
    path("fortryd/<int:correction>/", correcting_meetings.undo, name="meeting-correction-undo"),
]
