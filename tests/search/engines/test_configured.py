"""Which engine is asked, and what happens when it cannot answer."""

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from pytest_django.fixtures import Settings

from search.engines import configured
from search.engines.configured import asked, engines, engines_at
from search.engines.elastic import ElasticEngine
from search.engines.embedded import EmbeddedEngine
from search.engines.protocol import SearchEngine, SearchUnavailable
from search.rules.questions import Health


class Engine:
    """One that answers with its name, or with the reason why it cannot."""

    def __init__(self, name: str, *, trouble: str = "") -> None:
        self.name, self.trouble, self.times = name, trouble, 0

    def health(self) -> Health:
        self.times += 1
        if self.trouble:
            raise SearchUnavailable(self.trouble)
        return Health(is_ready=True, sentence=self.name)


def sentence(*choices: Engine) -> str:
    return asked(lambda engine: engine.health().sentence, cast(list[SearchEngine], list(choices)))


@pytest.fixture(autouse=True)
def rested() -> Iterator[None]:
    """No engine of another test is at rest; ids are used again."""
    configured._resting.clear()
    yield
    configured._resting.clear()


def test_the_first_engine_answers() -> None:
    second = Engine("second")

    assert sentence(Engine("first"), second) == "first"
    assert second.times == 0


def test_when_it_cannot_the_next_one_does_and_the_log_says_why(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, logger="search.engines.configured"):
        said = sentence(Engine("first", trouble="No route to host."), Engine("second"))

    assert said == "second"
    assert caplog.messages == ["The search engine “first” cannot answer: No route to host."]


def test_an_engine_that_failed_is_left_alone_for_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = Engine("first", trouble="Down."), Engine("second")
    moment = [100.0]
    monkeypatch.setattr(configured, "monotonic", lambda: moment[0])

    for _time in range(3):
        sentence(first, second)
    while_resting = first.times
    moment[0] += configured.REST_SECONDS
    first.trouble = ""

    assert while_resting == 1
    assert sentence(first, second) == "first"


def test_an_engine_at_rest_is_still_asked_when_no_other_can_answer() -> None:
    first, second = Engine("first", trouble="Down."), Engine("second")
    sentence(first, second)
    first.trouble, second.trouble = "", "Down too."

    assert sentence(first, second) == "first"


def test_when_none_can_the_last_reason_is_given() -> None:
    with pytest.raises(SearchUnavailable, match="Down too"):
        sentence(Engine("first", trouble="Down."), Engine("second", trouble="Down too."))


def test_without_elasticsearch_there_is_the_embedded_engine_alone(settings: Settings, tmp_path: Path) -> None:
    settings.ELASTICSEARCH_URL, settings.SEARCH_INDEX_DIR = "", tmp_path

    (engine,) = engines()

    assert isinstance(engine, EmbeddedEngine)
    assert engine.root == tmp_path / "embedded"


def test_with_elasticsearch_the_embedded_engine_stands_behind_it(tmp_path: Path) -> None:
    first, second = engines_at("http://127.0.0.1:9", "kite", tmp_path)

    assert (type(first), type(second)) == (ElasticEngine, EmbeddedEngine)
    assert engines_at("http://127.0.0.1:9", "kite", tmp_path) == (first, second)


def test_an_elasticsearch_that_is_not_there_says_so(tmp_path: Path) -> None:
    """Port 9 of this machine: nothing listens there."""
    engine = ElasticEngine("http://127.0.0.1:9", "kite", tmp_path)

    health = engine.health()

    assert health.is_ready is False
    assert health.sentence.startswith("Elasticsearch cannot be reached: ")
    with pytest.raises(SearchUnavailable):
        engine.complete("kite", language="en", audience=["public"])
    assert engine.complete("  ", language="en", audience=["public"]) == []
