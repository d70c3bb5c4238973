"""Two terms of one organisation never hold on the same day, whoever writes them."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

TABLE = "organisations_membershipterm"

OVERLAP = """
SELECT 1 FROM {table} AS other
WHERE other.organisation_id = NEW.organisation_id AND other.id <> {own}
  AND (NEW.until_on IS NULL OR other.from_on < NEW.until_on)
  AND (other.until_on IS NULL OR other.until_on > NEW.from_on)
"""

SQLITE = [
    f"""
    CREATE TRIGGER terms_do_not_overlap_on_{when.lower()} BEFORE {when} ON {TABLE}
    WHEN EXISTS ({OVERLAP.format(table=TABLE, own="COALESCE(NEW.id, -1)")})
    BEGIN SELECT RAISE(ABORT, 'terms_do_not_overlap'); END
    """
    for when in ("INSERT", "UPDATE")
]

# The organisation's row is locked first: of two people who add a term at once, the second sees the first's.
POSTGRESQL = [
    f"""
    CREATE FUNCTION terms_do_not_overlap() RETURNS trigger AS $$
    BEGIN
      PERFORM 1 FROM organisations_organisation WHERE id = NEW.organisation_id FOR UPDATE;
      IF EXISTS ({OVERLAP.format(table=TABLE, own="NEW.id")}) THEN
        RAISE EXCEPTION 'terms_do_not_overlap' USING ERRCODE = 'exclusion_violation';
      END IF;
      RETURN NEW;
    END $$ LANGUAGE plpgsql
    """,
    f"""
    CREATE TRIGGER terms_do_not_overlap BEFORE INSERT OR UPDATE ON {TABLE}
    FOR EACH ROW EXECUTE FUNCTION terms_do_not_overlap()
    """,
]

UNDO = {
    "sqlite": [f"DROP TRIGGER terms_do_not_overlap_on_{when}" for when in ("insert", "update")],
    "postgresql": [f"DROP TRIGGER terms_do_not_overlap ON {TABLE}", "DROP FUNCTION terms_do_not_overlap()"],
}
DO = {"sqlite": SQLITE, "postgresql": POSTGRESQL}


def guard(_apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for statement in DO[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def unguard(_apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for statement in UNDO[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("organisations", "0001_initial")]

    operations = [migrations.RunPython(guard, unguard)]
