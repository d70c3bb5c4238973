"""An editor's word that a translation still says what its original says."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class TranslationCheck(models.Model):
    """It covers one publication of the original; the next one wants another word."""

    # Nobody asks about a page that is deleted.
    translation = models.ForeignKey(
        Page, on_delete=models.CASCADE, related_name="translation_checks", verbose_name=_("translation")
    )
    original_published_at = models.DateTimeField(_("publication of the original"))
    checked_at = models.DateTimeField(_("said at"))
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("said by")
    )

    class Meta:
        verbose_name = _("word on a translation")
        verbose_name_plural = _("words on translations")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["translation", "original_published_at"], name="one_word_per_translation_and_publication"
            )
        ]

    def __str__(self) -> str:
        return f"{self.translation} · {self.original_published_at:%Y-%m-%d}"
