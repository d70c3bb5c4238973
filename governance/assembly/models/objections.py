"""What members object to: the roll, the minutes, a decision. Each gets an answer; one that is upheld has an effect."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cms.keys import new_key
from governance.assembly.models.assemblies import Assembly
from governance.assembly.models.roll import RollEntry
from governance.assembly.rules.words import Verdict

VERDICT_LABELS = [
    (Verdict.PENDING.value, _("Not answered yet")),
    (Verdict.UPHELD.value, _("Upheld")),
    (Verdict.DISMISSED.value, _("Dismissed")),
]


class Objection(models.Model):
    """What an organisation objected to, in its words, and the answer that it got."""

    key = models.CharField(_("key"), max_length=10, unique=True, default=new_key, editable=False)
    assembly = models.ForeignKey(Assembly, on_delete=models.PROTECT, related_name="%(class)ss")
    organisation = models.ForeignKey("organisations.Organisation", on_delete=models.PROTECT, related_name="%(class)ss")
    raised_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    raised_at = models.DateTimeField(_("raised at"))
    text = models.TextField(_("objection"))
    verdict = models.CharField(_("verdict"), max_length=10, choices=VERDICT_LABELS, default=Verdict.PENDING)
    answer = models.TextField(_("answer"), blank=True)
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)

    class Meta:
        abstract = True
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(verdict=Verdict.PENDING, answered_at=None)
                | (~Q(verdict=Verdict.PENDING) & Q(answered_at__isnull=False) & ~Q(answer="")),
                name="a_%(class)s_is_answered_in_words",
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.assembly}"

    @property
    def is_pending(self) -> bool:
        return self.verdict == Verdict.PENDING


class RollObjection(Objection):
    """To one line of the frozen roll; `may_vote` is what the objection asks for."""

    entry = models.ForeignKey(RollEntry, on_delete=models.PROTECT, related_name="objections")
    may_vote = models.BooleanField(_("should it vote"))

    objects: ClassVar[models.Manager[RollObjection]] = models.Manager()

    class Meta(Objection.Meta):
        verbose_name = _("objection to the roll")
        verbose_name_plural = _("objections to the roll")


class RollCorrection(models.Model):
    """What an upheld objection changes. The entry itself stays as the record date found it."""

    entry = models.OneToOneField(RollEntry, on_delete=models.PROTECT, related_name="correction")
    objection = models.OneToOneField(RollObjection, on_delete=models.PROTECT, related_name="correction")
    may_vote = models.BooleanField(_("may vote"))
    corrected_at = models.DateTimeField(_("corrected at"))

    objects: ClassVar[models.Manager[RollCorrection]] = models.Manager()

    class Meta:
        verbose_name = _("correction of the roll")
        verbose_name_plural = _("corrections of the roll")

    def __str__(self) -> str:
        return str(self.entry)


class MinutesObjection(Objection):
    objects: ClassVar[models.Manager[MinutesObjection]] = models.Manager()

    class Meta(Objection.Meta):
        verbose_name = _("objection to the minutes")
        verbose_name_plural = _("objections to the minutes")


class Challenge(Objection):
    """To a decision, within the time that the statutes give."""

    ballot = models.ForeignKey("voting.Ballot", on_delete=models.PROTECT, related_name="challenges")

    objects: ClassVar[models.Manager[Challenge]] = models.Manager()

    class Meta(Objection.Meta):
        verbose_name = _("challenge")
        verbose_name_plural = _("challenges")
