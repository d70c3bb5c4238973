"""What a meeting decides: motions and elections."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cms.keys import new_key
from cms.languages import TranslatedText, TranslatedTextField
from governance.assembly.models.assemblies import AgendaItem, Assembly
from governance.statutes.rules import MotionKind
from governance.voting.rules.words import Kind as BallotKind

KIND_LABELS = [
    (MotionKind.ORDINARY.value, _("Ordinary")),
    (MotionKind.STATUTES.value, _("Change of the statutes")),
    (MotionKind.EXCLUSION.value, _("Exclusion of a member")),
    (MotionKind.DISSOLUTION.value, _("Dissolution")),
    (MotionKind.URGENT.value, _("Admission of an urgent motion")),
]
METHOD_LABELS = [(BallotKind.STV.value, _("By ranking")), (BallotKind.APPROVAL.value, _("By approval"))]


class Motion(models.Model):
    """`kind` says which majority it needs."""

    key = models.CharField(_("key"), max_length=10, unique=True, default=new_key, editable=False)
    assembly = models.ForeignKey(Assembly, on_delete=models.PROTECT, related_name="motions")
    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, related_name="motions")
    number = models.PositiveSmallIntegerField(_("number"))
    title = TranslatedTextField(verbose_name=_("title"))
    text = TranslatedTextField(verbose_name=_("text"))
    mover = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, null=True, blank=True, related_name="motions_moved"
    )
    seconders = models.ManyToManyField("organisations.Organisation", blank=True, related_name="motions_seconded")
    kind = models.CharField(_("kind"), max_length=12, choices=KIND_LABELS, default=MotionKind.ORDINARY)
    ballot = models.OneToOneField(
        "voting.Ballot", on_delete=models.PROTECT, null=True, blank=True, editable=False, related_name="motion"
    )

    objects: ClassVar[models.Manager[Motion]] = models.Manager()

    class Meta:
        verbose_name = _("motion")
        verbose_name_plural = _("motions")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["assembly", "number"], name="one_motion_per_number_and_assembly")
        ]

    def __str__(self) -> str:
        return _("Motion %(number)s: %(title)s") % {"number": self.number, "title": self.title}


class Election(models.Model):
    key = models.CharField(_("key"), max_length=10, unique=True, default=new_key, editable=False)
    assembly = models.ForeignKey(Assembly, on_delete=models.PROTECT, related_name="elections")
    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, related_name="elections")
    title = TranslatedTextField(verbose_name=_("title"))
    method = models.CharField(_("method"), max_length=10, choices=METHOD_LABELS, default=BallotKind.STV)
    ballot = models.OneToOneField(
        "voting.Ballot", on_delete=models.PROTECT, null=True, blank=True, editable=False, related_name="election"
    )

    objects: ClassVar[models.Manager[Election]] = models.Manager()

    class Meta:
        verbose_name = _("election")
        verbose_name_plural = _("elections")

    def __str__(self) -> str:
        return str(self.title)


class Seat(models.Model):
    """One place to be filled; `reserved_for` says for whom, in words, and is empty for an open one."""

    election = models.ForeignKey(Election, on_delete=models.PROTECT, related_name="seats")
    number = models.PositiveSmallIntegerField(_("number"))
    reserved_for = models.CharField(_("reserved for"), max_length=100, blank=True)

    objects: ClassVar[models.Manager[Seat]] = models.Manager()

    class Meta:
        verbose_name = _("seat")
        verbose_name_plural = _("seats")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["election", "number"], name="one_seat_per_number_and_election")
        ]

    def __str__(self) -> str:
        return f"{self.election} {self.number}"


class Candidacy(models.Model):
    """`consented_at`: nobody stands who did not say so."""

    election = models.ForeignKey(Election, on_delete=models.PROTECT, related_name="candidacies")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="candidacies")
    organisation = models.ForeignKey("organisations.Organisation", on_delete=models.PROTECT, related_name="candidacies")
    statement = TranslatedTextField(verbose_name=_("statement"), blank=True, default=TranslatedText)
    consented_at = models.DateTimeField(_("consented at"), null=True, blank=True)
    option = models.PositiveSmallIntegerField(_("number on the paper"), null=True, blank=True, editable=False)

    objects: ClassVar[models.Manager[Candidacy]] = models.Manager()

    class Meta:
        verbose_name = _("candidacy")
        verbose_name_plural = _("candidacies")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["election", "person"], name="one_candidacy_per_person_and_election"),
            models.CheckConstraint(
                condition=Q(option__isnull=True) | Q(consented_at__isnull=False),
                name="nobody_stands_without_consent",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} ({self.organisation})"
