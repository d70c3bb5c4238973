"""Plain text: whichever encoding it came in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.papers import Kind, Unreadable, Why, read_paper, text_of

SAID = "Études de cas : « l’été », señal, 2011 – 2013"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_a_text_is_read_in_the_encodings_that_people_have(encoding: str) -> None:
    paper = read_paper(SAID.encode(encoding), name="a.txt")

    assert (paper.text, paper.kind, paper.name) == (SAID, Kind.TEXT, "a.txt")


def test_latin_1_is_read_too() -> None:
    assert text_of("Élaborer à l'été".encode("latin-1"), name="a.txt") == "Élaborer à l'été"


def test_empty_lines_are_gaps_and_page_feeds_are_pages() -> None:
    paper = read_paper(b"one\r\ntwo\n\n  three \n\ffour", name="a.txt")

    assert [(line.text, line.gap, line.page) for line in paper.lines] == [
        ("one", True, 1),
        ("two", False, 1),
        ("three", True, 1),
        ("four", True, 2),
    ]
    assert paper.pages == 2
    assert paper.text == "one\ntwo\n\nthree\n\nfour"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", Why.EMPTY),
        (b" \r\n\t\n", Why.EMPTY),
        (b"\xef\xbb\xbf \n", Why.EMPTY),
        (b"a" * (2 * 1024 * 1024 + 1), Why.TOO_LONG_A_TEXT),
        (b"\x81\x8d\x8f\x90\x9d", Why.NOT_TEXT),
        (bytes(range(128, 256)) * 20, Why.NOT_TEXT),
        (b"\xff\xfe\x00", Why.NOT_TEXT),
        (b"\x7fELF\x02\x01\x00\x00 program", Why.UNKNOWN_KIND),
        (b"\x1b[0m\x1b[1m\x02\x03\x04", Why.NOT_TEXT),
        ("Привет, мир, как дела".encode("cp1251"), Why.NOT_TEXT),
        (b"{\\rtf1\\ansi Hello}", Why.OTHER_OFFICE),
    ],
)
def test_what_is_no_text_is_refused(content: bytes, why: Why) -> None:
    with pytest.raises(Unreadable) as refused:
        read_paper(content, name="a.txt")

    assert refused.value.why is why
    assert str(refused.value).endswith(".")


@given(st.binary(max_size=300).filter(lambda content: b"%PDF-" not in content and content[:2] != b"PK"))
def test_any_bytes_are_text_or_refused_in_a_sentence(content: bytes) -> None:
    try:
        text = text_of(content, name="a.txt")
    except Unreadable as refusal:
        assert str(refusal).endswith(".")
    else:
        assert text.strip()
        assert "\0" not in text


@given(st.text(alphabet=st.characters(codec="utf-16-le", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=200))
def test_no_word_of_a_text_is_lost(text: str) -> None:
    try:
        said = text_of(text.encode("utf-8"), name="a.txt")
    except Unreadable as refusal:
        assert refusal.why in (Why.EMPTY, Why.OTHER_OFFICE, Why.NOT_TEXT, Why.DAMAGED)
    else:
        assert said.split() == text.lstrip("\ufeff").split()
