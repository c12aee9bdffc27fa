from django.db import migrations

from cases.trigrams import AddTrigramIndex


class Migration(migrations.Migration):
    dependencies = [("cases", "0003_matter_titles")]
    operations = [AddTrigramIndex("case", "key", "case_key_trigrams")]
