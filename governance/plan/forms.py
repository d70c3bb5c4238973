"""How figures are entered."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cms.languages.fields import TranslatedFormField
from cms.languages.inputs import DayInput

LARGEST_FILE = 1_000_000  # bytes


class ValueForm(forms.Form):
    """A mended figure."""

    value = forms.DecimalField(label=_("Figure"), max_digits=14, decimal_places=4)


class FigureForm(ValueForm):
    """A figure and its day, which has come."""

    on = forms.DateField(label=_("Measured on"), widget=DayInput())
    source = TranslatedFormField(
        label=_("Source"), required=False, help_text=_("Empty when it is the indicator’s own source.")
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_on(self) -> date:
        on: date = self.cleaned_data["on"]
        if on > self.today:
            raise forms.ValidationError(_("This day is still to come."))
        return on


class ImportForm(forms.Form):
    """A table of figures, in UTF-8."""

    table = forms.FileField(label=_("Table as CSV"))

    def clean_table(self) -> str:
        file = self.cleaned_data["table"]
        if file.size > LARGEST_FILE:
            raise forms.ValidationError(_("This file is larger than a megabyte. Import it in parts."))
        try:
            return str(file.read().decode("utf-8-sig"))
        except UnicodeDecodeError:
            raise forms.ValidationError(_("This is no text in UTF-8. Save the table as “CSV UTF-8”.")) from None
