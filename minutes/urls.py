"""Addresses of the import, in Danish as people see them; included at /import/."""

from django.urls import path

from minutes.views import originals, reviews, steps, uploads

urlpatterns = [
    path("", uploads.import_list, name="import-list"),
    path("<int:pk>/", reviews.import_review, name="import-review"),
    path("<int:pk>/original/", originals.import_original, name="import-original"),
    path("<int:pk>/godkend/", steps.import_apply, name="import-apply"),
    path("<int:pk>/kasser/", steps.import_discard, name="import-discard"),
    path("<int:pk>/fortryd/", steps.import_undo, name="import-undo"),
]
