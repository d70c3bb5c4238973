"""Invoices, and what was paid and given back of each."""

from collections.abc import Callable
from typing import Any, ClassVar

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import log

from members.organisations import actions
from members.organisations.actions import DuesRefused
from members.organisations.admin.acting import AddByAction
from members.organisations.admin.forms import BillForm, CreditForm, InvoiceForm, PaymentForm
from members.organisations.models import Invoice, Payment
from members.organisations.templatetags.money import money


class InvoiceIndex(generic.IndexView):
    def get_base_queryset(self) -> QuerySet[Invoice]:
        found = Invoice.objects.with_figures(on=timezone.now().date())
        return found.select_related("organisation").order_by("-number")

    def get_header_buttons(self) -> list[Button]:
        every = Button(_("Invoice a year"), url=reverse("invoice:year"), icon_name="copy", priority=20)
        return [*super().get_header_buttons(), *([every] if self.request.user.has_perm(MAY_ADD) else [])]


class IssueInvoice(AddByAction):
    def act(self, said: dict[str, Any]) -> Invoice:
        return actions.issue_invoice(said["term"], bill=self.form.bill)

    def get_success_url(self) -> str:
        return reverse("invoice:inspect", args=[self.object.pk])


class InvoiceDesk(generic.InspectView):
    """What the invoice asks, what was paid and given back, and the three things that can be added to it."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), **desk_of(self.request, self.object)}


MAY_ADD, MAY_BOOK = "organisations.add_invoice", "organisations.add_payment"


def desk_of(request: HttpRequest, invoice: Invoice, **refused: forms.Form) -> dict[str, object]:
    today = timezone.now().date()
    return {
        "object": invoice,
        "due": invoice.due_until(today),
        "payments": invoice.payments.order_by("paid_on", "pk"),
        "credit_notes": invoice.credit_notes.order_by("number"),
        "may_book": request.user.has_perm(MAY_BOOK),
        "payment_form": refused.get("payment") or PaymentForm(initial={"paid_on": today}),
        "credit_form": refused.get("credit") or CreditForm(prefix="credit"),
    }


def may(request: HttpRequest, permission: str) -> None:
    if not request.user.has_perm(permission):
        raise PermissionDenied


@require_POST
def pay(request: HttpRequest, pk: int) -> HttpResponse:
    may(request, MAY_BOOK)
    invoice, form, today = get_object_or_404(Invoice, pk=pk), PaymentForm(request.POST), timezone.now().date()
    return _added(
        request,
        invoice,
        form=form,
        name="payment",
        act=lambda: actions.record_payment(
            invoice,
            amount=form.centimes,
            paid_on=form.cleaned_data["paid_on"],
            reference=form.cleaned_data["reference"],
            on=today,
        ),
    )


@require_POST
def credit(request: HttpRequest, pk: int) -> HttpResponse:
    may(request, MAY_BOOK)
    invoice, form = get_object_or_404(Invoice, pk=pk), CreditForm(request.POST, prefix="credit")
    today = timezone.now().date()
    return _added(
        request,
        invoice,
        form=form,
        name="credit",
        act=lambda: actions.credit_invoice(
            invoice, amount=form.centimes, because=form.cleaned_data["because"], on=today
        ),
    )


@require_POST
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """A payment that was written down by mistake."""
    may(request, MAY_BOOK)
    payment, because = get_object_or_404(Payment, pk=pk), request.POST.get("because", "").strip()[:200]
    try:
        actions.take_back_payment(payment, because=because, on=timezone.now().date())
    except DuesRefused as refusal:
        messages.error(request, str(refusal))
    else:
        log(instance=payment.invoice, action="wagtail.edit", user=request.user, content_changed=True)
        messages.success(request, _("The payment does not count any more."))
    return redirect("invoice:inspect", payment.invoice_id)


def year(request: HttpRequest) -> HttpResponse:
    """One invoice to every organisation that pays and has none for the year."""
    may(request, MAY_ADD)
    form = BillForm(request.POST or None, initial={"year": timezone.now().year})
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.issue_invoices(bill=form.bill)
        except DuesRefused as refusal:
            form.add_error(None, str(refusal))
        else:
            for invoice in made:
                log(instance=invoice, action="wagtail.create", user=request.user, content_changed=True)
            told = ngettext("%(n)s invoice was issued.", "%(n)s invoices were issued.", len(made))
            messages.success(request, told % {"n": len(made)})
            return redirect("invoice:index")
    return render(request, "organisations/admin/year.html", {"form": form})


def _added(
    request: HttpRequest, invoice: Invoice, *, form: forms.Form, name: str, act: Callable[[], models.Model]
) -> HttpResponse:
    """What was added to an invoice; refused, the desk says why and keeps what was typed."""
    if form.is_valid():
        try:
            act()
        except DuesRefused as refusal:
            form.add_error(None, str(refusal))
        else:
            log(instance=invoice, action="wagtail.edit", user=request.user, content_changed=True)
            messages.success(request, _("It stands beside the invoice."))
            return redirect("invoice:inspect", invoice.pk)
    context = desk_of(request, invoice, **{name: form})
    return render(request, "organisations/admin/invoice.html", context, status=422)


def open_amount(invoice: Invoice) -> str:
    left = max(invoice.amount - invoice.paid - invoice.credited, 0)  # type: ignore[attr-defined] # annotated above
    return money(left, invoice.currency)


class InvoiceViewSet(ModelViewSet):
    model = Invoice
    icon = "doc-full"
    index_view_class = InvoiceIndex
    add_view_class = IssueInvoice
    inspect_view_class = InvoiceDesk
    inspect_view_enabled = True
    inspect_template_name = "organisations/admin/invoice.html"
    copy_view_enabled = False
    list_filter = ("year",)
    search_fields = ("organisation__name", "number")
    list_display: ClassVar[list[Any]] = [
        "__str__",
        "organisation",
        Column("asked", label=gettext_lazy("Asked"), accessor=lambda one: money(one.amount, one.currency)),
        Column("open", label=gettext_lazy("Open"), accessor=open_amount),
        "due_on",
    ]

    def get_form_class(self, for_update: bool = False) -> type[forms.ModelForm[Invoice]]:  # noqa: FBT001, FBT002 - Wagtail's
        return InvoiceForm

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            *super().get_urlpatterns(),
            path("year/", year, name="year"),
            path("<int:pk>/pay/", pay, name="pay"),
            path("<int:pk>/credit/", credit, name="credit"),
            path("payments/<int:pk>/take-back/", take_back, name="take_back"),
        ]
