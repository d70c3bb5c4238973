from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from governance.statutes.rules import Parameter, StatuteBook


class StatuteSets(models.QuerySet["StatuteSet"]):
    def in_force_on(self, day: date) -> StatuteSets:
        """At most one: the latest that had begun by `day`."""
        return self.filter(in_force_from_on__lte=day).order_by("-in_force_from_on")[:1]

    def dated(self) -> StatuteSets:
        return self.filter(in_force_from_on__isnull=False)


class StatuteSet(models.Model):
    """The association's rules as they hold from one day on, until the next set begins; a draft while it has no day.

    `frozen_at`: when the first meeting or ballot copied it; since then it is what they were held under.
    """

    in_force_from_on = models.DateField(_("in force from"), unique=True, null=True, blank=True)
    adopted = models.CharField(_("adopted"), max_length=200, blank=True, help_text=_("Where and when, in a few words."))

    frozen_at = models.DateTimeField(_("used since"), null=True, blank=True, editable=False)

    objects = StatuteSets.as_manager()

    class Meta:
        verbose_name = _("statutes")
        verbose_name_plural = _("statutes")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=models.Q(frozen_at__isnull=True) | models.Q(in_force_from_on__isnull=False),
                name="no_meeting_is_held_under_a_draft",
            ),
        ]

    def __str__(self) -> str:
        if self.in_force_from_on is None:
            return _("Draft: %(adopted)s") % {"adopted": self.adopted} if self.adopted else str(_("Draft"))
        return f"{self.in_force_from_on:%Y-%m-%d}"

    @property
    def is_draft(self) -> bool:
        return self.in_force_from_on is None

    @property
    def book(self) -> StatuteBook:
        """With the defaults where the set says nothing."""
        written = {rule.parameter: {"value": rule.value, "article": rule.article} for rule in self.rules.all()}
        return StatuteBook.from_json(written)


class Statute(models.Model):
    """One parameter: its value, and the article that says so."""

    statutes = models.ForeignKey(StatuteSet, verbose_name=_("statutes"), on_delete=models.CASCADE, related_name="rules")
    parameter = models.CharField(
        _("parameter"), max_length=60, choices=[(str(parameter), str(parameter)) for parameter in Parameter]
    )
    value: models.JSONField[Any, Any] = models.JSONField(_("value"))
    article = models.CharField(_("article"), max_length=40, blank=True)

    objects: ClassVar[models.Manager[Statute]] = models.Manager()

    class Meta:
        verbose_name = _("statute")
        verbose_name_plural = _("statutes, one by one")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["statutes", "parameter"], name="one_value_per_parameter_and_statutes"),
        ]

    def __str__(self) -> str:
        return f"{self.parameter} ({self.article})"
