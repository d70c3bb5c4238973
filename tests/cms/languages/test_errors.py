"""The sentences beside a field that was filled in wrongly."""

from typing import Any

import pytest
from django import forms
from django.core import validators
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.forms import fields as django_fields
from django.forms import models as django_models

from cms.languages.errors import OURS, WordedField
from cms.languages.fields import TranslatedFormField

# Nothing that a person types reaches these: hidden fields, days that have a calendar, fields this house does not have.
UNSAID = {
    (django_fields.DurationField, "invalid"),
    (django_fields.DurationField, "overflow"),
    (django_fields.UUIDField, "invalid"),
    (django_fields.JSONField, "invalid"),
    (django_fields.MultiValueField, "invalid"),
    (django_fields.MultiValueField, "incomplete"),
    (django_fields.SplitDateTimeField, "invalid_date"),
    (django_fields.SplitDateTimeField, "invalid_time"),
    (django_models.InlineForeignKeyField, "invalid_choice"),
}


def errors_of(field: forms.Field, typed: Any, *, label: str = "Title") -> list[str]:
    field.label = label
    form = type("OneField", (forms.Form,), {"it": field})({"it": typed}, {"it": typed} if typed else None)
    return list(form["it"].errors)


@pytest.mark.parametrize(
    ("field", "sentence"),
    [
        (forms.CharField(), "Write something in “Title”."),
        (TranslatedFormField(), "Write “Title” in at least one language."),
        (forms.EmailField(), "Write an e-mail address in “Title”."),
        (forms.URLField(), "Write a web address in “Title”."),
        (forms.DateField(), "Give a day in “Title”."),
        (forms.DateTimeField(), "Give a day and a time in “Title”."),
        (forms.TimeField(), "Give a time in “Title”."),
        (forms.DecimalField(), "Write a number in “Title”."),
        (forms.ChoiceField(choices=[("a", "A")]), "Choose an answer in “Title”."),
        (forms.MultipleChoiceField(choices=[("a", "A")]), "Choose at least one answer in “Title”."),
        (forms.BooleanField(), "Tick “Title” to go on."),
        (forms.FileField(), "Choose a file in “Title”."),
    ],
)
def test_an_empty_field_asks_for_what_belongs_in_it_by_its_name(field: forms.Field, sentence: str) -> None:
    assert errors_of(field, "") == [sentence]


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        (forms.DateField(), "soon", "Write the day in “Title” as year, month and day: 2026-06-18."),
        (forms.DateTimeField(), "soon", "Write “Title” as year, month, day and time: 2026-06-18 15:00."),
        (forms.TimeField(), "noon", "Write the time in “Title” in hours and minutes: 15:00."),
        (forms.IntegerField(), "1.5", "Write a whole number in “Title”, such as 12."),
        (forms.IntegerField(min_value=3), "2", "Write 3 or more in “Title”."),
        (forms.IntegerField(max_value=3), "4", "Write 3 or less in “Title”."),
        (forms.DecimalField(decimal_places=2), "1.234", "Write “Title” with at most this many decimals: 2."),
        (forms.EmailField(), "ada", "Write an e-mail address in “Title”, such as name@example.org."),
        (forms.URLField(), "a b", "Write a web address in “Title”, such as https://example.org."),
        (forms.ChoiceField(choices=[("a", "A")]), "z", "Choose from what is offered in “Title”."),
        (forms.MultipleChoiceField(choices=[("a", "A")]), ["z"], "Choose from what is offered in “Title”."),
        (forms.CharField(max_length=3), "four", "Shorten “Title” to 3 characters. You wrote 4."),
        (forms.CharField(min_length=3), "tw", "Write at least 3 characters in “Title”. You wrote 2."),
        (forms.SlugField(), "a b", "Write “Title” with letters from a to z, digits, hyphens and underscores only."),
        (
            forms.FileField(),
            SimpleUploadedFile("empty.txt", b""),
            "The file in “Title” is empty. Choose another one.",
        ),
    ],
)
def test_what_does_not_fit_is_answered_with_what_to_type(field: forms.Field, typed: Any, sentence: str) -> None:
    assert errors_of(field, typed) == [sentence]


def test_a_kind_of_file_that_is_not_taken_names_those_that_are() -> None:
    paper = forms.FileField(validators=[validators.FileExtensionValidator(["pdf", "odt"])])

    said = errors_of(paper, SimpleUploadedFile("letter.exe", b"MZ"))

    assert said == ["Choose a file of one of these kinds in “Title”: pdf, odt."]


def test_what_the_author_of_a_form_wrote_stays() -> None:
    field = forms.CharField(error_messages={"required": "Give the search a name."})

    assert errors_of(field, "") == ["Give the search a name."]


def test_a_refusal_that_a_form_adds_stays() -> None:
    class Taken(forms.Form):
        it = forms.CharField(label="Title")

        def clean_it(self) -> str:
            raise ValidationError("Somebody has this title.", code="required")

    assert list(Taken({"it": "x"})["it"].errors) == ["Somebody has this title."]


def test_a_field_without_a_name_keeps_the_sentence_without_one() -> None:
    assert errors_of(forms.CharField(), "", label="") == ["This field is required."]


def test_the_errors_keep_the_code_and_the_field_they_belong_to() -> None:
    form = type("OneField", (forms.Form,), {"it": forms.CharField()})({})

    errors = form["it"].errors

    assert [error.code for error in errors.as_data()] == ["required"]
    assert vars(errors)["field_id"] == "id_it"


def test_in_a_list_of_all_errors_each_names_its_field_once() -> None:
    class Two(forms.Form):
        plain = forms.CharField(label="Title")
        worded = forms.CharField(label="Reason", error_messages={"required": "Write something first."})

    form = Two({})

    fields = [field for field in form if isinstance(field, WordedField)]
    assert [field.errors_by_name for field in fields] == [
        ["Write something in “Title”."],
        ["Reason: Write something first."],
    ]


def test_no_field_of_django_has_a_sentence_that_is_left_in_its_words() -> None:
    ours = [id(theirs) for theirs, _ours in OURS]
    kinds = {
        kind
        for module in (django_fields, django_models)
        for kind in vars(module).values()
        if isinstance(kind, type) and issubclass(kind, forms.Field)
    }

    left = {
        (kind, code)
        for kind in kinds
        for code, message in vars(kind).get("default_error_messages", {}).items()
        if id(message) not in ours
    }

    assert left == UNSAID
