"""TranslatedText in a model and in a form."""

import json
from collections.abc import Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from cms.languages.text import LANGUAGES, TranslatedText, direction_of, own_name

# Every language that content may be in, those of the interface first.
BOXES = (*LANGUAGES, *(code for code, _name in settings.LANGUAGES if code not in LANGUAGES))


def understood(value: Any) -> TranslatedText:
    """What a caller gave, as TranslatedText; ValidationError when it is none."""
    if isinstance(value, TranslatedText):
        return value
    if value in (None, ""):
        return TranslatedText()
    if isinstance(value, str):
        value = json.loads(value)
    if not isinstance(value, Mapping):
        raise ValidationError(_("Give a text for each language."))
    return TranslatedText.from_json(value)


class TranslatedWidget(forms.MultiWidget):
    """One box for each language of the interface; those for further languages of the content are folded away."""

    template_name = "components/translated_widget.html"

    def __init__(self, *, attrs: dict[str, Any] | None = None) -> None:
        box = {"rows": 2, **(attrs or {})}
        super().__init__(widgets={code: forms.Textarea(attrs=box | in_language(code)) for code in BOXES})

    def decompress(self, value: Any) -> list[str]:
        text = understood(value)
        return [text.texts.get(code, "") for code in BOXES]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(name, value, attrs)
        boxes = context["widget"]["subwidgets"]
        for code, box in zip(BOXES, boxes, strict=True):
            box["label"] = own_name(code)
        context["boxes"], context["further"] = boxes[: len(LANGUAGES)], boxes[len(LANGUAGES) :]
        return context


def in_language(code: str) -> dict[str, str]:
    """What a box says about the text that is typed into it."""
    return {"lang": code, **({"dir": "rtl"} if direction_of(code) == "rtl" else {})}


class TranslatedFormField(forms.MultiValueField):
    def __init__(self, *, prevails: str = "en", **kwargs: Any) -> None:
        kwargs.pop("widget", None)
        boxes = [forms.CharField(required=False) for _code in BOXES]
        self.prevails = prevails
        super().__init__(fields=boxes, widget=TranslatedWidget(), require_all_fields=False, **kwargs)

    def compress(self, data_list: list[str]) -> TranslatedText:
        texts = {code: text for code, text in zip(BOXES, data_list or [], strict=False) if text}
        prevails = self.prevails if self.prevails in texts else next(iter(texts), self.prevails)
        return TranslatedText(texts=texts, prevails=prevails)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(understood(initial).texts != self.compress(list(data or [])).texts)


class TranslatedTextField(models.JSONField):
    """A JSON column `{en, fr, es, prevails}`; the attribute is a TranslatedText."""

    description = _("Text in several languages")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("default", TranslatedText)
        super().__init__(*args, **kwargs)

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> TranslatedText:
        return understood(super().from_db_value(value, expression, connection))

    def to_python(self, value: Any) -> TranslatedText:
        return understood(value)

    def get_prep_value(self, value: Any) -> Any:
        return super().get_prep_value(understood(value).to_json())

    def get_db_prep_value(self, value: Any, *args: Any, **kwargs: Any) -> Any:
        if isinstance(value, TranslatedText):
            value = value.to_json()
        return super().get_db_prep_value(value, *args, **kwargs)

    def value_to_string(self, obj: models.Model) -> Any:
        return understood(self.value_from_object(obj)).to_json()

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        if not value and not self.blank:
            raise ValidationError(_("Write the text in at least one language."))

    def formfield(self, **kwargs: Any) -> Any:
        accepted = {name: kwargs[name] for name in ("label", "help_text", "initial", "required") if name in kwargs}
        defaults = {"required": not self.blank, "label": capfirst(self.verbose_name), "help_text": self.help_text}
        return TranslatedFormField(**{**defaults, **accepted})
