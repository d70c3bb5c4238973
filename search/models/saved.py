"""Searches that members keep, and which of their matches they were told."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cms.keys import new_key
from search.rules.saved import Frequency

FREQUENCIES = [
    (Frequency.AT_ONCE.value, _("at once")),
    (Frequency.DAILY.value, _("every morning")),
    (Frequency.WEEKLY.value, _("every Monday morning")),
]


class SavedSearchQuerySet(models.QuerySet["SavedSearch"]):
    def visible_to(self, user: models.Model) -> SavedSearchQuerySet:
        """A person's own, and nobody else's: not even the secretariat reads what somebody looks for."""
        return self.filter(person_id=user.pk)

    def active(self) -> SavedSearchQuerySet:
        return self.filter(paused_at__isnull=True)


class SavedSearch(models.Model):
    """One question of one person; `asked` is its address (rules.addresses), which says it whole."""

    key = models.CharField(max_length=10, unique=True, default=new_key, editable=False)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="saved_searches", verbose_name=_("person")
    )
    name = models.CharField(_("name"), max_length=120)
    asked = models.TextField(_("address"))
    language = models.CharField(_("language that it was asked in"), max_length=12)
    frequency = models.CharField(_("how often"), max_length=10, choices=FREQUENCIES)
    since_at = models.DateTimeField(_("tells of what was published since"))
    due_at = models.DateTimeField(_("looks again"))
    seen = models.PositiveBigIntegerField(_("journal read up to"), default=0)
    paused_at = models.DateTimeField(_("paused"), null=True, blank=True)

    objects = SavedSearchQuerySet.as_manager()

    class Meta:
        verbose_name = _("saved search")
        verbose_name_plural = _("saved searches")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["person", "asked", "language"], name="a_person_saves_a_search_once"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["due_at"], condition=Q(paused_at__isnull=True), name="saved_searches_to_look_at"),
        ]

    def __str__(self) -> str:
        return self.name


class SavedMatch(models.Model):
    """That a person was told of a work, in the transaction that freezes the mail."""

    search = models.ForeignKey(
        SavedSearch, on_delete=models.CASCADE, related_name="matches", verbose_name=_("saved search")
    )
    work = models.UUIDField(_("work"))
    told_at = models.DateTimeField(_("told"))

    class Meta:
        verbose_name = _("match of a saved search")
        verbose_name_plural = _("matches of saved searches")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["search", "work"], name="a_match_is_mailed_once"),
        ]

    def __str__(self) -> str:
        return f"{self.search}: {self.work}"
