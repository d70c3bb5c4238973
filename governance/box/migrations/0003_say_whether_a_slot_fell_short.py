from django.db import migrations, models


class Migration(migrations.Migration):
    """Nullable and without a default: SQLite adds such a column in place, and keeps the triggers of 0002."""

    dependencies = [("box", "0002_papers_enter_an_open_slot")]

    operations = [
        migrations.AddField(
            model_name="slot",
            name="fell_short",
            field=models.BooleanField(null=True),
        ),
    ]
