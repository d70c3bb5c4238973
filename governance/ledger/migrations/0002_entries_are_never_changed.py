"""Triggers that refuse to change or delete an entry, on SQLite and PostgreSQL."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

SQLITE = """
CREATE TRIGGER entries_are_never_{did} BEFORE {event} ON ledger_entry
BEGIN SELECT RAISE(ABORT, 'entries_are_never_{did}'); END
"""
POSTGRESQL = """
CREATE FUNCTION entries_are_never_{did}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'entries_are_never_{did}' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER entries_are_never_{did} BEFORE {event} ON ledger_entry
FOR EACH ROW EXECUTE FUNCTION entries_are_never_{did}();
"""
REFUSED = {"changed": "UPDATE", "deleted": "DELETE"}


def refuse(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    written = POSTGRESQL if editor.connection.vendor == "postgresql" else SQLITE
    for did, event in REFUSED.items():
        editor.execute(written.format(did=did, event=event))


def allow(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    for did in REFUSED:
        if editor.connection.vendor == "postgresql":
            editor.execute(f"DROP FUNCTION entries_are_never_{did}() CASCADE")
        else:
            editor.execute(f"DROP TRIGGER entries_are_never_{did}")


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_initial")]
    operations = [migrations.RunPython(refuse, allow)]
