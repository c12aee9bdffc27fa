"""The forms in which a secretary writes down what happens with a hearing."""

from hearings.forms.answers import AnswerForm, ConsiderForm
from hearings.forms.hearings import BodyForm, ExtensionForm, HearingForm
from hearings.forms.parties import NewPartiesForm, PartiesForm, PartyForm

__all__ = ["AnswerForm", "BodyForm", "ConsiderForm", "ExtensionForm", "HearingForm", "NewPartiesForm", "PartiesForm", "PartyForm"]
