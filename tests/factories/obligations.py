"""What is asked for, promised and heard: obligations, what is to come of them, and hearings with their parties and answers."""

import datetime as dt

import factory
from factory.django import DjangoModelFactory

from followups.models import FollowUp, Occurrence, PlannedTreatment, Proposal, Step
from hearings.models import Extension, Hearing, HearingParty, HearingResponse, PartyStep
from tests.factories.register import COPENHAGEN, AgendaItemFactory, next_place


class FollowUpFactory(DjangoModelFactory):
    class Meta:
        model = FollowUp

    item = factory.SubFactory(AgendaItemFactory)
    kind = FollowUp.Kind.STATUS_REPORT
    text = "en status på varmestuen"
    quote = "Rådet ønsker en status på varmestuen i september."


class PlannedTreatmentFactory(DjangoModelFactory):
    class Meta:
        model = PlannedTreatment

    item = factory.SubFactory(AgendaItemFactory)
    body_name = "Byrådet"
    title = "Varmestue ved havnen"


class HearingFactory(DjangoModelFactory):
    class Meta:
        model = Hearing

    item = factory.SubFactory(AgendaItemFactory)
    body = factory.LazyAttribute(lambda hearing: hearing.item.body)
    subject = "Natklinik i midtbyen"
    deadline = dt.date(2018, 8, 31)


class HearingPartyFactory(DjangoModelFactory):
    class Meta:
        model = HearingParty

    hearing = factory.SubFactory(HearingFactory)
    position = factory.LazyAttribute(lambda party: next_place(HearingParty.objects.filter(hearing=party.hearing)))
    name = "Handicaprådet"


class HearingResponseFactory(DjangoModelFactory):
    """An answer that has come in; `given_on=None` is a draft."""

    class Meta:
        model = HearingResponse

    party = factory.SubFactory(HearingPartyFactory)
    text = "Rådet anbefaler, at klinikken ligger ved banegården."
    given_on = dt.date(2018, 8, 20)
    recorded_at = dt.datetime(2018, 8, 20, 10, tzinfo=COPENHAGEN)


class ExtensionFactory(DjangoModelFactory):
    class Meta:
        model = Extension

    hearing = factory.SubFactory(HearingFactory)
    old = dt.date(2018, 8, 31)
    new = dt.date(2018, 9, 14)
    reason = "Sommerferien lå i vejen."
    at = dt.datetime(2018, 8, 20, 10, tzinfo=COPENHAGEN)


class PartyStepFactory(DjangoModelFactory):
    """A step that was taken back and changed nothing; `why` is for the body's secretary."""

    class Meta:
        model = PartyStep

    party = factory.SubFactory(HearingPartyFactory)
    what = PartyStep.What.CORRECTED
    at = dt.datetime(2018, 8, 20, 10, tzinfo=COPENHAGEN)
    before = after = factory.LazyFunction(lambda: dict.fromkeys(PartyStep.recorded))
    undone_at = dt.datetime(2018, 8, 20, 11, tzinfo=COPENHAGEN)


class OccurrenceFactory(DjangoModelFactory):
    """What is to come of a follow-up, due in September 2018; with `planned=` of a planned treatment, `follow_up` being None."""

    class Meta:
        model = Occurrence

    follow_up = factory.SubFactory(FollowUpFactory)
    item = factory.LazyAttribute(lambda made: (made.follow_up or made.planned).item)
    body = factory.LazyAttribute(lambda made: made.item.body)
    due_start = dt.date(2018, 9, 1)
    due_end = dt.date(2018, 9, 30)


class StepFactory(DjangoModelFactory):
    class Meta:
        model = Step

    occurrence = factory.SubFactory(OccurrenceFactory)
    what = Step.What.POSTPONED
    at = dt.datetime(2018, 8, 20, 10, tzinfo=COPENHAGEN)
    why = "Tallene er ikke klar."
    before = factory.LazyFunction(lambda: {"due_start": "2018-08-01", "due_end": "2018-08-31"})
    after = factory.LazyFunction(lambda: {"due_start": "2018-09-01", "due_end": "2018-09-30"})


class ProposalFactory(DjangoModelFactory):
    class Meta:
        model = Proposal

    occurrence = factory.SubFactory(OccurrenceFactory)
    item = factory.SubFactory(AgendaItemFactory)
    says = Proposal.Says.MET
    reasons = factory.LazyFunction(lambda: ["case", "matter"])
