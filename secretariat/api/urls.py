"""Addresses under `/api/`."""

from django.urls import include, path
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerSplitView
from rest_framework.routers import DefaultRouter

from secretariat.api import reminders, routes, views
from secretariat.api.agendas import urls as agendas
from secretariat.api.promises import views as promises

router = DefaultRouter()
router.include_format_suffixes = False
router.register("bodies", views.BodyViewSet, basename="api-body")
router.register("meetings", views.MeetingViewSet, basename="api-meeting")
router.register("items", views.ItemViewSet, basename="api-item")
router.register("cases", views.CaseViewSet, basename="api-case")
router.register("matters", views.MatterViewSet, basename="api-matter")
router.register("hearings", promises.HearingViewSet, basename="api-hearing")
router.register("parties", promises.PartyViewSet, basename="api-party")
router.register("responses", promises.ResponseViewSet, basename="api-response")
router.register("follow-ups", promises.FollowUpViewSet, basename="api-follow-up")
router.register("planned-treatments", promises.PlannedTreatmentViewSet, basename="api-planned-treatment")
router.register("occurrences", promises.OccurrenceViewSet, basename="api-occurrence")
router.register("reminders", reminders.ReminderViewSet, basename="api-reminder")

urlpatterns = [
    path("meetings/<str:pk>/", include(agendas.urlpatterns)),
    path("matters/<str:pk>/route/", routes.RouteView.as_view(), name="api-matter-route"),
    path("", include(router.urls)),
    path("schema/", SpectacularAPIView.as_view(), name="api-schema"),
    # The split view serves its start-up script as a file of its own: the policy allows no scripts inside the page.
    path("docs/", SpectacularSwaggerSplitView.as_view(url_name="api-schema"), name="api-docs"),
]
