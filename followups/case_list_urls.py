"""Addresses of the list of expected cases; included at /sagsstyringsliste/."""

from django.urls import path

from followups.views import case_list

urlpatterns = [
    path("", case_list.page, name="expected-cases"),
    path("<slug:slug>.pdf", case_list.as_pdf, name="expected-cases-pdf"),
    path("<slug:slug>.docx", case_list.as_word, name="expected-cases-word"),
]
