"""The demo council: a made-up municipality whose two years of minutes go through the importer itself.

`demo/people.json` says who sits where and who logs in; `demo/minutes/` holds the documents, some as text, some as Word, some as PDF.
"""

import json
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from accounts.models import User
from meetings.body_creation import create_body
from meetings.models import Body, Meeting, Membership, Person, SecretaryAssignment
from meetings.planning import plan_meeting
from minutes import services
from minutes.models import Import
from secretariat.demo_logins import LOGINS

REVIEWED_BEFORE = "2026-11-01"


def make_people(folder: Path) -> None:
    """Bodies, the people on them and the three who can log in, from `folder/people.json`. Run on an empty register."""
    told = json.loads((folder / "people.json").read_text(encoding="utf-8"))
    bodies = {entry["name"]: _body(entry) for entry in told["bodies"]}
    people = {entry["name"]: _person(entry, bodies) for entry in told["people"]}
    passwords = {login.username: login.password for login in LOGINS}
    for entry in told["users"]:
        name, address = entry["username"], f"{entry['username']}@lindhoej.example"
        user = User.objects.create_user(name, passwords[name], email=address, name=entry["name"], role=entry["role"])
        SecretaryAssignment.objects.bulk_create(SecretaryAssignment(user=user, body=bodies[name]) for name in entry["manages"])
        if entry["person"]:
            Person.objects.filter(pk=people[entry["person"]].pk).update(user=user)


def import_minutes(folder: Path, *, now: datetime) -> Iterator[Import]:
    """Import and publish every document of `folder/minutes`, oldest meeting first; yields each import when it is in the register."""
    for file in sorted((folder / "minutes").iterdir(), key=lambda file: file.stem[-10:]):
        import_, _is_new = services.receive(data=file.read_bytes(), name=file.name, by=None, now=now)
        services.read(of=import_)
        # The newest minutes wait for the secretary, who has answered for what was read out of the others.
        is_reviewed = file.stem[-10:] < REVIEWED_BEFORE
        yield services.apply(import_=import_, by=None, now=now, publish=True, clean=is_reviewed)


def plan_meetings(folder: Path) -> None:
    """The coming meetings of the calendar, as `people.json` lists them."""
    told = json.loads((folder / "people.json").read_text(encoding="utf-8"))
    bodies = {body.name: body for body in Body.objects.all()}
    for entry in told.get("planned_meetings", ()):
        body, day = bodies[entry["body"]], date.fromisoformat(entry["date"])
        if not body.meetings.filter(date=day).exists():
            usual = {"start": body.usual_start, "end": body.usual_end, "place": body.usual_place}
            plan_meeting(body=body, date=day, kind=Meeting.Kind.ORDINARY, **usual)


def _body(entry: dict) -> Body:
    body = create_body(name=entry["name"])
    for name in ("in_use_since", "kind", "dispatch_days", "usual_place", "usual_start", "usual_end"):
        setattr(body, name, entry[name])
    body.save()
    body.refresh_from_db()
    return body


def _person(entry: dict, bodies: dict[str, Body]) -> Person:
    person = Person.objects.create(name=entry["name"], party=entry.get("party") or "")
    Membership.objects.bulk_create(
        Membership(
            person=person,
            body=bodies[seat["body"]],
            role=seat["role"],
            first_day=seat["first_day"],
            last_day=seat["last_day"],
        )
        for seat in entry["memberships"]
    )
    return person
