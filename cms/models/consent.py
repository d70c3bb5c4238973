"""Who agreed to which use of a picture that shows children."""

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cms.keys import new_key
from cms.models.media import PlenaryImage
from cms.rules.consent import Consent, Use
from cms.storage import private_files

USES = {
    Use.SITE.value: _("The public site and the content API"),
    Use.SOCIAL.value: _("Cards on social networks"),
    Use.BULLETIN.value: _("The bulletin"),
    Use.PRINT.value: _("Print"),
}


class ConsentQuerySet(models.QuerySet["ImageConsent"]):
    def standing(self, use: Use, *, on: date) -> "ConsentQuerySet":
        """Those that cover a use that is read everywhere on that day: `Consent.lack`, written as SQL."""
        running = Q(until_on__isnull=True) | Q(until_on__gt=on)
        return self.filter(running, uses__contains=use, territory="", withdrawn_at__isnull=True)


class ImageConsent(models.Model):
    """One record: never changed but for its withdrawal. `until_on` is the first day on which it no longer holds."""

    key = models.CharField(max_length=10, unique=True, default=new_key, editable=False)
    image = models.ForeignKey(
        PlenaryImage, on_delete=models.PROTECT, related_name="consents", verbose_name=_("picture")
    )
    given_by = models.CharField(
        _("given by"), max_length=200, help_text=_("The child or young person, as the form names them.")
    )
    guardian = models.CharField(
        _("guardian"), max_length=200, blank=True, help_text=_("Who agreed for a child that is too young to.")
    )
    given_on = models.DateField(_("given on"))
    uses = models.CharField(_("for which uses"), max_length=60)
    territory = models.CharField(
        _("only in these countries"),
        max_length=200,
        blank=True,
        help_text=_("Two-letter codes with spaces between, such as KE TG. Empty: everywhere."),
    )
    until_on = models.DateField(_("holds until, not including"), null=True, blank=True)
    form = models.FileField(
        _("the signed form"),
        upload_to="consents",
        storage=private_files,
        blank=True,
        help_text=_("Kept where only those who manage pictures can open it."),
    )
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, editable=False
    )
    recorded_at = models.DateTimeField(editable=False)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True, editable=False)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True, editable=False
    )

    objects = ConsentQuerySet.as_manager()

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gt=F("given_on")),
                name="consent_ends_after_it_was_given",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.given_by}, {self.given_on}"

    @property
    def uses_in_words(self) -> list[str]:
        return [str(USES[use]) for use in self.uses.split()]

    @property
    def said(self) -> Consent:
        """As the rules read it."""
        return Consent(
            uses=frozenset(Use(use) for use in self.uses.split()),
            territory=frozenset(self.territory.split()),
            until_on=self.until_on,
            withdrawn_on=self.withdrawn_at.date() if self.withdrawn_at else None,
        )
