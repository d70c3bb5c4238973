"""Topic vectors, statistics and plans, as values."""

from collections.abc import Iterable
from pathlib import Path

import numpy as np
import pytest

from search.language.counted import Counted
from search.language.forms import said_by
from search.language.lexicon import Concept
from search.language.plans import Plan
from search.language.statistics import Statistics, Tally
from search.language.topics import Sparse, Topics
from search.language.tree import Best, Term
from tests.search.language.knowing import planned_on

TEXTS = {
    3: {"water": 2, "well": 1, "school": 1},
    5: {"water": 1, "well": 2},
    8: {"court": 2, "judg": 1, "law": 1},
    9: {"court": 1, "law": 2, "school": 1},
}


def plan(text: str, *texts: str, language: str = "en", written: str = "", concepts: Iterable[Concept] = ()) -> Plan:
    """The plan of a question where nothing but `texts`, in the language `written`, was indexed."""
    return planned_on(
        text, language=language, written=[(written or language, known) for known in texts], concepts=concepts
    )


def test_a_sparse_matrix_multiplies_as_a_dense_one() -> None:
    dense = np.array([[1, 0, 2], [0, 0, 0], [0, 3, 4]], dtype=np.float32)
    sparse = Sparse(np.array([0, 2, 2, 4]), np.array([0, 2, 1, 2]), np.array([1, 2, 3, 4], dtype=np.float32), 3)
    right = np.array([[1, 2], [3, 4], [5, 6]], dtype=np.float32)

    assert np.allclose(sparse @ right, dense @ right)
    assert np.allclose(sparse.transposed() @ right, dense.T @ right)


def test_texts_about_the_same_are_close() -> None:
    topics = Topics.learnt(TEXTS)

    water = topics.cosines({"water": 1, "well": 1}, [3, 5, 8, 9])

    assert min(water[:2]) > 0.8
    assert max(water[2:]) < 0.4


def test_what_came_after_the_build_has_no_cosine() -> None:
    assert Topics.learnt(TEXTS).cosines({"water": 1}, [4, 99]) == [0.0, 0.0]


def test_topics_come_back_from_their_folder_as_they_went(tmp_path: Path) -> None:
    topics = Topics.learnt(TEXTS)
    topics.save(tmp_path)

    again = Topics.load(tmp_path).cosines({"court": 1}, [3, 8])

    assert again == pytest.approx(topics.cosines({"court": 1}, [3, 8]))


def test_one_text_or_none_has_no_topics(tmp_path: Path) -> None:
    assert Topics.learnt({1: {"water": 1}}).cosines({"water": 1}, [1]) == [0.0]
    assert Topics.load(tmp_path).cosines({"water": 1}, [1]) == [0.0]


def test_statistics_come_back_from_their_folder_as_they_went(tmp_path: Path) -> None:
    tally = Tally()
    tally.add(said_by([("fr", "Écoles", "Les écoles")], []), ["fr"])
    tally.add_closed(said_by([("fr", "", "secrets")], []))
    tally.statistics().save(tmp_path)

    again = Statistics.load(tmp_path)

    assert (again.frequency("ecoles"), again.stems("ecoles"), again.languages) == (1, ["ecol"], ("fr",))
    assert (again.knows("ecol"), again.knows("ecoles"), again.knows("secret")) == (True, False, False)
    assert (again.frequency("secrets"), again.stems("secrets"), again.frequency("never")) == (0, ["secret"], 0)


def test_where_nothing_was_built_no_word_is_known(tmp_path: Path) -> None:
    nothing = Statistics.load(tmp_path / "missing")

    assert (nothing.frequency("ecoles"), nothing.knows("ecol"), nothing.languages) == (0, False, ())


def test_a_repeated_word_counts_one_plus_its_logarithm() -> None:
    tree = plan("water water", "water").tree

    weights = [node.weight for node in tree.scored if isinstance(node, Term) and node.field == "all_stem"]

    assert weights == [pytest.approx(1.6931, abs=1e-4)]


def test_an_unaccented_word_also_asks_for_the_stem_that_is_there() -> None:
    tree = plan("votarian", "votarían", language="es").tree

    assert Best((Term("all_stem", "votari"), Term("all_stem", "vot"))) in tree.scored


def test_the_rarest_32_words_are_asked() -> None:
    words = [f"word{number}x" for number in range(40)]

    result = plan(" ".join(words), *(" ".join(words[number:]) for number in range(40)))

    assert result.left_out == 8
    assert set(result.stems) == {f"word{number}x" for number in range(32)}


def test_a_question_of_stop_words_asks_for_them() -> None:
    assert plan("what is the", "water").tree.scored == (
        Term("words", "what"),
        Term("words", "is"),
        Term("words", "the"),
    )


def test_a_name_that_is_spelled_out_also_finds_its_short_forms() -> None:
    result = plan("the convention on the rights of the child", "convention rights child")

    assert [(item.key, item.meant, item.is_on) for item in result.expansions] == [
        ("convention", "CRC, UNCRC, CDE", True)
    ]


def test_closed_documents_get_a_vector_and_teach_nothing() -> None:
    rows = {number: {"well": 1 + number % 2, "water": 1, f"stem{number % 3}": 2} for number in range(1, 9)}
    closed = {9: {"stem1": 2, "secret": 4}, 10: {"secret": 2, "water": 1}}

    alone, together = Topics.learnt(rows), Topics.learnt(rows, closed)

    assert together.places == alone.places
    assert "secret" not in together.places
    assert together.cosines({"stem1": 1}, [1, 2, 3]) == pytest.approx(alone.cosines({"stem1": 1}, [1, 2, 3]), abs=1e-3)
    assert together.cosines({"stem1": 1}, [9])[0] > 0.9
    assert alone.cosines({"stem1": 1}, [9]) == [0.0]


def test_every_document_has_a_vector_also_where_a_sample_teaches(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = {number: {f"stem{number % 5}": 2, "water": 1, f"other{number % 3}": 1} for number in range(40)}
    monkeypatch.setattr("search.language.topics.MOST_ENTRIES", 30)
    monkeypatch.setattr("search.language.topics.PLACED", 7)

    cosines = Topics.learnt(rows).cosines({"stem3": 1}, list(rows))

    assert [number for number in rows if cosines[number] > 0.5] == [number for number in rows if number % 5 == 3]


def test_counted_stems_are_as_they_were_heard() -> None:
    heard = Counted()
    heard.add(7, "water well water")
    heard.add(9, "")
    before = dict(heard)
    heard.add(9, "été")
    heard.add(8, "well")

    assert before == {7: {"water": 2, "well": 1}, 9: {}}
    assert dict(heard) == {7: {"water": 2, "well": 1}, 9: {"été": 1}, 8: {"well": 1}}


def test_a_misspelt_case_is_corrected_to_one_that_occurs() -> None:
    result = plan("гродами", "Города страны", "Городов", "Городов и школ", language="ru")

    assert result.corrections == (("гродами", "городов"),)
    assert result.marks == {"город"}
