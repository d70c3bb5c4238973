"""What the secretariat writes down about a picture's consent."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.actions import Given
from cms.languages.countries import is_country
from cms.languages.inputs import DayInput
from cms.models.consent import USES
from cms.rules.consent import Use


class ConsentForm(forms.Form):
    given_by = forms.CharField(
        max_length=200, label=gettext_lazy("Given by"), help_text=gettext_lazy("The child, as the form names them.")
    )
    guardian = forms.CharField(
        max_length=200,
        required=False,
        label=gettext_lazy("Guardian"),
        help_text=gettext_lazy("Who agreed for a child that is too young to."),
    )
    given_on = forms.DateField(label=gettext_lazy("Given on"), widget=DayInput())
    uses = forms.MultipleChoiceField(
        choices=list(USES.items()), widget=forms.CheckboxSelectMultiple, label=gettext_lazy("For which uses")
    )
    territory = forms.CharField(
        max_length=200,
        required=False,
        label=gettext_lazy("Only in these countries"),
        help_text=gettext_lazy("Two-letter codes with spaces between, such as KE TG. Empty: everywhere."),
    )
    until_on = forms.DateField(
        required=False,
        label=gettext_lazy("Holds until, not including"),
        widget=DayInput(),
    )
    form = forms.FileField(
        required=False,
        label=gettext_lazy("The signed form"),
        help_text=gettext_lazy("Kept where only those who manage pictures can open it."),
    )

    def clean_territory(self) -> str:
        codes = str(self.cleaned_data["territory"]).upper().split()
        unknown = [code for code in codes if not is_country(code)]
        if unknown:
            raise forms.ValidationError(
                _("%(codes)s: no such country. Write two letters for each, such as KE.") % {"codes": ", ".join(unknown)}
            )
        return " ".join(codes)

    @property
    def given(self) -> Given:
        said: dict[str, Any] = self.cleaned_data
        return Given(
            by=said["given_by"],
            guardian=said["guardian"],
            on=said["given_on"],
            uses=frozenset(Use(use) for use in said["uses"]),
            territory=frozenset(said["territory"].split()),
            until_on=said["until_on"],
            form=said["form"],
        )
