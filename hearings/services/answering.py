"""Answers: recorded as they come in, or drafted, decided and sent; and at which item they were considered."""

import uuid
from collections.abc import Sequence
from datetime import date, datetime
from functools import partial
from pathlib import PurePath

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Min

from accounts.models import User
from hearings.models import Hearing, HearingParty, HearingResponse
from hearings.services.accepting import accept_in_use
from meetings.models import AgendaItem


def record_answer(
    *, party: HearingParty, given_on: date, text: str, file: UploadedFile | None = None, is_public: bool = False, by: User, now: datetime
) -> HearingResponse:
    """An answer that has come in, or that our own body has sent. One given after the deadline is taken too.

    The same answer recorded once more is the one that is there.
    """
    with transaction.atomic():
        accept_in_use(hearing=party.hearing, by=by, now=now)
        alike = party.responses.filter(given_on=given_on, text=text, file_name=_name_of(file), is_public=is_public)
        if same := next((one for one in alike if _holds(one, file)), None):
            return same
        response = HearingResponse(party=party, given_on=given_on, text=text, is_public=is_public, recorded_by=by, recorded_at=now)
        _save(response, file)
    return response


def save_draft(
    *,
    party: HearingParty,
    response: HearingResponse | None = None,
    text: str,
    file: UploadedFile | None = None,
    by: User,
    now: datetime,
) -> HearingResponse:
    """Keep `text`, and `file` when there is one, as the draft of an answer: of `response`, or of a new one."""
    with transaction.atomic():
        accept_in_use(hearing=party.hearing, by=by, now=now)
        response = response or party.responses.filter(given_on=None).first() or HearingResponse(party=party)
        response.text, response.recorded_by, response.recorded_at = text, by, now
        _save(response, file)
    return response


def decide_answer(*, response: HearingResponse, item: AgendaItem | None, by: User, now: datetime) -> None:
    """Say that our own answer was, or will be, decided at `item`; None takes it back."""
    with transaction.atomic():
        accept_in_use(hearing=response.party.hearing, by=by, now=now)
        response.decided_at = item
        response.save(update_fields=["decided_at"])


def send_answer(*, response: HearingResponse, on: date, is_public: bool = False, by: User, now: datetime) -> None:
    """The draft was sent `on` that day, and is one no more."""
    with transaction.atomic():
        accept_in_use(hearing=response.party.hearing, by=by, now=now)
        response.given_on, response.is_public = on, is_public
        response.save(update_fields=["given_on", "is_public"])
        _tell_day(response.party)


def correct_answer(
    *,
    response: HearingResponse,
    given_on: date | None,
    text: str,
    file: UploadedFile | None = None,
    is_public: bool,
    by: User,
    now: datetime,
) -> None:
    """Write an answer anew; without a day it is a draft again, and with a `file` that takes the place of the one there was."""
    with transaction.atomic():
        accept_in_use(hearing=response.party.hearing, by=by, now=now)
        response.given_on, response.text, response.is_public = given_on, text, is_public
        response.recorded_by, response.recorded_at = by, now
        _save(response, file)


def remove_answer(*, response: HearingResponse, by: User, now: datetime) -> None:
    """Take away an answer that was recorded by mistake, its file too."""
    with transaction.atomic():
        accept_in_use(hearing=response.party.hearing, by=by, now=now)
        _forget_file(response)
        response.delete()
        _tell_day(response.party)


def consider(*, hearing: Hearing, responses: Sequence[HearingResponse], item: AgendaItem | None, by: User, now: datetime) -> int:
    """Say that the body considered `responses` of `hearing` at `item`; None takes it back. Returns how many."""
    with transaction.atomic():
        accept_in_use(hearing=hearing, by=by, now=now)
        rows = HearingResponse.objects.filter(party__hearing=hearing, given_on__isnull=False)
        return rows.filter(pk__in=[response.pk for response in responses]).update(considered_at=item)


def _save(response: HearingResponse, file: UploadedFile | None) -> None:
    if file:
        _forget_file(response)
        response.file_name = _name_of(file)
        response.file.save(f"{uuid.uuid4().hex}{PurePath(response.file_name).suffix.lower()}", file, save=False)
    response.save()
    _tell_day(response.party)


def _holds(response: HearingResponse, file: UploadedFile | None) -> bool:
    """Whether the file that was kept with `response` is `file`, to the byte."""
    if not file:
        return True
    with response.file.open() as kept:
        same = kept.read() == file.read()
    file.seek(0)
    return same


def _name_of(file: UploadedFile | None) -> str:
    return PurePath(file.name).name[-255:] if file else ""


def _forget_file(response: HearingResponse) -> None:
    """The kept file goes when the row has changed for good."""
    if response.file:
        transaction.on_commit(partial(response.file.storage.delete, response.file.name))


def _tell_day(party: HearingParty) -> None:
    """The party's own day of answering follows its answers."""
    party.answered_on = party.responses.aggregate(first=Min("given_on"))["first"]
    party.save(update_fields=["answered_on"])
