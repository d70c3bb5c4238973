"""Building beside the live index, swapping, and telling it what changed."""

import pytest

from search.engines.protocol import SearchEngine, SearchUnavailable
from search.rules.questions import Query
from tests.factories.search import work
from tests.search.conftest import Filled


def found(engine: SearchEngine, text: str) -> set[int]:
    return {hit.number for hit in engine.search(Query(text=text)).hits}


def test_before_the_first_build_it_says_that_it_cannot_answer(engine: SearchEngine) -> None:
    with pytest.raises(SearchUnavailable):
        engine.search(Query(text="water"))

    assert not engine.health().is_ready


def test_a_version_is_seen_only_once_it_is_live(filled: Filled) -> None:
    engine = filled([work(1, "Water")])
    engine.prepare("v2")
    engine.index([work(2, "Water")], sequence=5, version="v2")

    before = found(engine, "water")
    engine.activate("v2")

    assert before == {1}
    assert found(engine, "water") == {2}
    assert engine.health().documents == 1


def test_a_change_replaces_the_work_and_its_titles(filled: Filled) -> None:
    engine = filled([work(1, "Water")])

    engine.index([work(1, "Bread")], sequence=7)
    engine.index([work(1, "Bread")], sequence=7)

    assert found(engine, "water") == set()
    assert found(engine, "bread") == {1}
    assert engine.health().documents == 1
    assert engine.complete("wat", language="en", audience=["public"]) == []


def test_what_is_deleted_is_gone_from_hits_and_completion(filled: Filled) -> None:
    engine = filled([work(1, "Water"), work(2, "Water tower")])

    engine.delete(["work-1"], sequence=8)

    assert found(engine, "water") == {2}
    assert [item.label for item in engine.complete("water", language="en", audience=["public"])] == ["Water tower"]
