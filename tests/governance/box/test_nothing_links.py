"""The marked roll and the box share nothing by which a paper could be led back to its voter."""

from collections.abc import Iterator

import pytest
from django.apps import apps
from django.db import connections, models

from governance.box.models import Credential, Paper
from governance.ledger.models import Entry
from governance.voting.actions import close_ballot
from governance.voting.models import Draw
from tests.factories.voting import NOON, cast_all, open_secret_election, slot_of

pytestmark = pytest.mark.django_db
BOX_TABLES = {"box_slot", "box_credential", "box_paper", "box_boardpaper"}
CONTENTS = [[[1]], [[2]], [[3]], [[1, 2]], [[2, 3]], []]


def columns(alias: str, table: str) -> dict[str, str]:
    with connections[alias].cursor() as cursor:
        described = connections[alias].introspection.get_table_description(cursor, table)
        kind = connections[alias].introspection.get_field_type
        return {column.name: kind(column.type_code, column) for column in described}


def values_of(model: type[models.Model]) -> set[str]:
    """As text; booleans and small numbers say nothing and are left out."""
    return {str(value) for row in model._default_manager.values_list() for value in row if len(str(value)) > 9}


def voting_models() -> Iterator[type[models.Model]]:
    yield from apps.get_app_config("voting").get_models()
    yield Entry


def test_the_box_has_no_table_of_the_house_and_the_house_none_of_the_box() -> None:
    in_box = set(connections["box"].introspection.table_names())
    in_house = set(connections["default"].introspection.table_names())

    assert in_box - {"django_migrations"} == BOX_TABLES
    assert not in_house & BOX_TABLES
    assert "voting_draw" in in_house


def test_the_box_keeps_no_time_no_person_and_no_serial_number() -> None:
    kinds = {(table, name): kind for table in BOX_TABLES for name, kind in columns("box", table).items()}

    assert {name for (_table, name) in kinds} == {
        *("key", "state", "form", "options", "most", "least_papers", "drawn", "fell_short"),
        *("hash", "slot_id", "is_used", "content"),
    }
    assert not {kind for kind in kinds.values() if "Date" in kind or "Time" in kind or "Auto" in kind}


def test_no_foreign_key_leads_out_of_the_box() -> None:
    with connections["box"].cursor() as cursor:
        relations = [connections["box"].introspection.get_relations(cursor, table) for table in BOX_TABLES]

    assert {found[1] for relation in relations for found in relation.values()} == {"box_slot"}


def test_rows_do_not_keep_the_order_in_which_they_came() -> None:
    ballot, drawn = open_secret_election()
    cast_all(drawn, contents=CONTENTS)
    hidden = "ctid" if connections["box"].vendor == "postgresql" else "rowid"

    with connections["box"].cursor() as cursor:
        if hidden == "ctid":
            for table in ("box_credential", "box_paper"):
                cursor.execute(f"SELECT hash, xmin::text FROM {table} ORDER BY ctid")
                rows = cursor.fetchall()
                assert [name for name, _xmin in rows] == sorted(name for name, _xmin in rows)
                assert len({xmin for _name, xmin in rows}) == 1
            return
        made = "SELECT sql FROM sqlite_master WHERE type = 'table' AND name LIKE 'box\\_%paper' ESCAPE '\\'"
        cursor.execute(made)
        assert all(sql.endswith("WITHOUT ROWID") for (sql,) in cursor.fetchall())
    assert Paper.objects.filter(slot=slot_of(ballot).key).count() == 6


def test_no_value_of_the_box_but_the_slots_key_is_known_to_the_house() -> None:
    ballot, drawn = open_secret_election()
    cast_all(drawn, contents=CONTENTS)

    boxed = values_of(Credential) | values_of(Paper)
    housed = {value for model in voting_models() for value in values_of(model)}

    assert boxed & housed == {slot_of(ballot).key}
    assert not [name for name in boxed - {slot_of(ballot).key} if any(name in value for value in housed)]


def test_the_same_draws_with_any_papers_leave_the_same_roll() -> None:
    ballot, drawn = open_secret_election()
    before = (list(Draw.objects.order_by("pk").values()), Entry.objects.count())

    cast_all(drawn, contents=CONTENTS)

    assert (list(Draw.objects.order_by("pk").values()), Entry.objects.count()) == before
    assert close_ballot(ballot, now=NOON).state == "closed"


def test_what_is_deleted_from_the_box_is_overwritten() -> None:
    if connections["box"].vendor != "sqlite":
        pytest.skip("PostgreSQL leaves that to its vacuum")

    with connections["box"].cursor() as cursor:
        cursor.execute("PRAGMA secure_delete")
        assert cursor.fetchone() == (1,)
