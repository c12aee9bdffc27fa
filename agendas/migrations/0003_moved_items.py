import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("agendas", "0002_agenda_versions")]

    operations = [
        migrations.AddField(
            model_name="agendastep",
            name="twin",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="agendas.agendastep",
                verbose_name="step of the other agenda",
            ),
        ),
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
                ],
                max_length=10,
                verbose_name="what",
            ),
        ),
    ]
