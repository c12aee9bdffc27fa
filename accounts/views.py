"""Log-in, log-out and passwords. The steps are django-allauth's; the pages and what becomes of typed text are ours."""

from allauth.account import views as account
from allauth.account.adapter import get_adapter
from allauth.core import ratelimit
from django.conf import settings
from django.contrib import admin
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.urls import reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views import csrf
from django.views.decorators.cache import cache_control
from django.views.generic import TemplateView

from accounts import kept_forms
from accounts.login_first import needs_login


class LoginView(account.LoginView):
    """The one log-in there is, for the pages and for administration."""

    template_name = "accounts/login.html"

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        form = kept_forms.sent_with(request)
        if form and request.user.is_authenticated:  # in another window meanwhile
            return kept_forms.send_again(request, form)
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form) -> HttpResponse:
        kept = kept_forms.sent_with(self.request)
        response = super().form_valid(form)
        return kept_forms.send_again(self.request, kept) if kept and self.request.user.is_authenticated else response

    def get_context_data(self, **kwargs) -> dict:
        """On to where the address says, else back to the page on which somebody chose to log in."""
        context = super().get_context_data(**kwargs) | {"kept": kept_forms.sent_with(self.request)}
        if self.request.method == "GET" and not context["redirect_field_value"]:
            before = kept_forms.page_before(self.request)
            context["redirect_field_value"] = "" if before.startswith("/konto/") else before
        return context


class ChangePasswordView(account.PasswordChangeView):
    template_name = "accounts/change_password.html"

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if request.user.is_authenticated and not request.user.has_usable_password():
            return redirect("account_reset_password")
        return super().dispatch(request, *args, **kwargs)


class ResetPasswordView(account.PasswordResetView):
    """Asks for the mail. Where no mail can be sent, the page says whom to ask instead."""

    template_name = "accounts/reset_password.html"
    extra_context = {"sends_mail": settings.SENDS_MAIL}

    def form_valid(self, form) -> HttpResponse:
        limited = ratelimit.consume_or_429(self.request, action="reset_password", key=form.cleaned_data["email"].lower())
        if limited:
            return limited
        if not form.save(self.request):
            form.add_error(None, _("Mails cannot be sent at the moment. Try again in a while."))
            return self.form_invalid(form)
        return redirect(self.get_success_url())


class ResetPasswordDoneView(TemplateView):
    template_name = "accounts/reset_password_done.html"


@method_decorator(cache_control(no_store=True, private=True), name="dispatch")
class NewPasswordView(account.PasswordResetFromKeyView):
    """The page that the mail's link opens takes a new password."""

    template_name = "accounts/new_password.html"
    success_url = reverse_lazy("account_login")

    def form_valid(self, form) -> HttpResponse:
        response = super().form_valid(form)
        # Whoever was kept out for having forgotten the password can log in at once.
        get_adapter()._delete_login_attempts_cached_email(self.request, username=self.reset_user.username)
        return response


def admin_login(request: HttpRequest, site: admin.AdminSite) -> HttpResponse:
    """Stands in the place of administration's own log-in: on to the one there is, or a refusal for those who are no administrators."""
    wanted = request.GET.get("next", "")
    if not url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()}):
        wanted = resolve_url("admin:index")
    if not request.user.is_authenticated:
        return redirect_to_login(wanted)
    if site.has_permission(request):
        return redirect(wanted)
    return render(request, "accounts/administrators_only.html", status=403)


def forgery_suspected(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without the right token. One of our own, as after a log-in in another window, is shown again to be sent with a click."""
    if request.method != "POST" or not kept_forms.came_from_here(request):
        return csrf.csrf_failure(request, reason)
    form = kept_forms.sent_with(request)
    if not form and (found := request.resolver_match):
        form = kept_forms.kept(request) if needs_login(request, found.func) else None
    if not form:
        return csrf.csrf_failure(request, reason)
    if request.user.is_authenticated:
        return kept_forms.send_again(request, form, status=403)
    return kept_forms.log_in_and_send(request, form)
