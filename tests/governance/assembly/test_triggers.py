"""The guard of the roll can be taken away by its migration, and put back."""

from importlib import import_module

import pytest
from django.db import connection

from tests.factories.assembly import frozen

pytestmark = pytest.mark.django_db(transaction=True)
COUNT = {
    "sqlite": "SELECT count(*) FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT count(*) FROM pg_trigger WHERE NOT tgisinternal",
}
OWN = {"sqlite": 3, "postgresql": 1}


def triggers() -> int:
    with connection.cursor() as cursor:
        cursor.execute(COUNT[connection.vendor])
        return int(cursor.fetchone()[0])


def test_the_guard_of_the_roll_goes_both_ways() -> None:
    module = import_module("governance.assembly.migrations.0002_the_roll_is_never_changed")
    before = triggers()

    with connection.schema_editor() as editor:
        module.allow(None, editor)
    without = triggers()
    changed = frozen(organisations=1).assembly.roll.update(may_stand=False)
    with connection.schema_editor() as editor:
        module.refuse(None, editor)

    assert (without, triggers()) == (before - OWN[connection.vendor], before)
    assert changed == 2
