"""Users in Django admin: who may log in, and as what."""

from allauth.account.admin import EmailAddress  # registers it
from django import forms
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.forms import BaseUserCreationForm, UserChangeForm
from django.contrib.auth.models import Group
from django.utils.translation import gettext_lazy as _

from accounts.models import Role, User
from concurrency.admin import VersionedAdmin
from concurrency.forms import VersionedModelForm

admin.site.unregister(Group)  # the role alone says what a user may do
admin.site.unregister(EmailAddress)  # a user's address stands on the user


class UserCreationForm(BaseUserCreationForm):
    class Meta:
        model = User
        fields = ["username", "name", "email", "role"]


class UserForm(VersionedModelForm, UserChangeForm):
    """Shows that there is a password, with a link to set another one; saving the form leaves it as it is."""

    class Meta:
        model = User
        fields = ["username", "password", "name", "email", "role", "is_active"]

    def clean(self) -> dict:
        """An administrator cannot be the one who locks the last door from the outside."""
        data = super().clean()
        keeps = data.get("is_active") and data.get("role") == Role.ADMINISTRATOR
        others = User.objects.filter(role=Role.ADMINISTRATOR, is_active=True).exclude(pk=self.instance.pk)
        if self.initial.get("role") == Role.ADMINISTRATOR and not keeps and not others.exists():
            raise forms.ValidationError(_("This is the last active administrator. Make somebody else one first."))
        return data


@admin.register(User)
class UserAdmin(VersionedAdmin, DjangoUserAdmin):
    form = UserForm
    add_form = UserCreationForm
    fieldsets = [
        (None, {"fields": ["username", "password"]}),
        (_("Person"), {"fields": ["name", "email", "person"]}),
        (_("Access"), {"fields": ["role", "is_active"]}),
        (_("Log-ins"), {"fields": ["last_login"]}),
    ]
    add_fieldsets = [(None, {"classes": ["wide"], "fields": ["username", "name", "email", "role", "password1", "password2"]})]
    readonly_fields = ["last_login", "person"]
    list_display = ["username", "name", "email", "role", "is_active", "last_login"]
    list_filter = ["role", "is_active"]
    search_fields = ["username", "name", "email"]
    ordering = ["username"]
    filter_horizontal = []
    list_per_page = 50
    show_full_result_count = False

    def has_delete_permission(self, request, obj=None) -> bool:
        return False  # the log of closed readings and the imports name their user: take the tick from "active" instead

    @admin.display(description=_("seats follow from"))
    def person(self, user: User) -> str:
        return str(getattr(user, "person", None) or "–")
