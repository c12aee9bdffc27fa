"""Each item repeats its meeting's day, so that the newest of a case, a matter or a body is found by an index."""

from django.db import migrations, models
from django.db.models import OuterRef, Subquery

from cases.fields import DerivedDateField


def repeat_days(apps, schema_editor):
    meetings = apps.get_model("meetings", "Meeting").objects.filter(pk=OuterRef("meeting"))
    apps.get_model("meetings", "AgendaItem").objects.update(date=Subquery(meetings.values("date")[:1]))


class Migration(migrations.Migration):
    dependencies = [("cases", "0006_former_numbers"), ("meetings", "0020_start_help")]
    operations = [
        migrations.AddField("agendaitem", "date", DerivedDateField(null=True, of="meeting_date", verbose_name="date")),
        migrations.RunPython(repeat_days, migrations.RunPython.noop),
        migrations.AlterField("agendaitem", "date", DerivedDateField(of="meeting_date", verbose_name="date")),
        migrations.AddIndex("agendaitem", models.Index(fields=["case", "date", "id"], name="item_case_date")),
        migrations.AddIndex("agendaitem", models.Index(fields=["matter", "date", "id"], name="item_matter_date")),
        migrations.AddIndex("agendaitem", models.Index(fields=["body", "date", "id"], name="item_body_date")),
        migrations.AddIndex("agendaitem", models.Index(fields=["date", "id"], name="item_date")),
    ]
