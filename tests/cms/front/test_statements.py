"""Every write is counted in its own transaction, whoever makes it."""

import pytest
from django.db import IntegrityError, connection, connections, transaction
from django.db.backends.signals import connection_created
from taggit.models import Tag
from wagtail.models import Site

from cms.front import generation
from cms.front.generation import Age, look
from cms.front.models import Generation
from cms.front.statements import Statements, listen
from governance.box.models import Slot
from members.accounts.models import User
from tests.cms.front.conftest import SLOT, SOMEBODY, tag

pytestmark = pytest.mark.usefixtures("committed")


def now() -> Age:
    found = look()
    assert found is not None
    return found


def test_a_write_outside_a_transaction_counts_once_and_gives_its_rows() -> None:
    before = now()

    made = tag()

    assert made.pk is not None
    assert now().n == before.n + 1


def test_a_transaction_counts_once_however_much_it_writes() -> None:
    tag("first")
    before = now()

    with transaction.atomic():
        for number in range(5):
            tag(f"t{number}")

    assert now().n == before.n + 1


def test_nobody_sees_a_count_before_the_commit() -> None:
    """The other connection is another process's."""
    tag("first")
    other = connections["default"].copy()
    listen(other)
    try:
        with transaction.atomic():
            with other.cursor() as cursor:
                cursor.execute("SELECT SUM(n) FROM cms_generation")
                before = cursor.fetchone()
            tag()
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
    tag("first")
    before = now()

    with pytest.raises(RuntimeError), transaction.atomic():
        tag()
        raise RuntimeError

    assert now() == before


def test_a_write_after_a_savepoint_that_was_rolled_back_counts() -> None:
    tag("first")
    before = now()

    with transaction.atomic():
        with pytest.raises(RuntimeError), transaction.atomic():
            tag("inner")
            raise RuntimeError
        tag("outer")

    assert now().n == before.n + 1


def test_a_write_after_a_savepoint_that_was_rolled_back_by_hand_counts() -> None:
    tag("first")
    before = now()

    with transaction.atomic():
        point = transaction.savepoint()
        tag("inner")
        transaction.savepoint_rollback(point)
        tag("outer")

    assert now().n == before.n + 1


def test_a_write_that_fails_is_not_counted() -> None:
    tag()
    before = now()

    with pytest.raises(IntegrityError):
        tag()

    assert now() == before


def test_update_delete_and_bulk_count_too() -> None:
    tag("first")
    before = now()

    Tag.objects.bulk_create([Tag(name=f"b{n}", slug=f"b{n}") for n in range(3)])
    Tag.objects.filter(slug="b0").update(name="b9")
    Tag.objects.filter(slug="b0").delete()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE taggit_tag SET name = slug")

    assert now().n >= before.n + 4


def test_who_signs_in_changes_no_page() -> None:
    user = User.objects.create_user(email=SOMEBODY, password=None, name="Somebody", language="en")
    before = now()

    user.last_login = None
    user.save(update_fields=["last_login"])

    assert now() == before


def test_a_site_is_counted_hard() -> None:
    tag("first")
    before = now()

    Site.objects.update(site_name="Kite")

    assert now().hard == before.hard + 1


def test_the_ballot_box_leaves_no_trace() -> None:
    tag("first")
    before = now()

    Slot.objects.create(key=SLOT, state="drawable")

    assert now() == before


def test_a_table_that_was_emptied_repeats_no_earlier_count() -> None:
    tag("first")
    Generation.objects.all().delete()
    Generation.objects.all().delete()

    tag("second")

    assert now().n > 1000


def test_the_next_reader_of_this_process_looks_again_after_a_commit() -> None:
    tag("first")
    generation.watch.now()

    with transaction.atomic():
        tag()
        generation.watch.now()
        during = generation.watch.looked_at

    assert generation.watch.looked_at == float("-inf") < during


def test_while_the_table_is_not_there_nothing_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    before = now()
    monkeypatch.setattr(generation, "is_there", lambda _connection: False)
    for wrapper in connection.execute_wrappers:
        if isinstance(wrapper, Statements):
            monkeypatch.setattr(wrapper, "is_there", False)

    tag()

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
