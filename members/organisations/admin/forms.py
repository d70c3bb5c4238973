"""What the secretariat types about money: in francs, never in centimes."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from cms.languages.ordering import in_order
from members.organisations.models import Invoice, MembershipTerm
from members.organisations.rules import Bill

CURRENCIES = (("CHF", "CHF"), ("EUR", "EUR"), ("USD", "USD"))


class MoneyForm(forms.Form):
    sum = forms.DecimalField(label=_("Amount"), min_value=0, max_digits=12, decimal_places=2)

    @property
    def centimes(self) -> int:
        return int(self.cleaned_data["sum"] * 100)


class BillForm(MoneyForm):
    year = forms.IntegerField(label=_("Year"), min_value=1983, max_value=2999)
    currency = forms.ChoiceField(label=_("Currency"), choices=CURRENCIES)
    issued_on = forms.DateField(label=_("Issued on"), widget=AdminDateInput)
    due_on = forms.DateField(label=_("Due on"), widget=AdminDateInput)

    field_order = ("year", "sum", "currency", "issued_on", "due_on")

    @property
    def bill(self) -> Bill:
        said = {name: self.cleaned_data[name] for name in ("year", "currency", "issued_on", "due_on")}
        return Bill(amount=self.centimes, **said)


class InvoiceForm(BillForm, forms.ModelForm[Invoice]):
    class Meta:
        model = Invoice
        fields = ("term", "year", "currency", "issued_on", "due_on")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        paying = MembershipTerm.objects.filter(category__pays=True).select_related("organisation", "category")
        term = forms.ModelChoiceField(paying.order_by(in_order("organisation__name"), "from_on"), label=_("Membership"))
        self.fields = {"term": term, **{name: field for name, field in self.fields.items() if name != "term"}}


class PaymentForm(MoneyForm):
    paid_on = forms.DateField(label=_("Arrived on"), widget=AdminDateInput)
    reference = forms.CharField(label=_("Reference"), max_length=100, required=False)


class CreditForm(MoneyForm):
    because = forms.CharField(label=_("Reason"), max_length=200)
