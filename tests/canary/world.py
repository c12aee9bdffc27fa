"""A small register with things that could leak: every hidden text holds a word, and every hidden row a key, found nowhere else.

Hidden from the public are a closed item with all that belongs to it (CLOSED), the contents of a meeting of which nothing is published
(UNPUBLISHED), what was decided at meetings of which only the agenda is, one of them held (UNDECIDED), and what is written for the body's own
people (INSIDE). What is chosen from a list, as an outcome is, holds no word: each hidden one has a value of its own that no readable row has.
"""

import datetime as dt
import itertools
from collections.abc import Callable
from dataclasses import dataclass, field

from django.core.files.base import ContentFile
from django.test import Client
from django.utils.functional import cached_property

from accounts.models import User
from agendas.models import AgendaVersion
from cases.models import Case, Matter
from followups.models import Step
from hearings.models import Extension, Hearing, HearingParty, HearingResponse, PartyStep
from meetings.models import (
    AccessStep,
    AgendaItem,
    Attendance,
    ClosedReading,
    Document,
    MatterMove,
    MatterStep,
    Meeting,
    Outcome,
    Person,
    TimePlanRow,
    VoteName,
)
from meetings.templatetags.danish import BADGES
from minutes.models import Import, MeetingCorrection
from reader import facts
from reader.format import to_json
from reminders.models import Letter
from tests import factories as f
from tests.importing.documents import simple

# In lower case and without letters that sorting or addresses would write otherwise, so that a word is found in every derived column.
CLOSED, UNPUBLISHED, UNDECIDED, INSIDE, WHISPERED = "qwyxopterus", "bvexomurit", "kjuwaltroc", "zoxivundam", "pyxolwarith"
NUMBER = "27.15.00-K02-{}-18"
RUNS_UNTIL = dt.date(2018, 9, 28)


@dataclass
class Secret:
    """What must not be seen: `word` in any text, `keys` in any address, attribute or text, and `outcome`, a value, as a badge or in the API."""

    word: str
    keys: list[str] = field(default_factory=list)
    serial: int = 0
    outcome: str = ""

    def __post_init__(self):
        # Wide apart: SQLite gives the next row of a table the highest key and one.
        self._next = itertools.count(self.serial * 1000, 50)

    def key(self) -> int:
        """A primary key or number that stands nowhere else."""
        key = next(self._next)
        self.keys.append(str(key))
        return key

    @property
    def words(self) -> list[str]:
        return [self.word, *self.keys, *(self.told_outcome if self.outcome else [])]

    @property
    def told_outcome(self) -> list[str]:
        """The outcome as pages and the API write it: its name in its badge, and its value. The name alone may be a heading's, too."""
        return [f'{BADGES[self.outcome]}">{Outcome.Value(self.outcome).label}<', f'"outcome":"{self.outcome}"']


