from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import AbstractImage, AbstractRendition, Image

from cms.storage import private_files


class PlenaryImage(AbstractImage):
    """A picture that says what it shows, or says that it is decoration."""

    alt_text = models.CharField(_("what the picture shows"), max_length=300, blank=True)
    decorative = models.BooleanField(_("decoration only"), default=False)

    admin_form_fields = (*Image.admin_form_fields, "alt_text", "decorative")

    @property
    def default_alt_text(self) -> str:
        return "" if self.decorative else self.alt_text

    def clean(self) -> None:
        super().clean()
        if not self.alt_text and not self.decorative:
            raise ValidationError({"alt_text": _("Say what the picture shows, or mark it as decoration.")})


class PlenaryRendition(AbstractRendition):
    image = models.ForeignKey(PlenaryImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["image", "filter_spec", "focal_point_key"], name="one_rendition_per_filter")
        ]


class PlenaryDocument(AbstractDocument):
    """A file in private storage: it is given out only by an address that lives a short while."""

    file = models.FileField(_("file"), upload_to="documents", storage=private_files)

    admin_form_fields = Document.admin_form_fields
