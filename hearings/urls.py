"""Addresses of hearings, in Danish as people see them; included at /hoeringer/."""

from django.urls import path

from hearings.views import answers, deadlines, hearings, history, letters, pages, parties, proposals

urlpatterns = [
    path("", pages.hearing_list, name="hearing-list"),
    path("ny/", hearings.new, name="hearing-new"),
    path("<int:pk>/", pages.hearing_detail, name="hearing"),
    path("<int:pk>/spor/", pages.trace, name="hearing-trace"),
    path("<int:pk>/ret/", hearings.correct, name="hearing-correct"),
    path("<int:pk>/frist/", deadlines.extend, name="hearing-extend"),
    path("<int:pk>/parter/", parties.note, name="hearing-note"),
    path("<int:pk>/parter/nye/", parties.add, name="hearing-add-parties"),
    path("<int:pk>/parter/<int:party>/", parties.correct, name="hearing-party"),
    path("<int:pk>/parter/<int:party>/svar/", answers.new, name="hearing-answer-new"),
    path("<int:pk>/parter/<int:party>/ryk/", letters.write, name="hearing-remind"),
    path("<int:pk>/breve/<int:letter>/", letters.letter, name="hearing-letter"),
    path("<int:pk>/breve/<int:letter>/pdf/", letters.file, name="hearing-letter-file"),
    path("<int:pk>/svar/<int:response>/", answers.correct, name="hearing-answer"),
    path("<int:pk>/svar/<int:response>/fil/", answers.file, name="hearing-answer-file"),
    path("<int:pk>/forslag/", proposals.answer, name="hearing-proposals"),
    path("<int:pk>/trin/", history.undo, name="hearing-undo"),
    path("<int:pk>/behandlet/", answers.consider, name="hearing-consider"),
]
