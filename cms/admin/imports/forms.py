"""The forms of an import: the files, and a study as its fields, each of which can be corrected."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from cms.case_studies.drafts import LONGEST, Values
from cms.models.case_studies import partial_date

# Files at once: reading each takes half a second, and the answer should not keep anybody waiting.
MOST_FILES = 20
# Phases of a study, and passages under one heading, that a form shows at most; the longest of the series has nine.
MOST_PARTS = 40
SERIES = {"phase": "process", "challenge": "challenges", "recommendation": "recommendations"}


class FilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files of one input."""

    widget = FilesInput(attrs={"accept": ".pdf,.docx,.txt"})

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile[Any]]:
        every = data if isinstance(data, list | tuple) else [data]
        if not every:
            raise forms.ValidationError(_("Choose at least one file."))
        if len(every) > MOST_FILES:
            raise forms.ValidationError(_("Choose at most 20 files at a time."))
        clean = super().clean
        return [clean(each, initial) for each in every]


class FilesForm(forms.Form):
    papers = FilesField(
        label=_("Files"),
        help_text=_("PDF with text in it, Word (.docx) or plain text; up to 25 MB each, 20 at a time."),
        # An empty file is refused by the reading room, beside its name.
        allow_empty_file=True,
    )


def text(label: Any, rows: int = 4, help_text: Any = "") -> forms.CharField:
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, required=False, widget=area, strip=True, help_text=help_text)


class ReviewForm(forms.Form):
    """`values`: what the fields hold at first. Phases and passages are numbered, with an empty one at the end."""

    title = forms.CharField(label=_("Title"), max_length=LONGEST["title"])
    organisation_name = forms.CharField(
        label=_("Organisation"), max_length=LONGEST["organisation_name"], required=False
    )
    summary = text(_("Summary"))
    objective = text(_("Objective"))
    begins = forms.CharField(label=_("Begins"), required=False, max_length=10, validators=[partial_date])
    ends = forms.CharField(label=_("Ends"), required=False, max_length=10, validators=[partial_date])
    ongoing = forms.BooleanField(label=_("Still going on"), required=False)
    result = text(_("Result"))
    impact = text(_("Impact"))
    contacts = text(_("Contact"), help_text=_("Appears nowhere until consent to publish it is recorded in the draft."))
    unplaced = text(_("Unplaced"), rows=6, help_text=_("Move it to where it belongs, or leave it for the draft."))
    language = forms.ChoiceField(label=_("Library"))
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        values: Values,
        languages: Iterable[tuple[str, str]],
        **kwargs: Any,
    ) -> None:
        initial = {**flat(values), **kwargs.pop("initial", {})}
        super().__init__(data, initial=initial, **kwargs)
        choice = self.fields["language"]
        assert isinstance(choice, forms.ChoiceField)
        choice.choices = list(languages)
        self.counts = {kind: self.count(kind, len(values[name])) for kind, name in SERIES.items()}
        for kind, count in self.counts.items():
            for number in range(count):
                self.fields.update(fields_of(kind, number))

    def count(self, kind: str, filled: int) -> int:
        """As many as were sent, or one more than there are."""
        sent = str(self.data.get(f"{kind}s", "")) if self.is_bound else ""
        return min(int(sent) if sent.isdigit() else filled + 1, MOST_PARTS)

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or self.cleaned_data
        begins, ends = said.get("begins", ""), said.get("ends", "")
        if said.get("ongoing") and ends:
            self.add_error("ends", _("A study that is still going on has no end."))
        elif begins and ends and ends < begins[: len(ends)]:
            self.add_error("ends", _("It ends before it begins."))
        return said

    @property
    def values(self) -> Values:
        """What was typed, also where it is not valid: for saving, and for showing it again."""
        said = {name: self.cleaned_data.get(name, self.data.get(name, "")) for name in self.fields}
        plain = {name: value for name, value in said.items() if "-" not in name and name not in ("language", "seen")}
        return {**plain, **{name: list(self.parts(kind, said)) for kind, name in SERIES.items()}}

    def parts(self, kind: str, said: Mapping[str, Any]) -> Iterable[dict[str, Any]]:
        """Phases or passages in which anything was written."""
        for number in range(self.counts[kind]):
            part = {name: said[f"{kind}-{number}-{name}"] for name in PARTS[kind]}
            if any(part.values()):
                yield {name: points(value) if name in LISTS else value for name, value in part.items()}


LISTS = ("steps", "tips")
PARTS: dict[str, dict[str, Any]] = {
    "phase": {"title": _("Title of the phase"), "purpose": _("Purpose"), "steps": _("Steps"), "tips": _("Tips")},
    "challenge": {"heading": _("Heading"), "text": _("Text")},
    "recommendation": {"heading": _("Heading"), "text": _("Text")},
}


def fields_of(kind: str, number: int) -> dict[str, forms.Field]:
    """The fields of one phase or passage, by their names in the form."""
    made: dict[str, forms.Field] = {}
    for name, label in PARTS[kind].items():
        if name in ("title", "heading"):
            made[f"{kind}-{number}-{name}"] = forms.CharField(label=label, required=False, max_length=200)
        else:
            hint = _("One a line.") if name in LISTS else ""
            made[f"{kind}-{number}-{name}"] = text(label, rows=6 if name == "steps" else 3, help_text=hint)
    return made


def points(written: str) -> list[str]:
    return [line.strip() for line in written.splitlines() if line.strip()]


def flat(values: Values) -> dict[str, Any]:
    """Phases and passages under the names of their fields."""
    made = {name: value for name, value in values.items() if name not in SERIES.values()}
    for kind, name in SERIES.items():
        for number, part in enumerate(values[name]):
            said = {key: "\n".join(value) if key in LISTS else value for key, value in part.items()}
            made.update({f"{kind}-{number}-{key}": value for key, value in said.items()})
    return made
