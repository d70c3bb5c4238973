from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import BigIntegerField, F, OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from members.organisations.models.membership import MembershipTerm
from members.organisations.rules import Due, Plan


class Invoices(models.QuerySet["Invoice"]):
    def with_figures(self, *, on: date) -> Self:
        """Each with `paid` and `credited` until that day, in smallest units."""
        payments = Payment.objects.standing().filter(paid_on__lte=on)
        return self.annotate(paid=_sum_of(payments), credited=_sum_of(CreditNote.objects.filter(issued_on__lte=on)))

    def open_on(self, day: date) -> Self:
        """Those that ask for more than was paid and given back until that day."""
        return self.with_figures(on=day).filter(amount__gt=F("paid") + F("credited"))


class Invoice(models.Model):
    """What an organisation owes for a year. Money is an integer of the smallest unit with its currency."""

    organisation = models.ForeignKey(
        "organisations.Organisation",
        on_delete=models.PROTECT,
        verbose_name=_("organisation"),
        related_name="invoices",
    )
    term = models.ForeignKey(MembershipTerm, on_delete=models.PROTECT, null=True, blank=True, related_name="invoices")
    number = models.PositiveIntegerField(_("number"), unique=True)
    year = models.PositiveSmallIntegerField(_("year"))
    amount = models.PositiveBigIntegerField(_("amount"), help_text=_("In the smallest unit, such as centimes."))
    currency = models.CharField(_("currency"), max_length=3, default="CHF")
    issued_on = models.DateField(_("issued"))
    due_on = models.DateField(_("due"))

    objects = Invoices.as_manager()

    class Meta:
        verbose_name = _("invoice")
        verbose_name_plural = _("invoices")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["term", "year"],
                name="one_invoice_per_term_and_year",
                violation_error_message=_("This membership has its invoice for that year."),
            ),
            models.UniqueConstraint(
                fields=["organisation", "year"],
                condition=Q(term__isnull=True),
                name="one_invoice_without_term_per_organisation_and_year",
            ),
            models.CheckConstraint(condition=Q(number__gte=1), name="invoices_are_numbered_from_one"),
        ]

    def __str__(self) -> str:
        return f"{self.year}/{self.number}"

    def due_until(self, day: date) -> Due:
        """With what was paid and given back until that day; reads what was prefetched."""
        paid = (one for one in self.payments.all() if one.paid_on <= day and one.taken_back_on is None)
        given = (note.amount for note in self.credit_notes.all() if note.issued_on <= day)
        return Due(
            year=self.year,
            due_on=self.due_on,
            amount=self.amount,
            paid=sum(one.amount for one in paid),
            credited=sum(given),
        )


class Payments(models.QuerySet["Payment"]):
    def standing(self) -> Self:
        """Those that were not written down by mistake."""
        return self.filter(taken_back_on__isnull=True)


class Payment(models.Model):
    """Money that arrived. One that was written down by mistake stays, with the day and the reason, and never counts."""

    invoice = models.ForeignKey(Invoice, on_delete=models.PROTECT, related_name="payments")
    amount = models.PositiveBigIntegerField(_("amount"))
    paid_on = models.DateField(_("paid"))
    reference = models.CharField(_("reference"), max_length=100, blank=True)
    taken_back_on = models.DateField(_("taken back"), null=True, blank=True)
    taken_back_because = models.CharField(_("why it was taken back"), max_length=200, blank=True)

    objects = Payments.as_manager()

    class Meta:
        verbose_name = _("payment")
        verbose_name_plural = _("payments")

    def __str__(self) -> str:
        return f"{self.invoice}: {self.amount}"


class CreditNote(models.Model):
    """What is given back of an invoice: the one way to correct it, since an invoice is never changed."""

    invoice = models.ForeignKey(Invoice, on_delete=models.PROTECT, related_name="credit_notes")
    number = models.PositiveIntegerField(_("number"), unique=True)
    amount = models.PositiveBigIntegerField(_("amount"))
    issued_on = models.DateField(_("issued"))
    because = models.CharField(_("reason"), max_length=200)

    class Meta:
        verbose_name = _("credit note")
        verbose_name_plural = _("credit notes")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(number__gte=1), name="credit_notes_are_numbered_from_one"),
            models.CheckConstraint(condition=Q(amount__gte=1), name="a_credit_note_gives_something_back"),
        ]

    def __str__(self) -> str:
        return f"{self.invoice} · {self.number}"


class Agreements(models.QuerySet["Agreement"]):
    def on(self, day: date) -> Self:
        return self.filter(Q(from_on__lte=day), Q(until_on__isnull=True) | Q(until_on__gt=day))


class Agreement(models.Model):
    """A plan to pay later, agreed with an organisation. While it holds, open dues suspend no right."""

    organisation = models.ForeignKey(
        "organisations.Organisation",
        on_delete=models.PROTECT,
        verbose_name=_("organisation"),
        related_name="agreements",
    )
    from_on = models.DateField(_("from"))
    until_on = models.DateField(_("until"), null=True, blank=True)
    terms = models.CharField(_("what was agreed"), max_length=300)

    objects = Agreements.as_manager()

    class Meta:
        verbose_name = _("payment plan")
        verbose_name_plural = _("payment plans")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gt=F("from_on")),
                name="an_agreement_ends_after_it_begins",
                violation_error_message=_("A payment plan ends after the day on which it begins."),
            ),
        ]

    def __str__(self) -> str:
        return self.terms

    @property
    def plan(self) -> Plan:
        return Plan(from_on=self.from_on, until_on=self.until_on)


class Numbering(models.Model):
    """A row to lock for as long as a number is drawn: two people who issue at once get numbers one after the other."""

    series = models.CharField(max_length=30, unique=True)

    def __str__(self) -> str:
        return self.series


def _sum_of(rows: models.QuerySet[Payment] | models.QuerySet[CreditNote]) -> Coalesce:
    sums = rows.filter(invoice=OuterRef("pk")).order_by().values("invoice").annotate(sum=Sum("amount")).values("sum")
    return Coalesce(Subquery(sums, output_field=BigIntegerField()), 0, output_field=BigIntegerField())
