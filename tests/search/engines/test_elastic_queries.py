"""What Elasticsearch is asked, word for word: no node is needed to see that the audience is always in it."""

from datetime import date

import pytest

from search.engines.elastic_query import counting, grouped, matching, node_query, rescoring
from search.engines.elastic_schema import (
    DOCUMENTS,
    completion_document,
    completion_of,
    engine_document,
    keys_of,
    removed,
    written,
)
from search.language.forms import fields_of, said_by
from search.language.tree import Best, Node, Phrase, Prefix, Term, Tree
from search.rules.questions import Completion
from tests.factories.search import work

WATER = Term("all_stem", "water", 2.0)
AUDIENCE = {"terms": {"audience": ["public", "member"]}}


@pytest.mark.parametrize(
    ("node", "query"),
    [
        (WATER, {"term": {"all_stem": {"value": "water", "boost": 2.0}}}),
        (Phrase(("clean", "water")), {"match_phrase": {"words": {"query": "clean water", "boost": 1.0}}}),
        (Prefix("wat"), {"constant_score": {"filter": {"prefix": {"words": "wat"}}, "boost": 1.0}}),
        (Best((WATER,)), {"dis_max": {"queries": [{"term": {"all_stem": {"value": "water", "boost": 2.0}}}]}}),
    ],
)
def test_each_kind_of_node_is_a_query_of_its_own(node: Node, query: dict[str, object]) -> None:
    assert node_query(node).to_dict() == query


def test_terms_of_one_field_and_weight_are_asked_together() -> None:
    nodes: list[Node] = [WATER, Term("all_stem", "well", 2.0), Term("all_fold", "wells", 0.3), Prefix("wat")]

    assert [query.to_dict() for query in grouped(nodes)] == [
        {"match": {"all_stem": {"query": "water well", "boost": 2.0}}},
        {"match": {"all_fold": {"query": "wells", "boost": 0.3}}},
        {"constant_score": {"filter": {"prefix": {"words": "wat"}}, "boost": 1.0}},
    ]


def test_the_audience_the_choices_and_what_is_required_filter() -> None:
    tree = Tree(scored=(WATER,), required=(Phrase(("a", "b")),), refused=(Term("words", "war"),))

    said = matching(tree, ["public", "member"], {"theme": ("health", "water"), "stage": ()}).to_dict()["bool"]

    assert said["filter"] == [
        AUDIENCE,
        {"match_phrase": {"words": {"query": "a b", "boost": 1.0}}},
        {"terms": {"theme": ["health", "water"]}},
    ]
    assert said["must_not"] == [{"term": {"words": {"value": "war", "boost": 1.0}}}]
    assert said["must"][0]["bool"]["minimum_should_match"] == 1


def test_a_question_for_everything_is_still_for_these_readers_only() -> None:
    assert matching(Tree(), ["public", "member"], {}).to_dict() == {"bool": {"filter": [AUDIENCE]}}


def test_guesses_are_counted_one_by_one() -> None:
    said = matching(Tree(scored=(WATER, WATER), least=2), ["public"], {}).to_dict()["bool"]["must"][0]["bool"]

    assert (said["minimum_should_match"], len(said["should"])) == (2, 2)


def test_grams_are_added_to_the_best_hits() -> None:
    said = rescoring([Term("all_gram", "wate", 0.2)], 200)

    assert said == {
        "window_size": 200,
        "query": {
            "rescore_query": {"bool": {"should": [{"match": {"all_gram": {"query": "wate", "boost": 0.2}}}]}},
            "query_weight": 1.0,
            "rescore_query_weight": 1.0,
        },
    }


def test_a_facet_is_counted_under_all_choices_but_its_own() -> None:
    said = counting(["theme", "stage"], {"theme": ("water",), "year": ("2021",)})

    theme, year = {"terms": {"theme": ["water"]}}, {"terms": {"year": ["2021"]}}
    assert said == {
        "total": {"filter": {"bool": {"filter": [theme, year]}}},
        "theme": {
            "filter": {"bool": {"filter": [year]}},
            "aggs": {"theme": {"terms": {"field": "theme", "size": 1000}}},
        },
        "stage": {
            "filter": {"bool": {"filter": [theme, year]}},
            "aggs": {"stage": {"terms": {"field": "stage", "size": 1000}}},
        },
    }


def test_a_document_fills_every_field_of_the_mapping_and_no_other() -> None:
    document = work(7, "Water", published_on=date(2024, 5, 1), audience=["member"], place="Togo")

    said = engine_document(document, fields_of(said_by([("en", "Water", "")], [])))

    assert set(said) == set(DOCUMENTS["properties"])
    assert (said["num"], said["audience"]) == (7, ["member"])


def test_a_completion_comes_back_as_it_went() -> None:
    item = Completion(label="Clean water", language="en", kind="theme", value="water")

    said = completion_document(item, ("public",))

    assert completion_of(said) == item
    assert said["audience"] == ["public"]
    assert said["edges"] == "c cl cle clea clean w wa wat wate water"


def test_an_older_change_never_overwrites_a_newer_one() -> None:
    """By the journal's number, which Elasticsearch compares itself."""
    assert written("kite", "a", 7, {"num": 1}) == {
        "_op_type": "index",
        "_index": "kite",
        "_id": "a",
        "_source": {"num": 1},
        "version": 7,
        "version_type": "external_gte",
    }
    assert removed("kite", "a", 7)["version_type"] == "external_gte"
    assert keys_of("a") == ["a:en", "a:fr", "a:es", "a:ar", "a:ru", "a:credit"]
