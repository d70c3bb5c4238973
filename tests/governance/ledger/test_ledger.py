from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from governance.ledger.actions import append
from governance.ledger.models import Entry
from governance.ledger.queries import verify
from governance.ledger.rules import NOTHING_BEFORE, Broken, NotCanonical
from tests.factories.ledger import NOON, entries

pytestmark = pytest.mark.django_db
TRIGGERS = ("entries_are_never_changed", "entries_are_never_deleted")


def break_in(change: str) -> None:
    """What somebody who owns the database could do: take the triggers away, then change a row."""
    with connection.cursor() as cursor:
        for trigger in TRIGGERS:
            where = " ON ledger_entry" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER {trigger}{where}")
        cursor.execute(change)


def test_entries_are_numbered_from_0_and_name_the_one_before() -> None:
    first, second, third = entries(3)

    assert (first.n, first.previous) == (0, NOTHING_BEFORE)
    assert (second.n, second.previous, third.previous) == (1, first.hash, second.hash)
    assert len(first.fingerprint) == 14


def test_an_entry_keeps_what_it_was_told() -> None:
    entry = append("vote", body={"choice": [[1]], "name": "Ñandú"}, now=NOON.replace(microsecond=7))

    entry.refresh_from_db()
    assert (entry.kind, entry.body, entry.at) == ("vote", {"choice": [[1]], "name": "Ñandú"}, NOON)


def test_a_body_without_a_canonical_form_is_refused() -> None:
    with pytest.raises(NotCanonical):
        append("share", body={"share": 0.678}, now=NOON)

    assert not Entry.objects.exists()


def test_entries_are_never_changed_or_deleted() -> None:
    entries(2)

    for change in (lambda: Entry.objects.update(kind="other"), lambda: Entry.objects.filter(n=1).delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()

    assert list(Entry.objects.order_by("n").values_list("kind", flat=True)) == ["noted", "noted"]


def test_an_undone_transaction_leaves_no_gap() -> None:
    entries(1)
    with pytest.raises(RuntimeError), transaction.atomic():
        append("noted", body={"what": "undone"}, now=NOON)
        raise RuntimeError

    append("noted", body={"what": "done"}, now=NOON)

    assert verify().holds
    assert verify().entries == 2


def test_the_command_says_that_the_chain_holds() -> None:
    last = entries(3)[-1]
    said = StringIO()

    call_command("verify_ledger", stdout=said)

    assert said.getvalue().splitlines() == [
        f"The chain holds from the first entry to {last.fingerprint}.",
        f'{{"entries": 3, "head": "{last.fingerprint}", "holds": true}}',
    ]


def test_an_empty_ledger_holds() -> None:
    verdict = verify()

    assert (verdict.entries, verdict.head, verdict.holds) == (0, "", True)


def test_the_command_names_the_first_broken_entry() -> None:
    entries(4)
    break_in("UPDATE ledger_entry SET kind = 'forged' WHERE n >= 2")

    with pytest.raises(CommandError, match=r"^Entry 2 was changed: its content and its fingerprint differ\.$"):
        call_command("verify_ledger", stdout=StringIO())


def test_a_removed_entry_is_missed() -> None:
    entries(3)
    break_in("DELETE FROM ledger_entry WHERE n = 1")

    assert verify().broken == Broken(n=1, reason="is missing")
