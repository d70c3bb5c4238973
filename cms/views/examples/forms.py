"""Forms of the style guide: empty, filled, refused."""

from typing import Any

from django import forms


class Meeting(forms.Form):
    """A form that was refused: for a field that is empty, or for two that do not go together."""

    start = forms.CharField(
        label="Start",
        help_text="Day and hour, in your time zone.",
        error_messages={"required": "Say when the meeting starts, for example 18 June 2026, 15:00."},
        widget=forms.TextInput(attrs={"class": "in"}),
    )
    end = forms.CharField(label="End", required=False)

    def clean(self) -> None:
        """As an agenda writes its hours, the later one is the larger text."""
        start, end = self.cleaned_data.get("start", ""), self.cleaned_data.get("end", "")
        if end and end < start:
            raise forms.ValidationError("The meeting ends before it starts.")


class Fields(forms.Form):
    """Each kind of field that a page of ours has, filled in."""

    title = forms.CharField(label="Title", help_text="As members will read it in the agenda.", initial="Budget 2027")
    focus = forms.CharField(label="Focus", initial="Typing here", widget=forms.TextInput({"class": "is-focus"}))
    number = forms.CharField(label="Cannot be changed", initial="2026/31", disabled=True)
    choice = forms.ChoiceField(label="Choose", choices=[("one", "One of three")], required=False)
    text = forms.CharField(label="Long text", widget=forms.Textarea, required=False)
    digits = forms.CharField(label="Code", initial="481 205", widget=forms.TextInput({"class": "digits"}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs["class"] = f"in {field.widget.attrs.get('class', '')}".strip()


class Entrance(forms.Form):
    """What lets somebody in, refused; what was right is kept."""

    email = forms.EmailField(label="Your e-mail address", error_messages={"required": "Write your e-mail address."})
    code = forms.CharField(label="Code from the mail", help_text="Six letters.", required=False)
    name = forms.CharField(label="Your name", required=False, widget=forms.TextInput({"autocomplete": "name"}))
    stay = forms.BooleanField(label="Stay signed in", required=False)


class Ranking(forms.Form):
    """A paper with one number that cannot stand, one that can, and an empty box."""

    quispe = forms.IntegerField(label="Pavel Quispe", help_text="Red Tejedora de Derechos, Peru")
    halvorsen = forms.IntegerField(label="Noor Halvorsen", help_text="Snowbell Children’s Forum, Finland")
    obradovic = forms.IntegerField(label="Hana Obradović", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget = forms.TextInput(attrs={"class": "in rank", "inputmode": "numeric"})
