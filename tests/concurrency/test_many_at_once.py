"""Importing, planning, administration and steps at once, each in a thread: none blocks another, and nothing anybody wrote is lost."""

import datetime as dt
from contextlib import suppress

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from followups import services as followups
from followups.models import Occurrence, Step
from hearings import services as hearings
from hearings.models import Extension, Hearing, HearingParty
from meetings import planning, services
from meetings.models import Body, Meeting
from minutes import services as minutes
from minutes.services import ImportRefused as ImportRefused
from tests import factories as f
from tests.admin.forms import errors_of, filled_in, send
from tests.concurrency.threads import at_once
from tests.importing.documents import simple

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

NOW = dt.datetime(2030, 9, 10, 10, tzinfo=f.COPENHAGEN)
DAY, MOVED = dt.date(2030, 6, 5), dt.date(2030, 6, 12)
ROUNDS = 4


class Council:
    """A meeting that was imported, with a promise and a hearing, and two versions of its minutes that wait for review."""

    def __init__(self, reviewed) -> None:
        self.reviewed, self.user = reviewed, f.UserFactory(administrator=True, password="x")
        self.other = f.BodyFactory(name="Byrådet")
        self.import_ = self.version("Natcafé")
        minutes.apply(import_=self.import_, by=None, now=NOW, publish=True)
        self.body = Body.objects.get(name="Rådet")
        self.meeting = Meeting.objects.get(body=self.body)
        self.item = self.meeting.items.get()
        self.follow_up = f.FollowUpFactory(item=self.item, text="en status", at_next_meeting=True, review="added")
        self.hearing = f.HearingFactory(item=self.item, body=self.body, deadline=dt.date(2030, 10, 1), review="added")
        self.party = f.HearingPartyFactory(hearing=self.hearing, name="Seniorrådet")
        self.coming = f.MeetingFactory(body=self.body, date=dt.date(2030, 10, 2), state=Meeting.State.PLANNED)
        followups.sync_occurrences(items=[self.item])
        self.by = {"by": self.user, "now": NOW}

    def version(self, title: str):
        reading = simple(title, number=1, day=DAY)
        reading.meeting.body = "Rådet"
        return self.reviewed(reading)

    def import_and_take_back(self) -> None:
        for _ in range(ROUNDS):
            import_ = self.version("Natcafeen")
            with suppress(ImportRefused):  # the meeting has been moved, or something done about it
                minutes.apply(import_=import_, publish=True, **self.by)
                minutes.undo(import_=import_, **self.by)

    def move(self) -> None:
        for day in (MOVED, DAY) * (ROUNDS // 2):
            with suppress(ValidationError):  # the import has made a meeting on that day
                planning.change_meeting(meeting=fresh(self.meeting), date=day, kind="ordinary", start=None, end=None, place="Havnen")

    def move_the_coming_one(self) -> None:
        for number in range(ROUNDS):
            meeting = fresh(self.coming)
            planning.change_meeting(meeting=meeting, date=dt.date(2030, 10, 3 + number), kind="ordinary", start=None, end=None, place="")

    def administer(self) -> None:
        client = Client()
        client.force_login(self.user)
        address = reverse("admin:meetings_meeting_change", args=[self.coming.pk])
        for number in range(ROUNDS):
            save(client, address, body=[self.other, self.body][number % 2].pk, date=f"{20 + number}-11-2030")
            save(client, reverse("admin:followups_followup_change", args=[self.follow_up.pk]), responsible=f"Nr. {number}")

    def step(self) -> None:
        for number in range(ROUNDS):
            days = {"first": dt.date(2031, 1, 1 + number), "last": dt.date(2031, 2, 1)}
            taken = followups.postpone(occurrence=Occurrence.objects.get(), why="Ferie.", **days, **self.by)
            followups.undo(step=taken, **self.by)

    def hear(self) -> None:
        for number in range(ROUNDS):
            hearing = Hearing.objects.get(pk=self.hearing.pk)
            hearings.extend(hearing=hearing, new=dt.date(2030, 11, 1 + number), reason="Ferie.", **self.by)
            hearings.ask(hearing=hearing, parties=[self.party], on=DAY, **self.by)

    def review(self) -> None:
        for number in range(ROUNDS):
            minutes.correct(obligation=fresh(self.hearing), values={"subject": f"Torvet {number}"}, parties=["Seniorrådet"], **self.by)
            minutes.correct(obligation=fresh(self.follow_up), values={"text": f"en status {number}"}, parties=None, **self.by)

    def publish(self) -> None:
        for _ in range(ROUNDS):
            services.withdraw_minutes(meeting=fresh(self.meeting), **self.by)
            services.publish_minutes(meeting=fresh(self.meeting), **self.by)


def save(client: Client, address: str, **changes) -> None:
    """Send the form, and once more whenever somebody else has been quicker and the page tells so."""
    answer = send(client, address, **changes)
    while errors_of(answer):
        assert "Imens har en anden" in errors_of(answer)
        answer = client.post(address, filled_in(answer.content.decode()))


def fresh(row):
    return type(row).objects.get(pk=row.pk)


@pytest.fixture
def council(reviewed):
    return Council(reviewed)


def test_everybody_at_once_waits_and_nobody_blocks(council):
    acts = [council.import_and_take_back, council.move_the_coming_one, council.administer, council.step]
    at_once(*acts, council.hear, council.review, council.publish)
    assert fresh(council.hearing).subject == f"Torvet {ROUNDS - 1}"
    assert fresh(council.hearing).deadline == dt.date(2030, 11, ROUNDS)
    assert fresh(council.follow_up).text == f"en status {ROUNDS - 1}"
    assert fresh(council.follow_up).responsible == f"Nr. {ROUNDS - 1}"
    assert HearingParty.objects.get(name="Seniorrådet").asked_on == DAY
    assert Extension.objects.count() == ROUNDS
    assert Occurrence.objects.get().is_open
    assert not Step.objects.filter(undone_at=None).exists()


@pytest.mark.parametrize("time", range(3))
def test_importing_and_moving_the_same_meeting(council, time):
    at_once(council.import_and_take_back, council.move, council.publish)
    assert Meeting.objects.filter(body=council.body, date__in=[DAY, MOVED]).exists()


def test_two_administrators_who_move_two_meetings_across(council):
    """Each takes the bodies of both days: in one order, not in the order of the form."""
    other = f.MeetingFactory(body=council.other, date=dt.date(2030, 10, 2), state=Meeting.State.PLANNED)

    def move(meeting: Meeting, *bodies: Body):
        def there_and_back() -> None:
            for number in range(ROUNDS):
                day = dt.date(2031, meeting.pk % 12 + 1, 1 + number)
                services.move_meeting(meeting=fresh(meeting), body=bodies[number % 2], date=day)

        return there_and_back

    at_once(move(other, council.body, council.other), move(council.coming, council.other, council.body))
    assert (fresh(other).body, fresh(council.coming).body) == (council.other, council.body)


def test_two_who_answer_hearings_that_each_others_bodies_wait_for(council):
    """The answer of one body delivers a report that is owed to the other: both bodies are taken at once, in one order."""
    answers, waiting = [], []
    for body, to in ((council.body, council.other), (council.other, council.body)):
        day = dt.date(2030, 10, 20)
        hearing = f.HearingFactory(
            item=f.AgendaItemFactory(meeting__body=body, meeting__date=DAY), body=body, role="consulted", deadline=day
        )
        party = f.HearingPartyFactory(hearing=hearing, name=body.name, body=body)
        owed = {"kind": "hearing_response", "owed_to": to, "due_start": day, "due_end": day}
        waiting.append(f.FollowUpFactory(item=hearing.item, quote="Svaret forelægges.", **owed))
        followups.sync_occurrences(items=[hearing.item])
        answers.append({"party": party, "given_on": dt.date(2030, 9, 1), "text": "Ja tak."})

    def answer(said: dict):
        def there_and_back() -> None:
            for _ in range(ROUNDS):
                hearings.remove_answer(response=hearings.record_answer(**said, **council.by), **council.by)
            hearings.record_answer(**said, **council.by)

        return there_and_back

    at_once(*map(answer, answers), council.move_the_coming_one)
    assert {one.occurrences.get().state for one in waiting} == {"met"}
