"""What is wrong with a field of a form, in the words of this house: what to do, and in which field.

Django's own sentences ("This field is required.") name no field and do not say what to type. They are exchanged where
a field shows its errors, so every form has ours: those of this house, of allauth and of Wagtail. What the author of a
form wrote for one of its fields stays as it is.
"""

from copy import copy
from typing import Any

from django import forms
from django.core import validators
from django.core.exceptions import ValidationError
from django.db.models import Field as ModelField
from django.forms.renderers import TemplatesSetting
from django.forms.utils import ErrorList
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cms.languages.fields import TranslatedFormField

# What an empty field asks for: the first that fits.
ASKS: tuple[tuple[tuple[type[forms.Field], ...], Any], ...] = (
    ((TranslatedFormField,), _("Write “%(field)s” in at least one language.")),
    ((forms.FileField,), _("Choose a file in “%(field)s”.")),
    ((forms.EmailField,), _("Write an e-mail address in “%(field)s”.")),
    ((forms.URLField,), _("Write a web address in “%(field)s”.")),
    ((forms.DateTimeField,), _("Give a day and a time in “%(field)s”.")),
    ((forms.DateField,), _("Give a day in “%(field)s”.")),
    ((forms.TimeField,), _("Give a time in “%(field)s”.")),
    ((forms.IntegerField,), _("Write a number in “%(field)s”.")),
    ((forms.MultipleChoiceField, forms.ModelMultipleChoiceField), _("Choose at least one answer in “%(field)s”.")),
    ((forms.ChoiceField, forms.ModelChoiceField), _("Choose an answer in “%(field)s”.")),
    ((forms.BooleanField,), _("Tick “%(field)s” to go on.")),
    ((forms.Field,), _("Write something in “%(field)s”.")),
)
ONE_OF_THESE = _("Choose from what is offered in “%(field)s”.")
NUMBER = _("Write a number in “%(field)s”, such as 12.")
ANOTHER_FILE = _("Nothing came with the file in “%(field)s”. Choose it again, or another one.")
# Django's sentence, known by being that very object, and ours. None: as an empty field of its kind.
OURS: tuple[tuple[Any, Any], ...] = (
    (forms.Field.default_error_messages["required"], None),
    (ModelField.default_error_messages["blank"], None),
    (ModelField.default_error_messages["null"], None),
    (ModelField.default_error_messages["unique"], _("Change “%(field)s”: another entry has the same.")),
    (forms.IntegerField.default_error_messages["invalid"], _("Write a whole number in “%(field)s”, such as 12.")),
    (forms.FloatField.default_error_messages["invalid"], NUMBER),
    (forms.DecimalField.default_error_messages["invalid"], NUMBER),
    (
        forms.DateField.default_error_messages["invalid"],
        _("Write the day in “%(field)s” as year, month and day: 2026-06-18."),
    ),
    (
        forms.DateTimeField.default_error_messages["invalid"],
        _("Write “%(field)s” as year, month, day and time: 2026-06-18 15:00."),
    ),
    (
        forms.TimeField.default_error_messages["invalid"],
        _("Write the time in “%(field)s” in hours and minutes: 15:00."),
    ),
    (
        validators.EmailValidator.message,
        _("Write an e-mail address in “%(field)s”, such as name@example.org."),
    ),
    (
        forms.URLField.default_error_messages["invalid"],
        _("Write a web address in “%(field)s”, such as https://example.org."),
    ),
    (validators.URLValidator.message, _("Write a web address in “%(field)s”, such as https://example.org.")),
    (
        validators.validate_slug.message,
        _("Write “%(field)s” with letters from a to z, digits, hyphens and underscores only."),
    ),
    (forms.ChoiceField.default_error_messages["invalid_choice"], ONE_OF_THESE),
    (forms.MultipleChoiceField.default_error_messages["invalid_choice"], ONE_OF_THESE),
    (forms.MultipleChoiceField.default_error_messages["invalid_list"], ONE_OF_THESE),
    (forms.ModelChoiceField.default_error_messages["invalid_choice"], ONE_OF_THESE),
    (forms.ModelMultipleChoiceField.default_error_messages["invalid_choice"], ONE_OF_THESE),
    (forms.ModelMultipleChoiceField.default_error_messages["invalid_pk_value"], ONE_OF_THESE),
    (forms.ModelMultipleChoiceField.default_error_messages["invalid_list"], ONE_OF_THESE),
    (
        validators.MaxLengthValidator.message,
        _("Shorten “%(field)s” to %(limit_value)d characters. You wrote %(show_value)d."),
    ),
    (
        validators.MinLengthValidator.message,
        _("Write at least %(limit_value)d characters in “%(field)s”. You wrote %(show_value)d."),
    ),
    (validators.MaxValueValidator.message, _("Write %(limit_value)s or less in “%(field)s”.")),
    (validators.MinValueValidator.message, _("Write %(limit_value)s or more in “%(field)s”.")),
    (
        validators.DecimalValidator.messages["max_digits"],
        _("Write “%(field)s” with at most this many digits: %(max)s."),
    ),
    (
        validators.DecimalValidator.messages["max_decimal_places"],
        _("Write “%(field)s” with at most this many decimals: %(max)s."),
    ),
    (
        validators.DecimalValidator.messages["max_whole_digits"],
        _("Write “%(field)s” with at most this many digits before the decimals: %(max)s."),
    ),
    (forms.FileField.default_error_messages["invalid"], ANOTHER_FILE),
    (forms.FileField.default_error_messages["missing"], ANOTHER_FILE),
    (forms.FileField.default_error_messages["empty"], _("The file in “%(field)s” is empty. Choose another one.")),
    (
        forms.FileField.default_error_messages["max_length"],
        _("Shorten the name of the file in “%(field)s” to %(max)d characters. It has %(length)d."),
    ),
    (
        forms.FileField.default_error_messages["contradiction"],
        _("Choose a new file in “%(field)s” or take the old one away, not both."),
    ),
    (
        forms.ImageField.default_error_messages["invalid_image"],
        _("The file in “%(field)s” is damaged or no picture. Choose another one."),
    ),
    (
        validators.FileExtensionValidator.message,
        _("Choose a file of one of these kinds in “%(field)s”: %(allowed_extensions)s."),
    ),
)


class WordedField(forms.BoundField):
    @property
    def errors(self) -> ErrorList:
        said = copy(super().errors)
        said.data = [self._worded(error) for error in said.data]
        return said

    @property
    def errors_by_name(self) -> list[str]:
        """The same for a list of a whole form's errors, where a sentence has to name its field."""
        label, said = str(self.label), [str(error) for error in self.errors]
        naming = gettext("%(field)s: %(error)s")
        return [error if label in error else naming % {"field": label, "error": error} for error in said]

    def _worded(self, error: Any) -> Any:
        message = getattr(error, "message", None)
        for theirs, ours in OURS:
            if message is theirs and self.label:
                sentence = ours or asked_of(self.field)
                return ValidationError(sentence, code=error.code, params={**(error.params or {}), "field": self.label})
        return error


class Renderer(TemplatesSetting):
    """Our own widgets have their templates beside all others."""

    bound_field_class = WordedField


def asked_of(field: forms.Field) -> Any:
    return next(sentence for kinds, sentence in ASKS if isinstance(field, kinds))
