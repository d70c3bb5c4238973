"""Languages beyond the site's own, and scripts that need another way of cutting."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.language.forms import LANGUAGES, analyser, fields_of, said_by
from search.language.highlights import Marks, pieces
from search.language.others import SNOWBALL
from search.language.words import placed


def stems(language: str, text: str) -> list[str]:
    return [forms.stem.strip() for forms in analyser(language).rows(text) if forms.stem]


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("ru", "права детей", "право ребёнка"),
        ("ru", "образование", "образования"),
        ("ar", "حُقُوق الأطفال", "حق الطفل"),
        ("ar", "مدرسة", "المدارس"),
        ("de", "Kinderrechte", "kinderrechten"),
        ("pt-BR", "crianças", "criança"),
        ("el", "δικαιώματος", "δικαιώματα"),
    ],
)
def test_forms_of_one_word_share_a_stem(language: str, one: str, other: str) -> None:
    assert stems(language, one) == stems(language, other)


@pytest.mark.parametrize(("language", "text"), [("ru", "что и как"), ("ar", "ما هذا و كيف"), ("en", "what is it")])
def test_words_that_say_nothing_are_left_out(language: str, text: str) -> None:
    assert stems(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("zh", "儿童权利2024年", ["儿童", "童权", "权利", "2024", "年"]),
        ("ja", "子どもの権利", ["子ど", "ども", "もの", "の権", "権利"]),
        ("hi", "बच्चों के अधिकार", ["बच्चों", "के", "अधिकार"]),
        ("ar", "كَتَبَ الأطفـال", ["كتب", "الأطفال"]),
        ("vi", "quyền trẻ em", ["quyền", "trẻ", "em"]),
    ],
)
def test_text_in_any_script_is_cut_into_what_can_be_found(language: str, text: str, words: list[str]) -> None:
    assert analyser(language).words(text) == words


def test_a_single_letter_of_a_script_without_spaces_is_found_by_its_gram() -> None:
    fields = fields_of(said_by([("zh", "水权", "")], []))

    assert fields.all_gram.split() == ["水", "权"]


def test_what_stands_under_two_spellings_is_one_word() -> None:
    digits, teh = analyser("ar")["٢٠٢٤"], analyser("ar")["حماية"]

    assert digits.fold == "2024 "
    assert teh.fold == analyser("ar")["حمايه"].fold


def test_marks_in_a_script_without_spaces_stand_on_the_letters_asked_for() -> None:
    found = pieces("关于儿童权利的报告", Marks(stems={"儿童", "报告"}, folds=()), analyser("zh"))

    assert [piece.text for piece in found if piece.is_marked] == ["儿童", "报告"]


@given(st.text(alphabet="儿童权利a1ก ", max_size=40))
def test_pieces_of_a_word_stand_where_they_say(text: str) -> None:
    for place, piece in placed(text):
        assert text[place : place + len(piece)] == piece


def test_every_stemmer_that_is_named_exists() -> None:
    assert [code for code in (*SNOWBALL, *LANGUAGES) if analyser(code).stemmer is None] == ["ar"]  # light10 is its own
