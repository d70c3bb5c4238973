from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from governance.assembly.models import Candidacy, Motion
from governance.assembly.rules.paper import PaperSpoilt, Spoilt, ranking
from governance.assembly.rules.words import Way
from governance.box.rules import is_spelled
from governance.voting.actions.drafts import ANSWERS
from governance.voting.models import Ballot, Mandate
from members.organisations.models import Organisation

SPOILT = {
    Spoilt.NOT_A_NUMBER: _("Write a whole number from 1 on, or nothing."),
    Spoilt.TWICE: _("This number stands beside another name too. Write each number once."),
    Spoilt.GAP: _("A number is missing. Begin with 1 and leave none out."),
}


class Answers(forms.RadioSelect):
    """Radio buttons whose group has an address, so that the summary of errors leads to it."""

    def id_for_label(self, id_: str, index: str | None = None) -> str:
        return id_ if index is None else super().id_for_label(id_, index)


class RegistrationForm(forms.Form):
    organisation = forms.SlugField()
    way = forms.ChoiceField(choices=[(way.value, way.value) for way in Way], required=False)


class ProxyForm(forms.Form):
    """Whom the giver's vote goes to, and how it is to be cast on motions that are not put to the vote yet."""

    holder = forms.ChoiceField(label=_("Who votes for you"))
    instructions = forms.CharField(
        label=_("What you want them to know"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"class": "in", "rows": 4}),
        help_text=_("The holder reads this before voting for you."),
    )

    def __init__(
        self, *args: Any, holders: Sequence[Organisation], motions: Sequence[Motion] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.motions = {f"m{motion.number}": motion for motion in motions}
        self.holders = {organisation.slug: organisation for organisation in holders}
        field = self.fields["holder"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("Choose an organisation")), *((one.slug, one.name) for one in holders)]
        field.widget.attrs["class"] = "in"
        answers = [(str(number), str(label)) for number, (_stance, label) in enumerate(ANSWERS, start=1)]
        for name, motion in self.motions.items():
            self.fields[name] = forms.ChoiceField(
                label=str(motion),
                choices=[("", _("They decide")), *answers],
                required=False,
                initial="",
                widget=Answers,
            )

    @property
    def chosen(self) -> Organisation:
        return self.holders[self.cleaned_data["holder"]]

    @property
    def told(self) -> dict[Motion, int]:
        """The number of the option that the holder must choose, for each motion with an instruction."""
        said = {motion: self.cleaned_data[name] for name, motion in self.motions.items()}
        return {motion: int(number) for motion, number in said.items() if number}

    def by_motion(self) -> Iterator[forms.BoundField]:
        return (self[name] for name in self.motions)


class BallotForm(forms.Form):
    """One answer for each mandate; nothing is chosen before the person chooses. An instructed one is fixed."""

    def __init__(
        self, *args: Any, ballot: Ballot, mandates: Sequence[Mandate], instructed: Mapping[int, int], **kwargs: Any
    ) -> None:
        """`instructed` is the number of the option that a mandate's giver told, by the mandate's primary key."""
        super().__init__(*args, **kwargs)
        self.mandates = {mandate.key: mandate for mandate in mandates}
        self.instructed = instructed
        choices = [(str(option.number), str(option.label)) for option in ballot.options.all()]
        for mandate in mandates:
            self.fields[mandate.key] = forms.ChoiceField(
                choices=choices,
                label=str(mandate),
                widget=Answers,
                required=not self._is_fixed(mandate),
                error_messages={"required": _("Choose one answer for this organisation.")},
            )

    def number_for(self, mandate: Mandate) -> int:
        if self._is_fixed(mandate):
            return self.instructed[mandate.pk]
        return int(self.cleaned_data[mandate.key])

    def _is_fixed(self, mandate: Mandate) -> bool:
        return mandate.is_by_proxy and mandate.pk in self.instructed


class PaperForm(forms.Form):
    """A ballot paper for an election by ranking: a number beside a name, as on paper."""

    credential = forms.CharField(
        label=_("Ballot paper code"),
        max_length=80,
        widget=forms.TextInput(attrs={"class": "in code", "autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": _("Type the code of your ballot paper. You were given it when you drew it.")},
    )

    def __init__(self, *args: Any, candidacies: Sequence[Candidacy], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.candidacies = {candidacy.option: candidacy for candidacy in candidacies if candidacy.option}
        box = {"class": "in rank", "inputmode": "numeric", "maxlength": "2", "autocomplete": "off"}
        for number, candidacy in self.candidacies.items():
            self.fields[f"c{number}"] = forms.CharField(
                label=candidacy.person.name,
                required=False,
                widget=forms.TextInput(attrs={**box, "aria-describedby": "how"}),
            )

    def clean_credential(self) -> str:
        credential: str = self.cleaned_data["credential"]
        if not is_spelled(credential):
            raise forms.ValidationError(
                _("A code has 26 letters and digits. Compare yours with the one that you kept.")
            )
        return credential

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        marks = {number: cleaned.get(f"c{number}", "") for number in self.candidacies if number}
        try:
            cleaned["choice"] = ranking(marks)
        except PaperSpoilt as spoilt:
            self.add_error(f"c{spoilt.option}" if spoilt.option else None, str(SPOILT[spoilt.what]))
        return cleaned

    @property
    def in_order(self) -> list[Candidacy]:
        return [self.candidacies[group[0]] for group in self.cleaned_data["choice"]]
