"""Doubts of a reading about what is closed: they are answered on the review page, and kept with the items of the register."""

from datetime import datetime

from django.db import transaction

from accounts.models import User
from meetings.models import AccessStep, Meeting
from minutes.closed_text import REGISTER_CODES
from minutes.corrections import find_item, give_keys
from minutes.doubts import doubts_of, kept
from minutes.models import Import, ReadingCorrection
from minutes.services.correcting_readings import correct_reading, undo_correction
from minutes.services.exceptions import ImportRefused
from minutes.services.lookup import look_up, reading_of
from minutes.storing.items import pair_items
from reader import facts, format

CLOSED = "closed"


def doubts_in(import_: Import, minutes: facts.Minutes | None = None) -> dict[str, list[facts.Warning]]:
    """The doubts that the reader had, answered or not, by the item's key in the reading.

    Of its `minutes`, once they have been looked up, also those that the register gives rise to.
    """
    read = format.from_json(import_.reading)
    give_keys(read)
    found = {item.key: doubts for item, doubts in zip(read.items, doubts_of(read), strict=True) if doubts}
    if minutes:
        for item, doubts in zip(minutes.items, doubts_of(minutes), strict=True):
            told = [one for one in doubts if one.code in REGISTER_CODES]
            if told:
                found[item.key] = found.get(item.key, []) + told
    return found


def doubted(import_: Import) -> facts.Minutes:
    """The reading with the doubts that the register gives rise to."""
    minutes = reading_of(import_)
    look_up(minutes, import_.said)
    return minutes


def answers_in(import_: Import) -> dict[str, ReadingCorrection]:
    """Tells whether items are closed as somebody has answered on the review page, by the item's key."""
    rows = import_.corrections.filter(part=CLOSED, undone_at=None).select_related("by").order_by("pk")
    return {row.item: row for row in rows}


@transaction.atomic
def answer_doubt(*, import_: Import, item: str, closed: bool, by: User, now: datetime) -> None:
    """Say that the item with the key `item`, which is in doubt, is closed, or open.

    Raises `ImportRefused` when somebody has answered meanwhile, and as `correct_reading` does.
    """
    found = find_item(doubted(Import.objects.select_for_update(of=("self",)).get(pk=import_.pk)), item)
    if found and not found.in_doubt:
        raise ImportRefused("answered_already")
    correct_reading(import_=import_, item=item, changes={CLOSED: closed}, by=by, now=now, may_open=True, in_doubt=True)


@transaction.atomic
def take_answer_back(*, import_: Import, item: str, by: User, now: datetime) -> None:
    """Leave the doubt about the item with the key `item` unanswered again; all answers to it are undone."""
    for row in import_.corrections.filter(part=CLOSED, item=item, undone_at=None).order_by("-pk"):
        undo_correction(correction=row, by=by, now=now, may_open=True)


def keep_doubts(meeting: Meeting, import_: Import, minutes: facts.Minutes) -> None:
    """Keep with the items of `meeting` what made them doubtful in the reading `minutes` of `import_`, and who has answered.

    An item that stays open because nothing of the document was taken over keeps none: nobody has answered for those words.
    """
    doubts, answers = doubts_in(import_, minutes), answers_in(import_)
    if not (doubts or answers):
        return
    rows = pair_items(minutes.items, list(meeting.items.select_related("case").order_by("position")))
    for item, row in zip(minutes.items, rows, strict=True):
        if row and (row.closed or not item.in_doubt) and (told := doubts.get(item.key)):
            row.doubts = kept(told, row.doubts)
            row.save(update_fields=["doubts"])
        answer = answers.get(item.key)
        if row and answer and row.closed == answer.after:
            what = AccessStep.What.CLOSED if answer.after else AccessStep.What.OPENED
            AccessStep.objects.create(item=row, what=what, by=answer.by, at=answer.at)
