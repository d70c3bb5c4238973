"""Every write is counted in its own transaction, whoever makes it."""

import pytest
from django.db import IntegrityError, connection, connections, transaction
from django.db.backends.signals import connection_created

from cms.front import generation
from cms.front.generation import Age, look
from cms.front.models import Generation
from cms.front.statements import Statements, listen
from cms.models import Theme
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db(transaction=True)


def now() -> Age:
    found = look()
    assert found is not None
    return found


def theme(code: str = "water") -> Theme:
    return Theme.objects.create(code=code, label={"texts": {"en": "Water"}, "prevails": "en"})


def test_a_write_outside_a_transaction_counts_once_and_gives_its_rows() -> None:
    before = now()

    made = theme()

    assert made.pk is not None
    assert now().n > before.n


def test_a_transaction_counts_once_however_much_it_writes() -> None:
    theme("first")
    before = now()

    with transaction.atomic():
        for number in range(5):
            theme(f"t{number}")

    assert now().n == before.n + 1


def test_nobody_sees_a_count_before_the_commit() -> None:
    """The other connection is another process's."""
    theme("first")
    other = connections["default"].copy()
    listen(other)
    try:
        with transaction.atomic():
            with other.cursor() as cursor:
                cursor.execute("SELECT SUM(n) FROM cms_generation")
                before = cursor.fetchone()
            theme()
            with other.cursor() as cursor:
                cursor.execute("SELECT SUM(n) FROM cms_generation")
                meanwhile = cursor.fetchone()
        with other.cursor() as cursor:
            cursor.execute("SELECT SUM(n) FROM cms_generation")
            after = cursor.fetchone()
    finally:
        other.close()

    assert (meanwhile[0], after[0]) == (before[0], before[0] + 1)


def test_what_is_rolled_back_was_never_counted() -> None:
    theme("first")
    before = now()

    with pytest.raises(RuntimeError), transaction.atomic():
        theme()
        raise RuntimeError

    assert now() == before


def test_a_write_after_a_savepoint_that_was_rolled_back_counts() -> None:
    theme("first")
    before = now()

    with transaction.atomic():
        with pytest.raises(RuntimeError), transaction.atomic():
            theme("inner")
            raise RuntimeError
        theme("outer")

    assert now().n == before.n + 1


def test_a_write_after_a_savepoint_that_was_rolled_back_by_hand_counts() -> None:
    theme("first")
    before = now()

    with transaction.atomic():
        point = transaction.savepoint()
        theme("inner")
        transaction.savepoint_rollback(point)
        theme("outer")

    assert now().n == before.n + 1


def test_a_write_that_fails_is_not_counted() -> None:
    theme()
    before = now()

    with pytest.raises(IntegrityError):
        theme()

    assert now() == before


def test_update_delete_and_bulk_count_too() -> None:
    theme("first")
    before = now()

    Theme.objects.bulk_create([Theme(code=f"b{n}", label={"texts": {"en": "B"}, "prevails": "en"}) for n in range(3)])
    Theme.objects.filter(code="b0").update(position=3)
    Theme.objects.filter(code="b0").delete()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE cms_theme SET position = 4")

    assert now().n >= before.n + 4


def test_who_signs_in_changes_no_page() -> None:
    user = UserFactory()
    before = now()

    user.last_login = None
    user.save(update_fields=["last_login"])

    assert now() == before


def test_a_site_and_a_language_are_counted_hard() -> None:
    theme("first")
    from wagtail.models import Locale

    before = now()

    Locale.objects.all().update(language_code="en-x")

    assert now().hard == before.hard + 1


def test_the_ballot_box_leaves_no_trace() -> None:
    from governance.box.models import Slot

    theme("first")
    before = now()

    Slot.objects.create(key="abcdefghij", state="drawable")

    assert now() == before


def test_a_table_that_was_emptied_repeats_no_earlier_count() -> None:
    theme("first")
    Generation.objects.all().delete()
    Generation.objects.all().delete()

    theme("second")

    assert now().n > 1000


def test_the_next_reader_of_this_process_looks_again_after_a_commit() -> None:
    theme("first")
    generation.watch.now()

    with transaction.atomic():
        theme()
        generation.watch.now()
        during = generation.watch.looked_at

    assert generation.watch.looked_at == float("-inf") < during


def test_while_the_table_is_not_there_nothing_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    before = now()
    monkeypatch.setattr(generation, "is_there", lambda _connection: False)
    for wrapper in connection.execute_wrappers:
        if isinstance(wrapper, Statements):
            monkeypatch.setattr(wrapper, "is_there", False)

    theme()

    assert now() == before


def test_every_connection_is_listened_to_once() -> None:
    listen(connection)
    connection_created.send(sender=type(connection), connection=connection)

    assert [type(wrapper) for wrapper in connection.execute_wrappers].count(Statements) == 1


def test_whoever_wraps_a_connection_for_a_while_takes_away_their_own() -> None:
    fresh = connections["default"].copy()
    try:
        with fresh.execute_wrapper(lambda execute, *args: execute(*args)), fresh.cursor() as cursor:
            cursor.execute("SELECT 1")
    finally:
        fresh.close()

    assert [type(wrapper) for wrapper in fresh.execute_wrappers] == [Statements]
