from collections import defaultdict

from django.core.management import call_command
from django.db import migrations

import accounts.fields
import django.contrib.auth.validators


def in_small_letters(apps, schema_editor):
    """Stops before anything is changed where two names would become one: which of them keeps it is for an administrator to say."""
    users = apps.get_model("accounts", "User").objects
    same = defaultdict(list)
    for name in users.order_by("pk").values_list("username", flat=True):
        same[name.lower()].append(name)
    if doubled := [" og ".join(names) for names in same.values() if len(names) > 1]:
        raise RuntimeError(
            "Store og små bogstaver gør ikke længere forskel i brugernavne, men disse er kun forskellige derved: "
            f"{'; '.join(doubled)}. Giv dem hver sit navn i administrationen af den hidtidige udgave, og kør migrate igen."
        )
    for name in (name for [name] in same.values() if name != name.lower()):
        users.filter(username=name).update(username=name.lower())


def make_table_of_counts(apps, schema_editor):
    """The cache, in which log-ins are counted. Django's own command makes the table where it is missing."""
    call_command("createcachetable", database=schema_editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0002_versions'),
    ]

    operations = [
        migrations.RunPython(in_small_letters, migrations.RunPython.noop),
        migrations.AlterField(
            model_name='user',
            name='username',
            field=accounts.fields.UserNameField(max_length=150, unique=True, validators=[django.contrib.auth.validators.UnicodeUsernameValidator()], verbose_name='user name'),
        ),
        migrations.RunPython(make_table_of_counts, migrations.RunPython.noop),
    ]
