"""Words, their forms, and what was typed."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.language.asked import Part, asked
from search.language.forms import analyser, fields_of, said_by
from search.language.highlights import EXCERPT, Marks, excerpt, pieces
from search.language.speller import Speller, distance
from search.language.words import fold, grams_of


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("fr", "L’enfant n'a qu’un plan d’action", ["enfant", "a", "un", "plan", "action"]),
        ("en", "The children’s plan isn't ＤＯＮＥ", ["the", "children", "plan", "isn", "t", "done"]),
        ("es", "¿Cuántos niños? 6½", ["cuántos", "niños", "61", "2"]),
    ],
)
def test_text_is_cut_into_words(language: str, text: str, words: list[str]) -> None:
    assert analyser(language).words(text) == words


@pytest.mark.parametrize(("text", "plain"), [("Türkiye", "Turkiye"), ("cœur", "coeur"), ("İstanbul", "Istanbul")])
def test_folding_takes_accents_away(text: str, plain: str) -> None:
    assert fold(text) == plain


def test_a_stop_word_is_only_kept_for_phrases() -> None:
    assert analyser("en")["the"] == ("", "", "", "the ")


def test_grams_have_four_letters_and_short_words_are_whole() -> None:
    assert grams_of("ministry") == ["mini", "inis", "nist", "istr", "stry"]
    assert grams_of("law") == ["law"]


def test_all_translations_share_the_same_fields() -> None:
    fields = fields_of(said_by([("en", "Women", "law"), ("fr", "Les femmes", "loi")], [("es", "mujeres")]))

    assert fields.title_stem.split() == ["woman", "femm"]
    assert fields.all_fold.split() == ["women", "femmes", "law", "loi", "mujeres"]
    assert fields.words.split() == ["women", "les", "femmes", "law", "loi", "mujeres"]


def test_quotes_operators_and_stars_are_understood() -> None:
    understood = asked('plan AND "rule of law" NOT budget democra* do*', analyser("en"))

    plan, phrase = Part(kind="word", words=("plan",)), Part(kind="phrase", words=("rule", "of", "law"))
    assert understood.parts == (plan, phrase, Part(kind="prefix", words=("democra",)), Part(kind="word", words=("do",)))
    assert understood.required == (plan, phrase)
    assert understood.refused == (Part(kind="word", words=("budget",)),)


@given(st.text(max_size=300))
def test_nothing_typed_is_an_error(text: str) -> None:
    asked(text, analyser("fr"))


@pytest.mark.parametrize(("left", "right", "edits"), [("abcd", "abdc", 1), ("abc", "abc", 0), ("abc", "xyz", 3)])
def test_neighbours_swapped_are_one_edit(left: str, right: str, edits: int) -> None:
    assert distance(left, right, 2) == edits


def test_the_speller_prefers_the_closest_then_the_most_frequent() -> None:
    frequencies = Counter({"guardianship": 2, "ministry": 9, "ministre": 3, "law": 50})
    speller = Speller.of(frequencies)

    assert speller.corrections("guardianshp", frequencies.__getitem__) == ["guardianship"]
    assert speller.corrections("ministr", frequencies.__getitem__) == ["ministry", "ministre"]
    assert speller.corrections("lax", frequencies.__getitem__) == []
    assert speller.corrections("m1nistry", frequencies.__getitem__) == []
    assert Speller.of(()).corrections("anything", frequencies.__getitem__) == []


def test_the_speller_comes_back_from_its_folder_as_it_went(tmp_path: Path) -> None:
    Speller.of(["ministry", "guardianship"]).save(tmp_path)

    assert Speller.load(tmp_path).corrections("minsitry", lambda word: 1) == ["ministry"]
    assert Speller.load(tmp_path / "missing").corrections("minsitry", lambda word: 1) == []


def test_marks_stand_on_stems_words_and_beginnings() -> None:
    marks = Marks(stems={"ministri"}, folds={"democra*", "crc"})

    marked = [piece.text for piece in pieces("Ministries, democracy; CRC", marks, analyser("en")) if piece.is_marked]

    assert marked == ["Ministries", "democracy", "CRC"]


@given(st.text(max_size=1000))
def test_marking_loses_no_letter(text: str) -> None:
    found = pieces(text, Marks(stems={"law"}, folds={"a"}), analyser("en"))

    assert "".join(piece.text for piece in found) == text


@pytest.mark.parametrize(
    ("language", "text", "marked"),
    [
        ("en", "A plan of the action, plan; action", ["plan of the action", "plan", "action"]),
        ("fr", "Un plan d’action, un plan", ["plan d’action", "plan"]),
        ("en", "plan without action: action-plan", ["plan", "action", "action-plan"]),
    ],
)
def test_words_side_by_side_are_one_mark(language: str, text: str, marked: list[str]) -> None:
    found = pieces(text, Marks(stems=(), folds={"plan", "action"}), analyser(language))

    assert [piece.text for piece in found if piece.is_marked] == marked


def test_an_excerpt_shows_where_the_words_are() -> None:
    text = "Nothing here. " * 60 + "Then the ministry wrote a law. " + "Nothing again. " * 60

    found = excerpt(text, Marks(stems={"ministri", "law"}, folds=()), analyser("en"))

    assert [piece.text for piece in found if piece.is_marked] == ["ministry", "law"]
    assert sum(len(piece.text) for piece in found) < EXCERPT + 60
