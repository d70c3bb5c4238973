"""Names in the order of each language's dictionaries."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.languages import sort_key


def ordered(names: list[str], language: str) -> list[str]:
    return sorted(names, key=lambda name: sort_key(name, language))


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("fr", ["Égypte", "Émirats arabes unis", "Équateur", "Espagne", "Zambie"]),
        ("fr", ["côte", "Côte d’Ivoire", "cotes", "odeur", "œuvre", "offre"]),
        ("es", ["nube", "ñandú", "oso"]),
        ("es", ["canto", "caña", "cañada", "capa"]),
        ("en", ["caña", "canto", "cap", "São Tomé", "Sudan"]),
        ("en", ["Åland", "résumé", "resumes", "zebra"]),
        ("ar", ["أرمينيا", "إسبانيا", "الأردن", "بنين", "تونس"]),
        ("ar", ["آيسلندا", "بنما", "جيبوتي", "مصر", "هايتي"]),
    ],
)
def test_dictionaries_have_them_in_this_order(language: str, names: list[str]) -> None:
    assert ordered(list(reversed(names)), language) == names


@pytest.mark.parametrize(("plain", "marked"), [("cote", "côte"), ("resume", "résumé"), ("ano", "aňo")])
def test_an_accent_counts_only_where_the_letters_are_the_same(plain: str, marked: str) -> None:
    assert sort_key(plain, "fr") < sort_key(marked, "fr") < sort_key(f"{plain}s", "fr")


def test_spellings_of_alif_stand_together_and_vowel_signs_and_kashida_count_last() -> None:
    assert sort_key("أحمد", "ar")[0] == sort_key("احمد", "ar")[0] == sort_key("أَحْمَد", "ar")[0]
    assert sort_key("كتاب", "ar")[0] == sort_key("كتـــاب", "ar")[0]


@given(st.text(), st.text(), st.sampled_from(["en", "fr", "es", "ar"]))
def test_only_the_same_text_has_the_same_place(one: str, other: str, language: str) -> None:
    assert (sort_key(one, language) == sort_key(other, language)) == (one == other)
