"""The addresses of log-in and passwords. Their names are django-allauth's, which looks them up; it has more, which are not on."""

from django.contrib.auth.views import LogoutView
from django.urls import path, re_path

from accounts import views

urlpatterns = [
    path("log-ind/", views.LoginView.as_view(), name="account_login"),
    path("log-ud/", LogoutView.as_view(), name="account_logout"),
    path("adgangskode/", views.ChangePasswordView.as_view(), name="account_change_password"),
    path("glemt-adgangskode/", views.ResetPasswordView.as_view(), name="account_reset_password"),
    path("glemt-adgangskode/sendt/", views.ResetPasswordDoneView.as_view(), name="account_reset_password_done"),
    re_path(
        r"^ny-adgangskode/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$", views.NewPasswordView.as_view(), name="account_reset_password_from_key"
    ),
]
