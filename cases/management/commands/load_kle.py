"""`manage.py load_kle FILE…`: gives case numbers their subject titles from KL's or OS2KLE's files."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from cases import kle
from cases.services import load_kle


class Command(BaseCommand):
    help = _("Read titles of KLE subjects and facets from OS2KLE's text file, KL's XML or a table (code;title).")

    def add_arguments(self, parser):
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")

    def handle(self, *, files: list[Path], **options):
        # Every file is read before the first row is written: one that is wrong leaves the register as it was.
        plans = [_read(file) for file in files]
        for file, plan in zip(files, plans, strict=True):
            loaded = load_kle(plan=plan)
            self.stdout.write(
                _("%(file)s: %(subjects)d subjects, %(facets)d facets; %(new)d new, %(changed)d changed, %(expired)d expired.")
                % {
                    "file": file.name,
                    "subjects": len(plan.subjects),
                    "facets": len(plan.facets),
                    "new": loaded.new,
                    "changed": loaded.changed,
                    "expired": loaded.expired,
                }
            )


def _read(file: Path) -> kle.Plan:
    try:
        if file.stat().st_size > kle.MAX_BYTES:
            raise CommandError(_("%(file)s is too large: at most %(max)d MB.") % {"file": file.name, "max": kle.MAX_BYTES // 2**20})
        return kle.read(file.read_bytes(), today=timezone.localdate())
    except OSError as error:
        raise CommandError(_("%(file)s cannot be opened.") % {"file": file}) from error
    except kle.WrongFile as error:
        raise CommandError(_message(file, *error.args)) from error


def _message(file: Path, reason: str, line: int | None) -> str:
    why = {
        "empty": _("it is empty"),
        "xml": _("its XML is broken or declares a document type"),
        "line": _("a line is not of the form KLENummer='…':KLETitel='…'"),
        "code": _("a number is neither a subject (27.15.00) nor a facet (A08)"),
        "title": _("a title is missing or too long"),
        "unknown": _("it holds neither subjects nor facets"),
    }[reason]
    where = _(" (line %d)") % line if line else ""
    return _("%(file)s cannot be used: %(why)s%(where)s. Nothing was changed.") % {"file": file.name, "why": why, "where": where}
