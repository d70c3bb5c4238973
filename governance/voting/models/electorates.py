"""Who may vote: an electorate of mandates, and for secret ballots the marked roll."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cms.keys import new_key
from governance.voting.rules.words import Holding

if TYPE_CHECKING:
    from members.accounts.models import User

HOLDING_LABELS = [(Holding.OWN, _("its own")), (Holding.PROXY, _("by proxy"))]


class Electorate(models.Model):
    """Everybody who may vote on the same questions."""

    key = models.CharField(_("key"), max_length=10, unique=True, default=new_key, editable=False)
    name = models.CharField(_("name"), max_length=200)

    objects: ClassVar[models.Manager[Electorate]] = models.Manager()

    class Meta:
        verbose_name = _("electorate")
        verbose_name_plural = _("electorates")

    def __str__(self) -> str:
        return self.name


class Mandates(models.QuerySet["Mandate"]):
    def held_by(self, user: User) -> Mandates:
        return self.filter(held_by=user)

    def concerning(self, user: User, *, on: date) -> Mandates:
        """Held by this person, of this person, or of an organisation that this person acts for on that day."""
        acting = user.contacts.on(on).values("organisation")
        return self.filter(Q(held_by=user) | Q(person=user) | Q(organisation__in=acting))

    def units(self) -> int:
        return int(self.aggregate(total=models.Sum("units"))["total"] or 0)


class Mandate(models.Model):
    """The right to vote for an organisation, or for a person in a committee, and who holds it now."""

    key = models.CharField(_("key"), max_length=10, unique=True, default=new_key, editable=False)
    electorate = models.ForeignKey(Electorate, on_delete=models.PROTECT, related_name="mandates")
    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, null=True, blank=True, related_name="mandates"
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="own_mandates"
    )
    held_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="held_mandates"
    )
    holding = models.CharField(_("held"), max_length=10, choices=HOLDING_LABELS, default=Holding.OWN)
    units = models.PositiveSmallIntegerField(_("units"), default=1)

    objects = Mandates.as_manager()

    class Meta:
        verbose_name = _("mandate")
        verbose_name_plural = _("mandates")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(organisation__isnull=False, person__isnull=True)
                | Q(organisation__isnull=True, person__isnull=False),
                name="a_mandate_is_for_an_organisation_or_for_a_person",
            ),
            models.CheckConstraint(condition=Q(units__gte=1), name="a_mandate_has_units"),
            models.UniqueConstraint(
                fields=["electorate", "organisation"],
                condition=Q(organisation__isnull=False),
                name="one_mandate_per_organisation_and_electorate",
            ),
            models.UniqueConstraint(
                fields=["electorate", "person"],
                condition=Q(person__isnull=False),
                name="one_mandate_per_person_and_electorate",
            ),
        ]

    def __str__(self) -> str:
        return str(self.organisation or self.person)

    @property
    def is_by_proxy(self) -> bool:
        return self.holding == Holding.PROXY


class Tellers(models.QuerySet["Teller"]):
    def on(self, day: date) -> Tellers:
        return self.filter(Q(from_on__lte=day), Q(until_on__isnull=True) | Q(until_on__gt=day))


class Teller(models.Model):
    """Who compares the counts of an electorate's ballots and signs them, from a day until another."""

    electorate = models.ForeignKey(
        Electorate, on_delete=models.PROTECT, verbose_name=_("electorate"), related_name="tellers"
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, verbose_name=_("person"), related_name="tellerships"
    )
    from_on = models.DateField(_("from"))
    until_on = models.DateField(_("until"), null=True, blank=True)

    objects = Tellers.as_manager()

    class Meta:
        verbose_name = _("teller")
        verbose_name_plural = _("tellers")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["electorate", "person"],
                condition=Q(until_on__isnull=True),
                name="one_open_term_per_teller_and_electorate",
            ),
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=models.F("from_on")),
                name="a_teller_does_not_end_before_beginning",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} ({self.electorate})"


class Series(models.Model):
    """An electorate and the slots that its credentials are drawn for, all at once."""

    electorate = models.ForeignKey(Electorate, on_delete=models.PROTECT, related_name="series")
    number = models.PositiveSmallIntegerField(_("number"))

    objects: ClassVar[models.Manager[Series]] = models.Manager()

    class Meta:
        verbose_name = _("series")
        verbose_name_plural = _("series")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["electorate", "number"], name="one_series_per_number_and_electorate"),
        ]

    def __str__(self) -> str:
        return f"{self.electorate} {self.number}"


class Slot(models.Model):
    """One possible secret ballot. Its state lives in the box's own database, under the same key."""

    key = models.CharField(_("key"), max_length=10, unique=True, default=new_key, editable=False)
    series = models.ForeignKey(Series, on_delete=models.PROTECT, related_name="slots")
    number = models.PositiveSmallIntegerField(_("number"))

    objects: ClassVar[models.Manager[Slot]] = models.Manager()

    class Meta:
        verbose_name = _("slot")
        verbose_name_plural = _("slots")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["series", "number"], name="one_slot_per_number_and_series"),
        ]

    def __str__(self) -> str:
        return f"{self.series}/{self.number}"


class Draw(models.Model):
    """The marked roll: this mandate was given its credential. Nothing here says which."""

    slot = models.ForeignKey(Slot, on_delete=models.PROTECT, related_name="draws")
    mandate = models.ForeignKey(Mandate, on_delete=models.PROTECT, related_name="draws")
    unit = models.PositiveSmallIntegerField(_("unit"))
    drawn_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    drawn_at = models.DateTimeField(_("drawn at"))

    objects: ClassVar[models.Manager[Draw]] = models.Manager()

    class Meta:
        verbose_name = _("draw")
        verbose_name_plural = _("draws")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["slot", "mandate", "unit"], name="one_credential_per_slot_mandate_and_unit"
            ),
            models.CheckConstraint(condition=Q(unit__gte=1), name="units_are_numbered_from_1"),
        ]

    def __str__(self) -> str:
        return f"{self.slot} {self.mandate} {self.unit}"
