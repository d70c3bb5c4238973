"""Words broken at the end of a line, and what else files do to them."""

import pytest

from cms.case_studies.mending import clean, mended, words_of


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("les recomman-", "dations du Comité", "les recommandations du Comité"),
        ("des sous-", "groupes de travail", "des sous-groupes de travail"),
        ("le plan est peut-", "être prêt", "le plan est peut-être prêt"),
        ("a follow-", "up meeting", "a follow-up meeting"),
        ("a child-", "friendly version", "a child-friendly version"),
        ("the inter-", "national level", "the international level"),
        ("PRÓXI-", "MOS PASOS", "PRÓXIMOS PASOS"),
        ("ministères/", "institutions", "ministères/institutions"),
        ("une dizaine –", "environ", "une dizaine – environ"),
        ("de 2011-", "2013", "de 2011- 2013"),
        ("gouverne\u00ad", "ment", "gouvernement"),
        ("l’avant\u2010", "projet", "l’avantprojet"),
    ],
)
def test_halves_are_joined_as_the_word_is_written(before: str, after: str, whole: str) -> None:
    assert mended(before, after, words=frozenset({"groupes"})) == whole


def test_a_hyphen_stays_where_the_text_has_it_elsewhere() -> None:
    words = words_of(["l’avant-projet de loi est un avant-"])

    assert mended("l’avant-", "projet", words=words) == "l’avant-projet"


def test_halves_of_broken_words_are_no_words() -> None:
    assert words_of(["one par-", "ents two"]) == frozenset({"one", "two"})


def test_a_line_is_cleaned_of_what_nobody_sees() -> None:
    assert clean("\ufeffe\u0301tat\u00a0: \ufb01n\u200b de\u00adux  fl\ufb02\u00ad") == "état : fin deux flfl\u00ad"
