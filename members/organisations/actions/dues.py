"""What an organisation owes and pays. Invoices are never changed: payments and credit notes are added to them."""

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max, Q
from django.utils.translation import gettext as _

from members.organisations.models import CreditNote, Invoice, MembershipTerm, Numbering, Payment
from members.organisations.rules import Bill, bears_dues


class DuesRefused(Exception):
    """An invoice, payment, credit note or plan that cannot be so; says why."""


@transaction.atomic
def issue_invoice(term: MembershipTerm, *, bill: Bill) -> Invoice:
    """The invoice of a membership term for a year, under the next number; DuesRefused when it has one."""
    _refuse_nonsense(bill)
    if not term.category.pays:
        raise DuesRefused(_("Organisations in this category pay no dues."))
    if not bears_dues(term.from_on, term.until_on, year=bill.year):
        raise DuesRefused(_("This membership term holds on no day of %(year)s.") % {"year": bill.year})
    _lock_numbers("invoices")
    same_year = Invoice.objects.filter(organisation=term.organisation_id, year=bill.year)
    if same_year.filter(Q(term=term) | Q(term__isnull=True)).exists():
        raise DuesRefused(_("%(name)s has its invoice for %(year)s.") % {"name": term.organisation, "year": bill.year})
    return _issued(term, bill=bill, number=_last_number(Invoice) + 1)


@transaction.atomic
def issue_invoices(*, bill: Bill) -> list[Invoice]:
    """One to each organisation whose category pays, that is a member on the day of issue and has none for the year."""
    _refuse_nonsense(bill)
    _lock_numbers("invoices")
    served = Invoice.objects.filter(year=bill.year).values("organisation")
    terms = MembershipTerm.objects.on(bill.issued_on).filter(category__pays=True).exclude(organisation__in=served)
    waiting = terms.select_related("organisation").order_by("organisation__name", "pk")
    last = _last_number(Invoice)
    return [_issued(term, bill=bill, number=number) for number, term in enumerate(waiting, start=last + 1)]


@transaction.atomic
def record_payment(invoice: Invoice, *, amount: int, paid_on: date, reference: str, on: date) -> Payment:
    """Money that arrived, in smallest units of the invoice's currency.

    DuesRefused for nothing, for tomorrow's, and for the one that stands there already: a button pressed twice.
    """
    Invoice.objects.select_for_update().get(pk=invoice.pk)
    if amount < 1:
        raise DuesRefused(_("Write an amount above zero."))
    if paid_on > on:
        raise DuesRefused(_("A payment is written down when it has arrived, not before."))
    told: dict[str, Any] = {"invoice": invoice, "amount": amount, "paid_on": paid_on, "reference": reference}
    if Payment.objects.standing().filter(**told).exists():
        raise DuesRefused(
            _(
                "This payment is written down already. "
                "If the same sum arrived twice on that day, give the second a reference of its own."
            )
        )
    return Payment.objects.create(**told)


@transaction.atomic
def take_back_payment(payment: Payment, *, because: str, on: date) -> None:
    """A payment written down by mistake stays and counts no more."""
    locked = Payment.objects.select_for_update().get(pk=payment.pk)
    if locked.taken_back_on is not None:
        raise DuesRefused(_("This payment was taken back on %(day)s already.") % {"day": locked.taken_back_on})
    if not because:
        raise DuesRefused(_("Say why: the reason stays beside it."))
    locked.taken_back_on, locked.taken_back_because = on, because
    locked.save(update_fields=["taken_back_on", "taken_back_because"])


@transaction.atomic
def credit_invoice(invoice: Invoice, *, amount: int, because: str, on: date) -> CreditNote:
    """Gives a part of an invoice back, or all, under the next number of credit notes."""
    _lock_numbers("credit_notes")
    locked = Invoice.objects.select_for_update().get(pk=invoice.pk)
    if amount < 1:
        raise DuesRefused(_("Write an amount above zero."))
    if amount > locked.amount - sum(note.amount for note in locked.credit_notes.all()):
        raise DuesRefused(_("A credit note gives back no more than the invoice asks."))
    if not because:
        raise DuesRefused(_("Say why: the reason stays beside it."))
    number = _last_number(CreditNote) + 1
    return CreditNote.objects.create(invoice=invoice, number=number, amount=amount, issued_on=on, because=because)


def _refuse_nonsense(bill: Bill) -> None:
    if bill.amount < 1:
        raise DuesRefused(_("Write an amount above zero."))
    if bill.due_on < bill.issued_on:
        raise DuesRefused(_("An invoice falls due on the day of issue or later."))


def _lock_numbers(series: str) -> None:
    Numbering.objects.get_or_create(series=series)
    Numbering.objects.select_for_update().get(series=series)


def _last_number(model: type[Invoice] | type[CreditNote]) -> int:
    last: int | None = model._default_manager.aggregate(last=Max("number"))["last"]
    return last or 0


def _issued(term: MembershipTerm, *, bill: Bill, number: int) -> Invoice:
    return Invoice.objects.create(
        organisation=term.organisation,
        term=term,
        number=number,
        year=bill.year,
        amount=bill.amount,
        currency=bill.currency,
        issued_on=bill.issued_on,
        due_on=bill.due_on,
    )
