"""TranslatedText in columns, forms and fixtures."""

import json
from typing import Any

import pytest
from django.core import serializers
from django.core.exceptions import ValidationError
from django.utils.datastructures import MultiValueDict
from hypothesis import given
from hypothesis import strategies as st

from cms.languages import TranslatedText, TranslatedTextField, translated
from cms.languages.fields import TranslatedFormField, TranslatedWidget, understood
from cms.models import Theme

TEXTS = st.dictionaries(st.sampled_from(["en", "fr", "es"]), st.text(min_size=1, max_size=20), max_size=3)
PREVAILS = st.sampled_from(["en", "fr", "es"])


@given(TEXTS, PREVAILS)
def test_a_text_comes_back_from_json_as_it_went(texts: dict[str, str], prevails: str) -> None:
    text = TranslatedText(texts=texts, prevails=prevails)

    assert understood(json.dumps(text.to_json())) == text
    assert understood(text.to_json()) == text
    assert understood(text) is text
    assert hash(understood(text.to_json())) == hash(text)


@given(TEXTS, PREVAILS)
def test_something_is_said_in_every_language_when_anything_is(texts: dict[str, str], prevails: str) -> None:
    text = TranslatedText(texts=texts, prevails=prevails)

    for language in ("en", "fr", "es"):
        said = text.said(language)
        assert bool(said.text) is bool(texts)
        assert said.text == texts.get(said.language, "")
        assert said.language == language or language not in texts


@pytest.mark.parametrize("value", [None, "", {}, TranslatedText()])
def test_nothing_is_no_text(value: object) -> None:
    assert not understood(value)


@pytest.mark.parametrize("value", [[], 7, "[1]", "7"])
def test_what_is_no_text_is_refused_in_words(value: object) -> None:
    with pytest.raises(ValidationError, match="Give a text for each language"):
        understood(value)


@pytest.mark.django_db
def test_the_database_keeps_a_text_and_finds_it_again() -> None:
    label = translated(fr="Eau", es="Agua", prevails="fr")
    Theme.objects.create(code="test-water", label=label)

    kept = Theme.objects.get(code="test-water")

    assert kept.label == label
    assert Theme.objects.filter(label=label).get() == kept


@pytest.mark.django_db
def test_a_fixture_carries_a_text() -> None:
    theme = Theme(pk=900, code="test-water", label=translated(en="Water"))

    said = serializers.serialize("json", [theme])
    back: Any
    (back,) = serializers.deserialize("json", said)

    assert json.loads(said)[0]["fields"]["label"] == {"en": "Water", "prevails": "en"}
    assert back.object.label == translated(en="Water")


def test_an_empty_text_is_refused_where_one_is_needed() -> None:
    needed, optional = TranslatedTextField(), TranslatedTextField(blank=True)

    with pytest.raises(ValidationError, match="Write the text in at least one language"):
        needed.validate(TranslatedText(), None)
    optional.validate(TranslatedText(), None)


def test_a_form_asks_for_what_the_column_needs() -> None:
    needed: Any = TranslatedTextField().formfield(label="Label", widget="ignored")
    optional: Any = TranslatedTextField(blank=True).formfield()

    assert isinstance(needed, TranslatedFormField)
    assert (needed.required, needed.label, optional.required) == (True, "Label", False)


def test_the_box_of_each_language_says_its_name_and_is_marked_with_it() -> None:
    html = TranslatedWidget().render("label", translated(en="Water", es="Agua"), {"id": "label"})

    for code, name in (("en", "English"), ("fr", "Français"), ("es", "Español")):
        assert f'lang="{code}"' in html
        assert name in html
    assert "Agua" in html


@pytest.mark.parametrize(
    ("typed", "prevails"),
    [(["a", "b", "c"], "fr"), (["a", "", "c"], "en"), (["", "", "c"], "es"), (["", "", ""], "fr")],
)
def test_what_prevails_is_a_language_that_was_filled(typed: list[str], prevails: str) -> None:
    assert TranslatedFormField(prevails="fr", required=False).clean(typed).prevails == prevails


def test_a_further_language_of_the_content_is_folded_away_and_runs_its_own_way() -> None:
    html = TranslatedWidget().render("label", translated(en="Water", ar="ماء"), {"id": "label"})
    folded = html.partition("<details")[2]

    assert 'lang="ar"' in folded
    assert 'dir="rtl"' in folded
    assert "ماء" in folded
    assert 'lang="es"' not in folded


def test_a_form_that_is_saved_keeps_a_text_in_a_further_language() -> None:
    text = translated(en="Water", fr="Eau", ar="ماء")
    widget, field = TranslatedWidget(), TranslatedFormField()
    typed = dict(zip(("label_en", "label_fr", "label_es", "label_ar"), widget.decompress(text), strict=True))

    assert field.clean(widget.value_from_datadict(typed, MultiValueDict(), "label")) == text
    assert not field.has_changed(text, widget.decompress(text))
