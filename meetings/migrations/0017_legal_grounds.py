from django.db import migrations, models

GROUNDS = [
    ("ksl_10", "Kommunestyrelsesloven § 10: the nature of the case"),
    ("ofl_21", "Offentlighedsloven § 21: somebody's employment"),
    ("ofl_23", "Offentlighedsloven § 23: internal documents"),
    ("ofl_30_1", "Offentlighedsloven § 30, no. 1: private, including economic, circumstances of individuals"),
    ("ofl_30_2", "Offentlighedsloven § 30, no. 2: technical, operating or business matters"),
    ("ofl_33_1", "Offentlighedsloven § 33, no. 1: offences and those involved in them"),
    ("ofl_33_3", "Offentlighedsloven § 33, no. 3: the economic interests of the public"),
    ("ofl_33_5", "Offentlighedsloven § 33, no. 5: other private and public interests"),
    ("ofl_35", "Offentlighedsloven § 35: secrecy laid down by law"),
    ("fvl_27", "Forvaltningsloven § 27: the duty of secrecy"),
    ("other", "another ground, written below"),
]


class Migration(migrations.Migration):
    dependencies = [("meetings", "0016_living_items")]

    operations = [
        migrations.AddField(
            model_name="agendaitem",
            name="legal_ground",
            field=models.CharField(blank=True, choices=GROUNDS, default="", max_length=10, verbose_name="legal ground"),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="agendaitem",
            name="legal_ground_text",
            field=models.CharField(blank=True, default="", max_length=500, verbose_name="more about the legal ground"),
            preserve_default=False,
        ),
    ]
