"""A question in another language than the page's."""

import pytest

from search.language.plans import Plan
from tests.search.language.knowing import planned_on

WRITTEN = {
    "en": "Children in schools read about water. The ministers of Los Angeles",
    "fr": "Les enfants protégés des écoles. Un puits pour la ville",
    "es": "Los niños y las niñas hablan de los derechos",
}


def plan(text: str, *, shown: str, written: tuple[str, ...] = ("en", "fr", "es")) -> Plan:
    texts = [(language, WRITTEN[language]) for language in written]
    return planned_on(text, language=shown, written=texts, concepts=[{"en": ["water"], "es": ["agua"]}])


@pytest.mark.parametrize(
    ("text", "shown", "stems"),
    [
        ("¿Cuántos niños hablaron de sus derechos?", "en", {"nin", "habl", "derech"}),
        ("Combien d’enfants ont protégé la ville ?", "en", {"enfant", "proteg", "vill"}),
        ("How many children are reading in the schools?", "fr", {"child", "read", "school"}),
        ("protéger", "en", {"proteg"}),
        ("niños", "en", {"nin"}),
    ],
)
def test_a_question_is_read_in_its_own_language(text: str, shown: str, stems: set[str]) -> None:
    result = plan(text, shown=shown)

    assert set(result.stems) == stems
    assert (result.corrections, result.unknown) == ((), ())


def test_a_word_that_has_a_translation_alone_is_asked_in_it() -> None:
    result = plan("agua", shown="en", written=("en",))

    assert [(item.said, item.meant) for item in result.expansions] == [("agua", "water")]


def test_the_little_word_of_a_name_does_not_change_the_language() -> None:
    result = plan("los angeles", shown="en")

    assert "los" in result.folds


def test_what_is_typed_in_the_pages_language_stays_there() -> None:
    here, there = (
        plan("Les enfants des écoles", shown="fr"),
        plan("Les enfants des écoles", shown="fr", written=("fr",)),
    )

    assert here.tree == there.tree


def test_a_word_is_not_taken_for_one_of_a_language_that_nothing_is_written_in() -> None:
    assert plan("schoolaciones", shown="en", written=("en",)).unknown == ("schoolaciones",)
