"""What SQL can promise of the box: papers and credentials enter only where they may, and rows carry no order of arrival."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

# SQLite numbers the rows of every other table in the order of their arrival.
WITHOUT_ROWID = ["box_credential", "box_paper", "box_boardpaper"]

SLOT_IS = "EXISTS (SELECT 1 FROM box_slot AS s WHERE s.key = NEW.slot_id AND s.state IN ({states}))"
# Each: its name, which is also what the refusal says; the event; the table; when it refuses.
TRIGGERS = [
    ("papers_enter_an_open_slot", "INSERT", "box_paper", "NOT " + SLOT_IS.format(states="'open'")),
    ("papers_are_never_changed", "UPDATE", "box_paper", "1 = 1"),
    ("no_draw_after_the_close", "INSERT", "box_credential", "NOT " + SLOT_IS.format(states="'drawable', 'open'")),
    ("the_board_follows_the_close", "INSERT", "box_boardpaper", "NOT " + SLOT_IS.format(states="'closed'")),
    ("the_board_is_never_changed", "UPDATE", "box_boardpaper", "1 = 1"),
    ("the_board_is_never_emptied", "DELETE", "box_boardpaper", "1 = 1"),
    (
        "a_closed_slot_stays_closed",
        "UPDATE",
        "box_slot",
        "OLD.state IN ('closed', 'withdrawn') AND NEW.state <> OLD.state",
    ),
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


def drop_row_numbers(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    _made_again(editor, ending=" WITHOUT ROWID")


def bring_row_numbers(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    _made_again(editor, ending="")


def _made_again(editor: BaseDatabaseSchemaEditor, *, ending: str) -> None:
    """The empty tables anew from their own SQL, with their indexes; only SQLite has row numbers."""
    if editor.connection.vendor != "sqlite":
        return
    for table in WITHOUT_ROWID:
        with editor.connection.cursor() as cursor:
            cursor.execute(
                "SELECT sql FROM sqlite_master WHERE tbl_name = %s AND sql IS NOT NULL ORDER BY type DESC", [table]
            )
            made, *indexes = [row[0] for row in cursor.fetchall()]
        editor.execute(f"DROP TABLE {table}")
        editor.execute(made.removesuffix(" WITHOUT ROWID") + ending)
        for index in indexes:
            editor.execute(index)


class Migration(migrations.Migration):
    dependencies = [("box", "0001_initial")]
    operations = [
        migrations.RunPython(drop_row_numbers, bring_row_numbers),
        migrations.RunPython(refuse, allow),
    ]
