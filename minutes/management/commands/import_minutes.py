"""`manage.py import_minutes FILE…`: read minutes from files and put them in the register, or only show what was read."""

import json
from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from meetings.unsettled import NotSettled
from minutes import services
from minutes.models import Import
from minutes.register_checks import WHICH_MEETING
from minutes.wording import say
from reader import format, reading
from reader.checks import EMPTY_CODES
from reader.sandbox import Understood, understand_apart


class Command(BaseCommand):
    help = "Read minutes (txt, docx, pdf) and put them in the register. --dry-run --json prints what was read and writes nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument("--dry-run", action="store_true", help="Read only; write nothing.")
        parser.add_argument("--json", action="store_true", help="With --dry-run: print the minutes format as one JSON array.")
        parser.add_argument("--publish", action="store_true", help="Publish the agenda or minutes at once.")
        parser.add_argument("--review", action="store_true", help="Leave the readings for the secretary to review.")

    def handle(self, *args, files: list[Path], dry_run: bool, **options) -> None:
        if options["json"] and not dry_run:
            raise CommandError(_("--json goes with --dry-run."))
        failed = self._show(files, options["json"]) if dry_run else self._import(files, options["publish"], options["review"])
        if failed:
            raise CommandError(_("%(count)d of %(all)d files could not be read.") % {"count": failed, "all": len(files)})

    def _show(self, files: list[Path], as_json: bool) -> int:
        shown, failed = [], 0
        for file in files:
            try:
                minutes = self._understood(file).minutes
            except reading.Unreadable as error:
                failed += 1
                self._complain(file, say(error.code, error.params))
                continue
            shown.append(format.to_json(minutes, say=say))
            if not as_json:
                self._tell(file, _("%(items)d items, %(warnings)d warnings"), minutes)
        if as_json:
            self.stdout.write(json.dumps(shown, ensure_ascii=False, indent=1))
        return failed

    def _import(self, files: list[Path], publish: bool, review: bool) -> int:
        failed = 0
        for file in files:
            try:
                data = self._bytes(file)
            except reading.Unreadable as error:
                failed += 1
                self._complain(file, say(error.code, error.params))
                continue
            try:
                import_, is_new = services.receive(data=data, name=file.name, by=None, now=timezone.now())
            except services.ImportRefused as refused:
                failed += 1
                self._complain(file, str(refused))
                continue
            if not is_new and import_.state == Import.State.APPLIED:
                self.stdout.write(f"{file.name}: " + _("is in the register already; nothing was written."))
                if publish and not self._is_published(import_):
                    self._complain(file, _("It is not published. Publish it on the meeting's page."))
                continue
            if import_.state in (Import.State.WAITING, Import.State.READING):
                import_ = services.read_import(pk=import_.pk, now=timezone.now(), last_attempt=True)
            if import_ is None:
                failed += 1
                self._complain(file, _("It is being read already. Try again in a moment."))
                continue
            if import_.state == Import.State.UNREADABLE:
                failed += 1
                self._complain(file, say(import_.error["code"], import_.error["params"]))
                continue
            failed += self._apply(file, import_, publish, review)
        return failed

    def _apply(self, file: Path, import_: Import, publish: bool, review: bool) -> int:
        minutes = services.reading_of(import_)
        _matches, warnings, meeting, _taken = services.look_up(minutes, import_.said)
        minutes.warnings += warnings
        alarms = [one for one in minutes.warnings if one.code in (WHICH_MEETING, *EMPTY_CODES)]
        for one in alarms:
            self._complain(file, say(one.code, one.params))
        review = review or bool(alarms)
        if review or (meeting and services.differences_from_register(minutes, meeting)):
            self._tell(file, _("waits for review: %(items)d items, %(warnings)d warnings"), minutes)
            if publish:
                self._complain(file, _("It is not published, since somebody must review it first."))
            return 0
        unsettled = None
        try:
            try:
                services.apply(import_=import_, by=None, now=timezone.now(), publish=publish)
            except NotSettled as error:
                unsettled = error
                services.apply(import_=import_, by=None, now=timezone.now(), publish=False)
        except services.ImportRefused as refused:
            self._complain(file, str(refused))
            return 1
        self._tell(file, _("put in the register: %(items)d items, %(warnings)d warnings"), minutes)
        if unsettled:
            self._complain(file, str(unsettled))
        return 0

    def _is_published(self, import_: Import) -> bool:
        meeting = import_.meeting
        is_agenda = import_.reading["kind"] == "agenda"
        return bool(meeting and (meeting.agenda_published_at if is_agenda else meeting.minutes_published_at))

    def _understood(self, file: Path) -> Understood:
        try:
            with file.open("rb") as opened:
                return understand_apart(opened, file.name)
        except OSError as error:
            raise CommandError(_("%(file)s cannot be opened.") % {"file": file}) from error

    def _bytes(self, file: Path) -> bytes:
        try:
            if (size := file.stat().st_size) > reading.DEFAULT.bytes:
                raise reading.Unreadable("too_large", size=size, most=reading.DEFAULT.bytes)  # before it fills the memory
            return file.read_bytes()
        except OSError as error:
            raise CommandError(_("%(file)s cannot be opened.") % {"file": file}) from error

    def _tell(self, file: Path, sentence: str, minutes) -> None:
        counts = {"items": len(minutes.items), "warnings": len(minutes.warnings)}
        self.stdout.write(f"{file.name}: {sentence % counts}")

    def _complain(self, file: Path, sentence: str) -> None:
        self.stderr.write(f"{file.name}: {sentence}")
