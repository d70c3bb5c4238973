"""Options are numbered without gaps; votes and results are never changed. Triggers on SQLite and PostgreSQL."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

GAP_BEFORE = (
    "NEW.number > 1 AND NOT EXISTS (SELECT 1 FROM voting_option AS o "
    "WHERE o.ballot_id = NEW.ballot_id AND o.number = NEW.number - 1)"
)
RENUMBERED = "NEW.number <> OLD.number OR NEW.ballot_id <> OLD.ballot_id"
GAP_LEFT = "EXISTS (SELECT 1 FROM voting_option AS o WHERE o.ballot_id = OLD.ballot_id AND o.number = OLD.number + 1)"
# Only the mark "current" may go, and only once; what was answered, by whom and when stays.
VOTE_CHANGED = " OR ".join(
    [
        "(NEW.is_current AND NOT OLD.is_current)",
        *(
            f"NEW.{name} <> OLD.{name}"
            for name in ("ballot_id", "mandate_id", "version", "cast_by_id", "cast_at", "entry_id")
        ),
        "CAST(NEW.choice AS TEXT) <> CAST(OLD.choice AS TEXT)",
    ]
)
# Each: its name, which is also what the refusal says; the event; the table; when it refuses.
TRIGGERS = [
    ("options_are_numbered_without_gaps", "INSERT", "voting_option", GAP_BEFORE),
    ("options_are_not_renumbered", "UPDATE", "voting_option", RENUMBERED),
    ("the_last_option_goes_first", "DELETE", "voting_option", GAP_LEFT),
    ("votes_are_never_changed", "UPDATE", "voting_recordedvote", VOTE_CHANGED),
    ("votes_are_never_deleted", "DELETE", "voting_recordedvote", "1 = 1"),
    ("results_are_written_once", "UPDATE", "voting_result", "1 = 1"),
    ("results_are_never_deleted", "DELETE", "voting_result", "1 = 1"),
]

SQLITE = """
CREATE TRIGGER {name} BEFORE {event} ON {table} WHEN {condition}
BEGIN SELECT RAISE(ABORT, '{name}'); END
"""
POSTGRESQL = """
CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF {condition} THEN
    RAISE EXCEPTION '{name}' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN {row};
END $$;
CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}();
"""


def refuse(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    written = POSTGRESQL if editor.connection.vendor == "postgresql" else SQLITE
    for name, event, table, condition in TRIGGERS:
        row = "OLD" if event == "DELETE" else "NEW"
        editor.execute(written.format(name=name, event=event, table=table, condition=condition, row=row))


def allow(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    for name, *_rest in TRIGGERS:
        if editor.connection.vendor == "postgresql":
            editor.execute(f"DROP FUNCTION {name}() CASCADE")
        else:
            editor.execute(f"DROP TRIGGER {name}")


class Migration(migrations.Migration):
    dependencies = [("voting", "0001_initial")]
    operations = [migrations.RunPython(refuse, allow)]
