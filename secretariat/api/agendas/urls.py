"""Addresses of a meeting's agenda, below the meeting's own."""

from django.urls import path

from secretariat.api.agendas import items, views, whole

urlpatterns = [
    path("agenda/", views.AgendaView.as_view(), name="api-meeting-agenda"),
    path("agenda/approve/", whole.ApproveView.as_view(), name="api-meeting-agenda-approve"),
    path("agenda/breaks/", whole.BreaksView.as_view(), name="api-meeting-agenda-breaks"),
    path("agenda/breaks/<str:name>/", whole.BreakView.as_view(), name="api-meeting-agenda-break"),
    path("agenda/items/", items.ItemsView.as_view(), name="api-meeting-agenda-items"),
    path("agenda/items/<str:item>/", items.ItemView.as_view(), name="api-meeting-agenda-item"),
    path("agenda/items/<str:item>/move/", items.ItemMoveView.as_view(), name="api-meeting-agenda-move"),
    path("agenda/order/", whole.OrderView.as_view(), name="api-meeting-agenda-order"),
    path("agenda/send/", whole.SendView.as_view(), name="api-meeting-agenda-send"),
    path("agenda/supplement/", whole.SupplementView.as_view(), name="api-meeting-agenda-supplement"),
    path("agenda/undo/", whole.UndoView.as_view(), name="api-meeting-agenda-undo"),
    path("timeplan/", views.TimePlanView.as_view(), name="api-meeting-timeplan"),
    path("candidates/", views.CandidatesView.as_view(), name="api-meeting-candidates"),
]
