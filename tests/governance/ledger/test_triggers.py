"""The triggers of ledger, voting and box can be taken away by their migrations, and put back."""

from importlib import import_module

import pytest
from django.db import connections

pytestmark = pytest.mark.django_db(transaction=True)
GUARDS = [
    ("default", "governance.ledger.migrations.0002_entries_are_never_changed", 2),
    ("default", "governance.voting.migrations.0002_what_was_voted_stays", 7),
    ("box", "governance.box.migrations.0002_papers_enter_an_open_slot", 7),
]
COUNT = {
    "sqlite": "SELECT count(*) FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT count(*) FROM pg_trigger WHERE NOT tgisinternal",
}


def triggers(alias: str) -> int:
    with connections[alias].cursor() as cursor:
        cursor.execute(COUNT[connections[alias].vendor])
        return int(cursor.fetchone()[0])


@pytest.mark.parametrize(("alias", "migration", "number"), GUARDS)
def test_a_guard_goes_both_ways(alias: str, migration: str, number: int) -> None:
    module, before = import_module(migration), triggers(alias)

    with connections[alias].schema_editor() as editor:
        module.allow(None, editor)
    without = triggers(alias)
    with connections[alias].schema_editor() as editor:
        module.refuse(None, editor)

    assert (without, triggers(alias)) == (before - number, before)
