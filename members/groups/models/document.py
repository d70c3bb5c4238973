from datetime import date
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from cms.keys import new_key
from cms.storage import private_files
from members.accounts.models import User
from members.groups.models.group import Group
from members.groups.models.reading import Person, read_by

# The permission of one person for one document, given by guardian through `permissions.DocumentException`.
READ = "view_document"


class Documents(models.QuerySet["Document"]):
    def visible_to(self, person: Person, *, on: date) -> Self:
        """What is in the groups that a person reads, and single documents that were opened to them."""
        return self.filter(read_by(person, on=on, group="group") | Q(_opened_to(person)))


class Document(models.Model):
    """A document of a group; its files are its versions, and older ones stay."""

    key = models.CharField(max_length=10, unique=True, default=new_key, editable=False)
    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="documents")
    title = models.CharField(_("title"), max_length=200)
    language = models.CharField(_("language"), max_length=5, choices=settings.INTERFACE_LANGUAGES)
    changed_at = models.DateTimeField(_("changed"))

    objects = Documents.as_manager()

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")

    def __str__(self) -> str:
        return self.title


class DocumentVersions(models.QuerySet["DocumentVersion"]):
    def visible_to(self, person: Person, *, on: date) -> Self:
        return self.filter(document__in=Document.objects.visible_to(person, on=on))

    def newest(self) -> Self:
        return self.order_by("document", "-number")

    def unread(self) -> Self:
        """Those whose file the worker has not read for the search, the latest first."""
        return self.filter(text_read_at=None).order_by("-added_at", "-pk")


class DocumentVersion(models.Model):
    """One file. It is named by its SHA-256 in the private storage; `text` is what search reads of it, empty until the
    worker has read the file and where it holds no text."""

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField(_("version"))
    file = models.FileField(_("file"), storage=private_files, upload_to="groups", max_length=200)
    filename = models.CharField(_("name of the file"), max_length=200)
    size = models.PositiveBigIntegerField(_("size"), help_text=_("In bytes."))
    text = models.TextField(_("text"), blank=True)
    text_read_at = models.DateTimeField(_("text read"), null=True, blank=True, editable=False)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="document_versions",
    )
    added_at = models.DateTimeField(_("added"))

    objects = DocumentVersions.as_manager()

    class Meta:
        verbose_name = _("version of a document")
        verbose_name_plural = _("versions of documents")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["document", "number"],
                name="one_number_per_version_of_a_document",
            ),
            models.CheckConstraint(condition=Q(number__gte=1), name="versions_are_numbered_from_one"),
        ]

    def __str__(self) -> str:
        return f"{self.document}, {self.number}"


def _opened_to(person: Person) -> Exists:
    exceptions: Any = Document._meta.get_field("exceptions").related_model
    opened = Q(user_id=person.pk if isinstance(person, User) and person.is_active else None)
    return Exists(exceptions.objects.filter(opened, permission__codename=READ, content_object=OuterRef("pk")))
