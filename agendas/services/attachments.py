"""Files added to an item, closed one by one, and removed: each is a change of the agenda that can be undone."""

from collections.abc import Collection, Mapping
from datetime import datetime
from functools import partial
from hashlib import sha256
from pathlib import PurePath

from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Model

from accounts.models import User
from agendas.exceptions import AgendaRefused
from agendas.models import AgendaStep, AttachmentFile
from agendas.services.changes import changing_agenda
from meetings.models import AgendaItem
from meetings.storage import removed_on_failure

What = AgendaStep.What


def attach(*, item: AgendaItem, files: Collection[UploadedFile], closed: bool, by: User | None, now: datetime) -> list[AttachmentFile]:
    """Keep the files with the item. Returns those that were not there already, to the byte and under the same name."""
    with removed_on_failure() as written, changing_agenda(item.meeting, What.ATTACHED, by=by, now=now):
        _refuse_gone(item)
        there = set(AttachmentFile.objects.filter(item=item, is_removed=False).values_list("sha256", "file_name"))
        made = []
        for file in files:
            digest, name = _digest(file), PurePath(file.name).name
            if (digest, name) in there:
                continue
            there.add((digest, name))
            told = {"title": PurePath(name).stem[:300], "file_name": name[:255], "size": file.size, "sha256": digest, "closed": closed}
            row = AttachmentFile.objects.create(item=item, file=file, added_by=by, added_at=now, **told)
            written.append(row.file)
            made.append(row)
    return made


def change_attachments(
    *,
    item: AgendaItem,
    titles: Mapping[int, str],
    closed: Collection[int],
    by: User | None,
    now: datetime,
    versions: Mapping[int, int] | None = None,
) -> None:
    """Give the files of the keys in `titles` these titles; those of the keys `closed` are closed, the others of them open.

    Raises `AgendaRefused` when somebody has changed or removed one since it had its version in `versions`; without those the caller has compared them.
    """
    with changing_agenda(item.meeting, What.ATTACHED, by=by, now=now):
        _refuse_gone(item)
        _refuse_changed(versions or {})
        for row in AttachmentFile.objects.filter(item=item, is_removed=False, pk__in=titles).order_by("pk"):
            wanted = {"title": titles[row.pk], "closed": row.pk in closed}
            changed = [name for name, value in wanted.items() if getattr(row, name) != value]
            for name in changed:
                setattr(row, name, wanted[name])
            if changed:
                row.save(update_fields=changed)


def remove_attachment(*, file: AttachmentFile, by: User | None, now: datetime, version: int | None = None) -> None:
    """Take the file away from its item. It stays, unseen, so that this can be undone.

    Raises `AgendaRefused` when somebody has changed the file since it had `version`.
    """
    with changing_agenda(file.item.meeting, What.ATTACHED, by=by, now=now):
        _refuse_gone(file.item)
        _refuse_changed({} if version is None else {file.pk: version})
        AttachmentFile.objects.filter(pk=file.pk).update(is_removed=True)


def was_removed(*, item: AgendaItem, key: int) -> bool:
    """Tells whether the item had the file and it was removed, as by the first of two clicks."""
    return AttachmentFile.objects.filter(pk=key, item=item, is_removed=True).exists()


def restore_attachments(item: AgendaItem, values: Collection[tuple[int, str, bool]]) -> None:
    """Make the files of `item` those of the values again: key, title, and whether it is closed."""
    AttachmentFile.objects.filter(item=item, is_removed=False).exclude(pk__in=[key for key, *_told in values]).update(is_removed=True)
    for key, title, closed in values:
        AttachmentFile.objects.filter(pk=key).update(item=item, title=title, closed=closed, is_removed=False)


def copy_attachments(item: AgendaItem, to: AgendaItem) -> None:
    """The files of `item` for `to`, too: the same files on the disk under rows of their own."""
    for row in AttachmentFile.objects.filter(item=item, is_removed=False).order_by("pk"):
        row.pk, row.item, row.version = None, to, 1
        row.save(force_insert=True)


def forget_with(rows: Mapping[type[Model], Collection[Model]]) -> None:
    """Call it before administration deletes `rows` for good, by their model: the files of items go with them, and from the disk."""
    of_items = AttachmentFile.objects.filter(item__in=[item.pk for item in rows.get(AgendaItem, ())])
    going = {*rows.get(AttachmentFile, ()), *of_items}
    names = {row.file.name for row in going}
    AttachmentFile.objects.filter(pk__in=[row.pk for row in going]).delete()
    if names:
        transaction.on_commit(partial(_remove_unnamed, names), robust=True)


def _remove_unnamed(names: set[str]) -> None:
    kept = set(AttachmentFile.objects.filter(file__in=names).values_list("file", flat=True))
    for name in sorted(names - kept):
        default_storage.delete(name)


def _refuse_gone(item: AgendaItem) -> None:
    if not AgendaItem.objects.filter(pk=item.pk, meeting=item.meeting_id).exists():
        raise AgendaRefused("gone")


def _refuse_changed(versions: Mapping[int, int]) -> None:
    there = dict(AttachmentFile.objects.filter(pk__in=versions, is_removed=False).values_list("pk", "version"))
    if there != versions:
        raise AgendaRefused("changed")


def _digest(file: UploadedFile) -> str:
    found = sha256()
    for chunk in file.chunks():
        found.update(chunk)
    file.seek(0)
    return found.hexdigest()
