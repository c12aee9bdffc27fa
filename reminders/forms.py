"""The forms in which a policy, an address and one's own mails are written."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from concurrency.forms import VersionedForm, VersionedModelForm
from danish.numbers import whole_number
from meetings.forms.fields import RowsField, style_fields
from meetings.models import Body
from reminders.deadlines import DeadlineKind
from reminders.models import Contact
from reminders.steps import MOST_DAYS, DeadlineStep, Moment

MOST_STEPS = 10


class PolicyForm(VersionedForm):
    """The steps of a policy. A kind that has no period, or is over with its day, has fewer fields."""

    before = forms.CharField(
        label=gettext_lazy("Working days before the last day"),
        help_text=gettext_lazy("Numbers with commas between, 0 for the day itself: 20, 10, 3"),
        required=False,
        max_length=100,
    )
    opens = forms.BooleanField(label=gettext_lazy("When the period begins"), required=False)
    overdue = forms.BooleanField(label=gettext_lazy("The first working day after"), required=False)
    monthly = forms.BooleanField(label=pgettext_lazy("reminder", "Then every month"), required=False)
    every = forms.IntegerField(
        label=gettext_lazy("Every so many working days after"), required=False, min_value=1, max_value=MOST_DAYS, localize=True
    )

    def __init__(self, *args, kind: DeadlineKind, **kwargs):
        super().__init__(*args, **kwargs)
        if kind == DeadlineKind.MEETING:
            self.fields["opens"].label = _("When the agenda is published")
            for name in ("overdue", "monthly", "every"):
                del self.fields[name]
        elif kind in (DeadlineKind.HEARING, DeadlineKind.DISPATCH):
            del self.fields["opens"]
        style_fields(self)

    def clean_before(self) -> list[int]:
        words = [word for word in re.split(r"[,;\s]+", self.cleaned_data["before"]) if word and word != "og"]
        days = [whole_number(word, least=0, most=MOST_DAYS) for word in words]
        if None in days:
            raise ValidationError(_("Write whole numbers from 0 to %(most)s with commas between.") % {"most": MOST_DAYS})
        if len(days) > MOST_STEPS:
            raise ValidationError(_("At most %(most)s numbers.") % {"most": MOST_STEPS})
        return sorted(set(days), reverse=True)

    @property
    def steps(self) -> list[DeadlineStep]:
        """The steps of a form that is valid."""
        data = self.cleaned_data
        steps = [DeadlineStep(Moment.OPENS)] if data.get("opens") else []
        steps += [DeadlineStep(Moment.BEFORE, days) for days in data["before"]]
        steps += [DeadlineStep(Moment.OVERDUE, number=1)] if data.get("overdue") else []
        steps += [DeadlineStep(Moment.MONTHLY)] if data.get("monthly") else []
        return steps + ([DeadlineStep(Moment.EVERY, data["every"])] if data.get("every") else [])


def fields_of(steps: tuple[DeadlineStep, ...]) -> dict:
    """The fields of the form in which the steps are written."""
    moments = {step.moment: step for step in steps}
    return {
        "before": ", ".join(str(step.days) for step in steps if step.moment is Moment.BEFORE),
        "opens": Moment.OPENS in moments,
        "overdue": Moment.OVERDUE in moments,
        "monthly": Moment.MONTHLY in moments,
        "every": moments[Moment.EVERY].days if Moment.EVERY in moments else None,
    }


class SettingsForm(VersionedModelForm):
    """A person's own choice: the rhythm of the mails, and the muted bodies."""

    muted_bodies = RowsField(
        Body.objects.none(),
        label=gettext_lazy("No mail about the meetings of"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = Contact
        fields = ["rhythm", "duties_only", "muted_bodies"]
        widgets = {"rhythm": forms.RadioSelect}

    def __init__(self, *args, bodies, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["muted_bodies"].queryset = bodies
        if not bodies:
            del self.fields["muted_bodies"]
        style_fields(self)
        for name in {"rhythm", "muted_bodies"} & {*self.fields}:
            self.fields[name].widget.attrs["class"] = "form-radio" if name == "rhythm" else "form-checkbox"


class AddressForm(VersionedModelForm):
    """The address of somebody without a log-in."""

    class Meta:
        model = Contact
        fields = ["email", "consents"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        style_fields(self)
