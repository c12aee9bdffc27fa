"""The forms of log-in and passwords, in the words and looks of the other pages."""

from allauth.account import forms as account
from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts import tasks

RULES = _("At least 12 characters; no word that many use, not numbers alone, and nothing like your name.")


def _worded(form: forms.Form, **labels: str) -> None:
    """Gives the fields the labels and the design system's class; what stood within them is said by the label."""
    for name, label in labels.items():
        field = form.fields[name]
        field.label = label
        field.widget.attrs = field.widget.attrs | {"class": "form-input", "placeholder": ""}
        del field.widget.attrs["placeholder"]


class LoginForm(account.LoginForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _worded(self, login=_("User name"), password=_("Password"))
        self.fields["login"].widget.attrs["autocapitalize"] = "none"
        self.fields["password"].help_text = ""


class ChangePasswordForm(account.ChangePasswordForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _worded(self, oldpassword=_("Present password"), password1=_("New password"), password2=_("New password once more"))
        self.fields["oldpassword"].help_text, self.fields["password1"].help_text = "", RULES

    def clean(self) -> dict:
        data = super().clean()
        if data.get("oldpassword") and data["oldpassword"] == data.get("password1"):
            self.add_error("password1", _("The new password must be another than the present one."))
        return data


class ResetPasswordKeyForm(account.ResetPasswordKeyForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _worded(self, password1=_("New password"), password2=_("New password once more"))
        self.fields["password1"].help_text = RULES


class ResetPasswordForm(forms.Form):
    """Asks for a mail with a link. Whether there is anybody to write to is found out afterwards, and told to nobody."""

    email = forms.EmailField(label=_("E-mail address"), widget=forms.EmailInput(attrs={"class": "form-input", "autocomplete": "email"}))

    def save(self, request: HttpRequest) -> bool:
        """Tells whether the request could be passed on."""
        return tasks.queue(tasks.send_reset_links, self.cleaned_data["email"], request.build_absolute_uri("/"))
