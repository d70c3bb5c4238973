"""Room for updated rows on their own page: a delivery is updated four times, a tally at every mail."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps


def leave_room(_apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("ALTER TABLE delivery_delivery SET (fillfactor = 70)")
        schema_editor.execute("ALTER TABLE delivery_tally SET (fillfactor = 20)")


def fill_up(_apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("ALTER TABLE delivery_delivery RESET (fillfactor)")
        schema_editor.execute("ALTER TABLE delivery_tally RESET (fillfactor)")


class Migration(migrations.Migration):
    dependencies = [("delivery", "0001_initial")]
    operations = [migrations.RunPython(leave_room, fill_up)]
