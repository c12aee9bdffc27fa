from django.urls import path

from papers import calendar_views, feed_views, views

urlpatterns = [
    path("moeder/<int:pk>/dagsorden.pdf", views.agenda, {"suffix": "pdf"}, name="agenda-pdf"),
    path("moeder/<int:pk>/dagsorden.docx", views.agenda, {"suffix": "docx"}, name="agenda-word"),
    path("moeder/<int:pk>/referat.pdf", views.minutes, {"suffix": "pdf"}, name="minutes-pdf"),
    path("moeder/<int:pk>/referat.docx", views.minutes, {"suffix": "docx"}, name="minutes-word"),
    path("moeder/<int:pk>/udskrift/", views.print_view, name="meeting-print"),
    path("punkter/<int:pk>/protokoludskrift.pdf", views.extract, name="item-extract"),
    path("moeder/<int:pk>/moede.ics", calendar_views.meeting_calendar, name="meeting-calendar"),
    path("organer/<slug:slug>/kalender.ics", calendar_views.body_calendar, name="body-calendar"),
    path("organer/<slug:slug>/feed.atom", feed_views.body_feed, name="body-feed"),
    path("sager/<number:number>/feed.atom", feed_views.case_feed, name="case-feed"),
]
