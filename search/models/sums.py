"""How often was searched for what, by nobody in particular."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _


class DaySalt(models.Model):
    """What turns words into marks for one day. It is emptied when the day is over, and then no mark can be read."""

    day_on = models.DateField(_("day"), primary_key=True)
    salt = models.CharField(max_length=64, blank=True)

    class Meta:
        verbose_name = _("day of searching")
        verbose_name_plural = _("days of searching")

    def __str__(self) -> str:
        return self.day_on.isoformat()


class SearchSum(models.Model):
    """One question on one day; without a mark, all questions of that day together.

    `words` stay empty until it was asked often enough (rules.sums.RARE); what stays rare is deleted with the salt.
    """

    day_on = models.DateField(_("day"))
    language = models.CharField(_("language"), max_length=12)
    mark = models.CharField(max_length=32, blank=True)
    words = models.CharField(_("words"), max_length=100, blank=True)
    asked = models.PositiveIntegerField(_("asked"), default=0)
    in_vain = models.PositiveIntegerField(_("found nothing"), default=0)

    class Meta:
        verbose_name = _("sum of what was searched")
        verbose_name_plural = _("sums of what was searched")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["day_on", "language", "mark"], name="one_sum_per_question_and_day"),
        ]

    def __str__(self) -> str:
        return f"{self.day_on}: {self.words or '…'}"
