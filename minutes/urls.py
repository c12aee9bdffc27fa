"""Addresses of the import, in Danish as people see them; included at /import/."""

from django.urls import path

from minutes.views import agenda, correcting_readings, doubt_answers, meeting_choice, originals, other_readings, reviews, steps, uploads

urlpatterns = [
    path("", uploads.import_list, name="import-list"),
    path("<int:pk>/", reviews.import_review, name="import-review"),
    path("<int:pk>/original/", originals.import_original, name="import-original"),
    path("<int:pk>/godkend/", steps.import_apply, name="import-apply"),
    path("<int:pk>/tvivl/", doubt_answers.import_answer, name="import-answer"),
    path("<int:pk>/dagsordenspunkt/", agenda.import_agenda_item, name="import-agenda-item"),
    path("<int:pk>/ret/", correcting_readings.correct_meeting, name="import-correct"),
    path("<int:pk>/ret/punkt/<slug:item>/", correcting_readings.correct_item, name="import-correct-item"),
    path("<int:pk>/ret/punkt/<slug:item>/del/", correcting_readings.split, name="import-split"),
    path("<int:pk>/ret/punkt/<slug:item>/saml/", correcting_readings.join, name="import-join"),
    path("<int:pk>/ret/fortryd/<int:correction>/", correcting_readings.undo, name="import-correction-undo"),
    path("<int:pk>/laesning/", other_readings.import_other_reading, name="import-other-reading"),
    path("<int:pk>/moede/", meeting_choice.import_which, name="import-which"),
    path("<int:pk>/kasser/", steps.import_discard, name="import-discard"),
    path("<int:pk>/fortryd/", steps.import_undo, name="import-undo"),
]
