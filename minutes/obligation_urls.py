"""Addresses of a meeting's obligations, in Danish as people see them; included at /moeder/<pk>/loefter/."""

from django.urls import path, register_converter

from minutes.selectors import MODELS
from minutes.views import adding, correcting, obligation_answers, obligations, proposal_answers


class KindConverter:
    """A kind of obligation by what it is called in addresses."""

    regex = "|".join(MODELS)

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(KindConverter, "obligation")

urlpatterns = [
    path("", obligations.meeting_obligations, name="meeting-obligations"),
    path("godkend-alle/", obligation_answers.accept_all, name="obligations-accept-all"),
    path("periode/", correcting.period, name="obligation-period"),
    path("tilfoej/<int:item>/", adding.choose_sentence, name="obligation-choose"),
    path("tilfoej/<int:item>/<obligation:kind>/", adding.add, name="obligation-add"),
    path("maaske/<int:item>/<slug:key>/svar/", proposal_answers.answer_proposal, name="obligation-proposal"),
    path("<obligation:kind>/<int:row>/", obligations.card, name="obligation"),
    path("<obligation:kind>/<int:row>/svar/", obligation_answers.answer, name="obligation-answer"),
    path("<obligation:kind>/<int:row>/ret/", correcting.correct, name="obligation-correct"),
]
