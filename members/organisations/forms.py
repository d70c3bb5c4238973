from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cms.settings.content import INTERFACE_LANGUAGES
from members.organisations.models.labels import ROLES
from members.organisations.rules import Invitee, Role

OFFERED_BY_CONTACTS = (Role.DELEGATE, Role.FINANCE, Role.BULLETIN)


class OfferForm(forms.Form):
    """A role offered to an address. Only the secretariat hands over who is primary contact."""

    email = forms.EmailField(
        label=_("Their e-mail address"), widget=forms.EmailInput(attrs={"class": "in", "autocomplete": "off"})
    )
    name = forms.CharField(
        label=_("Their name"), max_length=200, widget=forms.TextInput(attrs={"class": "in", "autocomplete": "off"})
    )
    language = forms.ChoiceField(
        label=_("Language of the mail"), choices=INTERFACE_LANGUAGES, widget=forms.Select(attrs={"class": "in"})
    )
    role = forms.ChoiceField(label=_("What they will be"), widget=forms.Select(attrs={"class": "in"}))

    field_order = ("email", "name", "language", "role")

    def __init__(self, *args: Any, roles: tuple[Role, ...] = OFFERED_BY_CONTACTS, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = [(role.value, ROLES[role.value]) for role in roles]  # type: ignore[attr-defined] # a ChoiceField

    @property
    def invitee(self) -> Invitee:
        said = self.cleaned_data
        return Invitee(email=said["email"], name=said["name"], language=said["language"])

    @property
    def chosen(self) -> Role:
        return Role(self.cleaned_data["role"])
