import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import OuterRef, Subquery

import cases.fields
from cases.trigrams import AddTrigramIndex
from danish.folding import fold


def keep_values(apps, schema_editor):
    """Every row so far gets the values of what it points at: one statement for the items, one for each body and user there are."""
    readings = apps.get_model("meetings", "ClosedReading").objects
    users = apps.get_model(settings.AUTH_USER_MODEL).objects.in_bulk()
    items = apps.get_model("meetings", "AgendaItem").objects.filter(pk=OuterRef("item"))
    kept = {"meeting_date": "meeting__date", "number": "label", "position": "position"}
    readings.update(**{column: Subquery(items.values(path)[:1]) for column, path in kept.items()})
    pairs = readings.order_by().values_list("item__body", "item__body__name", "user").distinct()
    for body_id, body_name, user_id in list(pairs):
        user = users[user_id]
        user_name = f"{user.name} ({user.username})" if user.name else user.username
        told = {"body_name": body_name, "user_name": user_name, "search_text": fold(f"{body_name} {user_name}")}
        readings.filter(item__body=body_id, user=user_id).update(**told)


class Migration(migrations.Migration):

    dependencies = [
        ("meetings", "0009_doubt_and_disqualification"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='closedreading',
            name='body_name',
            field=models.CharField(blank=True, max_length=200, verbose_name='body'),
        ),
        migrations.AddField(
            model_name='closedreading',
            name='meeting_date',
            field=models.DateField(blank=True, null=True, verbose_name='date of the meeting'),
        ),
        migrations.AddField(
            model_name='closedreading',
            name='number',
            field=models.CharField(blank=True, max_length=30, verbose_name='item'),
        ),
        migrations.AddField(
            model_name='closedreading',
            name='position',
            field=models.PositiveIntegerField(blank=True, null=True, verbose_name='place on the agenda'),
        ),
        migrations.AddField(
            model_name='closedreading',
            name='search_text',
            field=cases.fields.DerivedTextField(blank=True, of='words_to_find', verbose_name='search text'),
        ),
        migrations.AddField(
            model_name='closedreading',
            name='user_name',
            field=models.CharField(default='', max_length=360, verbose_name='user'),
            preserve_default=False,
        ),
        migrations.AlterField(
            model_name='closedreading',
            name='item',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='closed_readings', to='meetings.agendaitem', verbose_name='item in the register'),
        ),
        migrations.AlterField(
            model_name='closedreading',
            name='user',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='log-in'),
        ),
        migrations.AddIndex(
            model_name='closedreading',
            index=models.Index(fields=['meeting_date', 'at'], name='closed_reading_meeting_at'),
        ),
        AddTrigramIndex("closedreading", "search_text", "closed_reading_search_text_trigrams"),
        migrations.RunPython(keep_values, migrations.RunPython.noop),
    ]
