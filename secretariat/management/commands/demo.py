"""`manage.py demo`: fill an empty register with the demo council."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from meetings.models import Body
from secretariat import demo, demo_life


class Command(BaseCommand):
    help = "Lægger et opdigtet byråd med to års møder i et tomt register."

    def handle(self, *args, **options) -> None:
        if Body.objects.exists():
            raise CommandError("Registeret er ikke tomt. Demoen lægges kun i et tomt register.")
        folder, count = settings.BASE_DIR / "demo", 0
        with transaction.atomic():
            demo.make_people(folder)
            for count, _import in enumerate(demo.import_minutes(folder, now=timezone.now()), start=1):
                if count % 10 == 0:
                    self.stdout.write(f"  {count} referater er læst …")
            demo.plan_meetings(folder)
            demo_life.live(folder)
        self.stdout.write(f"  {count} referater er læst og lagt i registeret.")
