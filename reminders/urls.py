"""Addresses of the pages about mails that are sent by themselves."""

from django.urls import path

from reminders.views import calendar, letter_places, listing, outgoing, policies, reminder, settings, unsubscribe

urlpatterns = [
    path("paamindelser/", listing.reminder_list, name="reminder-list"),
    path("paamindelser/set/", listing.seen, name="reminders-seen"),
    path("paamindelser/indstillinger/", settings.own_settings, name="reminder-settings"),
    path("paamindelser/regler/", policies.policy_list, name="reminder-policies"),
    path("paamindelser/regler/<slug:slug>/<slug:kind>/", policies.policy, name="reminder-policy"),
    path("paamindelser/adresser/<int:pk>/", settings.address, name="reminder-address"),
    path("paamindelser/kalender/ny-adresse/", calendar.new_address, name="calendar-new-address"),
    path("kalender/<str:token>.ics", calendar.feed, name="calendar-feed"),
    path("paamindelser/<int:pk>/", reminder.reminder, name="reminder"),
    path("paamindelser/<int:pk>/send/", reminder.send, name="reminder-send"),
    path("paamindelser/<int:pk>/spring-over/", reminder.skip, name="reminder-skip"),
    path("paamindelser/<int:pk>/fortryd/", reminder.take_back, name="reminder-take-back"),
    path("breve/<int:pk>/", letter_places.letter, name="letter"),
    path("udgaaende-post/", outgoing.outgoing_mails, name="outgoing-mails"),
    path("udgaaende-post/<int:pk>/", outgoing.outgoing_mail, name="outgoing-mail"),
    path("paamindelser/afmeld/<str:token>/", unsubscribe.leave, name="reminders-leave"),
]
