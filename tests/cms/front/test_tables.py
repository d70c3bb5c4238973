"""What a statement means for the pages that are kept."""

import pytest
from django.db import connection

from cms.front.tables import HARD, QUIET_COLUMNS, UNWATCHED, Effect, effect_of, reads_unwatched

STATEMENTS = [
    ('SELECT "a" FROM "wagtailcore_page"', Effect.READ),
    ('  (SELECT 1) UNION ALL (SELECT 2)', Effect.READ),
    ('SELECT "a" FROM "cms_country" FOR UPDATE', Effect.READ),
    ('WITH x AS (SELECT 1) SELECT * FROM x', Effect.READ),
    ('WITH x AS (DELETE FROM "cms_country" RETURNING id) SELECT * FROM x', Effect.CHANGED),
    ('SELECT SUM(n) FROM cms_generation', Effect.NOTHING),
    ('INSERT INTO "cms_newspage" ("title") VALUES (%s)', Effect.CHANGED),
    ('INSERT OR IGNORE INTO "cms_newspage" ("title") VALUES (%s)', Effect.CHANGED),
    ('insert into cms_newspage values (1)', Effect.CHANGED),
    ('UPDATE "wagtailcore_page" SET "title" = %s WHERE "id" = %s', Effect.CHANGED),
    ('UPDATE "wagtailcore_page" SET "title" = %s, "draft_title" = %s', Effect.CHANGED),
    ('UPDATE "wagtailcore_page" SET "draft_title" = %s, "latest_revision_id" = %s WHERE "id" = 3', Effect.NOTHING),
    ('UPDATE "wagtailcore_page" SET path = %s || path', Effect.CHANGED),
    ('UPDATE "accounts_user" SET "last_login" = %s WHERE "id" = %s', Effect.NOTHING),
    ('UPDATE "accounts_user" SET "name" = %s, "last_login" = %s WHERE "id" = %s', Effect.CHANGED),
    ('DELETE FROM "wagtailcore_page" WHERE "id" IN (%s)', Effect.CHANGED),
    ('DELETE FROM "django_session" WHERE "session_key" IN (%s)', Effect.NOTHING),
    ('INSERT INTO "wagtailcore_revision" ("object_id") VALUES (%s)', Effect.NOTHING),
    ('UPDATE "delivery_sender" SET "lease_until" = %s WHERE "number" = %s', Effect.NOTHING),
    ('UPDATE "wagtailcore_site" SET "hostname" = %s', Effect.CHANGED_HARD),
    ('INSERT INTO "wagtailcore_locale" ("language_code") VALUES (%s)', Effect.CHANGED_HARD),
    ('UPDATE "cms_plenaryimage" SET "title" = %s', Effect.CHANGED_HARD),
    ('UPDATE cms_generation SET n = n + 1 WHERE slot = %s', Effect.NOTHING),
    ('TRUNCATE "wagtailcore_page"', Effect.CHANGED),
    ('COPY wagtailcore_page FROM STDIN', Effect.CHANGED),
    ('CALL something()', Effect.CHANGED),
    ('CREATE TABLE "x" ("id" integer)', Effect.SCHEMA),
    ('DROP TABLE "cms_generation"', Effect.SCHEMA),
    ('SAVEPOINT "s1"', Effect.NOTHING),
    ('ROLLBACK TO SAVEPOINT "s1"', Effect.UNDONE),
    ('BEGIN IMMEDIATE', Effect.NOTHING),
    ('PRAGMA foreign_keys = ON', Effect.NOTHING),
]  # fmt: skip


@pytest.mark.parametrize(("sql", "effect"), STATEMENTS)
def test_a_statement_means_what_it_does_to_the_tables_that_pages_are_made_of(sql: str, effect: Effect) -> None:
    assert effect_of(sql) is effect


def test_a_page_that_reads_what_nobody_watches_is_seen() -> None:
    assert reads_unwatched('SELECT 1 FROM "cms_country" INNER JOIN "django_session" ON (1=1)')
    assert not reads_unwatched('SELECT "django_session" FROM "cms_country"')


@pytest.mark.django_db
def test_every_table_that_is_named_is_there() -> None:
    with connection.cursor() as cursor:
        tables = set(connection.introspection.table_names(cursor))

    assert {*UNWATCHED, *QUIET_COLUMNS, *HARD} - tables - {"wagtailsearch_indexentry_fts"} == set()


@pytest.mark.django_db
def test_every_column_that_is_named_is_there() -> None:
    with connection.cursor() as cursor:
        found = {
            table: {column.name for column in connection.introspection.get_table_description(cursor, table)}
            for table in QUIET_COLUMNS
        }

    assert {table: columns - found[table] for table, columns in QUIET_COLUMNS.items() if columns - found[table]} == {}


def test_every_table_that_is_not_watched_has_its_reason() -> None:
    assert [table for table, reason in UNWATCHED.items() if len(reason.split()) < 3] == []
