from django.db import migrations

from cases.trigrams import AddTrigramIndex


class Migration(migrations.Migration):
    dependencies = [("cases", "0004_find_numbers"), ("meetings", "0005_publication_steps")]
    operations = [
        AddTrigramIndex("agendaitem", "search_text", "item_search_text_trigrams"),
        AddTrigramIndex("agendaitem", "search_decision", "item_search_decision_trigrams"),
    ]
