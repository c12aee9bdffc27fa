"""Addresses of the pages, in Danish as people see them. A case number may hold slashes and spaces."""

from django.urls import path, register_converter

from meetings.converters import NumberConverter
from meetings.views import (
    bodies,
    body_settings,
    cases,
    confidentiality,
    items,
    matters,
    meetings,
    people,
    planning,
    publishing,
    readings,
    yearplan,
)

register_converter(NumberConverter, "number")

urlpatterns = [
    path("sager/", cases.case_list, name="case-list"),
    path("sager/<number:number>/", cases.case_detail, name="case"),
    # Not below the case: there it would be another case's number.
    path("forloeb/<number:number>/", matters.case_matters, name="case-matters"),
    path("moeder/", meetings.meeting_list, name="meeting-list"),
    path("moeder/nyt/", planning.plan, name="meeting-plan"),
    path("moeder/<int:pk>/", meetings.meeting_detail, name="meeting"),
    path("moeder/<int:pk>/ret/", planning.change, name="meeting-change"),
    path("moeder/<int:pk>/aflys/", planning.cancel, name="meeting-cancel"),
    path("moeder/<int:pk>/genoptag/", planning.reinstate, name="meeting-reinstate"),
    path("moeder/<int:pk>/offentliggoer/<str:what>/", publishing.publish, name="meeting-publish"),
    path("moeder/<int:pk>/traek-tilbage/<str:what>/", publishing.withdraw, name="meeting-withdraw"),
    path("punkter/<int:pk>/", items.item_detail, name="item"),
    path("punkter/<int:pk>/lukning/", confidentiality.answer, name="item-answer"),
    path("punkter/<int:pk>/inhabile/", confidentiality.shut_out, name="item-shut-out"),
    path("organer/", bodies.body_list, name="body-list"),
    path("organer/<slug:slug>/", bodies.body_detail, name="body"),
    path("organer/<slug:slug>/indstillinger/", body_settings.body_settings, name="body-settings"),
    path("organer/<slug:slug>/moedeplan/", yearplan.year_plan, name="year-plan"),
    path("organer/<slug:slug>/moedeplan/skoleferier/", yearplan.school_holidays, name="school-holidays"),
    path("organer/<slug:slug>/moedeplan/<int:pk>/tag-tilbage/", yearplan.take_back, name="year-plan-back"),
    path("personer/", people.person_list, name="person-list"),
    path("personer/<int:pk>/", people.person_detail, name="person"),
    path("laesninger/", readings.closed_readings, name="closed-readings"),
]
