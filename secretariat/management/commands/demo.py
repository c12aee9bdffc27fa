"""`manage.py demo`: fill an empty register with the demo council."""

from django.conf import settings
from django.core.management import BaseCommand, CommandError, call_command
from django.db import transaction
from django.utils import timezone

from meetings.models import Body
from reminders import services as reminders
from secretariat import demo, demo_life


class Command(BaseCommand):
    help = "Lægger et opdigtet byråd med to års møder i et tomt register."

    def handle(self, *args, **options) -> None:
        if not settings.EMBEDDED:
            # Its log-ins have passwords that are printed, an administrator's among them.
            raise CommandError(
                "demo er til den indbyggede opsætning uden DATABASE_URL: adgangskoderne til demoens brugere er kendt af alle."
            )
        call_command("migrate", verbosity=0, interactive=False)  # a folder that is new has no tables yet
        if Body.objects.exists():
            raise CommandError("Registret er ikke tomt. Demoen lægges kun i et tomt register.")
        folder, count = settings.BASE_DIR / "demo", 0
        with transaction.atomic():
            demo.make_people(folder)
            for count, _import in enumerate(demo.import_minutes(folder, now=timezone.now()), start=1):
                if count % 10 == 0:
                    self.stdout.write(f"  {count} referater er læst …")
            demo.plan_meetings(folder)
            demo_life.live(folder)
            reminders.update_plan(now=timezone.now())
        self.stdout.write(f"  {count} referater er læst og lagt i registret.")
