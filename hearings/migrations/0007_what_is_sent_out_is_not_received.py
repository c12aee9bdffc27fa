from django.db import migrations
from django.utils.timezone import localdate


def empty_received(apps, schema_editor):
    """Empties the day received of what a body sends out itself, where it is the day of entering that the form was filled in with."""
    hearings = apps.get_model("hearings", "Hearing").objects
    entered = hearings.filter(role="issuer", review="added", received_on__isnull=False, reviewed_at__isnull=False)
    same = [key for key, received, at in entered.values_list("pk", "received_on", "reviewed_at") if received == localdate(at)]
    hearings.filter(pk__in=same).update(received_on=None)


class Migration(migrations.Migration):
    dependencies = [("hearings", "0006_role")]

    operations = [migrations.RunPython(empty_received, migrations.RunPython.noop, elidable=True)]
