"""A question in another language than the page's."""

import pytest

from search.language.asked import asked
from search.language.forms import analyser, said_by
from search.language.knowledge import Knowledge
from search.language.lexicon import Bilingual
from search.language.meanings import Wishes
from search.language.plans import Plan, planned
from search.language.speller import Speller
from search.language.statistics import Tally

WRITTEN = {
    "en": "Children in schools read about water. The ministers of Los Angeles",
    "fr": "Les enfants protégés des écoles. Un puits pour la ville",
    "es": "Los niños y las niñas hablan de los derechos",
}


def plan(text: str, *, shown: str, written: tuple[str, ...] = ("en", "fr", "es")) -> Plan:
    tally, bilingual = Tally(), Bilingual()
    for language in written:
        tally.add(said_by([(language, "", WRITTEN[language])], []), [language])
    bilingual.hear_concept({"en": ["water"], "es": ["agua"]})
    statistics = tally.statistics()
    knowledge = Knowledge(
        statistics=statistics,
        speller=Speller.of(statistics.folds()),
        roots=Speller.of(statistics.roots()),
        lexicon=bilingual.lexicon(tally.languages),
        occurring=lambda pairs: {pair for pair in pairs if statistics.frequency(pair[0])},
    )
    return planned(asked(text, analyser(shown)), analyser(shown), knowledge, Wishes())


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
