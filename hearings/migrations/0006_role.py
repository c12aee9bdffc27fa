from django.db import migrations, models


def rename_sent(apps, schema_editor):
    apps.get_model("hearings", "Hearing").objects.filter(role="sent").update(role="issuer")


def rename_issuer(apps, schema_editor):
    apps.get_model("hearings", "Hearing").objects.filter(role="issuer").update(role="sent")


class Migration(migrations.Migration):
    dependencies = [("hearings", "0005_versions")]

    operations = [
        migrations.RenameField(model_name="hearing", old_name="side", new_name="role"),
        migrations.AlterField(
            model_name="hearing",
            name="role",
            field=models.CharField(
                blank=True, choices=[("issuer", "sent out"), ("consulted", "consulted")], max_length=10, verbose_name="role"
            ),
        ),
        migrations.RunPython(rename_sent, rename_issuer, elidable=True),
    ]
