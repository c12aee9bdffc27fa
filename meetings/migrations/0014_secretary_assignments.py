import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

OLD, NEW = "meetings.Service", "meetings.SecretaryAssignment"


def rename_in_merges(apps, schema_editor, old=OLD, new=NEW):
    """Merges name the model of each row they moved or dropped; undoing one finds the model by that name."""
    for merge in apps.get_model("meetings", "Merge").objects.iterator():
        merge.moved = {name.replace(f"{old}.", f"{new}."): keys for name, keys in merge.moved.items()}
        for row in merge.dropped:
            if row["model"] == old.lower():
                row["model"] = new.lower()
        merge.save(update_fields=["moved", "dropped"])


def restore_in_merges(apps, schema_editor):
    rename_in_merges(apps, schema_editor, old=NEW, new=OLD)


class Migration(migrations.Migration):
    dependencies = [
        ("meetings", "0013_merges"),
        # Renaming looks for the model's content type, whose table has this form by then, forwards and backwards.
        ("contenttypes", "0002_remove_content_type_name"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="service", name="one_service_per_body_and_user"),
        migrations.RenameModel(old_name="Service", new_name="SecretaryAssignment"),
        migrations.AlterField(
            model_name="secretaryassignment",
            name="body",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="secretary_assignments",
                to="meetings.body",
                verbose_name="body",
            ),
        ),
        migrations.AlterField(
            model_name="secretaryassignment",
            name="user",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="secretary_assignments",
                to=settings.AUTH_USER_MODEL,
                verbose_name="secretary",
            ),
        ),
        migrations.AddConstraint(
            model_name="secretaryassignment",
            constraint=models.UniqueConstraint(
                fields=("body", "user"),
                name="one_secretary_assignment_per_body_and_user",
                violation_error_message="The secretary manages this body already.",
            ),
        ),
        migrations.RunPython(rename_in_merges, restore_in_merges),
    ]
