"""Figures and commas of a page as its language writes them, and what keeps its own."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.languages.formats import in_digits_of
from cms.languages.writing import as_written, has_own_digits, text_as_written


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("في 10 بلدان", "في ١٠ بلدان"),
        ("4.1 من 6", "٤٫١ من ٦"),
        ("12,345", "١٢٬٣٤٥"),
        ("37 %", "٣٧٪"),
        ("38\u202f%", "٣٨٪"),
        ("1.", "١."),
        ("4, 12, 42", "٤، ١٢، ٤٢"),
        ("16:30", "١٦:٣٠"),
        ("380", "٣٨٠"),
        ("وفق رخصة CC BY 4.0، 2026", "وفق رخصة CC BY 4.0، ٢٠٢٦"),
        ("Lantern Forum 2, Kenya", "Lantern Forum 2, Kenya"),
        ("12 rue du Fil", "12 rue du Fil"),
        ("office2@kite.example في 3", "office2@kite.example في ٣"),
        ("&#39;5&#x27;&nbsp;", "&#39;٥&#x27;&nbsp;"),
        ("٣ و3", "٣ و٣"),
    ],
)
def test_a_text_in_arabic(typed: str, written: str) -> None:
    assert text_as_written(typed, "ar") == written


@pytest.mark.parametrize(
    "kept",
    [
        '<span lang="en">2 of 3, 4</span>',
        '<p lang="fr">12 <b>et</b> 3 <br> 4 <img alt="5"> 6</p>',
        "<code>1, 2</code>",
        "<script>var a = 1, b = 2;</script>",
        "<textarea>10</textarea>",
        '<input value="10">',
        '<a href="/ar/bulletin/116/">',
        '<path d="M7 1.5a5 5"/>',
        "<!-- 3 -->",
        '<b lang="en" title="3">',
        "<CODE>1</CODE>",
        '<div class="x" lang="fr"><i>1</i><p title="2">3</p></div>',
    ],
)
def test_what_is_not_arabic_text_keeps_its_figures(kept: str) -> None:
    assert as_written(kept, "ar") == kept


def test_after_something_foreign_arabic_goes_on() -> None:
    html = '<p>1 <span lang="en">2 <b>3</b></span> 4</p><p lang="ar">5</p>'

    assert as_written(html, "ar") == '<p>١ <span lang="en">2 <b>3</b></span> ٤</p><p lang="ar">٥</p>'


def test_names_that_are_read_aloud_are_written_so_too() -> None:
    html = '<svg role="img" aria-label="25 %"><title>7</title></svg><img alt="3" title="4">'

    assert as_written(html, "ar") == '<svg role="img" aria-label="٢٥٪"><title>٧</title></svg><img alt="٣" title="٤">'


def test_other_languages_have_digits_and_keep_their_commas() -> None:
    assert text_as_written("नेपाल 4.5, 10 %", "ne") == "नेपाल ४.५, १० %"
    assert [has_own_digits(code) for code in ("ar", "en", "fr", "es")] == [True, False, False, False]


@pytest.mark.parametrize(("language", "written"), [("ar", "٢٠٢٦"), ("fr", "2026"), ("xx", "2026")])
def test_years_and_ordinals_have_the_languages_digits(language: str, written: str) -> None:
    assert in_digits_of(language, "2026") == written


@given(st.text(alphabet='<>/abسش 0123456789,.%&;#"=lang-'))
def test_nothing_but_figures_commas_and_spaces_before_per_cent_changes(html: str) -> None:
    changing = re.compile(r"[0-9٠-٩.,٫٬،%٪ ]")

    assert changing.sub("", as_written(html, "ar")) == changing.sub("", html)


@given(st.text())
def test_to_write_it_twice_is_to_write_it_once(html: str) -> None:
    once = as_written(html, "ar")

    assert as_written(once, "ar") == once
