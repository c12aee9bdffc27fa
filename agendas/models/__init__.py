from agendas.models.attachments import AttachmentFile
from agendas.models.breaks import AgendaBreak
from agendas.models.candidates import CandidateChoice
from agendas.models.routes import Route, RouteChange, RouteStop
from agendas.models.standing import StandingItem
from agendas.models.steps import AgendaStep
from agendas.models.versions import AgendaVersion

__all__ = [
    "AgendaBreak",
    "AgendaStep",
    "AgendaVersion",
    "AttachmentFile",
    "CandidateChoice",
    "Route",
    "RouteChange",
    "RouteStop",
    "StandingItem",
]
