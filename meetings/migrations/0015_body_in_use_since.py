from django.db import migrations, models
from django.utils.timezone import localdate


def begin_today(apps, schema_editor):
    """Of the bodies there are, nobody has been reminded so far: what is overdue by now would all be told of at once."""
    apps.get_model("meetings", "Body").objects.exclude(kind="outside").update(in_use_since=localdate())


class Migration(migrations.Migration):
    dependencies = [("meetings", "0014_secretary_assignments")]

    operations = [
        migrations.AddField(
            model_name="body",
            name="in_use_since",
            field=models.DateField(
                blank=True,
                help_text="Nobody is reminded of what was overdue before that day. Empty: nobody is reminded of anything of the body's.",
                null=True,
                verbose_name="in use since",
            ),
        ),
        migrations.RunPython(begin_today, migrations.RunPython.noop),
    ]
