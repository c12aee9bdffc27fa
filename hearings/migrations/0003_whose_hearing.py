from django.db import migrations
from django.db.models import OuterRef, Subquery


def tell_whose(apps, schema_editor):
    """Every hearing there is belongs to an item, and so to its body."""
    items = apps.get_model("meetings", "AgendaItem").objects.filter(pk=OuterRef("item"))
    apps.get_model("hearings", "Hearing").objects.update(body=Subquery(items.values("body")[:1]))


class Migration(migrations.Migration):
    dependencies = [("hearings", "0002_tracking")]

    operations = [migrations.RunPython(tell_whose, migrations.RunPython.noop, elidable=True)]
