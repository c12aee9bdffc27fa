"""Every address of the service; /healthz is answered before it comes here."""

from django.contrib import admin
from django.contrib.sitemaps.views import sitemap
from django.urls import include, path

from agendas.views.attachments import fetch as fetch_attachment
from minutes.views.documents import document
from secretariat.sitemaps import SITEMAPS
from secretariat.views import front_page, home
from secretariat.wellknown import favicon, robots

handler400 = "secretariat.errors.bad_request"
handler500 = "secretariat.errors.server_error"

urlpatterns = [
    path("", home, name="home"),
    path("forside/", front_page, name="front-page"),
    path("", include("meetings.urls")),
    path("moeder/<int:pk>/loefter/", include("minutes.obligation_urls")),
    path("moeder/<int:pk>/rettelser/", include("minutes.correction_urls")),
    path("moeder/<int:pk>/dagsorden/", include("agendas.urls")),
    path("", include("papers.urls")),
    path("organer/<slug:slug>/", include("agendas.body_urls")),
    path("sagsgang/", include("agendas.route_urls")),
    path("", include("followups.urls")),
    path("aarshjul/", include("followups.wheel_urls")),
    path("sagsstyringsliste/", include("followups.case_list_urls")),
    path("hoeringer/", include("hearings.urls")),
    path("", include("reminders.urls")),
    path("import/", include("minutes.urls")),
    path("originaler/<int:pk>/", document, name="document"),
    path("bilag/<int:pk>/", fetch_attachment, name="attachment-file"),
    path("konto/", include("accounts.urls")),
    path("api/", include("secretariat.api.urls")),
    path("admin/", admin.site.urls),
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
    path("favicon.ico", favicon, name="favicon"),
]
