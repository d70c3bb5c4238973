"""What a report of the admin is narrowed to, by fields of its address."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _

# Values with what they are called.
Values = Iterable[tuple[Any, Any]]


class Narrowing(forms.Form):
    """One list of choices a field; empty means all."""

    def __init__(self, data: Mapping[str, Any], **values: Values) -> None:
        super().__init__(data)
        every = ("", _("all"))
        for name, choices in values.items():
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = [every, *((str(value), label) for value, label in choices)]

    @property
    def asked(self) -> dict[str, str]:
        """By field; what does not exist counts as nothing asked."""
        self.is_valid()
        return {name: self.cleaned_data.get(name, "") for name in self.fields}
