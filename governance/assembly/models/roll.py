"""Who may vote in a meeting, who speaks for whom, and who is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cms.keys import new_key
from governance.assembly.models.assemblies import Assembly
from governance.assembly.rules.words import Part, Way
from members.organisations.models.labels import REASONS
from members.organisations.rules import Reason, Right

if TYPE_CHECKING:
    from governance.assembly.models.objections import RollCorrection

PART_LABELS = [
    (Part.HEAD.value, _("Head of delegation")),
    (Part.DELEGATE.value, _("Delegate")),
    (Part.ALTERNATE.value, _("Alternate")),
]
WAY_LABELS = [(Way.ROOM.value, _("In the room")), (Way.ONLINE.value, _("Online"))]


class RollEntries(models.QuerySet["RollEntry"]):
    def entitled(self) -> RollEntries:
        """Those who may vote, with what objections corrected."""
        return self.filter(Q(correction=None, may_vote=True) | Q(correction__may_vote=True))


class RollEntry(models.Model):
    """An organisation as the record date found it. Never changed once frozen (trigger, migration 0002).

    `reasons` says, for each right that is missing, why: {"vote": ["dues"]}.
    """

    assembly = models.ForeignKey(Assembly, on_delete=models.PROTECT, related_name="roll")
    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="roll_entries"
    )
    may_vote = models.BooleanField(_("may vote"))
    may_propose = models.BooleanField(_("may propose"))
    may_stand = models.BooleanField(_("may stand"))
    units = models.PositiveSmallIntegerField(_("units"), default=1)
    reasons: models.JSONField[Any, dict[str, list[str]]] = models.JSONField(_("reasons"), default=dict)

    objects = RollEntries.as_manager()

    class Meta:
        verbose_name = _("roll entry")
        verbose_name_plural = _("roll entries")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["assembly", "organisation"], name="one_roll_entry_per_organisation_and_assembly"
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.assembly}"

    @property
    def votes(self) -> bool:
        """Whether it may vote, with the correction where there is one; load `correction` with a list of entries."""
        corrected: RollCorrection | None = getattr(self, "correction", None)
        return corrected.may_vote if corrected else self.may_vote

    @property
    def why_no_vote(self) -> str:
        return ", ".join(str(REASONS[Reason(reason)]) for reason in self.reasons.get(Right.VOTE, []))


class Delegation(models.Model):
    """One person of an organisation's delegation."""

    assembly = models.ForeignKey(Assembly, on_delete=models.PROTECT, related_name="delegations")
    organisation = models.ForeignKey("organisations.Organisation", on_delete=models.PROTECT, related_name="delegations")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="delegations")
    part = models.CharField(_("part"), max_length=10, choices=PART_LABELS, default=Part.DELEGATE)

    objects: ClassVar[models.Manager[Delegation]] = models.Manager()

    class Meta:
        verbose_name = _("delegation")
        verbose_name_plural = _("delegations")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["assembly", "organisation", "person"], name="one_part_per_person_and_delegation"
            ),
            models.UniqueConstraint(
                fields=["assembly", "organisation"],
                condition=Q(part=Part.HEAD.value),
                name="one_head_per_delegation",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} ({self.organisation})"


class Proxies(models.QuerySet["Proxy"]):
    def standing(self) -> Proxies:
        return self.filter(revoked_at__isnull=True)


class Proxy(models.Model):
    """An organisation's mandate to another to vote for it."""

    key = models.CharField(_("key"), max_length=10, unique=True, default=new_key, editable=False)
    assembly = models.ForeignKey(Assembly, on_delete=models.PROTECT, related_name="proxies")
    giver = models.ForeignKey("organisations.Organisation", on_delete=models.PROTECT, related_name="proxies_given")
    holder = models.ForeignKey("organisations.Organisation", on_delete=models.PROTECT, related_name="proxies_held")
    instructions = models.TextField(_("instructions"), blank=True)
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField(_("given at"))
    revoked_at = models.DateTimeField(_("taken back at"), null=True, blank=True)

    objects = Proxies.as_manager()

    class Meta:
        verbose_name = _("proxy")
        verbose_name_plural = _("proxies")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["assembly", "giver"],
                condition=Q(revoked_at__isnull=True),
                name="one_standing_proxy_per_giver_and_assembly",
            ),
            models.CheckConstraint(condition=~Q(giver=F("holder")), name="nobody_gives_a_proxy_to_oneself"),
        ]

    def __str__(self) -> str:
        return f"{self.giver} → {self.holder}"


class Presences(models.QuerySet["Presence"]):
    def now_there(self) -> Presences:
        return self.filter(until_at__isnull=True)


class Presence(models.Model):
    """A person who takes part for an organisation, from a moment until another."""

    assembly = models.ForeignKey(Assembly, on_delete=models.PROTECT, related_name="presences")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="presences")
    organisation = models.ForeignKey("organisations.Organisation", on_delete=models.PROTECT, related_name="presences")
    way = models.CharField(_("how"), max_length=10, choices=WAY_LABELS, default=Way.ONLINE)
    from_at = models.DateTimeField(_("from"))
    until_at = models.DateTimeField(_("until"), null=True, blank=True)

    objects = Presences.as_manager()

    class Meta:
        verbose_name = _("presence")
        verbose_name_plural = _("presences")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["assembly", "organisation"],
                condition=Q(until_at__isnull=True),
                name="one_person_votes_for_an_organisation_at_a_time",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person} ({self.organisation})"
