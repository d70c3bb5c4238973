from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from cms.keys import new_key


class WrittenForm(forms.Form):
    """What somebody writes in a discussion. `form_key` makes a double click one post."""

    body = forms.CharField(
        label=_("Your reply"),
        max_length=20_000,
        widget=forms.Textarea(attrs={"class": "in", "rows": 6}),
        error_messages={"required": _("Write something first.")},
    )
    language = forms.ChoiceField(
        label=_("Written in"), choices=settings.LANGUAGES, widget=forms.Select(attrs={"class": "in sort"})
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
        label=_("Written in"), choices=settings.LANGUAGES, widget=forms.Select(attrs={"class": "in sort"})
    )
    file = forms.FileField(
        label=_("File"), help_text=_("At most 25 MB."), widget=forms.ClearableFileInput(attrs={"class": "in"})
    )


class VersionForm(forms.Form):
    file = forms.FileField(
        label=_("Newer file"), help_text=_("At most 25 MB."), widget=forms.ClearableFileInput(attrs={"class": "in"})
    )
