"""A law: what a facet counts is what SQL counts, whatever is asked and chosen."""

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search.engines.protocol import SearchEngine
from search.rules import facets
from search.rules.documents import Document
from search.rules.questions import Query
from tests.factories.search import work
from tests.search.conftest import ENGINES, fill_engine, made

WORDS = ("water", "school", "court", "village")
VALUES = {
    facets.STAGE: ("report", "follow-up", "session"),
    facets.THEME: ("justice", "health", "play"),
    facets.PLACE: ("africa/KE", "africa/TG", "asia/NP"),
    facets.TARGET: ("parliament", "court"),
}
AUDIENCES = (("public",), ("member",), ("group:3",))


def library() -> list[Document]:
    """Sixty works; each number gives the words, the values and the readers of one."""
    return [
        work(
            number,
            " ".join(word for place, word in enumerate(WORDS) if (number >> place) & 1) or "nothing",
            facets={
                name: facets.with_ancestors(value for place, value in enumerate(values) if (number + place) % 3)
                for name, values in VALUES.items()
            },
            audience=AUDIENCES[number % 3],
        )
        for number in range(1, 61)
    ]


@pytest.fixture(scope="module")
def tables() -> sqlite3.Connection:
    database = sqlite3.connect(":memory:")
    database.executescript(
        "CREATE TABLE said (work, word); CREATE TABLE has (work, facet, value); CREATE TABLE may (work, reader)"
    )
    for item in library():
        database.executemany(
            "INSERT INTO said VALUES (?, ?)", [(item.number, w) for w in item.passages[0].title.split()]
        )
        rows = [(item.number, name, value) for name, values in item.facets.items() for value in values]
        database.executemany("INSERT INTO has VALUES (?, ?, ?)", rows)
        database.executemany("INSERT INTO may VALUES (?, ?)", [(item.number, reader) for reader in item.audience])
    return database


@pytest.fixture(scope="module", params=ENGINES)
def engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchEngine]:
    for empty in made(request.param, Path(tmp_path_factory.mktemp("counts"))):
        yield fill_engine(empty, library())


def matching(query: Query, without: str) -> tuple[str, list[str]]:
    """SQL for the works that match the words, the reader and all choices but one facet's."""
    words = query.text.split()
    given: list[str] = [*query.audience]
    sql = f"SELECT work FROM may WHERE reader IN ({marks(query.audience)})"
    if words:
        sql += f" AND work IN (SELECT work FROM said WHERE word IN ({marks(words)}))"
        given += words
    for name, values in query.filters.items():
        if name != without:
            sql += f" AND work IN (SELECT work FROM has WHERE facet = ? AND value IN ({marks(values)}))"
            given += [name, *values]
    return sql, given


def marks(values: Iterable[str]) -> str:
    return ", ".join("?" for _value in values)


def counted(database: sqlite3.Connection, query: Query, name: str) -> dict[str, int]:
    sql, given = matching(query, name)
    rows = f"SELECT value, COUNT(DISTINCT work) FROM has WHERE facet = ? AND work IN ({sql}) GROUP BY value"
    return dict(database.execute(rows, [name, *given]).fetchall())


CHOICES = st.fixed_dictionaries(
    {},
    optional={
        name: st.lists(st.sampled_from(facets.with_ancestors(values)), min_size=1, max_size=3, unique=True).map(tuple)
        for name, values in VALUES.items()
    },
)
QUERIES = st.builds(
    Query,
    text=st.lists(st.sampled_from(WORDS), max_size=3, unique=True).map(" ".join),
    filters=CHOICES,
    audience=st.sampled_from([("public",), ("public", "member"), ("public", "member", "group:3")]),
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=QUERIES)
def test_every_count_is_the_one_that_sql_gives(engine: SearchEngine, tables: sqlite3.Connection, query: Query) -> None:
    result = engine.search(query)

    assert {name: dict(result.facets[name]) for name in VALUES} == {
        name: counted(tables, query, name) for name in VALUES
    }
    sql, given = matching(query, "")
    assert result.total == tables.execute(f"SELECT COUNT(DISTINCT work) FROM ({sql})", given).fetchone()[0]
