import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from cms.languages import Said, TranslatedText, translated
from cms.languages.countries import country_name
from cms.languages.fields import TranslatedFormField, understood
from cms.languages.text import one_under_another, own_name

KITE = translated(en="Kite", fr="Cerf-volant")


def test_a_text_is_said_in_the_language_asked_for() -> None:
    assert KITE.said("fr") == Said(text="Cerf-volant", language="fr")


def test_a_missing_language_falls_back_to_the_one_that_prevails_and_says_so() -> None:
    assert KITE.said("es") == Said(text="Kite", language="en")
    assert translated(fr="Cerf-volant", prevails="es").said("en") == Said(text="Cerf-volant", language="fr")


def test_no_text_at_all_is_false_and_empty() -> None:
    nothing = TranslatedText()

    assert not nothing
    assert nothing.said("fr") == Said(text="", language="fr")


def test_str_follows_the_language_of_the_page() -> None:
    with translation.override("fr-ch"):
        assert str(KITE) == "Cerf-volant"


def test_json_and_back_loses_nothing() -> None:
    assert KITE.to_json() == {"en": "Kite", "fr": "Cerf-volant", "prevails": "en"}
    assert TranslatedText.from_json(KITE.to_json()) == KITE


def test_a_form_gives_what_was_typed_and_prevails_in_a_language_that_was_filled() -> None:
    field = TranslatedFormField()

    assert field.clean(["", "Cerf-volant", ""]) == translated(fr="Cerf-volant", prevails="fr")


def test_an_empty_required_form_field_is_refused() -> None:
    with pytest.raises(ValidationError):
        TranslatedFormField().clean(["", "", ""])


def test_a_form_field_knows_whether_it_was_changed() -> None:
    field = TranslatedFormField()

    assert not field.has_changed(KITE, ["Kite", "Cerf-volant", ""])
    assert field.has_changed(KITE, ["Kite", "Cerf-volant", "Cometa"])


def test_something_that_is_no_text_is_refused() -> None:
    with pytest.raises(ValidationError, match="for each language"):
        understood([1, 2])


def test_countries_are_named_in_the_readers_language() -> None:
    assert [country_name("TG", language) for language in ("en", "fr", "es")] == ["Togo"] * 3
    assert country_name("de", "fr") == "Allemagne"
    assert country_name("ZZZ", "en") == "ZZZ"


def test_texts_stand_one_under_another_and_borrow_nothing_from_another_language() -> None:
    words = one_under_another([KITE, TranslatedText(), translated(en="It flies.", es="Vuela.")])

    assert words.texts == {"en": "Kite\nIt flies.", "fr": "Cerf-volant", "es": "Vuela."}


def test_a_language_is_called_as_its_readers_call_it() -> None:
    assert [own_name(code) for code in ("en", "fr", "es", "ar")] == ["English", "Français", "Español", "العربيّة"]
