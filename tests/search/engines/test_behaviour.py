"""What people may rely on, on both engines."""

from datetime import date
from typing import Any

import pytest

from search.engines.protocol import SearchEngine
from search.rules.questions import Query, Sort
from tests.factories.search import work
from tests.search.conftest import Filled

STUDIES = [
    work(1, "A woman judge opens the court", "Judicial independence was defended by one woman."),
    work(2, "The rule of law in schools", "Pupils read about law and its rule."),
    work(3, "Laws and rules", "A rule, and then a law of another kind."),
    work(4, "Democratic councils", "Children elect the council of the town; democracy begins early."),
    work(5, "Discrimination against girls", "The ministry ended it."),
    work(6, "Judicial training", "Training for a judicial career in Türkiye."),
    work(7, "Reporting under the CRC", "The report was written by children."),
    work(8, "La Convention relative aux droits de l’enfant", "La CDE expliquée.", language="fr"),
    work(
        9,
        "Alternative care",
        "A home for all.",
        labels=[("es", "Cuidado alternativo"), ("fr", "Protection de remplacement")],
    ),
]


@pytest.fixture
def library(filled: Filled) -> SearchEngine:
    return filled(STUDIES)


def numbers(engine: SearchEngine, text: str, *, language: str = "en", **more: Any) -> list[int]:
    query = Query(text=text, language=language, **more)
    return [hit.number for hit in engine.search(query).hits]


def test_a_singular_finds_an_irregular_plural(library: SearchEngine) -> None:
    assert numbers(library, "women") == [1]


def test_discriminate_finds_discrimination(library: SearchEngine) -> None:
    assert numbers(library, "discriminate") == [5]


def test_quotes_find_the_phrase_only(library: SearchEngine) -> None:
    assert numbers(library, '"rule of law"') == [2]


def test_without_quotes_the_words_are_enough(library: SearchEngine) -> None:
    assert set(numbers(library, "rule of law")) == {2, 3}


def test_not_takes_away(library: SearchEngine) -> None:
    assert numbers(library, "judicial NOT independence") == [6]


def test_and_asks_for_both(library: SearchEngine) -> None:
    assert numbers(library, "council AND democracy") == [4]
    assert numbers(library, "council AND ministry") == []


def test_a_star_finds_all_that_begins_so(library: SearchEngine) -> None:
    assert numbers(library, "democra*") == [4]


@pytest.mark.parametrize("name", ["Türkiye", "Turkiye", "TÜRKİYE"])
def test_a_name_is_found_with_and_without_its_accents(library: SearchEngine, name: str) -> None:
    assert numbers(library, name) == [6]


@pytest.mark.parametrize("acronym", ["CRC", "CDE", "CDN", "crc"])
def test_an_acronym_finds_what_it_stands_for_in_every_language(library: SearchEngine, acronym: str) -> None:
    result = library.search(Query(text=acronym))

    assert {hit.number for hit in result.hits} == {7, 8}
    assert [(chip.key, chip.is_on) for chip in result.expansions] == [("convention", True), ("committee", False)]


def test_an_expansion_can_be_switched_off(library: SearchEngine) -> None:
    result = library.search(Query(text="CDE", off=frozenset({"convention"})))

    assert [hit.number for hit in result.hits] == [8]
    assert [chip.is_on for chip in result.expansions] == [False, False]


def test_a_label_in_another_language_finds_the_study(library: SearchEngine) -> None:
    assert numbers(library, "cuidado alternativo", language="es") == [9]
    assert numbers(library, "protection de remplacement", language="fr")[0] == 9


def test_a_word_without_its_accent_finds_the_accented_one(library: SearchEngine) -> None:
    assert numbers(library, "expliquee", language="fr") == [8]


def test_a_typo_is_corrected_and_said(library: SearchEngine) -> None:
    result = library.search(Query(text="minsitry"))

    assert [hit.number for hit in result.hits] == [5]
    assert result.corrections == (("minsitry", "ministry"),)


def test_a_correction_can_be_switched_off(library: SearchEngine) -> None:
    result = library.search(Query(text="minsitry", off=frozenset({"spelling"})))

    assert result.corrections == ()
    assert result.unknown == ("minsitry",)


def test_an_empty_question_lists_all_by_date(filled: Filled) -> None:
    engine = filled(
        [
            work(1, "Older", published_on=date(2024, 5, 1)),
            work(2, "Newer", published_on=date(2026, 5, 1)),
            work(3, "Never dated"),
            work(4, "As new as the other", published_on=date(2026, 5, 1)),
        ]
    )

    assert numbers(engine, "") == [2, 4, 1, 3]


def test_countries_sort_by_their_names(filled: Filled) -> None:
    engine = filled(
        [work(1, "b", place="Togo"), work(2, "b", place="Kenya"), work(3, "b"), work(4, "b", place="Kenya")]
    )

    assert numbers(engine, "b", sort=Sort.COUNTRY) == [2, 4, 1, 3]


@pytest.mark.parametrize(
    "text", ['"', '""', "AND", "NOT", "*", "NOT NOT", 'a AND "', "\x00", "OR", "(", "~1^2", "the of"]
)
def test_nothing_that_is_typed_is_an_error(library: SearchEngine, text: str) -> None:
    assert library.search(Query(text=text)).total >= 0


def test_of_five_thousand_letters_of_nonsense_some_words_are_asked(library: SearchEngine) -> None:
    """What a long question costs: `long_query_ratio` of tests.bench.search."""
    nonsense = " ".join(f"xq{number}zzvw" for number in range(500))[:5000]

    result = library.search(Query(text=nonsense))

    assert result.total == 0
    assert result.left_out > 400


def test_pages_follow_each_other_without_a_gap_or_a_double(filled: Filled) -> None:
    engine = filled(work(number, f"Water for school {number}") for number in range(1, 26))

    pages = [numbers(engine, "water", page=page) for page in (1, 2, 3, 4)]

    assert [len(page) for page in pages] == [10, 10, 5, 0]
    assert sorted(pages[0] + pages[1] + pages[2]) == list(range(1, 26))


def test_a_study_without_vectors_is_still_similar(library: SearchEngine) -> None:
    late = work(10, "Judicial training for judges", "A judicial career.")
    library.index([late], sequence=3)

    assert {1, 6} >= {hit.number for hit in library.similar(late, audience=["public"], limit=1)}
