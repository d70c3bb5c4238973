"""Looking across languages: what is learnt from texts that say the same, and what a question becomes by it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.language.alignment import LONGEST, aligned
from search.language.lexicon import Bilingual, Concept, Lexicon
from search.language.readings import TRANSLATION
from search.language.tree import Best, Term
from tests.search.language.test_topics import plan

CONCEPTS: list[Concept] = [
    {"en": ["child labour"], "es": ["trabajo infantil"], "fr": ["travail des enfants"]},
    {"en": ["child marriage"], "es": ["matrimonio infantil"], "fr": ["mariage d’enfants"]},
    {"en": ["marriage"], "es": ["matrimonio"], "fr": ["mariage"]},
    {"en": ["water", "drinking water"], "es": ["agua"]},
    {"en": ["labour"], "es": ["trabajo"]},
]


def learnt(*targets: str) -> Lexicon:
    bilingual = Bilingual()
    for concept in CONCEPTS:
        bilingual.hear_concept(concept)
    return bilingual.lexicon(targets)


def test_words_that_keep_the_same_company_translate_each_other() -> None:
    likely = aligned([(["casa", "azul"], ["blue", "house"]), (["casa"], ["house"]), (["azul"], ["blue"])])

    assert {pair for pair, share in likely.items() if share > 0.5} == {("casa", "house"), ("azul", "blue")}


def test_nothing_said_teaches_nothing() -> None:
    assert aligned([]) == {}
    assert aligned([([], ["house"]), (["a"] * (LONGEST + 1), ["b"])]) == {}


@given(
    st.lists(st.tuples(st.lists(st.sampled_from("abcd"), max_size=4), st.lists(st.sampled_from("wxyz"), max_size=4)))
)
def test_how_likely_a_pair_is_is_always_a_share(said: list[tuple[list[str], list[str]]]) -> None:
    likely = aligned(said)

    together = {(left, right) for lefts, rights in said for left in lefts for right in rights}
    assert set(likely) <= together
    assert all(0 < share <= 1.000001 for share in likely.values())


def test_labels_teach_what_a_word_is_in_another_language() -> None:
    found = learnt("en").translations("matrimoni", "es", ["en"])

    assert (found[0].stem, found[0].shown) == ("marriag", "marriage")
    assert found[0].weight > 0.9


def test_only_languages_that_something_is_written_in_are_learnt() -> None:
    lexicon = learnt("en")

    assert lexicon.translations("marriag", "en", ["es", "fr"]) == []
    assert lexicon.translations("mariag", "fr", ["en"])[0].stem == "marriag"
    assert lexicon.translations("matrimoni", "es", ["es"]) == []


def test_a_lexicon_comes_back_from_its_folder_as_it_went(tmp_path: Path) -> None:
    learnt("en").save(tmp_path)

    again = Lexicon.load(tmp_path)

    assert again.translations("agu", "es", ["en"]) == learnt("en").translations("agu", "es", ["en"])
    assert Lexicon.load(tmp_path / "missing").translations("agu", "es", ["en"]) == []


def test_a_question_is_also_asked_in_the_language_of_what_is_there() -> None:
    result = plan("agua", "water for all", language="es", written="en", concepts=CONCEPTS)

    (either, *_others) = result.tree.scored
    assert isinstance(either, Best)
    as_asked, in_english = either.options
    assert isinstance(in_english, Term)
    assert as_asked == Term("all_stem", "agu")
    assert (in_english.field, in_english.token) == ("all_stem", "water")
    assert result.unknown == ()
    assert set(result.stems) == {"water"}
    assert [(item.key, item.said, item.meant) for item in result.expansions] == [(TRANSLATION, "agua", "water")]


def test_a_translation_that_nothing_says_is_not_asked_for() -> None:
    result = plan("agua", "courts for all", language="es", written="en", concepts=CONCEPTS)

    assert result.expansions == ()
    assert result.unknown == ("agua",)


@pytest.mark.parametrize("language", ["en", "es"])
def test_in_one_language_alone_nothing_is_translated(language: str) -> None:
    result = plan("marriage", "marriage matrimonio", language=language, written=language, concepts=CONCEPTS)

    assert result.expansions == ()
