from django.core.files.storage import storages
from django.db import migrations


def to_private(apps, schema_editor):
    carry(apps, source=storages["default"], target=storages["private"])


def to_public(apps, schema_editor):
    carry(apps, source=storages["private"], target=storages["default"])


def carry(apps, *, source, target):
    """Each original by its name; a second run finds nothing to do."""
    for name in apps.get_model("cms", "PlenaryImage").objects.values_list("file", flat=True).iterator():
        if source.exists(name) and not target.exists(name):
            with source.open(name) as file:
                target.shelf.put(name, file)
            source.delete(name)


class Migration(migrations.Migration):
    """Originals of pictures leave the public folder: what the public sees are renditions."""

    dependencies = [("cms", "0005_content_and_consent")]
    operations = [migrations.RunPython(to_private, to_public)]
