from django.db import migrations, models

SLOTS = 128


def fill(apps, schema_editor):
    Generation = apps.get_model("cms", "Generation")
    Generation.objects.bulk_create([Generation(slot=slot) for slot in range(SLOTS)])


class Migration(migrations.Migration):
    """The full-page cache's count of what was written: one row a slot, so that writers do not queue."""

    dependencies = [
        ("cms", "0002_vocabularies"),
    ]

    operations = [
        migrations.CreateModel(
            name="Generation",
            fields=[
                ("slot", models.PositiveSmallIntegerField(primary_key=True, serialize=False)),
                ("n", models.PositiveBigIntegerField(default=0)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("slot__lt", 128)), name="a_generation_has_128_slots")
                ],
            },
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
