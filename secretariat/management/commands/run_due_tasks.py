"""`manage.py run_due_tasks`: one round of what the schedule asks for, done here and now, for an installation that has only cron."""

from django.core.management import BaseCommand
from django.utils import timezone

from accounts.tasks import clear_sessions
from meetings.tasks import sweep_unfinished_files
from minutes import services
from reminders import services as reminders


class Command(BaseCommand):
    help = "Læser det, der venter på at blive læst, sender påmindelser og rydder op, én gang. Til cron, hvor der ingen Celery er."

    def handle(self, **options) -> None:
        count = 0
        while services.read_next(now=timezone.now()):
            count += 1
        reminders.update_plan(now=timezone.now())
        reminders.send_due(clock=timezone.now)
        clear_sessions()
        sweep_unfinished_files()
        self.stdout.write("1 fil er læst." if count == 1 else f"{count} filer er læst.")
