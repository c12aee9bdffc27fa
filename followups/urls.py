"""Addresses of what is waited for, in Danish as people see them."""

from django.urls import path, register_converter

from followups.views import bulk_actions, desk, letters, occurrence, proposals, steps, waiting
from followups.views.actions import OF_ONE


class StepConverter:
    """A step that has a form, by what it is called in addresses."""

    regex = "|".join(OF_ONE)

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(StepConverter, "step")

urlpatterns = [
    path("opfoelgning/", waiting.waiting, name="waiting"),
    path("opfoelgning/bord/", desk.desk, name="desk"),
    path("opfoelgning/bord/liste.csv", desk.file, {"kind": desk.CSV}, name="desk-csv"),
    path("opfoelgning/bord/liste.xlsx", desk.file, {"kind": desk.EXCEL}, name="desk-xlsx"),
    path("opfoelgning/bord/flere/", bulk_actions.several, name="several"),
    path("opfoelgning/bord/fortryd/", bulk_actions.undo, name="desk-undo"),
    path("opfoelgning/bord/forslag/", proposals.answer, name="proposals"),
    path("opfoelgning/<int:pk>/", occurrence.occurrence, name="occurrence"),
    path("opfoelgning/<int:pk>/periode/", occurrence.period, name="occurrence-period"),
    path("opfoelgning/<int:pk>/fortryd/", steps.undo, name="occurrence-undo"),
    path("opfoelgning/<int:pk>/af-dagsordenen/", steps.unplace, name="occurrence-unplace"),
    path("opfoelgning/<int:pk>/punktet/", steps.remove_item, name="occurrence-remove-item"),
    path("opfoelgning/<int:pk>/ryk/", letters.write, name="occurrence-remind"),
    path("opfoelgning/<int:pk>/breve/<int:letter>/", letters.letter, name="occurrence-letter"),
    path("opfoelgning/<int:pk>/breve/<int:letter>/pdf/", letters.file, name="occurrence-letter-file"),
    path("opfoelgning/<int:pk>/<step:name>/", steps.step, name="occurrence-step"),
]
