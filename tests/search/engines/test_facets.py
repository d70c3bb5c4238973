"""Counts, and what a choice does to them."""

from search.rules.questions import Query
from tests.factories.search import work
from tests.search.conftest import Filled

STUDIES = [
    work(1, "Water", facets={"stage": ("report",), "place": ("africa", "africa/KE")}),
    work(2, "Water", facets={"stage": ("follow-up",), "place": ("africa", "africa/TG")}),
    work(3, "Water", facets={"stage": ("follow-up",), "place": ("asia", "asia/NP")}),
    work(4, "Bread", facets={"stage": ("follow-up",), "place": ("asia", "asia/NP")}),
]


def test_a_facet_counts_what_the_words_match(filled: Filled) -> None:
    result = filled(STUDIES).search(Query(text="water"))

    assert result.facets["stage"] == {"follow-up": 2, "report": 1}
    assert result.facets["place"] == {"africa": 2, "africa/KE": 1, "africa/TG": 1, "asia": 1, "asia/NP": 1}


def test_a_facet_ignores_its_own_choice_and_obeys_the_others(filled: Filled) -> None:
    result = filled(STUDIES).search(Query(text="water", filters={"stage": ("follow-up",)}))

    assert result.total == 2
    assert result.facets["stage"] == {"follow-up": 2, "report": 1}
    assert result.facets["place"] == {"africa": 1, "africa/TG": 1, "asia": 1, "asia/NP": 1}


def test_choices_of_one_facet_add_up_and_of_two_narrow(filled: Filled) -> None:
    engine = filled(STUDIES)

    either = engine.search(Query(text="", filters={"stage": ("report", "follow-up")}))
    both = engine.search(Query(text="", filters={"stage": ("follow-up",), "place": ("asia",)}))

    assert either.total == 4
    assert {hit.number for hit in both.hits} == {3, 4}


def test_counts_follow_every_change(filled: Filled) -> None:
    """Also where most works match, whose counts are what all have less what the others have."""
    engine = filled(STUDIES)
    engine.search(Query(text="water"))

    engine.index([work(5, "Bread", facets={"stage": ("report",)})], sequence=5)
    engine.delete([STUDIES[0].id], sequence=6)

    assert engine.search(Query(text="water")).facets["stage"] == {"follow-up": 2}
    assert engine.search(Query(text="")).facets["stage"] == {"follow-up": 3, "report": 1}


def test_years_are_found_by_any_that_they_share(filled: Filled) -> None:
    engine = filled([work(1, "w", facets={"year": ("2011", "2012")}), work(2, "w", facets={"year": ("2020",)})])

    result = engine.search(Query(text="w", filters={"year": ("2012", "2013")}))

    assert [hit.number for hit in result.hits] == [1]
