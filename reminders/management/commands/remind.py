"""`manage.py remind`: plans reminders and sends what is due, once; with `--dry-run` it shows what would go."""

import json
from dataclasses import asdict
from datetime import date, datetime, time

from django.core.management import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import timezone

from danish.formatting import day_in_words
from reminders import services
from reminders.forecast import Forecast, forecast


class Command(BaseCommand):
    help = "Planlægger påmindelser og sender dem, der er kommet til, én gang. Til cron, hvor der ingen Celery er."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="vis, hvad der ville gå, uden at gemme eller sende noget")
        parser.add_argument("--today", metavar="ÅÅÅÅ-MM-DD", help="med --dry-run: som det ser ud den dag")
        parser.add_argument("--json", action="store_true", help="med --dry-run: som JSON")

    def handle(self, *, dry_run: bool, today: str | None, **options) -> None:
        if not dry_run and (today or options["json"]):
            raise CommandError("--today og --json hører til --dry-run.")
        now = timezone.localtime()
        if dry_run:
            day = _day(today) if today else now.date()
            self.show(now if day == now.date() else noon(day), as_json=options["json"])
            return
        services.update_plan(now=now)
        count = services.send_due(clock=timezone.now)
        self.stdout.write("1 mail er behandlet." if count == 1 else f"{count} mails er behandlet.")

    def show(self, now: datetime, *, as_json: bool) -> None:
        """Plans as ever, in a transaction that is taken back."""
        with transaction.atomic():
            services.update_plan(now=now)
            found = forecast(today=now.date())
            transaction.set_rollback(True)
        if as_json:
            self.stdout.write(json.dumps([_row(one) for one in found], ensure_ascii=False, indent=2))
        for one in [] if as_json else found:
            when = f"{day_in_words(one.send_at.date())} kl. {one.send_at:%H.%M}"
            self.stdout.write(f"{when}  {one.recipient}\n    {one.title}\n    {one.reason}\n    {one.link}\n")
        if not as_json and not found:
            self.stdout.write("Der er ingen påmindelser på vej.")


def noon(day: date) -> datetime:
    """A time on the day at which its morning's reminders are due."""
    return timezone.make_aware(datetime.combine(day, time(12)))


def _row(one: Forecast) -> dict[str, str]:
    return asdict(one) | {"send_at": one.send_at.isoformat(), "due": one.due.isoformat()}


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise CommandError(f"{text!r} er ikke en dag: skriv den som 2026-09-03.") from error
