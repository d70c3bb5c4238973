"""The statutes as a form: for each parameter what it means, a field for each part of its value, and the article."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.languages.inputs import DayInput
from governance.statutes.models import StatuteSet
from governance.statutes.models.labels import ANSWERS, BASES, EXTENTS, MEANINGS, SECRECIES, WORDS
from governance.statutes.rules import (
    CHOICES,
    SHAPES,
    VISIBLE_FROM,
    Base,
    Parameter,
    Rule,
    Shape,
    StatuteBook,
    StatuteInvalid,
    fraction,
)
from governance.statutes.rules.values import LARGEST

Fields = dict[str, forms.Field]
A_SHARE = gettext_lazy("Write a part like 1/2 or 2/3.")


class ShareField(forms.CharField):
    """A part of a whole, as statutes write it: 2/3."""

    def clean(self, value: Any) -> str:
        text: str = super().clean(value)
        try:
            fraction(text)
        except StatuteInvalid as refused:
            raise forms.ValidationError(str(A_SHARE)) from refused
        return text


@dataclass(frozen=True, kw_only=True)
class Row:
    """One parameter as it stands on the screen."""

    meaning: Promise
    fields: list[forms.BoundField]
    article: forms.BoundField


class StatutesForm(forms.Form):
    """`.rules` is what was typed, for every parameter."""

    adopted = forms.CharField(
        label=gettext_lazy("Adopted"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Where and when, in a few words."),
    )

    def __init__(self, data: Mapping[str, Any] | None = None, *, statutes: StatuteSet) -> None:
        initial: dict[str, Any] = {"adopted": statutes.adopted}
        book = statutes.book
        for parameter in Parameter:
            initial |= _initial(parameter, book)
        super().__init__(data, initial=initial)
        for parameter in Parameter:
            self.fields |= {f"{parameter}{part}": field for part, field in _fields(parameter).items()}
            self.fields[f"{parameter}_article"] = forms.CharField(label=_("Article"), max_length=40, required=False)

    def rows(self) -> Iterator[Row]:
        for parameter in Parameter:
            parts = [self[f"{parameter}{part}"] for part in _fields(parameter)]
            yield Row(meaning=MEANINGS[parameter], fields=parts, article=self[f"{parameter}_article"])

    @property
    def rules(self) -> dict[Parameter, Rule]:
        return {
            parameter: Rule(
                value=_value(parameter, self.cleaned_data), article=self.cleaned_data[f"{parameter}_article"]
            )
            for parameter in Parameter
        }


class InForceForm(forms.Form):
    from_on = forms.DateField(
        label=gettext_lazy("In force from"),
        widget=DayInput(),
        help_text=gettext_lazy("What meetings and ballots copied before that day stays as it was."),
    )


def _fields(parameter: Parameter) -> Fields:
    """By the part of the value that each holds; a value of one part has the empty name."""
    return _FIELDS[SHAPES[parameter]](parameter)


def _choices(words: Mapping[Any, Promise], **wanted: Any) -> forms.ChoiceField:
    return forms.ChoiceField(choices=list(words.items()), **wanted)


def _words(parameter: Parameter) -> list[tuple[str, Promise]]:
    return [(word, WORDS[word]) for word in CHOICES[parameter]]


def _visibility(_parameter: Parameter) -> Fields:
    return {
        f"_{secrecy}": forms.ChoiceField(
            label=str(SECRECIES[secrecy]), choices=[(state, WORDS[state]) for state in states]
        )
        for secrecy, states in VISIBLE_FROM.items()
    }


def _majority(_parameter: Parameter) -> Fields:
    return {
        "_strict": _choices(EXTENTS, label=_("Reached with")),
        "_share": ShareField(label=_("Part"), help_text=A_SHARE),
        "_base": _choices(BASES, label=_("Of what")),
    }


_FIELDS: Mapping[Shape, Callable[[Parameter], Fields]] = {
    Shape.NUMBER: lambda name: {"": forms.IntegerField(label=str(MEANINGS[name]), min_value=0, max_value=LARGEST)},
    Shape.YES_NO: lambda name: {"": _choices(ANSWERS, label=str(MEANINGS[name]))},
    Shape.SHARE: lambda name: {"": ShareField(label=str(MEANINGS[name]), help_text=A_SHARE)},
    Shape.QUORUM: lambda name: {"": ShareField(label=str(MEANINGS[name]), help_text=A_SHARE)},
    Shape.WORD: lambda name: {"": forms.ChoiceField(label=str(MEANINGS[name]), choices=_words(name))},
    Shape.WORDS: lambda name: {
        "": forms.MultipleChoiceField(
            label=str(MEANINGS[name]), choices=_words(name), required=False, widget=forms.CheckboxSelectMultiple
        )
    },
    Shape.MAJORITY: _majority,
    Shape.VISIBILITY: _visibility,
}


def _initial(parameter: Parameter, book: StatuteBook) -> dict[str, Any]:
    rule = book.rules[parameter]
    article = {f"{parameter}_article": rule.article}
    if SHAPES[parameter] == Shape.QUORUM:
        return {f"{parameter}": rule.value["share"], **article}
    if SHAPES[parameter] in (Shape.MAJORITY, Shape.VISIBILITY):
        return {**{f"{parameter}_{part}": value for part, value in rule.value.items()}, **article}
    return {f"{parameter}": rule.value, **article}


def _value(parameter: Parameter, typed: Mapping[str, Any]) -> Any:
    """As JSON holds it."""
    shape = SHAPES[parameter]
    if shape == Shape.MAJORITY:
        parts = {part: typed[f"{parameter}_{part}"] for part in ("share", "base")}
        return {**parts, "strict": int(typed[f"{parameter}_strict"])}
    if shape == Shape.VISIBILITY:
        return {secrecy: typed[f"{parameter}_{secrecy}"] for secrecy in VISIBLE_FROM}
    if shape == Shape.QUORUM:
        return {"share": typed[parameter], "base": str(Base.ENTITLED)}
    return int(typed[parameter]) if shape == Shape.YES_NO else typed[parameter]


def said(parameter: Parameter, value: Any) -> str:
    """A value in words, as a page shows it."""
    shape = SHAPES[parameter]
    if shape == Shape.MAJORITY:
        extent = EXTENTS[int(value["strict"])]
        return f"{value['share']} {BASES[value['base']]}, {extent}"
    if shape == Shape.VISIBILITY:
        return "; ".join(f"{SECRECIES[secrecy]}: {WORDS[state]}" for secrecy, state in value.items())
    if shape == Shape.QUORUM:
        return str(value["share"])
    return _plain(shape, value)


def _plain(shape: Shape, value: Any) -> str:
    if shape == Shape.YES_NO:
        return str(ANSWERS[value])
    if shape == Shape.WORDS:
        return ", ".join(str(WORDS.get(word, word)) for word in value) or "–"
    return str(WORDS.get(value, value)) if shape == Shape.WORD else str(value)
