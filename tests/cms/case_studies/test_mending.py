"""Words broken at the end of a line, and what else files do to them."""

import pytest

from cms.case_studies.mending import clean, mended, words_of
from cms.case_studies.reading import read_study


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


@pytest.mark.parametrize("hyphen", ["\u00ad", "\u2010"])
def test_a_word_broken_in_the_contact_is_one_word(hyphen: str) -> None:
    study = read_study(f"CONTACT:\n\nMs Odile Thornquist\nProgramme coordin{hyphen}\nator\nTel: +254 20 555 01 77")

    assert study.contacts == "Ms Odile Thornquist\nProgramme coordinator\nTel: +254 20 555 01 77"


def test_an_address_below_its_label_stands_beside_it() -> None:
    study = read_study("CONTACT:\n\nEmail:\nlamps@fireflies.example\nTel: 12")

    assert study.contacts == "Email: lamps@fireflies.example\nTel: 12"


@pytest.mark.parametrize("number", ["7", "– 7 –", "[7]", "vii", "Page 7 of 9", "7/9", "| 7 |"])
def test_a_page_number_in_a_text_is_no_part_of_it(number: str) -> None:
    study = read_study(f"RESULT:\n\nThe council agreed\n\n{number}\n\nto light the path.")

    assert (study.result, study.furniture) == ("The council agreed to light the path.", (number,))
