import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("hearings", "0003_whose_hearing")]

    operations = [
        migrations.AlterField(
            model_name="hearing",
            name="body",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="hearings", to="meetings.body", verbose_name="body"
            ),
        ),
    ]
