"""The roll is never changed once frozen.

Its rows are written in the moment of freezing, before the state says so: from then on none is added, changed or removed.
"""

from django.db import migrations

TABLE = "assembly_rollentry"
NAME = "the_roll_is_never_changed_once_frozen"
FROZEN = "(SELECT state FROM assembly_assembly WHERE id = NEW.assembly_id) NOT IN ('draft', 'convened')"

REFUSE = {
    "sqlite": [
        *[
            f"CREATE TRIGGER {NAME}_{when.lower()} BEFORE {when} ON {TABLE} BEGIN SELECT RAISE(ABORT, '{NAME}'); END"
            for when in ("UPDATE", "DELETE")
        ],
        f"CREATE TRIGGER {NAME}_insert BEFORE INSERT ON {TABLE} WHEN {FROZEN} "
        f"BEGIN SELECT RAISE(ABORT, '{NAME}'); END",
    ],
    "postgresql": [
        f"CREATE FUNCTION {NAME}() RETURNS trigger AS $$ BEGIN "
        f"IF TG_OP <> 'INSERT' OR {FROZEN} THEN RAISE EXCEPTION '{NAME}' "
        "USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$ LANGUAGE plpgsql",
        f"CREATE TRIGGER {NAME} BEFORE INSERT OR UPDATE OR DELETE ON {TABLE} "
        f"FOR EACH ROW EXECUTE FUNCTION {NAME}()",
    ],
}
ALLOW = {
    "sqlite": [f"DROP TRIGGER {NAME}_{when}" for when in ("update", "delete", "insert")],
    "postgresql": [f"DROP TRIGGER {NAME} ON {TABLE}", f"DROP FUNCTION {NAME}()"],
}


def refuse(_apps, schema_editor):
    for statement in REFUSE[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def allow(_apps, schema_editor):
    for statement in ALLOW[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("assembly", "0001_initial")]

    operations = [migrations.RunPython(refuse, allow)]
