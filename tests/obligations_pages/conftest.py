"""A meeting whose item asks for a status, tells of a hearing and expects a treatment, and the secretary who answers for them."""

import datetime as dt
from dataclasses import dataclass

import pytest

from followups.models import FollowUp, PlannedTreatment
from hearings.models import Hearing
from meetings.models import AgendaItem, Meeting
from tests import factories as f

STATUS = "Rådet ønsker en status i slutningen af 2018."
HEARD = "Planen sendes i høring hos Handicaprådet med frist den 31. august 2018."
PLANNED = "Byrådet behandler sagen den 10. september 2018."


@dataclass
class Desk:
    meeting: Meeting
    item: AgendaItem
    status: FollowUp
    hearing: Hearing
    planned: PlannedTreatment

    @property
    def page(self) -> str:
        return f"/moeder/{self.meeting.pk}/loefter/"

    def of(self, row, step: str = "") -> str:
        """The address of one obligation, or of a step with it: `svar/`, `ret/`."""
        kind = {FollowUp: "opfoelgning", Hearing: "hoering", PlannedTreatment: "behandling"}[type(row)]
        return f"{self.page}{kind}/{row.pk}/{step}"


def filled(**meeting) -> Desk:
    """One item with everything on a published meeting."""
    meeting = f.MeetingFactory(published=True, **meeting)
    item = f.AgendaItemFactory(meeting=meeting, title="Natklinik i midtbyen", decision=f"Godkendt. {STATUS} Formanden takkede.")
    f.SectionFactory(item=item, text=f"Klinikken åbner til vinter.\n\n{HEARD} Svarene samles.\n\n{PLANNED}")
    f.SectionFactory(item=item, heading="Beslutning", text=item.decision, is_decision=True)
    days = {"due_start": dt.date(2018, 10, 1), "due_end": dt.date(2018, 12, 31)}
    status = f.FollowUpFactory(item=item, text=STATUS, quote=STATUS, rule="wants a status", responsible="Forvaltningen", **days)
    hearing = f.HearingPartyFactory(hearing__item=item, hearing__subject=item.title, hearing__quote=HEARD).hearing
    day = {"due_start": dt.date(2018, 9, 10), "due_end": dt.date(2018, 9, 10)}
    planned = f.PlannedTreatmentFactory(item=item, title=item.title, quote=PLANNED, **day)
    return Desk(meeting, item, status, hearing, planned)


@pytest.fixture
def council(db):
    return f.BodyFactory(name="Rådet for Udsatte", slug="raadet")


@pytest.fixture
def desk(council) -> Desk:
    return filled(body=council)


@pytest.fixture
def secretary(council):
    return f.SecretaryAssignmentFactory(body=council, user__name="Hanne Holmegård").user


@pytest.fixture
def office(client, secretary):
    """The secretary's browser."""
    client.force_login(secretary)
    return client
