"""Invoices and credit notes are numbered without gaps, whoever writes them; each invoice knows its membership term."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

TABLES = {"invoices": "organisations_invoice", "credit_notes": "organisations_creditnote"}


def sqlite(what: str, table: str) -> list[str]:
    return [
        f"""
        CREATE TRIGGER {what}_are_numbered_without_gaps BEFORE INSERT ON {table}
        WHEN NEW.number <> (SELECT COALESCE(MAX(number), 0) + 1 FROM {table})
        BEGIN SELECT RAISE(ABORT, '{what}_are_numbered_without_gaps'); END
        """,
        f"""
        CREATE TRIGGER {what}_keep_their_number BEFORE UPDATE OF number ON {table} WHEN NEW.number <> OLD.number
        BEGIN SELECT RAISE(ABORT, '{what}_keep_their_number'); END
        """,
        f"""
        CREATE TRIGGER {what}_are_never_deleted BEFORE DELETE ON {table}
        BEGIN SELECT RAISE(ABORT, '{what}_are_never_deleted'); END
        """,
    ]


def postgresql(what: str, table: str) -> list[str]:
    return [
        f"""
        CREATE FUNCTION {what}_are_numbered_without_gaps() RETURNS trigger AS $$
        BEGIN
          IF TG_OP = 'INSERT' AND NEW.number <> (SELECT COALESCE(MAX(number), 0) + 1 FROM {table}) THEN
            RAISE EXCEPTION '{what}_are_numbered_without_gaps' USING ERRCODE = 'integrity_constraint_violation';
          ELSIF TG_OP = 'UPDATE' AND NEW.number <> OLD.number THEN
            RAISE EXCEPTION '{what}_keep_their_number' USING ERRCODE = 'integrity_constraint_violation';
          ELSIF TG_OP = 'DELETE' THEN
            RAISE EXCEPTION '{what}_are_never_deleted' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NEW;
        END $$ LANGUAGE plpgsql
        """,
        f"""
        CREATE TRIGGER {what}_are_numbered_without_gaps BEFORE INSERT OR UPDATE OR DELETE ON {table}
        FOR EACH ROW EXECUTE FUNCTION {what}_are_numbered_without_gaps()
        """,
    ]


def undone(vendor: str, what: str, table: str) -> list[str]:
    if vendor == "sqlite":
        names = (f"{what}_are_numbered_without_gaps", f"{what}_keep_their_number", f"{what}_are_never_deleted")
        return [f"DROP TRIGGER {name}" for name in names]
    return [
        f"DROP TRIGGER {what}_are_numbered_without_gaps ON {table}",
        f"DROP FUNCTION {what}_are_numbered_without_gaps()",
    ]


def guard(_apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    written = {"sqlite": sqlite, "postgresql": postgresql}[schema_editor.connection.vendor]
    for what, table in TABLES.items():
        for statement in written(what, table):
            schema_editor.execute(statement)


def unguard(_apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for what, table in TABLES.items():
        for statement in undone(schema_editor.connection.vendor, what, table):
            schema_editor.execute(statement)


def name_the_term(apps: StateApps, _schema_editor: BaseDatabaseSchemaEditor) -> None:
    """The organisation's latest term that had begun by the end of the invoice's year."""
    terms = apps.get_model("organisations", "MembershipTerm").objects.order_by("-from_on")
    for invoice in apps.get_model("organisations", "Invoice").objects.filter(term=None):
        begun = terms.filter(organisation_id=invoice.organisation_id, from_on__lt=f"{invoice.year + 1}-01-01")
        invoice.term = begun.first()
        invoice.save(update_fields=["term"])


def forget_the_term(apps: StateApps, _schema_editor: BaseDatabaseSchemaEditor) -> None:
    apps.get_model("organisations", "Invoice").objects.update(term=None)


class Migration(migrations.Migration):
    # Each step in a transaction of its own: PostgreSQL gives no triggers to a table with rows just written.
    atomic = False

    dependencies = [("organisations", "0003_payment_plans_and_credit_notes")]

    operations = [
        migrations.RunPython(name_the_term, forget_the_term, atomic=True),
        migrations.RunPython(guard, unguard, atomic=True),
    ]
