"""What a reader may not see leaks through nothing: there is a hidden study here that every question would find."""

import pytest

from search.engines.protocol import SearchEngine
from search.rules.questions import Query
from tests.factories.search import work
from tests.search.conftest import Filled

OPEN = work(1, "Water in schools", "Clean water.", facets={"theme": ("water",), "place": ("africa", "africa/KE")})
HIDDEN = work(
    2,
    "Water under guardianship",
    "Clean water and zeppelins.",
    audience=["group:12", "staff"],
    facets={"theme": ("water", "secret"), "place": ("asia", "asia/NP")},
)


@pytest.fixture
def engine_with_a_secret(filled: Filled) -> SearchEngine:
    return filled([OPEN, HIDDEN])


@pytest.mark.parametrize("text", ["water", "", "guardianship", '"clean water"', "guardian*", "clean AND water"])
def test_a_hidden_study_is_no_hit_and_no_count(engine_with_a_secret: SearchEngine, text: str) -> None:
    public = engine_with_a_secret.search(Query(text=text))
    inside = engine_with_a_secret.search(Query(text=text, audience=("public", "group:12")))

    assert 2 not in {hit.number for hit in public.hits}
    assert public.total == len(public.hits)
    assert "secret" not in public.facets["theme"]
    assert "asia" not in public.facets["place"]
    assert 2 in {hit.number for hit in inside.hits}
    assert inside.facets["theme"]["secret"] == 1


def test_a_hidden_word_is_no_correction(engine_with_a_secret: SearchEngine) -> None:
    public = engine_with_a_secret.search(Query(text="zepelins"))
    inside = engine_with_a_secret.search(Query(text="zepelins", audience=("staff",)))

    assert public.corrections == ()
    assert inside.corrections == (("zepelins", "zeppelins"),)


def test_a_hidden_title_is_no_completion(engine_with_a_secret: SearchEngine) -> None:
    public = engine_with_a_secret.complete("wat", language="en", audience=["public"])
    inside = engine_with_a_secret.complete("wat", language="en", audience=["public", "staff"])

    assert [item.label for item in public] == ["Water in schools"]
    assert [item.label for item in inside] == ["Water in schools", "Water under guardianship"]


def test_a_hidden_study_is_not_similar(engine_with_a_secret: SearchEngine) -> None:
    assert engine_with_a_secret.similar(OPEN, audience=["public"]) == []
    assert [hit.number for hit in engine_with_a_secret.similar(OPEN, audience=["staff", "public"])] == [2]


def test_a_filter_on_a_hidden_value_finds_nothing(engine_with_a_secret: SearchEngine) -> None:
    result = engine_with_a_secret.search(Query(text="water", filters={"theme": ("secret",)}))

    assert result.total == 0
    assert result.facets["place"] == {}
