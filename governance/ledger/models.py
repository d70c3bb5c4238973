from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from governance.ledger.rules import fingerprint


class Entry(models.Model):
    """One thing that happened. Triggers refuse to change or delete it (migration 0002)."""

    n = models.PositiveBigIntegerField(_("number"), primary_key=True)
    at = models.DateTimeField(_("at"))
    kind = models.CharField(_("kind"), max_length=40)
    body: models.JSONField[Any, dict[str, Any]] = models.JSONField(_("what happened"))
    previous = models.CharField(_("fingerprint of the entry before"), max_length=43, unique=True)
    hash = models.CharField(_("fingerprint"), max_length=43, unique=True)

    objects: ClassVar[models.Manager[Entry]] = models.Manager()

    class Meta:
        verbose_name = _("ledger entry")
        verbose_name_plural = _("ledger entries")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=models.Q(n__gte=0), name="entries_are_numbered_from_0"),
        ]

    def __str__(self) -> str:
        return f"{self.n} {self.kind} {self.fingerprint}"

    @property
    def fingerprint(self) -> str:
        """What a receipt shows: three dashed groups of four letters."""
        return fingerprint(self.hash)
