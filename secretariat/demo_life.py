"""The work of the demo council's secretary since: answers confirmed, promises met, put off and dropped, hearings sent out and answered.

`demo/life.json` tells it in the order of the story; everything is done through the services, on the day it is told to have happened.
"""

import json
from collections.abc import Iterable
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings

from accounts.models import User
from followups import services as promises
from followups.models import Occurrence, Proposal
from hearings import services as hearings
from hearings.models import Hearing, HearingParty, HearingRole
from meetings.models import AgendaItem, Body, Meeting

SECRETARY = "sekretaer"
NOON = time(12)
Entry = dict[str, Any]


def live(folder: Path) -> None:
    """Everything `folder/life.json` tells, on top of the imported minutes."""
    told = json.loads((folder / "life.json").read_text(encoding="utf-8"))
    by = User.objects.get(username=SECRETARY)
    _confirm(date.fromisoformat(told["answers_confirmed_before"]), by)
    for entry in sorted(told["steps"], key=lambda entry: entry["at"]):
        _step(entry, by)
    for entry in told["hearings"]:
        _hearing(entry, by)
    for entry in told["letters"]:
        _letter(entry, by)


def _confirm(before: date, by: User) -> None:
    """Confirms the proposals of answers from the meetings before that day. What recurs is due anew, and proposed anew."""
    for meeting in Meeting.objects.filter(date__lt=before).order_by("date", "pk"):
        promises.propose(items=list(meeting.items.order_by("position")))
        for proposal in Proposal.objects.filter(item__meeting=meeting, state=Proposal.State.WAITING).order_by("pk"):
            if Occurrence.objects.open().filter(pk=proposal.occurrence_id).exists():
                promises.confirm(proposal=proposal, by=by, now=_noon(meeting.date))
    for meeting in Meeting.objects.filter(date__gte=before).order_by("date", "pk"):
        promises.propose(items=list(meeting.items.order_by("position")))


def _step(entry: Entry, by: User) -> None:
    asked = {"item": _item(entry)}
    if "kind" in entry:
        asked["follow_up__kind"] = entry["kind"]
    elif "planned" in entry:
        asked["planned__body_name"] = entry["planned"]
    else:
        asked["planned__isnull"] = False
    occurrence = Occurrence.objects.open().filter(**asked).order_by("pk").first()
    if occurrence is None:
        raise ValueError(f"nothing is open that could be {entry['what']}: {entry}")
    done = {"occurrence": occurrence, "by": by, "now": _noon(entry["at"]), "why": entry["why"]}
    if entry["what"] == "met":
        promises.meet(item=None, on=_day(entry["at"]), **done)
    elif entry["what"] == "dropped":
        promises.drop(**done)
    else:
        promises.postpone(first=_day(entry["first"]), last=_day(entry["last"]), **done)


def _hearing(entry: Entry, by: User) -> None:
    hearing = Hearing.objects.get(item=_item(entry))
    hearings.send_out(hearing=hearing, on=_day(entry["sent_out"]), by=by, now=_noon(entry["sent_out"]))
    for act, named in ((hearings.remind, entry["reminded"]), (hearings.decline, entry["declined"])):
        act(hearing=hearing, parties=_parties(hearing, named["parties"]), on=_day(named["on"]), by=by, now=_noon(named["on"]))
    responses = []
    for answer in entry["answers"]:
        [party] = _parties(hearing, [answer["party"]])
        given = {"given_on": _day(answer["on"]), "text": answer["text"], "is_public": answer["is_public"], "now": _noon(answer["on"])}
        responses.append(hearings.record_answer(party=party, by=by, **given))
        if "decided" in answer:
            hearings.decide_answer(response=responses[-1], item=_item(answer["decided"]), by=by, now=_noon(answer["on"]))
    considered = entry["considered"]
    hearings.consider(hearing=hearing, responses=responses, item=_item(considered), by=by, now=_noon(considered["on"]))


def _letter(entry: Entry, by: User) -> None:
    """A hearing that no minutes tell of: it came in a letter."""
    body, now = Body.objects.get(name=entry["body"]), _noon(entry["at"])
    values = {name: entry[name] for name in ("sender", "subject", "answers_to")}
    values |= {
        "role": HearingRole.CONSULTED,
        "received_on": _day(entry["at"]),
        "deadline": _day(entry["deadline"]),
        "open_to_public": True,
    }
    hearing = hearings.open_hearing(body=body, values=values, by=by, now=now)
    put_off = entry["extended"]
    hearings.extend(hearing=hearing, new=_day(put_off["to"]), reason=put_off["why"], by=by, now=_noon(put_off["at"]))
    hearings.save_draft(party=hearing.parties.get(body=body), text=entry["draft"], by=by, now=_noon(put_off["at"]))


def _item(entry: Entry) -> AgendaItem:
    return AgendaItem.objects.get(body__name=entry["body"], meeting__date=_day(entry["date"]), number=entry["item"])


def _parties(hearing: Hearing, names: Iterable[str]) -> list[HearingParty]:
    found = list(hearing.parties.filter(name__in=names))
    if len(found) != len(list(names)):
        raise ValueError(f"{names} are not all parties to {hearing}")
    return found


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _noon(day: str | date) -> datetime:
    return datetime.combine(day if isinstance(day, date) else _day(day), NOON, tzinfo=ZoneInfo(settings.TIME_ZONE))
