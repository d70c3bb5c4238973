from datetime import datetime
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from members.accounts.models import User
from members.organisations.models.labels import ROLES
from members.organisations.models.organisation import Contact, Organisation


class ContactOffers(models.QuerySet["ContactOffer"]):
    def open_at(self, now: datetime) -> Self:
        return self.filter(accepted_at__isnull=True, withdrawn_at__isnull=True, until_at__gt=now)

    def to(self, email: str) -> Self:
        return self.filter(email__iexact=email)


class ContactOffer(models.Model):
    """A role in an organisation, offered to an address; it becomes a contact when the person accepts."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="contact_offers")
    email = models.EmailField(_("e-mail"))
    role = models.CharField(_("role"), max_length=20, choices=list(ROLES.items()))
    offered_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="contact_offers_made")
    offered_at = models.DateTimeField(_("offered"))
    until_at = models.DateTimeField(_("valid until"))
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)
    accepted_at = models.DateTimeField(_("accepted"), null=True, blank=True)
    contact = models.OneToOneField(Contact, on_delete=models.PROTECT, null=True, blank=True, related_name="offer")

    objects = ContactOffers.as_manager()

    class Meta:
        verbose_name = _("offered role")
        verbose_name_plural = _("offered roles")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                "organisation",
                "role",
                Lower("email"),
                condition=Q(accepted_at__isnull=True, withdrawn_at__isnull=True),
                name="one_open_offer_per_organisation_role_and_address",
            ),
            models.CheckConstraint(
                condition=Q(accepted_at__isnull=True, contact__isnull=True)
                | Q(accepted_at__isnull=False, contact__isnull=False),
                name="an_accepted_offer_names_the_contact",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.email} ({self.organisation})"
