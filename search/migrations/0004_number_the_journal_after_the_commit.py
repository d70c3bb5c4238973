from django.db import migrations, models

ENTRY_OPTIONS = {
    "verbose_name": "entry of the search journal",
    "verbose_name_plural": "entries of the search journal",
}
WORDS = ["work", "studies", "pages", "group", "assembly", "organisation", "everything"]


def tell_everything(apps, schema_editor):
    """What waited in the old table is told with all the rest, where there is an index to tell."""
    alias = schema_editor.connection.alias
    if apps.get_model("search", "IndexVersion").objects.using(alias).exists():
        apps.get_model("search", "JournalEntry").objects.using(alias).create(what="everything")


class Migration(migrations.Migration):

    dependencies = [
        ('search', '0003_keep_lexicons'),
    ]

    operations = [
        migrations.DeleteModel(name='JournalEntry'),
        migrations.CreateModel(
            name='JournalEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sequence', models.PositiveBigIntegerField(null=True, unique=True, verbose_name='sequence')),
                ('what', models.CharField(choices=[(word, word) for word in WORDS], max_length=20, verbose_name='what')),
                ('which', models.CharField(blank=True, help_text='A document’s id, or a row’s.', max_length=64, verbose_name='which')),
            ],
            options=ENTRY_OPTIONS,
        ),
        migrations.AddField(
            model_name='journalhead',
            name='day',
            field=models.DateField(null=True),
        ),
        migrations.RunPython(tell_everything, migrations.RunPython.noop),
    ]
