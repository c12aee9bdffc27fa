import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import concurrency.models


class Migration(migrations.Migration):
    dependencies = [
        ("agendas", "0003_moved_items"),
        ("meetings", "0017_legal_grounds"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name="agendastep",
            name="what",
            field=models.CharField(
                choices=[
                    ("added", "an item was added"),
                    ("placed", "an item was put on"),
                    ("changed", "an item was changed"),
                    ("moved", "an item was moved"),
                    ("removed", "an item was removed"),
                    ("ordered", "the suggested order was taken"),
                    ("breaks", "the breaks were changed"),
                    ("split", "an item was split in two"),
                    ("left", "an item was moved to another meeting"),
                    ("came", "an item came from another meeting"),
                    ("sent_on", "an item came from another body"),
                    ("attached", "attachments were changed"),
                ],
                max_length=10,
                verbose_name="what",
            ),
        ),
        migrations.CreateModel(
            name="AttachmentFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", concurrency.models.VersionField(default=1, verbose_name="version")),
                ("title", models.CharField(max_length=300, verbose_name="title")),
                ("file", models.FileField(upload_to="attachments/%Y/%m/", verbose_name="file")),
                ("file_name", models.CharField(max_length=255, verbose_name="file name")),
                ("size", models.PositiveIntegerField(verbose_name="size in bytes")),
                ("sha256", models.CharField(max_length=64, verbose_name="SHA-256")),
                ("closed", models.BooleanField(default=False, verbose_name="closed")),
                ("is_removed", models.BooleanField(default=False, verbose_name="removed")),
                ("added_at", models.DateTimeField(verbose_name="added")),
                (
                    "added_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="added by",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="attachment_files",
                        to="meetings.agendaitem",
                        verbose_name="item",
                    ),
                ),
            ],
            options={"verbose_name": "attached file", "verbose_name_plural": "attached files", "ordering": ["item", "pk"]},
        ),
    ]
