"""Answers: recorded as they come in, or drafted, decided and sent; and at which item they were considered. Each is a step."""

from collections.abc import Sequence
from datetime import date, datetime

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from accounts.models import User
from concurrency.transitions import Columns
from hearings.dependents import hearing_changed
from hearings.exceptions import HearingRefused
from hearings.models import Hearing, HearingParty, HearingResponse, PartyStep
from hearings.services.acceptance import accept_in_use, hold
from hearings.services.answer_files import forget_answers
from hearings.services.answer_steps import hold_answer, holds, name_of, take_answer_step, tell_day
from hearings.services.transitions import Versions
from meetings.models import AgendaItem

What = PartyStep.What


@transaction.atomic
def keep_answer(
    *,
    party: HearingParty,
    response: HearingResponse | None,
    is_own: bool,
    given_on: date | None,
    text: str,
    file: UploadedFile | None,
    is_public: bool,
    item: AgendaItem | None = None,
    by: User,
    now: datetime,
) -> HearingResponse:
    """Keep an answer as it was written: correct `response`, or record the party's, or draft and send that of our own body.

    The item at which our own answer was, or will be, decided is kept with it. All of it is kept, or nothing: raises `HearingRefused`.
    """
    words, act = {"text": text, "file": file}, {"by": by, "now": now}
    if response and response.given_on:
        correct_answer(response=response, given_on=given_on, is_public=is_public, **words, **act)
    elif not is_own:
        return record_answer(party=party, given_on=given_on, is_public=is_public, **words, **act)
    else:
        response = save_draft(party=party, response=response, **words, **act)
        if given_on:
            send_answer(response=response, on=given_on, is_public=is_public, **act)
    if is_own and response.decided_at != item:
        decide_answer(response=response, item=item, **act)
    return response


def record_answer(
    *, party: HearingParty, given_on: date, text: str, file: UploadedFile | None = None, is_public: bool = False, by: User, now: datetime
) -> HearingResponse:
    """An answer that has come in, or that our own body has sent. One given after the deadline is taken too.

    The same answer recorded once more is the one that is there.
    """

    def found(row: HearingParty) -> HearingResponse:
        alike = row.responses.standing().filter(given_on=given_on, text=text, file_name=name_of(file), is_public=is_public)
        return next((one for one in alike if holds(one, file)), None) or HearingResponse(party=row)

    columns = _written(text, by, now) | {"given_on": given_on, "is_public": is_public}
    return take_answer_step(party, What.RECORDED, found, columns, file=file, by=by, now=now)[0]


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

    def found(row: HearingParty) -> HearingResponse:
        draft = response or row.responses.standing().filter(given_on=None).first()
        return hold_answer(draft) if draft else HearingResponse(party=row)

    return take_answer_step(party, What.DRAFTED, found, _written(text, by, now), file=file, by=by, now=now)[0]


def decide_answer(*, response: HearingResponse, item: AgendaItem | None, by: User, now: datetime) -> PartyStep | None:
    """Say that our own answer was, or will be, decided at `item`; None takes it back."""
    return _change(response, What.DECIDED, {"decided_at_id": item.pk if item else None}, by=by, now=now)


def send_answer(*, response: HearingResponse, on: date, is_public: bool = False, by: User, now: datetime) -> PartyStep | None:
    """The draft was sent `on` that day, and is one no more."""
    return _change(response, What.SENT, {"given_on": on, "is_public": is_public}, by=by, now=now)


def correct_answer(
    *,
    response: HearingResponse,
    given_on: date | None,
    text: str,
    file: UploadedFile | None = None,
    is_public: bool,
    by: User,
    now: datetime,
) -> PartyStep | None:
    """Write an answer anew; without a day it is a draft again, and with a `file` that takes the place of the one there was.

    The file there was is kept, so that undoing the step gives it back.
    """
    columns = _written(text, by, now) | {"given_on": given_on, "is_public": is_public}
    return _change(response, What.REWRITTEN, columns, file=file, by=by, now=now)


def remove_answer(*, response: HearingResponse, by: User, now: datetime, versions: Versions = None) -> PartyStep | None:
    """Take away an answer that was recorded by mistake; its file is kept. Returns None when it is away already.

    Raises `HearingRefused` ("changed") when the answer has another version than the page told of it.
    """

    def found(row: HearingParty) -> HearingResponse | None:
        answer = HearingResponse.objects.standing().select_for_update(of=("self",), no_key=True).filter(pk=response.pk).first()
        if answer and (versions or {}).get(answer.pk, answer.version) != answer.version:
            raise HearingRefused("changed")
        return answer

    return take_answer_step(_party_of(response), What.WITHDRAWN, found, {"is_removed": True}, by=by, now=now)[1]


def delete_answer(*, response: HearingResponse, by: User, now: datetime) -> None:
    """Delete an answer for good, its files and steps too, as administration does."""
    with transaction.atomic():
        accept_in_use(hearing=response.party.hearing, by=by, now=now)
        response.refresh_from_db()
        forget_answers([response])
        response.delete()
        tell_day(party=response.party)
        hearing_changed(hearing=response.party.hearing, by=by, now=now)


def consider(
    *,
    hearing: Hearing,
    responses: Sequence[HearingResponse],
    item: AgendaItem | None,
    by: User,
    now: datetime,
    versions: Versions = None,
) -> int:
    """Say that the body considered `responses` of `hearing` at `item`, or at none. Returns of how many that was not so already.

    Raises `HearingRefused` ("changed") when one of those has another version than the page told of it; then nothing is noted.
    """
    columns = {"considered_at_id": item.pk if item else None}
    with transaction.atomic():
        hold(hearing_ids=[hearing.pk])
        rows = HearingResponse.objects.standing().filter(party__hearing=hearing, given_on__isnull=False)
        rows = rows.filter(pk__in=[response.pk for response in responses]).exclude(**columns)
        found = list(rows.select_related("party").order_by("pk"))
        if any((versions or {}).get(row.pk, row.version) != row.version for row in found):
            raise HearingRefused("changed")
        for row in found:
            take_answer_step(row.party, What.CONSIDERED, lambda party, row=row: hold_answer(row), columns, by=by, now=now)
    return len(found)


def _change(response: HearingResponse, what: str, columns: Columns, *, file: UploadedFile | None = None, by: User, now: datetime):
    return take_answer_step(_party_of(response), what, lambda row: hold_answer(response), columns, file=file, by=by, now=now)[1]


def _written(text: str, by: User, now: datetime) -> Columns:
    return {"text": text, "recorded_by_id": by.pk, "recorded_at": now}


def _party_of(response: HearingResponse) -> HearingParty:
    """The party whose answer it is by now. Raises `HearingRefused` ("gone") when the answer has been deleted."""
    party = HearingParty.objects.filter(responses=response.pk).first()
    if party is None:
        raise HearingRefused("gone")
    return party
