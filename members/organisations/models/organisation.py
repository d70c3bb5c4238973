from datetime import date
from typing import ClassVar, Self

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from cms.keys import new_key
from cms.languages import TranslatedText, TranslatedTextField
from members.accounts.models import User
from members.organisations.models.labels import KINDS, ROLES
from members.organisations.models.standing import TERM, lack_of, term_then
from members.organisations.rules import DuesRule, Reason, Right, Role, Standing


class Organisations(models.QuerySet["Organisation"]):
    def members_on(self, day: date) -> Self:
        """Those with a membership term on that day, observers too."""
        began = Q(membership_terms__from_on__lte=day)
        not_over = Q(membership_terms__until_on__isnull=True) | Q(membership_terms__until_on__gt=day)
        return self.filter(began & not_over).distinct()

    def with_standing(self, *, on: date, rule: DuesRule) -> Self:
        """Each with `lacks_vote`, `lacks_propose`, `lacks_stand`, `lacks_attend`: a `Reason`, or an empty text."""
        lacks = {f"lacks_{right.value}": lack_of(right, on=on, rule=rule) for right in Right}
        return self.annotate(**{TERM: term_then(on=on)}).annotate(**lacks)

    def visible_to(self, user: User | AnonymousUser) -> Self:
        """The secretariat sees all; others see those not at risk, and their own."""
        if user.is_staff:
            return self
        if not user.is_authenticated:
            return self.filter(hidden=False)
        acting = Contact.objects.of(user).acting().filter(organisation=OuterRef("pk"))
        return self.filter(Q(hidden=False) | Exists(acting))


class Organisation(models.Model):
    """A member or observer of the network; people act for it."""

    key = models.CharField(max_length=10, unique=True, default=new_key, editable=False)
    slug = models.SlugField(_("address"), max_length=80, unique=True)
    name = models.CharField(_("name"), max_length=200)
    acronym = models.CharField(_("acronym"), max_length=30, blank=True)
    country = models.CharField(_("country"), max_length=2, help_text=_("ISO 3166 code of two letters, such as KE."))
    kind = models.CharField(_("kind"), max_length=20, choices=list(KINDS.items()))
    expertise = TranslatedTextField(_("expertise"), blank=True, default=TranslatedText)
    website = models.URLField(_("website"), blank=True)
    hidden = models.BooleanField(
        _("at risk"), default=False, help_text=_("Counted in figures and named nowhere outside the secretariat.")
    )

    objects = Organisations.as_manager()

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")

    def __str__(self) -> str:
        return self.name

    @property
    def standing(self) -> Standing:
        """As `with_standing` found it, without another query."""
        found = {right: str(getattr(self, f"lacks_{right.value}")) for right in Right}
        return Standing(reasons={right: (Reason(why),) if why else () for right, why in found.items()})


class Contacts(models.QuerySet["Contact"]):
    def on(self, day: date) -> Self:
        return self.filter(Q(from_on__lte=day), Q(until_on__isnull=True) | Q(until_on__gt=day))

    def not_over_on(self, day: date) -> Self:
        """Those that hold on that day or begin later."""
        return self.filter(Q(until_on__isnull=True) | Q(until_on__gt=day))

    def acting(self) -> Self:
        """Those that hold at this moment, by the database's own clock: what somebody may see is never a past day's."""
        return self.filter(Q(from_on__lte=Now()), Q(until_on__isnull=True) | Q(until_on__gt=Now()))

    def of(self, user: User) -> Self:
        return self.filter(user=user)

    def not_primary(self) -> Self:
        return self.exclude(role=Role.PRIMARY)

    def delegates(self) -> Self:
        """Those who may speak and vote for their organisation."""
        return self.filter(role__in=(Role.PRIMARY, Role.DELEGATE))


class Contact(models.Model):
    """A person's dated role in an organisation."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, verbose_name=_("person"), related_name="contacts"
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, verbose_name=_("organisation"), related_name="contacts"
    )
    role = models.CharField(_("role"), max_length=20, choices=list(ROLES.items()))
    from_on = models.DateField(_("from"))
    until_on = models.DateField(_("until"), null=True, blank=True)

    objects = Contacts.as_manager()

    class Meta:
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["organisation"],
                condition=Q(role=Role.PRIMARY.value, until_on__isnull=True),
                name="one_primary_contact_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gt=F("from_on")),
                name="a_contact_ends_after_it_begins",
                violation_error_message=_("A role ends after the day on which it began."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} ({self.organisation})"
