from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('hearings', '0010_steps_of_what_is_written'),
    ]

    operations = [
        migrations.AlterField(
            model_name='partystep',
            name='what',
            field=models.CharField(choices=[('asked', 'asked'), ('reminded', 'reminded'), ('declined', 'declined to answer'), ('corrected', 'corrected'), ('joined', 'joined with another spelling'), ('dropped', 'dropped as a party'), ('restored', 'a party again'), ('recorded', 'answer noted'), ('drafted', 'draft of the answer saved'), ('decided', 'answer decided at an item'), ('sent', 'answer sent'), ('rewritten', 'answer corrected'), ('withdrawn', 'answer removed'), ('considered', 'answer considered at an item')], max_length=10, verbose_name='what'),
        ),
    ]
