from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.rules.reading import Level, reading_of


def test_the_figure_is_words_a_sentence_and_the_share_of_long_words() -> None:
    reading = reading_of("We listen to children. Every child may speak.")

    assert (reading.words, reading.sentences) == (8, 2)
    assert reading.long_words == ("children",)
    assert reading.lix == Fraction(8, 2) + Fraction(100, 8)
    assert reading.level == Level.CHILDREN


@pytest.mark.parametrize(
    ("text", "long_words", "lix"),
    [
        ("Nous écoutons les enfants. Chaque enfant peut parler.", ("écoutons", "enfants"), Fraction(29)),
        ("Te escuchamos siempre. Puedes hablar a tu gente.", ("escuchamos", "siempre"), Fraction(29)),
        ("¿Quién decide? ¡Tú también!", ("también",), Fraction(27)),
    ],
)
def test_the_figure_is_counted_alike_in_french_and_spanish(
    text: str, long_words: tuple[str, ...], lix: Fraction
) -> None:
    """By hand: letters with accents count once, and Spanish opening marks end no sentence."""
    reading = reading_of(text)

    assert (reading.sentences, reading.long_words, reading.lix) == (2, long_words, lix)


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("", Level.NOTHING),
        ("…", Level.NOTHING),
        ("Tu as le droit de parler. Nous t’écoutons.", Level.CHILDREN),
        ("Puedes decir lo que piensas. Te vamos a escuchar.", Level.CHILDREN),
        ("La red publica cada trimestre los avances del plan, para que la gente pueda verlos.", Level.SIMPLE),
        (
            "The implementation of the recommendations necessitates comprehensive interministerial coordination "
            "mechanisms with appropriate budgetary allocations.",
            Level.HARD,
        ),
    ],
)
def test_a_text_has_a_level(text: str, level: Level) -> None:
    assert reading_of(text).level == level


def test_long_sentences_are_named_so_that_they_can_be_cut() -> None:
    long = "We go to the house of the man who has the key to the door of the room"

    assert reading_of(f"Come in. {long}. Sit down.").long_sentences == (long,)


def test_an_article_written_onto_its_word_makes_it_no_longer() -> None:
    assert reading_of("l’enfant").long_words == ()
    assert reading_of("l’enfance").long_words == ("l’enfance",)


def test_a_line_ends_a_sentence_also_without_a_point() -> None:
    assert reading_of("You may speak\nWe listen").sentences == 2


@given(st.text())
def test_law_every_text_has_a_figure_between_nothing_and_all_words_long(text: str) -> None:
    reading = reading_of(text)

    assert 0 <= reading.lix <= reading.words + 100
    assert (reading.words == 0) == (reading.level == Level.NOTHING)


@given(st.text(min_size=1))
def test_law_said_twice_a_text_is_as_hard_as_once(text: str) -> None:
    assert reading_of(f"{text}\n{text}").lix == reading_of(text).lix
