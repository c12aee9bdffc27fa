"""Removing an answer is a step, and so is every deadline that was put off before there were steps of hearings."""

from django.db import migrations, models

RECORDED = (
    *("role", "sender", "subject", "received_on", "opens_first", "opens_last"),
    *("deadline", "answers_to", "open_to_public", "duplicate_of_id"),
)


def forwards(apps, schema_editor):
    extension, step = apps.get_model("hearings", "Extension"), apps.get_model("hearings", "HearingStep")
    known = {(one.at, one.after["deadline"]) for one in step.objects.filter(what="extended")}
    missing = {}
    for one in extension.objects.select_related("hearing").order_by("pk"):
        if (one.at, one.new.isoformat()) not in known:
            missing.setdefault(one.hearing_id, []).append(one)
    for hearing, extensions in missing.items():
        steps = [*step.objects.filter(hearing=hearing).order_by("pk")]
        step.objects.filter(hearing=hearing).delete()
        # Steps are taken back from the newest: their keys follow the time.
        for one in sorted([*steps, *map(step_of(step), extensions)], key=lambda one: one.at):
            one.pk = None
            one.save(force_insert=True)


def step_of(model):
    def made(one):
        now = {name: _as_json(getattr(one.hearing, name)) for name in RECORDED}
        before, after = (now | {"deadline": _as_json(day)} for day in (one.old, one.new))
        return model(hearing=one.hearing, what="extended", why=one.reason, by_id=one.by_id, at=one.at, before=before, after=after)

    return made


def _as_json(value):
    return value.isoformat() if hasattr(value, "isoformat") else value


class Migration(migrations.Migration):

    dependencies = [
        ('hearings', '0008_joined'),
    ]

    operations = [
        migrations.AddField(
            model_name='hearingresponse',
            name='is_removed',
            field=models.BooleanField(default=False, editable=False, verbose_name='removed'),
        ),
        migrations.AlterField(
            model_name='partystep',
            name='what',
            field=models.CharField(choices=[('asked', 'asked'), ('reminded', 'reminded'), ('declined', 'declined to answer'), ('corrected', 'corrected'), ('joined', 'joined with another spelling'), ('dropped', 'dropped as a party'), ('restored', 'a party again'), ('withdrawn', 'answer removed')], max_length=10, verbose_name='what'),
        ),
        migrations.RunPython(forwards, migrations.RunPython.noop, elidable=True),
    ]
