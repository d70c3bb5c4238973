from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from members.organisations.models.organisation import Organisation


class Invoice(models.Model):
    """What an organisation owes for a year. Money is an integer of the smallest unit with its currency."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="invoices")
    number = models.PositiveIntegerField(_("number"), unique=True)
    year = models.PositiveSmallIntegerField(_("year"))
    amount = models.PositiveBigIntegerField(_("amount"), help_text=_("In the smallest unit, such as centimes."))
    currency = models.CharField(_("currency"), max_length=3, default="CHF")
    issued_on = models.DateField(_("issued"))
    due_on = models.DateField(_("due"))

    class Meta:
        verbose_name = _("invoice")
        verbose_name_plural = _("invoices")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["organisation", "year"], name="one_invoice_per_organisation_and_year"),
            models.CheckConstraint(condition=Q(number__gte=1), name="invoices_are_numbered_from_one"),
        ]

    def __str__(self) -> str:
        return f"{self.year}/{self.number}"


class Payment(models.Model):
    invoice = models.ForeignKey(Invoice, on_delete=models.PROTECT, related_name="payments")
    amount = models.PositiveBigIntegerField(_("amount"))
    paid_on = models.DateField(_("paid"))
    reference = models.CharField(_("reference"), max_length=100, blank=True)

    class Meta:
        verbose_name = _("payment")
        verbose_name_plural = _("payments")

    def __str__(self) -> str:
        return f"{self.invoice}: {self.amount}"
