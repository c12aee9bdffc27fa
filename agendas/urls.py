"""Addresses of a meeting's agenda, below the meeting's own."""

from django.urls import path

from agendas.views import attachments, board, items, order, transfers, versions

urlpatterns = [
    path("", board.agenda, name="agenda"),
    path("vil-paa/", items.candidate, name="agenda-candidate"),
    path("tilfoej/", items.add, name="agenda-add"),
    path("sager/", items.cases, name="agenda-cases"),
    path("flyt/", items.move, name="agenda-move"),
    path("pauser/", items.breaks, name="agenda-breaks"),
    path("fortryd/", items.undo, name="agenda-undo"),
    path("raekkefoelge/", order.suggest, name="agenda-order"),
    path("godkend/", versions.approve, name="agenda-approve"),
    path("tillaeg/", versions.supplement, name="agenda-supplement"),
    path("udgaver/<int:number>/", versions.version, name="agenda-version"),
    path("punkter/<int:item>/", items.change_item, name="agenda-item"),
    path("punkter/<int:item>/minutter/", items.change_minutes, name="agenda-minutes"),
    path("punkter/<int:item>/fjern/", items.remove, name="agenda-remove"),
    path("punkter/<int:item>/bilag/", attachments.files, name="agenda-files"),
    path("punkter/<int:item>/bilag/<int:file>/fjern/", attachments.remove, name="agenda-remove-file"),
    path("punkter/<int:item>/del/", transfers.split, name="agenda-split"),
    path("punkter/<int:item>/flyt/", transfers.move, name="agenda-move-away"),
    path("punkter/<int:item>/send-videre/", transfers.send_on, name="agenda-send-on"),
]
