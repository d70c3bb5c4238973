"""The forms of the secretariat's screens."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cms.languages.inputs import DayInput
from cms.languages.ordering import in_order
from governance.decisions.models import Body
from governance.decisions.models.labels import OFFICES
from governance.decisions.rules import Choice, Count
from members.accounts.models import User

HERE, AWAY, LEFT = "here", "away", "left"
SEATED = [(HERE, _("present")), (AWAY, _("absent")), (LEFT, _("left because of an interest"))]
MOST_VOTES = 999


def _people() -> Any:
    return User.objects.filter(is_active=True).order_by(in_order("name"), "pk")


class OfficeForm(forms.Form):
    body = forms.ModelChoiceField(label=_("Body"), queryset=Body.objects.order_by("slug"))
    user = forms.ModelChoiceField(label=_("Person"), queryset=_people())
    role = forms.ChoiceField(label=_("Role"), choices=OFFICES)
    from_on = forms.DateField(label=_("First day"), widget=DayInput())
    until_on = forms.DateField(
        label=_("First day without it"), required=False, widget=DayInput(), help_text=_("Empty while the end is open.")
    )


class OfficeEndForm(forms.Form):
    until_on = forms.DateField(label=_("First day without it"), widget=DayInput())


class RatifyForm(forms.Form):
    on = forms.DateField(label=_("The assembly ratified it on"), widget=DayInput())

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_on(self) -> date:
        on: date = self.cleaned_data["on"]
        if on > self.today:
            raise forms.ValidationError(_("This day is still to come."))
        return on


class FollowUpForm(forms.Form):
    owner = forms.ModelChoiceField(label=_("Who carries it out"), queryset=_people())
    due_on = forms.DateField(label=_("By when"), required=False, widget=DayInput())


class MeetingForm(forms.Form):
    """A line for each person who may vote, then the show of hands."""

    votes_for = forms.IntegerField(label=_("Votes for"), min_value=0, max_value=MOST_VOTES)
    votes_against = forms.IntegerField(label=_("Votes against"), min_value=0, max_value=MOST_VOTES)
    abstentions = forms.IntegerField(label=_("Abstentions"), min_value=0, max_value=MOST_VOTES)
    chair = forms.ChoiceField(
        label=_("The chair voted"),
        required=False,
        help_text=_("It decides when the votes are equal."),
        choices=[("", _("not")), (Choice.FOR.value, _("For")), (Choice.AGAINST.value, _("Against"))],
    )

    def __init__(self, *args: Any, people: Sequence[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = people
        for person in people:
            self.fields[f"seat_{person.pk}"] = forms.ChoiceField(label=person.name, choices=SEATED, initial=HERE)
            self.fields[f"why_{person.pk}"] = forms.CharField(
                label=_("What ties %(name)s to the matter, if they left") % {"name": person.name},
                required=False,
                max_length=1000,
            )
        seats = [name for person in people for name in (f"seat_{person.pk}", f"why_{person.pk}")]
        self.order_fields([*seats, "votes_for", "votes_against", "abstentions", "chair"])

    def clean(self) -> dict[str, Any]:
        for person in self.people:
            left = self.cleaned_data.get(f"seat_{person.pk}") == LEFT
            if left and not self.cleaned_data.get(f"why_{person.pk}", "").strip():
                self.add_error(f"why_{person.pk}", _("Write down the interest because of which they left."))
        return self.cleaned_data

    @property
    def present(self) -> list[User]:
        return [person for person in self.people if self.cleaned_data[f"seat_{person.pk}"] == HERE]

    @property
    def left(self) -> dict[User, str]:
        """What each one who left said."""
        gone = [person for person in self.people if self.cleaned_data[f"seat_{person.pk}"] == LEFT]
        return {person: self.cleaned_data[f"why_{person.pk}"] for person in gone}

    @property
    def count(self) -> Count:
        votes = {name: self.cleaned_data[name] for name in ("votes_for", "votes_against", "abstentions")}
        chair = self.cleaned_data["chair"]
        return Count(**votes, chair=Choice(chair) if chair else None)
