"""What the secretariat types at the desk of a meeting."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm

from cms.languages.fields import TranslatedFormField
from cms.languages.ordering import in_order
from governance.assembly.models import AgendaItem, Assembly, Candidacy, Election, Motion, Paper
from governance.assembly.models.objections import VERDICT_LABELS
from governance.assembly.models.roll import PART_LABELS
from governance.assembly.rules.words import State, Verdict
from governance.statutes.rules import MotionKind
from members.accounts.models import User
from members.organisations.models import Contact, Organisation

MOST_SEATS = 50


class AssemblyForm(WagtailAdminModelForm):
    """Dates that make sense, said in words."""

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        opens, closes, record = (cleaned.get(name) for name in ("opens_at", "closes_at", "record_on"))
        if opens and closes and closes <= opens:
            self.add_error("closes_at", _("An assembly closes after it opens. Choose a later moment."))
        if opens and record and record > opens.date():
            self.add_error("record_on", _("The roll is drawn before the assembly opens. Choose an earlier day."))
        return cleaned


class AgendaItemForm(WagtailAdminModelForm):
    class Meta:
        model = AgendaItem
        fields: ClassVar[list[str]] = ["title"]


class AgendaPaperForm(WagtailAdminModelForm):
    class Meta:
        model = Paper
        fields: ClassVar[list[str]] = ["title", "file"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].required = True


class MotionForm(WagtailAdminModelForm):
    """`on` is the day whose members may move and second."""

    class Meta:
        model = Motion
        fields: ClassVar[list[str]] = ["item", "kind", "title", "text", "mover", "seconders"]
        labels: ClassVar[dict[str, Any]] = {
            "item": _("Agenda item"),
            "mover": _("Moved by"),
            "seconders": _("Seconded by"),
        }
        help_texts: ClassVar[dict[str, Any]] = {"kind": _("It says which majority is needed.")}

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        assembly = self.instance.assembly
        _choose_among(self, "item", assembly.agenda.order_by("number"))
        members = Organisation.objects.members_on(on).order_by(in_order("name"))
        _choose_among(self, "mover", members)
        _choose_among(self, "seconders", members)
        if assembly.state != State.DRAFT:
            kinds = self.fields["kind"]
            assert isinstance(kinds, forms.ChoiceField)
            kinds.choices = [(code, label) for code, label in _choices(kinds) if code == MotionKind.URGENT]


class ElectionForm(WagtailAdminModelForm):
    """Seats as a number of open ones, and a line for each that is reserved."""

    open_seats = forms.IntegerField(label=_("Open seats"), min_value=0, max_value=MOST_SEATS, initial=1)
    reserved = forms.CharField(
        label=_("Reserved seats"),
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One a line: for whom the seat is, such as a region."),
    )

    class Meta:
        model = Election
        fields: ClassVar[list[str]] = ["item", "title", "method"]
        labels: ClassVar[dict[str, Any]] = {"item": _("Agenda item")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose_among(self, "item", self.instance.assembly.agenda.order_by("number"))
        if self.instance.pk:
            words = list(self.instance.seats.order_by("number").values_list("reserved_for", flat=True))
            self.fields["open_seats"].initial = words.count("")
            self.fields["reserved"].initial = "\n".join(word for word in words if word)

    def clean_reserved(self) -> list[str]:
        lines = [line.strip() for line in self.cleaned_data["reserved"].splitlines() if line.strip()]
        if any(len(line) > 100 for line in lines):
            raise forms.ValidationError(_("Say in 100 characters at most for whom a seat is."))
        return lines


class CandidacyForm(WagtailAdminModelForm):
    """`on` is the day whose contacts may stand."""

    class Meta:
        model = Candidacy
        fields: ClassVar[list[str]] = ["person", "organisation", "statement"]
        labels: ClassVar[dict[str, Any]] = {"person": _("Person"), "organisation": _("Organisation")}

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose_among(self, "person", people_on(on))
        _choose_among(self, "organisation", Organisation.objects.members_on(on).order_by(in_order("name")))


class AppointmentForm(forms.Form):
    organisation = forms.ModelChoiceField(label=_("Organisation"), queryset=Organisation.objects.none())
    person = forms.ModelChoiceField(label=_("Person"), queryset=User.objects.none())
    part = forms.ChoiceField(label=_("Part"), choices=PART_LABELS)

    def __init__(self, *args: Any, assembly: Assembly, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = Organisation.objects.filter(roll_entries__assembly=assembly).order_by(in_order("name"))
        _choose_among(self, "organisation", named)
        _choose_among(self, "person", people_on(on))


class TellerForm(forms.Form):
    person = forms.ModelChoiceField(
        label=_("Person"), queryset=User.objects.none(), help_text=_("Compares each count with what was voted.")
    )

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose_among(self, "person", people_on(on))


class AnswerForm(forms.Form):
    """What becomes of an objection."""

    verdict = forms.ChoiceField(
        label=_("Verdict"),
        choices=[choice for choice in VERDICT_LABELS if choice[0] != Verdict.PENDING],
        widget=forms.RadioSelect,
    )
    answer = forms.CharField(
        label=_("Answer"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Members read it."),
    )


class MinutesAnswerForm(AnswerForm):
    text = TranslatedFormField(
        label=_("Minutes"), required=False, help_text=_("How they read when the objection is upheld.")
    )


class MinutesForm(forms.Form):
    text = TranslatedFormField(label=_("Minutes"), help_text=_("Drafted from what happened. Complete it."))


def people_on(day: date) -> Any:
    """Who acts for somebody on that day, by name."""
    acting = Contact.objects.on(day).values("user")
    return User.objects.filter(pk__in=acting, is_active=True).order_by(in_order("name"), "pk")


def _choose_among(form: forms.BaseForm, name: str, rows: Any) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ModelChoiceField)
    field.queryset = rows


def _choices(field: forms.ChoiceField) -> list[tuple[Any, Any]]:
    choices: Any = field.choices
    return list(choices)
