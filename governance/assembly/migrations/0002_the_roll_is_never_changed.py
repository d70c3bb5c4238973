"""The roll is never changed once frozen: its rows exist only from the freezing on, so none may be changed or go."""

from django.db import migrations

TABLE = "assembly_rollentry"
NAME = "the_roll_is_never_changed_once_frozen"

DO = {
    "sqlite": [
        f"CREATE TRIGGER {NAME}_{when.lower()} BEFORE {when} ON {TABLE} BEGIN SELECT RAISE(ABORT, '{NAME}'); END"
        for when in ("UPDATE", "DELETE")
    ],
    "postgresql": [
        f"CREATE FUNCTION {NAME}() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION '{NAME}' "
        "USING ERRCODE = 'integrity_constraint_violation'; END $$ LANGUAGE plpgsql",
        f"CREATE TRIGGER {NAME} BEFORE UPDATE OR DELETE ON {TABLE} FOR EACH ROW EXECUTE FUNCTION {NAME}()",
    ],
}
UNDO = {
    "sqlite": [f"DROP TRIGGER {NAME}_update", f"DROP TRIGGER {NAME}_delete"],
    "postgresql": [f"DROP TRIGGER {NAME} ON {TABLE}", f"DROP FUNCTION {NAME}()"],
}


def guard(_apps, schema_editor):
    for statement in DO[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def unguard(_apps, schema_editor):
    for statement in UNDO[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("assembly", "0001_initial")]

    operations = [migrations.RunPython(guard, unguard)]
