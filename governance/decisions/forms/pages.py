"""The forms of the register's pages."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cms.languages.fields import TranslatedFormField
from cms.languages.inputs import DayInput
from governance.decisions import actions
from governance.decisions.models import Body, Decision, Office
from governance.decisions.models.labels import CHOICES, PROCEDURES, SUBJECTS
from governance.decisions.rules import Choice, Procedure, Show, Subject
from members.accounts.models import User

SHOWN = [
    (Show.ALL.value, _("All")),
    (Show.OPEN.value, _("Open")),
    (Show.LATE.value, _("Late")),
    (Show.DONE.value, _("Done")),
]


class RegisterForm(forms.Form):
    """The filters of the register; nothing in it can be wrong, what is unknown falls back."""

    year = forms.IntegerField(required=False)
    show = forms.ChoiceField(choices=SHOWN, required=False)
    words = forms.CharField(required=False, max_length=100)


class AnswerForm(forms.Form):
    """A member's answer. The reason is asked for by the rule, not by the form, so that it can say why."""

    choice = forms.ChoiceField(label=_("Your answer"), choices=CHOICES)
    reason = forms.CharField(
        label=_("Why"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"class": "in", "rows": 3}),
        help_text=_("An objection and a call for a meeting need a reason; the committee reads it."),
    )

    @property
    def chosen(self) -> Choice:
        return Choice(self.cleaned_data["choice"])


class FollowUpDoneForm(forms.Form):
    follow_up = forms.IntegerField(min_value=1, max_value=2**62)


class InterestForm(forms.Form):
    """What ties a member to the matter: said before they answer, or before they leave."""

    words = forms.CharField(
        label=_("What ties you to the matter"),
        max_length=1000,
        widget=forms.Textarea(attrs={"class": "in", "rows": 2}),
        help_text=_("It is written in the register. If you leave you cannot come back to this decision."),
    )


if TYPE_CHECKING:
    OfficeField = forms.ModelChoiceField[Office]
else:
    # Django's fields take no type while the program runs.
    OfficeField = forms.ModelChoiceField


class PersonField(OfficeField):
    def label_from_instance(self, obj: Office) -> str:
        return obj.user.name


class ProposalForm(forms.Form):
    """A new draft for a body; its owner is one of those who sit in it."""

    title = TranslatedFormField(
        label=_("Title"),
        help_text=_("In at least one language."),
        error_messages={"required": _("Write the title in at least one language.")},
    )
    text = TranslatedFormField(
        label=_("What is decided"), error_messages={"required": _("Write in one sentence what is decided.")}
    )
    procedure = forms.ChoiceField(
        label=_("Procedure"), choices=PROCEDURES, initial=Procedure.WRITTEN, widget=forms.Select(attrs={"class": "in"})
    )
    subject = forms.ChoiceField(label=_("It touches"), choices=SUBJECTS, widget=forms.Select(attrs={"class": "in"}))
    owner = PersonField(
        label=_("Who carries it out"),
        queryset=Office.objects.none(),
        empty_label=_("Choose a person"),
        error_messages={"required": _("Choose who carries it out.")},
        widget=forms.Select(attrs={"class": "in"}),
    )
    due_on = forms.DateField(label=_("By when"), required=False, widget=DayInput(attrs={"class": "in"}))

    def __init__(self, *args: Any, offices: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        owner = self.fields["owner"]
        assert isinstance(owner, forms.ModelChoiceField)
        owner.queryset = offices

    def propose(self, body: Body, *, by: User, now: datetime) -> Decision:
        """The draft; DecisionRefused is the caller's to show."""
        said = self.cleaned_data
        return actions.propose(
            body,
            by=by,
            title=said["title"],
            text=said["text"],
            procedure=Procedure(said["procedure"]),
            subject=Subject(said["subject"]),
            owner=said["owner"].user,
            due_on=said["due_on"],
            now=now,
        )
