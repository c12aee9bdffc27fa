"""Addresses of a meeting's agenda, below the meeting's own."""

from django.urls import path

from secretariat.api.agendas import agenda, attachments, items, transfers, views

urlpatterns = [
    path("agenda/", views.AgendaView.as_view(), name="api-meeting-agenda"),
    path("agenda/approve/", agenda.ApproveView.as_view(), name="api-meeting-agenda-approve"),
    path("agenda/breaks/", agenda.BreaksView.as_view(), name="api-meeting-agenda-breaks"),
    path("agenda/breaks/<str:name>/", agenda.BreakView.as_view(), name="api-meeting-agenda-break"),
    path("agenda/items/", items.ItemsView.as_view(), name="api-meeting-agenda-items"),
    path("agenda/items/<str:item>/", items.ItemView.as_view(), name="api-meeting-agenda-item"),
    path("agenda/items/<str:item>/attachments/", attachments.AttachmentsView.as_view(), name="api-meeting-agenda-attachments"),
    path("agenda/items/<str:item>/attachments/<str:file>/", attachments.AttachmentView.as_view(), name="api-meeting-agenda-attachment"),
    path("agenda/items/<str:item>/move-away/", transfers.MoveAwayView.as_view(), name="api-meeting-agenda-move-away"),
    path("agenda/items/<str:item>/send-on/", transfers.SendOnView.as_view(), name="api-meeting-agenda-send-on"),
    path("agenda/items/<str:item>/split/", transfers.SplitView.as_view(), name="api-meeting-agenda-split"),
    path("agenda/items/<str:item>/move/", items.ItemMoveView.as_view(), name="api-meeting-agenda-move"),
    path("agenda/order/", agenda.OrderView.as_view(), name="api-meeting-agenda-order"),
    path("agenda/send/", agenda.SendView.as_view(), name="api-meeting-agenda-send"),
    path("agenda/supplement/", agenda.SupplementView.as_view(), name="api-meeting-agenda-supplement"),
    path("agenda/undo/", agenda.UndoView.as_view(), name="api-meeting-agenda-undo"),
    path("timeplan/", views.TimePlanView.as_view(), name="api-meeting-timeplan"),
    path("candidates/", views.CandidatesView.as_view(), name="api-meeting-candidates"),
]
