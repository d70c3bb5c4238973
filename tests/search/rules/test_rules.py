"""Facet values, years, sorting keys and measures, as plain values."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.rules import facets, measures
from search.rules.documents import Document, Passage, alphabetical


def document(number: int, day: date | None = None, place: str = "") -> Document:
    passage = Passage(language="en", title="", text="")
    return Document(id="w", number=number, passages=(passage,), published_on=day, places={"en": place})


def test_a_value_also_counts_for_its_ancestors() -> None:
    assert facets.with_ancestors(["r3/c34", "r3/c35", "r1"]) == ("r3", "r3/c34", "r3/c35", "r1")


@pytest.mark.parametrize(
    ("first", "last", "years"),
    [(2011, 2013, ("2011", "2012", "2013")), (None, 2013, ("2013",)), (None, None, ()), (2020, 2019, ())],
)
def test_a_stretch_is_each_of_its_years(first: int | None, last: int | None, years: tuple[str, ...]) -> None:
    assert facets.years_between(first, last) == years


def test_an_open_end_is_found_in_every_year_to_come() -> None:
    assert facets.years_between(2098, None) == ("2098", "2099")


@pytest.mark.parametrize(
    ("first", "last", "count"),
    [("", "", 0), ("soon", "²²²²", 0), ("2020", "2021", 2), ("2030", "1990", 41), ("1066", "", 0)],
)
def test_two_fields_choose_years(first: str, last: str, count: int) -> None:
    assert len(facets.chosen_years(first, last)) == count


def test_only_what_can_be_a_value_is_kept() -> None:
    assert facets.clean(["a", "a", 'b") OR (', "", "r3/c34", "é"]) == ("a", "r3/c34")


@given(st.dates(), st.dates(), st.integers(0, 2**28 - 1), st.integers(0, 2**28 - 1))
def test_newest_sorts_by_day_and_then_by_number(one: date, other: date, low: int, high: int) -> None:
    left, right = document(low, one), document(high, other)

    expected = (one, -low) > (other, -high)

    assert (left.newest_key > right.newest_key) is expected
    assert 0 <= left.newest_key < 2**63


@given(st.text(), st.integers(0, 2**28 - 1))
def test_a_place_key_fits_a_column(name: str, number: int) -> None:
    assert 0 <= document(number, place=name).place_key("en") < 2**63


def test_places_sort_as_their_letters_do() -> None:
    assert alphabetical("Côte d’Ivoire") < alphabetical("Kenya") < alphabetical("Zambia") < alphabetical("~")


def test_the_measures_are_those_of_the_books() -> None:
    grades = {"a": 3, "b": 2, "c": 0}

    assert measures.ndcg(["a", "b"], grades, 10) == 1.0
    assert measures.ndcg(["x", "a"], grades, 10) == pytest.approx(0.4434, abs=1e-3)
    assert measures.reciprocal_rank(["x", "b"], grades, 10) == 0.5
    assert measures.recall(["a", "x"], grades, 10) == 0.5
    assert measures.average_precision(["a", "x", "b"], grades) == pytest.approx((1 + 2 / 3) / 2)
    assert measures.percentile([4, 1, 3, 2], 0.5) == 2
    assert measures.ndcg(["a"], {}, 10) == measures.recall(["a"], {}, 10) == measures.percentile([], 0.5) == 0
