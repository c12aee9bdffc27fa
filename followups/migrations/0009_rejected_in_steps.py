from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("followups", "0008_duplicates")]

    operations = [
        migrations.AddField(
            model_name="step",
            name="review_before",
            field=models.CharField(
                blank=True,
                choices=[
                    ("unreviewed", "unreviewed"),
                    ("accepted", "accepted"),
                    ("corrected", "corrected"),
                    ("rejected", "rejected"),
                    ("added", "added by hand"),
                ],
                default="",
                editable=False,
                max_length=20,
                verbose_name="review before",
            ),
            preserve_default=False,
        ),
        migrations.AlterField(
            model_name="step",
            name="what",
            field=models.CharField(
                choices=[
                    ("placed", "placed on an agenda"),
                    ("unplaced", "taken off the agenda"),
                    ("met", "met"),
                    ("answered", "answered in the hearing"),
                    ("dropped", "dropped"),
                    ("ended", "dropped, and comes no more"),
                    ("postponed", "postponed"),
                    ("rejected", "rejected as misread"),
                ],
                max_length=10,
                verbose_name="what",
            ),
        ),
    ]
