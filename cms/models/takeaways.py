"""What readers take away of a study: its sheets of paper, kept until they change, and how often it was taken."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.models.case_studies import CaseStudyPage
from cms.models.words import TAKEN_AS
from cms.storage import private_files


class StudyPaper(models.Model):
    """The PDF of one published page. `digest` is of all that stands in it: another one wants another file."""

    # It is made of the page alone, and anew whenever somebody asks.
    page = models.OneToOneField(CaseStudyPage, on_delete=models.CASCADE, related_name="paper", verbose_name=_("page"))
    digest = models.CharField(_("SHA-256"), max_length=64)
    # Private, for nobody finds it without its page: a page that is restricted takes it along.
    file = models.FileField(_("file"), storage=private_files, upload_to="studies")
    sheets = models.PositiveSmallIntegerField(_("pages"))
    size = models.PositiveIntegerField(_("bytes"))

    class Meta:
        verbose_name = _("PDF of a study")
        verbose_name_plural = _("PDFs of studies")

    def __str__(self) -> str:
        return str(self.page)


class StudyUse(models.Model):
    """How often a work was taken in a month, as what. Nothing is kept of who took it."""

    study = models.UUIDField(_("study"), help_text=_("The key that all its translations share."))
    month_on = models.DateField(_("first day of the month"))
    kind = models.CharField(_("taken as"), max_length=10, choices=list(TAKEN_AS.items()))
    times = models.PositiveIntegerField(_("times"))

    class Meta:
        verbose_name = _("use of a study")
        verbose_name_plural = _("uses of studies")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["study", "month_on", "kind"], name="one_sum_per_study_month_and_kind")
        ]

    def __str__(self) -> str:
        return f"{self.study} · {self.month_on:%Y-%m} · {self.kind}"