class World:
    def __init__(self) -> None:
        self.closed = Secret(CLOSED, serial=918_273, outcome=Outcome.Value.REJECTED)
        self.unpublished = Secret(UNPUBLISHED, serial=827_364, outcome=Outcome.Value.DISCUSSED)
        self.undecided = Secret(UNDECIDED, serial=736_455, outcome=Outcome.Value.DEFERRED)
        self.inside = Secret(INSIDE, serial=645_546)
        self.secrets = [self.closed, self.unpublished, self.undecided, self.inside]
        self.body = f.BodyFactory(name="Rådet for Udsatte i Lindhøj", slug="raadet")
        self.other_body = f.BodyFactory(name="Ældrerådet i Lindhøj", slug="aeldreraadet")
        self.meeting = f.MeetingFactory(body=self.body, published=True)
        self.open_item = f.AgendaItemFactory(meeting=self.meeting, number=16, title="Varmestue ved havnen", decision="Godkendt.")
        f.OutcomeFactory(item=self.open_item)
        f.TimePlanRowFactory(meeting=self.meeting, item=self.open_item, title="Varmestue")
        f.AttendanceFactory(meeting=self.meeting, name="Gerda Havbro", person=f.PersonFactory(name="Gerda Havbro"))
        self.seated = f.MembershipFactory(body=self.body, person__name="Knud Elmelund").person
        f.VoteNameFactory(vote__item=self.open_item, person=self.seated)
        self.closed_item = self._hidden_item(self.closed, self.meeting, closed=True)
        self._behind_the_open_item()
        self.secret_meeting = f.MeetingFactory(body=self.body, date=dt.date(2018, 8, 29))
        self.secret_item = self._hidden_item(self.unpublished, self.secret_meeting)
        f.AttendanceFactory(meeting=self.secret_meeting, name=self.unpublished.word, person=self._person(self.unpublished))
        self.agenda = f.MeetingFactory(body=self.body, agenda_published=True, date=dt.date(2018, 9, 26))
        self.undecided_item = f.AgendaItemFactory(meeting=self.agenda, title="Rampe ved biblioteket")
        held = f.MeetingFactory(body=self.body, agenda_published=True, date=dt.date(2018, 8, 15), state=Meeting.State.HELD)
        self.unwritten_item = f.AgendaItemFactory(meeting=held, title="Bænke ved havnen")
        self.undecided_items = [self.undecided_item, self.unwritten_item]
        for item in self.undecided_items:
            self._decide(item, self.undecided)
            f.AttendanceFactory(meeting=item.meeting, name=self.undecided.word, person=self._person(self.undecided))
        for item in (self.undecided_item, self.closed_item, self.secret_item):
            f.RouteStopFactory(route__matter=item.matter, body=self.other_body)
        self._for_own_people()
        self._in_a_hearing_that_runs()
        self.import_ = self._import(self.closed)

    def _behind_the_open_item(self) -> None:
        """What could lead from the open item to closed ones: case, matter, link, quotation and reference."""
        secret, item = self.closed, self.open_item
        f.AgendaItemFactory(
            pk=secret.key(), meeting=self.meeting, number=7, title=secret.word, closed=True, case=item.case, matter=item.matter
        )
        doubt = {"code": "maybe_closed", "params": {"words": secret.word}, "quote": secret.word, "at": [1, 1, 1]}
        f.AgendaItemFactory(
            pk=secret.key(),
            meeting=self.meeting,
            number=None,
            title=secret.word,
            closed=True,
            in_doubt=True,
            doubts=[doubt],
            case=item.case,
        )
        item.matter.title = f"Klage: {secret.word}"
        item.matter.save()
        # The secretary of the other body corrects matters of the same case.
        elsewhere = f.MeetingFactory(body=self.other_body, published=True)
        f.AgendaItemFactory(meeting=elsewhere, case=item.case, matter=item.matter, title=item.title)
        step = MatterStep.objects.create(at=NOW)
        emptied = f.MatterFactory(pk=secret.key(), title=secret.word)
        MatterMove.objects.create(step=step, item=self.closed_item, before=emptied, after=self.closed_item.matter)
        f.CaseLinkFactory(origin=item.case, target=self.closed_item.case, note=secret.word)
        f.ReferenceFactory(item=item, body=self.body, date=self.meeting.date, item_numbers=[7], quote="Se punkt nr. 7.")
        f.QuotedAppearanceFactory(item=item, body=self.body, date=self.meeting.date, item_number=7, decision="Drøftet.")

    def _person(self, secret: Secret) -> Person:
        return f.PersonFactory(pk=secret.key(), name=f"{secret.word.title()} Lyngsøe", party=secret.word)

    def _hidden_item(self, secret: Secret, meeting: Meeting, **columns) -> AgendaItem:
        """An item with the word in every text it can have, and with a case, a matter and people of its own."""
        word = secret.word
        case = f.CaseFactory(pk=secret.key(), number=NUMBER.format(secret.serial), title=f"Sagen {word}")
        secret.keys.append(f"K02-{secret.serial}")
        columns |= {"case": case, "matter": f.MatterFactory(pk=secret.key(), title=f"Forløbet {word}")}
        item = f.AgendaItemFactory(pk=secret.key(), meeting=meeting, number=secret.key(), title=f"Klage fra {word}", **columns)
        f.AgendaItemFactory(meeting=meeting, pk=secret.key(), number=None, title=word, closed=item.closed, case__number=f"{word}/2018-12")
        f.SectionFactory(item=item, heading=word, text=word, pk=secret.key())
        f.RecommendationFactory(item=item, text=f"at {word}")
        f.RecommendedToFactory(item=item, name=f"Udvalget {word}")
        f.AttachmentFactory(item=item, title=f"Bilag {word}")
        f.AttachmentFileFactory(pk=secret.key(), item=item, title=f"Fil {word}", file=_file(word), file_name=f"{word}.txt")
        f.GuestFactory(item=item, name=f"{word} udefra", mail=f"{word}@lindhoej.example")
        AgendaItem.objects.filter(pk=item.pk).update(responsible=word, legal_ground_text=word)
        f.QuotedAppearanceFactory(item=item, body_name=f"Udvalget {word}", decision=word, body=self.body)
        f.ReferenceFactory(item=item, quote=word, body=self.body, body_name=word)
        f.TimePlanRowFactory(meeting=meeting, item=item, title=word, guests=[f"{word} som gæst"])
        f.TimePlanRowFactory(meeting=meeting, item=None, title=word, guests=[word])
        AgendaVersion.objects.create(meeting=meeting, number=1, kind="sent", agenda={}, rows=[_frozen(item, word)], at=NOW)
        self._decide(item, secret)
        told = _reading(meeting.body.name, meeting.date, word)
        MeetingCorrection.objects.create(meeting=meeting, item=item, parts=["decision"], before=told, after=told, at=NOW)
        return item

    def _decide(self, item: AgendaItem, secret: Secret) -> None:
        word = secret.word
        item.decision = f"Det blev besluttet: {word}."
        item.save()
        f.SectionFactory(item=item, heading="Beslutning", text=word, is_decision=True)
        maybe = f"Opslag på hjemmesiden om {word} i klubben."
        f.SectionFactory(item=item, heading="Beslutning", text=maybe, is_decision=True)
        f.ProposalAnswerFactory(item=item, quote=f"{maybe} {word}")
        f.OutcomeFactory(item=item, outcome=secret.outcome)
        f.VoteNameFactory(vote__item=item, vote__on=word, vote__votes_for=31_337, name=word, person=self._person(secret))
        person = self._person(secret)
        AccessStep.objects.create(item=item, what="shut_out", name=word, person=person, at=NOW)
        corrected = to_json(simple(word), places=True)
        corrected["items"][0]["row"] = item.pk
        f.MeetingCorrectionFactory(meeting=item.meeting, item=item, parts=["title"], before=corrected, after=corrected)
        for kind in ("guest", "absent", "did_not_participate", "appointed", "brought_to_council"):
            f.ParticipationFactory(item=item, kind=kind, name=word, detail=word, person=person)
        f.ParticipationFactory(item=item, kind="substitute", name=word, for_name=word, for_person=self._person(secret))
        f.ReferenceFactory(item=item, quote=f"Som besluttet: {word}.")
        f.QuotedAppearanceFactory(item=item, decision=word)
        follow_up = f.FollowUpFactory(item=item, text=word, quote=word, responsible=word, due_words=word, every=1, unit="quarter")
        planned = f.PlannedTreatmentFactory(item=item, title=word, body_name=word, body=self.body, quote=word)
        to_come = f.OccurrenceFactory(pk=secret.key(), follow_up=follow_up)
        f.OccurrenceFactory(pk=secret.key(), follow_up=None, planned=planned)
        f.StepFactory(occurrence=to_come, why=word)
        f.StepFactory(occurrence=to_come, what="reminded", letter=self._letter(item, word, f"report:{to_come.pk}"))
        # Expected at the other body, whose secretary may not read the item that says so.
        elsewhere = f.PlannedTreatmentFactory(item=item, title=word, body_name=word, body=self.other_body, quote=word)
        f.OccurrenceFactory(pk=secret.key(), follow_up=None, planned=elsewhere, body=self.other_body)
        party = f.HearingPartyFactory(hearing__item=item, hearing__subject=word, hearing__quote=word, hearing__sender=word, name=word)
        f.ExtensionFactory(hearing=party.hearing, reason=word)
        f.HearingResponseFactory(pk=secret.key(), party=party, text=word, file_name=f"{word}.txt", file=_file(word), is_public=True)
        f.PartyStepFactory(party=party, why=word)
        f.PartyStepFactory(party=party, what="reminded", letter=self._letter(item, word, f"party:{party.pk}"))
        f.HearingPartyFactory(hearing__item=item, hearing__subject=word, hearing__deadline=RUNS_UNTIL, name=word)
        self._lead_to(item, secret)

    def _letter(self, item: AgendaItem, word: str, key: str) -> Letter:
        """Printed while the item was what it is; one about the same by mail did not leave."""
        words = {"recipient": word, "subject": word, "text": word}
        f.LetterFactory(key=key, body=item.body, item=item, way="mail", address=f"{word}@lindhoej.example", mail__state="failed", **words)
        return f.LetterFactory(key=key, body=item.body, item=item, way="post", postal_address=word, **words)

    def _lead_to(self, item: AgendaItem, secret: Secret) -> None:
        """What could lead from an open promise or hearing to the hidden item."""
        waiting = f.OccurrenceFactory(follow_up__item=self.open_item, placed_on=item)
        f.ProposalFactory(pk=secret.key(), occurrence=waiting, item=item)
        f.OccurrenceFactory(follow_up__item=self.open_item, state="met", met_on=self.meeting.date, met_by=item)
        party = f.HearingPartyFactory(hearing__item=self.open_item, answered_on=self.meeting.date)
        f.HearingResponseFactory(party=party, text="", is_public=True, decided_at=item, considered_at=item)

    def _for_own_people(self) -> None:
        """What the body's own people may read beside an open item, and nobody else."""
        secret = self.inside
        f.StepFactory(occurrence__follow_up__item=self.open_item, why=secret.word)
        party = f.HearingPartyFactory(hearing__item=self.open_item, answered_on=self.meeting.date)
        f.HearingResponseFactory(pk=secret.key(), party=party, text=secret.word, file_name=f"{secret.word}.txt", file=_file(secret.word))
        by_hand = f.HearingFactory(pk=secret.key(), item=None, body=self.body, subject=secret.word, sender=secret.word)
        f.PartyStepFactory(party=f.HearingPartyFactory(pk=secret.key(), hearing=by_hand, name=secret.word), why=secret.word)
        f.ExtensionFactory(hearing=by_hand, reason=secret.word)

    def _in_a_hearing_that_runs(self) -> None:
        """What hidden items have to do with an open hearing must change nothing of the chances of answering it that are told."""
        secret, matter = self.closed, self.open_item.matter
        f.AgendaItemFactory(pk=secret.key(), meeting=self.agenda, number=None, title=secret.word, closed=True, matter=matter)
        hearing = f.HearingFactory(item=self.open_item, deadline=RUNS_UNTIL)
        party = f.HearingPartyFactory(hearing=hearing, name=self.body.name, body=self.body)
        f.HearingResponseFactory(party=party, is_public=True, decided_at=self.closed_item)

    def _import(self, secret: Secret) -> Import:
        content = f"REFERAT {secret.word}".encode()
        document = f.DocumentFactory(pk=secret.key(), name=f"{secret.word}.txt", content=content, meeting=self.meeting)
        reading = to_json(simple(secret.word, body=secret.word, day=self.meeting.date), places=True)
        return f.ImportFactory(pk=secret.key(), document=document, meeting=self.meeting, state="review", reading=reading, error=None)

    # Those who look

    def public(self) -> Client:
        return Client()

    def member_of_another_body(self) -> Client:
        return _logged_in(f.MembershipFactory(body=self.other_body, person__user=f.UserFactory(member=True)).person.user)

    def secretary_of_another_body(self) -> Client:
        return _logged_in(f.SecretaryAssignmentFactory(body=self.other_body).user)

    def former_member(self) -> Client:
        seat = f.MembershipFactory(body=self.body, person__user=f.UserFactory(member=True), last_day=dt.date(2018, 6, 30))
        return _logged_in(seat.person.user)

    def member_shut_out(self) -> Client:
        seat = f.MembershipFactory(body=self.body, person__user=f.UserFactory(member=True))
        for item in AgendaItem.objects.filter(closed=True):
            item.shut_out.add(seat.person)
        return _logged_in(seat.person.user)

    @cached_property
    def secretary_user(self) -> User:
        return f.SecretaryAssignmentFactory(body=self.body).user

    def secretary(self) -> Client:
        return _logged_in(self.secretary_user)

    def member(self) -> Client:
        return _logged_in(f.MembershipFactory(body=self.body, person__user=f.UserFactory(member=True)).person.user)

    def administrator(self) -> Client:
        return _logged_in(f.UserFactory(administrator=True))

    def readings(self) -> int:
        return ClosedReading.objects.count()

    def whisper(self) -> str:
        """Makes what the closed item asks for and hears say a word that no title says; returns it."""
        item, word = self.closed_item, WHISPERED
        item.follow_ups.update(text=word, quote=word, responsible=word, due_words=word)
        item.planned_treatments.update(title=word, quote=word, body_name=word)
        item.hearings.update(subject=word, quote=word, sender=word, answers_to=word)
        Step.objects.filter(occurrence__item=item).update(why=word)
        Letter.objects.filter(item=item).update(
            recipient=word, address=f"{word}@lindhoej.example", postal_address=word, subject=word, text=word
        )
        Extension.objects.filter(hearing__item=item).update(reason=word)
        PartyStep.objects.filter(party__hearing__item=item).update(why=word)
        HearingParty.objects.filter(hearing__item=item).update(name=word)
        return word

    def whisper_everything(self) -> str:
        """Makes all that stands in the closed item, but for its title, say a word of its own, in the register and in its document."""
        item, word = self.closed_item, self.whisper()
        AgendaItem.objects.filter(pk=item.pk).update(decision=word, search_decision=word, responsible=word, legal_ground_text=word)
        item.sections.update(heading=word, text=word)
        item.recommendations.update(text=word)
        item.recommended_to.update(name=word, body=None)
        item.attachments.update(title=word)
        item.attachment_files.update(title=word, file_name=f"{word}.txt")
        AgendaVersion.objects.filter(meeting=item.meeting).update(rows=[_frozen(item, word) | {"title": item.title}])
        item.invited.update(name=word, mail=f"{word}@lindhoej.example")
        item.votes.update(on=word)
        VoteName.objects.filter(vote__item=item).update(name=word)
        item.participations.update(name=word, detail=word, for_name=word)
        item.earlier_treatments.update(body_name=word, decision=word, body=None)
        item.references.update(quote=word, body_name=word, body=None)
        TimePlanRow.objects.filter(item=item).update(guests=[word])
        HearingResponse.objects.filter(party__hearing__item=item).update(text=word, file_name=f"{word}.txt")
        document = self.import_.document
        document.file.save("whispered.txt", ContentFile(f"REFERAT\n\n{word}".encode()))
        Import.objects.filter(pk=self.import_.pk).update(reading=_reading(self.body.name, self.meeting.date, word))
        new = f.DocumentFactory(content=f"REFERAT nr. 2\n\n{word}".encode(), name="nyt.txt", uploaded_by=self.secretary_user)
        f.ImportFactory(document=new, state="review", reading=_reading(self.body.name, RUNS_UNTIL, word), error=None)
        return word

    # The same register without what is hidden

    def without_closed(self) -> None:
        self.open_item.matter.title = self.open_item.title
        self.open_item.matter.save()
        Import.objects.all().delete()
        Document.objects.all().delete()
        TimePlanRow.objects.filter(meeting=self.meeting, title=CLOSED).delete()
        self._forget(AgendaItem.objects.filter(closed=True), CLOSED)

    def without_unpublished(self) -> None:
        TimePlanRow.objects.filter(meeting=self.secret_meeting).delete()
        Attendance.objects.filter(meeting=self.secret_meeting).delete()
        self._forget(AgendaItem.objects.filter(meeting=self.secret_meeting), UNPUBLISHED)

    def without_decisions(self) -> None:
        decided = (
            "outcomes",
            "votes",
            "participations",
            "references",
            "earlier_treatments",
            "follow_ups",
            "planned_treatments",
            "hearings",
            "proposal_answers",
        )
        for item in self.undecided_items:
            item.decision = ""
            item.save()
            for rows in decided:
                getattr(item, rows).all().delete()
            item.occurrences.all().delete()
            item.sections.filter(is_decision=True).delete()
            Attendance.objects.filter(meeting=item.meeting).delete()
        Person.objects.filter(party=UNDECIDED).delete()

    def without_inside(self) -> None:
        Hearing.objects.filter(item=None).delete()
        HearingResponse.objects.filter(text=INSIDE).delete()
        Step.objects.update(why="")

    def _forget(self, items, word: str) -> None:
        items.delete()
        Case.objects.filter(appearances=None).delete()
        Matter.objects.filter(appearances=None).delete()
        Person.objects.filter(party=word).delete()


