from typing import Any

from django import forms
from django.conf import settings
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from cms.keys import new_key
from cms.languages.fields import TranslatedFormField
from cms.languages.inputs import DayInput, MomentInput
from members.accounts.models import User
from members.groups.models.labels import FREQUENCY, choices


class WrittenForm(forms.Form):
    """What somebody writes in a discussion. `form_key` makes a double click one post."""

    body = forms.CharField(
        label=_("Your reply"),
        max_length=20_000,
        widget=forms.Textarea(attrs={"class": "in", "rows": 6}),
        error_messages={"required": _("Write something first.")},
    )
    language = forms.ChoiceField(
        label=_("Written in"), choices=settings.INTERFACE_LANGUAGES, widget=forms.Select(attrs={"class": "in sort"})
    )
    form_key = forms.CharField(max_length=40, initial=new_key, widget=forms.HiddenInput)


class DiscussionForm(WrittenForm):
    field_order = ("title", "body", "language", "form_key")

    title = forms.CharField(
        label=_("Title"),
        max_length=200,
        help_text=_("A question or a sentence that says what it is about."),
        widget=forms.TextInput(attrs={"class": "in"}),
        error_messages={"required": _("Give the discussion a title.")},
    )
    body = forms.CharField(
        label=_("Your first post"),
        max_length=20_000,
        widget=forms.Textarea(attrs={"class": "in", "rows": 10}),
        error_messages={"required": _("Write something first.")},
    )


class AskForm(forms.Form):
    why = forms.CharField(
        label=_("Why you want to join"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"class": "in", "rows": 3}),
    )


class DocumentForm(forms.Form):
    title = forms.CharField(label=_("Title"), max_length=200, widget=forms.TextInput(attrs={"class": "in"}))
    language = forms.ChoiceField(
        label=_("Written in"), choices=settings.INTERFACE_LANGUAGES, widget=forms.Select(attrs={"class": "in sort"})
    )
    file = forms.FileField(
        label=_("File"), help_text=_("At most 25 MB."), widget=forms.ClearableFileInput(attrs={"class": "in"})
    )


class VersionForm(forms.Form):
    file = forms.FileField(
        label=_("Newer file"), help_text=_("At most 25 MB."), widget=forms.ClearableFileInput(attrs={"class": "in"})
    )


class PersonForm(forms.Form):
    """Somebody by the address with which they sign in."""

    email = forms.EmailField(
        label=_("E-mail address"),
        help_text=_("The address with which this person signs in."),
        widget=forms.EmailInput(attrs={"class": "in", "autocomplete": "off"}),
    )


class ChosenForm(forms.Form):
    """One of the `people` that the page shows."""

    person = forms.ModelChoiceField(
        label=_("Person"),
        queryset=User.objects.none(),
        empty_label=_("Choose a person"),
        widget=forms.Select(attrs={"class": "in"}),
    )

    def __init__(self, *args: Any, people: QuerySet[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose_among(self.fields["person"], people)


class TaskForm(forms.Form):
    """`people` are those who may own the task."""

    what = forms.CharField(
        label=_("What has to be done"), max_length=300, widget=forms.TextInput(attrs={"class": "in"})
    )
    owner = forms.ModelChoiceField(
        label=_("Who does it"),
        queryset=User.objects.none(),
        required=False,
        empty_label=_("Nobody yet"),
        widget=forms.Select(attrs={"class": "in"}),
    )
    due_on = forms.DateField(label=_("By when"), required=False, widget=DayInput(attrs={"class": "in sort"}))

    def __init__(self, *args: Any, people: QuerySet[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose_among(self.fields["owner"], people)


class MeetingForm(forms.Form):
    """Times are in the zone of whoever types."""

    title = TranslatedFormField(label=_("Title"))
    starts_at = forms.DateTimeField(label=_("Starts"), widget=MomentInput(attrs={"class": "in sort"}))
    ends_at = forms.DateTimeField(label=_("Ends"), widget=MomentInput(attrs={"class": "in sort"}))
    place = TranslatedFormField(label=_("Place"), required=False)
    link = forms.URLField(
        label=_("Address on line"), required=False, assume_scheme="https", widget=forms.URLInput(attrs={"class": "in"})
    )
    agenda = TranslatedFormField(label=_("Agenda"), required=False)


class MailForm(forms.Form):
    frequency = forms.ChoiceField(
        label=_("How often"), choices=choices(FREQUENCY), widget=forms.Select(attrs={"class": "in"})
    )


class AttendanceForm(forms.Form):
    """`people` are those who can have been there."""

    people = forms.ModelMultipleChoiceField(
        label=_("Who was there"), queryset=User.objects.none(), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, people: QuerySet[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose_among(self.fields["people"], people)


def choose_among(field: forms.Field, people: QuerySet[User]) -> None:
    assert isinstance(field, forms.ModelChoiceField)
    field.queryset = people
