"""Files of the series on their way into the library: what was brought, what was read, which page it became."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cms.keys import new_key
from cms.models.case_studies import CaseStudyPage
from cms.storage import private_files
from members.accounts.models import User


class ImportedPaper(models.Model):
    """One file, known by its bytes. Whatever it says of people goes in time (`forget_papers`); its digest stays.

    `lines`: its text with the place of each line, for the review. `study`: what each field would get. `took`: field →
    SHA-256 of what the paper said when it was last put into the page, so that an editor's change is told from the
    paper's own words without keeping those.
    """

    key = models.CharField(max_length=10, unique=True, default=new_key)
    name = models.CharField(_("file"), max_length=250)
    sha256 = models.CharField(max_length=64)
    file = models.FileField(storage=private_files, upload_to="imports", max_length=200, blank=True)
    lines = models.JSONField(default=list)
    study = models.JSONField(default=dict)
    took = models.JSONField(default=dict)
    page = models.ForeignKey(CaseStudyPage, on_delete=models.SET_NULL, null=True, blank=True, related_name="papers")
    brought_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    brought_at = models.DateTimeField()
    saved_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("imported paper")
        verbose_name_plural = _("imported papers")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["sha256"], name="one_imported_paper_per_file"),
            models.CheckConstraint(condition=~Q(sha256=""), name="an_imported_paper_is_known_by_its_bytes"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_waiting(self) -> bool:
        """Read, and nobody has saved it since."""
        return bool(self.study) and (self.saved_at is None or self.saved_at < self.brought_at)
