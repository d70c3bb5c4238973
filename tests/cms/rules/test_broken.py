"""The words for the moment when nothing else can be asked."""

import pytest

from cms.rules.broken import SAYINGS, SPOKEN, heard_first


@pytest.mark.parametrize(
    ("wishes", "order"),
    [
        ([], ["en", "fr", "es", "ar"]),
        (["ar"], ["ar", "en", "fr", "es"]),
        (["", "de", "es", "fr"], ["es", "en", "fr", "ar"]),
        (["admin", "pt"], ["en", "fr", "es", "ar"]),
    ],
)
def test_the_first_wish_that_is_spoken_comes_first(wishes: list[str], order: list[str]) -> None:
    assert [saying.language for saying in heard_first(wishes)] == order


def test_each_language_says_everything_once() -> None:
    assert len(set(SPOKEN)) == len(SAYINGS) == 4
    assert all(saying.what and saying.then and saying.front for saying in SAYINGS)
    assert [saying.language for saying in SAYINGS if saying.direction == "rtl"] == ["ar"]
