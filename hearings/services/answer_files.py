"""The files of answers that are deleted for good, alone or with their party, hearing or item. Any other file stays."""

from collections.abc import Collection, Mapping
from functools import partial

from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import Model, Q

from hearings.models import HearingResponse, PartyStep


def forget_with(rows: Mapping[type[Model], Collection[Model]]) -> None:
    """Call it before `rows`, by their model, are deleted for good."""
    forget_answers(rows.get(HearingResponse, ()), steps=rows.get(PartyStep, ()))


def forget_answers(answers: Collection[HearingResponse], *, steps: Collection[PartyStep] = ()) -> None:
    """Call it before `answers`, and with them `steps`, are deleted for good. Deletes all the steps of the answers.

    Once the transaction is committed, the files that these had and that nothing names any more are removed.
    """
    own = PartyStep.objects.filter(what__in=PartyStep.OF_ANSWERS, moved__answers__0__in=[answer.pk for answer in answers])
    names = {answer.file.name for answer in answers} | _named_in({*own, *steps})
    own.delete()
    if names := names - {"", None}:
        transaction.on_commit(partial(_remove_unnamed, names), robust=True)  # what is deleted is so, whatever the disk says


def _remove_unnamed(names: set[str]) -> None:
    """Remove those of the files that no answer has, and that no step could give back."""
    either = Q(moved__changed__file__0__in=names) | Q(moved__changed__file__1__in=names)
    kept = _named_in(PartyStep.objects.filter(either)) | {*HearingResponse.objects.filter(file__in=names).values_list("file", flat=True)}
    for name in sorted(names - kept):
        default_storage.delete(name)


def _named_in(steps: Collection[PartyStep]) -> set[str]:
    return {name for step in steps for name in step.moved.get("changed", {}).get("file", ())}
