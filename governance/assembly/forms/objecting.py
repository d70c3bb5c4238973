from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from members.organisations.models import Organisation


class ObjectionForm(forms.Form):
    """For which of the person's organisations, and what is wrong."""

    organisation = forms.ChoiceField(label=_("On behalf of"))
    text = forms.CharField(
        label=_("What you object to, and why"),
        max_length=4000,
        widget=forms.Textarea(attrs={"class": "in", "rows": 6}),
        error_messages={"required": _("Say what you object to and why.")},
    )

    def __init__(self, *args: Any, organisations: Sequence[Organisation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.organisations = {organisation.slug: organisation for organisation in organisations}
        field = self.fields["organisation"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(one.slug, one.name) for one in organisations]
        field.widget.attrs["class"] = "in"

    @property
    def objecting(self) -> Organisation:
        return self.organisations[self.cleaned_data["organisation"]]
