"""Each meeting counts how often its day, hours, place or cancellation were changed, so that calendars take the newer event for the older."""

from django.db import migrations

from meetings.fields import CalendarChangesField


class Migration(migrations.Migration):
    dependencies = [("meetings", "0021_item_dates")]
    operations = [
        migrations.AddField("meeting", "calendar_changes", CalendarChangesField("changes in the calendar", default=0, editable=False))
    ]
