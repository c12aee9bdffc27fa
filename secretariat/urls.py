"""Every address of the service; /healthz is answered before it comes here."""

from django.contrib import admin
from django.contrib.auth.views import LoginView, LogoutView
from django.urls import include, path

from secretariat.views import home
from secretariat.wellknown import favicon, robots

urlpatterns = [
    path("", home, name="home"),
    path("", include("meetings.urls")),
    path("moeder/<int:pk>/loefter/", include("minutes.obligation_urls")),
    path("", include("followups.urls")),
    path("aarshjul/", include("followups.wheel_urls")),
    path("sagsstyringsliste/", include("followups.case_list_urls")),
    path("hoeringer/", include("hearings.urls")),
    path("import/", include("minutes.urls")),
    path("konto/log-ind/", LoginView.as_view(template_name="accounts/login.html", redirect_authenticated_user=True), name="login"),
    path("konto/log-ud/", LogoutView.as_view(), name="logout"),
    path("api/", include("secretariat.api.urls")),
    path("admin/", admin.site.urls),
    path("robots.txt", robots, name="robots"),
    path("favicon.ico", favicon, name="favicon"),
]