def _frozen(item: AgendaItem, word: str) -> dict:
    """The row of a frozen agenda."""
    told = dict.fromkeys(("title", "responsible", "case", "ground"), word) | {"guests": [word], "closed": item.closed, "shut_out": []}
    told |= {"sections": [[word, word]], "recommendations": [word], "files": [word]}
    return {"key": item.pk, "start": "15.30", "end": "15.40", "minutes": 10, "number": 1} | told


def _reading(body: str, day: dt.date, word: str) -> dict:
    """What was read from minutes with one closed item, and text that was not read."""
    item = facts.ItemFacts(99, CLOSED, "99", closed=True, decision=word, sections=[facts.SectionFacts("Beslutning", word)])
    left = [facts.Leftover(1, word)]
    maybe = facts.ProposalFacts(99, 0.5, word, [word], "task", None, None, None, word, position=1)
    minutes = facts.Minutes(
        facts.SourceFile("referat.txt", "", "txt"), "minutes", facts.MeetingFacts(body, day), items=[item], leftovers=left
    )
    minutes.proposals = [maybe]
    return to_json(minutes, places=True)


def _file(word: str) -> ContentFile:
    return ContentFile(word.encode(), name="svar.txt")


def _logged_in(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


NOW = dt.datetime(2018, 9, 3, 12, tzinfo=f.COPENHAGEN)
Looker = Callable[[World], Client]
OUTSIDERS: list[Looker] = [World.public, World.member_of_another_body, World.secretary_of_another_body, World.former_member]
